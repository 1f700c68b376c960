import { Decimal, dec, sum } from '../decimal.ts';
import type { Mint } from '../ids.ts';
import { inDollars, quotedInHard, type HardPool } from './hard-pools.ts';
import type { AcceptedPrice } from './judged-price.ts';
import { LEAST_WIDTH, type Observation, type Unpriced } from './observation.ts';
import { isWithin, SPREAD } from './spread.ts';
import type { Told, TokenPool } from './told.ts';
import { median, weightedMedian } from './weighted-median.ts';

/** Dollars of SOL, USDC and USDT below which pools prove no price. */
export const LEAST_HARD_USD = { pool: dec(2_000), together: dec(20_000) } as const;
/** A pool with less than this share of the deepest one says nothing beside it. */
const LEAST_SHARE = dec('0.05');
/** Beyond 3.5 times the median deviation (scaled to a standard deviation), a pool is left out; of four at least. */
const OUTLIER = {
  pools: 4,
  z: dec('3.5'),
  scale: dec('0.6745'),
  leastDeviation: dec('0.0005'),
} as const;
const HALF = dec('0.5');

/** What pools that hold SOL are converted by; those that hold USDC or USDT count as dollars. */
export interface SolPrice {
  /** SOL's last accepted price; null before its first. */
  readonly accepted: AcceptedPrice | null;
  /** How old it may be when pools are converted by it. */
  readonly staleMs: number;
}

/** DexScreener's pools of a mint through their gates. */
export function gatePools(
  mint: Mint,
  told: Told<readonly TokenPool[]>,
  { accepted, staleMs }: SolPrice,
): Observation {
  const { receivedAt } = told;
  const isStale = accepted && receivedAt.getTime() - accepted.at.getTime() > staleMs;
  const sol = isStale ? null : accepted;
  const refuse = (refused: Unpriced, pools: readonly HardPool[] = []) =>
    refusal(receivedAt, refused, pools);
  if (told.value === null) return refuse(told.why);
  if (told.value.length === 0) return refuse('ABSENT');
  const listed = quotedInHard(mint, told.value);
  if (listed.length === 0) return refuse('NO_HARD_POOL');
  const read = listed.map((pool) => inDollars(pool, sol));
  const pools = read.filter((pool) => pool !== null && pool !== 'MALFORMED');
  if (pools.length === 0) return refuse(read.includes(null) ? 'UNCONVERTED' : 'MALFORMED');
  const priced = pools.filter(({ price }) => price.greaterThan(0));
  if (priced.length === 0) return refuse('ZERO', pools);
  const deep = deepEnough(priced);
  if (totalOf(deep).lessThan(LEAST_HARD_USD.together)) return refuse('THIN', priced);
  const traded = deep.filter((pool) => pool.traded);
  if (traded.length === 0) return refuse('IDLE', deep);
  const sound = traded.filter((pool) => !pool.contradicts);
  return sound.length === 0 ? refuse('CONTRADICTS_ITSELF', traded) : priceOf(receivedAt, sound);
}

function deepEnough(pools: readonly HardPool[]): readonly HardPool[] {
  const deepest = Decimal.max(...pools.map(({ hardUsd }) => hardUsd));
  const least = Decimal.max(LEAST_HARD_USD.pool, deepest.times(LEAST_SHARE));
  return pools.filter(({ hardUsd }) => hardUsd.greaterThanOrEqualTo(least));
}

function priceOf(receivedAt: Date, sound: readonly HardPool[]): Observation {
  const pools = withoutOutliers(sound);
  const [low, high] = weightedMedian(
    pools.map(({ price, hardUsd }) => ({ value: price, weight: hardUsd })),
  );
  if (!isWithin(low, high, SPREAD.conflict))
    return refusal(receivedAt, 'CONTRADICTS_ITSELF', pools);
  const price = low === high ? low : low.plus(high).times(HALF);
  const width = deviation(pools, price).dividedBy(price).toSignificantDigits(6);
  return {
    source: 'DEXSCREENER',
    receivedAt: earliest(receivedAt, pools),
    price,
    width: Decimal.max(width, LEAST_WIDTH),
    hardLiquidityUsd: totalOf(pools),
    blockId: null,
    refused: null,
  };
}

function withoutOutliers(pools: readonly HardPool[]): readonly HardPool[] {
  if (pools.length < OUTLIER.pools) return pools;
  const middle = median(pools.map(({ price }) => price));
  const least = middle.times(OUTLIER.leastDeviation);
  const most = Decimal.max(deviation(pools, middle), least)
    .times(OUTLIER.z)
    .dividedBy(OUTLIER.scale);
  return pools.filter(({ price }) => price.minus(middle).abs().lessThanOrEqualTo(most));
}

function deviation(pools: readonly HardPool[], middle: Decimal): Decimal {
  return median(pools.map(({ price }) => price.minus(middle).abs()));
}

function totalOf(pools: readonly HardPool[]): Decimal {
  return sum(pools.map(({ hardUsd }) => hardUsd));
}

function earliest(receivedAt: Date, pools: readonly HardPool[]): Date {
  const times = pools.map(({ convertedAt }) => convertedAt?.getTime() ?? Infinity);
  return new Date(Math.min(receivedAt.getTime(), ...times));
}

function refusal(receivedAt: Date, refused: Unpriced, pools: readonly HardPool[]): Observation {
  const priced = pools.filter(({ price }) => price.greaterThan(0));
  const deepest = [...priced].sort((a, b) => b.hardUsd.comparedTo(a.hardUsd))[0];
  const hardLiquidityUsd = pools.length > 0 ? totalOf(pools) : null;
  return {
    source: 'DEXSCREENER',
    ...{ receivedAt, price: deepest?.price ?? null, hardLiquidityUsd, refused },
  };
}
