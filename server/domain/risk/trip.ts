import type { KillSwitchLevel } from '../account/account.ts';
import type { TradingMode } from '../mode.ts';

/** What trips a book’s switch by itself. */
export type TripKind =
  | 'DAILY_LOSS'
  | 'FAILED_SENDS'
  | 'ORDER_UNKNOWN'
  | 'VENUE_DIFFERS'
  | 'TURNED_AWAY'
  | 'CLOCK_OFF'
  | 'PRICE_CONFLICT'
  | 'LOG_BROKEN';

/** Which book each cause trips. PAPER trips on nothing but a broken log: its orders cost nothing. */
export const TRIPS: Readonly<Record<TripKind, readonly TradingMode[]>> = {
  DAILY_LOSS: ['REAL'],
  FAILED_SENDS: ['REAL'],
  ORDER_UNKNOWN: ['REAL'],
  VENUE_DIFFERS: ['REAL'],
  TURNED_AWAY: ['REAL'],
  CLOCK_OFF: ['REAL'],
  PRICE_CONFLICT: ['REAL'],
  LOG_BROKEN: ['PAPER', 'REAL'],
};

export const TRIP_KINDS = Object.keys(TRIPS) as readonly TripKind[];

export function kindsOf(mode: TradingMode): readonly TripKind[] {
  return TRIP_KINDS.filter((kind) => TRIPS[kind].includes(mode));
}

/** One cause: two orders without an answer are two causes, and each trips. */
export interface Cause {
  readonly kind: TripKind;
  /** The order’s tag, the account, the server or the day; empty where a book has at most one such cause. */
  readonly subject: string;
}

/** A look's finding about a cause. */
export interface Sign extends Cause {
  /** UNCLEAR: it cannot be judged now, so a known cause does not end and a new one does not begin. */
  readonly state: 'STANDS' | 'UNCLEAR';
  /** The evidence, in a sentence. */
  readonly words: string;
}

/** A cause that was found. It is kept after its end while the switch that it tripped is up. */
export interface KnownCause extends Cause {
  readonly since: Date;
  /** When it tripped the switch; null when the switch was already up. */
  readonly trippedAt: Date | null;
  /** Null while it lasts. */
  readonly endedAt: Date | null;
  readonly words: string;
}

export interface Judgement {
  /** New causes, each in place of any known one of the same kind and subject. */
  readonly begun: readonly KnownCause[];
  /** Causes that are over, kept with their end. */
  readonly ended: readonly KnownCause[];
  /** Causes that are over, and on which nothing depends any more. */
  readonly gone: readonly KnownCause[];
  /** The new state of the switch; null: it stays. Never above HALT_ENTRIES, and never lower than now. */
  readonly switchTo: 'HALT_ENTRIES' | null;
}

export function causeKey({ kind, subject }: Cause): string {
  return `${kind} ${subject}`;
}

export function lasts({ endedAt }: KnownCause): boolean {
  return endedAt === null;
}

/**
 * The changes that a look at a book makes. A cause trips the switch once, when it begins: while it lasts, a
 * person may lower the switch. A cause that ended and comes again trips again, and so does another cause.
 */
export function judgeCauses({
  known,
  signs,
  killSwitch,
  at,
}: {
  readonly known: readonly KnownCause[];
  readonly signs: readonly Sign[];
  readonly killSwitch: KillSwitchLevel;
  readonly at: Date;
}): Judgement {
  const before = new Map(known.map((cause) => [causeKey(cause), cause]));
  const seen = new Map(signs.map((sign) => [causeKey(sign), sign]));
  const isDown = killSwitch === 'OFF';
  const begun = [...seen.values()]
    .filter(({ state }) => state === 'STANDS')
    .filter((sign) => before.get(causeKey(sign))?.endedAt !== null)
    .map((sign): KnownCause => {
      const { kind, subject, words } = sign;
      const tripped = isDown ? at : (before.get(causeKey(sign))?.trippedAt ?? null);
      return { kind, subject, words, since: at, trippedAt: tripped, endedAt: null };
    });
  const over = known.filter((cause) => lasts(cause) && !seen.has(causeKey(cause)));
  const isKept = ({ trippedAt }: KnownCause) => trippedAt !== null && !isDown;
  const forgotten = isDown ? known.filter((cause) => !lasts(cause)) : [];
  const again = new Set(begun.map(causeKey));
  return {
    begun,
    ended: over.filter(isKept).map((cause) => ({ ...cause, endedAt: at })),
    gone: [...over.filter((cause) => !isKept(cause)), ...forgotten].filter(
      (cause) => !again.has(causeKey(cause)),
    ),
    switchTo: isDown && begun.length > 0 ? 'HALT_ENTRIES' : null,
  };
}

export function changesNothing({ begun, ended, gone }: Judgement): boolean {
  return begun.length + ended.length + gone.length === 0;
}
