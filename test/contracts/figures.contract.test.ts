import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  keptFigures,
  SqlFiguresReader,
} from '../../server/adapters/database/figures/sql-figures.ts';
import { actingFor } from '../../server/adapters/database/sql/dialect.ts';
import { ReadStats } from '../../server/usecases/book/read-stats.ts';
import { dec } from '../../server/domain/decimal.ts';
import type { StatsDimension } from '../../server/domain/statistics/segment-keys.ts';
import type { TradeFilter } from '../../server/ports/book-page.ts';
import type { Actor } from '../../server/ports/trading-system.ts';
import { databases } from '../support/databases/databases.ts';
import { freshBook, type FreshBook } from '../support/databases/fresh-book.ts';
import { NOON } from '../support/fakes/fake-clock.ts';
import { aFill, aMark, anOrder, keep } from '../support/values/builders.ts';
import { at, parts, step, tradeOf, type Step } from '../support/values/any-history.ts';
import { daysOf, qualityOf, statsOf } from '../support/values/figures-of.ts';

const EVERY: Record<StatsDimension, true> = {
  ...{ STRATEGY: true, SCANNER: true, UNDERLYING: true, ASSET_CLASS: true, SIDE: true },
  ...{ DTE: true, DELTA: true, IV_RANK: true, HOUR: true, WEEKDAY: true, MONTH: true },
  ...{ REGIME: true, CLOSE_REASON: true, AI_MODEL: true, AI_VERDICT: true, TAG: true },
};
const DIMENSIONS = Object.keys(EVERY) as StatsDimension[];
const actor = (username: string): Actor => ({ username, role: 'USER', demo: false });

const FILTERS: readonly TradeFilter[] = [
  {},
  ...[
    { outcome: 'WIN' as const },
    { outcome: 'SCRATCH' as const },
    { assetClass: 'EQUITY' as const },
  ],
  ...[{ symbol: 'spy 260327C00560000' }, { underlying: 'aapl' }, { underlying: 'QQQ' }],
  ...[{ aiModel: 'm1' }, { strategy: 'breakout', tag: 'ü' }, { tag: 'none' }, { status: [] }],
  { status: ['MANUAL_CLOSE' as const, 'TP_HIT' as const] },
  { openedFrom: at(-4_000), openedTo: at(-100) },
  { closedFrom: at(20), closedTo: at(60) },
  ...[{ text: 'BREAK' }, { text: 'a_b%' }, { text: '' }],
];

