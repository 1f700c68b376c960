import { exchangeDate, isTradingDay } from '../calendar/market-calendar.ts';
import { addDays } from '../calendar/calendar-date.ts';
import type { CalendarDate, TradeId } from '../ids.ts';
import type { Decimal } from '../decimal.ts';
import type { OrderRole } from '../order/order.ts';
import type { AccountFigures } from '../order/account-figures.ts';
import type { VenueName } from '../venue.ts';

/** An account of real money, as far as its figures are known. */
export interface AccountReport extends AccountFigures {
  readonly venue: VenueName;
  readonly account: string;
  /** Whether the settings name this account now: new entries go there. */
  readonly named: boolean;
  /** Day trades of this desk in the days over which the venues' rules count them. */
  readonly dayTrades: number;
  /** Dollars that the book counts as paid in there; null until its first cash is booked. */
  readonly deposited: Decimal | null;
  /** When the venue gave these figures; null before its first answer. */
  readonly asOf: Date | null;
}

interface DatedFill {
  readonly tradeId: TradeId;
  readonly role: OrderRole;
  readonly filledAt: Date;
}

const COUNTED_DAYS = 5;

/** The first of the five trading days over which day trades are counted, the last of them `now`'s or before. */
export function dayTradesFrom(now: Date): CalendarDate {
  let date = exchangeDate(now);
  for (let left = isTradingDay(date) ? COUNTED_DAYS - 1 : COUNTED_DAYS; left > 0;) {
    date = addDays(date, -1);
    if (isTradingDay(date)) left -= 1;
  }
  return date;
}

/** The trades that were entered and exited, whole or in part, on one exchange day: each trade once a day. */
export function dayTradesOf(fills: readonly DatedFill[]): readonly TradeId[] {
  const entered = new Set<string>();
  for (const fill of fills) if (fill.role === 'ENTRY') entered.add(dayKey(fill));
  const left = new Map<string, TradeId>();
  for (const fill of fills)
    if (fill.role !== 'ENTRY' && entered.has(dayKey(fill))) left.set(dayKey(fill), fill.tradeId);
  return [...left.values()];
}

function dayKey({ tradeId, filledAt }: DatedFill): string {
  return `${tradeId} ${exchangeDate(filledAt)}`;
}
