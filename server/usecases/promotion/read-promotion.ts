import type { TradingMode } from '../../domain/mode.ts';
import type { Evidence } from '../../domain/promotion/evidence.ts';
import { promotionReport } from '../../domain/promotion/promotion-report.ts';
import type { PromotionReport } from '../../domain/promotion/promotion.ts';
import type { SavedStrategy } from '../../domain/strategy/saved-strategy.ts';
import type { Actor } from '../../ports/trading-system.ts';
import { noStrategy } from '../strategies/save-strategy.ts';
import { storedInputIn } from '../strategies/stored-input.ts';
import { UserLanes } from '../strategies/user-lanes.ts';
import { triedOf } from '../strategies/tried-of.ts';
import { evidenceInBook } from './evidence-in-book.ts';
import type { PromotionDeps } from './promotion-deps.ts';

type Base = Pick<Evidence, 'strategyId' | 'from' | 'since' | 'now'>;

/** Backtests that are judged at once. */
const LANES = { own: 1, all: 2 } as const;

/** The book whose trades are the evidence for the next rung; null: a backtest is. */
export function bookOf({ stage }: Pick<SavedStrategy, 'stage'>): TradingMode | null {
  if (stage === 'BACKTEST') return null;
  return stage === 'PAPER' ? 'PAPER' : 'REAL';
}

/** Gathers the evidence of strategies, and judges it. */
export class ReadPromotion {
  readonly #lanes = new UserLanes(LANES);

  constructor(private readonly deps: PromotionDeps) {}

  /** @throws {Refusal} NOT_FOUND */
  async of({ username }: Actor, strategyId: string): Promise<PromotionReport> {
    const strategy = await this.deps.strategies.byId(username, strategyId);
    if (!strategy) throw noStrategy(strategyId);
    return this.report(strategy);
  }

  async report(strategy: SavedStrategy): Promise<PromotionReport> {
    const { id: strategyId, stage: from, since } = strategy;
    const base = { strategyId, from, since, now: this.deps.clock.now() };
    const mode = bookOf(strategy);
    if (mode === null) return this.#ofBacktest(strategy, base);
    return promotionReport(await evidenceInBook(this.deps, strategy, mode, base));
  }

  /** A large run has too many trades to be judged by the server's own thread. */
  async #ofBacktest(strategy: SavedStrategy, base: Base): Promise<PromotionReport> {
    const { backtests, reads, lookAheads, pool, digest } = this.deps;
    const { username } = strategy;
    const last = await backtests.last(strategy);
    const beside = { ...base, drift: null, completeness: null, breaker: null };
    if (!last?.summary)
      return promotionReport({
        ...beside,
        ...{ trades: [], tried: 1, maxDrawdownPct: null, lookAhead: null },
      });
    const { openPositions: open, maxDrawdownPct } = last.summary;
    const input = storedInputIn(last.input);
    const [tried, lookAhead] = await Promise.all([
      backtests.triedOn(username, triedOf(digest, input).data),
      lookAheads.of(last),
    ]);
    const known = { ...beside, maxDrawdownPct, lookAhead, tried: Math.max(1, tried) };
    const backtest = { ...known, open, to: new Date(input.to) };
    return this.#lanes.in(username, async () => {
      return pool.judge({ trades: await reads.storedTrades(username, last.id), backtest });
    });
  }
}
