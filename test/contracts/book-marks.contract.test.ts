import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tradeToRow } from '../../server/adapters/database/trades/trade-to-row.ts';
import { dec } from '../../server/domain/decimal.ts';
import type { Trade } from '../../server/domain/trade/trade.ts';
import type { MarkWrite } from '../../server/ports/mark-writes.ts';
import { aClosedTrade, aMark, anOpenTrade, keep } from '../support/values/builders.ts';
import { databases } from '../support/databases/databases.ts';
import { NOON } from '../support/fakes/fake-clock.ts';
import { freshBook, type FreshBook } from '../support/databases/fresh-book.ts';

const DATE = '2026-03-10';
const later = (seconds: number): Date => new Date(NOON.getTime() + seconds * 1000);

function aWrite(tradeId: string, parts: Partial<MarkWrite> = {}): MarkWrite {
  return {
    username: 'ada',
    tradeId,
    snapshotId: `s-${tradeId}`,
    kind: 'INTRADAY',
    takenAt: NOON,
    mark: aMark({ bid: dec('1.40'), delta: 0.123456789012, delayed: true, source: `it's "x"` }),
    maxFavorableExcursion: dec('0.30'),
    maxAdverseExcursion: null,
    excursionsComplete: false,
    ...parts,
  };
}

describe.each(databases())('marks in the book on %s', (_, open) => {
  let fresh: FreshBook;
  beforeEach(async () => void (fresh = await freshBook(['ada', 'bob'], open)));
  afterEach(() => fresh.close());

  const ada = () => fresh.book.read('ada');
  const keepOpen = (id: string) =>
    fresh.book.change('ada', (book) => keep(book, null, anOpenTrade({ id })));

  it('are stored on the trade and in its history, without an event', async () => {
    const kept = await keepOpen('t1');
    fresh.feed.wakes.length = 0;
    const write = aWrite('t1');
    await fresh.book.writeMarks([write]);
    expect((await ada().trade('t1'))?.trade).toEqual({
      ...kept.trade,
      mark: write.mark,
      maxFavorableExcursion: dec('0.3'),
      maxAdverseExcursion: null,
      excursionsComplete: false,
    });
    const { items } = await ada().snapshots('t1', 'INTRADAY', { first: 5, after: null });
    const { snapshotId: id, tradeId, kind, takenAt, mark } = write;
    expect(items.map(({ item }) => item)).toEqual([{ ...mark, id, tradeId, kind, takenAt }]);
    expect((await ada().snapshots('t1', 'POST_CLOSE', { first: 5, after: null })).totalCount).toBe(
      0,
    );
    expect(
      (await fresh.book.read('bob').snapshots('t1', null, { first: 5, after: null })).items,
    ).toEqual([]);
    expect(fresh.feed.wakes).toEqual([
      { mode: 'PAPER', username: 'ada', marked: ['t1'], alerts: [] },
    ]);
  });

  it("are dropped when the trade closed meanwhile or is another user's", async () => {
    const kept = await keepOpen('t1');
    await keepOpen('t2');
    await fresh.book.writeMarks([aWrite('t1')]);
    await fresh.book.change('ada', async (book) => {
      const now = (await book.trade('t1'))!;
      await keep(book, now, { ...aClosedTrade('200', '1', { id: 't1' }), mark: now.trade.mark });
    });
    const late = { snapshotId: 's2', mark: aMark({ bid: dec(9) }) };
    await fresh.book.writeMarks([
      aWrite('t1', late),
      aWrite('t2', { username: 'bob', snapshotId: 's3' }),
    ]);
    expect((await ada().trade('t1'))?.trade.mark).toEqual(aWrite('t1').mark);
    expect((await ada().trade('t2'))?.trade.mark).toBeNull();
    expect(await fresh.knex('snapshots').pluck('id')).toEqual(['s-t1']);
    expect(kept.trade.mark).toBeNull();
  });

  it('are not undone by a change that was decided on an older one', async () => {
    const before = await keepOpen('t1');
    await fresh.book.writeMarks([aWrite('t1')]);
    await fresh.book.change('ada', (book) => keep(book, before, { ...before.trade, notes: 'n' }));
    const { trade } = (await ada().trade('t1'))!;
    expect([trade.notes, trade.mark]).toEqual(['n', aWrite('t1').mark]);
    expect(trade.maxFavorableExcursion).toEqual(dec('0.3'));
  });

  it('keep the extremes seen, in whichever order they come', async () => {
    await keepOpen('t1');
    const seen = async () => {
      const { trade } = (await ada().trade('t1'))!;
      return [trade.maxFavorableExcursion?.toFixed(), trade.maxAdverseExcursion?.toFixed()];
    };
    const write = (id: string, best: string | null, worst: string | null) => {
      const extremes = {
        maxFavorableExcursion: best === null ? null : dec(best),
        maxAdverseExcursion: worst === null ? null : dec(worst),
      };
      return fresh.book.writeMarks([aWrite('t1', { snapshotId: id, ...extremes })]);
    };
    await write('s1', '10.25', '-0.5');
    await write('s2', '9.5', '-10.125');
    expect(await seen()).toEqual(['10.25', '-10.125']);
    await write('s3', null, '-9');
    expect(await seen()).toEqual(['10.25', '-10.125']);
    await write('s4', '10.26', '-10.13');
    expect(await seen()).toEqual(['10.26', '-10.13']);
  });

  it('are written by the thousand in one tick', async () => {
    const names = Array.from({ length: 1600 }, (_v, n) => `t${n}`);
    const rows = names.map((id) => tradeToRow(anOpenTrade({ id })));
    await fresh.knex.batchInsert('trades', rows, 100);
    fresh.feed.wakes.length = 0;
    const started = performance.now();
    await fresh.book.writeMarks(names.map((id) => aWrite(id)));
    expect(performance.now() - started).toBeLessThan(5000);
    expect(fresh.feed.wakes.map(({ marked }) => marked.length)).toEqual([1600]);
    expect(await ada().trades('OPEN', {}, { first: 1, after: null })).toMatchObject({
      totalCount: 1600,
      items: [{ item: { mark: { source: `it's "x"` } } }],
    });
    await fresh.book.writeMarks([]);
  });

  it('show a trade’s price before an instant', async () => {
    await keepOpen('t1');
    await keepOpen('t2');
    for (const [second, price] of [
      [0, '1.1'],
      [10, '1.2'],
      [20, '1.3'],
    ] as const)
      await fresh.book.writeMarks([
        aWrite('t1', {
          snapshotId: `s${second}`,
          takenAt: later(second),
          mark: aMark({ price: dec(price) }),
        }),
      ]);
    expect(await ada().pricesBefore(['t1', 't2'], later(20))).toEqual(
      new Map([['t1', dec('1.2')]]),
    );
    expect(await ada().pricesBefore(['t1'], NOON)).toEqual(new Map());
  });

  it('are counted when missed, with the cause', async () => {
    const entry = (second: number, expected: number, taken: number, cause: string | null) => ({
      username: 'ada',
      date: DATE,
      at: later(second),
      expected,
      taken,
      cause,
    });
    await fresh.book.recordCompleteness([
      entry(0, 3, 3, null),
      entry(40, 2, 1, 'no quote'),
      entry(40, 1, 0, 'provider down'),
      { ...entry(40, 9, 0, 'no quote'), username: 'bob' },
    ]);
    await fresh.book.recordCompleteness([
      entry(80, 2, 0, 'no quote'),
      entry(80, 1, 0, 'provider down'),
      entry(120, 3, 3, null),
      entry(160, 3, 2, 'no quote'),
    ]);
    await fresh.book.recordCompleteness([]);
    expect(await ada().completeness(DATE)).toEqual({
      date: DATE,
      expected: 15,
      taken: 9,
      gaps: [
        { from: later(40), to: later(80), count: 3, cause: 'no quote' },
        { from: later(40), to: later(80), count: 2, cause: 'provider down' },
        { from: later(160), to: later(160), count: 1, cause: 'no quote' },
      ],
    });
    expect(await ada().completeness('2026-03-11')).toMatchObject({
      expected: 0,
      taken: 0,
      gaps: [],
    });
  });

  const TRAIL = {
    ...{ pct: dec(15), start: dec('1.20'), best: null, beyond: null },
    ...{ asked: dec('1.25'), askedAt: later(5) },
  };
  const bestOf = async (id: string) => (await ada().trade(id))?.trade.trail?.best?.toFixed();
  const keepTrailing = (id: string, parts: Partial<Trade> = {}) =>
    fresh.book.change('ada', (book) =>
      keep(book, null, anOpenTrade({ id, trail: TRAIL, ...parts })),
    );
  const note = (tradeId: string, best: string, username = 'ada') =>
    fresh.book.noteBests([{ username, tradeId, best: dec(best) }]);

  it.each([
    ['BUY_TO_OPEN', '10.50', '9.75', '11.00'],
    ['SELL_TO_OPEN', '9.75', '10.50', '9.00'],
  ] as const)(
    'keep the best price that a trail has seen, for %s',
    async (side, first, worse, better) => {
      const { trade } = await keepTrailing('t1', { side });
      expect((await ada().trade('t1'))?.trade.trail).toEqual(TRAIL);
      for (const price of [first, worse, first]) await note('t1', price);
      expect(await bestOf('t1')).toBe(dec(first).toFixed());
      await note('t1', better);
      expect(await bestOf('t1')).toBe(dec(better).toFixed());
      expect((await ada().trade('t1'))?.trade.version).toBe(trade.version);
    },
  );

  it('keep no best for a trade that does not trail, is closed, or is another user’s', async () => {
    await keepOpen('t1');
    await fresh.book.change('ada', (book) =>
      keep(book, null, aClosedTrade('160', '0', { id: 't2', trail: TRAIL })),
    );
    await keepTrailing('t3');
    fresh.feed.wakes.length = 0;
    for (const id of ['t1', 't2']) await note(id, '2.00');
    await note('t3', '2.00', 'bob');
    for (const id of ['t1', 't2', 't3']) expect(await bestOf(id)).toBeUndefined();
    expect(fresh.feed.wakes).toEqual([]);
    await note('t3', '2.00');
    expect(fresh.feed.wakes).toEqual([
      { mode: 'PAPER', username: 'ada', marked: ['t3'], alerts: [] },
    ]);
  });

  it('are not set back by a change that was decided before a better one came', async () => {
    const kept = await keepTrailing('t1');
    await note('t1', '2.00');
    await fresh.book.change('ada', (book) => keep(book, kept, { ...kept.trade, notes: 'later' }));
    expect(await bestOf('t1')).toBe('2');
    const stands = (await ada().trade('t1'))!;
    await fresh.book.change('ada', (book) => keep(book, stands, { ...stands.trade, trail: null }));
    const ended = (await ada().trade('t1'))!;
    await fresh.book.change('ada', (book) => keep(book, ended, { ...ended.trade, trail: TRAIL }));
    expect(await bestOf('t1')).toBeUndefined();
  });
});
