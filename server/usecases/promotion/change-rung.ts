import type { PromotionGate, PromotionReport } from '../../domain/promotion/promotion.ts';
import { rungBelow } from '../../domain/promotion/rungs.ts';
import { Refusal, type RiskCheck } from '../../domain/refusal.ts';
import type { SavedStrategy, StrategyStage } from '../../domain/strategy/saved-strategy.ts';
import type { Actor } from '../../ports/trading-system.ts';
import { actorName } from '../steps/refuse.ts';
import { admitStrategy } from '../strategies/mandated-strategy.ts';
import { conflict, noStrategy } from '../strategies/save-strategy.ts';
import type { PromotionDeps } from './promotion-deps.ts';
import type { ReadPromotion } from './read-promotion.ts';
import { TellMoves } from './tell-moves.ts';

type Deps = Pick<
  PromotionDeps,
  'strategies' | 'moves' | 'books' | 'stopReal' | 'clock' | 'ids' | 'mandates'
>;

/** Moves strategies up and down the ladder, as their users ask. */
export class ChangeRung {
  readonly #moves: TellMoves;

  constructor(
    private readonly deps: Deps,
    private readonly promotion: Pick<ReadPromotion, 'report'>,
  ) {
    this.#moves = new TellMoves(deps);
  }

  /**
   * Moves the strategy one rung up.
   * @throws {Refusal} NOT_FOUND; CONFLICT with the strategy as it is stored; RISK_DENIED with the gates as checks.
   */
  async promote(actor: Actor, id: string, expectedVersion: number): Promise<SavedStrategy> {
    const strategy = await this.#read(actor, id, expectedVersion);
    const report = await this.promotion.report(strategy);
    const { to, verdict, gates } = report;
    if (to === null) throw denied(report, `${strategy.name} stands on the highest rung.`);
    if (verdict !== 'PASS') throw denied(report, `${strategy.name} has not passed every gate.`);
    return this.#move(actor, strategy, to, gates);
  }

  /** Moves it one rung down; it stays on the lowest. @throws {Refusal} NOT_FOUND, FORBIDDEN, CONFLICT */
  async demote(actor: Actor, id: string, expectedVersion: number): Promise<SavedStrategy> {
    const strategy = await this.#read(actor, id, expectedVersion);
    const to = rungBelow(strategy.stage);
    return to === null ? strategy : this.#move(actor, strategy, to, null);
  }

  async #read(actor: Actor, id: string, expected: number): Promise<SavedStrategy> {
    const strategy = await this.deps.strategies.byId(actor.username, id);
    if (!strategy) throw noStrategy(id);
    await admitStrategy(this.deps, actor, strategy);
    if (strategy.version !== expected) throw conflict(strategy);
    return strategy;
  }

  async #move(
    actor: Actor,
    strategy: SavedStrategy,
    to: StrategyStage,
    gates: readonly PromotionGate[] | null,
  ): Promise<SavedStrategy> {
    const { username, name, version, stage: from, demotedAt } = strategy;
    const of = { username, strategyId: strategy.id };
    await this.#moves.rest(of);
    const [id, at] = [this.deps.ids.next(), this.deps.clock.now()];
    const by = { by: 'USER', actor: actorName(actor) } as const;
    const move = { id, name, version, from, to, at, ...by, gates };
    const current = await this.deps.moves.move(strategy, { stage: to, demotedAt }, move);
    if (current) throw conflict(current);
    await this.#moves.tell({ ...of, move });
    return { ...strategy, stage: to };
  }
}

function denied({ gates }: PromotionReport, message: string): Refusal {
  const checks = gates.map(({ rule, verdict, limit, actual, message: why }): RiskCheck => ({
    ...{ rule, passed: verdict === 'PASS', limit, actual, message: why },
  }));
  return new Refusal('RISK_DENIED', message, { checks });
}
