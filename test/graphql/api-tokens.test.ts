import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askOver } from '../support/servers/api-client.ts';
import { simulatedDesk, type SimulatedDesk } from '../support/desks/simulated-desk.ts';

let desk: SimulatedDesk;
let admin: string;
let user: string;
beforeAll(async () => {
  desk = await simulatedDesk();
  admin = await desk.api.signUp('ada');
  user = await desk.api.signUp('bob');
});
afterAll(() => desk.close());

const CREATE = `mutation($name: String!, $scopes: [Scope!]!, $expiresAt: DateTime) {
  createApiToken(name: $name, scopes: $scopes, expiresAt: $expiresAt) {
    id token name scopes expiresAt } }`;
const LIST = '{ apiTokens { id name scopes createdAt expiresAt lastUsedAt } }';

interface Created {
  readonly id: string;
  readonly token: string;
}

async function create(session: string, scopes: readonly string[], parts: object = {}) {
  const variables = { name: 'a program', scopes, ...parts };
  const { createApiToken } = await desk.ask<{ createApiToken: Created }>(
    session,
    CREATE,
    variables,
  );
  return createApiToken;
}

describe('making an API token', () => {
  it('shows the key once and stores only its hash', async () => {
    const made = await create(user, ['TRADE_PAPER', 'READ', 'READ'], { name: '  my script ' });
    expect(made).toMatchObject({ name: 'my script', scopes: ['READ', 'TRADE_PAPER'] });
    expect(made.token).toMatch(/^tb_[\w-]{43}$/);
    const { text } = await desk.api.ask(LIST, { token: user });
    expect(text).toContain(made.id);
    expect(text).not.toContain(made.token);
    const rows = await desk.deskKnex('api_tokens').where({ id: made.id });
    expect(JSON.stringify(rows)).not.toContain(made.token.slice(3));
    const hash = createHash('sha256').update(made.token).digest('hex');
    expect(rows).toMatchObject([{ token_hash: hash }]);
  });

  it.each([
    ['name', { name: '  ' }],
    ['name', { name: 'x'.repeat(101) }],
    ['scopes', { scopes: [] }],
    ['expiresAt', { expiresAt: '2026-03-10T16:00:00.000Z' }],
  ])('refuses an invalid %s: %o', async (field, parts) => {
    const variables = { name: 'fine', scopes: ['READ'], ...parts };
    const answer = await desk.api.ask(CREATE, { token: user, variables });
    expect([answer.code, answer.field]).toEqual(['BAD_USER_INPUT', field]);
  });

  it('gives the scope ADMIN to an ADMIN only', async () => {
    const variables = { name: 'all', scopes: ['ADMIN'] };
    expect((await desk.api.ask(CREATE, { token: user, variables })).code).toBe('FORBIDDEN');
    const { token } = await create(admin, ['ADMIN']);
    expect((await desk.api.ask('{ jobs { name } }', { token })).code).toBeNull();
  });

  it('is closed to API tokens, and a token is visible to its own user only', async () => {
    const { id, token } = await create(user, ['READ', 'TRADE_PAPER', 'TRADE_REAL']);
    const variables = { name: 'more', scopes: ['READ'] };
    expect((await desk.api.ask(CREATE, { token, variables })).code).toBe('FORBIDDEN');
    const revoke = `mutation { revokeApiToken(id: "${id}") }`;
    expect((await desk.api.ask(revoke, { token })).code).toBe('FORBIDDEN');
    expect((await desk.api.ask(revoke, { token: admin })).code).toBe('NOT_FOUND');
    expect((await desk.api.ask(LIST, { token: admin })).text).not.toContain(id);
  });
});

