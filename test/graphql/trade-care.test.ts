import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UNJOURNALLED } from '../support/values/unjournalled.ts';
import { bothSidesOf, type WireBook } from '../support/servers/trader.ts';
import {
  simulatedDesk,
  type PlacedTrade,
  type SimulatedDesk,
} from '../support/desks/simulated-desk.ts';

let desk: SimulatedDesk;
let ada: string;
beforeAll(async () => {
  desk = await simulatedDesk();
  ada = await desk.api.signUp('ada');
});
afterAll(() => desk.close());

const BOOK = `{ portfolio(mode: PAPER) { cash realizedPnl fees deposits buyingPower }
  positions(mode: PAPER) { symbol costBasis } }`;

const book = () => desk.ask<WireBook>(ada, BOOK);

describe('depositPaper', () => {
  const DEPOSIT = 'mutation($amount: Decimal!) { depositPaper(amount: $amount) { cash deposits } }';
  const deposit = (amount: string) => desk.api.ask(DEPOSIT, { token: ada, variables: { amount } });

  it('pays in and out, exactly', async () => {
    const paid = await deposit('0.10');
    expect(paid.data).toEqual({ depositPaper: { cash: '100000.1', deposits: '100000.1' } });
    const taken = await deposit('-100.1');
    expect(taken.data).toEqual({ depositPaper: { cash: '99900', deposits: '99900' } });
  });

  it('withdraws no more than is free', async () => {
    const put = { option: { symbol: 'SPY260327P00500000' }, side: 'SELL_TO_OPEN', bracket: null };
    await desk.buyCall(ada, { ...put, quantity: '1', orderType: 'LIMIT', limitPrice: '90' });
    for (const amount of ['-49900.01', '0']) {
      const refused = await deposit(amount);
      expect([refused.code, refused.field]).toEqual(['BAD_USER_INPUT', 'amount']);
    }
    expect((await deposit('-49900')).code).toBeNull();
    expect((await deposit('-0.01')).code).toBe('BAD_USER_INPUT');
    expect((await deposit('1000000')).code).toBeNull();
    const [left, right] = bothSidesOf(await book());
    expect(left).toBe(right);
  });

  it('works for a demo user too', async () => {
    const { startDemo } = await desk.ask<{ startDemo: { token: string } }>(
      '',
      'mutation { startDemo { token } }',
    );
    const answer = await desk.api.ask(DEPOSIT, {
      token: startDemo.token,
      variables: { amount: '5' },
    });
    expect(answer.data).toEqual({ depositPaper: { cash: '100005', deposits: '100005' } });
  });
});

describe('annotateTrade', () => {
  const ANNOTATE = `mutation($id: ID!, $v: Int!, $notes: String, $tags: [String!]) {
    annotateTrade(id: $id, expectedVersion: $v, notes: $notes, tags: $tags) {
      version notes tags context { notes tags } events(first: 1) { nodes { type message } } } }`;
  interface Annotated {
    readonly annotateTrade: { readonly version: number };
  }
  const annotate = (variables: object) => desk.api.ask(ANNOTATE, { token: ada, variables });

  it('changes what is given, and never the context', async () => {
    const context = { notes: 'at entry', tags: ['first'] };
    const { id, version } = await desk.buyCall(ada, { context });
    const one = await annotate({ id, v: version, notes: 'too early' });
    expect(one.data).toMatchObject({
      annotateTrade: { version: version + 1, notes: 'too early', tags: ['first'], context },
    });
    const two = await annotate({ id, v: version + 1, tags: ['lesson', ' lesson ', 'b'] });
    expect(two.data).toMatchObject({
      annotateTrade: {
        ...{ version: version + 2, notes: 'too early', tags: ['lesson', 'b'], context },
        events: { nodes: [{ type: 'NOTES_CHANGED' }] },
      },
    });
    const three = await annotate({ id, v: version + 2, notes: null });
    expect(three.data).toMatchObject({ annotateTrade: { notes: null, tags: ['lesson', 'b'] } });
    const found = '{ trades(mode: PAPER, filter: { tag: "lesson" }) { nodes { id } } }';
    expect(await desk.ask(ada, found)).toEqual({ trades: { nodes: [{ id }] } });
  });

  it('changes nothing when the caller saw an older version, or nothing is given', async () => {
    const { id, version } = await desk.buyCall(ada);
    const stale = await annotate({ id, v: version - 1, notes: 'x' });
    expect(stale.code).toBe('CONFLICT');
    expect(stale.errors[0]?.extensions.current).toMatchObject({ id, version, notes: null });
    expect((await annotate({ id, v: version })).code).toBe('BAD_USER_INPUT');
    const empty = await annotate({ id, v: version, tags: ['a', ' '] });
    expect([empty.code, empty.field]).toEqual(['BAD_USER_INPUT', 'tags.1']);
    const same = await desk.ask<Annotated>(ada, ANNOTATE, { id, v: version, notes: null });
    expect(same.annotateTrade.version).toBe(version);
  });
});

