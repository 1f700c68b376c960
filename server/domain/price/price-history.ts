import { dec, type Decimal } from '../decimal.ts';
import { agreementOf, priceOf, type Agreement } from './agreement.ts';
import type { AcceptedPrice } from './judged-price.ts';
import type { PriceRound } from './observation.ts';
import { isWithin } from './spread.ts';
import { afterRound, freshVoices, NOTHING_SAID, type Standing, type Voice } from './voices.ts';
import { median } from './weighted-median.ts';

/** A token's price after some rounds: the prices that were believed, and a step that waits. */
export interface PriceHistory {
  readonly standings: readonly Standing[];
  /** Oldest first, of one hour at most. */
  readonly accepted: readonly AcceptedPrice[];
  /** A step that waits for rounds to confirm it. */
  readonly suspect: Suspect | null;
}

interface Suspect {
  /** The price of its last round: a step that continues is the same step. */
  readonly price: Decimal;
  readonly confirmations: number;
}

/** Why a price does not fit the history. */
export type PriceDoubt = 'SUSPECT_STEP' | 'FAR_FROM_HOUR';

const HOUR_MS = 3_600_000;
const STEP = { up: dec('1.1'), down: dec('0.9') } as const;
const CONFIRMATIONS = 2;
/** How many times above or below the median of the last hour's accepted prices is far. */
const FAR = dec(5);

/** The history after these rounds, oldest first, and the prices that were accepted before them. */
export function historyOf(
  rounds: readonly PriceRound[],
  earlier: readonly AcceptedPrice[],
  roundMs: number,
): PriceHistory {
  return historiesOf(rounds, earlier, roundMs).at(-1) ?? begun(earlier);
}

/** The history after each of the rounds. */
export function historiesOf(
  rounds: readonly PriceRound[],
  earlier: readonly AcceptedPrice[],
  roundMs: number,
): readonly PriceHistory[] {
  let history = begun(earlier);
  return rounds.map((round) => (history = after(history, round, roundMs)));
}

function begun(earlier: readonly AcceptedPrice[]): PriceHistory {
  return { standings: NOTHING_SAID, accepted: earlier, suspect: null };
}

function after(history: PriceHistory, round: PriceRound, roundMs: number): PriceHistory {
  const standings = afterRound(history.standings, round);
  const agreement = agreementOf(freshVoices(standings, round.at, roundMs));
  // A lone voice is shown, but never believed: honest prices would be compared with it.
  if (agreement.counted.length < 2) return { ...history, standings };
  const heard = (voice: Voice) => !history.standings.some((before) => before.voice === voice);
  // A voice received in an earlier round confirms nothing.
  if (!agreement.counted.some(heard)) return { ...history, standings };
  return { standings, ...offered(history, agreement, round.at) };
}

function offered(
  { accepted: all, suspect }: PriceHistory,
  agreement: Agreement,
  at: Date,
): Pick<PriceHistory, 'accepted' | 'suspect'> {
  const price = priceOf(agreement.counted);
  const accepted = withinHour(all, at);
  const last = accepted.at(-1);
  if (!last || !isStep(last.price, price))
    return { accepted: [...accepted, { price, at }], suspect: null };
  const goesOn = suspect && !isStep(suspect.price, price);
  const confirmations = goesOn ? suspect.confirmations + 1 : 0;
  const waits = { accepted, suspect: { price, confirmations } };
  if (confirmations < CONFIRMATIONS) return waits;
  if (!isFar(accepted, price)) return { accepted: [...accepted, { price, at }], suspect: null };
  // The last hour is no measure for a price that a quote proves: the history begins anew.
  const proven = agreement.counted.some(({ source }) => source === 'QUOTE');
  return proven ? { accepted: [{ price, at }], suspect: null } : waits;
}

/** Why a price does not fit the history; null: as far as the history goes, it may be acted on. */
export function doubtOf(history: PriceHistory, price: Decimal, now: Date): PriceDoubt | null {
  const accepted = withinHour(history.accepted, now);
  const last = accepted.at(-1);
  if (!last || !isStep(last.price, price)) return null;
  const confirmed = (history.suspect?.confirmations ?? 0) >= CONFIRMATIONS;
  return confirmed && isFar(accepted, price) ? 'FAR_FROM_HOUR' : 'SUSPECT_STEP';
}

export function withinHour(
  accepted: readonly AcceptedPrice[],
  now: Date,
): readonly AcceptedPrice[] {
  const since = now.getTime() - HOUR_MS;
  const first = accepted.findIndex(({ at }) => at.getTime() >= since);
  if (first === 0) return accepted;
  return first < 0 ? [] : accepted.slice(first);
}

function isStep(from: Decimal, to: Decimal): boolean {
  return to.greaterThan(from.times(STEP.up)) || to.lessThan(from.times(STEP.down));
}

function isFar(accepted: readonly AcceptedPrice[], price: Decimal): boolean {
  return !isWithin(median(accepted.map((before) => before.price)), price, FAR);
}
