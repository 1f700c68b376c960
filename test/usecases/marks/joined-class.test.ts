import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { ADA, TradierDesk } from '../../support/desks/tradier-desk.ts';

const OPTION = 'BFB260327C00050000';

describe('a share class typed without its separator', () => {
  let t: TradierDesk;
  beforeEach(async () => {
    t = await TradierDesk.start();
    t.venue.setQuote('BRK/B', { bid: 481, ask: 481.2, last: 481.1 });
    t.venue.setQuote('BF/B', { bid: 49, ask: 49.1, last: 49 });
    t.venue.setQuote(OPTION, { bid: 1.45, ask: 1.55, last: 1.5 });
    for (const ticker of ['BRK/A', 'BRK/B', 'BF/A', 'BF/B'])
      t.venue.market.names.set(ticker, ticker);
  });
  afterEach(() => t.close());

  const share = () => ({
    ...{ option: null, equity: { symbol: 'brkb' }, side: 'BUY', quantity: dec(2) },
    ...{ limitPrice: dec('481.20'), bracket: null },
  });

  it('is sent and stored as the venue lists it', async () => {
    const { instrument, id } = await t.place(share() as Parameters<typeof t.place>[0]);
    expect(instrument).toMatchObject({ symbol: 'BRK/B', underlying: 'BRK/B' });
    expect(t.venue.orders.at(-1)!.symbol).toBe('BRK/B');
    t.venue.fill(t.venue.orders.at(-1)!.id, { price: '481.20' });
    await t.sync();
    await t.desk.takeSnapshots.execute();
    const { trade } = await t.stored(id);
    expect(trade).toMatchObject({ status: 'OPEN', instrument: { symbol: 'BRK/B' } });
    expect(trade.mark?.price?.toFixed()).toBe('481');
    await t.desk.reconcile.execute();
    expect(await t.alerts()).toEqual([]);
  });

  it('has its price in the preview', async () => {
    const ticket = t.ticket(share() as Parameters<typeof t.place>[0]);
    const { cost } = await t.desk.previews.trade(ADA, {
      ...ticket,
      orderType: 'MARKET',
      limitPrice: null,
    });
    expect(cost?.toFixed()).toBe('962.4');
  });

  it('names the underlying when its option is ordered', async () => {
    const { instrument } = await t.place({ option: { symbol: OPTION }, bracket: null });
    expect(instrument).toMatchObject({ symbol: OPTION, root: 'BFB', underlying: 'BF/B' });
    expect(t.venue.orders.at(-1)!.symbol).toBe('BF/B');
  });

  it('stays as typed when nobody lists it: the venue decides', async () => {
    const odd = { ...share(), equity: { symbol: 'ZZZB' } } as Parameters<typeof t.place>[0];
    const { instrument } = await t.place(odd);
    expect(instrument.symbol).toBe('ZZZB');
  });
});
