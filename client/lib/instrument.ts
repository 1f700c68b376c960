import { ASSETS } from './asset-class.ts';
import type { AssetClass, OptionRight } from '../gql/graphql.ts';
import { price } from './format.ts';
import { daysUntil, expiryName } from './times.ts';

export interface Named {
  symbol: string;
  assetClass: AssetClass;
  underlying?: string | null;
  strike?: string | null;
  right?: OptionRight | null;
  expiration?: string | null;
}

/** The bold word: the underlying of an option, else the symbol. */
export function root(instrument: Named): string {
  return instrument.underlying ?? instrument.symbol;
}

/** `620 C`, shown after the root; empty for shares. */
export function contract(instrument: Named): string {
  const { strike, right } = instrument;
  if (!strike || !right) return '';
  return `${price(strike).replace(/\.0+$/, '')} ${right === 'CALL' ? 'C' : 'P'}`;
}

export function instrumentName(instrument: Named): string {
  return `${root(instrument)} ${contract(instrument)}`.trim();
}

/** `SPY260327C00560000` as `SPY 560 C`; other symbols unchanged. */
export function symbolName(symbol: string): string {
  const [, series, right, strike] = /^([A-Z0-9]+)\d{6}([CP])(\d{8})$/.exec(symbol) ?? [];
  return series ? `${series} ${Number(strike) / 1000} ${right}` : symbol;
}

/** `27 Mar 26`, from an option's symbol; empty for others. */
export function symbolExpiry(symbol: string): string {
  const [, year, month, day] = /^[A-Z0-9]+(\d\d)(\d\d)(\d\d)[CP]\d{8}$/.exec(symbol) ?? [];
  return year ? expiryName(`20${year}-${month}-${day}`) : '';
}

/** `18 Dec 26 · 30d`, or the asset class for what never expires. */
export function expiryLine(instrument: Named, now: number): string {
  const { expiration } = instrument;
  if (!expiration) return ASSETS[instrument.assetClass].units;
  const days = daysUntil(expiration, now);
  const left = days > 0 ? `${days}d` : days === 0 ? 'today' : 'expired';
  return `${expiryName(expiration)} · ${left}`;
}
