import { expect, it } from 'vitest';
import type { DataSeries, DataSet } from '../../../server/ports/data-sets.ts';
import { ImportData, type ImportDeps } from '../../../server/usecases/strategies/import-data.ts';

const AT = new Date('2026-03-02T14:30:00Z');

function series(symbol: string, rows: number): DataSeries {
  const span = { from: AT, to: AT, missing: 0, hash: symbol };
  return { symbol, kind: 'bars', interval: 'ONE_MINUTE', rows, ...span };
}

function setOf(name: string, rows: number): DataSet {
  return {
    ...{ id: name, username: 'ada', name, version: 1, rows, hash: name, createdAt: AT },
  };
}

/** Imports `rows` rows of SPY into a set of this name, including the rows that it has already. */
async function imported(name: string, rows: number, sets: readonly DataSet[]) {
  const stored: DataSet[] = [];
  const deps = {
    dataSets: {
      of: async () => sets,
      series: async ({ rows }: DataSet) => [series('SPY', rows)],
      columns: async () => [],
      put: async (set: DataSet) => stored.push(set),
    },
    spools: {
      open: async () => ({ add: async () => undefined, read: () => [], close: async () => {} }),
    },
    files: {
      open: () => ({
        end: async () => ({ series: [] }),
        merge: async () => ({ changed: [{ series: series('SPY', rows), chunks: [] }] }),
        close: async () => undefined,
      }),
    },
    ids: { next: () => '1' },
    clock: { now: () => AT },
    digest: (text: string) => text,
    paper: { change: async () => undefined },
  } as unknown as ImportDeps;
  const asked = { name, form: { type: 'csv', interval: 'ONE_MINUTE' } } as const;
  const none = (async function* () {})() as AsyncIterable<Uint8Array>;
  const answer = await new ImportData(deps).execute('ada', asked, none);
  const errors = 'errors' in answer ? answer.errors : null;
  return { errors, stored: stored.length };
}

it('a user’s data sets have fifty million rows together at most, and more is refused whole', async () => {
  const sets = [setOf('one', 30_000_000), setOf('two', 15_000_000)];
  expect(await imported('three', 5_000_000, sets)).toEqual({ errors: null, stored: 1 });
  const { errors, stored } = await imported('three', 5_000_001, sets);
  expect(errors).toMatchObject([{ line: 1, field: 'name' }]);
  expect(errors![0]!.reason).toMatch('50,000,000 rows together, with this file 50,000,001');
  expect(stored).toBe(0);
  // A set that is sent again counts once.
  expect(await imported('two', 20_000_000, sets)).toEqual({ errors: null, stored: 1 });
  expect((await imported('two', 20_000_001, sets)).stored).toBe(0);
});
