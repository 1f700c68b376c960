import { Decimal, dec, sum } from '../decimal.ts';
import type { Mint } from '../ids.ts';
import type { HardPool } from './hard-pools.ts';
import type { AcceptedPrice } from './judged-price.ts';
import { LEAST_WIDTH, type Observation, type Unpriced } from './observation.ts';
import {
  deviation,
  LEAST_HARD_USD,
  stagePools,
  type PoolRefusal,
  type StagedPool,
} from './pool-stages.ts';
import { isWithin, SPREAD } from './spread.ts';
import type { Told, TokenPool } from './told.ts';
import { weightedMedian } from './weighted-median.ts';

const HALF = dec('0.5');

/** The price of SOL that converts pools that hold SOL; USDC and USDT count as dollars. */
export interface SolPrice {
  /** SOL's last accepted price; null before its first. */
  readonly accepted: AcceptedPrice | null;
  /** How old this price may be when pools are converted by it. */
  readonly staleMs: number;
}

/** SOL's accepted price; null where there is none, or only an old one. */
export function freshSol({ accepted, staleMs }: SolPrice, at: Date): AcceptedPrice | null {
  return accepted && at.getTime() - accepted.at.getTime() <= staleMs ? accepted : null;
}

/** The price of DexScreener's pools of a mint, after their gates. */
export function gatePools(
  mint: Mint,
  told: Told<readonly TokenPool[]>,
  { accepted, staleMs }: SolPrice,
): Observation {
  const { receivedAt } = told;
  const sol = freshSol({ accepted, staleMs }, receivedAt);
  const refuse = (refused: Unpriced, pools: readonly HardPool[] = []) =>
    refusal(receivedAt, refused, pools);
  if (told.value === null) return refuse(told.why);
  if (told.value.length === 0) return refuse('ABSENT');
  return gate(receivedAt, stagePools(mint, told.value, sol), refuse);
}

/** The refusal of all pools together: the last gate that any of them reached. */
function gate(
  receivedAt: Date,
  pools: readonly StagedPool[],
  refuse: (refused: Unpriced, pools?: readonly HardPool[]) => Observation,
): Observation {
  const beyond = (...gates: readonly PoolRefusal[]) =>
    pools.filter(({ refused }) => refused === null || !gates.includes(refused));
  const listed = beyond('OTHER_SIDE', 'SOFT_QUOTE');
  if (listed.length === 0) return refuse('NO_HARD_POOL');
  const read = listed.flatMap(({ hard }) => hard ?? []);
  const unconverted = listed.some(({ refused }) => refused === 'UNCONVERTED');
  if (read.length === 0) return refuse(unconverted ? 'UNCONVERTED' : 'MALFORMED');
  const priced = hardOf(beyond(...UNREAD, 'ZERO'));
  if (priced.length === 0) return refuse('ZERO', read);
  const deep = hardOf(beyond(...UNREAD, 'ZERO', 'THIN'));
  if (totalOf(deep).lessThan(LEAST_HARD_USD.together)) return refuse('THIN', priced);
  const traded = hardOf(beyond(...UNREAD, 'ZERO', 'THIN', 'IDLE'));
  if (traded.length === 0) return refuse('IDLE', deep);
  const counted = hardOf(pools.filter(({ refused }) => refused === null));
  return counted.length === 0 ? refuse('CONTRADICTS_ITSELF', traded) : priceOf(receivedAt, counted);
}

const UNREAD: readonly PoolRefusal[] = ['OTHER_SIDE', 'SOFT_QUOTE', 'MALFORMED', 'UNCONVERTED'];

function hardOf(pools: readonly StagedPool[]): readonly HardPool[] {
  return pools.flatMap(({ hard }) => hard ?? []);
}

function priceOf(receivedAt: Date, pools: readonly HardPool[]): Observation {
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
