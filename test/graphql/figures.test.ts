import { afterAll, beforeAll, expect, it } from 'vitest';
import { dec } from '../../server/domain/decimal.ts';
import { Pushes } from '../support/servers/pushes.ts';
import { simulatedDesk, type SimulatedDesk } from '../support/desks/simulated-desk.ts';

let desk: SimulatedDesk;
let ada: string;
beforeAll(async () => {
  desk = await simulatedDesk();
  ada = await desk.api.signUp('ada');
});
afterAll(() => desk.close());

async function close(id: string): Promise<void> {
  const { trade } = await desk.ask<{ trade: { version: number } }>(
    ada,
    `{ trade(id: "${id}") { version } }`,
  );
  await desk.ask(
    ada,
    `mutation { closeTrade(input: { id: "${id}", expectedVersion: ${trade.version},
      idempotencyKey: "close-${id.slice(-6)}" }) { status } }`,
  );
  await desk.pass(2);
}

interface Pushed {
  readonly symbol: string;
  readonly quantity: string;
  readonly tradeIds: readonly string[];
  readonly mark: { readonly price: string } | null;
}

it('positions are pushed as they are, as they change, and as they end', async () => {
  const first = await desk.buyCall(ada);
  const pushes = await Pushes.open<Pushed>(
    desk.api,
    ada,
    'subscription { positionUpdated(mode: PAPER) { symbol quantity tradeIds mark { price } } }',
  );
  await pushes.one('what is held', ({ quantity }) => quantity === '2');
  const second = await desk.buyCall(ada);
  const both = await pushes.one('both', ({ quantity }) => quantity === '4');
  expect(both).toMatchObject({ symbol: first.symbol, tradeIds: [first.id, second.id] });
  const seen = pushes.all.length;
  await desk.pass(60);
  await pushes.one('a mark', (each) => pushes.all.indexOf(each) >= seen && each.quantity === '4');
  await close(first.id);
  await close(second.id);
  await pushes.one(
    'the end',
    ({ quantity, tradeIds }) => quantity === '0' && tradeIds.length === 0,
  );
  await pushes.close();
  await expect.poll(() => desk.feed.listened().length).toBe(0);
});

it('closed trades are segmented by every dimension', async () => {
  const context = { strategy: 'wheel', aiModel: 'm1', aiVerdict: 'BUY', aiConfidence: 0.6 };
  const { id } = await desk.buyCall(ada, { context });
  await close(id);
  const dimensions = `STRATEGY SCANNER UNDERLYING ASSET_CLASS SIDE DTE DELTA IV_RANK HOUR WEEKDAY
    MONTH REGIME CLOSE_REASON AI_MODEL AI_VERDICT TAG`.split(/\s+/);
  const query = `query($groupBy: [StatsDimension!]) { stats(mode: PAPER, groupBy: $groupBy) {
    trades totalPnl sharpe sortino calmar ai { brier lift calibration { bucket n predicted observed } }
    segments { dimension key stats { trades totalPnl segments { key } } } } }`;
  interface Figures {
    readonly trades: number;
    readonly totalPnl: string;
    readonly sharpe: number | null;
    readonly ai: { readonly brier: number; readonly calibration: readonly { n: number }[] };
    readonly segments: readonly {
      readonly dimension: string;
      readonly key: string;
      readonly stats: { readonly trades: number; readonly segments: readonly object[] };
    }[];
  }
  const { stats } = await desk.ask<{ stats: Figures }>(ada, query, { groupBy: dimensions });
  expect(stats.trades).toBe(3);
  expect(stats.sharpe).toBeTypeOf('number');
  expect(stats.ai.brier).toBeGreaterThan(0);
  expect(stats.ai.calibration.map(({ n }) => n)).toEqual([0, 0, 0, 0, 0, 0, 1, 0, 0, 0]);
  for (const dimension of dimensions) {
    const own = stats.segments.filter((segment) => segment.dimension === dimension);
    expect(own.reduce((sum, segment) => sum + segment.stats.trades, 0)).toBe(3);
    for (const segment of own) expect(segment.stats.segments).toEqual([]);
  }
  const keys = stats.segments.map(({ dimension, key }) => `${dimension} ${key}`);
  expect(keys).toEqual(
    expect.arrayContaining([
      'STRATEGY wheel',
      'STRATEGY None',
      'HOUR 12:00–13:00',
      'WEEKDAY Tuesday',
      'MONTH 2026-03',
      'CLOSE_REASON MANUAL_CLOSE',
    ]),
  );
  const plain = await desk.ask<{ stats: Figures }>(ada, query);
  expect(plain.stats).toMatchObject({ trades: 3, segments: [] });
});

