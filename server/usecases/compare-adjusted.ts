import type { Decimal } from '../domain/decimal.ts';
import { exchangeDate } from '../domain/calendar/market-calendar.ts';
import { isSameSymbol } from '../domain/instrument/share-class.ts';
import { statementWords } from '../domain/order/statement-words.ts';
import type { VenuePosition } from '../domain/order/venue-order.ts';
import { expectedOf } from '../domain/trade/at-rest.ts';
import { heldAt } from '../domain/trade/held-of.ts';
import { isUncompared } from '../domain/trade/hold-adjusted.ts';
import { tellCompared } from '../domain/trade/tell-compared.ts';
import type { TradeAggregate } from '../domain/trade/trade.ts';
import { accountOf, isIn } from '../domain/trade/venue-account.ts';
import { whyDiffers } from '../domain/trade/why-differs.ts';
import { isBrokerError, type Broker } from '../ports/broker.ts';
import { askStatement } from './ask-statement.ts';
import type { BookDeps } from './book-deps.ts';
import { changeTrade } from './change-trade.ts';
import { flagTrades } from './flag-trades.ts';
import { lookUpOrders } from './look-up-orders.ts';

interface Compared {
  readonly ours: Decimal;
  readonly theirs: Decimal;
  readonly positions: readonly VenuePosition[];
  readonly active: readonly TradeAggregate[];
}

/**
 * Where the venue changed exits by itself, reads what the account holds before anything is sent. Where that
 * changed too, the trades of the symbol go under review; where it did not, a person chooses whose terms
 * count. While positions cannot be read whole, or an order may be filling, nothing is done: the next look
 * asks again.
 */
export async function compareAdjusted(
  deps: BookDeps,
  broker: Broker,
  stands: TradeAggregate,
): Promise<TradeAggregate> {
  const { status, id, username, instrument } = stands.trade;
  if ((status !== 'OPEN' && status !== 'CLOSING') || !isUncompared(stands)) return stands;
  const compared = await compare(deps, broker, stands);
  if (!compared) return stands;
  const { ours, theirs, positions, active } = compared;
  const at = deps.clock.now();
  if (ours.equals(theirs))
    return changeTrade(deps.book, username, id, { at, actor: 'venue' }, tellCompared);
  const difference = { symbol: instrument.symbol, ours, theirs };
  const from = exchangeDate(stands.trade.openedAt ?? at);
  const statement = await askStatement(broker, [instrument.symbol], from);
  const orders = await deps.book.read(username).allOrdersOf(active.map(({ trade }) => trade.id));
  const own = [...orders.values()].flat();
  const history = statementWords(instrument.symbol, statement, { from, own });
  const likely = whyDiffers(difference, positions, active);
  const place = accountOf(stands.trade);
  const isDue = ({ trade }: TradeAggregate) => trade.status !== 'NEEDS_REVIEW';
  await flagTrades(deps, { username, place, difference, likely, history, isDue });
  return (await deps.book.read(username).trade(id)) ?? stands;
}

/** Null where no answer can be relied on. */
async function compare(
  { book, clock }: BookDeps,
  broker: Broker,
  { trade: { username, instrument } }: TradeAggregate,
): Promise<Compared | null> {
  try {
    const reader = book.read(username);
    const positions = await broker.positions();
    const active = (await reader.activeTrades()).filter(isIn(broker));
    const sameSymbol = active.filter(({ trade }) =>
      isSameSymbol(trade.instrument.symbol, instrument.symbol),
    );
    const index = await lookUpOrders(broker, sameSymbol);
    const awaiting = (await reader.awaitingDelivery()).filter(isIn(broker));
    const looks = { before: index, after: index };
    const { held, unbooked } = expectedOf(active, awaiting, looks, clock.now());
    const same = (symbol: string) => isSameSymbol(symbol, instrument.symbol);
    const ours = [...held].find(([symbol]) => same(symbol))?.[1];
    const theirs = heldAt(positions, instrument.symbol);
    if (!ours || !theirs || [...unbooked].some(same)) return null;
    return { ours, theirs, positions: positions.listed, active };
  } catch (error) {
    if (isBrokerError(error)) return null;
    throw error;
  }
}
