import { Decimal } from 'decimal.js';

export function isOption(symbol: string): boolean {
  return symbol.length > 15;
}

export function contractOf(symbol: string) {
  const [, root = '', digits = '', right, thousandths = ''] =
    /^([A-Z]+)(\d{6})([CP])(\d{8})$/.exec(symbol) ?? [];
  const date = `20${digits.slice(0, 2)}-${digits.slice(2, 4)}-${digits.slice(4)}`;
  return { root, date, call: right === 'C', strike: new Decimal(thousandths).div(1000) };
}

/** Ticks by Cboe: indexes 0.05 below 3.00 and 0.10 from there; SPY cents; the penny program 0.01 and 0.05. */
export function tickOf(symbol: string, price: Decimal): string {
  const root = isOption(symbol) ? contractOf(symbol).root : '';
  if (root === '' || root === 'SPY') return '0.01';
  const [below, from] = root.startsWith('SPX') ? ['0.05', '0.1'] : ['0.01', '0.05'];
  return price.lt(3) ? below : from;
}

export function onTick(symbol: string, price: Decimal, down: boolean): Decimal {
  const tick = tickOf(symbol, price);
  return price
    .div(tick)
    .toDecimalPlaces(0, down ? Decimal.ROUND_FLOOR : Decimal.ROUND_CEIL)
    .times(tick);
}
