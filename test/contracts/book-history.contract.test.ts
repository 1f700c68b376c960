import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec, ZERO } from '../../server/domain/decimal.ts';
import type { TradeEventType } from '../../server/domain/trade/trade-event.ts';
import { NO_BRACKET, type Trade } from '../../server/domain/trade/trade.ts';
import { aClosedTrade, aMark, anEvent, anOpenTrade, aTrade } from '../support/values/builders.ts';
import { UNJOURNALLED } from '../support/values/unjournalled.ts';
import { databases } from '../support/databases/databases.ts';
import { NOON } from '../support/fakes/fake-clock.ts';
import { freshBook, type FreshBook } from '../support/databases/fresh-book.ts';

const later = (seconds: number): Date => new Date(NOON.getTime() + seconds * 1000);

describe.each(databases())('the history of a book on %s', (_, open) => {
  let fresh: FreshBook;
  beforeEach(async () => void (fresh = await freshBook(['ada', 'bob'], open)));
  afterEach(() => fresh.close());

  const ada = () => fresh.book.read('ada');
  const bob = () => fresh.book.read('bob');
  const save = (trade: Trade, type: TradeEventType, at: Date) =>
    fresh.book.change('ada', async (book) => {
      const before = await book.trade(trade.id);
      const next = { ...trade, version: (before?.trade.version ?? 0) + 1 };
      const event = { ...anEvent(next, type), occurredAt: at };
      await book.save(before, { trade: next, orders: [] }, [event], UNJOURNALLED);
    });
  const mark = (n: number, price: string | null) =>
    fresh.book.writeMarks([
      {
        ...{ username: 'ada', tradeId: 'paper_trade-1', snapshotId: `s${n}`, kind: 'INTRADAY' },
        ...{ takenAt: later(n), mark: aMark({ price: price === null ? null : dec(price) }) },
        ...{ maxFavorableExcursion: null, maxAdverseExcursion: null, excursionsComplete: true },
      },
    ]);
  const aStory = async () => {
    await save(aTrade(), 'INTENT_STORED', later(10));
    await save(anOpenTrade({ mark: aMark({ price: dec('1.45') }) }), 'ENTRY_FILLED', later(20));
    await mark(30, '1.60');
    await mark(40, null);
    await save(aClosedTrade('170', '0.35'), 'EXIT_FILLED', later(50));
    await fresh.book.change('ada', (book) => book.deposit(dec('-0.10'), later(60), 'user:ada'));
  };

  it('has each trade as it was at an instant, and no other user’s', async () => {
    await aStory();
    const status = async (at: Date) =>
      (await ada().eventAt('paper_trade-1', at))?.trade.status ?? null;
    expect(await status(later(9))).toBeNull();
    expect(await status(later(10))).toBe('PENDING');
    expect(await status(later(49))).toBe('OPEN');
    expect(await status(later(500))).toBe('MANUAL_CLOSE');
    expect(await bob().eventAt('paper_trade-1', later(500))).toBeNull();
  });

  it('has the stop of each ticket, wherever it was moved since', async () => {
    const stop = (price: string) => ({ ...NO_BRACKET, stopLoss: dec(price) });
    await save(aTrade({ bracket: stop('1.10') }), 'INTENT_STORED', later(10));
    await save(anOpenTrade({ bracket: stop('1.40') }), 'EXITS_STANDING', later(20));
    await save(aTrade({ id: 'paper_trade-2' }), 'INTENT_STORED', later(30));
    const ids = ['paper_trade-1', 'paper_trade-2', 'paper_trade-3'];
    expect([...(await ada().firstStops(ids))]).toEqual([['paper_trade-1', dec('1.1')]]);
    expect((await bob().firstStops(ids)).size).toBe(0);
  });

  it('has the last snapshot at or before an instant', async () => {
    await aStory();
    const id = async (at: Date) => (await ada().snapshotAt('paper_trade-1', at))?.id ?? null;
    expect([await id(later(29)), await id(later(30)), await id(later(99))]).toEqual([
      null,
      's30',
      's40',
    ]);
    expect(await bob().snapshotAt('paper_trade-1', later(99))).toBeNull();
  });

  it('returns every cash move; together they add up to the account', async () => {
    await aStory();
    expect(await ada().cashMoves()).toEqual([
      { kind: 'DEPOSIT', at: NOON, amount: dec(100_000) },
      {
        ...{ kind: 'TRADE', at: later(20), tradeId: 'paper_trade-1' },
        ...{ cashFlow: dec(-150), size: dec(100), price: dec('1.45') },
      },
      {
        ...{ kind: 'TRADE', at: later(50), tradeId: 'paper_trade-1' },
        ...{ cashFlow: dec('19.65'), size: ZERO, price: null },
      },
      { kind: 'DEPOSIT', at: later(60), amount: dec('-0.1') },
    ]);
    expect((await ada().account()).cash).toEqual(dec('100019.55'));
    expect(await bob().cashMoves()).toHaveLength(1);
  });

  it('is a log of all that happened, newest first, in pages', async () => {
    await aStory();
    const page = await ada().log({ first: 2, after: null });
    expect(page).toMatchObject({ totalCount: 5, hasNextPage: true });
    expect(page.items.map(({ item }) => [item.sequence, item.action, item.tradeId])).toEqual([
      [5, 'WITHDRAWN', null],
      [4, 'EXIT_FILLED', 'paper_trade-1'],
    ]);
    expect(page.items.map(({ item }) => item.detail)).toEqual([
      { message: 'Withdrew 0.1 dollars.', amount: '-0.1' },
      expect.objectContaining({ version: 3, status: 'MANUAL_CLOSE' }),
    ]);
    expect(page.items[0]?.item.hash).toBe((await ada().account()).hash);
    const rest = await ada().log({ first: 9, after: page.items[1]?.cursor ?? null });
    expect(rest.items.map(({ item }) => item.action)).toEqual([
      'ENTRY_FILLED',
      'INTENT_STORED',
      'DEPOSITED',
    ]);
  });
});
