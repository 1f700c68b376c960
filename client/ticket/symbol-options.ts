import { shortMint } from '../lib/format.ts';
import { isMint } from '../lib/instrument.ts';
import { listing, tickerOf, type SymbolMatch } from '../lib/symbol-search.svelte.ts';
import type { TokenMatch } from '../prices/token-search.svelte.ts';

export interface SymbolOption {
  readonly key: string;
  /** Address of its ticket. */
  readonly href: string;
  readonly symbol: string;
  readonly name: string;
  readonly aside: string;
  /** Tokens: the whole mint, because tickers and names can be copied. */
  readonly mint: string | null;
  /** Tokens: what speaks against buying them. */
  readonly warnings: readonly string[];
}

export const listedTicket = (symbol: string) => `/trade/${encodeURIComponent(symbol)}`;
export const tokenTicket = (mint: string) => `/trade?token=${mint}`;

function listed(symbol: string, name: string, aside: string): SymbolOption {
  return { key: symbol, href: listedTicket(symbol), symbol, name, aside, mint: null, warnings: [] };
}

function tokenOption({ mint, ticker, name, verified, warnings }: TokenMatch): SymbolOption {
  return {
    ...{ key: mint, href: tokenTicket(mint), symbol: ticker ?? shortMint(mint) },
    ...{ name: name ?? '', aside: verified ? 'token · verified' : 'token', mint, warnings },
  };
}

/** What a typed text can mean as it stands: a mint, or a ticker; null when neither. */
export function asTyped(text: string): SymbolOption | null {
  const mint = text.trim();
  if (isMint(mint)) {
    const names = { symbol: shortMint(mint), name: 'as pasted', aside: 'token' };
    return { key: mint, href: tokenTicket(mint), ...names, mint, warnings: [] };
  }
  const ticker = tickerOf(text);
  return ticker ? listed(ticker, 'as typed', '') : null;
}

/** Listed symbols, then tokens; below them the text itself, when it is none of them. */
export function symbolOptions(
  text: string,
  symbols: readonly SymbolMatch[],
  tokens: readonly TokenMatch[],
): readonly SymbolOption[] {
  const found = [
    ...symbols.map((match) => listed(match.symbol, match.description, listing(match))),
    ...tokens.map(tokenOption),
  ];
  const typed = asTyped(text);
  const adds = typed && (typed.mint !== null || found.length > 0);
  return adds && !found.some(({ key }) => key === typed.key) ? [...found, typed] : found;
}
