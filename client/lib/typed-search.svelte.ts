import type { Client } from '@urql/svelte';
import { deskError } from './errors.ts';

const QUIET_FOR = 200;

export interface Found<Match> {
  readonly matches: readonly Match[];
  /** Why the search failed; undefined when it did not. */
  readonly error: Parameters<typeof deskError>[0] | undefined;
}

/** What matches a text, searched after a pause in typing. */
export abstract class TypedSearch<Match> {
  /** Matches of the current text; null before its answer. */
  matches: readonly Match[] | null = $state.raw(null);
  /** Why the search failed. */
  error: string | null = $state.raw(null);
  /** A text is waiting for its answer. */
  asking = $state(false);
  #last = 0;

  /** `longest`: length of the longest text that the API accepts. */
  constructor(private readonly longest: number) {}

  /** Searches after a pause; returns a function that cancels it. Late answers to an earlier text are dropped. */
  ask(client: Client, text: string): () => void {
    const turn = ++this.#last;
    this.matches = null;
    this.error = null;
    const typed = text.trim();
    const fits = typed !== '' && typed.length <= this.longest;
    this.asking = fits;
    if (!fits) return () => undefined;
    const timer = setTimeout(() => void this.#send(client, typed, turn), QUIET_FOR);
    return () => clearTimeout(timer);
  }

  protected abstract find(client: Client, text: string): Promise<Found<Match>>;

  async #send(client: Client, text: string, turn: number): Promise<void> {
    const { matches, error } = await this.find(client, text);
    if (turn !== this.#last) return;
    this.asking = false;
    this.error = error ? deskError(error).message : null;
    this.matches = error ? null : matches;
  }
}
