import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MovingVenues } from '../support/servers/moving-venues.ts';
import type { Pushes } from '../support/servers/pushes.ts';
import { filesUnder } from '../support/servers/files-under.ts';
import { ServerProcess } from '../support/servers/server-process.ts';
import { bothSidesOf, newKey, Trader, type WireBatch } from '../support/servers/trader.ts';
import { until } from '../support/values/until.ts';
import { MAINTENANCE } from '../venues/wire-server.ts';

const TRADIER = 'trdr-Secret-8d1f0a6c2b';
const ORATS = 'orts-Secret-77c3e9b5aa';
const WRONG = 'wrng-Secret-5e21d4f0c9';
const PUT = 'SPY260327P00560000';
const NOON = '2026-03-10T16:00:00.000Z';

let venues: MovingVenues;
let server: ServerProcess;
let ada: Trader;
let changes: Pushes<WireBatch>;
/** The texts of all replies to the user. */
let replies = '';

beforeAll(async () => {
  venues = await MovingVenues.start(TRADIER, ORATS, new Date(NOON));
  const cadence = { SYNC_SECONDS: '1', SNAPSHOT_SECONDS: '1', TEST_CLOCK: NOON };
  server = await ServerProcess.start({ env: { ...venues.env, ...cadence } });
  ada = await Trader.signUp(server, 'ada');
  await venues.follow(ada);
  venues.tradier.setQuote('SPY', { bid: 558.2, ask: 558.22, last: 558.21 });
  quote(5.4, 5.5);
});
afterAll(async () => {
  await changes?.close();
  await server.close();
  await venues.close();
});

/** Sets the same market at both providers; ORATS reports the call's delta, 0.42. */
function quote(bid: number, ask: number): void {
  venues.tradier.setQuote(PUT, { bid, ask, last: bid });
  venues.orats.setStrike({
    ...{ ticker: 'SPY', expiry: '2026-03-27', strike: 560, delta: 0.42, stockPrice: 558.21 },
    call: { bid: 3.1, ask: 3.2, midIv: 0.18 },
    put: { bid, ask, midIv: 0.19 },
  });
}

async function ask<T>(query: string, variables: object = {}): Promise<T> {
  const answer = await server.api.ask(query, { token: ada.token, variables });
  replies += answer.text;
  if (!answer.data || answer.errors.length > 0) throw new Error(answer.text);
  return answer.data as T;
}

async function settle(change: object) {
  const { settings } = await ask<{ settings: { version: number } }>('{ settings { version } }');
  const input = { expectedVersion: settings.version, ...change };
  return ask<{ updateSettings: object }>(
    `mutation($input: UpdateSettingsInput!) { updateSettings(input: $input) { paperVenue
      tradierSandbox { configured lastFour accountId } oratsToken { configured lastFour } } }`,
    { input },
  );
}

async function check(provider: string) {
  const { checkProvider } = await ask<{
    checkProvider: { ok: boolean; message: string; steps: { text: string; ok: boolean }[] };
  }>(
    `mutation { checkProvider(provider: ${provider}) { ok message delayed latencyMs steps { text ok } } }`,
  );
  return checkProvider;
}

