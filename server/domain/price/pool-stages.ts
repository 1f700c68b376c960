import { Decimal, dec } from '../decimal.ts';
import type { Mint } from '../ids.ts';
import { inDollars, isQuotedInHard, type HardPool } from './hard-pools.ts';
import type { AcceptedPrice } from './judged-price.ts';
import type { TokenPool } from './told.ts';
import { median } from './weighted-median.ts';

/** Dollars of SOL, USDC and USDT below which pools prove no price. */
export const LEAST_HARD_USD = { pool: dec(2_000), together: dec(20_000) } as const;
/** A pool with less than this share of the deepest one's dollars counts for nothing next to it. */
const LEAST_SHARE = dec('0.05');
/** Pools beyond 3.5 median deviations (scaled to a standard deviation) are left out, if there are four at least. */
const OUTLIER = {
  pools: 4,
  z: dec('3.5'),
  scale: dec('0.6745'),
  leastDeviation: dec('0.0005'),
} as const;

/** Why one pool does not count in its token's price. */
export type PoolRefusal =
  /** The token is the other side of the pool. */
  | 'OTHER_SIDE'
  /** The pool trades the token for something other than SOL, USDC or USDT. */
  | 'SOFT_QUOTE'
  | 'MALFORMED'
  /** The pool holds SOL, and no recent price of SOL was accepted. */
  | 'UNCONVERTED'
  | 'ZERO'
  /** Too little SOL, USDC or USDT in the pool, or next to nothing compared with the deepest pool. */
  | 'THIN'
  /** No trade in the pool within the hour. */
  | 'IDLE'
  /** DexScreener's own dollar price of the pool is another one. */
  | 'CONTRADICTS_ITSELF'
  /** Far from all other pools. */
  | 'OUTLIER';

/** A pool, and how far it got through its gates. */
export interface StagedPool {
  readonly pool: TokenPool;
  /** The pool by what it really holds; null where that cannot be computed. */
  readonly hard: HardPool | null;
  /** Null: the pool counts. */
  readonly refused: PoolRefusal | null;
}

/** Each pool with the first gate that it does not pass. `sol`: SOL's last accepted price, while it is fresh. */
export function stagePools(
  mint: Mint,
  pools: readonly TokenPool[],
  sol: AcceptedPrice | null,
): readonly StagedPool[] {
  const staged = pools.map((pool) => read(mint, pool, sol));
  const deepest = Decimal.max(0, ...stillIn(staged).map(({ hardUsd }) => hardUsd));
  const least = Decimal.max(LEAST_HARD_USD.pool, deepest.times(LEAST_SHARE));
  const own = staged.map((each) => refuse(each, (pool) => ownFault(pool, least)));
  const isOff = outlierAmong(stillIn(own));
  return own.map((each) => refuse(each, ({ price }) => (isOff(price) ? 'OUTLIER' : null)));
}

function stillIn(pools: readonly StagedPool[]): readonly HardPool[] {
  return pools.flatMap(({ hard, refused }) => (hard && refused === null ? [hard] : []));
}

function read(mint: Mint, pool: TokenPool, sol: AcceptedPrice | null): StagedPool {
  if (pool.baseMint !== mint) return { pool, hard: null, refused: 'OTHER_SIDE' };
  if (!isQuotedInHard(mint, pool)) return { pool, hard: null, refused: 'SOFT_QUOTE' };
  const hard = inDollars(pool, sol);
  if (hard === null) return { pool, hard: null, refused: 'UNCONVERTED' };
  if (hard === 'MALFORMED') return { pool, hard: null, refused: 'MALFORMED' };
  return { pool, hard, refused: hard.price.greaterThan(0) ? null : 'ZERO' };
}

function refuse(staged: StagedPool, faultOf: (pool: HardPool) => PoolRefusal | null): StagedPool {
  if (staged.refused !== null || !staged.hard) return staged;
  return { ...staged, refused: faultOf(staged.hard) };
}

function ownFault({ hardUsd, traded, contradicts }: HardPool, least: Decimal): PoolRefusal | null {
  if (hardUsd.lessThan(least)) return 'THIN';
  if (!traded) return 'IDLE';
  return contradicts ? 'CONTRADICTS_ITSELF' : null;
}

function outlierAmong(pools: readonly HardPool[]): (price: Decimal) => boolean {
  if (pools.length < OUTLIER.pools) return () => false;
  const middle = median(pools.map(({ price }) => price));
  const least = middle.times(OUTLIER.leastDeviation);
  const most = Decimal.max(deviation(pools, middle), least)
    .times(OUTLIER.z)
    .dividedBy(OUTLIER.scale);
  return (price) => price.minus(middle).abs().greaterThan(most);
}

/** The median distance of the pools' prices from `middle`. */
export function deviation(pools: readonly HardPool[], middle: Decimal): Decimal {
  return median(pools.map(({ price }) => price.minus(middle).abs()));
}
