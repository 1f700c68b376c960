import { describe, expect, it, type TestContext } from 'vitest';
import { pythHost } from '../../../server/adapters/pyth/pyth-host.ts';
import { PYTH_FEEDS } from '../../../server/adapters/pyth/pyth-feeds.ts';
import { PythPrices } from '../../../server/adapters/pyth/pyth-prices.ts';
import { parseMint } from '../../../server/domain/token/mint.ts';
import { ProviderHealth } from '../../../server/loops/provider-health.ts';
import { HandClock } from '../../support/desks/venue-account.ts';
import { MemoryLog } from '../../support/fakes/memory-log.ts';
import { PythEmulator, type PythUpdate } from '../../venues/pyth-emulator.ts';
import { BONK, SOL, USDC, WIF } from '../../venues/tokens/emulated-token.ts';
import { MAINTENANCE } from '../../venues/wire-server.ts';

const UNLISTED = '7vfCXTUXx5WJV5JADk17DUJ4ksgau7utNKj4b963voxs';
const KEY = 'pyth-key-of-a-test';

async function scene(
  test: Pick<TestContext, 'onTestFinished'>,
  { secret = null as string | null, timeoutMs = 10_000 } = {},
) {
  const pyth = await PythEmulator.start();
  test.onTestFinished(() => pyth.close());
  const [clock, log] = [new HandClock(), new MemoryLog()];
  const pulse = new ProviderHealth('Pyth', clock);
  pyth.now = () => clock.now().getTime();
  const host = pythHost({ baseUrl: pyth.url, secret, clock, log, pulse, timeoutMs });
  const prices = new PythPrices(host, clock);
  const of = async (mint: string) => (await prices.oraclePrices([mint], 'POLL')).get(mint);
  return { pyth, clock, log, host, pulse, prices, of };
}

const priced = (honest: PythUpdate, price: Partial<PythUpdate['price']>): PythUpdate => ({
  ...honest,
  price: { ...honest.price, ...price },
});

