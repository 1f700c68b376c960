import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { databases } from '../../support/databases/databases.ts';
import { LiveRunsDesk, type RunServer } from '../../support/desks/live-runs-desk.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';

const kind = (body: string, rest = '', classes = "'EQUITY'") => `export default {
  title: 'T', description: 'D', assetClasses: [${classes}], ${rest}
  create: () => { let n = 0; return { ${body} }; } };`;

const KINDS: Readonly<Record<string, string>> = {
  flips: kind(
    `
    onBar(bar, desk) {
      n += 1;
      desk.log([n, bar.close, desk.history(bar.symbol, 3).length, desk.position(bar.symbol)?.quantity].join(' '));
      if (desk.position(bar.symbol)) desk.exit(bar.symbol);
      else desk.enter({ symbol: bar.symbol, side: 'BUY', quantity: '2' });
    },
    onFill(fill, desk) { desk.log('fill ' + fill.side + ' ' + fill.quantity); }`,
    'history: () => 2,',
  ),
  rests: kind(`
    onBar(bar, desk) {
      n += 1;
      if (n === 1) desk.enter({ symbol: bar.symbol, side: 'BUY', quantity: '1', orderType: 'LIMIT', limitPrice: 1.009 });
      if (n === 2) desk.cancel(bar.symbol);
    }`),
  greedy: kind(
    `onBar(bar, desk) { desk.enter({ symbol: bar.symbol, side: 'BUY', quantity: '1000000' }); }`,
  ),
  wrong: kind(
    `onBar(bar, desk) { desk.enter({ symbol: bar.symbol, side: 'BUY', quantity: '0.5' }); desk.exit(bar.symbol); }`,
  ),
  throws: kind(
    `onBar(bar, desk) { n += 1; if (n === 2) throw new Error('no idea'); desk.enter({ symbol: bar.symbol, side: 'BUY', quantity: '1', orderType: 'LIMIT', limitPrice: 1 }); }`,
  ),
};

