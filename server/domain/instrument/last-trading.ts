import type { CalendarDate } from '../ids.ts';
import { expiryInstant, sessionHours, tradingDaysAfter } from '../calendar/market-calendar.ts';
import type { OptionContract } from './instrument.ts';
import { isOpeningSettled } from './option-product.ts';

/**
 * When a contract stops trading for good: at the regular close of its expiration. An AM-settled contract stops
 * at 16:15 (13:15 on a half-day) of the trading day before, because the next opening settles it.
 */
export function lastTradingInstant(contract: OptionContract): Date {
  if (!isOpeningSettled(contract)) return expiryInstant(contract.expiration);
  const day = lastTradingDay(contract);
  const hours = sessionHours(day);
  if (!hours) throw new RangeError(`No session on ${day}`);
  return hours.optionsClose;
}

/** The exchange date, YYYY-MM-DD, of the contract's last session. */
export function lastTradingDay(contract: OptionContract): CalendarDate {
  const expires = sessionHours(contract.expiration)
    ? contract.expiration
    : tradingDaysAfter(contract.expiration, -1);
  return isOpeningSettled(contract) ? tradingDaysAfter(expires, -1) : expires;
}

/** When the contract's settlement price is set: at the close of its last session, or at the next opening. */
export function settlementInstant(contract: OptionContract): Date {
  if (!isOpeningSettled(contract)) return expiryInstant(contract.expiration);
  const hours = sessionHours(tradingDaysAfter(lastTradingDay(contract), 1));
  if (!hours) throw new RangeError(`No session after ${lastTradingDay(contract)}`);
  return hours.open;
}