const KEY = 'idempotencyKey: "12345678"';
const TICKET = `{ mode: PAPER, ${KEY}, side: BUY, quantity: 0, equity: { symbol: "SPY" } }`;
const ALL = ['READ', 'TRADE_PAPER', 'TRADE_REAL', 'ADMIN'];
/** Queries with the scopes that may run them; every other scope gets FORBIDDEN. */
const MAY: readonly [query: string, scopes: readonly string[]][] = [
  ['{ settings { version } }', ALL],
  ['{ trades(mode: REAL) { totalCount } }', ALL],
  ['{ __schema { queryType { name } } }', ALL],
  ['{ jobs { name } }', ['ADMIN']],
  ['mutation { refreshPrices(mode: PAPER) { id } }', ALL],
  [`mutation { placeTrade(input: ${TICKET}) { id } }`, ['TRADE_PAPER']],
  [`mutation { placeTrade(input: ${TICKET.replace('PAPER', 'REAL')}) { id } }`, ['TRADE_REAL']],
  [
    `mutation { closeTrade(input: { id: "real_x", expectedVersion: 1, ${KEY} }) { id } }`,
    ['TRADE_REAL'],
  ],
  [`mutation { cancelTrade(id: "paper_x", expectedVersion: 1, ${KEY}) { id } }`, ['TRADE_PAPER']],
  ['mutation { acknowledgeAlert(id: "nobody") { id } }', ['TRADE_PAPER', 'TRADE_REAL']],
  ['mutation { setKillSwitch(mode: PAPER, level: OFF) { mode } }', ['TRADE_PAPER']],
  ['mutation { updateSettings(input: { expectedVersion: 9 }) { version } }', []],
  ['mutation { checkProvider(provider: ORATS) { ok } }', []],
  ['mutation { revokeSession(id: "x") }', []],
  ['mutation { signOut }', []],
  ['mutation { changePassword(current: "x", next: "y") }', []],
  [
    `mutation { refreshPrices(mode: PAPER) { id } placeTrade(input: ${TICKET}) { id } }`,
    ['TRADE_PAPER'],
  ],
];

describe.each(ALL)('an API token of scope %s', (scope) => {
  it.each(MAY)('is allowed or FORBIDDEN for %s', async (query, scopes) => {
    const { token } = await create(admin, [scope]);
    const { code } = await desk.api.ask(query, { token });
    if (scopes.includes(scope)) expect(code).not.toBe('FORBIDDEN');
    else expect(code).toBe('FORBIDDEN');
  });
});

describe('a twin on paper', () => {
  const twin = TICKET.replace('mode: PAPER', 'mode: REAL, paperTwin: true');
  const input = {
    ...{ mode: 'REAL', idempotencyKey: '12345678', side: 'BUY', quantity: '0' },
    ...{ equity: { symbol: 'SPY' }, paperTwin: true },
  };
  const asVariable = 'mutation($input: PlaceTradeInput!) { placeTrade(input: $input) { id } }';
  const ASKED: readonly [query: string, variables?: object][] = [
    [`mutation { placeTrade(input: ${twin}) { id } }`],
    [asVariable, { input }],
    [`{ previewTrade(input: ${twin}) { confirmationToken } }`],
  ];

  it.each(ASKED)('is FORBIDDEN to a token that trades REAL alone: %s', async (query, variables) => {
    const { token: real } = await create(user, ['TRADE_REAL']);
    expect((await desk.api.ask(query, { token: real, variables })).code).toBe('FORBIDDEN');
    const { token: both } = await create(user, ['TRADE_PAPER', 'TRADE_REAL']);
    for (const token of [both, user])
      expect((await desk.api.ask(query, { token, variables })).code).not.toBe('FORBIDDEN');
  });

  it('that is not asked for is no matter', async () => {
    const { token } = await create(user, ['TRADE_REAL']);
    const query = asVariable;
    const variables = { input: { ...input, paperTwin: false } };
    expect((await desk.api.ask(query, { token, variables })).code).not.toBe('FORBIDDEN');
  });
});

