import type { Client } from '@urql/svelte';
import { PreviewTradeDocument } from '../gql/graphql.ts';
import type { PlaceTradeInput, PreviewPartsFragment } from '../gql/graphql.ts';
import { deskError, type DeskError } from '../lib/errors.ts';

const QUIET_FOR = 300;

/** Asks the server for a preview of an order, never the cache. */
export async function previewTrade(client: Client, input: PlaceTradeInput) {
  const { data, error } = await client
    .query(PreviewTradeDocument, { input }, { requestPolicy: 'network-only' })
    .toPromise();
  return { preview: data?.previewTrade ?? null, error: error ? deskError(error) : null };
}

/** The server's preview of the order, requested after a pause in typing. */
export class Previewed {
  answer: PreviewPartsFragment | null = $state.raw(null);
  error: DeskError | null = $state.raw(null);
  asking = $state(false);
  #last = 0;

  /** Requests a preview after a pause; returns a function that cancels it. */
  ask(client: Client, input: PlaceTradeInput | null): () => void {
    const turn = ++this.#last;
    if (!input) {
      this.answer = null;
      this.error = null;
      this.asking = false;
      return () => undefined;
    }
    this.asking = true;
    const timer = setTimeout(() => void this.#send(client, input, turn), QUIET_FOR);
    return () => clearTimeout(timer);
  }

  async #send(client: Client, input: PlaceTradeInput, turn: number): Promise<void> {
    const { preview, error } = await previewTrade(client, input);
    if (turn !== this.#last) return;
    this.asking = false;
    this.error = error;
    this.answer = preview;
  }
}
