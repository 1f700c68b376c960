import { buildSchema, type GraphQLObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { askOver } from '../support/api-client.ts';
import { Pushes } from '../support/pushes.ts';
import { ServerProcess } from '../support/server-process.ts';
import { Trader, type WireTrade } from '../support/trader.ts';
import { until } from '../support/until.ts';

/** In everything of Ada's that Bob could come across. */
const MARKER = 'adas-own-business';

let server: ServerProcess;
let ada: Trader;
let bob: Trader;
let hers: WireTrade;
let herAlert: string;
let herSession: string;
let herCursor: string;
let herKey: string;

beforeAll(async () => {
  server = await ServerProcess.start({ env: { ALLOW_SIGN_UP: 'always', SYNC_SECONDS: '1' } });
  ada = await Trader.signUp(server, 'ada');
  bob = await Trader.signUp(server, 'bob');
  const changes = await ada.changes();
  const context = { notes: MARKER, strategy: MARKER, tags: [MARKER] };
  // A target so far off that an alert says so.
  const bracket = { stopLoss: '0.05', takeProfit: '900' };
  const ticket = await ada.ticket({ context, bracket });
  herKey = ticket.idempotencyKey;
  const { id } = await ada.place(ticket);
  await changes.one('her trade is open', ({ events }) =>
    events.some(({ trade }) => trade.status === 'OPEN'),
  );
  herCursor = changes.all.at(-1)!.cursor;
  await changes.close();
  hers = await ada.trade(id);
  const told = await ada.ask<{ alerts: { nodes: { id: string }[] }; sessions: { id: string }[] }>(
    '{ alerts(mode: PAPER) { nodes { id } } sessions { id } }',
  );
  herAlert = told.alerts.nodes[0]!.id;
  herSession = told.sessions[0]!.id;
});
afterAll(() => server.close());

/** Nothing of hers, by any name that it goes by. */
function expectNothingOfHers(text: string): void {
  const names = [hers.id, herAlert, herSession, herKey, MARKER, '"ada"'];
  const orders = hers.orders.flatMap(({ id, tag }) => [id, tag]);
  for (const name of [...names, ...orders]) expect(text).not.toContain(name);
}

const close = () =>
  `{ id: "${hers.id}", expectedVersion: ${hers.version}, idempotencyKey: "bobs-close-1" }`;
const adjust = () =>
  `{ id: "${hers.id}", expectedVersion: ${hers.version}, idempotencyKey: "bobs-adjust", stopLoss: "1" }`;
const ticket = (key: string) => `{ mode: PAPER, idempotencyKey: "${key}", equity: { symbol: "SPY" },
  side: BUY, quantity: "1", limitPrice: "1" }`;
const PASSWORD = 'long enough';

/** Every field that is served, asked by Bob with what is Ada's. Text: the code that he gets. */
const ASKED: Record<string, readonly [query: () => string, answer: string | object | null]> = {
  // Query
  viewer: [() => '{ viewer { username } }', { viewer: { username: 'bob' } }],
  signInOptions: [() => '{ signInOptions { signUp demo } }', { signInOptions: { signUp: true } }],
  sessions: [() => '{ sessions { current } }', { sessions: [{ current: true }] }],
  systemStatus: [
    () =>
      '{ systemStatus(mode: PAPER) { unknownOrders unprotectedTrades snapshotCompleteness { expected } } }',
    { systemStatus: { unknownOrders: 0, snapshotCompleteness: { expected: 0 } } },
  ],
  trades: [
    () => `{ trades(mode: PAPER, filter: { text: "${MARKER}" }) { totalCount nodes { id } } }`,
    { trades: { totalCount: 0, nodes: [] } },
  ],
  trade: [() => `{ trade(id: "${hers.id}") { id } }`, { trade: null }],
  positions: [() => '{ positions(mode: PAPER) { symbol tradeIds } }', { positions: [] }],
  portfolio: [
    () => '{ portfolio(mode: PAPER) { cash fees } }',
    { portfolio: { cash: '100000', fees: '0' } },
  ],
  stats: [() => `{ stats(mode: PAPER) { trades } }`, { stats: { trades: 0 } }],
  previewTrade: [() => `{ previewTrade(input: ${ticket(herKey)}) { cost } }`, {}],
  previewClose: [() => `{ previewClose(input: ${close()}) { cost } }`, 'NOT_FOUND'],
  quotes: [() => `{ quotes(symbols: ["${hers.symbol}"]) { bid } }`, {}],
  optionExpirations: [() => '{ optionExpirations(underlying: "SPY") }', {}],
  optionChain: [
    () => '{ optionChain(underlying: "SPY", expiration: "2026-03-27") { rows { strike } } }',
    {},
  ],
  settings: [
    () => '{ settings { version limits { maxOpenTrades } } }',
    { settings: { version: 1 } },
  ],
  alerts: [
    () => '{ alerts(mode: PAPER, unreadOnly: false) { totalCount } }',
    { alerts: { totalCount: 0 } },
  ],
  jobs: [() => '{ jobs { name } }', 'FORBIDDEN'],
  // Mutation
  signUp: [
    () => `mutation { signUp(username: "ADA", password: "${PASSWORD}") { token } }`,
    'BAD_USER_INPUT',
  ],
  signIn: [
    () => 'mutation { signIn(username: "ada", password: "not her password") { token } }',
    'UNAUTHENTICATED',
  ],
  startDemo: [() => 'mutation { startDemo { user { username } } }', {}],
  changePassword: [
    () => `mutation { changePassword(current: "${PASSWORD}", next: "even longer still") }`,
    { changePassword: true },
  ],
  revokeSession: [() => `mutation { revokeSession(id: "${herSession}") }`, 'NOT_FOUND'],
  placeTrade: [() => `mutation { placeTrade(input: ${ticket(herKey)}) { status } }`, {}],
  closeTrade: [() => `mutation { closeTrade(input: ${close()}) { id } }`, 'NOT_FOUND'],
  cancelTrade: [
    () => `mutation { cancelTrade(id: "${hers.id}", expectedVersion: ${hers.version},
      idempotencyKey: "bobs-cancel") { id } }`,
    'NOT_FOUND',
  ],
  adjustBracket: [() => `mutation { adjustBracket(input: ${adjust()}) { id } }`, 'NOT_FOUND'],
  refreshPrices: [() => 'mutation { refreshPrices(mode: PAPER) { id } }', { refreshPrices: [] }],
  updateSettings: [
    () =>
      'mutation { updateSettings(input: { expectedVersion: 1, limits: { maxOpenTrades: 7 } }) { version } }',
    { updateSettings: { version: 2 } },
  ],
  checkProvider: [
    () => 'mutation { checkProvider(provider: ORATS) { ok } }',
    { checkProvider: { ok: false } },
  ],
  setKillSwitch: [
    () => 'mutation { setKillSwitch(mode: PAPER, level: HALT_ALL) { killSwitch } }',
    { setKillSwitch: { killSwitch: 'HALT_ALL' } },
  ],
  acknowledgeAlert: [() => `mutation { acknowledgeAlert(id: "${herAlert}") { id } }`, 'NOT_FOUND'],
};
const LAST = 'signOut';

const served = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'), {
  assumeValid: true,
});
const fieldsOf = (type: 'Query' | 'Mutation' | 'Subscription') =>
  Object.keys((served.getType(type) as GraphQLObjectType).getFields());

