import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SqlBook } from '../../../server/adapters/database/book/sql-book.ts';
import { SqlPulses } from '../../../server/adapters/database/book/sql-pulses.ts';
import { LocalEventFeed } from '../../../server/adapters/events/local-event-feed.ts';
import { PollingEventFeed } from '../../../server/adapters/events/polling-event-feed.ts';
import type { Wake } from '../../../server/ports/event-feed.ts';
import type { MarkWrite } from '../../../server/ports/mark-writes.ts';
import { freshBook, type FreshBook } from '../../support/databases/fresh-book.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';
import { RecordingLog } from '../../support/fakes/recording-log.ts';
import { SeqIds } from '../../support/fakes/seq-ids.ts';
import { aMark, anOpenTrade, keep } from '../../support/values/builders.ts';

const WAKE: Wake = { mode: 'PAPER', username: 'ada', marked: [], alerts: [] };

let marks = 0;
/** A mark of this trade; every server writes it at the same instant. */
function markOf(tradeId: string): MarkWrite {
  const snapshotId = `s${(marks += 1)}`;
  return {
    ...{ username: 'ada', tradeId, snapshotId, kind: 'INTRADAY', takenAt: NOON, mark: aMark() },
    ...{ maxFavorableExcursion: null, maxAdverseExcursion: null, excursionsComplete: true },
  };
}

const ACTS = {
  change: (book: SqlBook) =>
    book.change('ada', (change) => change.setKillSwitch('OFF', NOON, 'desk')),
  mark: (book: SqlBook, trade: string) => book.writeMarks([markOf(trade)]),
  nothing: (book: SqlBook) => book.change('ada', async () => undefined),
};

describe('the feed of one of two processes of one SQLite file', () => {
  let fresh: FreshBook;
  let feed: PollingEventFeed;
  let own: SqlBook;
  let other: SqlBook;
  let heard: Wake[];
  const marked = () => heard.splice(0).map((wake) => wake.marked.join());
  beforeEach(async () => {
    fresh = await freshBook();
    const log = new RecordingLog();
    feed = new PollingEventFeed(new LocalEventFeed(log), [new SqlPulses(fresh.knex, 'PAPER')], log);
    own = new SqlBook(fresh.knex, 'PAPER', { feed, ids: new SeqIds('own') });
    other = fresh.another().book;
    for (const id of ['mine', 'theirs'])
      await own.change('ada', (change) => keep(change, null, anOpenTrade({ id })));
    heard = [];
    feed.subscribe('PAPER', 'ada', (wake) => heard.push(wake));
    await feed.poll();
    heard.length = 0;
  });
  afterEach(() => fresh.close());

  it('tells what this process did once, and not at all what changed nothing', async () => {
    await ACTS.change(own);
    await ACTS.mark(own, 'mine');
    await ACTS.nothing(own);
    await feed.poll();
    await feed.poll();
    expect(heard).toEqual([WAKE, { ...WAKE, marked: ['mine'] }]);
  });

  it('tells what another process did in between, at the same instant', async () => {
    await ACTS.change(own);
    await ACTS.change(other);
    await ACTS.change(own);
    await ACTS.mark(other, 'theirs');
    await ACTS.mark(own, 'mine');
    heard.length = 0;
    await feed.poll();
    expect(heard).toEqual([WAKE, { ...WAKE, marked: ['theirs'] }]);
  });

  it('tells each once, whoever writes in which order between two looks', async () => {
    const what = fc.constantFrom('change' as const, 'mark' as const);
    const act = fc.record({ by: fc.constantFrom('own' as const, 'other' as const), what });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(act, { maxLength: 5 }), { maxLength: 4 }),
        async (looks) => {
          for (const acts of looks) {
            for (const each of acts)
              await (each.by === 'own'
                ? ACTS[each.what](own, 'mine')
                : ACTS[each.what](other, 'theirs'));
            const ours = acts.filter(({ by }) => by === 'own');
            expect(marked()).toEqual(ours.map((each) => (each.what === 'mark' ? 'mine' : '')));
            await feed.poll();
            const theirs = new Set(
              acts.filter(({ by }) => by === 'other').map((each) => each.what),
            );
            const news = [theirs.has('change') ? [''] : [], theirs.has('mark') ? ['theirs'] : []];
            expect(marked()).toEqual(news.flat());
          }
        },
      ),
      { numRuns: 25 },
    );
  });
});
