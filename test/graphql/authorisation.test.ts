import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askOver, type ApiAnswer } from '../support/servers/api-client.ts';
import { servedDesk, type ServedDesk } from '../support/desks/served-desk.ts';

let desk: ServedDesk;
let admin: string;
let user: string;

beforeAll(async () => {
  desk = await servedDesk();
  admin = await desk.api.signUp('ada');
  user = await desk.api.signUp('bob');
});
afterAll(() => desk.close());

type Ask = (query: string, token: string | null) => Promise<ApiAnswer>;

const overHttp: Ask = (query, token) => desk.api.ask(query, { token });
const overSocket: Ask = async (query, token) => {
  const { client } = desk.api.socket(token === null ? null : { authorization: `Bearer ${token}` });
  try {
    return await askOver(client, query);
  } finally {
    await client.dispose();
  }
};

const OPEN = [
  '{ __typename }',
  '{ viewer { id } }',
  '{ signInOptions { signUp demo } }',
  'query A { ...F } fragment F on Query { mine: viewer { username } }',
];
const CLOSED = [
  '{ settings { version } }',
  '{ sessions { id } }',
  '{ jobs { name } }',
  '{ __schema { queryType { name } } }',
  '{ __type(name: "Query") { name } }',
  '{ viewer { id } hidden: settings { version } }',
  '{ ...F } fragment F on Query { ... { x: __schema { types { name } } } }',
  'query A { __typename } query B { settings { version } }',
  '{ trades(mode: PAPER) { totalCount } }',
  'mutation { signOut }',
  'mutation { placeTrade(input: {}) { id } }',
  'mutation { nothingOfThisName }',
  'mutation { setKillSwitch(mode: SIDEWAYS, level: 1) { mode } }',
  'subscription { tradesChanged(mode: PAPER, after: "nonsense") { cursor } }',
];

describe.each([
  ['HTTP', overHttp],
  ['WebSocket', overSocket],
] satisfies [string, Ask][])('over %s', (_name, ask) => {
  it.each(OPEN)('anybody may call %s', async (query) => {
    const { errors, data } = await ask(query, null);
    expect(errors).toEqual([]);
    expect(data).not.toBeNull();
  });

  it.each(CLOSED)('only a user may call %s', async (query) => {
    const { code, data } = await ask(query, null);
    expect([code, data]).toEqual(['UNAUTHENTICATED', null]);
  });

  it('the caller is shown to themselves', async () => {
    const { data } = await ask('{ viewer { username role } }', user);
    expect(data).toEqual({ viewer: { username: 'bob', role: 'USER' } });
  });

  it('the jobs are visible to an ADMIN only', async () => {
    expect((await ask('{ jobs { name } }', user)).code).toBe('FORBIDDEN');
    expect((await ask('{ a: jobs { name } }', admin)).data).toEqual({ a: [] });
  });

  it('introspection is answered to a user', async () => {
    const { data } = await ask('{ __schema { queryType { name } } }', user);
    expect(data).toEqual({ __schema: { queryType: { name: 'Query' } } });
  });

  it('an unauthenticated caller gets no hints at similar names', async () => {
    const { text, code } = await ask('{ viewer { usernam } }', null);
    expect(code).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(text).not.toContain('Did you mean');
  });
});

it('an invalid token counts as none over HTTP', async () => {
  const { data } = await desk.api.ask('{ viewer { id } }', { token: 'wrong' });
  expect(data).toEqual({ viewer: null });
  expect((await desk.api.ask('{ settings { version } }', { token: 'wrong' })).code).toBe(
    'UNAUTHENTICATED',
  );
});

it.each([{ authorization: 'Bearer wrong' }, { authorization: 'wrong' }, { authorization: 7 }])(
  'a socket closes with 4403 for %o',
  async (payload) => {
    expect(await desk.api.socket(payload).closed).toBe(4403);
  },
);

it('no user ever sees another’s trades', async () => {
  const place = `mutation { placeTrade(input: {
    mode: PAPER, idempotencyKey: "12345678", side: BUY_TO_OPEN, quantity: 1, limitPrice: "1.5",
    option: { symbol: "SPY260327C00560000" } }) { id } }`;
  const { data } = await desk.api.ask(place, { token: admin });
  const { id } = (data as unknown as { placeTrade: { id: string } }).placeTrade;
  const read = `{ trade(id: "${id}") { id orders { id } } }`;
  expect((await desk.api.ask(read, { token: admin })).data).toMatchObject({ trade: { id } });
  expect((await desk.api.ask(read, { token: user })).data).toEqual({ trade: null });
  const cancel = `mutation { cancelTrade(id: "${id}", expectedVersion: 1, idempotencyKey: "12345678") { id } }`;
  expect((await desk.api.ask(cancel, { token: user })).code).toBe('NOT_FOUND');
});
