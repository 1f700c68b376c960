import type { AnyVariables, Client, DocumentInput } from '@urql/core';
import { createSubscriber } from 'svelte/reactivity';
import type { DeskError } from './errors.ts';
import { deskError } from './errors.ts';
import type { Link } from './link.svelte.ts';
import { Paced } from './paced.ts';

export interface LiveSource<Data, Variables extends AnyVariables, Event> {
  query: DocumentInput<Data, Variables>;
  variables: Variables;
  /** The subscription that keeps it current. Its rows reach the query through the cache, by id. */
  push?: { document: DocumentInput<Event, AnyVariables>; variables: AnyVariables };
  onPush?: (event: Event, askAgain: () => void) => void;
}

/**
 * A query kept current by a subscription, and by polling while the socket is down.
 *
 * It starts when a component first reads it and stops with its last reader. Every (re)connection queries
 * again, because pushes were missed in between. After an error the last answer stays.
 */
export class Live<Data, Variables extends AnyVariables = AnyVariables, Event = unknown> {
  #shown: Data | undefined;
  #error: DeskError | null = null;
  #askAgain: () => void = () => undefined;
  readonly #track: () => void;

  constructor(client: Client, link: Link, source: LiveSource<Data, Variables, Event>) {
    this.#track = createSubscriber((changed) => {
      const asked = () =>
        client.query(source.query, source.variables, { requestPolicy: 'network-only' });
      const rows = asked().subscribe(({ data, error }) => {
        if (data) this.#shown = data;
        this.#error = error ? deskError(error) : null;
        changed();
      });
      const ask = () => void asked().toPromise();
      const paced = new Paced(ask);
      const askAgain = () => paced.ask();
      this.#askAgain = askAgain;

      const pushes = source.push
        ? client
            .subscription(source.push.document, source.push.variables)
            .subscribe(({ data }) => data && source.onPush?.(data, askAgain))
        : null;
      const stopListening = link.onConnect(ask);
      const polling = new Polling(link, ask);

      return () => {
        polling.stop();
        paced.stop();
        this.#askAgain = () => undefined;
        stopListening();
        pushes?.unsubscribe();
        rows.unsubscribe();
      };
    });
  }

  /** The last answer; undefined before the first. */
  get current(): Data | undefined {
    this.#track();
    return this.#shown;
  }

  /** Why the last query failed; null when it did not. */
  get error(): DeskError | null {
    this.#track();
    return this.#error;
  }

  /** Queries again, at most once a second; does nothing while no component reads it. */
  refresh(): void {
    this.#askAgain();
  }
}

const LOOK_EVERY = 1000;

/** Queries every `pollSeconds`, by their current value, only while the socket is down. */
class Polling {
  #askedAt = Date.now();
  readonly #timer: ReturnType<typeof setInterval>;

  constructor(link: Link, ask: () => void) {
    this.#timer = setInterval(() => {
      const waited = Date.now() - this.#askedAt;
      if (link.socketUp || waited < link.pollSeconds * 1000) return;
      this.#askedAt = Date.now();
      ask();
    }, LOOK_EVERY);
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
