import fc from 'fast-check';
import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { servedDesk, type ServedDesk } from '../support/desks/served-desk.ts';

let desk: ServedDesk;
let token: string;

beforeAll(async () => {
  desk = await servedDesk();
  token = await desk.api.signUp('ada');
});
afterAll(() => desk.close());

interface Refusal {
  readonly code: unknown;
  readonly field: unknown;
}

/** Sends a payload as JSON text, because serialising such depths would itself recurse. */
type Send = (payload: string) => Promise<Refusal>;

const overHttp: Send = async (payload) => {
  const { code, field } = await desk.api.post(payload, { token });
  return { code, field };
};

const overSocket: Send = (payload) =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(`${desk.url.replace('http', 'ws')}/graphql`, [
      'graphql-transport-ws',
    ]);
    const authorization = `Bearer ${token}`;
    socket.on('open', () =>
      socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization } })),
    );
    socket.on('message', (data) => {
      const { type, payload: answer } = JSON.parse((data as Buffer).toString()) as {
        type: string;
        payload: never;
      };
      if (type === 'ping' || type === 'complete') return;
      if (type === 'connection_ack') {
        socket.send(`{"type":"subscribe","id":"1","payload":${payload}}`);
        return;
      }
      const [error] = (
        type === 'error' ? answer : ((answer as { errors?: never }).errors ?? [])
      ) as {
        extensions: Refusal;
      }[];
      resolve({ code: error?.extensions.code ?? null, field: error?.extensions.field });
      socket.close();
    });
    socket.on('close', (code) => reject(new Error(`closed with ${code}`)));
    socket.on('error', reject);
  });

const WAYS = [
  ['HTTP', overHttp],
  ['WebSocket', overSocket],
] satisfies [string, Send][];

const within = (open: string, core: string, close: string) => (depth: number) =>
  open.repeat(depth) + core + close.repeat(depth);
const list = within('[', '"A"', ']');
const asking = (query: string) => JSON.stringify({ query });

/** A document for each kind of nesting in the grammar, by depth. */
const DOCUMENTS: Readonly<Record<string, (depth: number) => string>> = {
  'a list literal': (depth) => `{ quotes(symbols: ${list(depth)}) { symbol } }`,
  'an object literal': (depth) =>
    `mutation { placeTrade(input: ${within('{a:', '1', '}')(depth)}) { id } }`,
  'lists in objects': (depth) =>
    `mutation { placeTrade(input: ${within('{a:[', '1', ']}')(depth)}) { id } }`,
  'a literal that never closes': (depth) => `{ quotes(symbols: ${'['.repeat(depth)}`,
  'a default value': (depth) => `query($s: [String!] = ${list(depth)}) { __typename }`,
  'a directive’s argument': (depth) => `{ __typename @include(if: ${list(depth)}) }`,
  'the type of a variable': (depth) =>
    `query($s: ${within('[', 'Int', ']')(depth)}) { __typename }`,
  'a selection': (depth) => `{ ${within('viewer { ', 'id', '}')(depth)} }`,
  'an inline fragment': (depth) => `{ ${within('... { ', '__typename', '}')(depth)} }`,
  'an inline fragment on a type': (depth) =>
    `{ viewer { ${within('... on User { ', 'id', '}')(depth)} } }`,
  'a type of the schema language': (depth) => `type A { a: ${within('[', 'Int', ']')(depth)} }`,
};

const DEPTHS = [200, 1_600, 2_400, 20_000, 60_000];

