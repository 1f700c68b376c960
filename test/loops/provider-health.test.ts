import { afterEach, beforeEach, expect, it } from 'vitest';
import { OratsClient } from '../../server/adapters/orats/orats-client.ts';
import { ProviderHealth } from '../../server/loops/provider-health.ts';
import { FakeClock, NOON } from '../support/fakes/fake-clock.ts';
import { SilentLog } from '../support/fakes/silent-log.ts';
import { OratsEmulator } from '../venues/orats-emulator.ts';
import { MAINTENANCE } from '../venues/wire-server.ts';

const TOKEN = 'orats-token';
let orats: OratsEmulator;
let health: ProviderHealth;
let clock: FakeClock;
beforeEach(async () => {
  clock = new FakeClock(NOON);
  orats = await OratsEmulator.start(NOON);
  orats.tokens.set(TOKEN, 'live');
  health = new ProviderHealth('ORATS', clock);
});
afterEach(() => orats.close());

const ask = (token = TOKEN) =>
  new OratsClient({ baseUrl: orats.url, token, clock, log: new SilentLog(), pulse: health })
    .rows('/live/strikes', { ticker: 'SPY' })
    .catch(() => []);

it('does not mention a provider that was never asked, or that answers', async () => {
  expect(health.problem()).toBeNull();
  await ask();
  expect(health.problem()).toBeNull();
});

it('says since when a provider does not answer, until it does', async () => {
  orats.fail('*', MAINTENANCE, 2);
  await ask();
  clock.advance(60_000);
  await ask();
  expect(health.problem()).toBe('does not answer since 2026-03-10T16:00:00.000Z');
  await ask();
  expect(health.problem()).toBeNull();
});

it('counts the refusal of one user’s token as an answer', async () => {
  await ask('no-token');
  expect(health.problem()).toBeNull();
});

it('forgets a provider that is no longer asked', async () => {
  orats.fail('*', { hangUp: true });
  await ask();
  clock.advance(15 * 60_000 + 1);
  expect(health.problem()).toBeNull();
});
