import type { Trade } from '../trade/trade.ts';

/** Whether the venue reported more closed than was held; the excess is in no position of the book. */
export function isOverfilled({ exitFilled, exitedQuantity }: Trade): boolean {
  return exitFilled.greaterThan(exitedQuantity);
}
