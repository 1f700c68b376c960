import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Refusal } from '../../server/domain/refusal.ts';
import { askOver, type ApiAnswer } from '../support/servers/api-client.ts';
import { anOpenTrade } from '../support/values/builders.ts';
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

const PLACE = 'mutation($input: PlaceTradeInput!) { placeTrade(input: $input) { id } }';
const TICKET = {
  mode: 'PAPER',
  idempotencyKey: 'key-12345678',
  option: { symbol: 'SPY260327C00560000' },
  side: 'BUY_TO_OPEN',
  quantity: '1',
  limitPrice: '1.50',
};

describe.each([
  ['HTTP', overHttp],
  ['WebSocket', overSocket],
] satisfies [string, Ask][])('over %s', (_name, ask) => {
  it.each([
    ['quantity', { quantity: 1.5 }, 'input.quantity'],
    ['an exponent', { quantity: '1e3' }, 'input.quantity'],
    ['31 digits', { quantity: '1'.repeat(31) }, 'input.quantity'],
    ['NaN', { limitPrice: 'NaN' }, 'input.limitPrice'],
    ['a nested price', { bracket: { stopLoss: 'low' } }, 'input.bracket.stopLoss'],
    ['an enum', { side: 'HOLD' }, 'input.side'],
    ['a date', { option: { expiration: '2026-02-30' } }, 'input.option.expiration'],
    ['a missing field', { quantity: undefined }, 'input'],
    ['a null', { quantity: null }, 'input.quantity'],
    ['a float in JSON', { context: { extra: { a: [0.5] } } }, 'input.context.extra'],
    ['a large number in JSON', { context: { extra: 2 ** 53 } }, 'input.context.extra'],
    ['a list item', { context: { tags: ['a', 7] } }, 'input.context.tags.1'],
    ['a NUL', { context: { notes: 'a\0b' } }, 'input.context.notes'],
  ])('the error names the field for %s', async (_what, wrong, field) => {
    const answer = await ask(PLACE, { input: { ...TICKET, ...wrong } });
    expect([answer.code, answer.field, answer.data]).toEqual(['BAD_USER_INPUT', field, null]);
  });

  it('the error names the field of a literal that its scalar refuses', async () => {
    const query = `mutation { placeTrade(input: { mode: PAPER, idempotencyKey: "12345678",
      side: BUY_TO_OPEN, quantity: 1.5, bracket: { takeProfit: "x" } }) { id } }`;
    const { errors } = await ask(query);
    const reported = errors.map(({ extensions }) => [extensions.code, extensions.field]);
    expect(reported).toContainEqual(['BAD_USER_INPUT', 'input.quantity']);
    expect(reported).toContainEqual(['BAD_USER_INPUT', 'input.bracket.takeProfit']);
  });

  it('the error names the argument where a variable is null that may not be', async () => {
    const quotes = 'query($m: TradingMode) { quotes(symbols: ["SPY"], mode: $m) { symbol } }';
    expect(await ask(quotes, { m: null })).toMatchObject({
      ...{ code: 'BAD_USER_INPUT', field: 'mode' },
    });
    expect(await ask(quotes)).toMatchObject({ code: null });
    const place = `mutation($t: TimeInForce) { placeTrade(input: { mode: PAPER, timeInForce: $t,
      idempotencyKey: "key-12345678", side: BUY, quantity: "1", equity: { symbol: "SPY" } }) { id } }`;
    expect(await ask(place, { t: null })).toMatchObject({
      ...{ code: 'BAD_USER_INPUT', field: 'input' },
    });
  });

  it('documents that cannot be run get a code', async () => {
    expect((await ask('{ viewer {')).code).toBe('GRAPHQL_PARSE_FAILED');
    expect((await ask('{ viewer { nothing } }')).code).toBe('GRAPHQL_VALIDATION_FAILED');
    expect((await ask('query A { __typename } query B { __typename }')).code).toBe('BAD_REQUEST');
    expect((await ask('fragment F on User { id }')).code).not.toBe('INTERNAL');
  });

  it('a refusal comes with its details', async () => {
    const checks = [{ rule: 'maxOrderCost', passed: false, limit: '1', actual: '2', message: 'm' }];
    desk.paper.trading.refuseWith = new Refusal('RISK_DENIED', 'Too dear', { checks });
    const { errors } = await ask(PLACE, { input: TICKET });
    desk.paper.trading.refuseWith = null;
    expect(errors).toMatchObject([
      { message: 'Too dear', path: ['placeTrade'], extensions: { code: 'RISK_DENIED', checks } },
    ]);
  });

  it('a conflict shows the current trade, without internal fields', async () => {
    const current = anOpenTrade({ version: 7 });
    desk.paper.trading.refuseWith = new Refusal('CONFLICT', 'Changed', { current });
    const { errors } = await ask(PLACE, { input: TICKET });
    desk.paper.trading.refuseWith = null;
    expect(errors[0]?.extensions.current).toMatchObject({ version: 7, entryPrice: '1.5' });
    expect(errors[0]?.extensions.current).not.toHaveProperty('venueAccount');
    expect(errors[0]?.extensions.current).not.toHaveProperty('username');
  });

  it('an unforeseen error is masked, with an id that the log has', async () => {
    desk.paper.trading.refuseWith = new Error('password=hunter2');
    const { errors, text } = await ask(PLACE, { input: TICKET });
    desk.paper.trading.refuseWith = null;
    expect(text).not.toContain('hunter2');
    const { code, id } = errors[0]!.extensions;
    expect(code).toBe('INTERNAL');
    expect(desk.log.lines.at(-1)?.detail).toMatchObject({ id });
  });

  it('REAL is refused when the server has no such book', async () => {
    expect((await ask('{ portfolio(mode: REAL) { cash } }')).code).toBe('REAL_MODE_DISABLED');
  });

  it('an impossible id is NOT_FOUND, and null for a trade', async () => {
    const close = `mutation { closeTrade(input: { id: "x", expectedVersion: 1, idempotencyKey: "12345678" }) { id } }`;
    expect((await ask(close)).code).toBe('NOT_FOUND');
    expect((await ask('{ trade(id: "x") { id } }')).data).toEqual({ trade: null });
  });

  it('an invalid cursor is reported', async () => {
    const { code, field } = await ask('{ trades(mode: PAPER, after: "?") { totalCount } }');
    expect([code, field]).toEqual(['BAD_USER_INPUT', 'after']);
  });
});

