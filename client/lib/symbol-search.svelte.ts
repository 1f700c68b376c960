import type { Client } from '@urql/svelte';
import { SearchSymbolsDocument, type SearchSymbolsQuery } from '../gql/graphql.ts';
import { deskError } from './errors.ts';

export type SymbolMatch = SearchSymbolsQuery['searchSymbols'][number];

const QUIET_FOR = 200;
/** The API takes no longer text. */
const LONGEST = 40;
/** A ticker, perhaps with its class or, in front of an option, its index: `BRK.B`, `$SPX`. */
const TICKER = /^[A-Z$^][A-Z0-9./-]{0,11}$/;

/** What the venue offers for a text, asked once typing has paused. */
export class SymbolSearch {
  /** Of `text`; null while no answer to it is here. */
  matches: readonly SymbolMatch[] | null = $state.raw(null);
  /** Why there is no answer. */
  error: string | null = $state.raw(null);
  #last = 0;

  /** Asks after a pause; returns how to forget it. What is on its way for an earlier text is not shown. */
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

/** What was typed as a ticker, in capitals; null where none has such a form. */
export function tickerOf(text: string): string | null {
  const typed = text.trim().toUpperCase();
  return TICKER.test(typed) ? typed : null;
}

/** One-letter codes that all feeds agree on; any other is shown as it is told. */
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
