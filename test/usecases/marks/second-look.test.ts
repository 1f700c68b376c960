import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import type { TicketInput } from '../../../server/domain/ticket/ticket.ts';
import { TradierDesk } from '../../support/desks/tradier-desk.ts';

const NEXT_DAY = new Date('2026-03-11T15:00:00Z');
/** Exits closer together than the venue accepts, so that the desk watches them. */
const TIGHT = { stopLoss: dec('558.18'), takeProfit: dec('558.21') };

describe('a price that a split may have moved overnight', () => {
  let t: TradierDesk;
  beforeEach(async () => {
    t = await TradierDesk.start();
  });
  afterEach(() => t.close());

  /** Buys ten shares at 558.20, with a mark at that price. */
  async function opened(parts: Partial<TicketInput> = {}): Promise<string> {
    t.venue.setQuote('SPY', { bid: 558.19, ask: 558.2, last: 558.19 });
    const { id } = await t.place({
      ...{ option: null, equity: { symbol: 'SPY' }, side: 'BUY', quantity: dec(10) },
      ...{ limitPrice: dec('558.20'), bracket: TIGHT, ...parts },
    });
    t.venue.fill(t.venue.orders.at(-1)!.id, { price: '558.20' });
    await t.sync();
    await looked();
    return id;
  }
  function at(instant: Date, price: number): void {
    t.clock.set(instant);
    t.venue.now = instant;
    t.venue.setQuote('SPY', { bid: price, ask: price + 0.01, last: price });
  }
  async function looked(): Promise<void> {
    await t.desk.watchExits.execute();
    await t.desk.takeSnapshots.execute();
  }
  const trade = async (id: string) => (await t.stored(id)).trade;
  const marks = async (id: string) => {
    const page = await t.fresh.book.read('ada').snapshots(id, null, { first: 50, after: null });
    return page.items.map(({ item }) => item.price?.toFixed());
  };
  const positionLooks = () => t.venue.count('GET /positions');

  it.each([
    ['ten for one', 55.82, 100],
    ['one for ten', 5_581.85, 1],
  ])('triggers and marks nothing when the position was split %s', async (_, price, shares) => {
    const id = await opened();
    at(NEXT_DAY, price);
    t.venue.setPosition('SPY', shares, 5_582);
    await looked();
    expect(await trade(id)).toMatchObject({ status: 'OPEN', protection: 'WATCHED' });
    expect(await marks(id)).toEqual(['558.19']);
    const { maxAdverseExcursion, maxFavorableExcursion } = await trade(id);
    expect([maxAdverseExcursion?.toFixed(), maxFavorableExcursion?.toFixed()]).toEqual([
      ...['-0.01', '0'],
    ]);
    const { gaps } = await t.fresh.book.read('ada').completeness('2026-03-11');
    expect(gaps.map(({ cause }) => cause)).toEqual(['the price may be of another basis']);
    await t.desk.reconcile.execute();
    expect((await trade(id)).status).toBe('NEEDS_REVIEW');
    expect(t.venue.count('POST /orders')).toBe(1);
  });

  it('triggers at once when the account holds what the book does: the market fell', async () => {
    const id = await opened();
    at(NEXT_DAY, 300);
    await looked();
    expect((await trade(id)).status).toBe('CLOSING');
    expect(await marks(id)).toEqual(['300', '558.19']);
  });

  it('needs no second look within the same day', async () => {
    const id = await opened();
    const before = positionLooks();
    at(new Date('2026-03-10T19:00:00Z'), 300);
    await t.desk.takeSnapshots.execute();
    expect(await marks(id)).toEqual(['300', '558.19']);
    expect(positionLooks()).toBe(before);
    await t.desk.watchExits.execute();
    expect((await trade(id)).status).toBe('CLOSING');
  });

  it('waits for an account that does not answer, raises an alert, and asks every 30 s', async () => {
    const id = await opened();
    at(NEXT_DAY, 300);
    t.venue.fail('GET /positions', { status: 503, text: 'down' }, 100);
    const before = positionLooks();
    for (let passed = 0; passed < 90; passed += 5) {
      at(new Date(NEXT_DAY.getTime() + passed * 1000), 300);
      await t.desk.watchExits.execute();
    }
    // Each look is tried three times.
    expect(positionLooks() - before).toBe(9);
    expect((await trade(id)).status).toBe('OPEN');
    expect(await t.alerts()).toContain('WATCH_BLIND');
    t.venue.heal();
    at(new Date(NEXT_DAY.getTime() + 90_000), 300);
    await looked();
    expect((await trade(id)).status).toBe('CLOSING');
  });

  it('moves no trailing stop', async () => {
    const id = await opened({ bracket: { trailingPct: dec(1) } });
    at(NEXT_DAY, 5_581.85);
    t.venue.setPosition('SPY', 1, 5_582);
    await looked();
    expect((await trade(id)).trail?.best?.toFixed()).toBe('558.19');
  });
});
