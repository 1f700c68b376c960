import type { Client } from '@urql/svelte';
import { Desk } from './desk.svelte.ts';
import { SignOutDocument, ViewerDocument } from '../gql/graphql.ts';
import { createDeskClient } from '../lib/graphql.ts';
import { Link } from '../lib/link.svelte.ts';
import { route } from '../lib/route.svelte.ts';

/** The current reader. Each sign-in has its own client, cache and socket; nothing outlives it. */
export class SignedIn {
  desk = $state.raw<Desk | null>(null);
  asked = $state(false);
  unreachable = $state(false);
  /** How the session ended: elsewhere or by age, by this page's sign-out, or by one without an answer. */
  ended = $state<'elsewhere' | 'here' | 'unanswered' | null>(null);
  #link = new Link();
  #wire = createDeskClient(this.#link, () => this.#lost(this.#link));
  client: Client = $state.raw(this.#wire.client);
  /** Where the reader wanted to go before signing in. */
  #wanted: string | null = null;

  #rewire(): void {
    this.#wire.dispose();
    const link = new Link();
    this.#link = link;
    this.#wire = createDeskClient(link, () => this.#lost(link));
    this.client = this.#wire.client;
  }

  /** Asks whose session the cookie is. */
  async ask(): Promise<void> {
    const { data, error } = await this.client
      .query(ViewerDocument, {}, { requestPolicy: 'network-only' })
      .toPromise();
    this.asked = true;
    this.unreachable = Boolean(error?.networkError);
    if (data?.viewer) {
      this.desk = new Desk(this.client, this.#link, data.viewer, () => void this.signOut());
      this.ended = null;
      if (route.place.screen === 'signin')
        route.go(this.#wanted ?? '/portfolio', { replace: true });
    } else if (!this.unreachable) {
      this.#toSignIn();
    }
  }

  /** Reconnects the socket with the new cookie, after signIn, signUp or startDemo. */
  async renew(): Promise<void> {
    this.#rewire();
    await this.ask();
  }

  async signOut(): Promise<void> {
    const { error } = await this.client.mutation(SignOutDocument, {}).toPromise();
    this.ended = error?.networkError ? 'unanswered' : 'here';
    this.#leave();
  }

  #lost(link: Link): void {
    if (link !== this.#link || !this.desk) return;
    this.ended = 'elsewhere';
    this.#leave();
  }

  #leave(): void {
    this.desk = null;
    this.#rewire();
    this.#toSignIn();
  }

  #toSignIn(): void {
    if (route.place.screen !== 'signin') {
      this.#wanted = location.pathname === '/' ? null : location.pathname + location.search;
    }
    route.go('/signin', { replace: true });
  }
}
