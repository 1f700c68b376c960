import { type Instrument, isOption } from './instrument.ts';
import { lastTradingDay } from './last-trading.ts';
import { isOpeningSettled } from './option-product.ts';
import { exchangeDate, sessionHours, type MarketSession } from '../calendar/market-calendar.ts';
import { newYorkClock } from '../calendar/new-york-time.ts';

/**
 * Underlyings whose options trade a quarter of an hour longer than their shares: indexes, and the funds
 * of the brokers' list. Membership changes now and then; of an unknown one the shorter day is assumed.
 */
const LATE = new Set(
  (
    'SPX XSP NDX XND RUT MRUT VIX OEX XEO DJX ' +
    'DBA DBB DBC DBO DBS DIA EEM EFA FXI GAZ IWM IWN IWO IWV IYR KBE KRE LQD MDY MLPN MOO OEF OIL QQQ ' +
    'SLX SPY SVXY TLT UNG UUP UVIX UVXY VIIX VIXM VIXY VXX VXZ XHB XLB XLE XLF XLI XLK XLP XLU XLV XLY XME XRT'
  ).split(' '),
);

/**
 * When the regular trading of an instrument ends on a date: 16:00, or 16:15 for options that trade longer,
 * though not on the expiration of a PM-settled one; 13:00 and 13:15 on a half-day. Null where the exchange
 * is closed and after a contract's last trading day, which of an AM-settled one is that before it expires.
 */
export function tradingEnd(instrument: Instrument, date: string): Date | null {
  const hours = sessionHours(date);
  if (!hours || isOver(instrument, date)) return null;
  return isLate(instrument, date) ? hours.optionsClose : hours.close;
}

/** Within the regular session of the instrument itself, its first minute included. */
export function isTraded(instrument: Instrument, instant: Date): boolean {
  const date = exchangeDate(instant);
  const open = sessionHours(date)?.open;
  const end = tradingEnd(instrument, date);
  return open !== undefined && end !== null && open <= instant && instant < end;
}

/** After the shares' regular close, and before its own: the quarter of an hour that late options have. */
export function isTradedLate(instrument: Instrument, instant: Date): boolean {
  const close = sessionHours(exchangeDate(instant))?.close;
  return close !== undefined && instant >= close && isTraded(instrument, instant);
}

/**
 * Why a MARKET order would meet no market, in words for the user; null where it would. The venue's word
 * counts; after the shares' close options that trade longer still have theirs.
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

function isOver(instrument: Instrument, date: string): boolean {
  return isOption(instrument) && date > lastTradingDay(instrument);
}

function isLate(instrument: Instrument, date: string): boolean {
  if (!isOption(instrument)) return false;
  if (isOpeningSettled(instrument)) return true;
  return LATE.has(instrument.underlying) && date !== lastTradingDay(instrument);
}
