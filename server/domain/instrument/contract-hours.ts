import type { CalendarDate } from '../ids.ts';
import { type Instrument, isOption } from './instrument.ts';
import { lastTradingDay } from './last-trading.ts';
import { isOpeningSettled } from './option-product.ts';
import { exchangeDate, sessionHours, type MarketSession } from '../calendar/market-calendar.ts';
import { newYorkClock } from '../calendar/new-york-time.ts';

/**
 * Underlyings whose options trade 15 minutes longer than their shares: indexes, and the funds on the brokers'
 * list. The list changes now and then; an unlisted underlying gets the shorter day.
 */
const LATE = new Set(
  (
    'SPX XSP NDX XND RUT MRUT VIX OEX XEO DJX ' +
    'DBA DBB DBC DBO DBS DIA EEM EFA FXI GAZ IWM IWN IWO IWV IYR KBE KRE LQD MDY MLPN MOO OEF OIL QQQ ' +
    'SLX SPY SVXY TLT UNG UUP UVIX UVXY VIIX VIXM VIXY VXX VXZ XHB XLB XLE XLF XLI XLK XLP XLU XLV XLY XME XRT'
  ).split(' '),
);

/**
 * When regular trading in an instrument ends on a date: 16:00, or 16:15 for options that trade longer, except
 * on the expiration of a PM-settled one; 13:00 and 13:15 on a half-day. Null when the exchange is closed, and
 * after a contract's last trading day; an AM-settled contract's is the day before it expires.
 */
export function tradingEnd(instrument: Instrument, date: CalendarDate): Date | null {
  const hours = sessionHours(date);
  if (!hours || isOver(instrument, date)) return null;
  return isLate(instrument, date) ? hours.optionsClose : hours.close;
}

/** Whether the instrument's own regular session is on, including its first minute. */
export function isTraded(instrument: Instrument, instant: Date): boolean {
  const date = exchangeDate(instant);
  const open = sessionHours(date)?.open;
  const end = tradingEnd(instrument, date);
  return open !== undefined && end !== null && open <= instant && instant < end;
}

/** Whether an instant is in the 15 minutes in which late options trade after the shares' close. */
export function isTradedLate(instrument: Instrument, instant: Date): boolean {
  const close = sessionHours(exchangeDate(instant))?.close;
  return close !== undefined && instant >= close && isTraded(instrument, instant);
}

/**
 * Why a MARKET order would find no market, in words for the user; null when it would. The venue's session
 * decides; after the shares' close, late options still have their own.
 */
export function marketClosedReason(
  instrument: Instrument,
  session: MarketSession,
  now: Date,
): string | null {
  if (session === 'REGULAR' || session === 'ALWAYS_OPEN') return null;
  if (session === 'POST_MARKET' && isTradedLate(instrument, now)) return null;
  const end = tradingEnd(instrument, exchangeDate(now));
  const until = end ? `, which ends at ${newYorkClock(end)} in New York` : '';
  return `A MARKET order for ${instrument.symbol} needs its regular session${until}; now it is ${session}.`;
}

function isOver(instrument: Instrument, date: CalendarDate): boolean {
  return isOption(instrument) && date > lastTradingDay(instrument);
}

function isLate(instrument: Instrument, date: CalendarDate): boolean {
  if (!isOption(instrument)) return false;
  if (isOpeningSettled(instrument)) return true;
  return LATE.has(instrument.underlying) && date !== lastTradingDay(instrument);
}
