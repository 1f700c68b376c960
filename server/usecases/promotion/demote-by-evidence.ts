import { exchangeDate } from '../../domain/calendar/market-calendar.ts';
import { fallsTo } from '../../domain/promotion/demotion.ts';
import type { PromotionReport } from '../../domain/promotion/promotion.ts';
import { isExiting } from '../../domain/promotion/trade-evidence.ts';
import {
  mayEnterReal,
  type SavedStrategy,
  type StrategyStage,
} from '../../domain/strategy/saved-strategy.ts';
import { SomeUsersFailed } from '../steps/each-account.ts';
import { tell } from '../strategies/strategy-deps.ts';
import type { PromotionDeps } from './promotion-deps.ts';
import { bookOf, type ReadPromotion } from './read-promotion.ts';

/** Takes strategies a rung down whose gates fail, each at most once a day and never in the middle of an exit. */
export class DemoteByEvidence {
  constructor(
    private readonly deps: Pick<PromotionDeps, 'strategies' | 'books' | 'stopReal' | 'clock'>,
    private readonly promotion: Pick<ReadPromotion, 'report'>,
  ) {}

  /** @throws {SomeUsersFailed} once all have had their turn */
  async execute(): Promise<void> {
    const failures: { of: string; error: unknown }[] = [];
    for (const strategy of await this.deps.strategies.above('BACKTEST'))
      await this.#look(strategy).catch((error: unknown) =>
        failures.push({ of: strategy.username, error }),
      );
    if (failures.length === 0) return;
    const users = [...new Set(failures.map(({ of }) => of))];
    const errors = failures.map(({ error }) => error);
    throw new SomeUsersFailed(users, errors, 'The evidence of strategies could not be judged');
  }

  async #look(strategy: SavedStrategy): Promise<void> {
    const { clock, strategies } = this.deps;
    const now = clock.now();
    const { demotedAt } = strategy;
    const demotedOn = demotedAt && exchangeDate(demotedAt);
    const today = exchangeDate(now);
    if (demotedOn === today) return;
    const report = await this.promotion.report(strategy);
    if (report.verdict !== 'FAIL') return;
    const exiting = await this.#isExiting(strategy);
    const to = fallsTo(report, { today, demotedOn, exiting });
    if (to === null) return;
    const fallen = { ...strategy, stage: to, demotedAt: now };
    // Whoever changed it meanwhile has it judged anew the next time.
    if ((await strategies.replace(strategy, fallen)) !== null) return;
    await this.#tell(strategy, to, report, now);
    const by = { actor: 'desk', why: 'its evidence demoted it' };
    if (!mayEnterReal(to)) await this.deps.stopReal(fallen, by);
  }

  async #isExiting({ username, id }: SavedStrategy): Promise<boolean> {
    const { PAPER, REAL } = this.deps.books;
    const active = await Promise.all(
      [PAPER, REAL].map(({ runs }) => runs.activeTrades(username, id)),
    );
    return active.flat().some(isExiting);
  }

  async #tell(
    strategy: SavedStrategy,
    to: StrategyStage,
    { gates }: PromotionReport,
    now: Date,
  ): Promise<void> {
    const { id, username, name, version, stage } = strategy;
    const { books, clock } = this.deps;
    const failed = gates.filter(({ verdict }) => verdict === 'FAIL');
    const why = failed.map(({ message }) => message).join(' ');
    const message = `${name} was demoted from ${stage} to ${to}: ${why}`;
    const alert = {
      kind: 'STRATEGY_DEMOTED',
      severity: 'WARNING',
      message,
      tradeId: null,
    } as const;
    await books[bookOf(strategy) ?? 'PAPER'].book.change(username, (change) =>
      change.raise({ ...alert, subject: id }, now),
    );
    const detail = { strategyId: id, name, version, from: stage, to, gates };
    const told = { type: 'STRATEGY_DEMOTED', message, detail };
    await tell({ paper: books.PAPER.book, clock }, { username }, told, 'desk');
  }
}
