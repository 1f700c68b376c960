import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec, sum } from '../../../server/domain/decimal.ts';
import { settlementInstant } from '../../../server/domain/instrument/last-trading.ts';
import { parseOccSymbol } from '../../../server/domain/instrument/occ-symbol.ts';
import { CrashAt } from '../../support/desks/crash-at.ts';
import { ADA, TradierDesk } from '../../support/desks/tradier-desk.ts';
import { VenueAdversary } from '../../support/desks/venue-adversary.ts';

const EXPIRY = '2026-03-27';
const CALL = 'SPY260327C00560000';

/** Tradier reports an exercise only in the next day's statement, and in the sandbox never. */
describe('expiry at a venue that only shows its positions', () => {
  let t: TradierDesk;
  let venue: VenueAdversary;
  beforeEach(async () => {
    t = await TradierDesk.start();
    venue = new VenueAdversary(t);
  });
  afterEach(() => t.close());

  const settle = () => t.desk.settleExpiry.execute();
  const trade = async (id: string) => (await t.stored(id)).trade;
  const reader = () => t.fresh.book.read('ada');

  function itIs(at: string): void {
    t.clock.set(new Date(at));
    t.venue.now = new Date(at);
  }

  async function opened(quantity = 1): Promise<string> {
    const { id } = await t.place({ quantity: dec(quantity) });
    venue.act({ kind: 'fill', part: 'entry', quantity });
    await t.sync();
    return id;
  }

  /** Settles a call in the money by 11 dollars, on the evening of its last day; returns the trade's id. */
  async function settled(quantity = 1): Promise<string> {
    const id = await opened(quantity);
    t.venue.setClose('SPY', EXPIRY, 571);
    itIs('2026-03-27T21:00:00Z');
    await settle();
    t.venue.setPosition(CALL, 0);
    return id;
  }

  async function checkMoney(): Promise<void> {
    const { cash, deposits, realizedPnl, fees } = await reader().account();
    const atCost = sum((await reader().positions()).map((position) => position.costBasis));
    expect(cash.plus(atCost).toFixed()).toBe(deposits.plus(realizedPnl).minus(fees).toFixed());
  }

  it('settles the contract by the close, and books its shares once the account shows them', async () => {
    const id = await settled();
    expect((await trade(id)).settlement).toMatchObject({ delivery: 'AWAITED' });
    expect((await trade(id)).settlement!.shares?.toFixed()).toBe('100');
    expect(await reader().positions()).toEqual([]);
    t.venue.setPosition('SPY', 100, 56_000);
    await t.desk.reconcile.execute();
    await t.desk.reconcile.execute();
    await settle();
    await settle();
    const option = await trade(id);
    expect(option).toMatchObject({ status: 'EXPIRED_ITM', settlement: { delivery: 'DELIVERED' } });
    const shares = await trade(option.deliveredTo[0]!);
    expect(shares).toMatchObject({ deliveredFrom: id, status: 'OPEN', side: 'BUY' });
    // The call was settled at 11 and the shares bought at 571: together that is the strike.
    expect(shares.cashFlow.plus(1100).toFixed()).toBe('-56000');
    await t.desk.reconcile.execute();
    await t.desk.reconcile.execute();
    expect(await t.alerts()).not.toContain('FOREIGN_CHANGE');
    expect(await t.alerts()).not.toContain('NEEDS_REVIEW');
    await checkMoney();
  });

  it('asks a person when the shares are missing at the next close, and takes the settlement with a note', async () => {
    const id = await settled();
    itIs('2026-03-30T19:59:00Z');
    await settle();
    expect(await trade(id)).toMatchObject({ settlement: { delivery: 'AWAITED' } });
    itIs('2026-03-30T20:00:00Z');
    await settle();
    const doubted = await trade(id);
    expect(doubted).toMatchObject({ status: 'NEEDS_REVIEW', phase: 'CLOSED' });
    expect(doubted.reason).toBe(
      `+100 SPY were due for ${CALL}; on the next exchange day TRADIER_SANDBOX VA00000001 holds 0 of it, this book 0.`,
    );
    expect(await t.alerts()).toContain('NEEDS_REVIEW');
    const { cash } = await reader().account();

    const resolution = {
      status: 'EXPIRED_ITM',
      exitPrice: null,
      note: 'It exercises nothing.',
    } as const;
    const word = { id, expectedVersion: doubted.version, resolution };
    await t.desk.care.review(ADA, word);
    await expect(t.desk.care.review(ADA, word)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await trade(id)).toMatchObject({
      status: 'EXPIRED_ITM',
      reason: 'It exercises nothing.',
    });
    expect((await reader().account()).cash.toFixed()).toBe(cash.toFixed());
    expect(await t.alerts()).not.toContain('NEEDS_REVIEW');
    await settle();
    expect((await trade(id)).settlement?.delivery).toBe('MISSING');
    await checkMoney();
  });

  it('treats shares that nobody could pay for as closed out', async () => {
    const { settlement } = await trade(await settled(3));
    expect(settlement).toMatchObject({ delivery: 'CLOSED_OUT', shares: null });
  });

  it('treats shares already in the account as delivered, though they left no buying power', async () => {
    const id = await opened();
    t.venue.setClose('SPY', EXPIRY, 571);
    t.venue.setPosition(CALL, 0);
    t.venue.setPosition('SPY', 100, 56_000);
    t.venue.account.cash = dec(44_000);
    itIs('2026-03-28T12:00:00Z');
    await settle();
    const { settlement, deliveredTo } = await trade(id);
    expect(settlement).toMatchObject({ delivery: 'DELIVERED' });
    expect((await trade(deliveredTo[0]!)).openQuantity.toFixed()).toBe('100');
    await checkMoney();
  });

  it('does not claim shares that another trade waits for', async () => {
    const first = await opened();
    const second = await opened();
    t.venue.setClose('SPY', EXPIRY, 571);
    t.venue.setPosition(CALL, 0);
    t.venue.setPosition('SPY', 100, 56_000);
    t.venue.account.cash = dec(44_000);
    itIs('2026-03-28T12:00:00Z');
    await settle();
    const deliveries = [await trade(first), await trade(second)].map(
      ({ settlement }) => settlement?.delivery,
    );
    expect(deliveries.sort()).toEqual(['CLOSED_OUT', 'DELIVERED']);
    await checkMoney();
  });

  it('books awaited shares once, wherever the desk is killed', async () => {
    const id = await settled();
    t.venue.setPosition('SPY', 100, 56_000);
    for (let step = 1, crashed = true; crashed; step += 1) {
      const crash = new CrashAt(step);
      t.restart(crash.through);
      await settle().catch(() => undefined);
      await checkMoney();
      crashed = crash.happened;
    }
    expect((await trade(id)).deliveredTo).toHaveLength(1);
    expect((await reader().positions()).map(({ quantity }) => quantity.toFixed())).toEqual(['100']);
  });

  it.each([
    ['SPXW260320C05600000', '2026-03-20T20:00:30Z', 'EXPIRED_ITM', 'CASH'],
    ['SPX260320C05600000', '2026-03-20T14:00:00Z', 'NEEDS_REVIEW', null],
  ])('moves no shares for %s, an index option', async (symbol, at, status, delivery) => {
    t.venue.setQuote(symbol, { bid: 1.45, ask: 1.55 });
    const { id } = await t.place({ option: { symbol }, bracket: null, quantity: dec(1) });
    const order = t.venue.orders.at(-1)!;
    t.venue.fill(order.id, { price: '1.50' });
    await t.sync();
    t.venue.setClose('SPX', '2026-03-20', 5_610);
    itIs('2026-03-19T20:16:00Z');
    await settle();
    expect((await trade(id)).status).toBe('OPEN');
    itIs(at);
    if (status === 'EXPIRED_ITM') itIs('2026-03-20T21:00:00Z');
    await settle();
    await settle();
    const ended = await trade(id);
    expect([ended.status, ended.settlement?.delivery ?? null]).toEqual([status, delivery]);
    if (status === 'NEEDS_REVIEW') {
      expect(ended.reason).toContain('opening settlement value of SPX on 2026-03-20');
      itIs('2026-03-20T21:00:00Z');
      await settle();
      const resolution = {
        status: 'EXPIRED_ITM',
        exitPrice: dec('7.31'),
        note: 'SET 5607.31',
      } as const;
      await t.desk.care.review(ADA, { id, expectedVersion: ended.version, resolution });
      expect((await trade(id)).realizedPnl.toFixed()).toBe('581');
    }
    expect(await reader().positions()).toEqual([]);
    await checkMoney();
  });

  it('sends nothing for an AM-settled contract on the morning of its expiration', async () => {
    const symbol = 'SPX260320C05600000';
    t.venue.setQuote(symbol, { bid: 1.45, ask: 1.55 });
    const { id } = await t.place({ option: { symbol }, bracket: null, quantity: dec(1) });
    t.venue.fill(t.venue.orders.at(-1)!.id, { price: '1.50' });
    await t.sync();
    const close = async () => {
      const at = { id, expectedVersion: (await trade(id)).version, idempotencyKey: t.key() };
      const limit = { ...at, orderType: 'LIMIT', limitPrice: dec('1.50') } as const;
      return t.desk.trading.executeOrder(ADA, { close: limit });
    };
    itIs('2026-03-20T13:29:00Z');
    await expect(close()).rejects.toMatchObject({ code: 'MARKET_CLOSED' });
    const key = { idempotencyKey: t.key(), quantity: dec(1), bracket: null };
    await expect(t.place({ ...key, option: { symbol } })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      detail: { field: 'input.option.expiration' },
    });
    expect(settlementInstant(parseOccSymbol(symbol)!)).toEqual(new Date('2026-03-20T13:30:00Z'));
  });

  it('refuses an entry into an adjusted contract, whose symbol does not show what it delivers', async () => {
    const option = { symbol: 'AAPL1260327C00190000' };
    await expect(t.place({ option })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(t.venue.count('POST /orders')).toBe(0);
  });

  it('reports an early assignment with the account’s holdings', async () => {
    t.venue.setQuote('SPY260327P00560000', { bid: 1.45, ask: 1.55 });
    const { id } = await t.place({
      ...{ side: 'SELL_TO_OPEN', option: { symbol: 'SPY260327P00560000' }, quantity: dec(1) },
      ...{ bracket: null, limitPrice: dec('1.50') },
    });
    t.venue.fill(t.venue.orders.at(-1)!.id, { price: '1.50' });
    await t.sync();
    await t.desk.reconcile.execute();
    expect((await trade(id)).status).toBe('OPEN');
    t.venue.setPosition('SPY260327P00560000', 0);
    t.venue.setPosition('SPY', 100, 56_000);
    await t.desk.reconcile.execute();
    const doubted = await trade(id);
    expect(doubted.status).toBe('NEEDS_REVIEW');
    expect(doubted.reason).toContain('assigned early');
    expect(doubted.reason).toContain('100 SPY');
  });

  it('reports a contract that was adjusted while it was held', async () => {
    const id = await opened();
    t.venue.setPosition(CALL, 0);
    t.venue.setPosition('SPY1260327C00560000', 1, 150);
    await t.desk.reconcile.execute();
    expect((await trade(id)).reason).toContain('SPY1260327C00560000');
    expect((await trade(id)).status).toBe('NEEDS_REVIEW');
  });
});
