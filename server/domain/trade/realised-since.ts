import { sum, type Decimal } from '../decimal.ts';
import { directionOf, entryPriceOf, type TradeAggregate } from './trade.ts';

/** Dollars that the fills of a trade still open have realised since an instant, after their fees. */
export function realisedSince({ trade, orders }: TradeAggregate, from: Date): Decimal {
  const entry = entryPriceOf(trade);
  const size = directionOf(trade.side) * trade.instrument.multiplier;
  const fills = orders.flatMap(({ role, fills }) => fills.map((fill) => ({ role, ...fill })));
  return sum(
    fills
      .filter(({ filledAt }) => filledAt >= from)
      .map(({ role, price, quantity, fee }) => {
        const gained = role === 'ENTRY' || !entry ? null : price.minus(entry);
        return (gained?.times(quantity).times(size) ?? fee.times(0)).minus(fee);
      }),
  );
}
