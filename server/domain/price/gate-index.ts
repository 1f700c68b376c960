import type { Decimal } from '../decimal.ts';
import { LEAST_WIDTH, type Observation, type Unpriced } from './observation.ts';
import type { IndexedPrice, Told } from './told.ts';

/** Solana's slots of earlier prices. */
export interface SeenBlocks {
  /** The slot of this mint's last price; null before its first. */
  readonly ofMint: number | null;
  /** The highest slot of any mint's price; null before the first. */
  readonly highest: number | null;
}

/** A price this many slots behind the highest, about a minute, is of another time. */
export const BLOCKS_BEHIND = 150;
/** More than a year: such a slot is no block but a fault, which must not make all other prices look old. */
const BLOCKS_AHEAD = 100_000_000;

/** Jupiter's own price after its gates. */
export function gateIndex(told: Told<IndexedPrice>, seen: SeenBlocks): Observation {
  const base = { source: 'JUPITER', receivedAt: told.receivedAt, hardLiquidityUsd: null } as const;
  if (told.value === null) return { ...base, price: null, refused: told.why };
  const { price, blockId } = told.value;
  const refused = refusalOf(price, blockId, seen);
  if (refused) return { ...base, price: price.isFinite() ? price : null, refused };
  return { ...base, price, width: LEAST_WIDTH, blockId, refused: null };
}

function refusalOf(price: Decimal, blockId: number | null, seen: SeenBlocks): Unpriced | null {
  if (!price.isFinite() || price.lessThan(0)) return 'MALFORMED';
  if (price.isZero()) return 'ZERO';
  if (blockId === null) return null;
  if (!Number.isSafeInteger(blockId) || blockId < 0) return 'MALFORMED';
  const { ofMint, highest } = seen;
  if (highest !== null && blockId - highest > BLOCKS_AHEAD) return 'MALFORMED';
  const back = ofMint !== null && blockId < ofMint;
  const behind = highest !== null && highest - blockId > BLOCKS_BEHIND;
  return back || behind ? 'OLDER_BLOCK' : null;
}