describe('against Tradier and ORATS over HTTP, with credentials from updateSettings', () => {
  it('says for each provider whether it can be used, and why not', async () => {
    const tradierSandbox = { token: WRONG, accountId: venues.tradier.accountId };
    await settle({ tradierSandbox, oratsToken: WRONG });
    for (const provider of ['TRADIER_SANDBOX', 'ORATS']) {
      const { ok, message } = await check(provider);
      expect(ok).toBe(false);
      expect(message).not.toBe('');
    }
    const stored = await settle({
      ...{ paperVenue: 'TRADIER_SANDBOX', oratsToken: ORATS },
      tradierSandbox: { token: TRADIER },
    });
    expect(stored.updateSettings).toEqual({
      paperVenue: 'TRADIER_SANDBOX',
      tradierSandbox: { configured: true, lastFour: '6c2b', accountId: venues.tradier.accountId },
      oratsToken: { configured: true, lastFour: 'b5aa' },
    });
    const account = venues.tradier.accountId;
    const matches = `profile matches account ${account}, margin, individual, option level 6`;
    expect(await check('TRADIER_SANDBOX')).toMatchObject({
      ok: true,
      message: `Reached; ${matches}; delayed 15 min.`,
      steps: [
        { text: 'reached; the token is good', ok: true },
        { text: matches, ok: true },
        { text: 'the account’s balances can be read', ok: true },
      ],
    });
    venues.tradier.account.closed = true;
    expect((await check('TRADIER_SANDBOX')).steps.at(-1)).toEqual({
      text: 'the account is not active',
      ok: false,
    });
    venues.tradier.account.closed = false;
    await settle({ tradierSandbox: { accountId: 'VA0' } });
    expect(await check('TRADIER_SANDBOX')).toMatchObject({
      ok: false,
      message: `Reached, but the profile has no account VA0; it has ${account}.`,
      steps: [{ ok: true }, { ok: false }],
    });
    await settle({ tradierSandbox: { accountId: account } });
    expect(await check('ORATS')).toMatchObject({ ok: true });
  });

  it('goes PENDING → OPEN → TP_HIT, with every step pushed and marks from ORATS', async () => {
    changes = await ada.changes();
    const placed = await ada.place({
      ...{ mode: 'PAPER', idempotencyKey: newKey(), option: { symbol: PUT } },
      ...{ side: 'BUY_TO_OPEN', quantity: '2', orderType: 'LIMIT', limitPrice: '5.45' },
      bracket: { stopLoss: '4.00', takeProfit: '7.00' },
    });
    expect([placed.status, placed.orders.length]).toEqual(['PENDING', 3]);
    const venueIds = placed.orders.map(({ venueOrderId }) => venueOrderId);
    expect(new Set(venueIds).size).toBe(3);
    await pushed('PENDING', placed.id);

    const [entry = 0, target = 0] = venues.tradier.orders.at(-1)!.legs.map(({ id }) => id);
    venues.tradier.fill(entry, { price: '5.45' });
    await pushed('OPEN', placed.id);
    quote(6.1, 6.3);
    await changes.one('a mark of ORATS', ({ trades }) =>
      trades.some(({ id, mark }) => id === placed.id && mark?.price === '6.1'),
    );
    const nodes = await snapshotsOf(placed.id);
    expect(nodes[0]).toMatchObject({ source: 'orats-live', delayed: false, bid: '6.1', iv: 0.19 });
    // Put delta = call delta − 1.
    expect(nodes[0]!.delta).toBeCloseTo(-0.58, 10);

    venues.tradier.fill(target, { price: '7.02' });
    await pushed('TP_HIT', placed.id);
    const closed = await ada.trade(placed.id);
    expect(closed).toMatchObject({
      ...{ status: 'TP_HIT', phase: 'CLOSED', entryPrice: '5.45', exitPrice: '7.02' },
      ...{ realizedPnl: '314', fees: '1.4', netPnl: '312.6' },
    });
    expect(closed.orders.map(({ role, status }) => `${role} ${status}`)).toEqual([
      'ENTRY FILLED',
      'TAKE_PROFIT FILLED',
      'STOP_LOSS CANCELED',
    ]);
    expect(venues.tradier.count('POST /orders')).toBe(1);
    const versions = changes.all.flatMap(({ events }) => events.map(({ trade }) => trade.version));
    expect(versions).toEqual(versions.map((_, index) => index + 1));
    const [left, right] = bothSidesOf(await ada.book());
    expect([left, right]).toEqual(['100312.6', '100312.6']);
  });

  it('are noted in /readyz while they do not answer, and leave the desk ready', async () => {
    const ready = async () =>
      JSON.parse((await server.api.get('/readyz')).text) as { ready: boolean; notes: string[] };
    venues.tradier.fail('*', MAINTENANCE, 1_000);
    await check('TRADIER_SANDBOX');
    const since = /^Tradier sandbox: does not answer since 2026-03-10T16:\d\d:[\d.]+Z$/;
    const notes = [expect.stringMatching(since)];
    await expect.poll(ready).toMatchObject({ ready: true, notes });
    venues.tradier.heal();
    await until('it to be back', async () => {
      await check('TRADIER_SANDBOX');
      return (await ready()).notes.length === 0;
    });
  });

  it('count the events of the venue’s stream in /metrics', async () => {
    const counted = async (what: string) => {
      const { text } = await server.api.get('/metrics');
      return Number(new RegExp(`^twinbook_venue_stream_${what} (\\d+)$`, 'm').exec(text)?.[1]);
    };
    const placed = await ada.place({
      ...{ mode: 'PAPER', idempotencyKey: newKey(), option: { symbol: PUT } },
      ...{ side: 'BUY_TO_OPEN', quantity: '1', orderType: 'LIMIT', limitPrice: '1.00' },
    });
    const wait = { every: 100, within: 25_000 };
    await until('the stream to be open', async () => (await counted('open')) === 1, wait);
    const [hints, unreadable] = [await counted('hints'), await counted('unreadable')];
    venues.tradier.stream.say('{');
    venues.tradier.cancelOrder(venues.tradier.orders.at(-1)!.id);
    await until('its events', async () => (await counted('hints')) > hints, wait);
    expect(await counted('unreadable')).toBe(unreadable + 1);
    await pushed('CANCELED', placed.id);
  });

  it('repeats a refusal in the venue’s words, but without secrets', async () => {
    venues.tradier.fail('POST /orders', { status: 400, text: `Token ${TRADIER} may not do this` });
    const refused = await ada.place({
      ...{ mode: 'PAPER', idempotencyKey: newKey(), option: { symbol: PUT } },
      ...{ side: 'BUY_TO_OPEN', quantity: '1', orderType: 'LIMIT', limitPrice: '5.45' },
    });
    expect(refused).toMatchObject({
      status: 'REJECTED',
      reason: expect.stringContaining('may not do this') as string,
    });
    replies += JSON.stringify(refused);
  });

  it('shows no secret in any reply, push, log line or database file', async () => {
    venues.orats.tokens.delete(ORATS);
    await check('ORATS');
    await ask(
      '{ trades(mode: PAPER) { nodes { id reason events { nodes { message } } orders { reason } } } }',
    );
    await ask('{ alerts(mode: PAPER, unreadOnly: false) { nodes { message } } }');
    const files = filesUnder(server.dataDir);
    // The search finds a text that is no secret, so it would find a secret too.
    expect(files.some((file) => readFileSync(file).includes(PUT))).toBe(true);
    for (const secret of [TRADIER, ORATS, WRONG]) {
      expect(replies).not.toContain(secret);
      expect(JSON.stringify(changes.all)).not.toContain(secret);
      expect(server.output).not.toContain(secret);
      for (const file of files) expect(readFileSync(file).includes(secret), file).toBe(false);
    }
  });
});

async function pushed(status: string, tradeId: string): Promise<void> {
  await changes.one(status, ({ events }) =>
    events.some(({ trade }) => trade.id === tradeId && trade.status === status),
  );
}

async function snapshotsOf(id: string) {
  return until('a snapshot at 6.1', async () => {
    const { trade } = await ask<{ trade: { snapshots: { nodes: WireSnapshot[] } } }>(
      'query($id: ID!) { trade(id: $id) { snapshots { nodes { source delayed bid delta iv } } } }',
      { id },
    );
    const { nodes } = trade.snapshots;
    return nodes[0]?.bid === '6.1' && nodes;
  });
}

interface WireSnapshot {
  readonly source: string;
  readonly bid: string;
  readonly delta: number;
}
