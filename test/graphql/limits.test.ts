import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askOver, type ApiAnswer } from '../support/servers/api-client.ts';
import { servedDesk, type ServedDesk } from '../support/desks/served-desk.ts';

let desk: ServedDesk;
let token: string;

beforeAll(async () => {
  desk = await servedDesk();
  token = await desk.api.signUp('ada');
});
afterAll(() => desk.close());

type Ask = (query: string, variables?: object) => Promise<ApiAnswer>;
const overHttp: Ask = (query, variables) =>
  desk.api.ask(query, { token, ...(variables && { variables }) });
const overSocket: Ask = async (query, variables) => {
  const { client } = desk.api.socket({ authorization: `Bearer ${token}` });
  try {
    return await askOver(client, query, variables);
  } finally {
    await client.dispose();
  }
};

const repeat = (count: number, each: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => each(index)).join(' ');
const nested = (levels: number) =>
  `{ __schema { types { ${'ofType { '.repeat(levels - 3)} name ${'} '.repeat(levels - 3)} } } }`;
const QUOTES = 'query($symbols: [String!]!) { quotes(symbols: $symbols) { symbol } }';
const SETTINGS =
  'mutation($input: UpdateSettingsInput!) { updateSettings(input: $input) { version } }';

describe.each([
  ['HTTP', overHttp],
  ['WebSocket', overSocket],
] satisfies [string, Ask][])('over %s', (_name, ask) => {
  it('16 levels are accepted and 17 are not', async () => {
    expect((await ask(nested(16))).errors).toEqual([]);
    expect((await ask(nested(17))).code).toBe('QUERY_TOO_COMPLEX');
  });

  it('30 aliases are accepted and 31 are not', async () => {
    const query = (count: number) => `{ ${repeat(count, (n) => `a${n}: viewer { id }`)} }`;
    expect((await ask(query(30))).errors).toEqual([]);
    expect((await ask(query(31))).code).toBe('QUERY_TOO_COMPLEX');
  });

  it('1,000 fields after fragments are accepted and 1,001 are not', async () => {
    const fragment = `fragment F on User { ${repeat(99, () => 'id')} }`;
    const query = (more: number) =>
      `{ ${repeat(10, () => 'viewer { ...F }')} ${repeat(more, () => '__typename')} } ${fragment}`;
    expect((await ask(query(0))).errors).toEqual([]);
    expect((await ask(query(1))).code).toBe('QUERY_TOO_COMPLEX');
  });

  it('5,000 tokens are accepted and more are not', async () => {
    expect((await ask(`{ ${repeat(4_997, () => '__typename')} }`)).code).toBe('QUERY_TOO_COMPLEX');
    const long = (count: number) => `query(${repeat(count, (n) => `$v${n}: Int`)}) { __typename }`;
    expect((await ask(long(1_200))).code).toBe('GRAPHQL_VALIDATION_FAILED');
    expect((await ask(long(1_300))).code).toBe('QUERY_TOO_COMPLEX');
  });

  it('fragments that spread themselves are refused', async () => {
    const query = '{ viewer { ...A } } fragment A on User { id ...B } fragment B on User { ...A }';
    expect((await ask(query)).code).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('fragments that multiply are refused at once', async () => {
    const bombs = repeat(40, (n) => `fragment F${n} on User { ...F${n + 1} ...F${n + 1} }`);
    const query = `{ viewer { ...F0 } } ${bombs} fragment F40 on User { id }`;
    expect((await ask(query)).code).toBe('QUERY_TOO_COMPLEX');
  });

  it('the introspection of common tools is answered', async () => {
    expect((await ask(getIntrospectionQuery())).errors).toEqual([]);
  });

  it('lists of 500 are accepted and 501 are not, in variables and literals', async () => {
    const symbols = Array.from({ length: 500 }, (_, n) => `S${n}`);
    expect((await ask(QUOTES, { symbols })).errors).toEqual([]);
    const refused = await ask(QUOTES, { symbols: [...symbols, 'ONE'] });
    expect([refused.code, refused.field]).toEqual(['BAD_USER_INPUT', 'symbols']);
    const literal = await ask(`{ quotes(symbols: [${'"A",'.repeat(501)}]) { symbol } }`);
    expect([literal.code, literal.field]).toEqual(['BAD_USER_INPUT', 'symbols']);
  });

  it('texts of 10,000 characters are accepted and longer ones are not', async () => {
    const input = (wallet: string) => ({ input: { expectedVersion: 1, wallet } });
    const fits = await ask(SETTINGS, input('x'.repeat(10_000)));
    expect([fits.code, fits.field]).toEqual(['BAD_USER_INPUT', 'input.wallet']);
    expect(fits.errors[0]?.message).toContain('Solana');
    const tooLong = await ask(SETTINGS, input('x'.repeat(10_001)));
    expect([tooLong.code, tooLong.field]).toEqual(['BAD_USER_INPUT', 'input.wallet']);
    expect(tooLong.errors[0]?.message).toContain('10000');
  });

  it.each([0, 501, -1])('a page of %i is refused', async (first) => {
    const { code, field } = await ask(`{ trades(mode: PAPER, first: ${first}) { totalCount } }`);
    expect([code, field]).toEqual(['BAD_USER_INPUT', 'first']);
  });
});

it('bodies of more than 256 KB are refused with 413', async () => {
  const body = (size: number) => {
    const query = '{ __typename }';
    const rest = size - JSON.stringify({ query, padding: '' }).length;
    return JSON.stringify({ query, padding: 'x'.repeat(rest) });
  };
  expect((await desk.api.post(body(256 * 1024))).status).toBe(200);
  const refused = await desk.api.post(body(256 * 1024 + 1));
  expect([refused.status, refused.code]).toEqual([413, 'BAD_REQUEST']);
});

it('a message of more than 256 KB closes the socket', async () => {
  const { client, closed } = desk.api.socket({ authorization: `Bearer ${token}` });
  const query = `{ __typename } # ${'x'.repeat(256 * 1024)}`;
  client.subscribe(
    { query },
    { next: () => undefined, error: () => undefined, complete: () => undefined },
  );
  expect(await closed).toBe(1009);
});

it('endlessly nested input does no harm', async () => {
  const deep = `{"query":"query($x: JSON) { __typename }","variables":{"x":${'['.repeat(60_000)}${']'.repeat(60_000)}}}`;
  const { code } = await desk.api.post(deep, { token });
  expect(code).not.toBe('INTERNAL');
  expect((await desk.api.ask('{ __typename }')).status).toBe(200);
});
