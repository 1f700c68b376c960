import type { Decimal } from '../decimal.ts';
import {
  PRICE_SOURCES,
  QUOTE_ROUNDS,
  type Observation,
  type PriceRound,
  type PriceSource,
} from './observation.ts';

/** A source's price, and the three votes that it casts by the Pyth rule: below, at and above it. */
export interface Voice {
  readonly source: PriceSource;
  readonly price: Decimal;
  readonly low: Decimal;
  readonly high: Decimal;
  readonly receivedAt: Date;
  readonly hardLiquidityUsd: Decimal | null;
}

/** Where a source stands after its last words. */
export interface Standing {
  readonly source: PriceSource;
  /** What it last said; null before anything. */
  readonly word: Observation | null;
  /** Its last price; null where it has told none, or withdrew it since by an answer without one. */
  readonly voice: Voice | null;
}

export const NOTHING_SAID: readonly Standing[] = PRICE_SOURCES.map((source) => ({
  ...{ source, word: null, voice: null },
}));

/** The sources after one more round. */
export function afterRound(
  before: readonly Standing[],
  { observations }: PriceRound,
): readonly Standing[] {
  if (observations.length === 0) return before;
  return before.map((standing) => {
    const word = observations.find(({ source }) => source === standing.source);
    return word ? { source: word.source, word, voice: voiceAfter(standing.voice, word) } : standing;
  });
}

/** Nothing new was said: the last price stands as long as it is fresh. Any other answer withdraws it. */
const SAYS_NOTHING: ReadonlySet<string> = new Set(['SILENT', 'PUT_OFF', 'OLDER_BLOCK']);

function voiceAfter(before: Voice | null, word: Observation): Voice | null {
  if (word.refused !== null) return SAYS_NOTHING.has(word.refused) ? before : null;
  const { source, price, receivedAt, hardLiquidityUsd } = word;
  const distance = price.times(word.width);
  const [low, high] = [price.minus(distance), price.plus(distance)];
  return { source, price, low, high, receivedAt, hardLiquidityUsd };
}

/** How many rounds old; a stamp from the future is as wrong as one of the past, by a clock that is off. */
export function ageInRounds({ receivedAt }: Voice, at: Date, roundMs: number): number {
  return Math.abs(at.getTime() - receivedAt.getTime()) / roundMs;
}

export function freshVoices(
  standings: readonly Standing[],
  at: Date,
  roundMs: number,
): readonly Voice[] {
  const fresh: Voice[] = [];
  for (const { voice } of standings)
    if (voice && ageInRounds(voice, at, roundMs) <= QUOTE_ROUNDS.stale) fresh.push(voice);
  return fresh;
}