describe.each(databases())('strategies that run on %s', (_, open) => {
  let desk: LiveRunsDesk;
  let one: RunServer;
  beforeEach(async () => {
    desk = await LiveRunsDesk.open(open, KINDS);
    one = desk.server();
  });
  afterEach(() => desk.close());

  it('trade each bar once, by orders of their own, and see what they hold', async () => {
    const run = await desk.start(one.store, { id: 'r1', kind: 'flips' });
    for (let n = 0; n < 3; n += 1) await desk.nextMinute();
    const lines = await one.store.lines(run, 0, 100);
    expect(lines.map(({ input, logged }) => [input.kind, ...logged])).toEqual([
      ['WARM_UP'],
      ['BAR', expect.stringMatching(/^1 [\d.]+ 3 $/)],
      ['FILL', 'fill BUY 2'],
      ['BAR', expect.stringMatching(/^2 [\d.]+ 3 2$/)],
      ['FILL', 'fill SELL 2'],
      ['BAR', expect.stringMatching(/^3 [\d.]+ 3 $/)],
      ['FILL', 'fill BUY 2'],
    ]);
    const [first, second] = await one.trades();
    expect(first).toMatchObject({
      ...{
        status: 'MANUAL_CLOSE',
        strategyRun: { runId: 'r1', strategyId: 'strategy-r1', version: 1 },
      },
      context: { strategy: 'r1', extra: { strategyId: 'strategy-r1', kind: 'flips', version: 1 } },
    });
    expect(second).toMatchObject({ status: 'OPEN' });
    expect(await one.trades()).toHaveLength(2);
    // No order fills on the bar that the strategy has just seen.
    const [bar] = lines.filter(({ input }) => input.kind === 'BAR');
    expect(first!.openedAt!.getTime()).toBeGreaterThanOrEqual(bar!.at.getTime());
    const stands = await one.store.newestOf('ada', 'strategy-r1');
    expect(stands?.lastBarAt).toEqual(new Date(NOON.getTime() + 2 * 60_000));
    const { items } = await one.book.read('ada').log({ first: 100, after: null });
    expect(items.map(({ item }) => item.actor)).toContain('strategy:strategy-r1');
  });

  it('go on after a restart as if nothing had been, and do nothing on a bar that was missed', async () => {
    const run = await desk.start(one.store, { id: 'r1', kind: 'flips' });
    await desk.nextMinute();
    await desk.kill(one);
    one = desk.server();
    await desk.nextMinute();
    await desk.kill(one);
    desk.clock.advance(3 * 60_000);
    one = desk.server();
    await desk.nextMinute();
    const lines = await one.store.lines(run, 0, 100);
    const bars = lines.filter(({ input }) => input.kind === 'BAR');
    expect(bars.map(({ reads, logged }) => [reads !== null, logged[0]!.split(' ')[0]])).toEqual([
      [true, '1'],
      [true, '2'],
      [false, '3'],
      [false, '4'],
      [false, '5'],
      [true, '6'],
    ]);
    expect(await one.trades()).toHaveLength(2);
    expect((await one.noTrades()).map(({ noTrade }) => noTrade?.code)).toEqual(
      Array.from({ length: 3 }, () => 'BAR_TOO_OLD'),
    );
  });

  it('wait with a limit until they cancel it, on the tick below what they asked for', async () => {
    await desk.start(one.store, { id: 'r1', kind: 'rests' });
    await desk.nextMinute();
    const [waiting] = await one.trades();
    expect(waiting).toMatchObject({ status: 'PENDING', timeInForce: 'GTC' });
    expect(waiting!.limitPrice!.toFixed()).toBe('1');
    await desk.nextMinute();
    expect((await one.trades()).map(({ status }) => status)).toEqual(['CANCELED']);
  });

  it('keep what a limit stops once an hour, and a decision for each', async () => {
    await desk.start(one.store, { id: 'r1', kind: 'greedy' });
    for (let n = 0; n < 3; n += 1) await desk.nextMinute();
    const [denied] = await one.trades();
    expect(denied).toMatchObject({ status: 'REJECTED', closeReason: 'REJECTED' });
    const orders = (await one.book.read('ada').allOrdersOf([denied!.id])).get(denied!.id)!;
    expect(orders.map(({ status }) => status)).toEqual(['DENIED']);
    expect(orders[0]!.reason).toContain('Buying power');
    expect(await one.trades()).toHaveLength(1);
    const decided = await one.noTrades();
    expect(decided.map(({ noTrade, tradeId }) => [noTrade?.code, tradeId])).toEqual([
      ['RISK_DENIED', denied!.id],
      ['RISK_DENIED', null],
      ['RISK_DENIED', null],
    ]);
    desk.clock.advance(58 * 60_000);
    await desk.nextMinute();
    expect(await one.trades()).toHaveLength(2);
  });

  it('keep it once an hour, though they are renamed meanwhile', async () => {
    const { strategyId } = await desk.start(one.store, { id: 'r1', kind: 'greedy' });
    await desk.nextMinute();
    desk.strategies.set(strategyId, { ...desk.strategies.get(strategyId)!, name: 'other' });
    await desk.nextMinute();
    expect(await one.trades()).toHaveLength(1);
    expect(await one.noTrades()).toHaveLength(2);
  });

  it('keep it once an hour each, however many others are stopped', async () => {
    for (let n = 0; n < 12; n += 1) await desk.start(one.store, { id: `r${n}`, kind: 'greedy' });
    await desk.nextMinute();
    await desk.nextMinute();
    expect(await one.trades()).toHaveLength(12);
    expect(await one.noTrades()).toHaveLength(24);
  });

  it('keep what the kill switch stops, and say that a person has to act', async () => {
    await desk.start(one.store, { id: 'r1', kind: 'flips' });
    await one.book.change('ada', (change) =>
      change.setKillSwitch('HALT_ENTRIES', desk.clock.now(), 'user:ada'),
    );
    await desk.nextMinute();
    const [denied, ...more] = await one.trades();
    expect([denied!.status, more]).toEqual(['REJECTED', []]);
    const orders = (await one.book.read('ada').allOrdersOf([denied!.id])).get(denied!.id)!;
    expect(orders.map(({ status }) => status)).toEqual(['DENIED']);
    expect(await one.noTrades()).toMatchObject([
      { noTrade: { code: 'KILL_SWITCH', actNeeded: true }, tradeId: denied!.id },
    ]);
  });

  it('bear the name that their strategy has now, and none twice that was placed under another', async () => {
    await desk.kill(one);
    let dies = true;
    one = desk.server(({ door }) => ({
      door: {
        ...{ close: door.close.bind(door), cancel: door.cancel.bind(door) },
        enter: async (...asked) => {
          const placed = await door.enter(...asked);
          if (dies) throw new Error('Nobody hears of it.');
          return placed;
        },
      },
    }));
    const { strategyId } = await desk.start(one.store, { id: 'r1', kind: 'flips' });
    await desk.nextMinute();
    dies = false;
    desk.strategies.set(strategyId, { ...desk.strategies.get(strategyId)!, name: 'other' });
    for (let beat = 0; beat < 5; beat += 1) await desk.step();
    expect(await one.store.waiting({ username: 'ada', id: 'r1' })).toEqual([]);
    expect(await one.noTrades()).toEqual([]);
    await desk.nextMinute();
    await desk.nextMinute();
    expect((await one.trades()).map(({ context }) => context.strategy)).toEqual(['r1', 'other']);
  });

  it('spend their budget and no more, waiting entries included', async () => {
    await desk.start(one.store, { id: 'r1', kind: 'flips' }, { budget: dec(10) });
    await desk.nextMinute();
    expect((await one.trades()).map(({ status }) => status)).toEqual(['REJECTED']);
    const [decided] = await one.noTrades();
    expect(decided).toMatchObject({ noTrade: { code: 'STRATEGY_BUDGET', actNeeded: false } });
  });

  it('are told by a code why an order was none', async () => {
    await desk.start(one.store, { id: 'r1', kind: 'wrong' });
    await desk.nextMinute();
    expect(
      (await one.noTrades()).map(({ noTrade }) => [noTrade?.code, noTrade?.actNeeded]),
    ).toEqual([
      ['BAD_ORDER', true],
      ['NOTHING_HELD', false],
    ]);
    expect(await one.trades()).toEqual([]);
  });

  it('end when they throw: what waits is canceled, the user is told, the others go on', async () => {
    await desk.start(one.store, { id: 'r1', kind: 'throws' });
    await desk.start(one.store, { id: 'r2', kind: 'flips' });
    await desk.nextMinute();
    await desk.nextMinute();
    expect(await one.store.newestOf('ada', 'strategy-r1')).toMatchObject({
      ...{ status: 'FAILED', error: 'Error: no idea' },
    });
    expect((await one.trades()).filter(({ context }) => context.strategy === 'r1')).toMatchObject([
      { status: 'CANCELED' },
    ]);
    const { items } = await one.book.read('ada').alerts(true, { first: 10, after: null });
    expect(items.map(({ item }) => item.kind)).toContain('STRATEGY_FAILED');
    await desk.nextMinute();
    const stands = await one.store.newestOf('ada', 'strategy-r2');
    expect(stands).toMatchObject({
      status: 'RUNNING',
      lastBarAt: new Date(NOON.getTime() + 120_000),
    });
  });
});
