import fc from 'fast-check';
import type { Knex } from 'knex';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pricesBefore } from '../../server/adapters/database/marks/prices-before.ts';
import { priceTicks } from '../../server/adapters/database/marks/price-ticks.ts';
import { dec } from '../../server/domain/decimal.ts';
import type { TradeEventType } from '../../server/domain/trade/trade-event.ts';
import type { Trade } from '../../server/domain/trade/trade.ts';
import type { Book } from '../../server/ports/book.ts';
import type { Actor } from '../../server/ports/trading-system.ts';
import { ReadHistory } from '../../server/usecases/book/read-history.ts';
import { databases } from '../support/databases/databases.ts';
import { freshBook, type FreshBook } from '../support/databases/fresh-book.ts';
import { FakeClock, NOON } from '../support/fakes/fake-clock.ts';
import { aClosedTrade, aMark, anEvent, anOpenTrade } from '../support/values/builders.ts';
import { UNJOURNALLED } from '../support/values/unjournalled.ts';
import { plainCurve } from '../support/values/plain-curve.ts';

const after = (seconds: number) => new Date(NOON.getTime() + seconds * 1000);
const actor = (username: string): Actor => ({ username, role: 'USER', demo: false });
const END = after(100);

const step = fc.record({
  trade: fc.integer({ min: 0, max: 1 }),
  kind: fc.constantFrom('OPEN', 'MARK', 'MARK', 'CLOSE', 'DEPOSIT'),
  /** Seconds since the step before; with 0 several steps share an instant. */
  wait: fc.integer({ min: 0, max: 3 }),
  cents: fc.integer({ min: 1, max: 999 }),
  /** Quantities, one of which is no exact number of millionths. */
  quantity: fc.constantFrom('1', '0.5', '0.33333333'),
  marked: fc.boolean(),
  asks: fc.constantFrom('nobody', 'this', 'other'),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

describe.each(databases())('the equity curve on %s', (_, open) => {
  let fresh: FreshBook;
  let other: Book;
  beforeEach(async () => {
    fresh = await freshBook(['ada', 'bob'], open);
    other = fresh.another().book;
  });
  afterEach(() => fresh.close());

  const historyOf = (book: Book) => new ReadHistory({ book, clock: new FakeClock(END) });

  const store = (trade: Trade, type: TradeEventType, at: Date) =>
    fresh.book.change('ada', async (book) => {
      const before = await book.trade(trade.id);
      const next = { ...trade, version: (before?.trade.version ?? 0) + 1 };
      const event = { ...anEvent(next, type), occurredAt: at };
      await book.save(before, { trade: next, orders: [] }, [event], UNJOURNALLED);
    });
  let snapshots = 0;
  const mark = (tradeId: string, at: Date, price: string) =>
    fresh.book.writeMarks([
      {
        ...{ username: 'ada', tradeId, snapshotId: `s${(snapshots += 1)}`, kind: 'INTRADAY' },
        ...{ takenAt: at, mark: aMark({ price: dec(price) }) },
        ...{ maxFavorableExcursion: null, maxAdverseExcursion: null, excursionsComplete: true },
      },
    ]);

  async function take(each: Step, id: string, at: Date): Promise<void> {
    const { kind, cents, quantity, marked } = each;
    const price = dec(cents).div(100);
    const seen = { id, mark: marked ? aMark({ price }) : null };
    if (kind === 'DEPOSIT')
      await fresh.book.change('ada', (book) => book.deposit(price.negated(), at, 'ada'));
    else if (kind === 'MARK') await mark(id, at, price.toFixed());
    else if (kind === 'OPEN')
      await store(anOpenTrade({ ...seen, openQuantity: dec(quantity) }), 'ENTRY_FILLED', at);
    else await store(aClosedTrade(price.toFixed(), '0.35', seen), 'EXIT_FILLED', at);
  }

  /** The curve computed from all moves and all snapshots of the span. */
  async function scanned(from: Date | null) {
    const reader = fresh.book.read('ada');
    const ids = await fresh.knex('trades').where({ username: 'ada' }).pluck('id');
    const moves = await reader.cashMoves();
    const span = { from: from ?? moves[0]!.at, to: END };
    const rows = await fresh
      .knex('snapshots')
      .whereBetween('taken_at', [span.from.getTime(), END.getTime()])
      .orderBy(['taken_at', 'id']);
    const ticks = rows.map(({ trade_id: tradeId, taken_at, price }) => {
      return {
        tradeId: tradeId as string,
        at: new Date(taken_at as number),
        price: dec(price as string),
      };
    });
    const before = await pricesBefore(fresh.knex, 'ada', ids as string[], span.from);
    return plainCurve(moves, { ticks, before }, span);
  }

  it('is that of a scan of the whole book, after any history, on either server', async () => {
    const servers = { this: historyOf(fresh.book), other: historyOf(other) };
    let histories = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 16 }), async (steps) => {
        histories += 1;
        let seconds = 1;
        for (const each of steps) {
          seconds += each.wait;
          // Snapshots of one trade at one instant have no order.
          if (each.kind === 'MARK') seconds += 1;
          await take(each, `paper_${histories}_${each.trade}`, after(seconds));
          if (each.asks !== 'nobody')
            await servers[each.asks].equityCurve(actor('ada'), null, null);
        }
        for (const from of [null, after(4), after(9)]) {
          const whole = await scanned(from);
          expect(await servers.this.equityCurve(actor('ada'), from, null)).toEqual(whole);
          expect(await servers.other.equityCurve(actor('ada'), from, null)).toEqual(whole);
        }
      }),
      { numRuns: 12 },
    );
    const bob = await servers.this.equityCurve(actor('bob'), null, null);
    expect(bob.map(({ cash }) => cash.toNumber())).toEqual([100_000]);
  }, 120_000);

  it('shows a mark that no event tells of', async () => {
    await store(anOpenTrade({ id: 't' }), 'ENTRY_FILLED', after(1));
    const history = historyOf(fresh.book);
    for (const price of ['1.60', '1.70']) {
      await mark('t', after(Number(price) * 10), price);
      const points = await history.equityCurve(actor('ada'), null, null);
      expect(points.at(-1)?.equity?.toFixed()).toBe(
        dec(99_850).plus(dec(price).times(100)).toFixed(),
      );
    }
  });

  it('takes one price of each stretch of a long span, and no other user’s', async () => {
    await store(anOpenTrade({ id: 't' }), 'ENTRY_FILLED', after(1));
    for (let n = 0; n < 10; n += 1) await mark('t', after(100 + n), `1.${n}`);
    const ticks = async (username: string, span: number, to = after(999)) =>
      (await priceTicks(fresh.knex, username, ['t'], { from: after(101), to }, span)).map(
        ({ at, price }) => [at.getTime() - NOON.getTime(), price.toFixed()],
      );
    expect(await ticks('ada', 1)).toHaveLength(9);
    expect(await ticks('ada', 2 ** 40)).toEqual([[109_000, '1.9']]);
    expect(await ticks('ada', 2 ** 40, after(105))).toEqual([[105_000, '1.5']]);
    expect(await ticks('bob', 1)).toEqual([]);
  });

  it('counts more trades than a statement binds', async () => {
    await store(
      anOpenTrade({ id: 't', mark: aMark({ price: dec('1.45') }) }),
      'ENTRY_FILLED',
      after(1),
    );
    await mark('t', after(2), '1.60');
    await copied(fresh.knex, 'trades', { id: `'m' || n` });
    await copied(
      fresh.knex,
      'events',
      { trade_id: `'m' || n`, sequence: 'sequence + n' },
      `kind = 'TRADE'`,
    );
    await fresh.knex('accounts').where({ username: 'ada' }).increment('sequence', COPIES);
    const history = historyOf(fresh.book);
    const all = (COPIES + 1) * -150 + 100_000;
    for (const from of [null, after(50)]) {
      const points = await history.equityCurve(actor('ada'), from, null);
      expect(points.at(-1)?.cash.toNumber()).toBe(all);
      expect(points.at(-1)?.equity?.toNumber()).toBe(all + COPIES * 145 + 160);
    }
  }, 120_000);
});

/** More copies than the 32,766 values that SQLite binds to one statement. */
const COPIES = 33_000;

async function copied(
  knex: Knex,
  table: string,
  changed: Readonly<Record<string, string>>,
  which = 'true',
): Promise<void> {
  const columns = Object.keys((await knex(table).first()) as object);
  const values = columns.map((column) => changed[column] ?? `"${column}"`);
  await knex.raw(
    `WITH RECURSIVE copies(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM copies WHERE n < ${COPIES})
     INSERT INTO ${table} (${columns.map((column) => `"${column}"`).join()})
     SELECT ${values.join()} FROM ${table}, copies WHERE username = 'ada' AND ${which}`,
  );
}
