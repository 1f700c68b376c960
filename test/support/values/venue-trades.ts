import { dec } from '../../../server/domain/decimal.ts';
import type { Trade } from '../../../server/domain/trade/trade.ts';
import { VENUES } from '../../../server/domain/venue.ts';
import type { Book } from '../../../server/ports/book.ts';
import { NOON } from '../fakes/fake-clock.ts';
import { aClosedTrade, aFill, aMark, anOrder, keep } from './builders.ts';

const MINUTE = 60_000;

/** Percent of a spread of 20 cents that the fills of the trades gave up, and the trades' other parts. */
export interface Given {
  readonly buys: number;
  readonly sells: number;
  /** When the first trade filled; the others follow a minute apart. */
  readonly from?: Date;
  readonly name?: string;
  readonly username?: string;
  readonly parts?: Partial<Trade>;
}

/**
 * Stores closed trades, bought and sold at the market on a quote of 1.40 × 1.60. By default they are of
 * Tradier's sandbox, which fills on a quote from 15 minutes earlier.
 */
export async function keepVenueTrades(book: Book, count: number, given: Given): Promise<void> {
  const { buys, sells, from = NOON, name = 'venue', username = 'ada', parts = {} } = given;
  const venue = parts.venue ?? 'TRADIER_SANDBOX';
  for (let at = 0; at < count; at += 1) {
    const id = `paper_${name}-${at}`;
    const filledAt = new Date(from.getTime() + at * MINUTE);
    const stood = new Date(filledAt.getTime() - VENUES[venue].delayMs);
    const filled = (side: 'in' | 'out', price: string) => ({
      ...{ id: `${id}-${side}`, tradeId: id, tag: `${id}-${side}`, status: 'FILLED' as const },
      ...{ type: 'MARKET' as const, limitPrice: null },
      fills: [
        aFill({ id: `${id}-${side}:1`, orderId: `${id}-${side}`, price: dec(price), filledAt }),
      ],
    });
    const entry = anOrder(filled('in', dec('1.40').plus(dec(buys).times('0.002')).toFixed()));
    const exit = anOrder({
      ...filled('out', dec('1.60').minus(dec(sells).times('0.002')).toFixed()),
      ...{ role: 'CLOSE', side: 'SELL_TO_CLOSE' },
    });
    const trade = aClosedTrade('142', '0', {
      ...{ id, username, venue, closedAt: filledAt },
      mark: aMark({ sourceTime: stood, receivedAt: stood }),
      ...parts,
    });
    await book.change(username, (change) => keep(change, null, trade, [entry, exit]));
  }
}
