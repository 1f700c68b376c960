import type { Client } from '@urql/svelte';
import {
  SearchSymbolsDocument,
  type SearchSymbolsQuery,
  type TradingMode,
} from '../gql/graphql.ts';
import { TypedSearch, type Found } from './typed-search.svelte.ts';

export type SymbolMatch = SearchSymbolsQuery['searchSymbols'][number];

/** The longest text that the API accepts. */
const LONGEST = 40;
/** A ticker, perhaps with a share class, or an index after `$` or `^`: `BRK.B`, `$SPX`. */
const TICKER = /^[A-Z$^][A-Z0-9./-]{0,11}$/;

/** The symbols of a book's venue for a text. */
export class SymbolSearch extends TypedSearch<SymbolMatch> {
  constructor(private readonly mode: () => TradingMode) {
    super(LONGEST);
  }

  protected override async find(client: Client, text: string): Promise<Found<SymbolMatch>> {
    const { data, error } = await client
      .query(SearchSymbolsDocument, { mode: this.mode(), text })
      .toPromise();
    return { matches: data?.searchSymbols ?? [], error };
  }
}

/** Typed text as a ticker, in capitals; null when it cannot be one. */
export function tickerOf(text: string): string | null {
  const typed = text.trim().toUpperCase();
  return TICKER.test(typed) ? typed : null;
}

/** One-letter codes that all feeds agree on; other codes are shown unchanged. */
const EXCHANGES: Readonly<Record<string, string>> = {
  A: 'NYSE American',
  N: 'NYSE',
  P: 'NYSE Arca',
  Q: 'NASDAQ',
  Z: 'Cboe',
};

/** `NASDAQ · stock`. */
export function listing({ exchange, type }: SymbolMatch): string {
  const name = exchange ? (EXCHANGES[exchange] ?? exchange) : null;
  return [name, type === 'unknown' ? null : type].filter(Boolean).join(' · ');
}