it('a field left out arrives as left out, and null as null', async () => {
  const { data } = await overHttp(PLACE, { input: TICKET });
  const { id } = (data as unknown as { placeTrade: { id: string } }).placeTrade;
  const query =
    'mutation($input: AdjustBracketInput!) { adjustBracket(input: $input) { version } }';
  const input = { id, expectedVersion: 1, idempotencyKey: '12345678', stopLoss: null };
  expect((await overHttp(query, { input })).data).toEqual({ adjustBracket: { version: 2 } });
  const [adjusted] = desk.paper.trading.adjustments;
  expect(adjusted).toHaveProperty('stopLoss', null);
  expect(adjusted).not.toHaveProperty('takeProfit');
});

it.each([
  ['invalid JSON', '{'],
  ['a list', '[{"query":"{ __typename }"}]'],
  ['no query', '{}'],
  ['a query that is not text', '{"query":7}'],
  ['variables that are not an object', '{"query":"{ __typename }","variables":[]}'],
])('%s is refused as BAD_REQUEST', async (_what, body) => {
  const { status, code } = await desk.api.post(body);
  expect([status, code]).toEqual([400, 'BAD_REQUEST']);
});

it('no operation is served by GET, and no subscription by POST', async () => {
  expect((await desk.api.get('/graphql?query={__typename}')).status).toBe(405);
  const { code } = await overHttp('subscription { alertRaised(mode: PAPER) { id } }');
  expect(code).toBe('BAD_REQUEST');
});
