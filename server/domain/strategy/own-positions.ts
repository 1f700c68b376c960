import { ZERO } from '../decimal.ts';
import { directionOf } from '../order/order.ts';
import type { TradeAggregate } from '../trade/trade.ts';
import type { StrategyPosition } from './strategy.ts';

/** The positions of these trades, by symbol. */
export function ownPositions(
  trades: readonly TradeAggregate[],
): Readonly<Record<string, StrategyPosition>> {
  const held = new Map<string, { net: typeof ZERO; units: typeof ZERO; cost: typeof ZERO }>();
  for (const { trade } of trades) {
    const { openQuantity, openCost, side, instrument } = trade;
    if (openQuantity.isZero()) continue;
    const { net, units, cost } = held.get(instrument.symbol) ?? {
      net: ZERO,
      units: ZERO,
      cost: ZERO,
    };
    held.set(instrument.symbol, {
      net: net.plus(openQuantity.times(directionOf(side))),
      units: units.plus(openQuantity.times(instrument.multiplier)),
      cost: cost.plus(openCost.abs()),
    });
  }
  const positions = [...held].flatMap(([symbol, { net, units, cost }]) =>
    net.isZero()
      ? []
      : [[symbol, { quantity: net.toFixed(), averagePrice: cost.div(units).toNumber() }] as const],
  );
  return Object.fromEntries(positions);
}
