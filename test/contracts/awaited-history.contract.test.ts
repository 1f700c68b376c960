import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../server/domain/decimal.ts';
import { databases } from '../support/databases/databases.ts';
import { freshBook, type FreshBook } from '../support/databases/fresh-book.ts';
import { NOON } from '../support/fakes/fake-clock.ts';
import { anOpenTrade, keep } from '../support/values/builders.ts';

const DOUBT = {
  ...({ cause: 'SOMEBODY', ours: dec(1), theirs: dec(0), at: NOON } as const),
  ...{ newShares: null, oldShares: null, successor: null },
};

describe.each(databases())('a doubt, kept on %s', (_, open) => {
  let fresh: FreshBook;
  beforeEach(async () => {
    fresh = await freshBook(['ada'], open);
  });
  afterEach(() => fresh.close());

  it.each([true, false, null])('keeps whether it waits for the history: %s', async (awaits) => {
    const doubt = { ...DOUBT, awaitsHistory: awaits };
    const trade = anOpenTrade({ status: 'NEEDS_REVIEW', reason: 'gone', doubt });
    await fresh.book.change('ada', (change) => keep(change, null, trade));
    const reader = fresh.book.read('ada');
    expect((await reader.trade(trade.id))?.trade.doubt).toEqual(doubt);
    expect((await reader.eventsAfter(0, 10)).at(-1)?.trade.doubt).toEqual(doubt);
  });
});
