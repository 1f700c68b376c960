import type { Client } from '@urql/svelte';
import { SearchSymbolsDocument, type SearchSymbolsQuery } from '../gql/graphql.ts';
import { deskError } from './errors.ts';

export type SymbolMatch = SearchSymbolsQuery['searchSymbols'][number];

const QUIET_FOR = 200;
/** The longest text that the API accepts. */
const LONGEST = 40;
/** A ticker, perhaps with a share class, or an index after `$` or `^`: `BRK.B`, `$SPX`. */
const TICKER = /^[A-Z$^][A-Z0-9./-]{0,11}$/;

/** The venue's symbols for a text, searched after a pause in typing. */
export class SymbolSearch {
  /** Matches of the current text; null before its answer. */
  matches: readonly SymbolMatch[] | null = $state.raw(null);
  /** Why the search failed. */
  error: string | null = $state.raw(null);
  #last = 0;

  /** Searches after a pause; returns a function that cancels it. Late answers to an earlier text are dropped. */
  ask(client: Client, text: string): () => void {
    const turn = ++this.#last;
    this.matches = null;
    this.error = null;
    const typed = text.trim();
    if (typed === '' || typed.length > LONGEST) return () => undefined;
    const timer = setTimeout(() => void this.#send(client, typed, turn), QUIET_FOR);
    return () => clearTimeout(timer);
  }

  async #send(client: Client, text: string, turn: number): Promise<void> {
    const { data, error } = await client.query(SearchSymbolsDocument, { text }).toPromise();
    if (turn !== this.#last) return;
    this.error = error ? deskError(error).message : null;
    this.matches = error ? null : (data?.searchSymbols ?? []);
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
