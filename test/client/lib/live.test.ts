import type { Client, CombinedError } from '@urql/core';
import { render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Link } from '../../../client/lib/link.svelte.ts';
import { Live } from '../../../client/lib/live.ts';
import LiveReader from '../LiveReader.svelte';

type Result = { data?: { answer: number }; error?: CombinedError };

/** A server that answers with the number of requests so far, and counts its listeners. */
class ScriptedClient {
  asked = 0;
  listening = 0;
  failing = false;
  push: (event: unknown) => void = () => undefined;
  #readers = new Set<(result: Result) => void>();

  query = () => ({
    subscribe: (read: (result: Result) => void) => {
      this.#readers.add(read);
      this.#answer();
      return { unsubscribe: () => void this.#readers.delete(read) };
    },
    toPromise: async () => this.#answer(),
  });

  subscription = () => ({
    subscribe: (read: (result: { data: unknown }) => void) => {
      this.listening++;
      this.push = (data) => read({ data });
      return { unsubscribe: () => void this.listening-- };
    },
  });

  #answer(): Result {
    this.asked++;
    const error = { message: 'no server', graphQLErrors: [] } as unknown as CombinedError;
    const result = this.failing ? { error } : { data: { answer: this.asked } };
    for (const read of this.#readers) read(result);
    return result;
  }
}

let server: ScriptedClient;
let link: Link;

function show() {
  const live = new Live<{ answer: number }>(server as unknown as Client, link, {
    query: '{ answer }',
    variables: {},
    push: { document: 'subscription { answer }', variables: {} },
    onPush: (_event, askAgain) => askAgain(),
  });
  return render(LiveReader, { live });
}

const pass = async (seconds: number) => {
  await vi.advanceTimersByTimeAsync(seconds * 1000);
  await tick();
};

beforeEach(() => {
  vi.useFakeTimers();
  server = new ScriptedClient();
  link = new Link();
});
afterEach(() => vi.useRealTimers());

it('never polls while the socket is up', async () => {
  link.connected();
  show();
  await pass(120);
  expect(server.asked).toBe(1);
  expect(screen.getByText('1')).toBeTruthy();
});

it('polls every pollSeconds while the socket is down', async () => {
  link.pollSeconds = 15;
  show();
  await pass(14);
  expect(server.asked).toBe(1);
  await pass(32);
  expect(server.asked).toBe(4);
  expect(screen.getByText('4')).toBeTruthy();
});

it('asks again at each reconnection, and then stops polling', async () => {
  show();
  link.connected();
  await pass(1);
  expect(server.asked).toBe(2);
  link.closed();
  link.connected();
  await pass(60);
  expect(server.asked).toBe(3);
});

it('asks again when a push says so', async () => {
  link.connected();
  show();
  server.push({ answer: 0 });
  await pass(0);
  expect(server.asked).toBe(2);
});

it('keeps the last answer when the server fails, and reports the failure', async () => {
  show();
  server.failing = true;
  await pass(16);
  expect(screen.getByText('1')).toBeTruthy();
  expect(screen.getByRole('status').textContent).toBe('UNREACHABLE');
});

it('ends timers and subscriptions with its last reader', async () => {
  const { unmount } = show();
  expect(server.listening).toBe(1);
  unmount();
  await pass(120);
  expect([server.asked, server.listening]).toEqual([1, 0]);
});
