import type { PromotionReport } from '../../domain/promotion/promotion.ts';
import { rungBelow } from '../../domain/promotion/rungs.ts';
import { Refusal, type RiskCheck } from '../../domain/refusal.ts';
import {
  mayEnterReal,
  type SavedStrategy,
  type StrategyStage,
} from '../../domain/strategy/saved-strategy.ts';
import type { Actor } from '../../ports/trading-system.ts';
import { actorName } from '../steps/refuse.ts';
import { admitStrategy } from '../strategies/mandated-strategy.ts';
import { conflict, noStrategy } from '../strategies/save-strategy.ts';
import { tell } from '../strategies/strategy-deps.ts';
import type { PromotionDeps } from './promotion-deps.ts';
import type { ReadPromotion } from './read-promotion.ts';

/** Moves strategies up and down the ladder, as their users ask. */
export class ChangeRung {
  constructor(
    private readonly deps: Pick<
      PromotionDeps,
      'strategies' | 'books' | 'stopReal' | 'clock' | 'mandates'
    >,
    private readonly promotion: Pick<ReadPromotion, 'report'>,
  ) {}

  /**
   * One rung up.
   * @throws {Refusal} NOT_FOUND; CONFLICT with the strategy as it stands; RISK_DENIED with the gates as checks.
   */
  async promote(actor: Actor, id: string, expectedVersion: number): Promise<SavedStrategy> {
    const strategy = await this.#read(actor, id, expectedVersion);
    const report = await this.promotion.report(strategy);
    const { to, verdict, gates } = report;
    if (to === null) throw denied(report, `${strategy.name} stands on the highest rung.`);
    if (verdict !== 'PASS') throw denied(report, `${strategy.name} has not passed every gate.`);
    const promoted = await this.#move(strategy, to);
    await this.#tell(actor, strategy, to, 'promoted', { gates });
    return promoted;
  }

  /** One rung down, whatever its evidence says; on the lowest it stays. @throws {Refusal} NOT_FOUND, FORBIDDEN, CONFLICT */
  async demote(actor: Actor, id: string, expectedVersion: number): Promise<SavedStrategy> {
    const strategy = await this.#read(actor, id, expectedVersion);
    const to = rungBelow(strategy.stage);
    if (to === null) return strategy;
    const demoted = await this.#move(strategy, to);
    await this.#tell(actor, strategy, to, 'demoted', {});
    const by = { actor: actorName(actor), why: 'it was demoted' };
    if (!mayEnterReal(to)) await this.deps.stopReal(demoted, by);
    return demoted;
  }

  async #read(actor: Actor, id: string, expected: number): Promise<SavedStrategy> {
    const strategy = await this.deps.strategies.byId(actor.username, id);
    if (!strategy) throw noStrategy(id);
    await admitStrategy(this.deps, actor, strategy);
    if (strategy.version !== expected) throw conflict(strategy);
    return strategy;
  }

  async #move(strategy: SavedStrategy, stage: StrategyStage): Promise<SavedStrategy> {
    const moved = { ...strategy, stage };
    const current = await this.deps.strategies.replace(strategy, moved);
    if (current) throw conflict(current);
    return moved;
  }

  #tell(
    actor: Actor,
    { id, name, version, stage }: SavedStrategy,
    to: StrategyStage,
    what: 'promoted' | 'demoted',
    more: object,
  ): Promise<void> {
    return tell({ paper: this.deps.books.PAPER.book, clock: this.deps.clock }, actor, {
      type: what === 'promoted' ? 'STRATEGY_PROMOTED' : 'STRATEGY_DEMOTED',
      message: `The strategy ${name}, version ${version}, was ${what} from ${stage} to ${to}.`,
      detail: { strategyId: id, name, version, from: stage, to, ...more },
    });
  }
}

function denied({ gates }: PromotionReport, message: string): Refusal {
  const checks = gates.map(({ rule, verdict, limit, actual, message: why }): RiskCheck => ({
    ...{ rule, passed: verdict === 'PASS', limit, actual, message: why },
  }));
  return new Refusal('RISK_DENIED', message, { checks });
}
