import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SqlStrategyRuns } from '../../server/adapters/database/runs/sql-strategy-runs.ts';
import { actingFor } from '../../server/adapters/database/sql/dialect.ts';
import { dec } from '../../server/domain/decimal.ts';
import type { RunInput, StrategyRun } from '../../server/domain/strategy/strategy-run.ts';
import { databases } from '../support/databases/databases.ts';
import { freshBook, type FreshBook } from '../support/databases/fresh-book.ts';
import { NOON } from '../support/fakes/fake-clock.ts';
import { aBarInput, aDecision, aLine, aRun } from '../support/values/strategy-runs.ts';

const after = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);
const STOPPED = { status: 'STOPPED', endedAt: after(9), error: null } as const;

describe.each(databases())('runs of strategies on %s', (store, open) => {
  let fresh: FreshBook;
  let runs: SqlStrategyRuns;
  let elsewhere: SqlStrategyRuns;
  beforeEach(async () => {
    fresh = await freshBook(['ada', 'bob'], open);
    runs = new SqlStrategyRuns(fresh.knex, 'PAPER');
    elsewhere = new SqlStrategyRuns(fresh.another().knex, 'PAPER');
  });
  afterEach(() => fresh.close());

  describe('a run', () => {
    it('is kept exactly, and is its user’s alone', async () => {
      const run = aRun({ symbols: ['SPY', 'QQQ'], parameters: { fast: 3, on: true, word: 'ü' } });
      expect(await runs.start(run)).toEqual(run);
      expect(await elsewhere.newestOf('ada', 's1')).toEqual(run);
      expect(await runs.newest('ada')).toEqual([run]);
      expect(await runs.newestOf('bob', 's1')).toBeNull();
      expect(await runs.newest('bob')).toEqual([]);
      expect(await runs.since('bob', 's1', NOON)).toEqual([]);
      expect(await runs.end({ username: 'bob', id: 'r1' }, STOPPED)).toBe(false);
      expect(await runs.running()).toEqual([run]);
    });

    it('is one, however many servers start it at once', async () => {
      const stands = await Promise.all(
        ['r1', 'r2', 'r3', 'r4'].map((id, at) =>
          (at % 2 === 0 ? runs : elsewhere).start(aRun({ id })),
        ),
      );
      expect(new Set(stands.map(({ id }) => id)).size).toBe(1);
      expect(await runs.running()).toEqual([stands[0]]);
    });

    it('ends once, and the next one is the newest', async () => {
      await runs.start(aRun());
      await runs.start(aRun({ id: 'other', strategyId: 's2' }));
      expect(await runs.end(aRun(), STOPPED)).toBe(true);
      expect(await runs.end(aRun(), { ...STOPPED, status: 'FAILED', error: 'x' })).toBe(false);
      expect(await runs.newestOf('ada', 's1')).toMatchObject(STOPPED);
      const next = await runs.start(aRun({ id: 'r2', startedAt: after(10) }));
      expect(next.id).toBe('r2');
      const ids = (found: readonly StrategyRun[]) => found.map(({ id }) => id);
      expect(ids(await runs.newest('ada'))).toEqual(['r2', 'other']);
      expect(ids(await runs.running())).toEqual(['other', 'r2']);
      expect(ids(await runs.since('ada', 's1', after(9)))).toEqual(['r1', 'r2']);
      expect(ids(await runs.since('ada', 's1', after(9.5)))).toEqual(['r2']);
    });
  });

  describe('its journal', () => {
    const inputs: RunInput[] = [
      {
        ...{ kind: 'WARM_UP', symbol: 'SPY' },
        bars: [
          {
            ...{ at: NOON, open: dec('1.10'), high: dec(2), low: dec('0.1'), close: dec('1.5') },
            volume: null,
          },
        ],
      },
      aBarInput(1),
      {
        kind: 'QUOTE',
        quote: {
          ...{ symbol: 'SPY', at: after(2), bid: 560.1, ask: 560.2, iv: null, delta: 0.1 },
          underlyingPrice: null,
        },
      },
      {
        ...{ kind: 'FILL', tradeId: 'paper_1' },
        fill: { symbol: 'SPY', side: 'BUY', quantity: '1', price: 0.1 + 0.2, at: after(3) },
      },
    ];

    it('gives back each line as it was, from a sequence on, no more than asked for', async () => {
      await runs.start(aRun());
      const quote = inputs[2]!.kind === 'QUOTE' ? inputs[2]!.quote : null;
      const reads = {
        ...{ cash: '100.10', positions: { SPY: { quantity: '-1', averagePrice: 1.5 }, QQQ: null } },
        ...{ quotes: { SPY: quote, QQQ: null }, chains: { SPY: [quote!], QQQ: [] } },
      };
      const lines = inputs.map((input, at) => {
        const asked = at === 1 ? [aDecision().ask, { action: 'EXIT', symbol: 'SPY' } as const] : [];
        return aLine(at + 1, { input, asked, reads: at === 1 ? reads : null, logged: ['said'] });
      });
      for (const line of lines) expect(await runs.add(aRun(), line, [])).toBe(true);
      expect(await elsewhere.lines(aRun(), 0, 10)).toEqual(lines);
      expect(await runs.lines(aRun(), 1, 2)).toEqual(lines.slice(1, 3));
      expect(await runs.lines({ username: 'bob', id: 'r1' }, 0, 10)).toEqual([]);
    });

    it('keeps a chain of 500 contracts in a third of its length at most, and gives it back', async () => {
      await runs.start(aRun());
      const chain = Array.from({ length: 500 }, (_, n) => ({
        ...{ symbol: `SPY260327C00${500 + n}000`, at: after(2), bid: n / 7, ask: n / 6 },
        ...{ iv: 1 / (n + 2), delta: n / 500, underlyingPrice: 560.25 },
      }));
      const reads = { cash: null, positions: {}, quotes: {}, chains: { SPY: chain } };
      await runs.add(aRun(), aLine(1, { reads }), []);
      expect(await elsewhere.lines(aRun(), 0, 10)).toMatchObject([{ reads }]);
      const rows: { reads: string }[] = await fresh.knex('run_lines').select('reads');
      expect(rows[0]!.reads.length).toBeLessThan(JSON.stringify(reads).length / 3);
    });

    it('takes a sequence once and leaves no gap', async () => {
      await runs.start(aRun());
      const both = [runs, elsewhere].map((each) => each.add(aRun(), aLine(1), []));
      expect((await Promise.all(both)).sort()).toEqual([false, true]);
      expect(await runs.add(aRun(), aLine(3), [])).toBe(false);
      expect(await runs.add(aRun(), aLine(2), [])).toBe(true);
      expect(await runs.lines(aRun(), 0, 10)).toHaveLength(2);
    });

    it('takes a bar of a symbol once, with nothing kept of the second time', async () => {
      await runs.start(aRun());
      const again = aLine(2, { input: aBarInput(1) });
      expect(await runs.add(aRun(), aLine(1), [])).toBe(true);
      expect(await runs.add(aRun(), again, [aDecision({ sequence: 2 })])).toBe(false);
      expect(await runs.waiting(aRun())).toEqual([]);
      expect(await runs.add(aRun(), aLine(2, { input: aBarInput(1, 'QQQ') }), [])).toBe(true);
      const { lastBarAt } = (await runs.newestOf('ada', 's1'))!;
      expect(lastBarAt).toEqual(after(1));
    });

    it('tells the newest bar that was handed over, and no warm-up', async () => {
      await runs.start(aRun());
      const told = async (sequence: number, input: RunInput) => {
        await runs.add(aRun(), aLine(sequence, { input }), []);
        return (await runs.newestOf('ada', 's1'))!.lastBarAt;
      };
      expect(await told(1, inputs[0]!)).toBeNull();
      expect(await told(2, aBarInput(5))).toEqual(after(5));
      expect(await told(3, aBarInput(4, 'QQQ'))).toEqual(after(5));
      expect(await told(4, inputs[3]!)).toEqual(after(5));
    });

    it('takes nothing more once the run has ended, nor from anyone else', async () => {
      await runs.start(aRun());
      expect(await runs.add({ username: 'bob', id: 'r1' }, aLine(1), [])).toBe(false);
      await runs.end(aRun(), STOPPED);
      expect(await runs.add(aRun(), aLine(1), [aDecision()])).toBe(false);
      expect(await runs.waiting(aRun())).toEqual([]);
    });
  });

  it('are hidden from other users by the database itself where it can', async () => {
    await runs.start(aRun());
    await runs.add(aRun(), aLine(1), [aDecision()]);
    if (store === 'SQLite') return;
    const bob = actingFor(fresh.knex, { username: 'bob' });
    for (const table of ['strategy_runs', 'run_lines', 'run_decisions']) {
      expect(await bob(table)).toEqual([]);
      expect(await fresh.knex(table)).toHaveLength(1);
    }
  });
});
