import { dec, ZERO, type Decimal } from '../decimal.ts';

/** The price impact in an answer of Jupiter's, under either name. */
export interface SaidImpact {
  /** `priceImpact` of swap v2: percent points, a loss is negative. */
  readonly priceImpact: Decimal | null;
  /** `priceImpactPct`, a ratio despite its name: in swap v1 a loss is positive, next to `priceImpact` negative. */
  readonly priceImpactPct: Decimal | null;
}

const HUNDRED = dec(100);
/** Both come from floating point: two that differ by a millionth of a percent point are equal. */
const SAME_PCT = dec('0.000001');

/**
 * Percent points that a swap's size moves its price; a loss is positive. Null where the answer has none, or two
 * that disagree: more than `samePct` percent points apart.
 */
export function impactPct(
  { priceImpact, priceImpactPct }: SaidImpact,
  samePct = SAME_PCT,
): Decimal | null {
  const ofRatio = priceImpactPct && priceImpactPct.times(HUNDRED);
  if (!priceImpact) return ofRatio;
  if (ofRatio && ofRatio.minus(priceImpact).abs().greaterThan(samePct)) return null;
  return ZERO.minus(priceImpact);
}
