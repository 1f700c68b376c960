import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NEW_USER_SETTINGS } from '../../server/domain/account/settings.ts';
import { dec } from '../../server/domain/decimal.ts';
import { limitUseOf } from '../../server/usecases/trading/entry-check.ts';
import { ReadPortfolio } from '../../server/usecases/book/read-portfolio.ts';
import type { BookDeps } from '../../server/usecases/steps/book-deps.ts';
import { anOpenTrade, keep } from '../support/values/builders.ts';
import { databases } from '../support/databases/databases.ts';
import { FakeClock, NOON } from '../support/fakes/fake-clock.ts';
import { freshBook, type FreshBook } from '../support/databases/fresh-book.ts';
import { writeAfter } from '../support/databases/write-between.ts';
import { ADA } from '../support/desks/tradier-desk.ts';

describe.each(databases())('a view of the book on %s', (_name, open) => {
  let fresh: FreshBook;
  beforeEach(async () => {
    fresh = await freshBook(['ada'], open);
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await fresh.close();
  });

  it('is of one instant, whatever another server writes between two reads of it', async () => {
    const other = fresh.another().book;
    const [before, after, now] = await fresh.book.view('ada', async (reader) => {
      const first = await reader.account();
      await other.change('ada', (book) => book.deposit(dec(500), NOON, 'user'));
      return [
        first.cash.toFixed(),
        (await reader.account()).cash.toFixed(),
        await other.read('ada').account(),
      ];
    });
    expect([before, after]).toEqual(['100000', '100000']);
    expect(now.cash.toFixed()).toBe('100500');
  });

  it('counts open trades and those placed today together', async () => {
    const other = fresh.another().book;
    const trade = anOpenTrade({ username: 'ada', placedAt: NOON });
    writeAfter(fresh, /from .?trades/i, () =>
      other.change('ada', (book) => keep(book, null, trade)),
    );
    const settings = { of: async () => NEW_USER_SETTINGS };
    const deps = { book: fresh.book, clock: new FakeClock(NOON), settings };
    const used = async () =>
      (await limitUseOf(deps as unknown as BookDeps, 'ada'))
        .slice(0, 2)
        .map((each) => each.used?.toFixed());
    expect(await used()).toEqual(['0', '0']);
    expect(await used()).toEqual(['1', '1']);
  });

  it('keeps cash and positions at cost consistent, with any writers', async () => {
    const other = fresh.another().book;
    const deps = { book: fresh.book, clock: new FakeClock(NOON) } as unknown as BookDeps;
    const portfolio = new ReadPortfolio(deps);
    let n = 0;
    const buy = async () => {
      n += 1;
      const trade = anOpenTrade({ id: `p-${n}`, username: 'ada', mark: null });
      await other.change('ada', (book) => keep(book, null, trade));
    };
    const look = async () => {
      // Without a mark a position counts at cost.
      const { equity, deposits, realizedPnl, fees } = await portfolio.portfolio(ADA);
      expect(equity.toFixed()).toBe(deposits.plus(realizedPnl).minus(fees).toFixed());
    };
    const acts = fc.array(fc.constantFrom(buy, look, look), { minLength: 4, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(acts, async (all) => void (await Promise.all(all.map((act) => act())))),
      { numRuns: 8 },
    );
  });
});
