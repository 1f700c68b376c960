import { sameDecimal } from '../decimal.ts';
import type { ExitAdjustment, ExitTerms } from './exit-adjustment.ts';
import { isFinal } from './order-status.ts';
import type { Order } from './order.ts';

type Adjusted = Pick<Order, 'adjustment' | 'status' | 'cancelRequested'>;

/** Terms that the venue changed, while they are in force and no person has decided about them. */
export function waitingAdjustment(order: Adjusted): ExitAdjustment | null {
  const { adjustment, status, cancelRequested } = order;
  if (!adjustment || adjustment.settledAt || isFinal(status) || cancelRequested) return null;
  return adjustment;
}

/** The terms of an order at the venue, as far as known. */
export function standingTerms(order: Adjusted & ExitTerms): ExitTerms {
  return waitingAdjustment(order) ?? order;
}

export function samePrices(
  one: Pick<ExitTerms, 'stopPrice' | 'limitPrice'>,
  other: Pick<ExitTerms, 'stopPrice' | 'limitPrice'>,
): boolean {
  return (
    sameDecimal(one.stopPrice, other.stopPrice) && sameDecimal(one.limitPrice, other.limitPrice)
  );
}

/** `50 at 115`, `5 at 1150 limit 1149`. */
export function describeTerms(terms: ExitTerms): string {
  return `${terms.quantity.toFixed()} at ${describePrices(terms)}`;
}

/** `115`, `1150 limit 1149`. */
export function describePrices({ stopPrice, limitPrice }: ExitTerms): string {
  const prices = [stopPrice, limitPrice].flatMap((price) => price?.toFixed() ?? []);
  return prices.join(' limit ') || 'the market';
}
