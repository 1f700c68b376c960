import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SqlDriftStore } from '../../server/adapters/database/drift/sql-drift-store.ts';
import { SqlStrategyRuns } from '../../server/adapters/database/runs/sql-strategy-runs.ts';
import { actingFor } from '../../server/adapters/database/sql/dialect.ts';
import { dec } from '../../server/domain/decimal.ts';
import { splitOf } from '../../server/domain/drift/drift-cause.ts';
import type { KeptRow } from '../../server/domain/drift/kept-row.ts';
import type { RunInput } from '../../server/domain/strategy/strategy-run.ts';
import type { Trade } from '../../server/domain/trade/trade.ts';
import type { DriftReference } from '../../server/ports/drift-store.ts';
import { databases } from '../support/databases/databases.ts';
import { freshBook, type FreshBook } from '../support/databases/fresh-book.ts';
import { NOON } from '../support/fakes/fake-clock.ts';
import { aClosedTrade, anOpenTrade, anOrder, keep } from '../support/values/builders.ts';
import { aKeptRow } from '../support/values/drift.ts';
import { aDecision, aLine, aRun } from '../support/values/strategy-runs.ts';

const HOUR = 3_600_000;
const after = (hours: number) => new Date(NOON.getTime() + hours * HOUR);
const EVENING = after(4);
const NEXT_DAY = after(28);
const LONG_AGO = after(-1000);

