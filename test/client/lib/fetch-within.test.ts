import { afterEach, expect, it, vi } from 'vitest';
import { fetchWithin } from '../../../client/lib/graphql.ts';

afterEach(() => vi.unstubAllGlobals());

/** A fetch that never answers, but ends with its signal. */
function silent() {
  vi.stubGlobal('fetch', (_: unknown, init?: RequestInit) => {
    return new Promise((_, reject) => {
      init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error));
    });
  });
}

it('gives up exactly after its timeout', async () => {
  silent();
  const long = fetchWithin(60_000)('/graphql').catch(() => 'given up');
  await expect(fetchWithin(20)('/graphql')).rejects.toThrow(/time/i);
  expect(await Promise.race([long, Promise.resolve('waits')])).toBe('waits');
});

it('ends at once when its caller aborts', async () => {
  silent();
  const caller = new AbortController();
  const asked = fetchWithin(60_000)('/graphql', { signal: caller.signal });
  caller.abort(new Error('left the page'));
  await expect(asked).rejects.toThrow('left the page');
});
