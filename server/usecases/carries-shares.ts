import type { Decimal } from '../domain/decimal.ts';
import type { OptionContract } from '../domain/instrument/instrument.ts';
import { allotShares } from '../domain/trade/allot-shares.ts';
import { directionOf, type Trade, type TradeAggregate } from '../domain/trade/trade.ts';
import type { Broker } from '../ports/broker.ts';

/**
 * Whether an account can carry the shares of a contract that ends in the money. Who is short has no
 * choice; a long one that cannot be paid for, or has no shares to give, is closed out or not exercised
 * by the broker (Tradier's policy). Unknown buying power counts as enough: the venue will tell.
 * @throws {BrokerUnreachable}
 */
export async function carriesShares(
  broker: Broker | null,
  active: readonly TradeAggregate[],
  { trade, contract, due }: { trade: Trade; contract: OptionContract; due: Decimal },
): Promise<boolean> {
  if (directionOf(trade.side) === -1) return true;
  if (due.isNegative()) return allotShares(active, trade, due.abs()) !== null;
  const buyingPower = (await broker?.balances())?.buyingPower ?? null;
  return buyingPower === null || due.times(contract.strike).lessThanOrEqualTo(buyingPower);
}
