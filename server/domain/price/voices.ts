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

/** A source after its last answers. */
export interface Standing {
  readonly source: PriceSource;
  /** Its last answer; null before the first. */
  readonly word: Observation | null;
  /** Its last price; null where it gave none, or withdrew it since with an answer without one. */
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

/** Answers with nothing new: the last price counts while it is fresh. Any other refusal withdraws it. */
const SAYS_NOTHING: ReadonlySet<string> = new Set(['SILENT', 'PUT_OFF', 'OLDER_BLOCK']);

function voiceAfter(before: Voice | null, word: Observation): Voice | null {
  if (word.refused !== null) return SAYS_NOTHING.has(word.refused) ? before : null;
  const { source, price, receivedAt, hardLiquidityUsd } = word;
  const distance = price.times(word.width);
  const [low, high] = [price.minus(distance), price.plus(distance)];
  return { source, price, low, high, receivedAt, hardLiquidityUsd };
}

/** A voice's age in rounds; a time in the future is as wrong as one in the past: a clock is off. */
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