describe.each(databases())('figures from columns on %s', (_, open) => {
  let fresh: FreshBook;
  let other: FreshBook['book'];
  beforeEach(async () => {
    fresh = await freshBook(['ada', 'bob'], open);
    other = fresh.another().book;
  });
  afterEach(() => fresh.close());

  /** Stores a step as a change with one event; earlier fills stay, and only FILL adds one. */
  async function take({ kind, parts: drawn }: Step, id: string) {
    await fresh.book.change('ada', async (book) => {
      const before = await book.trade(id);
      const phase = kind === 'OPEN' || (kind === 'ANNOTATE' && before?.trade.phase === 'OPEN');
      const drawnTrade = tradeOf(id, phase ? 'OPEN' : 'CLOSED', drawn);
      const { tags, notes } = drawn;
      const next = kind === 'ANNOTATE' && before ? { ...before.trade, tags, notes } : drawnTrade;
      const fill = (n: number) => aFill({ id: `${id}:${n}`, orderId: id, price: dec('1.55') });
      const held = before?.orders[0]?.fills ?? [];
      const fills = kind === 'FILL' || held.length === 0 ? [...held, fill(held.length)] : held;
      await keep(book, before, next, [
        anOrder({ id, tradeId: id, tag: id, status: 'FILLED', fills }),
      ]);
    });
  }

  /** The same figures computed from whole trades, of those that the database says match. */
  async function scanned(username: string, filter: TradeFilter) {
    const reader = fresh.book.read(username);
    const closed = await reader.closedTrades(filter);
    const fills = await Promise.all(closed.map(({ id }) => reader.fillsSeenOf(id)));
    const page = await reader.trades(null, filter, { first: 100, after: null });
    const ids = new Set(page.items.map(({ item }) => item.id));
    const dates = await fresh.knex('realised_days').distinct('date').orderBy('date').pluck('date');
    const days = await Promise.all(dates.map((date: string) => reader.realisedOn(date)));
    return {
      stats: statsOf(closed, DIMENSIONS),
      days: daysOf(days.flat().filter(({ tradeId }) => ids.has(tradeId))),
      quality: qualityOf(fills.flat()),
    };
  }

  async function asked(figures: ReadStats, username: string, filter: TradeFilter) {
    return {
      stats: await figures.stats(actor(username), filter, DIMENSIONS),
      days: await figures.dailyPnl(actor(username), filter),
      quality: await figures.fillQuality(actor(username), filter),
    };
  }

  it('are those of a scan of the whole book, after any history, on either server', async () => {
    const servers = { this: new ReadStats(fresh.book), other: new ReadStats(other) };
    let histories = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        histories += 1;
        for (const each of steps) {
          await take(each, `paper_${histories}_${each.trade}`);
          const { asks } = each;
          if (asks !== 'nobody') await asked(servers[asks], 'ada', {});
        }
        for (const filter of FILTERS) {
          const whole = await scanned('ada', filter);
          expect(await asked(servers.this, 'ada', filter)).toEqual(whole);
          expect(await asked(servers.other, 'ada', filter)).toEqual(whole);
        }
      }),
      { numRuns: 6 },
    );
  }, 120_000);

  it('of a stranger are a stranger’s, at the same place of the log', async () => {
    const figures = new ReadStats(fresh.book);
    const [drawn] = fc.sample(parts, { numRuns: 1, seed: 7 });
    const trade = (id: string) => tradeOf(id, 'CLOSED', drawn!);
    await fresh.book.change('ada', (book) => keep(book, null, trade('paper_a')));
    const before = await asked(figures, 'ada', {});
    expect(before.stats.trades).toBe(1);
    expect((await asked(figures, 'bob', {})).stats.trades).toBe(0);
    const theirs = { ...trade('paper_b'), username: 'bob' };
    await fresh.book.change('bob', (book) => keep(book, null, theirs));
    await fresh.book.change('bob', (book) => keep(book, null, { ...theirs, id: 'paper_c' }));
    await fresh.book.change('ada', (book) => book.setKillSwitch('OFF', NOON, 'ada'));
    const sequences = await fresh.knex('accounts').pluck('sequence');
    expect(new Set(sequences).size).toBe(1);
    expect((await asked(figures, 'bob', {})).stats.trades).toBe(2);
    expect(await asked(figures, 'ada', {})).toEqual(before);
  });

  it('are not those of a log that a backup has replaced', async () => {
    const figures = new ReadStats(fresh.book);
    const [drawn] = fc.sample(parts, { numRuns: 1, seed: 7 });
    const trade = (id: string) => tradeOf(id, 'CLOSED', drawn!);
    await fresh.book.change('ada', (book) => keep(book, null, trade('paper_a')));
    const { sequence, hash } = await fresh.book.read('ada').account();
    await fresh.book.change('ada', (book) => keep(book, null, trade('paper_b')));
    expect((await asked(figures, 'ada', {})).stats.trades).toBe(2);
    await fresh.knex('events').where({ username: 'ada' }).where('sequence', '>', sequence).delete();
    for (const table of ['realised_days', 'decision_journal'])
      await fresh.knex(table).where({ trade_id: 'paper_b' }).delete();
    await fresh.knex('trades').where({ id: 'paper_b' }).delete();
    await fresh.knex('accounts').where({ username: 'ada' }).update({ sequence, hash });
    const others = { ...trade('paper_c'), tags: ['another history'] };
    for (const id of ['paper_c', 'paper_d', 'paper_e'])
      await fresh.book.change('ada', (book) => keep(book, null, { ...others, id }));
    expect(await asked(figures, 'ada', {})).toEqual(await scanned('ada', {}));
  });

  it('are not moved by a bookend that comes after its trade has closed', async () => {
    const figures = new ReadStats(fresh.book);
    const [step1] = fc.sample(step, { numRuns: 1, seed: 7 });
    await take({ ...step1!, kind: 'CLOSE' }, 't');
    const before = await asked(figures, 'ada', {});
    const [date, kind] = ['2026-03-06', 'POST_CLOSE'] as const;
    const snapshot = { id: 's', mark: aMark({ bid: dec(1), ask: dec(3), sourceTime: at(-0.1) }) };
    await fresh.book.writeBookends([
      {
        ...{ username: 'ada', tradeId: 't', kind, date, due: at(0), at: at(0) },
        cause: null,
        snapshot,
      },
    ]);
    expect(await fresh.book.bookends([date])).toEqual([
      { tradeId: 't', kind, date, cause: 'trade closed' },
    ]);
    expect(await fresh.knex('snapshots').pluck('id')).toEqual([]);
    expect(await asked(figures, 'ada', {})).toEqual(before);
    expect(await scanned('ada', {})).toEqual(before);
  });

  it('leave memory when it is full, and are the same without it', async () => {
    const [drawn] = fc.sample(parts, { numRuns: 1, seed: 7 });
    await fresh.book.change('ada', (book) => keep(book, null, tradeOf('t', 'CLOSED', drawn!)));
    const reads = async (mostBytes: number) => {
      const kept = keptFigures(mostBytes);
      const read = async (username: string) => {
        const knex = actingFor(fresh.knex, { username });
        return (await new SqlFiguresReader(knex, username, kept).columns('closed')).columns;
      };
      return [await read('ada'), await read('ada'), await read('bob'), await read('ada')] as const;
    };
    const [first, again, , last] = await reads(1e6);
    expect([again === first, last === first]).toEqual([true, true]);
    const [one, two] = await reads(1);
    expect(two).not.toBe(one);
    expect(two.rows).toEqual(first.rows);
    // There is room for one user only.
    const [kept, still, , gone] = await reads(first.rows.bytes + 5_000);
    expect([still === kept, gone === kept]).toEqual([true, false]);
  });
});