describe('one user, with what is another’s', () => {
  it('is asked about here for every field that is served', () => {
    const all = [...fieldsOf('Query'), ...fieldsOf('Mutation')].filter((name) => name !== LAST);
    expect(Object.keys(ASKED).sort()).toEqual(all.sort());
  });

  it.each(Object.entries(ASKED))('gets nothing of it from %s', async (_name, [query, expected]) => {
    const { code, data, text } = await server.api.ask(query(), { token: bob.token });
    const asked = typeof expected === 'string';
    if (asked) expect([code, text]).toEqual([expected, expect.any(String)]);
    else expect([code, data]).toMatchObject([null, expected]);
    // What he asked with may be repeated to him; what he could not know may not.
    expectNothingOfHers(
      asked
        ? text.replaceAll(hers.id, '').replaceAll(herAlert, '').replaceAll(herSession, '')
        : text,
    );
  });

  it('has changed nothing of hers', async () => {
    expect(await ada.trade(hers.id)).toMatchObject({ version: hers.version, status: 'OPEN' });
    const stands = await ada.ask(`{ systemStatus(mode: PAPER) { killSwitch }
      settings { version limits { maxOpenTrades } } alerts(mode: PAPER) { nodes { id } }
      sessions { id } }`);
    expect(stands).toMatchObject({
      systemStatus: { killSwitch: 'OFF' },
      settings: { version: 1 },
      alerts: { nodes: [{ id: herAlert }] },
      sessions: [{ id: herSession }],
    });
  });

  it('gets the same answer for an id of hers as for one of nobody', async () => {
    const nobodys = hers.id.replace(/.{6}$/, 'ZZZZZZ');
    const ask = (id: string) =>
      server.api.ask(
        `mutation { cancelTrade(id: "${id}", expectedVersion: 1, idempotencyKey: "bobs-guess") { id } }`,
        { token: bob.token },
      );
    const [real, made] = [await ask(hers.id), await ask(nobodys)];
    expect(real.text.replaceAll(hers.id, 'ID')).toBe(made.text.replaceAll(nobodys, 'ID'));
  });
});

