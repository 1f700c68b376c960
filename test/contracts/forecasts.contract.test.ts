import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { actingFor } from '../../server/adapters/database/sql/dialect.ts';
import { dec } from '../../server/domain/decimal.ts';
import { forecastStats } from '../../server/domain/forecast/forecast-stats.ts';
import { databases } from '../support/databases/databases.ts';
import { actorOf, ForecastDesk } from '../support/desks/forecast-desk.ts';
import { minutes, quiet } from '../support/values/forecasts.ts';

const MINUTE = 60_000;
const ALL = { simulated: true, model: null };

describe.each(databases())('forecasts on %s', (store, open) => {
  let desk: ForecastDesk;
  beforeEach(async () => {
    desk = await ForecastDesk.start(open);
  });
  afterEach(() => desk.close());

  it('are recorded with the price that stands, its source and its age', async () => {
    const recorded = await desk.record({ rationale: 'Because of the gap.' });
    expect(recorded).toMatchObject({
      ...{ venue: 'SIMULATED', simulated: true, permille: 650, recordedBy: 'user:ada' },
      ...{ priceSource: 'simulated', status: 'OPEN', rationale: 'Because of the gap.' },
      ...{ pricedAt: new Date(recorded.recordedAt.getTime() - 3000), settledAt: null },
    });
    expect(recorded.price.toFixed()).toBe('100');
    expect(await desk.one(recorded.id)).toEqual(recorded);
    const [line] = await desk.lines();
    expect(line).toMatchObject({ action: 'FORECAST_RECORDED', actor: 'user:ada', tradeId: null });
    expect(line?.detail).toMatchObject({
      ...{ id: recorded.id, permille: 650, level: '105', stop: '95', price: '100' },
      ...{ verdict: 'BUY', model: 'm1', rationale: 'Because of the gap.' },
      message: 'Forecast: SPY reaches 105 before 95 by 2026-03-10T17:00:00.000Z, 65 %.',
    });
  });

  it('are one for one key, however often and at whichever server', async () => {
    const input = desk.input();
    const ask = (n: number, other = input) =>
      desk.servers[n % 2]!.api.record.execute(actorOf('ada'), other);
    const all = await Promise.all(Array.from({ length: 20 }, (_, n) => ask(n)));
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    desk.market.silent = true;
    expect((await ask(1)).id).toBe(all[0]!.id);
    await expect(ask(0, { ...input, probability: 0.9 })).rejects.toMatchObject({
      code: 'IDEMPOTENCY_MISMATCH',
    });
    const actions = (await desk.lines()).map(({ action }) => action);
    expect(actions).toEqual(['RECORD_FORECAST_REFUSED', 'FORECAST_RECORDED']);
  });

  it('are their user’s alone', async () => {
    const { id } = await desk.record();
    const page = { first: 10, after: null };
    expect(await desk.one(id, 'bob')).toBeNull();
    expect((await desk.store.page('bob', {}, page)).totalCount).toBe(0);
    desk.market.bars = minutes(0, [105, 100]);
    desk.clock.advance(63 * MINUTE);
    await desk.settle();
    expect(await desk.store.tallies('bob', ALL)).toEqual([]);
    expect(await desk.store.tallies('ada', ALL)).toHaveLength(1);
    if (store === 'SQLite') return;
    for (const table of ['forecasts', 'forecast_tallies'])
      expect(await actingFor(desk.fresh.knex, { username: 'bob' })(table)).toEqual([]);
  });

  it('are not recorded against a price that nobody tells', async () => {
    desk.market.price = null;
    await expect(desk.record()).rejects.toMatchObject({
      ...{ code: 'BAD_USER_INPUT', detail: { field: 'input.symbol' } },
    });
    desk.market.silent = true;
    await expect(desk.record()).rejects.toMatchObject({ code: 'VENUE_UNAVAILABLE' });
    expect((await desk.store.page('ada', {}, { first: 10, after: null })).totalCount).toBe(0);
  });

  it('are settled once, though two servers look at the same time, with what decided them', async () => {
    const { id } = await desk.record();
    desk.market.bars = [...quiet(0, 10), ...minutes(10, [105, 100])];
    await desk.settle();
    expect((await desk.one(id))?.status).toBe('OPEN');
    desk.clock.advance(62 * MINUTE);
    await desk.settle();
    await desk.settle();
    const settled = await desk.one(id);
    expect(settled).toMatchObject({
      ...{ status: 'CAME_TRUE', settledAt: desk.clock.now(), bars: 11, reason: null },
      ...{ decidedAt: desk.market.bars[10]!.at, decidedBy: 'one-minute bars of simulated' },
    });
    expect(settled?.decidedPrice?.toFixed()).toBe('105');
    const [line, ...earlier] = await desk.lines();
    expect(earlier.map(({ action }) => action)).toEqual(['FORECAST_RECORDED']);
    expect(line).toMatchObject({ action: 'FORECAST_SETTLED', actor: 'desk' });
    expect(line?.detail).toMatchObject({ id, status: 'CAME_TRUE', decidedPrice: '105', bars: 11 });
    const stats = forecastStats(await desk.store.tallies('ada', ALL));
    expect([stats.n, stats.brier.value]).toEqual([1, expect.closeTo(0.1225, 9)]);
    expect(await desk.store.tallies('ada', { simulated: false, model: null })).toEqual([]);
    expect((await desk.fresh.book.proveLog('ada')).fault).toBeNull();
  });

  it('of a token are decided by the minutes in which its price was believed', async () => {
    const symbol = 'DezXAZ8z7PnrnRJjz3wXBoRgixCa6xjnB7YaB1pPB263';
    const recorded = await desk.record({ symbol });
    expect(recorded).toMatchObject({
      ...{ assetClass: 'TOKEN', venue: 'JUPITER_PAPER', simulated: false },
      ...{ priceSource: 'jupiter', bid: null, status: 'OPEN' },
    });
    desk.market.bars = [...quiet(0, 10), ...minutes(10, [100, 95])];
    desk.clock.advance(62 * MINUTE);
    await desk.settle();
    expect(await desk.one(recorded.id)).toMatchObject({
      ...{ status: 'CAME_FALSE', bars: 11, decidedBy: 'one-minute bars of jupiter' },
    });
    desk.market.price = null;
    await expect(desk.record({ symbol })).rejects.toMatchObject({ code: 'PRICE_UNTRUSTED' });
  });

  it('of a close wait for the official one', async () => {
    const claim = { claim: 'AT_CLOSE', side: 'AT_OR_BELOW', stop: null, horizon: null } as const;
    const { id } = await desk.record({ ...claim, closeOn: '2026-03-10' });
    desk.clock.set(new Date('2026-03-10T20:05:00Z'));
    await desk.settle();
    expect((await desk.one(id))?.status).toBe('OPEN');
    desk.market.close = dec('105.01');
    const before = desk.market.asked;
    await desk.settle();
    // The forecast was looked at a moment ago, so it is not looked at again.
    expect(desk.market.asked).toBe(before);
    desk.clock.advance(2 * MINUTE);
    await desk.settle();
    expect(await desk.one(id)).toMatchObject({ status: 'CAME_FALSE', decidedBy: 'the exchange' });
  });

  it('are void after three exchange days in which nobody told, and count in no score', async () => {
    const { id } = await desk.record();
    const looks: string[] = [];
    for (const day of ['2026-03-11', '2026-03-12', '2026-03-13']) {
      desk.market.silent = day !== '2026-03-12';
      desk.clock.set(new Date(`${day}T16:00:00Z`));
      await desk.settle();
      looks.push((await desk.one(id))!.status);
    }
    expect(looks).toEqual(['OPEN', 'OPEN', 'VOID']);
    expect(await desk.one(id)).toMatchObject({
      reason: 'No price that decides it was known within three exchange days.',
      decidedPrice: null,
    });
    desk.market.bars = minutes(0, [105, 100]);
    await desk.settle();
    const stats = forecastStats(await desk.store.tallies('ada', ALL));
    expect([stats.n, stats.voids, stats.brier.value]).toEqual([0, 1, null]);
  });

  it('of one user wait for nobody else’s', async () => {
    const late = await desk.record({}, 'bob');
    const hers = [];
    for (let n = 0; n < 3; n += 1) hers.push(await desk.record());
    desk.clock.advance(63 * MINUTE);
    const due = await desk.store.due(desk.clock.now(), 2);
    expect(due.map(({ username }) => username).sort()).toEqual(['ada', 'ada', 'bob']);
    desk.market.broken = new Error('The disk is full');
    await expect(desk.servers[0]!.settle.execute()).rejects.toMatchObject({
      usernames: expect.arrayContaining(['ada', 'bob']) as unknown,
    });
    expect((await desk.one(late.id, 'bob'))?.status).toBe('OPEN');
    desk.market.broken = null;
    desk.market.bars = minutes(0, [100, 95]);
    expect(await desk.store.due(desk.clock.now(), 10)).toEqual([]);
    desk.clock.advance(MINUTE);
    await desk.settle();
    const states = [
      await desk.one(late.id, 'bob'),
      ...(await Promise.all(hers.map(({ id }) => desk.one(id)))),
    ];
    expect(states.map((each) => each?.status)).toEqual(Array(4).fill('CAME_FALSE'));
  });

  it('come in pages, newest first, by what became of them, by symbol and by model', async () => {
    const ids: string[] = [];
    for (const [symbol, model] of [
      ['SPY', 'm1'],
      ['QQQ', 'm1'],
      ['SPY', 'm2'],
    ] as const) {
      ids.unshift((await desk.record({ symbol, model })).id);
      desk.clock.advance(1000);
    }
    const page = async (filter: object, after: string | null = null) => {
      const { items, ...rest } = await desk.store.page('ada', filter, { first: 2, after });
      return { ...rest, ids: items.map(({ item }) => item.id), cursor: items.at(-1)?.cursor };
    };
    const first = await page({});
    expect(first).toMatchObject({ ids: ids.slice(0, 2), hasNextPage: true, totalCount: 3 });
    expect((await page({}, first.cursor)).ids).toEqual([ids[2]]);
    expect((await page({ symbol: 'SPY' })).ids).toEqual([ids[0], ids[2]]);
    expect((await page({ model: 'm1', status: 'OPEN' })).ids).toEqual([ids[1], ids[2]]);
    expect((await page({ status: 'VOID' })).ids).toEqual([]);
    expect((await page({ simulated: false })).ids).toEqual([]);
  });
});
