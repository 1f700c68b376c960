import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { AdjustedDesk } from '../../support/desks/adjusted-desk.ts';
import { SPY_CALL } from '../../support/values/builders.ts';
import { databases } from '../../support/databases/databases.ts';
import { payDividend } from '../../venues/tradier/corporate-actions.ts';
import { LOST_RESPONSE } from '../../venues/wire-server.ts';

describe.each(databases())('exits of other kinds that the venue adjusts, on %s', (_, open) => {
  let d: AdjustedDesk;
  beforeEach(async () => {
    d = await AdjustedDesk.start(open);
  });
  afterEach(() => d.t.close());

  describe('that only the desk watches', () => {
    async function watched(): Promise<string> {
      const id = await d.opened({ bracket: { stopLoss: dec(1150) } });
      d.t.venue.fail('POST /orders', { status: 400, text: 'No stops today.' }, 99);
      d.t.venue.cancelOrder(d.part('stop').id);
      await d.looks(1);
      d.t.venue.heal();
      return id;
    }

    it('sell nothing of shares that were split: the trade goes under review', async () => {
      const id = await watched();
      expect(await d.trade(id)).toMatchObject({ protection: 'WATCHED' });
      const before = d.touched();
      d.split();
      await d.t.desk.watchExits.execute();
      expect(await d.trade(id)).toMatchObject({ status: 'NEEDS_REVIEW' });
      expect((await d.trade(id)).doubt?.newShares?.toFixed()).toBe('10');
      await d.looks();
      expect(d.touched()).toBe(before);
    });

    it('sell when the price alone has reached them', async () => {
      const id = await watched();
      d.t.venue.setQuote('NVDA', { bid: 1149, ask: 1149.2, last: 1149.1 });
      await d.t.desk.watchExits.execute();
      expect(await d.trade(id)).toMatchObject({ status: 'CLOSING' });
      expect(d.working()).toEqual(['sell market 5 at ']);
    });
  });

  it('wait when only the limit of a stop was changed', async () => {
    const id = await d.opened({ bracket: { stopLoss: dec(1150), stopLimit: dec(1149) } });
    const before = d.touched();
    d.part('stop_limit').price = dec('1148.50');
    await d.looks();
    expect(d.touched()).toBe(before);
    const [alert] = await d.alerts();
    expect(alert?.message).toContain('the stop from 1150 limit 1149 to 1150 limit 1148.5');
    const { bracket } = await d.choose(id, 'ADOPT');
    expect(bracket.stopLimit?.toFixed()).toBe('1148.5');
  });

  it('belong to an adjusted option when the account holds another root of it', async () => {
    const { id } = await d.t.place();
    d.t.venue.fill(d.t.legs()[0]!, { price: '1.50' });
    await d.t.sync();
    const before = d.touched();
    d.part('stop').stop = dec('0.50');
    d.t.venue.setPosition(SPY_CALL.symbol, 0);
    d.t.venue.setPosition('SPY1260327C00560000', 3, 450);
    await d.looks();
    expect(d.touched()).toBe(before);
    const { status, doubt } = await d.trade(id);
    expect(status).toBe('NEEDS_REVIEW');
    expect(doubt).toMatchObject({ cause: 'ADJUSTED_CONTRACT', successor: 'SPY1260327C00560000' });
    expect(doubt?.newShares).toBeNull();
    const split = d.bookSplit(id, [10, 1]);
    await expect(split).rejects.toMatchObject({ detail: { field: 'input.id' } });
  });

  it('count as the venue’s own when a submission was found again with other terms', async () => {
    d.t.venue.fail('POST /orders', LOST_RESPONSE);
    const stop = { stopLoss: dec(1150), takeProfit: dec(1300) };
    const { id } = await d.t.place({
      ...{ option: null, equity: { symbol: 'NVDA' }, side: 'BUY', quantity: dec(5) },
      ...{ limitPrice: dec('1200.10'), timeInForce: 'GTC', bracket: stop },
    });
    d.t.venue.heal();
    payDividend(d.account, 'NVDA', '0.25');
    d.t.venue.fill(d.t.legs()[0]!, { price: '1199.85' });
    const before = d.touched();
    await d.looks();
    expect(d.touched()).toBe(before);
    expect((await d.stopOf(id))?.adjustment?.stopPrice?.toFixed()).toBe('1149.75');
    expect((await d.alerts()).map(({ kind }) => kind)).toEqual(['FOREIGN_CHANGE']);
  });
});
