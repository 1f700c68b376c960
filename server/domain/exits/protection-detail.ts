import { VENUES } from '../venue.ts';
import { ageSeconds } from '../market/quote.ts';
import { heldByDesk } from '../trade/held-by-desk.ts';
import { isDesksStop } from '../trade/standing-exits.ts';
import { isWatched } from './exit-signal.ts';
import type { Trade, TradeAggregate } from '../trade/trade.ts';
import { describeBlind, type BlindCause } from './watch-blind.ts';
import { whyUnprotected, type ProtectionCause, type WhyUnprotected } from './why-unprotected.ts';

/** The state of the desk's watch over stops that no venue holds. */
export interface WatchState {
  /** Seconds between two looks, by the desk's clock; null when nothing looks. */
  readonly everySeconds: number | null;
  /** When the watch last looked; null when unknown. */
  readonly lookedAt: Date | null;
  /** HALT_ALL is on: the desk watches but does not act. */
  readonly halted: boolean;
}

/** The protection of a position without a working stop at the venue. */
export interface ProtectionDetail {
  readonly cause: ProtectionCause;
  readonly since: Date;
  /** Null: neither the venue nor the desk acts when the stop is reached. */
  readonly watchedEverySeconds: number | null;
  /** The age of the price that the watch uses; null without a price. */
  readonly dataAgeSeconds: number | null;
  /** The delay that the venue adds to its prices. */
  readonly dataDelaySeconds: number;
  readonly words: string;
}

/**
 * Null when the stop is in force at the venue, or none is wanted; also when the desk holds the stop and can act
 * on it. `blind`: why the watch cannot act on this trade.
 */
export function protectionDetail(
  aggregate: TradeAggregate,
  watch: WatchState,
  now: Date,
  blind: BlindCause | null = null,
): ProtectionDetail | null {
  const { trade } = aggregate;
  const bare = whyUnprotected(aggregate, now);
  const why = bare ?? (isDesksStop(aggregate) ? AT_DESK : null);
  if (!why) return null;
  const idle = unattended(why, watch, blind);
  if (!bare && !idle) return null;
  const { cause, words } = idle ?? why;
  const acts = cause === why.cause && cause !== 'EXPIRED' && isWatched(aggregate);
  const watchedEverySeconds = acts ? watch.everySeconds : null;
  const dataDelaySeconds = VENUES[trade.venue].delayMs / 1000;
  const dataAgeSeconds = dataAgeOf(trade, dataDelaySeconds, now);
  return {
    ...{ cause, watchedEverySeconds, dataAgeSeconds, dataDelaySeconds },
    since: trade.unprotectedSince ?? now,
    words: `${heldByDesk(trade) ? NOBODY_ACTS : NO_STOP}: ${words}.`,
  };
}

const NO_STOP = 'No stop is working at the venue';
const NOBODY_ACTS = 'Nothing acts when the stop is reached';
/** The cause where the venue holds no exits at all. */
const AT_DESK: WhyUnprotected = { cause: 'UNCONFIRMED', words: 'only the desk watches it' };

/** What stops the desk from acting on any position comes before the reasons of this one. */
function unattended(
  { cause, words }: WhyUnprotected,
  watch: WatchState,
  blind: BlindCause | null,
): WhyUnprotected | null {
  if (cause === 'IN_REVIEW' || cause === 'ADJUSTED' || cause === 'EXPIRED') return null;
  if (watch.halted)
    return { cause: 'HALTED', words: `HALT_ALL holds back what the desk would send; ${words}` };
  if (watch.everySeconds !== null)
    return blind && { cause: blind, words: `${describeBlind(blind)}; ${words}` };
  const last = watch.lookedAt ? ` since ${watch.lookedAt.toISOString()}` : '';
  return { cause: 'DESK_DOWN', words: `the desk’s watch has not looked${last}; ${words}` };
}

/** The watch uses the venue's prices, so their delay counts even when the mark has a better source. */
function dataAgeOf({ mark }: Trade, delay: number, now: Date): number | null {
  if (!mark?.receivedAt) return null;
  const { sourceTime, receivedAt } = mark;
  return Math.max(delay, ageSeconds({ sourceTime, receivedAt }, now));
}
