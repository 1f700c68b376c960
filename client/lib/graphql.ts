import { WITHOUT_ID } from '../gql/without-id.ts';
import { cacheExchange } from '@urql/exchange-graphcache';
import { Client, fetchExchange, mapExchange, subscriptionExchange } from '@urql/svelte';
import { createClient } from 'graphql-ws';
import { fileTrades } from './file-trades.ts';
import type { Link } from './link.svelte.ts';

const SIGNED_OUT = 4403;
const PING_EVERY = 10_000;
const PONG_WITHIN = 5_000;

function openSocket(link: Link, onSignedOut: () => void) {
  let overdue: ReturnType<typeof setTimeout> | undefined;
  const socket = createClient({
    url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
    lazy: true,
    keepAlive: PING_EVERY,
    retryAttempts: Infinity,
    shouldRetry: (cause) => !(cause instanceof CloseEvent && cause.code === SIGNED_OUT),
    on: {
      connected: () => link.connected(),
      message: () => link.heard(),
      ping: (received) => {
        if (!received) overdue = setTimeout(() => socket.terminate(), PONG_WITHIN);
      },
      pong: (received) => {
        if (received) clearTimeout(overdue);
      },
      closed: (event) => {
        clearTimeout(overdue);
        link.closed();
        if (event instanceof CloseEvent && event.code === SIGNED_OUT) onSignedOut();
      },
    },
  });
  return socket;
}

/** The longest wait for an answer; the idempotency key makes a retry safe. */
const ANSWER_WITHIN = 15_000;

/** A `fetch` that gives up after so many milliseconds. */
export function fetchWithin(ms: number): typeof fetch {
  return (input, init) => {
    const limit = AbortSignal.timeout(ms);
    return fetch(input, {
      ...init,
      signal: init?.signal ? AbortSignal.any([init.signal, limit]) : limit,
    });
  };
}

/** The client of one sign-in. It authenticates by the session cookie and never sees a token. */
export function createDeskClient(
  link: Link,
  onSignedOut: () => void,
): { client: Client; dispose: () => void } {
  const socket = openSocket(link, onSignedOut);
  const client = new Client({
    url: '/graphql',
    preferGetMethod: false,
    fetch: fetchWithin(ANSWER_WITHIN),
    fetchOptions: { credentials: 'same-origin' },
    exchanges: [
      mapExchange({
        onResult: ({ error }) => {
          if (error?.networkError) link.unanswered();
          else link.heard();
          const code = error?.graphQLErrors[0]?.extensions['code'];
          if (code === 'UNAUTHENTICATED') onSignedOut();
        },
      }),
      cacheExchange({
        keys: {
          // Objects without an id are cached inside their parent.
          ...Object.fromEntries(WITHOUT_ID.map((name) => [name, () => null])),
          SystemStatus: ({ mode }) => mode as string,
          Portfolio: ({ mode }) => mode as string,
          // Each book has prices of its own.
          Quote: ({ mode, symbol }) => `${mode as string} ${symbol as string}`,
          Trade: ({ id }) => (id as string | undefined) ?? null,
          Order: ({ id }) => (id as string | undefined) ?? null,
          Fill: ({ id }) => (id as string | undefined) ?? null,
        },
        updates: { Subscription: { tradesChanged: fileTrades } },
      }),
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: ({ query, variables }) => ({
          subscribe: (sink) => ({
            unsubscribe: socket.subscribe(
              { query: query ?? '', variables: { ...variables } },
              sink,
            ),
          }),
        }),
      }),
    ],
  });
  return { client, dispose: () => void socket.dispose() };
}
