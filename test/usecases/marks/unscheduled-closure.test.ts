import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SPY_CALL } from '../../support/values/builders.ts';
import { ADA, TradierDesk } from '../../support/desks/tradier-desk.ts';

const CLOSED = '2026-03-11';

describe('a closure that our calendar does not know', () => {
  let t: TradierDesk;
  beforeEach(async () => {
    t = await TradierDesk.start();
    t.venue.setDay(CLOSED, 'closed');
  });
  afterEach(() => t.close());

  function itIs(at: string): void {
    t.clock.set(new Date(at));
    t.venue.now = new Date(at);
    t.quote(1.45, 1.55);
  }

  async function opened(symbol = SPY_CALL.symbol): Promise<string> {
    t.venue.setQuote(symbol, { bid: 1.45, ask: 1.55, last: 1.5 });
    const { id } = await t.place({ option: { symbol }, bracket: null });
    t.venue.fill(t.venue.orders.at(-1)!.id, { price: '1.50' });
    await t.sync();
    return id;
  }

  const bookends = async () =>
    (await t.fresh.book.bookends(['2026-03-10', CLOSED, '2026-03-12'])).map(
      ({ date, kind }) => `${date} ${kind}`,
    );
  const owed = async (date: string) => (await t.fresh.book.read('ada').completeness(date)).expected;

  it('refuses market orders, and lets a limit order wait', async () => {
    itIs(`${CLOSED}T15:00:00Z`);
    const market = { orderType: 'MARKET', limitPrice: null, bracket: null } as const;
    await expect(t.place(market)).rejects.toMatchObject({ code: 'MARKET_CLOSED' });
    expect((await t.place()).status).toBe('PENDING');
    const { marketSession, sessionSource } = await t.desk.account.status(ADA);
    expect([marketSession, sessionSource]).toEqual([
      'CLOSED',
      'Tradier’s clock (the desk’s calendar has a regular session now)',
    ]);
  });

  it('requires no marks and no bookends until the next day', async () => {
    await opened();
    await t.desk.takeBookends.execute();
    for (const time of ['13:26', '15:00', '20:06']) {
      itIs(`${CLOSED}T${time}:00Z`);
      await t.desk.takeSnapshots.execute(40);
      await t.desk.takeBookends.execute();
    }
    expect(await owed(CLOSED)).toBe(0);
    expect((await bookends()).filter((each) => each.startsWith(CLOSED))).toEqual([]);
    itIs('2026-03-12T13:26:00Z');
    await t.desk.takeBookends.execute();
    expect(await bookends()).toContain('2026-03-12 PRE_MARKET');
  });

  it('is no gap in the ledger of a desk that was not running', async () => {
    await opened();
    await t.desk.takeSnapshots.execute(300);
    itIs('2026-03-12T01:00:00Z');
    t.restart();
    await t.desk.takeSnapshots.execute(300);
    expect(await owed(CLOSED)).toBe(0);
    expect(await owed('2026-03-10')).toBeGreaterThan(40);
  });

  it('leaves a contract that expires then to a person, because that day never gets a close', async () => {
    const id = await opened('SPY260311C00560000');
    t.venue.setClose('SPY', '2026-03-10', 561);
    itIs('2026-03-11T21:00:00Z');
    await t.desk.settleExpiry.execute();
    expect((await t.stored(id)).trade.status).toBe('OPEN');
    itIs('2026-03-16T15:00:00Z');
    await t.desk.settleExpiry.execute();
    const { status, reason } = (await t.stored(id)).trade;
    expect(status).toBe('NEEDS_REVIEW');
    expect(reason).toContain('No official close of SPY on 2026-03-11 is known');
  });
});
