import type { Username } from '../../domain/ids.ts';
import type { TradeAggregate } from '../../domain/trade/trade.ts';
import { isIn } from '../../domain/trade/venue-account.ts';
import type { Broker } from '../../ports/broker.ts';
import type { AccountLook } from '../orders/look-at-account.ts';
import type { BookDeps } from '../steps/book-deps.ts';

/** A look at an account, with the trades of the book that it was made for. */
export interface Looked<Look extends AccountLook = AccountLook> {
  /** Trades in the account that had not ended before the look. */
  readonly active: readonly TradeAggregate[];
  /** Trades in every account whose shares the venue does not show yet. */
  readonly awaiting: readonly TradeAggregate[];
  readonly look: Look;
}

/** Reads the user's trades, and asks the venue about those in the broker's account. */
export async function lookFor<Look extends AccountLook>(
  { book }: Pick<BookDeps, 'book'>,
  username: Username,
  broker: Broker,
  ask: (broker: Broker, active: readonly TradeAggregate[]) => Promise<Look>,
): Promise<Looked<Look>> {
  const reader = book.read(username);
  const active = (await reader.activeTrades()).filter(isIn(broker));
  const look = await ask(broker, active);
  return { active, look, awaiting: await reader.awaitingDelivery() };
}
