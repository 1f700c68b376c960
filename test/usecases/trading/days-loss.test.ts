import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NEW_USER_SETTINGS } from '../../../server/domain/account/settings.ts';
import { dec } from '../../../server/domain/decimal.ts';
import { databases } from '../../support/databases/databases.ts';
import { ADA, TradierDesk } from '../../support/desks/tradier-desk.ts';

const DAY = 24 * 3600;

describe.each(databases())('a realised amount, kept on %s', (_, open) => {
  let t: TradierDesk;
  beforeEach(async () => void (t = await TradierDesk.start(open)));
  afterEach(() => t.close());

  async function opened() {
    const { id } = await t.place({ bracket: null });
    t.venue.fill(t.venue.orders.at(-1)!.id, { price: '1.50' });
    await t.sync();
    return id;
  }
  async function sold(id: string, quantity: number, price: string) {
    const { version: expectedVersion } = (await t.stored(id)).trade;
    const keyed = { id, expectedVersion, idempotencyKey: t.key(), quantity: dec(quantity) };
    await t.desk.trading.executeOrder(ADA, { close: { ...keyed, orderType: 'MARKET' } });
    t.venue.fill(t.venue.orders.at(-1)!.id, { price });
    await t.sync();
  }
  async function lossCheck(most: number) {
    const limits = { ...NEW_USER_SETTINGS.limits, maxDailyLoss: dec(most) };
    await t.settings.change('ada', { limits });
    const { riskChecks } = await t.desk.previews.trade(ADA, t.ticket());
    const check = riskChecks.find(({ rule }) => rule === 'MAX_DAILY_LOSS')!;
    const use = (await t.desk.account.limitUse(ADA)).find(({ rule }) => rule === 'MAX_DAILY_LOSS')!;
    expect(use.used?.toFixed()).toBe(check.actual);
    return [check.passed, check.actual];
  }
  const days = async () =>
    (await t.desk.reports.dailyPnl(ADA, {})).map(
      (day) => `${day.date} ${day.netPnl.toFixed()} ${day.trades} ${day.wins} ${day.losses}`,
    );

  it('counts as that day’s loss, although the half closed the day before had won', async () => {
    const id = await opened();
    await sold(id, 1, '3.50');
    expect(await days()).toEqual(['2026-03-10 198.6 0 0 0']);
    t.pass(DAY);
    await sold(id, 2, '0.60');
    expect((await t.stored(id)).trade.status).toBe('MANUAL_CLOSE');
    expect(await days()).toEqual(['2026-03-10 198.6 0 0 0', '2026-03-11 -180.7 1 1 0']);
    expect(await lossCheck(100)).toEqual([false, '180.7']);
  });

  it('is no loss of the day before', async () => {
    const id = await opened();
    await sold(id, 2, '0.60');
    t.pass(DAY);
    await sold(id, 1, '1.60');
    expect(await days()).toEqual(['2026-03-10 -181.75 0 0 0', '2026-03-11 9.65 1 0 1']);
    expect(await lossCheck(100)).toEqual([true, '0']);
  });

  it('belongs to the day of the fill when the desk learns of it a day later', async () => {
    const id = await opened();
    const { version: expectedVersion } = (await t.stored(id)).trade;
    const keyed = { id, expectedVersion, idempotencyKey: t.key() };
    await t.desk.trading.executeOrder(ADA, { close: { ...keyed, orderType: 'MARKET' } });
    t.venue.fill(t.venue.orders.at(-1)!.id, { price: '1.00' });
    t.pass(DAY);
    await t.sync();
    expect(await days()).toEqual(['2026-03-10 -152.1 1 0 1']);
    expect(await lossCheck(100)).toEqual([true, '0']);
  });

  it('covers the filter’s trades, and closed ones when it asks how they closed', async () => {
    const id = await opened();
    await sold(id, 1, '3.50');
    const of = async (filter: object) => (await t.desk.reports.dailyPnl(ADA, filter)).length;
    expect(await of({ underlying: 'SPY' })).toBe(1);
    expect(await of({ underlying: 'QQQ' })).toBe(0);
    expect(await of({ closedFrom: new Date('2026-03-01T00:00:00Z') })).toBe(0);
  });
});
