import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../server/ports/trading-system.ts';
import { ReadCalibrations } from '../../server/usecases/book/read-calibrations.ts';
import { ReadStats } from '../../server/usecases/book/read-stats.ts';
import { databases } from '../support/databases/databases.ts';
import { freshBook, type FreshBook } from '../support/databases/fresh-book.ts';
import { NOON } from '../support/fakes/fake-clock.ts';
import { aToken } from '../support/values/builders.ts';
import { keepVenueTrades } from '../support/values/venue-trades.ts';

const actor = (username: string): Actor => ({ username, role: 'USER', demo: false });
const GIVEN = { buys: 62, sells: 40 };

describe.each(databases())('shadow fills of a book on %s', (_, open) => {
  let fresh: FreshBook;
  beforeEach(async () => void (fresh = await freshBook(['ada', 'bob'], open)));
  afterEach(() => fresh.close());

  /** For each model over all fills: how many it prices, and by how many cents it is off. */
  async function of(figures: ReadStats, username = 'ada', filter = {}) {
    const errors = await figures.fillErrors(actor(username), filter);
    const all = errors.filter(({ dimension }) => dimension === null);
    return Object.fromEntries(
      all.map(({ model, cents }) => [model, [cents.n, cents.value && Math.round(cents.value)]]),
    );
  }

  it('are of a venue’s fills in the market that it filled on, and of the user’s own', async () => {
    await keepVenueTrades(fresh.book, 2, { buys: 75, sells: 25 });
    const figures = new ReadStats(fresh.book);
    expect(await of(figures)).toMatchObject({
      ...{ TOUCH: [4, 10], MID: [4, 5], ORATS: [4, 5] },
      CALIBRATED: [0, null],
    });
    expect(await of(figures, 'ada', { underlying: 'QQQ' })).toMatchObject({ TOUCH: [0, null] });
    expect(await of(figures, 'bob')).toMatchObject({ TOUCH: [0, null] });
  });

  it('leave out what a simulated venue filled, tokens, and trades that are still open', async () => {
    const simulated = { ...GIVEN, name: 'sim', parts: { venue: 'SIMULATED' as const } };
    await keepVenueTrades(fresh.book, 2, simulated);
    const tokens = { instrument: aToken(), venue: 'JUPITER' as const };
    await keepVenueTrades(fresh.book, 1, { ...GIVEN, name: 'token', parts: tokens });
    const running = { status: 'OPEN', phase: 'OPEN', closedAt: null, closeReason: null } as const;
    await keepVenueTrades(fresh.book, 1, { ...GIVEN, name: 'open', parts: running });
    const figures = new ReadStats(fresh.book);
    expect(await of(figures)).toMatchObject({ TOUCH: [0, null] });
    await keepVenueTrades(fresh.book, 1, GIVEN);
    expect(await of(figures)).toMatchObject({ TOUCH: [2, 10] });
    expect((await figures.fillQuality(actor('ada'), {})).all.fills).toBe(8);
  });

  it('fit CALIBRATED to the earlier fills, the same on every server, and never to a stranger’s', async () => {
    await keepVenueTrades(fresh.book, 50, GIVEN);
    const one = new ReadCalibrations([fresh.book]);
    const other = new ReadCalibrations([fresh.another().book]);
    const early = await one.of('ada');
    expect(early).toMatchObject({ fit: { buys: 62, sells: 40 }, earlier: 60, later: 40 });
    expect(early).toMatchObject({ doubt: null, mode: 'PAPER' });
    expect(await other.of('ada')).toEqual(early);
    expect(await one.of('bob')).toMatchObject({ fit: null, earlier: 0, doubt: 'FEW_EARLIER' });
    const from = new Date(NOON.getTime() + 24 * 3_600_000);
    await keepVenueTrades(fresh.book, 25, { buys: 100, sells: 100, from, name: 'later' });
    const late = await one.of('ada');
    expect(late).toMatchObject({ earlier: 100, later: 50, doubt: 'NOT_BETTER' });
    expect(await other.of('ada')).toEqual(late);
  });
});
