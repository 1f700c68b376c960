import type { Decimal } from '../../domain/decimal.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Holdings } from '../../domain/reports/book-split.ts';
import { closableAtVenue } from '../../domain/trade/close-under-review.ts';
import { heldAt, heldOf } from '../../domain/trade/held-of.ts';
import { type Trade, type TradeAggregate } from '../../domain/trade/trade.ts';
import { directionOf } from '../../domain/order/order.ts';
import { isBrokerError, type Broker } from '../../ports/broker.ts';
import type { BookDeps } from '../steps/book-deps.ts';

/**
 * How much more of a trade's symbol the book holds than its account shows, in the trade's direction.
 * @throws {Refusal} VENUE_UNAVAILABLE.
 */
export async function goneFrom(deps: BookDeps, broker: Broker, trade: Trade): Promise<Decimal> {
  const { ours, theirs } = await holdingsOf(deps, broker, trade);
  return ours.minus(theirs).times(directionOf(trade.side));
}

/**
 * The book's position in a trade's symbol, over all trades of its account, and the account's.
 * @throws {Refusal} VENUE_UNAVAILABLE.
 */
export async function holdingsOf(deps: BookDeps, broker: Broker, trade: Trade): Promise<Holdings> {
  const { symbol } = trade.instrument;
  const theirs = await shownAt(broker, symbol);
  const ours = heldOf(await inAccount(deps, broker, trade), symbol);
  return { ours, theirs };
}

/**
 * How much a person may close now of a trade under review.
 * @throws {Refusal} VENUE_UNAVAILABLE; BAD_USER_INPUT while one of its orders may still fill.
 */
export async function closableNow(
  deps: BookDeps,
  broker: Broker,
  aggregate: TradeAggregate,
): Promise<Decimal> {
  const theirs = await shownAt(broker, aggregate.trade.instrument.symbol);
  const others = await inAccount(deps, broker, aggregate.trade);
  return closableAtVenue(
    aggregate,
    theirs,
    others.map(({ trade }) => trade),
  );
}

async function inAccount(
  { book }: BookDeps,
  broker: Broker,
  { username, venueAccount }: Trade,
): Promise<readonly TradeAggregate[]> {
  const active = await book.read(username).activeTrades();
  return active.filter(
    ({ trade }) => trade.venue === broker.venue && trade.venueAccount === venueAccount,
  );
}

async function shownAt(broker: Broker, symbol: string): Promise<Decimal> {
  const shown = heldAt(await positionsOf(broker), symbol);
  if (shown) return shown;
  const why = `The venue's list of positions cannot be read whole: whether it holds ${symbol} is not known.`;
  throw new Refusal('VENUE_UNAVAILABLE', why);
}

async function positionsOf(broker: Broker) {
  try {
    return await broker.positions();
  } catch (error) {
    if (!isBrokerError(error)) throw error;
    throw new Refusal('VENUE_UNAVAILABLE', error.message);
  }
}
