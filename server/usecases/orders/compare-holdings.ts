import type { Decimal } from '../../domain/decimal.ts';
import { exchangeDate } from '../../domain/calendar/market-calendar.ts';
import { isSameSymbol } from '../../domain/instrument/share-class.ts';
import { describeStatement } from '../../domain/order/describe-statement.ts';
import type { VenuePosition } from '../../domain/order/venue-order.ts';
import { expectedOf } from '../../domain/reconciliation/settled.ts';
import { heldAt } from '../../domain/trade/held-of.ts';
import type { TradeAggregate } from '../../domain/trade/trade.ts';
import { accountOf, isIn } from '../../domain/trade/venue-account.ts';
import { whyDiffers } from '../../domain/reconciliation/why-differs.ts';
import { isBrokerError, type Broker } from '../../ports/broker.ts';
import { askStatement } from '../steps/ask-statement.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { flagTrades } from './flag-trades.ts';
import { lookUpOrders } from './look-up-orders.ts';

/** The account's position in a trade's symbol, and the book's, over all trades of the account. Signed. */
export interface HoldingsCompared {
  readonly ours: Decimal;
  readonly theirs: Decimal;
  readonly positions: readonly VenuePosition[];
  readonly active: readonly TradeAggregate[];
  readonly sameSymbol: readonly TradeAggregate[];
}

/** Null when no comparison is reliable: the list is incomplete, or the symbol has unbooked fills. */
export async function compareHoldings(
  { book, clock }: BookDeps,
  broker: Broker,
  { trade: { username, instrument } }: TradeAggregate,
): Promise<HoldingsCompared | null> {
  const same = (symbol: string) => isSameSymbol(symbol, instrument.symbol);
  try {
    const reader = book.read(username);
    const positions = await broker.positions();
    const active = (await reader.activeTrades()).filter(isIn(broker));
    const sameSymbol = active.filter(({ trade }) => same(trade.instrument.symbol));
    const index = await lookUpOrders(broker, sameSymbol);
    const awaiting = (await reader.awaitingDelivery()).filter(isIn(broker));
    const looks = { before: index, after: index };
    const { held, unbooked } = expectedOf(active, awaiting, looks, clock.now());
    const ours = [...held].find(([symbol]) => same(symbol))?.[1];
    const theirs = heldAt(positions, instrument.symbol);
    if (!ours || !theirs || [...unbooked].some(same)) return null;
    return { ours, theirs, positions: positions.listed, active, sameSymbol };
  } catch (error) {
    if (isBrokerError(error)) return null;
    throw error;
  }
}

/** Puts the trades of a symbol under review because their account differs, with the likely cause. */
export async function flagHoldings(
  deps: BookDeps,
  broker: Broker,
  { trade }: TradeAggregate,
  { ours, theirs, positions, active, sameSymbol }: HoldingsCompared,
): Promise<void> {
  const { username, instrument } = trade;
  const difference = { symbol: instrument.symbol, ours, theirs };
  const from = exchangeDate(trade.openedAt ?? deps.clock.now());
  const statement = await askStatement(broker, [instrument.symbol], from);
  const ids = sameSymbol.map((each) => each.trade.id);
  const orders = await deps.book.read(username).allOrdersOf(ids);
  const own = [...orders.values()].flat();
  await flagTrades(deps, {
    ...{ username, place: accountOf(trade), difference },
    likely: whyDiffers(difference, positions, active),
    history: describeStatement(instrument.symbol, statement, { from, own }),
    isDue: (each) => each.trade.status !== 'NEEDS_REVIEW',
  });
}
