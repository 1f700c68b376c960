import type { StrategyQuote } from '../../domain/strategy/strategy.ts';
import { optionNamed } from './option-symbol.ts';

const DAY_MS = 86_400_000;
/** Nothing fills on a quote that is older, not even on one of a delayed source. */
const STALE_AFTER_MS = 30 * 60_000;

export interface Wanted {
  readonly right: 'C' | 'P';
  /** Absolute, from 0 to 1. */
  readonly delta: number;
  /** Whole days to the expiry date. */
  readonly minDays: number;
  readonly maxDays: number;
}

/**
 * The contract with a two-sided quote of the last half-hour whose |delta| is nearest; of equals the sooner, then
 * the lower strike.
 */
export function nearestByDelta(
  chain: readonly StrategyQuote[],
  now: Date,
  { right, delta, minDays, maxDays }: Wanted,
): StrategyQuote | null {
  const today = Math.floor(now.getTime() / DAY_MS);
  let best: { quote: StrategyQuote; off: number; expiry: number; strike: number } | null = null;
  for (const quote of chain) {
    if (quote.delta === null || !isTraded(quote, now)) continue;
    const option = optionNamed(quote.symbol);
    if (option?.right !== right) continue;
    const days = option.expiry / DAY_MS - today;
    if (days < minDays || days > maxDays) continue;
    const { expiry, strike } = option;
    const found = { quote, off: Math.abs(Math.abs(quote.delta) - delta), expiry, strike };
    if (best === null || isNearer(found, best)) best = found;
  }
  return best?.quote ?? null;
}

function isTraded({ bid, ask, at }: StrategyQuote, now: Date): boolean {
  return (bid ?? 0) > 0 && ask !== null && now.getTime() - at.getTime() <= STALE_AFTER_MS;
}

interface Rank {
  readonly off: number;
  readonly expiry: number;
  readonly strike: number;
}

function isNearer(one: Rank, other: Rank): boolean {
  if (one.off !== other.off) return one.off < other.off;
  if (one.expiry !== other.expiry) return one.expiry < other.expiry;
  return one.strike < other.strike;
}

/** A stop and a target in percent points of the price paid, cents; 0 leaves one out. */
export function bracketOf(price: number, stopLossPct: number, takeProfitPct: number) {
  const at = (pct: number) => (Math.round(price * (100 + pct)) / 100).toFixed(2);
  return {
    ...(stopLossPct > 0 && stopLossPct < 100 && { stopLoss: at(-stopLossPct) }),
    ...(takeProfitPct > 0 && { takeProfit: at(takeProfitPct) }),
  };
}
