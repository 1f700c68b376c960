import { afterAll, beforeAll, expect, it } from 'vitest';
import { simulatedDesk, type SimulatedDesk } from '../support/desks/simulated-desk.ts';

let desk: SimulatedDesk;
let ada: string;
beforeAll(async () => {
  desk = await simulatedDesk();
  ada = await desk.api.signUp('ada');
});
afterAll(() => desk.close());

const TRADE =
  'id version status phase realizedPnl mark { price receivedAt ageSeconds } orders { role status }';
interface Then {
  readonly version: number;
  readonly status: string;
  readonly mark: { readonly price: string; readonly ageSeconds: number };
  readonly orders: readonly { readonly role: string; readonly status: string }[];
}

async function asOf(id: string, at: Date): Promise<Then | null> {
  const query = `query($id: ID!, $at: DateTime!) { tradeAsOf(id: $id, at: $at) { ${TRADE} } }`;
  return (await desk.ask<{ tradeAsOf: Then | null }>(ada, query, { id, at: at.toISOString() }))
    .tradeAsOf;
}

it('history shows a trade as it was known, with its orders and its mark', async () => {
  const start = desk.clock.now();
  desk.clock.advance(1_000);
  const { id, version } = await desk.buyCall(ada);
  const bought = desk.clock.now();
  await desk.pass(40);
  const marked = desk.clock.now();
  await desk.pass(40);
  const close = `mutation { closeTrade(input: { id: "${id}", expectedVersion: ${version}, idempotencyKey: "close-it-now" }) { status } }`;
  await desk.ask(ada, close);
  await desk.pass(5);

  expect(await asOf(id, start)).toBeNull();
  const held = await asOf(id, new Date(marked.getTime() + 7_000));
  expect(held).toMatchObject({ version, status: 'OPEN', mark: { ageSeconds: 7 } });
  expect(held?.orders.map(({ role, status }) => `${role} ${status}`)).toEqual([
    'ENTRY FILLED',
    'TAKE_PROFIT ACCEPTED',
    'STOP_LOSS ACCEPTED',
  ]);
  expect((await asOf(id, bought))?.mark.price).not.toBe(held?.mark.price);
  expect(await asOf(id, desk.clock.now())).toMatchObject({ status: 'MANUAL_CLOSE' });
  const bob = await desk.api.signUp('bob');
  const his = `{ tradeAsOf(id: "${id}", at: "2100-01-01T00:00:00Z") { id } }`;
  expect(await desk.ask(bob, his)).toEqual({ tradeAsOf: null });
});

it('history draws the book over time, up to now', async () => {
  await desk.buyCall(ada);
  await desk.pass(40);
  const { equityCurve, portfolio } = await desk.ask<{
    equityCurve: { at: string; cash: string; equity: string | null }[];
    portfolio: { cash: string; equity: string };
  }>(ada, '{ equityCurve(mode: PAPER) { at cash equity } portfolio(mode: PAPER) { cash equity } }');
  expect(equityCurve[0]).toMatchObject({ cash: '100000', equity: '100000' });
  expect(equityCurve.at(-1)).toMatchObject(portfolio);
  const at = desk.clock.now().toISOString();
  const query =
    'query($from: DateTime, $to: DateTime) { equityCurve(mode: PAPER, from: $from, to: $to) { cash } }';
  expect(await desk.ask(ada, query, { from: at, to: at })).toEqual({
    equityCurve: [{ cash: portfolio.cash }],
  });
  const refused = await desk.api.ask(query, {
    token: ada,
    variables: { from: at, to: '2020-01-01T00:00:00Z' },
  });
  expect([refused.code, refused.field]).toEqual(['BAD_USER_INPUT', 'to']);
});

it('history lists what happened and what was refused, each line with its hash', async () => {
  await desk.api.ask('mutation { depositPaper(amount: -1000000) { cash } }', { token: ada });
  const query = `query($after: String) { auditLog(mode: PAPER, first: 3, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { id mode at actor action tradeId detail hash } } }`;
  const { auditLog } = await desk.ask<{
    auditLog: {
      totalCount: number;
      pageInfo: { hasNextPage: boolean; endCursor: string };
      nodes: { hash: string; id: string }[];
    };
  }>(ada, query);
  expect(auditLog.nodes[0]).toMatchObject({
    id: `paper_log-${auditLog.totalCount}`,
    ...{ mode: 'PAPER', actor: 'user:ada', action: 'DEPOSIT_REFUSED', tradeId: null },
    detail: { code: 'BAD_USER_INPUT', field: 'amount' },
    hash: (await desk.book.read('ada').account()).hash,
  });
  const next = await desk.ask<{ auditLog: { nodes: { id: string }[] } }>(ada, query, {
    after: auditLog.pageInfo.endCursor,
  });
  expect(next.auditLog.nodes[0]?.id).toBe(`paper_log-${auditLog.totalCount - 3}`);
  const wrong = await desk.api.ask(query, { token: ada, variables: { after: 'nonsense' } });
  expect([wrong.code, wrong.field]).toEqual(['BAD_USER_INPUT', 'after']);
});
