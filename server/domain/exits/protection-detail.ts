import { VENUES } from '../venue.ts';
import { ageSeconds } from '../market/quote.ts';
import { isWatched } from './exit-signal.ts';
import type { Trade, TradeAggregate } from '../trade/trade.ts';
import { describeBlind, type BlindCause } from './watch-blind.ts';
import { whyUnprotected, type ProtectionCause, type WhyUnprotected } from './why-unprotected.ts';

/** How the desk looks after what no venue stops out. */
export interface WatchState {
  /** Seconds of the desk's clock between two looks; null where nothing looks. */
  readonly everySeconds: number | null;
  /** When it last looked; null where nobody knows. */
  readonly lookedAt: Date | null;
  /** HALT_ALL is on: what is watched is not acted on. */
  readonly halted: boolean;
}

/** How a position stands that has no working stop at the venue. */
export interface ProtectionDetail {
  readonly cause: ProtectionCause;
  readonly since: Date;
  /** Null: nobody acts where the stop is reached. */
  readonly watchedEverySeconds: number | null;
  /** How old what the watch goes by is; null where there is no price. */
  readonly dataAgeSeconds: number | null;
  /** By how much the venue's prices lag behind the market on purpose. */
  readonly dataDelaySeconds: number;
  readonly words: string;
}

/** Null where the stop stands at the venue, or none is wanted. `blind`: what was told of the watch of this trade. */
export function protectionDetail(
  aggregate: TradeAggregate,
  watch: WatchState,
  now: Date,
  blind: BlindCause | null = null,
): ProtectionDetail | null {
  const { trade } = aggregate;
  const why = whyUnprotected(aggregate, now);
  if (!why) return null;
  const { cause, words } = unattended(why, watch, blind) ?? why;
  const acts = cause === why.cause && cause !== 'EXPIRED' && isWatched(aggregate);
  const watchedEverySeconds = acts ? watch.everySeconds : null;
  const dataDelaySeconds = VENUES[trade.venue].delayMs / 1000;
  const dataAgeSeconds = dataAgeOf(trade, dataDelaySeconds, now);
  return {
    ...{ cause, watchedEverySeconds, dataAgeSeconds, dataDelaySeconds },
    since: trade.unprotectedSince ?? now,
    words: `No stop stands at the venue: ${words}.`,
  };
}

/** What keeps the desk from acting on any position, before what is the matter with this one. */
function unattended(
  { cause, words }: WhyUnprotected,
  watch: WatchState,
  blind: BlindCause | null,
): WhyUnprotected | null {
  if (cause === 'IN_REVIEW' || cause === 'ADJUSTED' || cause === 'EXPIRED') return null;
  if (watch.halted)
    return { cause: 'HALTED', words: `HALT_ALL holds what the desk would send; ${words}` };
  if (watch.everySeconds !== null)
    return blind && { cause: blind, words: `${describeBlind(blind)}; ${words}` };
  const last = watch.lookedAt ? ` since ${watch.lookedAt.toISOString()}` : '';
  return { cause: 'DESK_DOWN', words: `the desk’s watch has not looked${last}; ${words}` };
}

/** The mark may come from a better source than the venue, by whose prices the watch goes. */
function dataAgeOf({ mark }: Trade, delay: number, now: Date): number | null {
  if (!mark?.receivedAt) return null;
  const { sourceTime, receivedAt } = mark;
  return Math.max(delay, ageSeconds({ sourceTime, receivedAt }, now));
}
