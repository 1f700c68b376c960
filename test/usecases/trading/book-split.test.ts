import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec, type Decimal } from '../../../server/domain/decimal.ts';
import {
  firstStopNow,
  riskAtEntryOf,
  rMultipleOf,
} from '../../../server/domain/trade/trade-figures.ts';
import { entryPriceOf, exitPriceOf } from '../../../server/domain/trade/trade.ts';
import { AdjustedDesk } from '../../support/desks/adjusted-desk.ts';
import { databases } from '../../support/databases/databases.ts';
import { ADA } from '../../support/desks/tradier-desk.ts';
import { wholeTrade } from '../../support/values/whole-trade.ts';
import { payDividend, splitPosition } from '../../venues/tradier/corporate-actions.ts';

describe.each(databases())('a split that a person books, on %s', (_, open) => {
  let d: AdjustedDesk;
  beforeEach(async () => {
    d = await AdjustedDesk.start(open);
  });
  afterEach(() => d.t.close());

  const figures = async (id: string) => {
    const trade = await d.trade(id);
    const { openQuantity, filledQuantity, quantity, openCost, entryCost } = trade;
    const size = [openQuantity, filledQuantity, quantity].map((value) => value.toFixed());
    return { size, cost: [openCost.toFixed(), entryCost.toFixed()] };
  };
  async function addsUp(): Promise<void> {
    const reader = d.t.fresh.book.read('ada');
    const { cash, deposits, realizedPnl, fees } = await reader.account();
    const held = (await reader.positions()).reduce((at, { costBasis }) => at.plus(costBasis), cash);
    expect(held.toFixed()).toBe(deposits.plus(realizedPnl).minus(fees).toFixed());
    await d.t.desk.reconcile.execute();
    const checks = await reader.invariantChecks();
    expect(checks.filter(({ within, state }) => within && state === 'DIFFERS')).toEqual([]);
  }
  const bad = (field: string) => ({ code: 'BAD_USER_INPUT', detail: { field } });

  it('keeps the trade’s value, and the exits that the venue adjusted protect it', async () => {
    const id = await d.opened();
    d.split();
    await d.looks();
    const before = d.touched();
    const { fills } = (await wholeTrade(d.t.fresh.book.read('ada'), id)).orders[0]!;
    const preview = await d.previewSplit(id, [10, 1]);
    const values = Object.entries<Decimal | null>({ ...preview });
    const shown = values.map(([name, value]) => `${name} ${value?.toFixed()}`);
    expect(shown).toEqual([
      ...[
        'quantityBefore 5',
        'quantityAfter 50',
        'entryPriceBefore 1200.1',
        'entryPriceAfter 120.01',
      ],
      ...['valueBefore 6000.5', 'valueAfter 6000.5', 'stopLossAfter 115', 'takeProfitAfter 130'],
      ...['bookQuantity 50', 'venueQuantity 50'],
    ]);
    expect(await figures(id)).toMatchObject({ size: ['5', '5', '5'] });
    const trade = await d.bookSplit(id, [10, 1], { note: 'The company said so.' });
    expect(trade).toMatchObject({ status: 'OPEN', reason: null, doubt: null, mark: null });
    expect(await figures(id)).toEqual({ size: ['50', '50', '50'], cost: ['6000.5', '6000.5'] });
    expect(entryPriceOf(trade)?.toFixed()).toBe('120.01');
    const { stopLoss, takeProfit } = trade.bracket;
    expect([stopLoss?.toFixed(), takeProfit?.toFixed()]).toEqual(['115', '130']);
    await d.looks();
    expect(d.touched()).toBe(before);
    expect(await d.trade(id)).toMatchObject({ status: 'OPEN', protection: 'VENUE' });
    expect(await d.alerts()).toEqual([]);
    expect((await d.t.events(id)).at(-1)).toBe('SPLIT_BOOKED');
    const now = (await wholeTrade(d.t.fresh.book.read('ada'), id)).orders[0]!;
    expect(now.fills).toEqual(fills);
    const move = (await d.t.fresh.book.read('ada').cashMoves()).at(-1);
    expect(move?.kind === 'TRADE' && move.size.toFixed()).toBe('50');
    expect((await d.t.fresh.book.read('ada').positions())[0]?.quantity.toFixed()).toBe('50');
    await addsUp();
    expect((await d.trade(id)).status).toBe('OPEN');
  });

  it('realises nothing by itself, and a later sale realises its true result', async () => {
    const id = await d.opened();
    d.split();
    await d.looks();
    await d.bookSplit(id, [10, 1]);
    expect((await d.trade(id)).realizedPnl.toFixed()).toBe('0');
    expect(await d.t.desk.reports.dailyPnl(ADA, {})).toEqual([]);
    d.t.venue.fill(d.part('limit').id, { price: '130.00' });
    await d.t.sync(60);
    const sold = await d.trade(id);
    expect(sold).toMatchObject({ status: 'TP_HIT', phase: 'CLOSED' });
    expect(sold.realizedPnl.toFixed()).toBe('499.5');
    expect(exitPriceOf(sold)?.toFixed()).toBe('130');
    const firstStop = (await d.t.fresh.book.read('ada').firstStops([id])).get(id)!;
    const stop = firstStopNow(sold, firstStop);
    expect(stop.toFixed()).toBe('115');
    expect(riskAtEntryOf(sold, stop)?.toFixed()).toBe('250.5');
    expect(rMultipleOf(sold, stop)?.toDecimalPlaces(4).toFixed()).toBe('1.994');
    await addsUp();
  });

  it('keeps what was sold before it, and counts no exit twice', async () => {
    const id = await d.opened();
    const close = { quantity: dec(2), orderType: 'MARKET' } as const;
    await d.close(id, close);
    await d.t.sync();
    d.t.venue.fill(d.part('market').id, { price: '1250.10' });
    await d.looks(2);
    expect((await d.trade(id)).realizedPnl.toFixed()).toBe('100');
    d.split();
    await d.looks();
    const booked = await d.bookSplit(id, [10, 1]);
    expect(await figures(id)).toEqual({ size: ['30', '50', '50'], cost: ['3600.3', '6000.5'] });
    expect([booked.exitedQuantity, booked.exitFilled].map((value) => value.toFixed())).toEqual([
      '20',
      '20',
    ]);
    expect(exitPriceOf(booked)?.toFixed()).toBe('125.01');
    d.t.venue.fill(d.part('stop').id, { price: '114.90' });
    await d.t.sync(60);
    const ended = await d.trade(id);
    expect(ended).toMatchObject({ status: 'SL_HIT', phase: 'CLOSED' });
    expect(ended.realizedPnl.toFixed()).toBe('-53.3');
    await addsUp();
  });

  it('places exits again when the venue removed them', async () => {
    const id = await d.opened();
    const parent = d.t.venue.orders.at(-1)!;
    splitPosition(d.account, 'NVDA', [10, 1]);
    d.t.venue.setQuote('NVDA', { bid: 120, ask: 120.02, last: 120.01 });
    await d.t.desk.reconcile.execute();
    d.t.venue.cancelOrder(parent.id);
    await d.looks();
    expect(d.working()).toEqual([]);
    expect((await d.trade(id)).doubt?.newShares?.toFixed()).toBe('10');
    await d.bookSplit(id, [10, 1]);
    await d.looks(1);
    expect(d.working()).toEqual(['sell limit 50 at 130', 'sell stop 50 at 115']);
  });

  it('with a ratio without a finite price is still exact, on ticks', async () => {
    const id = await d.opened({
      quantity: dec(6),
      bracket: { stopLoss: dec(1151), takeProfit: dec(1300) },
    });
    d.split([3, 2]);
    await d.looks();
    const trade = await d.bookSplit(id, [3, 2]);
    expect(await figures(id)).toEqual({ size: ['9', '9', '9'], cost: ['7200.6', '7200.6'] });
    expect(trade.bracket.stopLoss?.toFixed()).toBe('767.33');
    expect(trade.bracket.takeProfit?.toFixed()).toBe('866.67');
    const before = d.touched();
    await d.looks();
    expect(d.touched()).toBe(before);
    const stop = firstStopNow(trade, dec(1151));
    expect(riskAtEntryOf(trade, stop)?.toFixed()).toBe('294.6');
  });

  it('of one for ten leaves no fraction: the odd shares are booked as paid out first', async () => {
    const id = await d.opened({ quantity: dec(15) });
    splitPosition(d.account, 'NVDA', [1, 10]);
    d.part('stop').stop = dec(11500);
    d.part('stop').quantity = dec(1);
    d.part('limit').price = dec(13000);
    d.part('limit').quantity = dec(1);
    await d.looks();
    expect((await d.trade(id)).doubt).toMatchObject({ cause: 'SPLIT' });
    const odd = d.bookSplit(id, [1, 10]);
    await expect(odd).rejects.toMatchObject(bad('input.newShares'));
    await expect(odd).rejects.toThrow('makes 1.5: book the 5 odd ones first');
    await d.review(id, { quantity: dec(5), exitPrice: dec('1201.10') });
    expect((await d.trade(id)).doubt?.oldShares?.toFixed()).toBe('10');
    const booked = await d.bookSplit(id, [1, 10]);
    expect(booked).toMatchObject({ status: 'OPEN' });
    expect(booked.realizedPnl.toFixed()).toBe('5');
    expect(entryPriceOf(booked)?.toFixed()).toBe('12001');
    await d.looks(1);
    expect(d.working()).toEqual(['sell limit 1 at 13000', 'sell stop 1 at 11500']);
    await addsUp();
  });

  it('with two trades of the symbol is booked one by one, and none opens before both are', async () => {
    const [first, second] = [await d.opened(), await d.opened()];
    d.split();
    await d.looks();
    const one = await d.bookSplit(first, [10, 1]);
    expect(one.status).toBe('NEEDS_REVIEW');
    expect(one.reason).toContain('still shows 45 more of NVDA');
    expect((await d.bookSplit(second, [10, 1])).status).toBe('OPEN');
    expect((await d.review(first, { status: 'OPEN' })).status).toBe('OPEN');
    const before = d.touched();
    await d.looks();
    expect(d.touched()).toBe(before);
    await addsUp();
  });

  it('leaves a price that the venue also changed to a person', async () => {
    const id = await d.opened();
    d.split();
    payDividend(d.account, 'NVDA', 1);
    await d.looks();
    await d.bookSplit(id, [10, 1]);
    const before = d.touched();
    await d.looks();
    expect(d.touched()).toBe(before);
    expect(d.working()).toContain('sell stop 50 at 114');
    expect((await d.alerts())[0]?.message).toContain('the stop from 115 to 114');
    expect((await d.choose(id, 'ADOPT')).bracket.stopLoss?.toFixed()).toBe('114');
  });

  it('adjusts a trailing stop and everything that it is computed from', async () => {
    const id = await d.opened({ bracket: { stopLoss: dec(1150), trailingPct: dec(5) } });
    d.t.venue.setQuote('NVDA', { bid: 1240, ask: 1240.2, last: 1240.1 });
    await d.looks();
    d.split();
    await d.looks();
    const { trail, bracket } = await d.bookSplit(id, [10, 1]);
    expect(bracket.stopLoss?.toFixed()).toBe('117.8');
    expect([trail?.best?.toFixed(), trail?.start?.toFixed()]).toEqual(['124', '115']);
    await d.looks();
    expect(d.working()).toEqual(['sell stop 50 at 117.8']);
    d.t.venue.setQuote('NVDA', { bid: 130, ask: 130.2, last: 130.1 });
    await d.looks();
    expect(d.working()).toEqual(['sell stop 50 at 123.5']);
  });

  it('is refused, naming the field, when it does not bring the book nearer to the venue', async () => {
    const id = await d.opened();
    await expect(d.bookSplit(id, [10, 1])).rejects.toMatchObject(bad('input.id'));
    d.split();
    await d.looks();
    await expect(d.bookSplit(id, [11, 1])).rejects.toMatchObject(bad('input.newShares'));
    await expect(d.bookSplit(id, [1, 5])).rejects.toMatchObject(bad('input.newShares'));
    await expect(d.bookSplit(id, [3, 3])).rejects.toMatchObject(bad('input.newShares'));
    await expect(d.bookSplit(id, [0, 1])).rejects.toMatchObject(bad('input.newShares'));
    await expect(d.bookSplit(id, [10, 1001])).rejects.toMatchObject(bad('input.oldShares'));
    d.t.venue.fail('GET /positions', { hangUp: true }, 6);
    await expect(d.previewSplit(id, [10, 1])).rejects.toMatchObject({ code: 'VENUE_UNAVAILABLE' });
    d.t.venue.heal();
    const keyed = { idempotencyKey: d.t.key(), expectedVersion: (await d.trade(id)).version };
    await d.bookSplit(id, [10, 1], keyed);
    expect((await d.bookSplit(id, [10, 1], keyed)).openQuantity.toFixed()).toBe('50');
    const other = d.bookSplit(id, [5, 1], keyed);
    await expect(other).rejects.toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' });
  });
});