describe.each(databases())('rows of drift on %s', (store, open) => {
  let fresh: FreshBook;
  let drift: SqlDriftStore;
  let elsewhere: SqlDriftStore;
  let runs: SqlStrategyRuns;
  beforeEach(async () => {
    fresh = await freshBook(['ada', 'bob'], open);
    drift = new SqlDriftStore(fresh.knex, 'PAPER');
    elsewhere = new SqlDriftStore(fresh.another().knex, 'PAPER');
    runs = new SqlStrategyRuns(fresh.knex, 'PAPER');
  });
  afterEach(() => fresh.close());

  const reference = (parts: Partial<DriftReference> = {}): DriftReference => ({
    ...{ runId: 'r1', username: 'ada', strategyId: 's1', until: EVENING, bars: 390, trades: 2 },
    ...{ hash: 'ff', problem: null },
    ...parts,
  });
  const put = (rows: readonly KeptRow[], gone: readonly string[] = [], parts = {}) =>
    drift.keep(reference(parts), rows, gone);
  const due = async (until = EVENING, since = LONG_AGO) =>
    (await elsewhere.due(until, since, 10)).map(({ id }) => id);
  const ran = async (parts: Parameters<typeof aRun>[0] = {}) => {
    const run = await runs.start(aRun(parts));
    await runs.add(run, aLine(1, { runId: run.id }), []);
    return run;
  };
  const traded = (id: string, parts: Partial<Trade>) =>
    fresh.book.change('ada', async (book) => {
      const mark = { runId: 'r1', strategyId: 's1', version: 1 };
      const open = await keep(book, null, anOpenTrade({ id, strategyRun: mark }), [
        anOrder({ id: `${id}-e`, tradeId: id, tag: id }),
      ]);
      await keep(book, open, aClosedTrade('160', '1', { id, strategyRun: mark, ...parts }));
    });

  it('are kept to the last digit, and are their user’s alone', async () => {
    const exact = dec('-0.123456789012345678901234567890');
    const row = aKeptRow({ expected: exact, split: splitOf(exact, { SIZE: dec('1e-18') }) });
    await put([row], [], { problem: 'The code has changed.', hash: null });
    expect(await elsewhere.rows(aRun())).toEqual([row]);
    expect(await elsewhere.reference(aRun())).toEqual(
      reference({ problem: 'The code has changed.', hash: null }),
    );
    const bob = aRun({ username: 'bob' });
    expect([await drift.rows(bob), await drift.reference(bob)]).toEqual([[], null]);
    expect(await drift.changes('bob', 0, 10)).toEqual([]);
    if (store === 'SQLite') return;
    for (const table of ['drift_rows', 'drift_references'])
      expect(await actingFor(fresh.knex, { username: 'bob' })(table)).toEqual([]);
  });

  it('are told to whoever knows the earlier ones: those that came, changed and went', async () => {
    const [one, two, three] = ['a', 'b', 'c'].map((key) => aKeptRow({ key }));
    await put([one!, two!]);
    const first = await elsewhere.changes('ada', 0, 10);
    expect(first.map(({ id }) => id)).toEqual(['r1 a', 'r1 b']);
    const changed = aKeptRow({ key: 'a', actual: dec(21) });
    await put([changed, three!], ['b']);
    const later = await elsewhere.changes('ada', first.at(-1)!.revision, 10);
    expect(later.map(({ id, row }) => [id, row?.actual.toFixed() ?? null])).toEqual([
      ['r1 a', '21'],
      ['r1 c', '20'],
      ['r1 b', null],
    ]);
    expect(await drift.changes('ada', later.at(-1)!.revision, 10)).toEqual([]);
    expect(await drift.rows(aRun())).toEqual([changed, three]);
    expect(await elsewhere.changes('ada', 0, 1)).toHaveLength(1);
    // A row that was removed may come again.
    await put([two!]);
    expect((await drift.rows(aRun())).map(({ key }) => key)).toEqual(['a', 'c', 'b']);
  });

  it('are stored whole or not at all', async () => {
    const broken = { ...aKeptRow({ key: 'b' }), symbol: null as unknown as string };
    await expect(put([aKeptRow({ key: 'a' }), broken])).rejects.toThrow();
    expect(await drift.rows(aRun())).toEqual([]);
    expect(await drift.reference(aRun())).toBeNull();
  });

  describe('a run', () => {
    it('is due once for each day in which it was handed a bar', async () => {
      const run = await ran();
      expect(await due()).toEqual(['r1']);
      expect((await drift.due(EVENING, LONG_AGO, 10))[0]).toMatchObject({ id: 'r1' });
      await put([]);
      expect([await due(), await due(NEXT_DAY)]).toEqual([[], []]);
      const at = after(22);
      const bar = { symbol: 'SPY', at, open: 1, high: 1, low: 1, close: 1, volume: 1 };
      const input: RunInput = { kind: 'BAR', bar, endsAt: new Date(at.getTime() + 60_000) };
      await runs.add(run, aLine(2, { input }), []);
      expect([await due(), await due(NEXT_DAY)]).toEqual([[], ['r1']]);
    });

    it('is due no more once it ended before the span that is looked at', async () => {
      const run = await ran();
      await runs.end(run, { status: 'STOPPED', endedAt: after(1), error: null });
      expect([await due(), await due(NEXT_DAY, after(2))]).toEqual([['r1'], []]);
    });

    it('is due again when a trade of it ends, though it was stopped before', async () => {
      const run = await ran();
      await runs.end(run, { status: 'STOPPED', endedAt: after(1), error: null });
      await put([]);
      await traded('paper_late', { closedAt: after(20) });
      expect([await due(), await due(NEXT_DAY)]).toEqual([[], ['r1']]);
      await put([], [], { until: NEXT_DAY });
      expect(await due(NEXT_DAY)).toEqual([]);
    });

    it('that was handed no bar is not due', async () => {
      await runs.start(aRun());
      expect(await due()).toEqual([]);
    });
  });

  it('what a run asked for comes in order, with what became of it', async () => {
    const run = await runs.start(aRun());
    const [one, two] = [aDecision(), aDecision({ key: 'key-2', ordinal: 1 })];
    await runs.add(run, aLine(1), [two, one]);
    expect((await elsewhere.decisions(run)).map(({ key }) => key)).toEqual(['key-1', 'key-2']);
    expect(await drift.decisions({ username: 'bob', id: run.id })).toEqual([]);
  });

  it('a closed trade knows its run among the figures', async () => {
    await ran();
    await traded('paper_own', { closedAt: after(1) });
    await fresh.book.change('ada', async (book) => {
      const id = 'paper_other';
      await keep(book, null, aClosedTrade('160', '1', { id }), [
        anOrder({ id: `${id}-e`, tradeId: id, tag: id }),
      ]);
    });
    const { columns } = await fresh.book.figures('ada').columns('closed');
    const { ids, codes } = columns.rows;
    const known = ids.map((id, row) => [id, columns.names.textOf(codes.run[row]!)]);
    expect(Object.fromEntries(known)).toEqual({ paper_own: 'r1', paper_other: null });
  });
});
