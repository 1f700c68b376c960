import type { Client } from '@urql/svelte';
import { PreviewTradeDocument } from '../gql/graphql.ts';
import type { PlaceTradeInput, PreviewPartsFragment } from '../gql/graphql.ts';
import { deskError, type DeskError } from '../lib/errors.ts';
import { lookAgain } from '../lib/look-again.ts';

const QUIET_FOR = 300;
/** An order whose exits follow the market may change several times a second without end. */
const UNASKED_FOR = 1_000;
/** What refuses an order can pass while nobody touches the order: a quote, an account, the link. */
const REFUSED_FOR = 5_000;
/** What an order costs moves with the market. */
const FRESH_FOR = 15_000;

/** Asks the server for a preview of an order, never the cache. */
export async function previewTrade(client: Client, input: PlaceTradeInput) {
  const { data, error } = await client
    .query(PreviewTradeDocument, { input }, { requestPolicy: 'network-only' })
    .toPromise();
  return { preview: data?.previewTrade ?? null, error: error ? deskError(error) : null };
}

/** The server's preview of the order, requested after a pause in typing and kept fresh from then on. */
export class Previewed {
  answer: PreviewPartsFragment | null = $state.raw(null);
  error: DeskError | null = $state.raw(null);
  asking = $state(false);
  #last = 0;
  /** The newest order that has an answer. The answer to an older one comes too late. */
  #answered = 0;
  /** When the first change came that is not asked about yet. */
  #changedAt: number | null = null;

  /** Requests a preview after a pause, then again and again; returns a function that ends that. */
  ask(client: Client, input: PlaceTradeInput | null): () => void {
    const turn = ++this.#last;
    if (!input) {
      this.#answered = turn;
      this.#changedAt = null;
      this.answer = null;
      this.error = null;
      this.asking = false;
      return () => undefined;
    }
    this.asking = true;
    this.#changedAt ??= Date.now();
    const left = this.#changedAt + UNASKED_FOR - Date.now();
    let leave = (): void => undefined;
    const look = () => this.#look(client, input, turn);
    const timer = setTimeout(() => (leave = lookAgain(look)), Math.min(QUIET_FOR, left));
    return () => {
      clearTimeout(timer);
      leave();
    };
  }

  /** Returns after how many milliseconds to look again. */
  async #look(client: Client, input: PlaceTradeInput, turn: number): Promise<number> {
    // Nobody reads a hidden page.
    if (!document.hidden || this.asking) await this.#send(client, input, turn);
    const accepted = this.answer?.riskChecks.every(({ passed }) => passed);
    return accepted ? FRESH_FOR : REFUSED_FOR;
  }

  async #send(client: Client, input: PlaceTradeInput, turn: number): Promise<void> {
    this.#changedAt = null;
    const { preview, error } = await previewTrade(client, input);
    if (turn < this.#answered) return;
    this.#answered = turn;
    this.asking = turn !== this.#last;
    this.error = error;
    this.answer = preview;
  }
}
