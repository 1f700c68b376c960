import type { Client } from '@urql/svelte';
import { JudgedQuotesDocument, type TradingMode } from '../gql/graphql.ts';
import { deskError, type DeskError } from '../lib/errors.ts';
import type { JudgedQuote } from './quote-rows.ts';

/** Quotes of what the reader holds, compared only on request: ORATS limits the requests of a month. */
export class JudgedQuotes {
  /** Null until the first answer. */
  quotes: readonly JudgedQuote[] | null = $state.raw(null);
  error: DeskError | null = $state.raw(null);
  asking = $state(false);
  #asked = 0;

  constructor(private readonly client: Client) {}

  async look(symbols: readonly string[], mode: TradingMode): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    this.asking = true;
    const variables = { symbols: [...symbols], mode };
    const { data, error } = await this.client
      .query(JudgedQuotesDocument, variables, { requestPolicy: 'network-only' })
      .toPromise();
    // A newer request, perhaps for another book, has replaced this one.
    if (asked !== this.#asked) return;
    this.asking = false;
    this.error = error ? deskError(error) : null;
    if (data) this.quotes = data.judgedQuotes;
  }

  clear(): void {
    this.#asked += 1;
    [this.quotes, this.error, this.asking] = [null, null, false];
  }
}
