import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dec } from '../../server/domain/decimal.ts';
import type { TradeAggregate } from '../../server/domain/trade/trade.ts';
import type { Page } from '../../server/ports/book-page.ts';
import type { BookReader } from '../../server/ports/book.ts';
import type { MarkWrite } from '../../server/ports/mark-writes.ts';
import { aFill, aMark, anOpenTrade, anOrder, keep } from '../support/values/builders.ts';
import { databases } from '../support/databases/databases.ts';
import { NOON } from '../support/fakes/fake-clock.ts';
import { freshBook, type FreshBook } from '../support/databases/fresh-book.ts';
import { watchStatements } from '../support/databases/statements.ts';
import { writeAfter } from '../support/databases/write-between.ts';

const PAGE = { first: 50, after: null };
const ID = 'paper_trade-1';
const PART = anOrder({
  status: 'PARTIALLY_FILLED',
  quantity: dec(2),
  filledQuantity: dec(1),
  filledValue: dec('1.50'),
  fills: [aFill()],
});
const WHOLE = {
  ...PART,
  status: 'FILLED' as const,
  filledQuantity: dec(2),
  filledValue: dec(3),
  fills: [aFill(), aFill({ id: 'paper_order-1:2' })],
};

const MARKED: MarkWrite = {
  ...{ username: 'ada', tradeId: ID, snapshotId: 's1', takenAt: NOON, mark: aMark() },
  kind: 'INTRADAY',
  ...{ maxFavorableExcursion: null, maxAdverseExcursion: null, excursionsComplete: true },
};

describe.each(databases())('one read of the book on %s', (_name, open) => {
  let fresh: FreshBook;
  let kept: TradeAggregate;
  let other: FreshBook['book'];
  beforeEach(async () => {
    fresh = await freshBook(['ada'], open);
    other = fresh.another().book;
    // The other server writes, because a server does not read what it wrote itself.
    kept = await other.change('ada', (book) => keep(book, null, anOpenTrade(), [PART]));
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await fresh.close();
  });

  const reader = () => fresh.book.read('ada');
  const filled = () =>
    other.change('ada', (book) =>
      keep(book, kept, { ...kept.trade, filledQuantity: dec(2), openQuantity: dec(2) }, [WHOLE]),
    );
  const bought = (id: string) =>
    other.change('ada', (book) => keep(book, null, anOpenTrade({ id })));
  const marked = () => other.writeMarks([MARKED]);
  const alerted = () =>
    other.change('ada', (book) =>
      book.raise({ kind: 'JOB_FAILED', severity: 'WARNING', message: 'm', tradeId: null }, NOON),
    );

  it.each<[string, (from: BookReader) => Promise<Page<unknown>>, () => Promise<unknown>]>([
    ['trades', (from) => from.trades(null, {}, PAGE), () => bought('paper_trade-2')],
    ['snapshots', (from) => from.snapshots(ID, null, PAGE), marked],
    ['events', (from) => from.eventsOf(ID, PAGE), filled],
    ['log lines', (from) => from.log(PAGE), filled],
    ['alerts', (from) => from.alerts(false, PAGE), alerted],
  ])('counts the %s that its page is taken from', async (_what, read, write) => {
    writeAfter(fresh, /count\(/i, write);
    const page = await read(reader());
    expect(page.items).toHaveLength(page.totalCount);
    expect((await read(reader())).totalCount).toBe(page.totalCount + 1);
  });

  it.each<[string, (from: BookReader) => Promise<readonly (TradeAggregate | null)[]>]>([
    ['one trade', async (from) => [await from.trade(ID)]],
    ['trades by id', (from) => from.tradesById([ID])],
    ['active trades', (from) => from.activeTrades()],
    ['trades at a venue', (from) => from.tradesAtVenue()],
  ])('shows %s with its orders of the same instant', async (_what, read) => {
    writeAfter(fresh, /select \* from .?trades/i, filled);
    const [before] = await read(reader());
    expect(before?.trade.filledQuantity).toEqual(dec(1));
    expect(before?.orders[0]?.filledQuantity).toEqual(dec(1));
    expect((await read(reader()))[0]?.orders[0]?.filledQuantity).toEqual(dec(2));
  });

  it('shows orders with the fills that they had then', async () => {
    writeAfter(fresh, /from .?orders/i, filled);
    const [order] = (await reader().allOrdersOf([ID])).get(ID) ?? [];
    expect([order?.filledQuantity, order?.fills.length]).toEqual([dec(1), 1]);
  });

  it('shows orders as they stood at the version that was read, or now when there is no later one', async () => {
    const second = await bought('paper_trade-2');
    await filled();
    const asked = [
      { id: ID, version: 2 },
      { id: second.trade.id, version: 1 },
      { id: ID, version: 1 },
    ];
    const seen = watchStatements(fresh);
    const found = await reader().ordersAt(asked);
    expect(found.map(([order]) => order?.fills.length)).toEqual([2, undefined, 1]);
    const ofEvents = () => seen.filter(({ sql }) => /from .?events/i.test(sql)).length;
    expect(ofEvents()).toBeGreaterThan(0);
    seen.length = 0;
    await reader().ordersAt(asked.slice(0, 2));
    expect(ofEvents()).toBe(0);
  });

  it('shows a position with the trades that hold it', async () => {
    writeAfter(fresh, /from .?positions/i, () => bought('paper_trade-2'));
    expect(await reader().positions()).toMatchObject([{ quantity: dec(1), tradeIds: [ID] }]);
  });
});