describe('the prices of Pyth', () => {
  it('are told exactly, with their interval and their time, in one request', async (test) => {
    const { pyth, prices, clock } = await scene(test);
    const told = await prices.oraclePrices([WIF, SOL, BONK], 'POLL');
    expect([...told.keys()].sort()).toEqual([BONK, WIF, SOL].sort());
    const sol = told.get(SOL)!;
    expect(sol.receivedAt).toEqual(clock.now());
    expect(sol.value?.price.toFixed()).toBe('120.7831');
    expect(sol.value?.confidence.toFixed()).toBe('0.06039155');
    expect(sol.value?.publishedAt.getTime()).toBe(
      Math.floor(clock.now().getTime() / 1_000) * 1_000,
    );
    expect(told.get(BONK)!.value?.price.toFixed()).toBe('0.0000029494');
    expect(pyth.requests).toHaveLength(1);
    expect(pyth.requests[0]!.search.getAll('ids[]')).toEqual(
      [BONK, WIF, SOL].sort().map((mint) => PYTH_FEEDS.get(mint)),
    );
  });

  it('are asked of nobody for mints without a feed, which are left out', async (test) => {
    const { pyth, prices } = await scene(test);
    expect(await prices.oraclePrices([UNLISTED], 'POLL')).toEqual(new Map());
    expect(pyth.requests).toHaveLength(0);
    expect([...(await prices.oraclePrices([UNLISTED, USDC], 'POLL')).keys()]).toEqual([USDC]);
  });

  it('are read with any exponent, and with 0x before the feed', async (test) => {
    const { pyth, of } = await scene(test);
    pyth.twist(SOL, (honest) =>
      priced(
        { ...honest, id: `0x${honest.id.toUpperCase()}` },
        { price: '-12', conf: '3', expo: 2 },
      ),
    );
    const told = (await of(SOL))!.value!;
    expect([told.price.toFixed(), told.confidence.toFixed()]).toEqual(['-1200', '300']);
  });

  it('of one feed that Hermes does not know are absent, and lose no other', async (test) => {
    const { prices, pyth } = await scene(test);
    const jto = 'jtojtomepa8beP8AuQc6eXt5FriJwfFMwQx2v2f9mCL';
    pyth.twist(WIF, () => undefined);
    const told = await prices.oraclePrices([SOL, jto, WIF], 'POLL');
    expect(told.get(SOL)!.value).not.toBeNull();
    expect(told.get(jto)).toMatchObject({ value: null, why: 'ABSENT' });
    expect(told.get(WIF)).toMatchObject({ value: null, why: 'ABSENT' });
  });

  it('of another feed are nobody’s', async (test) => {
    const { pyth, of } = await scene(test);
    pyth.twist(SOL, (honest) => ({ ...honest, id: PYTH_FEEDS.get(BONK)! }));
    expect(await of(SOL)).toMatchObject({ value: null, why: 'ABSENT' });
  });

  it.for([
    ['a price in words', { price: 'soon' }],
    ['a price that is a number', { price: 12 as unknown as string }],
    ['a fraction', { price: '1.5' }],
    ['no interval', { conf: undefined as unknown as string }],
    ['an absurd exponent', { expo: 900 }],
    ['a broken exponent', { expo: 0.5 }],
    ['no time', { publish_time: undefined as unknown as number }],
    ['a time in words', { publish_time: 'now' as unknown as number }],
  ] as const)('are malformed with %s, and lose no other', async ([, parts], test) => {
    const { pyth, prices } = await scene(test);
    pyth.twist(SOL, (honest) => priced(honest, parts));
    const told = await prices.oraclePrices([SOL, WIF], 'POLL');
    expect(told.get(SOL)).toMatchObject({ value: null, why: 'MALFORMED' });
    expect(told.get(WIF)!.value).not.toBeNull();
  });

  it.for([
    ['SILENT', { silent: true }],
    ['SILENT', { hangUp: true }],
    ['SILENT', MAINTENANCE],
    ['SILENT', { status: 500, text: 'Internal Server Error' }],
    ['SILENT', { status: 404, text: 'Price ids not found: 0x00' }],
    ['MALFORMED', { json: { binary: { encoding: 'hex', data: [] } } }],
    ['MALFORMED', { json: [] }],
    ['MALFORMED', { html: '<html>' }],
    ['PUT_OFF', { status: 429, text: 'Too Many Requests' }],
  ] as const)('are %s at %j, without a second request', async ([why, misfortune], test) => {
    const { pyth, of } = await scene(test, { timeoutMs: 300 });
    pyth.fail(misfortune);
    expect(await of(SOL)).toMatchObject({ value: null, why });
    expect(pyth.requests).toHaveLength(1);
  });

  it('after a 429 are not asked for before a minute, for Hermes names no time', async (test) => {
    const { pyth, of, host } = await scene(test);
    pyth.limit = 1;
    await of(SOL);
    expect(await of(SOL)).toMatchObject({ why: 'PUT_OFF' });
    pyth.limit = 30;
    expect(await of(SOL)).toMatchObject({ why: 'PUT_OFF' });
    expect(pyth.requests).toHaveLength(2);
    expect(host.usage().putOff).toBeGreaterThan(0);
  });

  it('are asked for with the key, which no line of the log shows', async (test) => {
    const { pyth, of, log } = await scene(test, { secret: KEY });
    pyth.key = KEY;
    expect((await of(SOL))!.value).not.toBeNull();
    pyth.key = 'another';
    pyth.fail({ status: 401, text: `unauthorized: ${KEY}` });
    expect(await of(SOL)).toMatchObject({ why: 'SILENT' });
    expect(log.lines.join()).toContain('unauthorized');
    expect(log.lines.join()).not.toContain(KEY);
  });

  it('say in the desk’s health since when they do not come', async (test) => {
    const { pyth, of, pulse } = await scene(test, { timeoutMs: 300 });
    await of(SOL);
    expect(pulse.problem()).toBeNull();
    pyth.fail(MAINTENANCE);
    await of(SOL);
    expect(pulse.problem()).toMatch(/does not answer/);
  });
});

it('names a whole feed for each whole mint, none twice', () => {
  const [mints, feeds] = [[...PYTH_FEEDS.keys()], [...PYTH_FEEDS.values()]];
  expect(mints.map(parseMint)).toEqual(mints);
  expect(feeds.every((feed) => /^[0-9a-f]{64}$/.test(feed))).toBe(true);
  expect(new Set(feeds).size).toBe(mints.length);
});