it('a preview shows the exits for what is held, and sends nothing', async () => {
  const { id, version } = await desk.buyCall(ada);
  const PREVIEW = `query($input: AdjustBracketInput!) { previewAdjust(input: $input) {
    cost fees maxLoss maxProfit breakEven confirmationToken riskChecks { rule passed message } } }`;
  const preview = (exits: object) => {
    const input = { id, expectedVersion: version, idempotencyKey: 'preview-1', ...exits };
    return desk.api.ask(PREVIEW, { token: ada, variables: { input } });
  };
  const { trade } = await desk.ask<{ trade: { costBasis: string } }>(
    ada,
    `{ trade(id: "${id}") { costBasis } }`,
  );
  const { data } = await preview({ stopLoss: '0.01', takeProfit: '500' });
  const { previewAdjust } = data as unknown as { previewAdjust: Record<string, string> };
  expect(previewAdjust).toMatchObject({
    cost: '0',
    fees: '0.7',
    confirmationToken: null,
    riskChecks: [
      { rule: 'FAR_FROM_MARK', passed: false },
      { rule: 'VENUE_TAKES_EXITS', passed: true },
    ],
  });
  expect(Number(previewAdjust.maxLoss)).toBeCloseTo(Number(trade.costBasis) - 2 + 0.7, 9);
  expect(Number(previewAdjust.maxProfit)).toBeCloseTo(100_000 - Number(trade.costBasis) - 0.7, 9);
  const wrong = await preview({ stopLoss: '500', takeProfit: '0.5' });
  expect([wrong.code, wrong.field]).toEqual(['BAD_USER_INPUT', 'input.stopLoss']);
  const after = await desk.ask<{ trade: PlacedTrade }>(ada, `{ trade(id: "${id}") { version } }`);
  expect(after.trade.version).toBe(version);
});

