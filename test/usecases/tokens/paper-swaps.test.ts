import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyBook } from '../../../server/adapters/database/book/verify-book.ts';
import { dec } from '../../../server/domain/decimal.ts';
import { databases } from '../../support/databases/databases.ts';
import { TokenBook } from '../../support/desks/token-book.ts';
import { NO_ROUTE, SILENT } from '../../support/fakes/scripted-swaps.ts';

const ALL_HOLD = ['AVERAGE_PRICE HOLDS', 'CASH HOLDS', 'PNL HOLDS', 'QUANTITY HOLDS'];

describe.each(databases())('a book and its swaps on paper, on %s,', (_name, open) => {
  let t: TokenBook;
  beforeEach(async () => void (t = await TokenBook.open(open)));
  afterEach(() => t.fresh.close());
  const cash = async () => (await t.fresh.book.read('ada').account()).cash.toFixed();

  it('agree to the last digit on a ladder in one token, sold in parts at other prices', async () => {
    const [one, two] = [await t.buy(3), await t.buy(10)];
    t.market.price = '0.000007';
    const three = await t.buy(7);
    expect(await t.checks()).toEqual(ALL_HOLD);
    await t.sell(two, '333333.33333');
    t.market.next.push('0.0000071', '0.00000713');
    await t.sell(two, '1000000.00001');
    await t.sell(one, '1000000');
    expect(await t.checks()).toEqual(ALL_HOLD);
    t.clock.advance(86_400_000);
    await t.sell(three, '0.00001');
    const left = (await t.trade(two)).trade.openQuantity;
    await t.sell(two, left.toFixed());
    expect(await t.checks()).toEqual(ALL_HOLD);
    expect((await t.trade(two)).trade).toMatchObject({ phase: 'CLOSED', status: 'MANUAL_CLOSE' });
    expect(await verifyBook(t.fresh.knex)).toMatchObject([{ username: 'ada', fault: null }]);
  });

  it('hold what was got, and not what was asked for', async () => {
    t.market.next.push('0.000003', '0.00000299');
    const { trade, orders } = await t.trade(await t.buy(3));
    expect(trade).toMatchObject({ status: 'OPEN', quantity: dec(1_000_000) });
    expect(orders[0]).toMatchObject({ status: 'FILLED', filledValue: dec(3) });
    expect(trade.openQuantity.toFixed()).toBe('1003344.4816');
    expect(trade.fees.toFixed()).toBe('0.321642');
    expect(await t.checks()).toEqual(ALL_HOLD);
  });

  it('book the fee of a swap that failed on chain, and nothing else of it', async () => {
    t.market.next.push('0.000003', NO_ROUTE);
    const { trade, orders } = await t.trade(await t.buy(3));
    expect(trade).toMatchObject({ status: 'REJECTED', phase: 'CLOSED' });
    expect(trade.reason).toMatch(/^the swap failed on chain with 6001 SlippageToleranceExceeded/);
    expect([trade.fees, trade.filledQuantity, trade.cashFlow].map(String)).toEqual([
      '0.01575',
      '0',
      '-0.01575',
    ]);
    expect(orders[0]).toMatchObject({ status: 'REJECTED', namedFees: dec('0.01575') });
    expect(await cash()).toBe('99999.98425');
    expect(await t.checks()).toEqual(ALL_HOLD);
    await t.buy(3);
    expect(await t.checks()).toEqual(ALL_HOLD);
  });

  it('leave open what a sale that failed did not sell, and count its fee', async () => {
    const id = await t.buy(3);
    t.market.next.push('0.000003', '0.0000029');
    await t.sell(id, '1000000');
    const { trade } = await t.trade(id);
    expect([trade.status, trade.openQuantity, trade.fees].map(String)).toEqual([
      'OPEN',
      '1000000',
      '0.337392',
    ]);
    expect(await t.checks()).toEqual(ALL_HOLD);
  });

  it('are over at once, and cost nothing, where no source answers or the swap never lands', async () => {
    t.market.next.push(SILENT);
    const unsent = await t.trade(await t.buy(3));
    expect(unsent.orders[0]).toMatchObject({ status: 'CANCELED', venueOrderId: null });
    t.market.next.push('0.000003', SILENT);
    const lost = await t.trade(await t.buy(3));
    expect(lost.orders[0]).toMatchObject({ status: 'REJECTED' });
    expect(lost.trade.reason).toMatch(/never landed/);
    expect(await cash()).toBe('100000');
  });

  it.each(['send: submitted', 'send: answered', 'send: looked'])(
    'agree again after a kill at “%s”, by the tag alone',
    async (point) => {
      t.fault = (at) => {
        if (at === point) throw new Error(`killed at ${point}`);
      };
      await expect(t.buy(3)).rejects.toThrow('killed');
      t.fault = () => undefined;
      const swapped = point === 'send: submitted' ? 0 : 2;
      expect(t.market.asked).toHaveLength(swapped);
      for (let n = 0; n < 4; n += 1) {
        await t.desk.syncOrders.execute();
        t.clock.advance(60_000);
      }
      const { trade } = await t.trade('paper_trade-1');
      expect(trade.status).toBe(swapped ? 'OPEN' : 'CANCELED');
      expect(t.market.asked).toHaveLength(swapped);
      expect(await t.checks()).toEqual(ALL_HOLD);
    },
  );
});