interface Day {
  readonly date: string;
  readonly trades: number;
  readonly netPnl: string;
  readonly drawdown: string;
}
const DAYS = `query($filter: TradeFilter) { dailyPnl(mode: PAPER, filter: $filter) {
  date trades wins losses netPnl fees drawdown }
  stats(mode: PAPER, filter: $filter) { trades totalPnl maxDrawdown
    sharpe sharpeEstimate { value low high n } ai { n baseRate baseBrier } } }`;

it('results by day add up to the figures of the same filter', async () => {
  const strategy = { strategy: 'wheel' };
  for (const filter of [{}, strategy, { underlying: 'NONE' }]) {
    const { dailyPnl, stats } = await desk.ask<{
      dailyPnl: Day[];
      stats: Record<'totalPnl' | 'maxDrawdown', string> & {
        trades: number;
        sharpe: number | null;
        sharpeEstimate: { value: number | null; low: number | null };
        ai: { n: number; baseRate: number | null };
      };
    }>(ada, DAYS, { filter });
    const total = dailyPnl.reduce((sum, day) => sum.plus(day.netPnl), dec(0));
    expect(total.toFixed()).toBe(stats.totalPnl);
    expect(dailyPnl.reduce((sum, day) => sum + day.trades, 0)).toBe(stats.trades);
    expect(stats.sharpeEstimate.value).toBe(stats.sharpe);
    if (filter === strategy) expect(stats.ai).toMatchObject({ n: 1 });
    if ('underlying' in filter) expect(dailyPnl).toEqual([]);
    else expect(dailyPnl[0]).toMatchObject({ date: '2026-03-10', drawdown: stats.maxDrawdown });
  }
  const bob = await desk.api.signUp('bob');
  expect(await desk.ask(bob, '{ dailyPnl(mode: PAPER) { date } }')).toEqual({ dailyPnl: [] });
});

it('deposits and withdrawals are listed, and are no result', async () => {
  const eve = await desk.api.signUp('eve');
  desk.clock.advance(1_000);
  await desk.ask(eve, 'mutation { depositPaper(amount: "-250.5") { cash } }');
  const { deposits, dailyPnl } = await desk.ask<{
    deposits: { at: string; amount: string }[];
    dailyPnl: Day[];
  }>(eve, '{ deposits(mode: PAPER) { at amount } dailyPnl(mode: PAPER) { date } }');
  expect(deposits.map(({ amount }) => amount)).toEqual(['100000', '-250.5']);
  expect(deposits[1]?.at).toBe(desk.clock.now().toISOString());
  expect(dailyPnl).toEqual([]);
});

it('exchange days are listed, and an impossible span is refused', async () => {
  const query = `query($from: Date!, $to: Date!) { exchangeDays(from: $from, to: $to) {
    date open halfDay closesAt name } }`;
  const days = await desk.ask(ada, query, { from: '2026-11-26', to: '2026-11-27' });
  expect(days).toEqual({
    exchangeDays: [
      {
        ...{ date: '2026-11-26', open: false, halfDay: false, closesAt: null },
        name: 'Thanksgiving',
      },
      {
        ...{ date: '2026-11-27', open: true, halfDay: true },
        ...{ closesAt: '2026-11-27T18:00:00.000Z', name: 'Day after Thanksgiving' },
      },
    ],
  });
  for (const [from, to] of [
    ['2026-11-27', '2026-11-26'],
    ['2020-01-01', '2026-01-01'],
  ]) {
    const refused = await desk.api.ask(query, { token: ada, variables: { from, to } });
    expect([refused.code, refused.field]).toEqual(['BAD_USER_INPUT', 'to']);
  }
});

it('the ticket’s stop is kept, wherever the stop is moved', async () => {
  const { id, entryPrice } = await desk.buyCall(ada);
  const query = `{ trade(id: "${id}") { version stopLoss initialStopLoss } }`;
  interface Stops {
    readonly trade: { version: number; stopLoss: string; initialStopLoss: string };
  }
  const { trade } = await desk.ask<Stops>(ada, query);
  expect(trade.initialStopLoss).toBe(trade.stopLoss);
  const moved = dec(entryPrice).times('0.5').toDecimalPlaces(1).toFixed();
  await desk.ask(
    ada,
    `mutation { adjustBracket(input: { id: "${id}", expectedVersion: ${trade.version},
      idempotencyKey: "move-the-stop", stopLoss: "${moved}" }) { id } }`,
  );
  await desk.pass(2);
  const now = (await desk.ask<Stops>(ada, query)).trade;
  expect(now).toMatchObject({ stopLoss: moved, initialStopLoss: trade.initialStopLoss });
});
