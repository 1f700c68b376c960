import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { SPY_CALL } from '../../support/values/builders.ts';
import { TradierDesk } from '../../support/desks/tradier-desk.ts';
import { MAINTENANCE } from '../../venues/wire-server.ts';

const NEXT_DAY = new Date('2026-03-11T15:00:00Z');
const NOTHING = 'The venue’s history says nothing about it yet.';

/** The venue writes its statement at night: on the day itself it shows nothing. */
describe('a position that changed at the venue without the desk', () => {
  let t: TradierDesk;
  beforeEach(async () => {
    t = await TradierDesk.start(undefined, { quirks: { statement: 'kept' } });
  });
  afterEach(() => t.close());

  const statement = () => t.venue.account.statement;
  const trade = async (id: string) => (await t.stored(id)).trade;
  const messages = async () => {
    const page = await t.fresh.book.read('ada').alerts(true, { first: 100, after: null });
    return page.items.map(({ item }) => item.message);
  };

  async function opened(): Promise<string> {
    const { id } = await t.place();
    t.venue.fill(t.legs()[0]!, { price: '1.50' });
    await t.sync();
    return id;
  }

  function nightPasses(): void {
    t.clock.set(NEXT_DAY);
    t.venue.now = NEXT_DAY;
  }

  it('is reported at once, and again with the statement once that is written', async () => {
    const id = await opened();
    t.venue.account.endPosition(SPY_CALL.symbol, 'assignment', dec('-1.5'));
    await t.desk.reconcile.execute();
    expect(await trade(id)).toMatchObject({ status: 'NEEDS_REVIEW' });
    expect((await trade(id)).reason).toMatch(new RegExp(`somebody else changed it. ${NOTHING}$`));
    const asked = t.venue.count('GET /history');
    expect([asked, t.venue.count('GET /gainloss')]).toEqual([1, 1]);
    await t.desk.reconcile.execute();
    expect(t.venue.count('GET /history'), 'not asked at every turn').toBe(asked);

    nightPasses();
    await t.desk.reconcile.execute();
    const history = 'The venue’s history: 2026-03-10 assignment of -3.';
    expect((await trade(id)).reason).toBe(
      `The venue holds 0 of ${SPY_CALL.symbol}, this book 3: somebody else changed it. ${history}`,
    );
    expect(await messages()).toEqual([(await trade(id)).reason]);
    expect(t.venue.count('GET /history')).toBe(asked + 1);
    const { version } = await trade(id);
    t.clock.advance(7_200_000);
    await t.desk.reconcile.execute();
    expect(t.venue.count('GET /history'), 'not asked once it is known').toBe(asked + 1);
    expect((await trade(id)).version).toBe(version);
  });

  it('is reported with the result of somebody else’s order, without our own fills', async () => {
    const id = await opened();
    statement().trade(SPY_CALL.symbol, dec(-2), dec('1.75'), dec(350));
    statement().close(SPY_CALL.symbol, { quantity: 2, cost: 300, proceeds: 350 });
    t.venue.setPosition(SPY_CALL.symbol, 1, 150);
    nightPasses();
    await t.desk.reconcile.execute();
    expect((await trade(id)).reason).toContain(
      'The venue’s history: 2026-03-10 trade of -2 at 1.75; 2026-03-10 closed 2, gain 50.00.',
    );
    expect((await trade(id)).reason).not.toContain('+3');
  });

  it('is looked up for two contracts in one request, and kept apart', async () => {
    const other = 'SPY260327P00550000';
    t.venue.setQuote(other, { bid: 1.45, ask: 1.55, last: 1.5 });
    const first = await opened();
    const { id } = await t.place({ option: { symbol: other }, bracket: null });
    t.venue.fill(t.venue.orders.at(-1)!.id, { price: '1.50' });
    await t.sync();
    statement().trade(SPY_CALL.symbol, dec(-3), dec('1.10'), dec(330));
    t.venue.setPosition(SPY_CALL.symbol, 0);
    t.venue.setPosition(other, 0);
    nightPasses();
    await t.desk.reconcile.execute();
    expect((await trade(first)).reason).toContain('trade of -3 at 1.1.');
    expect((await trade(id)).reason).toContain(NOTHING);
    expect(t.venue.count('GET /history')).toBe(1);
  });

  it.each([
    ['does not answer', () => t.venue.fail('GET /history', MAINTENANCE, 3), NOTHING],
    [
      'contains nonsense',
      () => (statement().historyAnswer = () => ({ json: { history: { event: [null, 7, {}] } } })),
      NOTHING,
    ],
    ['is not JSON', () => (statement().historyAnswer = () => ({ text: '<html>' })), NOTHING],
    [
      'does not exist',
      () => (t.venue.quirks.statement = 'refused'),
      'The venue keeps no history of this account.',
    ],
  ])('is still reported when the statement %s', async (_, misfortune, words) => {
    const id = await opened();
    t.venue.setPosition(SPY_CALL.symbol, 0);
    nightPasses();
    misfortune();
    await t.desk.reconcile.execute();
    expect((await trade(id)).status).toBe('NEEDS_REVIEW');
    expect((await trade(id)).reason?.endsWith(words)).toBe(true);
  });

  it('is reported with its origin when it is an external position', async () => {
    await opened();
    statement().trade('AAPL', dec(10), dec(235), dec(-2350));
    t.venue.setPosition('AAPL', 10, 2350);
    nightPasses();
    await t.desk.reconcile.execute();
    await t.desk.reconcile.execute();
    expect(await messages()).toEqual([
      'The account TRADIER_SANDBOX VA00000001 holds AAPL, which no trade of this book does. The venue’s history: 2026-03-10 trade of +10 at 235.',
    ]);
    expect(t.venue.count('GET /history')).toBe(1);
  });
});
