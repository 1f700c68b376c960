import type { Client } from '@urql/core';
import { render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { beforeEach, expect, it, vi } from 'vitest';
import { Desk } from '../../../client/desk/desk.svelte.ts';
import { linkLamp } from '../../../client/frame/lamp-states.ts';
import { Link } from '../../../client/lib/link.svelte.ts';
import ModeReader from '../ModeReader.svelte';

const viewer = { id: 'u', username: 'desk', role: 'ADMIN' as const, createdAt: '' };
let replied: string | null;
let link: Link;

/** Answers every request with a status in the server's mode. */
const server = {
  query: () => ({
    subscribe: (read: (result: unknown) => void) => {
      if (replied) read({ data: { systemStatus: { mode: replied } } });
      return { unsubscribe: () => undefined };
    },
    toPromise: async () => ({}),
  }),
  subscription: () => ({ subscribe: () => ({ unsubscribe: () => undefined }) }),
} as unknown as Client;

function show() {
  render(ModeReader, { desk: new Desk(server, link, viewer, () => undefined) });
  return () => screen.getByTestId('mode').textContent;
}

beforeEach(() => {
  replied = 'PAPER';
  link = new Link();
});

it('shows UNKNOWN until the first reply, although PAPER was requested', async () => {
  replied = null;
  const mode = show();
  link.heard();
  await tick();
  expect(mode()).toBe('UNKNOWN');
});

it('shows the mode of the reply, not the requested one', async () => {
  replied = 'REAL';
  const mode = show();
  link.heard();
  await tick();
  expect(mode()).toBe('REAL');
});

it('shows UNKNOWN as soon as the server does not answer, and the mode again when it does', async () => {
  const mode = show();
  link.connected();
  await tick();
  expect(mode()).toBe('PAPER');
  link.closed();
  link.unanswered();
  await tick();
  expect(mode()).toBe('UNKNOWN');
  link.heard();
  await tick();
  expect(mode()).toBe('PAPER');
});

it('waits three seconds for an answer over HTTP after the socket is lost', async () => {
  vi.useFakeTimers();
  link.connected();
  await vi.advanceTimersByTimeAsync(10);
  link.closed();
  await vi.advanceTimersByTimeAsync(2000);
  expect(link.state).toBe('polling');
  await vi.advanceTimersByTimeAsync(1100);
  expect(link.state).toBe('offline');
  vi.useRealTimers();
});

it('lights the link’s lamp amber when polling and red when nobody answers', () => {
  expect(linkLamp('live', 1000, 1000, 15).lit).toBeUndefined();
  expect(linkLamp('polling', 1000, 9000, 15)).toMatchObject({
    text: 'polling 15 s',
    lit: 'caution',
  });
  expect(linkLamp('offline', 1000, 46_000, 15)).toMatchObject({
    text: 'offline 45 s',
    lit: 'alarm',
  });
});
