import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../server/domain/decimal.ts';
import { LiveDesk } from '../support/desks/live-desk.ts';
import { serverDatabases } from '../support/servers/server-databases.ts';
import { SPY_CALL } from '../support/values/builders.ts';
import { until } from '../support/values/until.ts';
import { LOST_RESPONSE, MAINTENANCE } from '../venues/wire-server.ts';

const SYMBOLS = [SPY_CALL.symbol];

describe.each(serverDatabases())('REAL at Tradier’s production, on %s', (_, open) => {
  let t: LiveDesk;
  beforeEach(async () => {
    t = await LiveDesk.start(open);
    await t.signUp('ada');
    await t.connect('ada');
  });
  afterEach(() => t.close());

  it('enters, is protected, marked live and taken out there, and leaves the sandbox alone', async () => {
    const placed = await t.place('ada', 'REAL');
    expect(placed).toMatchObject({ status: 'PENDING', venue: 'TRADIER_LIVE' });
    expect(placed.orders.map(({ role }) => role)).toEqual(['ENTRY', 'TAKE_PROFIT', 'STOP_LOSS']);
    const [entry, target] = t.live.orders[0]!.legs;
    t.live.fill(entry!.id, { price: '1.50' });
    await t.status('ada', placed.id, 'OPEN');
    await until('a mark of production', async () => {
      const { mark } = await t.trade('ada', placed.id);
      return (mark as { price: string; delayed: boolean } | null)?.price === '1.46';
    });
    expect(await t.trade('ada', placed.id)).toMatchObject({
      ...{ mode: 'REAL', protection: 'VENUE', mark: { delayed: false } },
    });
    t.live.fill(target!.id, { price: '2.50' });
    await t.status('ada', placed.id, 'TP_HIT');
    expect(t.live.orders).toHaveLength(1);
    expect(t.sandbox.orders).toEqual([]);
    expect(t.sandbox.count('POST /orders')).toBe(0);
  }, 120_000);

  it('is disarmed when its token is changed, also to another of the same account', async () => {
    const armed = async () =>
      (
        await t.ask<{ systemStatus: { armed: boolean } }>(
          'ada',
          '{ systemStatus(mode: REAL) { armed } }',
        )
      ).systemStatus.armed;
    await t.arm('ada');
    await t.settle('ada', { pollSeconds: 30 });
    expect(await armed()).toBe(true);
    await t.settle('ada', { tradierLive: { token: 'another-token' } });
    expect(await armed()).toBe(false);
  });

  it('is UNKNOWN without an answer, and found by its tag after a restart', async () => {
    const input = await t.confirmed('ada');
    const previewed = t.live.count('POST /orders');
    t.live.fail('POST /orders', LOST_RESPONSE);
    const { id, orders } = await t.send('ada', input);
    // A sync may have found the order by the time of the answer.
    const query = `{ trade(id: "${id}") { events { nodes { type } } } }`;
    const { trade } = await t.ask<{ trade: { events: { nodes: { type: string }[] } } }>(
      'ada',
      query,
    );
    expect(trade.events.nodes.map(({ type }) => type)).toContain('ORDER_UNKNOWN');
    await t.restart();
    await until('it to be found', async () =>
      (await t.trade('ada', id)).orders.every(({ status }) => status === 'ACCEPTED'),
    );
    expect(t.tags(t.live)).toEqual([orders[0]!.tag]);
    t.live.fill(t.live.orders[0]!.legs[0]!.id, { price: '1.50' });
    await t.status('ada', id, 'OPEN');
    expect(t.live.count('POST /orders')).toBe(previewed + 1);
  }, 120_000);

  it('shows each book the prices of its own venue, and none without a token', async () => {
    const ask = (mode: string) =>
      t.ask<Record<string, never>>(
        'ada',
        `query($s: [String!]!) { quotes(symbols: $s, mode: ${mode}) { bid delayed }
          optionExpirations(underlying: "SPY", mode: ${mode})
          optionChain(underlying: "SPY", expiration: "2026-03-27", mode: ${mode}) {
            rows { call { bid } } } }`,
        { s: SYMBOLS },
      );
    expect(await ask('REAL')).toMatchObject({
      quotes: [{ bid: '1.46', delayed: false }],
      optionExpirations: ['2026-03-27'],
      optionChain: { rows: [{ call: { bid: '1.46' } }] },
    });
    expect(await ask('PAPER')).toMatchObject({ quotes: [{ bid: '1.45', delayed: true }] });
    await t.settle('ada', { tradierLive: { token: null } });
    for (const field of [
      'quotes(symbols: ["SPY"], mode: REAL) { bid }',
      'optionExpirations(underlying: "SPY", mode: REAL)',
      'optionChain(underlying: "SPY", expiration: "2026-03-27", mode: REAL) { expiration }',
      'candles(symbol: "SPY", interval: ONE_DAY, from: "2026-03-01T00:00:00Z", mode: REAL) { open }',
      'searchSymbols(text: "S", mode: REAL) { symbol }',
    ])
      await expect(t.ask('ada', `{ ${field} }`)).rejects.toThrow('Settings hold no token');
    expect(await ask('PAPER')).toMatchObject({ quotes: [{ bid: '1.45' }] });
  });

  it('says not connected before an account has told what it holds, then whose figures they are', async () => {
    const ask = (mode = 'REAL') =>
      t.ask<{ portfolio: { connected: boolean }; accountReports: readonly object[] }>(
        'eve',
        `{ portfolio(mode: ${mode}) { connected deposits cash } accountReports(mode: ${mode}) { account
          named type cash equity buyingPower dayTradeBuyingPower unsettledCash marginCall dayTrades
          deposited asOf } }`,
      );
    await t.signUp('eve');
    const none = { connected: false, deposits: '0', cash: '0' };
    expect(await ask()).toEqual({ portfolio: none, accountReports: [] });
    t.live.fail('*', MAINTENANCE, 1_000);
    await t.connect('eve');
    const { portfolio, accountReports } = await ask();
    expect([portfolio, accountReports]).toMatchObject([
      none,
      [{ account: t.live.accountId, named: true, type: null, cash: null, asOf: null }],
    ]);
    t.live.heal();
    Object.assign(t.live.account, { kind: 'cash', unsettled: dec('250.5') });
    await until('it to be seen', async () => (await ask()).portfolio.connected);
    expect(await ask('PAPER')).toMatchObject({
      portfolio: { connected: true },
      accountReports: [],
    });
    expect(await ask()).toMatchObject({
      portfolio: { connected: true, deposits: '100000', cash: '100000' },
      accountReports: [
        {
          ...{ type: 'CASH', cash: '100000', unsettledCash: '250.5', buyingPower: '99749.5' },
          ...{ marginCall: null, dayTradeBuyingPower: null, dayTrades: 0, deposited: '100000' },
        },
      ],
    });
    expect(t.live.count('POST /orders')).toBe(0);
  }, 120_000);

  it('checks the live credentials, and tells their use and the provider’s silence', async () => {
    const check = async () =>
      (
        await t.ask<{ checkProvider: { ok: boolean; message: string } }>(
          'ada',
          'mutation { checkProvider(provider: TRADIER_LIVE) { ok message delayed } }',
        )
      ).checkProvider;
    expect(await check()).toEqual({
      ...{ ok: true, delayed: false },
      message: `Reached; profile matches account ${t.live.accountId}, margin, individual, option level 6; prices are live.`,
    });
    const { providerUsage } = await t.ask<{ providerUsage: { provider: string }[] }>(
      'ada',
      '{ providerUsage { provider } }',
    );
    const providers = new Set(providerUsage.map(({ provider }) => provider));
    expect([...providers]).toEqual(expect.arrayContaining(['TRADIER_LIVE', 'TRADIER_SANDBOX']));
    t.live.fail('*', MAINTENANCE, 1_000);
    expect((await check()).ok).toBe(false);
    const notes = async () =>
      (JSON.parse((await t.api.get('/readyz')).text) as { notes: string[] }).notes;
    await expect.poll(notes).toContainEqual(expect.stringMatching(/^Tradier production: does not/));
  });
});