describe.each(WAYS)('nested without end, over %s', (_name, send) => {
  it.each(Object.keys(DOCUMENTS))('%s is QUERY_TOO_COMPLEX', async (kind) => {
    const documents = DEPTHS.map((depth) => asking(DOCUMENTS[kind]!(depth)));
    const fit = documents.filter((document) => document.length < 250_000);
    const codes = await Promise.all(fit.map(async (document) => (await send(document)).code));
    expect(codes).toEqual(fit.map(() => 'QUERY_TOO_COMPLEX'));
  });

  it.each(DEPTHS)('%i levels in a variable are BAD_USER_INPUT', async (depth) => {
    const query = 'query($s: [String!]!) { quotes(symbols: $s) { symbol } }';
    for (const value of [list(depth), within('{"a":', '1', '}')(depth)]) {
      if (value.length > 250_000) continue;
      const { code, field } = await send(
        `{"query":${JSON.stringify(query)},"variables":{"s":${value}}}`,
      );
      expect([code, String(field).slice(0, 7)]).toEqual(['BAD_USER_INPUT', 'symbols']);
    }
  });

  it.each(DEPTHS)('%i levels in extensions or in a name change nothing', async (depth) => {
    const query = '"query":"{ __typename }"';
    expect((await send(`{${query},"extensions":{"a":${list(depth)}}}`)).code).toBeNull();
    expect((await send(`{${query},"more":${list(depth)}}`)).code).toBeNull();
  });

  it('fragments that spread one another are counted', async () => {
    const chain = (length: number, open: string, close: string) =>
      `{ viewer { ...F0 } } ${Array.from(
        { length },
        (_none, n) => `fragment F${n} on User { ${open} ...F${n + 1} ${close} }`,
      ).join(' ')} fragment F${length} on User { id }`;
    expect((await send(asking(chain(90, '', '')))).code).toBeNull();
    // The document has as many levels as 5,000 tokens allow.
    const deepest = chain(30, '...{'.repeat(49), '}'.repeat(49));
    expect((await send(asking(deepest))).code).toBeNull();
    expect((await send(asking(chain(600, '', '')))).code).toBe('QUERY_TOO_COMPLEX');
  });
});

it('an endlessly nested ping is answered like any other', async () => {
  const socket = new WebSocket(`${desk.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  const heard: string[] = [];
  const ended = new Promise<number>((resolve) => socket.on('close', resolve));
  socket.on('message', (data) => {
    const { type } = JSON.parse((data as Buffer).toString()) as { type: string };
    heard.push(type);
    if (type === 'connection_ack') socket.send(`{"type":"ping","payload":{"a":${list(100_000)}}}`);
    if (type === 'pong') socket.close(1000);
  });
  socket.on('open', () => socket.send('{"type":"connection_init"}'));
  expect([await ended, heard]).toEqual([1000, ['connection_ack', 'pong']]);
});

it('the documents of tools and people are accepted', async () => {
  expect((await overHttp(asking(getIntrospectionQuery()))).code).toBeNull();
  const deep = DOCUMENTS['an inline fragment']!(48);
  expect((await overHttp(asking(deep))).code).toBeNull();
});

/** Documents of random brackets, closed or not, and variables of random depth. */
const OPENERS = ['[', '{a:', '(a:', '{', '... {', '... on User {', 'viewer {', '[[[[', '$a: ['];
const STARTS = ['', '{', 'query(', '{ quotes(symbols: ', 'fragment F on User {', 'mutation {'];
const document = fc
  .record({
    start: fc.constantFrom(...STARTS),
    opened: fc.array(fc.tuple(fc.constantFrom(...OPENERS), fc.integer({ min: 1, max: 9_000 })), {
      maxLength: 4,
    }),
    core: fc.constantFrom('', 'id', '"A"', '1', '$a', '...F'),
    closed: fc.boolean(),
  })
  .map(({ start, opened, core, closed }) => {
    const open = opened.map(([opener, times]) => opener.repeat(times)).join('');
    const brackets = [...`${start}${open}`].filter((each) => '[{('.includes(each)).reverse();
    const ends = brackets.map((each) => ({ '[': ']', '{': '}', '(': ')' })[each]);
    return `${start}${open}${core}${closed ? ends.join('') : ''}`.slice(0, 200_000);
  });
const REFUSED = [
  'QUERY_TOO_COMPLEX',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
];

it('every nesting gets an answer with a code', async () => {
  await fc.assert(
    fc.asyncProperty(document, async (query) => {
      const { code } = await overHttp(asking(query));
      expect(REFUSED).toContain(code);
    }),
    { numRuns: 150 },
  );
});
