import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../server/domain/decimal.ts';
import type { Trade } from '../../server/domain/trade/trade.ts';
import {
  aClosedTrade,
  aFill,
  aMark,
  anOpenTrade,
  anOrder,
  aTrade,
  keep,
} from '../support/values/builders.ts';
import { qualityOf } from '../support/values/figures-of.ts';
import { databases } from '../support/databases/databases.ts';
import { NOON } from '../support/fakes/fake-clock.ts';
import { freshBook, type FreshBook } from '../support/databases/fresh-book.ts';

const MINUTE = 60_000;
const at = (minutes: number): Date => new Date(NOON.getTime() + minutes * MINUTE);

describe.each(databases())('fills with the markets around them on %s', (_, open) => {
  let fresh: FreshBook;
  beforeEach(async () => void (fresh = await freshBook(['ada', 'bob'], open)));
  afterEach(() => fresh.close());

  const snapshot = (tradeId: string, minutes: number, bid: string, delayed = false) => {
    const takenAt = at(minutes);
    const sourceTime = delayed ? at(minutes - 15) : takenAt;
    const ask = dec(bid).plus('0.20');
    return fresh.book.writeMarks([
      {
        ...{ username: 'ada', tradeId, snapshotId: `${tradeId} ${minutes}`, kind: 'INTRADAY' },
        takenAt,
        mark: aMark({ bid: dec(bid), ask, sourceTime, receivedAt: takenAt, delayed }),
        ...{ maxFavorableExcursion: null, maxAdverseExcursion: null, excursionsComplete: true },
      },
    ]);
  };

  /** Stores a trade bought at noon at 1.55 with the mark of its ticket, and sold `minutes` later at 1.42. */
  async function lived(
    id: string,
    minutes: number,
    parts: Partial<Trade> = {},
    between: () => Promise<void> = async () => undefined,
  ) {
    const entry = anOrder({
      ...{ id: `${id}-in`, tradeId: id, tag: `${id}-in`, status: 'FILLED' },
      fills: [aFill({ id: `${id}-in:1`, orderId: `${id}-in`, price: dec('1.55') })],
    });
    const exit = anOrder({
      ...{ id: `${id}-out`, tradeId: id, tag: `${id}-out`, status: 'FILLED' },
      ...{ role: 'CLOSE', side: 'SELL_TO_CLOSE' },
      fills: [
        aFill({
          ...{ id: `${id}-out:1`, orderId: `${id}-out`, price: dec('1.42') },
          filledAt: at(minutes),
        }),
      ],
    });
    const placed = await fresh.book.change('ada', (book) =>
      keep(book, null, { ...aTrade({ id, ...parts }), mark: aMark() }, [{ ...entry, fills: [] }]),
    );
    const opened = await fresh.book.change('ada', (book) =>
      keep(book, placed, { ...anOpenTrade({ id, ...parts }), mark: aMark() }, [entry]),
    );
    await between();
    const { trade } = (await fresh.book.read('ada').trade(id))!;
    const closed = { ...aClosedTrade('142', '0', { id, ...parts }), closedAt: at(minutes) };
    await fresh.book.change('ada', (book) =>
      keep(book, { ...opened, trade }, { ...closed, mark: trade.mark }, [entry, exit]),
    );
  }

  const seen = async (username = 'ada', filter = {}) => {
    const reader = fresh.book.read(username);
    const closed = await reader.closedTrades(filter);
    return (await Promise.all(closed.map(({ id }) => reader.fillsSeenOf(id)))).flat();
  };

  it('use what a delayed source shows 15 minutes later, and no other user’s data', async () => {
    await lived('t1', 60, {}, async () => {
      await snapshot('t1', 59, '9.00', true);
      await snapshot('t1', 75, '1.40', true);
      // This is the trade's own mark, which its last event has.
      await snapshot('t1', 90, '9.00');
    });
    const [, exit] = await seen();
    expect(exit!.seen.map(({ bid }) => bid?.toFixed())).toContain('1.4');
    expect(qualityOf([exit!]).all.measured).toBe(1);
    expect(await seen('bob')).toEqual([]);
    expect(await fresh.book.read('bob').fillsSeenOf('t1')).toEqual([]);
  });

  it('take the entry’s from its first event and the exit’s from the snapshot before it', async () => {
    await lived('t1', 60, {}, async () => {
      await snapshot('t1', 58, '9.00');
      await snapshot('t1', 59.5, '1.40');
      await snapshot('t1', 60.5, '9.00');
    });
    const fills = await seen();
    expect(fills.map(({ role, price }) => [role, price.toFixed()])).toEqual([
      ['ENTRY', '1.55'],
      ['CLOSE', '1.42'],
    ]);
    const { entries, exits } = qualityOf(fills);
    expect([entries.measured, entries.total?.toNumber()]).toEqual([1, 5]);
    expect([exits.measured, exits.total?.toNumber()]).toEqual([1, 8]);
  });

  it('leave the exit’s unknown when no snapshot was near, and take no other user’s', async () => {
    await lived('t1', 60, {}, () => snapshot('t1', 50, '1.40'));
    expect(qualityOf(await seen()).exits).toMatchObject({ fills: 1, measured: 0, total: null });
    expect(await seen('bob')).toEqual([]);
    expect(await seen('ada', { underlying: 'QQQ' })).toEqual([]);
  });

  it('have both moments of a delayed venue, and date delayed snapshots by when they were true', async () => {
    await lived('t1', 60, { venue: 'TRADIER_SANDBOX' }, async () => {
      await snapshot('t1', 44.8, '1.20');
      await snapshot('t1', 74.8, '1.40', true);
    });
    const { delay } = qualityOf(await seen());
    expect([delay.atFill.fills, delay.atFill.measured]).toEqual([2, 1]);
    expect([delay.atFill.total, delay.atQuote.total, delay.byDelay].map(Number)).toEqual([
      8, -12, 20,
    ]);
  });

  it('are read for one trade alone, with its order’s limit, and by its user only', async () => {
    await lived('t1', 60);
    await lived('t2', 60);
    const of = (id: string, username = 'ada') => fresh.book.read(username).fillsSeenOf(id);
    const fills = await of('t1');
    expect(fills.map(({ role, limitPrice }) => [role, limitPrice?.toFixed()])).toEqual([
      ['ENTRY', anOrder().limitPrice?.toFixed()],
      ['CLOSE', anOrder().limitPrice?.toFixed()],
    ]);
    expect(fills[0]?.seen).not.toEqual([]);
    expect([await of('t1', 'bob'), await of('none')]).toEqual([[], []]);
  });
});
