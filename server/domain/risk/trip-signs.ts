import { dec, type Decimal } from '../decimal.ts';
import type { CalendarDate, Tag } from '../ids.ts';
import { lasts, type KnownCause, type Sign } from './trip.ts';

/** The number of failed sends in a row that trips. */
export const FAILED_SENDS = 5;
/** How long an order must be without an answer to trip; one that is settled sooner trips nothing. */
export const UNKNOWN_MS = 5 * 60_000;
/** How far the clock must be off the venue’s to trip. */
export const CLOCK_OFF_MS = 30_000;
/** The longest that another server's finding about its own clock lasts: that server may be gone. */
export const CLOCK_CAUSE_MS = 24 * 3_600_000;
/** The share of holdings with a price conflict that trips. */
export const CONFLICT_SHARE = dec('0.5');

/** What a user’s book shows about causes, read at one moment. */
export interface TripEvidence {
  /** Orders without an answer, each with when it was sent. */
  readonly unknown: readonly { readonly tag: Tag; readonly sentAt: Date }[];
  /** Comparisons of positions and cash with an account that do not agree. */
  readonly differing: readonly {
    /** The account and what differs there. */
    readonly subject: string;
    readonly state: 'DIFFERS' | 'UNKNOWN';
    /** Whether it also differed at the comparison before. */
    readonly twice: boolean;
  }[];
  /** Accounts whose venue refuses the token. */
  readonly turnedAway: readonly {
    readonly subject: string;
    /** Whether only one read met the refusal: a gateway errs now and then. */
    readonly onlyOnce: boolean;
  }[];
  /** Open trades, and those among them whose price contradicts itself. */
  readonly held: number;
  readonly conflicting: number;
  /** The result realised today, fees included. */
  readonly netToday: Decimal;
  /** How many of the newest sends failed in a row. */
  readonly failedSends: number;
}

/** Facts that no book holds, such as the user’s limit and the venue’s clock. */
export interface TripContext {
  readonly today: CalendarDate;
  readonly now: Date;
  /** The limit; undefined: it was not read, so the day’s loss cannot be judged. */
  readonly maxDailyLoss: Decimal | null | undefined;
  /** The server that looks: its clock is a fact about it alone. */
  readonly server: string;
  /** This server’s clock less the venue’s; null when the venue has not given its time lately. */
  readonly clockOffMs: number | null;
}

/**
 * Whether a look may judge a cause. It judges another server’s clock only after that server should have found
 * it again.
 */
export function isJudgedBy(cause: KnownCause, { server, now }: TripContext): boolean {
  const { kind, subject, since } = cause;
  if (kind !== 'CLOCK_OFF' || !lasts(cause) || [server, ''].includes(subject)) return true;
  return now.getTime() - since.getTime() >= CLOCK_CAUSE_MS;
}

/** Every sign in the evidence; a kind without a sign is over. */
export function signsIn(evidence: TripEvidence, context: TripContext): readonly Sign[] {
  return [
    ...lossSigns(evidence, context),
    ...sendSigns(evidence),
    ...unknownSigns(evidence, context),
    ...differenceSigns(evidence),
    ...evidence.turnedAway.map(({ subject, onlyOnce }) =>
      onlyOnce
        ? unclear('TURNED_AWAY', subject)
        : stands('TURNED_AWAY', subject, `${subject} refuses the stored token (401 or 403).`),
    ),
    ...clockSigns(context),
    ...conflictSigns(evidence),
  ];
}

function stands(kind: Sign['kind'], subject: string, words: string): Sign {
  return { kind, subject, state: 'STANDS', words };
}

function unclear(kind: Sign['kind'], subject: string): Sign {
  return { kind, subject, state: 'UNCLEAR', words: '' };
}

function lossSigns({ netToday }: TripEvidence, { today, maxDailyLoss }: TripContext) {
  if (maxDailyLoss === undefined) return [unclear('DAILY_LOSS', today)];
  const loss = netToday.neg();
  if (maxDailyLoss === null || !loss.greaterThan(0) || loss.lessThan(maxDailyLoss)) return [];
  const words = `The day’s realised loss is ${loss.toFixed()} of ${maxDailyLoss.toFixed()} dollars.`;
  return [stands('DAILY_LOSS', today, words)];
}

function sendSigns({ failedSends }: TripEvidence): readonly Sign[] {
  if (failedSends < FAILED_SENDS) return [];
  return [stands('FAILED_SENDS', '', `The last ${FAILED_SENDS} orders that were sent all failed.`)];
}

function unknownSigns({ unknown }: TripEvidence, { now }: TripContext): readonly Sign[] {
  const minutes = UNKNOWN_MS / 60_000;
  return unknown
    .filter(({ sentAt }) => now.getTime() - sentAt.getTime() >= UNKNOWN_MS)
    .map(({ tag }) =>
      stands('ORDER_UNKNOWN', tag, `The order ${tag} has had no answer for ${minutes} minutes.`),
    );
}

function differenceSigns({ differing }: TripEvidence): readonly Sign[] {
  return differing.map(({ subject, state, twice }) =>
    state === 'DIFFERS' && twice
      ? stands(
          'VENUE_DIFFERS',
          subject,
          `The venue differs from the ledger twice in a row: ${subject}.`,
        )
      : unclear('VENUE_DIFFERS', subject),
  );
}

function clockSigns({ server, clockOffMs }: TripContext): readonly Sign[] {
  if (clockOffMs === null) return [unclear('CLOCK_OFF', server)];
  if (Math.abs(clockOffMs) < CLOCK_OFF_MS) return [];
  const seconds = Math.round(Math.abs(clockOffMs) / 1000);
  const side = clockOffMs > 0 ? 'ahead of' : 'behind';
  const whose = server === '' ? 'The desk’s clock' : `The clock of the server ${server}`;
  return [stands('CLOCK_OFF', server, `${whose} is ${seconds} s ${side} the venue’s.`)];
}

function conflictSigns({ held, conflicting }: TripEvidence): readonly Sign[] {
  if (held === 0 || dec(conflicting).lessThan(CONFLICT_SHARE.times(held))) return [];
  const words = `The price of ${conflicting} of ${held} open trades contradicts itself.`;
  return [stands('PRICE_CONFLICT', '', words)];
}
