import { isTraded } from '../instrument/contract-hours.ts';
import { isStale } from '../market/mark-rules.ts';
import type { Quote } from '../market/quote.ts';
import type { TradeAggregate } from '../trade/trade.ts';

/** Why the desk could not act if a stop that only it holds to were reached. */
export type BlindCause = 'NO_BROKER' | 'NO_PRICE';

/** So long it may be a moment's trouble. */
export const BLIND_AFTER_MS = 60_000;

interface Sight {
  /** Whether a broker of the trade's own account is at hand. */
  readonly reachable: boolean;
  /** The venue trades around the clock. */
  readonly alwaysOpen: boolean;
  readonly quote: Quote | undefined;
}

/** Null where the desk can see and act. Out of the contract's own session no price is missed. */
export function blindness(
  { trade }: TradeAggregate,
  { reachable, alwaysOpen, quote }: Sight,
  now: Date,
): BlindCause | null {
  if (!reachable) return 'NO_BROKER';
  if (!alwaysOpen && !isTraded(trade.instrument, now)) return null;
  return quote && !isStale(quote, now) ? null : 'NO_PRICE';
}

/** Begins in lower case and has no full stop: it goes into sentences. */
export function describeBlind(cause: BlindCause): string {
  return cause === 'NO_BROKER'
    ? 'no stored token answers for the account of this trade, so that the desk can send nothing there'
    : 'the desk has no fresh price of it, so that it cannot see whether the stop is reached';
}

/** Of what is stored as a condition; null for anything else. */
export function blindCauseOf(condition: string | null): BlindCause | null {
  return condition === 'NO_BROKER' || condition === 'NO_PRICE' ? condition : null;
}
