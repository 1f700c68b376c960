import { isTradingDay } from '../domain/calendar/market-calendar.ts';
import type { Trade } from '../domain/trade/trade.ts';
import type { BookDeps } from './book-deps.ts';

type Held = Pick<Trade, 'username' | 'venue'>;

/**
 * The days of our calendar on which these trades' venues are closed after all, by their own word: nothing
 * is due on them.
 */
export async function closedDays(
  { sources }: Pick<BookDeps, 'sources'>,
  trades: readonly Held[],
  dates: readonly string[],
): Promise<(trade: Held, date: string) => boolean> {
  const closed = new Set<string>();
  const held = new Map(trades.map((trade) => [keyOf(trade), trade]));
  for (const [key, { username, venue }] of held) {
    const market = await sources.of(username, venue);
    for (const date of dates.filter(isTradingDay)) {
      if (await market.closedOn?.(date)) closed.add(`${key} ${date}`);
    }
  }
  return (trade, date) => closed.has(`${keyOf(trade)} ${date}`);
}

function keyOf({ username, venue }: Held): string {
  return `${venue} ${username}`;
}
