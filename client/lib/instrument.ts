import { ASSETS, isToken } from './asset-class.ts';
import type { AssetClass, OptionRight, SettlementToken } from '../gql/graphql.ts';
import { price, shortMint } from './format.ts';
import { daysUntil, expiryName } from './times.ts';

export { shortMint };

export interface Named {
  symbol: string;
  assetClass: AssetClass;
  /** Tokens: their issuer's name for it. */
  ticker?: string | null;
  /** Tokens: what they are bought with. */
  settlementToken?: SettlementToken | null;
  underlying?: string | null;
  strike?: string | null;
  right?: OptionRight | null;
  expiration?: string | null;
}

/** The bold word: the underlying of an option, a token's ticker, else the symbol. */
export function root(instrument: Named): string {
  if (isToken(instrument)) return instrument.ticker ?? 'token';
  return underlyingOf(instrument);
}

/** The key of an underlying that no other shares: a token's mint, because its ticker can be copied. */
export function underlyingOf(instrument: Named): string {
  return instrument.underlying ?? instrument.symbol;
}

/** A token's ticker with its mint, because tickers can be copied; any other underlying as it is. */
export function underlyingName(instrument: Named): string {
  return isToken(instrument) ? instrumentName(instrument) : root(instrument);
}

/** `620 C` or a token's short mint, shown after the root; empty for shares. */
export function contract(instrument: Named): string {
  if (isToken(instrument)) return shortMint(instrument.symbol);
  const { strike, right } = instrument;
  if (!strike || !right) return '';
  return strikeName(strike, right === 'CALL' ? 'C' : 'P');
}

export function instrumentName(instrument: Named): string {
  return `${root(instrument)} ${contract(instrument)}`.trim();
}

/** The name in a real order: a token with its whole mint, because another mint may have the same ends. */
export function sentName(instrument: Named): string {
  return isToken(instrument)
    ? `${root(instrument)} (${instrument.symbol})`
    : instrumentName(instrument);
}

const MINT = /^[1-9A-HJ-NP-Za-km-z]{32,44}$/;

export function isMint(text: string): boolean {
  return MINT.test(text);
}

/** `SPY260327C00560000` as `SPY 560 C`, a mint by its ends; other symbols unchanged. */
export function symbolName(symbol: string): string {
  if (isMint(symbol)) return shortMint(symbol);
  const [, series, right, strike] = /^([A-Z0-9]+)\d{6}([CP])(\d{8})$/.exec(symbol) ?? [];
  if (!series || !strike) return symbol;
  return `${series} ${strikeName(String(Number(strike) / 1000), right!)}`;
}

/** `560 C`, `367.50 P`. */
function strikeName(strike: string, right: string): string {
  return `${price(strike).replace(/\.0+$/, '')} ${right}`;
}

/** `27 Mar 26`, from an option's symbol; empty for others. */
export function symbolExpiry(symbol: string): string {
  const [, year, month, day] = /^[A-Z0-9]+(\d\d)(\d\d)(\d\d)[CP]\d{8}$/.exec(symbol) ?? [];
  return year ? expiryName(`20${year}-${month}-${day}`) : '';
}

/** `18 Dec 26 · 30d`, `Solana token · USDC`, or the asset class for what else never expires. */
export function expiryLine(instrument: Named, now: number): string {
  const { expiration } = instrument;
  if (isToken(instrument)) {
    return ['Solana token', instrument.settlementToken].filter(Boolean).join(' · ');
  }
  if (!expiration) return ASSETS[instrument.assetClass].units;
  const days = daysUntil(expiration, now);
  const left = days > 0 ? `${days}d` : days === 0 ? 'today' : 'expired';
  return `${expiryName(expiration)} · ${left}`;
}