it('an API token raises a kill switch and never lowers it', async () => {
  const { token } = await create(user, ['TRADE_PAPER']);
  const set = (level: string, by: string) =>
    desk.api.ask(`mutation { setKillSwitch(mode: PAPER, level: ${level}) { killSwitch } }`, {
      token: by,
    });
  expect((await set('HALT_ENTRIES', token)).code).toBeNull();
  expect((await set('HALT_ALL', token)).code).toBeNull();
  expect((await set('HALT_ALL', token)).code).toBeNull();
  expect((await set('HALT_ENTRIES', token)).code).toBe('FORBIDDEN');
  expect((await set('OFF', token)).code).toBe('FORBIDDEN');
  const { data } = await desk.api.ask('{ systemStatus(mode: PAPER) { killSwitch } }', { token });
  expect(data).toEqual({ systemStatus: { killSwitch: 'HALT_ALL' } });
  expect((await set('OFF', user)).code).toBeNull();
});

it('an API token trades PAPER for its user', async () => {
  const { token } = await create(user, ['TRADE_PAPER']);
  const { id, status } = await desk.buyCall(token);
  expect(status).toBe('OPEN');
  expect((await desk.api.ask(`{ trade(id: "${id}") { id } }`, { token: user })).text).toContain(id);
});

it('an API token records its last use to the minute', async () => {
  const { id, token } = await create(user, ['READ']);
  const used = async () => {
    const { apiTokens } = await desk.ask<{ apiTokens: { id: string; lastUsedAt: string }[] }>(
      user,
      LIST,
    );
    return apiTokens.find((each) => each.id === id)?.lastUsedAt ?? null;
  };
  expect(await used()).toBeNull();
  await desk.api.ask('{ viewer { id } }', { token });
  const first = desk.clock.now().toISOString();
  expect(await used()).toBe(first);
  desk.clock.advance(30_000);
  await desk.api.ask('{ viewer { id } }', { token });
  expect(await used()).toBe(first);
  desk.clock.advance(30_000);
  await desk.api.ask('{ viewer { id } }', { token });
  expect(await used()).toBe(desk.clock.now().toISOString());
});

describe('an API token that ends', () => {
  const open = async (token: string) => {
    const socket = desk.api.socket({ authorization: `Bearer ${token}` });
    const { data } = await askOver(socket.client, '{ viewer { username } }');
    expect(data).toEqual({ viewer: { username: 'bob' } });
    return socket;
  };

  it('no longer works, and its sockets close with 4403 within 5 s', async () => {
    const [ends, stays] = [await create(user, ['READ']), await create(user, ['READ'])];
    const sockets = { ends: await open(ends.token), stays: await open(stays.token) };
    let other: number | null = null;
    void sockets.stays.closed.then((code) => (other = code));
    const began = performance.now();
    await desk.ask(user, `mutation { revokeApiToken(id: "${ends.id}") }`);
    expect((await desk.api.ask(LIST, { token: ends.token })).code).toBe('UNAUTHENTICATED');
    expect(await sockets.ends.closed).toBe(4403);
    expect(performance.now() - began).toBeLessThan(5_000);
    expect((await askOver(sockets.stays.client, LIST)).code).toBeNull();
    // A client that lost its socket would have opened another one unnoticed.
    expect(other).toBeNull();
    await sockets.stays.client.dispose();
    expect(await desk.api.socket({ authorization: `Bearer ${ends.token}` }).closed).toBe(4403);
  });

  it('stops working when it expires, and stays in the list', async () => {
    const expiresAt = new Date(desk.clock.now().getTime() + 60_000).toISOString();
    const { id, token } = await create(user, ['READ'], { expiresAt });
    const socket = await open(token);
    desk.clock.advance(60_000);
    expect((await desk.api.ask(LIST, { token })).code).toBe('UNAUTHENTICATED');
    expect(await socket.closed).toBe(4403);
    expect((await desk.api.ask(LIST, { token: user })).text).toContain(id);
  });
});

it('an API token does not work as a cookie', async () => {
  const { token } = await create(user, ['READ']);
  const headers = { cookie: `twinbook_session=${token}`, origin: desk.url };
  expect((await desk.api.ask(LIST, { headers })).code).toBe('UNAUTHENTICATED');
});
