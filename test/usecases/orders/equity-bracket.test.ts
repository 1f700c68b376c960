import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import type { TicketInput } from '../../../server/domain/ticket/ticket.ts';
import { entryPriceOf } from '../../../server/domain/trade/trade.ts';
import { ADA, TradierDesk } from '../../support/desks/tradier-desk.ts';

describe('shares with their exits at Tradier', () => {
  let t: TradierDesk;
  beforeEach(async () => {
    t = await TradierDesk.start();
  });
  afterEach(() => t.close());

  const shares = (bracket: TicketInput['bracket']): Partial<TicketInput> => ({
    ...{ option: null, equity: { symbol: 'SPY' }, side: 'BUY', quantity: dec(10) },
    ...{ limitPrice: dec('558.22'), bracket },
  });
  const both = { stopLoss: dec('550.00'), takeProfit: dec('570.00') };
  const wire = () => {
    const order = t.venue.orders.filter(({ legs }) => legs.length > 0).at(-1)!;
    const legs = order.legs.map((leg) => `${leg.side} ${leg.type} ${leg.status}`);
    return { class: order.class, legs };
  };
  const working = () =>
    t.venue.orders
      .flatMap((order) => (order.legs.length > 0 ? order.legs : [order]))
      .filter(({ status }) => status === 'open' || status === 'partially_filled')
      .map(({ side, type, quantity }) => `${side} ${type} ${quantity.toFixed()}`);
  const trade = async (id: string) => (await t.stored(id)).trade;

  async function opened(bracket: TicketInput['bracket'] = both) {
    const { id } = await t.place(shares(bracket));
    t.venue.fill(t.legs()[0]!, { price: '558.20' });
    await t.sync();
    return id;
  }

  async function booked() {
    const { cash, deposits } = await t.fresh.book.read('ada').account();
    return cash.minus(deposits).toFixed();
  }

  it('go out with both exits as one OTOCO, whose exits wait for the entry', async () => {
    const { id } = await t.place(shares(both));
    expect(wire()).toEqual({
      class: 'otoco',
      legs: ['buy limit open', 'sell limit pending', 'sell stop pending'],
    });
    t.venue.fill(t.legs()[0]!, { price: '558.20' });
    await t.sync();
    expect(await trade(id)).toMatchObject({ status: 'OPEN', protection: 'VENUE' });
    expect(working()).toEqual(['sell limit 10', 'sell stop 10']);
    expect(t.venue.count('POST /orders')).toBe(1);
  });

  it('go out with a single target as one OTO', async () => {
    const id = await opened({ takeProfit: dec('570.00') });
    expect(wire()).toEqual({ class: 'oto', legs: ['buy limit filled', 'sell limit open'] });
    t.venue.fill(t.legs()[1]!, { price: '570.05' });
    await t.sync();
    expect(await trade(id)).toMatchObject({ status: 'TP_HIT', phase: 'CLOSED' });
    expect((await trade(id)).realizedPnl.toFixed()).toBe('118.5');
  });

  it('get a single stop once they are held', async () => {
    const { id } = await t.place(shares({ stopLoss: dec('550.00') }));
    t.venue.fill(t.venue.orders.at(-1)!.id, { price: '558.20' });
    await t.sync();
    expect(working()).toEqual(['sell stop 10']);
    expect(await trade(id)).toMatchObject({ status: 'OPEN', protection: 'VENUE' });
  });

  it('lose a dollar per share down to the stop', async () => {
    const id = await opened();
    const [, , stop = 0] = t.legs();
    t.venue.fill(stop, { price: '549.90' });
    await t.sync();
    const { status, realizedPnl, fees } = await trade(id);
    expect([status, realizedPnl.toFixed()]).toEqual(['SL_HIT', '-83']);
    expect(working()).toEqual([]);
    expect(await booked()).toBe(realizedPnl.minus(fees).toFixed());
  });

  it('are protected and sold as far as they are held', async () => {
    const { id } = await t.place(shares(both));
    const [entry = 0] = t.legs();
    t.venue.fill(entry, { quantity: 4, price: '558.20' });
    await t.sync();
    expect((await trade(id)).openQuantity.toFixed()).toBe('4');
    t.venue.fill(entry, { price: '558.22' });
    await t.sync();
    expect(entryPriceOf(await trade(id))?.toFixed()).toBe('558.212');
    const [, target = 0] = t.legs();
    t.venue.fill(target, { quantity: 6, price: '570.00' });
    await t.sync();
    const partly = await trade(id);
    expect([partly.phase, partly.openQuantity.toFixed()]).toEqual(['OPEN', '4']);
    t.venue.fill(target, { price: '570.00' });
    await t.sync();
    expect((await trade(id)).status).toBe('TP_HIT');
    expect(working()).toEqual([]);
  });

  it('are closed by hand: the bracket is canceled first, then they are sold once', async () => {
    const id = await opened();
    const { version: expectedVersion } = await trade(id);
    const close = { id, expectedVersion, idempotencyKey: t.key(), orderType: 'MARKET' } as const;
    await t.desk.trading.executeOrder(ADA, { close });
    await t.sync();
    expect(working()).toEqual(['sell market 10']);
    t.venue.fill(t.venue.orders.at(-1)!.id, { price: '560.00' });
    await t.sync();
    const { status, realizedPnl, fees } = await trade(id);
    expect([status, realizedPnl.toFixed()]).toEqual(['MANUAL_CLOSE', '18']);
    expect(await booked()).toBe(realizedPnl.minus(fees).toFixed());
    expect(await t.fresh.book.read('ada').positions()).toEqual([]);
  });
});
