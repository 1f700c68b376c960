import type { Client } from '@urql/svelte';
import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Desk } from '../../../client/desk/desk.svelte.ts';
import { Link } from '../../../client/lib/link.svelte.ts';
import { ServerClock } from '../../../client/lib/server-clock.svelte.ts';
import { Market } from '../../../client/ticket/market.svelte.ts';

const EXPIRATIONS = ['2026-04-10', '2026-04-17', '2026-04-24', '2026-12-18'];
const client = {
  query: () => ({
    subscribe: (read: (result: unknown) => void) => {
      read({ data: { optionExpirations: EXPIRATIONS } });
      return { unsubscribe: () => undefined };
    },
  }),
} as unknown as Client;

const DAY = 86_400_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('waits for the server’s time, then keeps its expiration while the ticket stays open', () => {
  const clock = new ServerClock();
  const market = new Market({ client, link: new Link(), clock, mode: 'PAPER' } as Desk, 'SPY');
  let shown: string | null = 'none';
  const leave = $effect.root(() => {
    $effect(() => {
      shown = market.expiration;
    });
  });
  flushSync();
  expect(market.expirations).toEqual(EXPIRATIONS);
  expect(shown).toBeNull();
  clock.sample('2026-03-18T15:00:00Z', true);
  flushSync();
  expect(shown).toBe('2026-04-17');
  // The next expiration is nearer to thirty days by now.
  vi.setSystemTime(Date.now() + 6 * DAY);
  clock.tick();
  flushSync();
  expect(shown).toBe('2026-04-17');
  leave();
});
