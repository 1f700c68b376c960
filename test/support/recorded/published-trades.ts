import { dec, type Decimal } from '../../../server/domain/decimal.ts';
import type { Trade } from '../../../server/domain/trade/trade.ts';
import type { TradeStatus } from '../../../server/domain/trade/trade-status.ts';
import { aClosedTrade } from '../values/builders.ts';

export interface PublishedTrade {
  /** Net result after fees, in dollars. */
  readonly net: Decimal;
  readonly fees: Decimal;
  readonly openedAt: Date;
  readonly closedAt: Date;
  readonly reason: TradeStatus;
}

/** A closed trade of a publication, with the money and times that statistics use. */
export function closedTrade({ net, fees, openedAt, closedAt, reason }: PublishedTrade): Trade {
  const realizedPnl = net.plus(fees);
  return aClosedTrade('150', '0', {
    realizedPnl,
    fees,
    cashFlow: net,
    openedAt,
    closedAt,
    closeReason: reason,
    status: reason,
  });
}

/** Trades with these net results in dollars, each a minute long, one after the other. */
export function closedTrades(nets: readonly (number | string)[]): Trade[] {
  return nets.map((net, i) =>
    closedTrade({
      net: dec(net),
      fees: dec(0),
      openedAt: new Date(60_000 * i),
      closedAt: new Date(60_000 * (i + 1)),
      reason: 'MANUAL_CLOSE',
    }),
  );
}
