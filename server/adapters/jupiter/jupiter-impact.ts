import { ZERO, type Decimal } from '../../domain/decimal.ts';

/**
 * Percent points that a swap's size moves the price, a loss positive. `priceImpact` of V2 is percent points
 * with a loss below zero, `priceImpactPct` of V1 a ratio with a loss above zero.
 */
export function impactPct(api: 'V1' | 'V2', stated: Decimal): Decimal {
  return api === 'V2' ? ZERO.minus(stated) : stated.times(100);
}
