import type { Instrument } from '../instrument/instrument.ts';
import { exchangeDate, sessionHours } from './market-calendar.ts';

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
 * though not on their last day; 13:00 and 13:15 on a half-day. Null where the exchange is closed.
 */
export function tradingEnd(instrument: Instrument, date: string): Date | null {
  const hours = sessionHours(date);
  if (!hours) return null;
  return isLate(instrument, date) ? hours.optionsClose : hours.close;
}

/** Within the regular session of the instrument itself, its first minute included. */
export function isTraded(instrument: Instrument, instant: Date): boolean {
  const date = exchangeDate(instant);
  const open = sessionHours(date)?.open;
  const end = tradingEnd(instrument, date);
  return open !== undefined && end !== null && open <= instant && instant < end;
}

function isLate(instrument: Instrument, date: string): boolean {
  return (
    instrument.assetClass === 'OPTION' &&
    LATE.has(instrument.underlying) &&
    instrument.expiration !== date
  );
}
