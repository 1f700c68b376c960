import { isTraded } from '../instrument/contract-hours.ts';
import { isStale } from '../market/mark-rules.ts';
import type { Quote } from '../market/quote.ts';
import type { TradeAggregate } from '../trade/trade.ts';

/** Why the desk could not act if a stop that only it watches were reached. */
export type BlindCause = 'NO_BROKER' | 'NO_PRICE' | 'NO_ROUTE';

const BLIND_CAUSES: readonly BlindCause[] = ['NO_BROKER', 'NO_PRICE', 'NO_ROUTE'];

/** A shorter gap may be a passing problem. */
export const BLIND_AFTER_MS = 60_000;

interface Sight {
  /** Whether the desk can reach the trade's own account. */
  readonly reachable: boolean;
  /** The venue trades around the clock. */
  readonly alwaysOpen: boolean;
  readonly quote: Quote | undefined;
}

/** Null when the desk can see and act. Outside the contract's session no price is expected. */
export function blindness(
  { trade }: TradeAggregate,
  { reachable, alwaysOpen, quote }: Sight,
  now: Date,
): BlindCause | null {
  if (!reachable) return 'NO_BROKER';
  if (!alwaysOpen && !isTraded(trade.instrument, now)) return null;
  return quote && !isStale(quote, now) ? null : 'NO_PRICE';
}

/** Starts in lower case and has no full stop, to fit into sentences. */
export function describeBlind(cause: BlindCause): string {
  return WORDS[cause];
}

const WORDS: Readonly<Record<BlindCause, string>> = {
  NO_BROKER:
    'no stored token answers for the account of this trade, so that the desk can send nothing there',
  NO_PRICE: 'the desk has no fresh price of it, so that it cannot see whether the stop is reached',
  NO_ROUTE: 'nothing routes a sale of it, so that the desk cannot sell though an exit is reached',
};

/** The cause in a stored alert condition; null for any other condition. */
export function blindCauseOf(condition: string | null): BlindCause | null {
  return BLIND_CAUSES.find((cause) => cause === condition) ?? null;
}
