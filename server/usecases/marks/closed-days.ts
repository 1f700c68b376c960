import { isTradingDay } from '../../domain/calendar/market-calendar.ts';
import type { Trade } from '../../domain/trade/trade.ts';
import type { BookDeps } from '../steps/book-deps.ts';

/** A venue that does not say for so long is taken to be open: nobody waits for another's. */
const PATIENCE_MS = 5_000;

type Held = Pick<Trade, 'username' | 'venue'>;

/**
 * The days of our calendar on which these trades' venues are closed after all, by their own word: nothing
 * is due on them.
 */
export async function closedDays(
  { sources, timers }: Pick<BookDeps, 'sources' | 'timers'>,
  trades: readonly Held[],
  dates: readonly string[],
): Promise<(trade: Held, date: string) => boolean> {
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
