import type { AgreementKind } from './agreement.ts';
import type { ConfidencePart } from './judged-price.ts';
import { QUOTE_ROUNDS, type NEEDED_SOURCES, type PriceSource } from './observation.ts';

/** What a price's confidence is computed from. */
export interface Evidence {
  readonly agreement: AgreementKind;
  /** How far the highest fresh price lies above the lowest, as a fraction; null with fewer than two. */
  readonly spread: number | null;
  /** Rounds since each fresh voice was received. */
  readonly ages: readonly { readonly source: PriceSource; readonly rounds: number }[];
  /** How many needed sources have a fresh price and answered when last asked. */
  readonly answering: number;
  /** Dollars of SOL, USDC and USDT; null where unknown. */
  readonly hardLiquidityUsd: number | null;
  /** Prices accepted within the hour. */
  readonly accepted: number;
  /** Whether the price waits to be confirmed. */
  readonly doubted: boolean;
}

/** Weights of the parts; they add up to one. */
export const WEIGHTS: Readonly<Record<ConfidencePart, number>> = {
  agreement: 0.3,
  freshness: 0.2,
  liquidity: 0.2,
  history: 0.15,
  coverage: 0.15,
};

/** This many accepted prices make a history to compare a price with. */
export const ENOUGH_ACCEPTED = 5;
/** The score by the number of sources that answer. */
const COVERAGE = [0, 0.2, 0.5, 1];
/** The most score by number of voices: two cannot outvote each other, and one alone outvotes none. */
const MOST_AGREEMENT = [0, 0.3, 0.6, 1];
const APART = { outvoted: 0.2, undecided: 0.05 };
/** The score where nothing is known of the pools, or they have as little as is accepted at all. */
const LEAST_LIQUIDITY = 0.3;
/** Dollars that pools need at least, and those beyond which more changes nothing. */
const DEPTH = { least: 20_000, full: 1_000_000 };
/** Rounds until a source's next price is due. After that freshness falls, to one half where it is stale. */
const DUE: Readonly<Record<(typeof NEEDED_SOURCES)[number], number>> = {
  JUPITER: 2,
  DEXSCREENER: QUOTE_ROUNDS.renewed,
  QUOTE: QUOTE_ROUNDS.renewed,
};

export type Scores = Readonly<Record<ConfidencePart, number>>;

export function scoresOf(evidence: Evidence): Scores {
  return {
    agreement: agreementScore(evidence),
    freshness: freshnessScore(evidence),
    liquidity: liquidityScore(evidence.hardLiquidityUsd),
    history: historyScore(evidence),
    coverage: COVERAGE[evidence.answering] ?? 0,
  };
}

/** The weighted geometric mean: a part near zero cannot be averaged away. Rounded to four digits. */
export function confidenceOf(scores: Scores): number {
  let product = 1;
  for (const [name, weight] of Object.entries(WEIGHTS))
    product *= scores[name as ConfidencePart] ** weight;
  return Math.round(product * 10_000) / 10_000;
}

function agreementScore({ agreement, spread, ages }: Evidence): number {
  const most = MOST_AGREEMENT[Math.min(ages.length, MOST_AGREEMENT.length - 1)] ?? 0;
  if (agreement === 'CONFLICT') return APART.undecided;
  if (agreement === 'OUTVOTED' || agreement === 'BRIDGED') return APART.outvoted;
  return Math.min(most, bySpread(spread ?? 0));
}

/** The score by spread: full up to half a percent, 0.9 at 1 %, 0.6 at 3 %. */
function bySpread(spread: number): number {
  if (spread <= 0.005) return 1;
  if (spread <= 0.01) return 1 - (spread - 0.005) * 20;
  return Math.max(0.6, 0.9 - (spread - 0.01) * 15);
}

/** Pyth's age costs nothing, because its absence costs nothing either. */
function freshnessScore({ ages }: Evidence): number {
  if (ages.length === 0) return 0;
  const scores = ages.map(({ source, rounds }) =>
    source === 'PYTH' ? 1 : dueScore(rounds, DUE[source]),
  );
  return Math.min(...scores);
}

function dueScore(rounds: number, due: number): number {
  const over = Math.max(0, rounds - due) / (QUOTE_ROUNDS.stale - due);
  return 1 - Math.min(1, over) / 2;
}

function liquidityScore(usd: number | null): number {
  if (usd === null || usd <= DEPTH.least) return LEAST_LIQUIDITY;
  const share = Math.log(usd / DEPTH.least) / Math.log(DEPTH.full / DEPTH.least);
  return Math.min(1, LEAST_LIQUIDITY + (1 - LEAST_LIQUIDITY) * share);
}

function historyScore({ accepted, doubted }: Evidence): number {
  if (doubted) return 0.1;
  return 0.2 + 0.8 * Math.min(1, accepted / ENOUGH_ACCEPTED);
}
