import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { SPY_CALL } from '../../support/values/builders.ts';
import { ADA, TradierDesk } from '../../support/desks/tradier-desk.ts';

describe('an order that somebody else has working in the account', () => {
  let t: TradierDesk;
  beforeEach(async () => {
    t = await TradierDesk.start();
    await t.place();
    t.venue.fill(t.legs()[0]!, { price: '1.50' });
    await t.sync();
  });
  afterEach(() => t.close());

  const reconcile = () => t.desk.reconcile.execute();
  const elsewhere = () =>
    t.venue.placeElsewhere([
      {
        ...{ optionSymbol: SPY_CALL.symbol, symbol: 'SPY', side: 'sell_to_close', type: 'limit' },
        ...{ quantity: dec(1), price: dec('3.00'), stop: null, duration: 'gtc' },
      },
    ]);
  const messages = async (onlyOpen = true) => {
    const page = await t.fresh.book.read('ada').alerts(onlyOpen, { first: 50, after: null });
    return page.items.map(({ item }) => item.message);
  };

  it('is reported once, after two looks have found it, until it is gone', async () => {
    const { id } = elsewhere();
    await reconcile();
    expect(await messages()).toEqual([]);
    await reconcile();
    await reconcile();
    expect(await messages(false)).toHaveLength(1);
    expect(await messages()).toEqual([
      `In TRADIER_SANDBOX VA00000001 works what no open trade of this book has: SELL_TO_CLOSE 1 ${SPY_CALL.symbol} (order ${id}).`,
    ]);
    t.venue.cancelOrder(id);
    await reconcile();
    expect(await messages()).toEqual([]);
  });

  it('is also over when it disappeared while the desk was down', async () => {
    const { id } = elsewhere();
    await reconcile();
    await reconcile();
    t.restart();
    t.venue.cancelOrder(id);
    await reconcile();
    expect(await messages()).toEqual([]);
  });

  it('is never one of our own: entry, bracket and close', async () => {
    for (let look = 0; look < 3; look += 1) await reconcile();
    expect(await messages(false)).toEqual([]);
  });
});

it('reports to each of two users the other’s orders, after two looks of their own', async () => {
  const t = await TradierDesk.start();
  await t.fresh.book.openAccount('bob', dec(100_000), t.clock.now());
  // Both see one account, so the other's order is external to each of them too.
  for (const username of ['ada', 'bob'])
    await t.desk.trading.executeOrder({ ...ADA, username }, { open: t.ticket({ bracket: null }) });
  t.venue.setPosition('AAPL', 10, 2350);
  const alertsOf = async (username: string) => {
    const page = await t.fresh.book.read(username).alerts(false, { first: 50, after: null });
    return page.items.map(({ item }) => (item.message.includes('holds AAPL') ? 'AAPL' : item.kind));
  };
  await t.desk.reconcile.execute();
  for (const username of ['ada', 'bob']) expect(await alertsOf(username)).toEqual([]);
  for (let looks = 0; looks < 3; looks += 1) await t.desk.reconcile.execute();
  for (const username of ['ada', 'bob'])
    expect((await alertsOf(username)).sort()).toEqual(['AAPL', 'FOREIGN_CHANGE']);
  await t.close();
});
