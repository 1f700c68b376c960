import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BOOK_MIGRATIONS } from '../../migrations/book/index.ts';
import { claimBook } from '../../server/adapters/database/book/claim-book.ts';
import { actingFor, schemaOf } from '../../server/adapters/database/sql/dialect.ts';
import { SqlBook } from '../../server/adapters/database/book/sql-book.ts';
import { migrate } from '../../server/adapters/database/sql/migrate.ts';
import { dec } from '../../server/domain/decimal.ts';
import { applyReports } from '../../server/domain/reports/apply-report.ts';
import type { BookReader } from '../../server/ports/book.ts';
import { changeTrade } from '../../server/usecases/steps/change-trade.ts';
import type { ChangeKind } from '../../server/usecases/steps/decision.ts';
import { databases, type TestDatabase } from '../support/databases/databases.ts';
import { NOON } from '../support/fakes/fake-clock.ts';
import { RecordingFeed } from '../support/fakes/recording-feed.ts';
import { SeqIds } from '../support/fakes/seq-ids.ts';
import { aVenueOrder } from '../support/values/venue-orders.ts';
import { wholeTrade } from '../support/values/whole-trade.ts';

/** Rows of a book as the program of 28 November 2026 left them: every event has the trade with all its orders. */
const ROWS = JSON.parse(
  readFileSync(path.join(import.meta.dirname, '../references/book-before-changes.json'), 'utf8'),
) as Record<string, Record<string, unknown>[]>;
const TRADE = 'paper_trade-1';

async function asItWas({ knex }: TestDatabase): Promise<void> {
  const schema = schemaOf(knex);
  await actingFor(knex, 'owner').transaction(async (trx) => {
    if (schema !== null) await trx.raw('CREATE SCHEMA ??', [schema]);
    await trx.raw('CREATE TABLE applied_migrations (name text primary key)');
    for (const migration of BOOK_MIGRATIONS.filter(({ name }) => name < '0009')) {
      await migration.up(trx);
      await trx('applied_migrations').insert({ name: migration.name });
    }
    for (const [table, rows] of Object.entries(ROWS))
      for (const row of rows) await trx(table).insert(row);
  });
}

const FILL_TARGET: ChangeKind<object> = {
  name: 'FILL_TARGET',
  take: (draft) => {
    const report = aVenueOrder({
      ...{ venueOrderId: 'v-paper_exit-3', status: 'FILLED', filledQuantity: dec(3) },
      averagePrice: dec('2.03'),
    });
    const context = { feeFor: () => dec('0.70'), entryMark: null };
    applyReports(draft, [{ orderId: 'paper_exit-3', report }], context);
  },
};

describe.each(databases())(
  'a log from before events held only changed orders, on %s',
  (_, open) => {
    let db: TestDatabase;
    let book: SqlBook;
    let reader: BookReader;
    beforeEach(async () => {
      db = await open();
      await asItWas(db);
      await migrate(db.knex, 'book');
      await claimBook(db.knex, 'PAPER');
      book = new SqlBook(db.knex, 'PAPER', { feed: new RecordingFeed(), ids: new SeqIds() });
      reader = book.read('ada');
    });
    afterEach(() => db.close());

    const statuses = async (...sequences: number[]) => {
      const then = await reader.ordersAsOf(TRADE, sequences);
      return sequences.map((each) =>
        then
          .get(each)
          ?.map(({ status }) => status)
          .join(' '),
      );
    };
    const fillTarget = () =>
      changeTrade(
        { book },
        { username: 'ada', id: TRADE },
        { at: new Date(NOON.getTime() + 60_000), actor: 'venue' },
        FILL_TARGET,
        () => ({}),
      );

    it('is read, rebuilt and verified', async () => {
      expect(await reader.eventsAfter(0, 100)).toHaveLength(11);
      const [first, filling, moved] = await statuses(2, 6, 9);
      expect([first, filling]).toEqual(['INTENT', 'PARTIALLY_FILLED']);
      expect(moved).toBe('FILLED CANCELED CANCELED');
      const then = await reader.ordersAsOf(TRADE, [6, 12]);
      expect(then.get(6)?.[0]?.fills.map(({ price }) => price.toFixed())).toEqual(['1.48', '1.51']);
      expect(then.get(12)?.map(({ id }) => id)).toEqual(
        (await wholeTrade(reader, TRADE)).orders.map(({ id }) => id),
      );
      expect(await book.proveLog('ada')).toMatchObject({ events: 12, fault: null });
      const check = await book.checkLog('ada', { since: NOON, at: NOON });
      expect(check).toMatchObject({ sequence: 12, endedAt: NOON, faultProblem: null });
    });

    it('gets the sums that are stored since', async () => {
      const { trade, orders } = await wholeTrade(reader, TRADE);
      expect(trade.exitFilled.toFixed()).toBe('1');
      expect(orders.map(({ filledValue }) => filledValue.toFixed())).toEqual([
        '4.47',
        '0',
        '0',
        '2.01',
        '0',
      ]);
      const event = (await reader.eventsAfter(0, 100)).at(-1);
      expect(event?.trade.exitFilled.toFixed()).toBe('1');
      expect(event?.trade.strategyRun).toBeNull();
      const decided = (await reader.trade(TRADE))!;
      expect(decided.orders[0]?.fills.map(({ price }) => price.toFixed())).toEqual(['1.51']);
    });

    it('continues in the new form, in the same chain', async () => {
      const closed = await fillTarget();
      expect(closed.trade).toMatchObject({
        ...{ status: 'TP_HIT', phase: 'CLOSED' },
        // The older program did not store the schedule of its fees.
        feeSchedule: null,
        strategyRun: null,
      });
      const { sequence } = await reader.account();
      const then = await reader.ordersAsOf(TRADE, [9, sequence]);
      expect(then.get(sequence)).toEqual((await wholeTrade(reader, TRADE)).orders);
      expect(then.get(9)).toHaveLength(3);
      const texts = await db.knex('events').orderBy('sequence').pluck<string[]>('payload');
      expect(texts.slice(0, 12)).toEqual(ROWS['events']?.map(({ payload }) => payload));
      expect(texts.slice(12).every((text) => text.startsWith('{"form":"CHANGES"'))).toBe(true);
      expect(await book.proveLog('ada')).toMatchObject({ events: sequence, fault: null });
      const check = await book.checkLog('ada', { since: NOON, at: NOON });
      expect(check).toMatchObject({ sequence, endedAt: NOON, faultProblem: null });
      const { cash, deposits, realizedPnl, fees } = await reader.account();
      expect(cash.toFixed()).toBe(deposits.plus(realizedPnl).minus(fees).toFixed());
    });
  },
);
