import type { OrderSide } from '../../domain/order/order.ts';

/** Root, date YYMMDD, C or P, strike in thousandths: a compact OCC symbol. */
const OCC = /^([A-Z]{1,6})(\d{2})(\d{2})(\d{2})([CP])(\d{8})$/;

export interface OptionName {
  /** Midnight UTC of the expiry date, in milliseconds. */
  readonly expiry: number;
  readonly right: 'C' | 'P';
  /** Dollars. */
  readonly strike: number;
}

/** Null: the symbol is not an option's. */
export function optionNamed(symbol: string): OptionName | null {
  const [, , year, month, day, right, strike] = OCC.exec(symbol) ?? [];
  if (right !== 'C' && right !== 'P') return null;
  const expiry = Date.UTC(2000 + Number(year), Number(month) - 1, Number(day));
  return { expiry, right, strike: Number(strike) / 1000 };
}

/** The side that opens a long or a short position in the symbol. */
export function openingSide(symbol: string, side: 'BUY' | 'SELL'): OrderSide {
  if (!OCC.test(symbol)) return side;
  return side === 'BUY' ? 'BUY_TO_OPEN' : 'SELL_TO_OPEN';
}
