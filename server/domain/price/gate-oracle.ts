import { dec, Decimal } from '../decimal.ts';
import { LEAST_WIDTH, type Observation, type Unpriced } from './observation.ts';
import type { OraclePrice, Told } from './told.ts';

/** Half of the interval, as a fraction of the price, beyond which Pyth has no price; Drift and Kamino ask the same. */
export const MOST_UNSURE = dec('0.02');
/** Pyth publishes every second. Further than this from now, its price is of another time, or a clock is wrong. */
export const PUBLISHED_WITHIN_MS = 60_000;

/** A price of Pyth's after its gates: its interval is its width, its publish time its age. */
export function gateOracle(told: Told<OraclePrice>): Observation {
  const base = { source: 'PYTH', hardLiquidityUsd: null } as const;
  const { receivedAt } = told;
  if (told.value === null) return { ...base, receivedAt, price: null, refused: told.why };
  const { price, confidence, publishedAt } = told.value;
  const width = price.isZero() ? price : confidence.dividedBy(price).toSignificantDigits(6);
  const refused = refusalOf(told.value, width, receivedAt);
  if (refused) return { ...base, receivedAt, price: price.isFinite() ? price : null, refused };
  const at = new Date(Math.min(publishedAt.getTime(), receivedAt.getTime()));
  const counted = { price, width: Decimal.max(width, LEAST_WIDTH), blockId: null, refused: null };
  return { ...base, receivedAt: at, ...counted };
}

function refusalOf(
  { price, confidence, publishedAt }: OraclePrice,
  width: Decimal,
  receivedAt: Date,
): Unpriced | null {
  if (!price.isFinite() || price.lessThan(0)) return 'MALFORMED';
  if (!confidence.isFinite() || confidence.lessThan(0)) return 'MALFORMED';
  if (price.isZero()) return 'ZERO';
  const off = Math.abs(receivedAt.getTime() - publishedAt.getTime());
  if (!(off <= PUBLISHED_WITHIN_MS)) return 'OUTDATED';
  return width.greaterThan(MOST_UNSURE) ? 'UNSURE' : null;
}