const WATCHED: Record<string, string> = {
  tradeUpdated: 'subscription { tradeUpdated(mode: PAPER) { cursor trade { id notes symbol } } }',
  tradesChanged:
    'subscription { tradesChanged(mode: PAPER) { events { trade { id } } trades { id } } }',
  alertRaised: 'subscription { alertRaised(mode: PAPER) { id tradeId message } }',
  systemStatusChanged:
    'subscription { systemStatusChanged(mode: PAPER) { killSwitch unprotectedTrades } }',
  quoteUpdated: 'subscription { quoteUpdated(symbols: ["SPY"]) { symbol } }',
};

describe('subscriptions', () => {
  it('are all watched here', () => {
    expect(Object.keys(WATCHED).sort()).toEqual(fieldsOf('Subscription').sort());
  });

  it('tell Bob of what is his, and never of what is hers', async () => {
    await bob.ask('mutation { setKillSwitch(mode: PAPER, level: OFF) { killSwitch } }');
    const open = new Map<string, Pushes<object>>();
    for (const [name, query] of Object.entries(WATCHED)) {
      open.set(name, await Pushes.open<object>(server.api, bob.token, query));
    }
    await open.get('quoteUpdated')!.one('a quote', () => true);
    const far = { takeProfit: '900', stopLoss: '0.05' };
    await ada.place(await ada.ticket({ bracket: far, context: { notes: MARKER } }, 'AAPL'));
    await ada.ask('mutation { setKillSwitch(mode: PAPER, level: HALT_ENTRIES) { killSwitch } }');
    await until('her alert', async () => {
      const { alerts } = await ada.ask<{ alerts: { totalCount: number } }>(
        '{ alerts(mode: PAPER) { totalCount } }',
      );
      return alerts.totalCount === 2;
    });
    // His own come after hers on every stream, so hers would have come before.
    await bob.place(await bob.ticket({ bracket: far }, 'MSFT'));
    await bob.ask('mutation { setKillSwitch(mode: PAPER, level: HALT_ENTRIES) { killSwitch } }');
    for (const [name, pushes] of open) {
      await pushes.one(`his own of ${name}`, () => true);
      expectNothingOfHers(JSON.stringify(pushes.all));
      expect(JSON.stringify(pushes.all)).not.toContain('AAPL');
      await pushes.close();
    }
    const his = new Set((await bob.trades()).map(({ id }) => id));
    const told = [...open.values()].flatMap(
      ({ all }) => JSON.stringify(all).match(/paper_\w+/g) ?? [],
    );
    expect(told.length).toBeGreaterThan(0);
    const alerts = await bob.ask<{ alerts: { nodes: { id: string }[] } }>(
      '{ alerts(mode: PAPER, unreadOnly: false) { nodes { id } } }',
    );
    for (const { id } of alerts.alerts.nodes) his.add(id);
    for (const id of told) expect(his).toContain(id);
  });

  it('do not start from her cursor', async () => {
    const pushes = await bob.changes(herCursor);
    await bob.place(await bob.ticket({}, 'QQQ')).catch(() => null);
    await until('an answer', () => pushes.refusal !== null || pushes.all.length > 0);
    expectNothingOfHers(JSON.stringify([pushes.all, pushes.refusal]));
    await pushes.close();
  });
});

describe('a stranger', () => {
  const OPEN = ['viewer', 'signInOptions', 'signUp', 'signIn', 'startDemo'];

  it('gets UNAUTHENTICATED for every other field, over HTTP and over a socket', async () => {
    const { client } = server.api.socket(null);
    for (const type of ['Query', 'Mutation', 'Subscription'] as const) {
      for (const field of fieldsOf(type).filter((name) => !OPEN.includes(name))) {
        const query = `${type.toLowerCase()} { ${field} }`;
        const [http, socket] = [await server.api.ask(query), await askOver(client, query)];
        expect([query, http.code, http.data]).toEqual([query, 'UNAUTHENTICATED', null]);
        expect([query, socket.code, socket.data]).toEqual([query, 'UNAUTHENTICATED', null]);
      }
    }
    await client.dispose();
  });

  it('is nobody, also after signing out', async () => {
    expect(await bob.ask('mutation { signOut }')).toEqual({ signOut: true });
    const after = await server.api.ask('{ settings { version } }', { token: bob.token });
    expect(after.code).toBe('UNAUTHENTICATED');
    expect((await server.api.ask('{ viewer { id } }')).data).toEqual({ viewer: null });
  });
});
