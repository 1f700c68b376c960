import { exchangeDate } from '../../domain/calendar/market-calendar.ts';
import { dec } from '../../domain/decimal.ts';
import type { UserSettings } from '../../domain/account/settings.ts';
import { strictest } from '../../domain/risk/check-entry.ts';
import { limitsOf } from '../../domain/risk/limits-of.ts';
import {
  causeKey,
  changesNothing,
  judgeCauses,
  kindsOf,
  type KnownCause,
  type Sign,
  type TripKind,
} from '../../domain/risk/trip.ts';
import { isJudgedBy, signsIn, type TripContext } from '../../domain/risk/trip-signs.ts';
import type { TradingMode } from '../../domain/mode.ts';
import type { BookChange } from '../../ports/book.ts';
import type { BookDeps } from './book-deps.ts';

export type TripDeps = Pick<BookDeps, 'book' | 'clock' | 'venueClock' | 'server'>;

/** The causes that a look at the book judges. The log is checked by itself. */
export function judgedKinds(mode: TradingMode): readonly TripKind[] {
  return kindsOf(mode).filter((kind) => kind !== 'LOG_BROKEN');
}

/** Without `settings` nothing is known of the day’s loss. They are read before: no transaction may wait for them. */
export function tripContext(
  { book, clock, venueClock, server = '' }: TripDeps,
  settings: UserSettings | null,
): TripContext {
  const now = clock.now();
  const limit = settings && strictest(limitsOf(book.mode, settings), 'maxDailyLoss');
  const maxDailyLoss = settings ? (limit === null ? null : dec(limit)) : undefined;
  const clockOffMs = venueClock?.offMs() ?? null;
  return { now, today: exchangeDate(now), maxDailyLoss, server, clockOffMs };
}

/**
 * Looks at what may trip the user’s switch, under the user’s lock, and trips it: what reads the switch next in
 * this transaction sees it. Costs nothing in a book that does not trip by itself.
 */
export async function lookAtCauses(
  deps: TripDeps,
  change: BookChange,
  settings: UserSettings | null = null,
): Promise<void> {
  const kinds = judgedKinds(deps.book.mode);
  if (kinds.length === 0) return;
  const context = tripContext(deps, settings);
  const { evidence } = await change.tripRecord(context);
  const judges = (cause: KnownCause) => kinds.includes(cause.kind) && isJudgedBy(cause, context);
  await applySigns(change, { judges, signs: signsIn(evidence, context), at: context.now });
}

/** Judges the causes for which `judges` is true by these signs, stores what changed and raises its alerts. */
export async function applySigns(
  change: BookChange,
  {
    judges,
    signs,
    at,
  }: { judges: (cause: KnownCause) => boolean; signs: readonly Sign[]; at: Date },
): Promise<void> {
  const known = (await change.switchCauses()).filter(judges);
  const { killSwitch } = await change.account();
  const judgement = judgeCauses({ known, signs, killSwitch, at });
  if (changesNothing(judgement)) return;
  const { begun, ended, gone, switchTo } = judgement;
  await change.forgetCauses(gone);
  await change.keepCauses([...ended, ...begun]);
  if (switchTo) await change.setKillSwitch(switchTo, at, 'desk', reasonOf(begun));
  for (const cause of gone) await change.resolve('SWITCH_TRIPPED', causeKey(cause), at);
  for (const cause of begun) await alertCause(change, cause, at);
}

function reasonOf(causes: readonly KnownCause[]): string {
  return causes.map(({ words }) => words).join(' ');
}

/** Raises one alert for each cause, until it is read or the switch is lowered. */
async function alertCause(change: BookChange, cause: KnownCause, at: Date): Promise<void> {
  const then =
    cause.trippedAt?.getTime() === at.getTime()
      ? 'The switch tripped itself to HALT ENTRIES: no entry is taken; exits go on as they are. It stays up until a person lowers it.'
      : 'The switch was up already.';
  const key = causeKey(cause);
  const about = { tradeId: null, subject: key, condition: key };
  const message = `${cause.words} ${then}`;
  await change.raise({ kind: 'SWITCH_TRIPPED', severity: 'CRITICAL', message, ...about }, at);
}

/** When a person lowers the switch: ends its alerts and forgets causes that are over. Causes that last trip no more. */
export async function forgetTrips(change: BookChange, at: Date): Promise<void> {
  for (const { about } of await change.standing('SWITCH_TRIPPED'))
    if (about !== 'files') await change.resolve('SWITCH_TRIPPED', about, at);
  const over = (await change.switchCauses()).filter(({ endedAt }) => endedAt !== null);
  await change.forgetCauses(over);
}
