import type { CalendarDate } from '../../domain/ids.ts';
import { isTradingDay } from '../../domain/calendar/market-calendar.ts';
import type { Trade } from '../../domain/trade/trade.ts';
import type { BookDeps } from '../steps/book-deps.ts';

/** A venue that takes longer to answer counts as open, so no user waits for another's venue. */
const PATIENCE_MS = 5_000;

type Held = Pick<Trade, 'username' | 'venue'>;

/** The trading days of our calendar on which these trades' venues report to be closed: nothing is due then. */
export async function closedDays(
  { sources, timers }: Pick<BookDeps, 'sources' | 'timers'>,
  trades: readonly Held[],
  dates: readonly CalendarDate[],
): Promise<(trade: Held, date: CalendarDate) => boolean> {
  const closed = new Set<string>();
  const held = new Map(trades.map((trade) => [keyOf(trade), trade]));
  const ask = async ([key, { username, venue }]: [string, Held]): Promise<void> => {
    const market = await sources.of(username, venue);
    for (const date of dates.filter(isTradingDay)) {
      if (await market.closedOn?.(date)) closed.add(`${key} ${date}`);
    }
  };
  await Promise.all(
    [...held].map((each) => timers.within(PATIENCE_MS, ask(each), () => undefined)),
  );
  return (trade, date) => closed.has(`${keyOf(trade)} ${date}`);
}

function keyOf({ username, venue }: Held): string {
  return `${venue} ${username}`;
}
