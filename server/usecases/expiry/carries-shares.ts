import { sum, type Decimal } from '../../domain/decimal.ts';
import { isSameSymbol } from '../../domain/instrument/share-class.ts';
import type { OptionContract } from '../../domain/instrument/instrument.ts';
import { allocateShares } from '../../domain/expiry/allocate-shares.ts';
import { awaitedShares } from '../../domain/expiry/await-delivery.ts';
import { heldAt, heldOf } from '../../domain/trade/held-of.ts';
import { type Trade, type TradeAggregate } from '../../domain/trade/trade.ts';
import { directionOf } from '../../domain/order/order.ts';
import { accountOf, isIn } from '../../domain/trade/venue-account.ts';
import type { Broker } from '../../ports/broker.ts';

interface Due {
  readonly trade: Trade;
  readonly contract: OptionContract;
  readonly due: Decimal;
}

/** The user's open trades, and those that wait for their shares. */
interface Held {
  readonly active: readonly TradeAggregate[];
  readonly awaiting: readonly TradeAggregate[];
}

/**
 * Whether an account can carry the shares of a contract that ends in the money. An assigned writer has no
 * choice; a long that the account cannot pay for, or has no shares to deliver on, is closed out or not
 * exercised by the broker (Tradier's policy). Unknown buying power counts as enough: the venue will show it.
 * When the desk looks late, shares already in the account were carried: the buying power is what they left.
 * @throws {BrokerUnreachable}
 */
export async function carriesShares(
  broker: Broker | null,
  { active, awaiting }: Held,
  { trade, contract, due }: Due,
): Promise<boolean> {
  if (directionOf(trade.side) === -1) return true;
  if (broker && (await isShown(broker, { active, awaiting }, { trade, contract, due })))
    return true;
  if (due.isNegative()) return allocateShares(active, trade, due.abs()) !== null;
  const buyingPower = (await broker?.balances())?.buyingPower ?? null;
  return buyingPower === null || due.times(contract.strike).lessThanOrEqualTo(buyingPower);
}

/** Whether the account holds all that is due, beyond the book and what other trades wait for. */
async function isShown(
  broker: Broker,
  held: Held,
  { trade, contract, due }: Due,
): Promise<boolean> {
  const { underlying } = contract;
  const here = isIn(accountOf(trade));
  const others = held.awaiting.filter(here).map((each) => each.trade);
  const known = heldOf(held.active.filter(here), underlying).plus(
    sum(others.filter(isOf(underlying)).map(awaitedShares)),
  );
  const beyond = heldAt(await broker.positions(), underlying)?.minus(known);
  if (!beyond) return false;
  return beyond.times(due).greaterThan(0) && beyond.abs().greaterThanOrEqualTo(due.abs());
}

const isOf =
  (underlying: string) =>
  ({ instrument }: Trade) =>
    isSameSymbol(instrument.underlying, underlying);
