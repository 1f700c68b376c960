import type { TradingMode } from '../../domain/mode.ts';
import { evidenceOfRun } from '../../domain/promotion/backtest-evidence.ts';
import type { Evidence } from '../../domain/promotion/evidence.ts';
import { promotionReport } from '../../domain/promotion/promotion-report.ts';
import type { PromotionReport } from '../../domain/promotion/promotion.ts';
import type { SavedStrategy } from '../../domain/strategy/saved-strategy.ts';
import type { Actor } from '../../ports/trading-system.ts';
import { noStrategy } from '../strategies/save-strategy.ts';
import { storedInputIn } from '../strategies/stored-input.ts';
import { triedOf } from '../strategies/tried-of.ts';
import { evidenceInBook } from './evidence-in-book.ts';
import type { PromotionDeps } from './promotion-deps.ts';

type Base = Pick<Evidence, 'strategyId' | 'from' | 'since' | 'now'>;

/** The book whose trades speak for the next rung; null: a backtest does. */
export function bookOf({ stage }: Pick<SavedStrategy, 'stage'>): TradingMode | null {
  if (stage === 'BACKTEST') return null;
  return stage === 'PAPER' ? 'PAPER' : 'REAL';
}

/** Gathers the evidence of strategies, and judges it. */
export class ReadPromotion {
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
    const evidence =
      mode === null
        ? this.#ofBacktest(strategy, base)
        : evidenceInBook(this.deps, strategy, mode, base);
    return promotionReport(await evidence);
  }

  async #ofBacktest(strategy: SavedStrategy, base: Base): Promise<Evidence> {
    const { backtests, reads, lookAheads, digest } = this.deps;
    const { username } = strategy;
    const last = await backtests.last(strategy);
    const beside = { ...base, drift: null, completeness: null, breaker: null };
    if (!last?.summary)
      return { ...beside, trades: [], tried: 1, maxDrawdownPct: null, lookAhead: null };
    const { openPositions, maxDrawdownPct } = last.summary;
    const input = storedInputIn(last.input);
    const [trades, tried, lookAhead] = await Promise.all([
      reads.allTrades(username, last.id),
      backtests.triedOn(username, triedOf(digest, input).data),
      lookAheads.of(last),
    ]);
    return {
      ...{ ...beside, maxDrawdownPct, lookAhead, tried: Math.max(1, tried) },
      trades: evidenceOfRun(trades, openPositions, new Date(input.to)),
    };
  }
}
