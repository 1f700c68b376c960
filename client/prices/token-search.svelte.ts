import type { Client } from '@urql/svelte';
import { SearchTokensDocument, type SearchTokensQuery } from '../gql/graphql.ts';
import { deskError } from '../lib/errors.ts';

export type TokenMatch = SearchTokensQuery['searchTokens'][number];

const QUIET_FOR = 250;
/** The longest text that the API accepts. */
const LONGEST = 44;

/** Tokens that match a text, searched after a pause in typing. */
export class TokenSearch {
  /** Matches of the current text; null before its answer. */
  matches: readonly TokenMatch[] | null = $state.raw(null);
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
    const { data, error } = await client.query(SearchTokensDocument, { text }).toPromise();
    if (turn !== this.#last) return;
    this.error = error ? deskError(error).message : null;
    this.matches = error ? null : (data?.searchTokens ?? []);
  }
}