describe('reviewTrade', () => {
  const REVIEW = `mutation($id: ID!, $v: Int!, $resolution: ReviewInput!) {
    reviewTrade(id: $id, expectedVersion: $v, resolution: $resolution) {
      version status phase realizedPnl closeReason reason exitPrice orders { role status } } }`;
  const review = (id: string, v: number, resolution: object) =>
    desk.api.ask(REVIEW, { token: ada, variables: { id, v, resolution } });
  const flagged = async () => {
    const { id } = await desk.buyCall(ada);
    await desk.book.change('ada', async (change) => {
      const before = (await change.trade(id))!;
      const version = before.trade.version + 1;
      const trade = { ...before.trade, version, status: 'NEEDS_REVIEW' as const };
      const parts = { type: 'NEEDS_REVIEW' as const, message: 'for the test', actor: 'venue' };
      const event = { ...parts, occurredAt: desk.clock.now(), trade, orders: before.orders };
      await change.save(before, { ...before, trade }, [event], UNJOURNALLED);
      const alert = { severity: 'CRITICAL' as const, message: 'look', tradeId: id };
      await change.raise({ kind: 'NEEDS_REVIEW', ...alert }, desk.clock.now());
    });
    const { trade } = await desk.ask<{ trade: PlacedTrade }>(
      ada,
      `{ trade(id: "${id}") { id version entryPrice } }`,
    );
    return trade;
  };

  it('lets an open trade continue with its exits', async () => {
    const { id, version } = await flagged();
    const note = 'all is there. At 9.50, they say\nand signed';
    const { data } = await review(id, version, { status: 'OPEN', note });
    expect(data).toMatchObject({ reviewTrade: { status: 'OPEN', reason: null } });
    const { trade } = await desk.ask<{ trade: object }>(
      ada,
      `{ trade(id: "${id}") { review { status exitPrice note } } }`,
    );
    expect(trade).toEqual({ review: { status: 'OPEN', exitPrice: null, note } });
    const { systemStatus } = await desk.ask<{ systemStatus: { unprotectedTrades: number } }>(
      ada,
      '{ systemStatus(mode: PAPER) { unprotectedTrades } }',
    );
    expect(systemStatus.unprotectedTrades).toBe(0);
  });

  it('closes what is held at the given price, and cancels its orders', async () => {
    const { id, version, entryPrice } = await flagged();
    const word = { status: 'MANUAL_CLOSE', exitPrice: '1.25', note: 'sold by phone' };
    const { data, text } = await review(id, version, word);
    const { reviewTrade } = data as unknown as { reviewTrade: Record<string, string> };
    expect(text).toContain('"phase":"CLOSED"');
    expect(reviewTrade).toMatchObject({
      status: 'MANUAL_CLOSE',
      exitPrice: '1.25',
      reason: word.note,
    });
    expect(Number(reviewTrade.realizedPnl)).toBeCloseTo((1.25 - Number(entryPrice)) * 200, 9);
    await desk.pass(5);
    const { trade } = await desk.ask<{ trade: { orders: { role: string; status: string }[] } }>(
      ada,
      `{ trade(id: "${id}") { orders { role status } } }`,
    );
    const exits = trade.orders.filter(({ role }) => role !== 'ENTRY');
    expect(exits.map(({ status }) => status)).toEqual(['CANCELED', 'CANCELED']);
    const answer = await desk.ask<{ trade: { review: object } }>(
      ada,
      `{ trade(id: "${id}") { review { reviewedAt reviewer status exitPrice note evidence } } }`,
    );
    expect(answer.trade.review).toEqual({
      ...{ reviewer: 'user:ada', status: 'MANUAL_CLOSE', exitPrice: '1.25' },
      ...{ note: 'sold by phone', evidence: 'for the test' },
      reviewedAt: expect.stringMatching(/^2026-/) as string,
    });
    const [left, right] = bothSidesOf(await book());
    expect(left).toBe(right);
    const { alerts } = await desk.ask<{ alerts: { nodes: { tradeId: string }[] } }>(
      ada,
      '{ alerts(mode: PAPER) { nodes { tradeId } } }',
    );
    expect(alerts.nodes.map(({ tradeId }) => tradeId)).not.toContain(id);
  });

  it('refuses a stale resolution, a second one, and one that contradicts the venue', async () => {
    const { id, version } = await flagged();
    const word = { status: 'MANUAL_CLOSE', exitPrice: '1', note: 'x' };
    expect((await review(id, version - 1, word)).code).toBe('CONFLICT');
    expect((await review(id, version, { ...word, exitPrice: null })).field).toBe(
      'resolution.exitPrice',
    );
    expect((await review(id, version, word)).code).toBeNull();
    expect((await review(id, version, word)).code).toBe('CONFLICT');
    // The venue still holds what the first resolution closed here: another trade in the symbol cannot be open
    // as it is.
    const { id: next, version: v } = await flagged();
    const open = await review(next, v, { status: 'OPEN', note: 'x' });
    expect([open.code, open.field]).toEqual(['BAD_USER_INPUT', 'resolution.status']);
  });
});
