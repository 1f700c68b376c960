import { beforeAll, expect, inject, it } from 'vitest';
import { postgresUrl } from '../../support/databases/postgres-url.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';
import { liveThrough } from '../fill/lived-desk.ts';
import type { LiveSource } from '../live/live-desk.ts';
import { postgresHome, sqliteHome, type MakeHome } from '../live/live-home.ts';
import { programAt } from '../program.ts';
import { measureSweepLoad, type SweepLoad } from '../sweepload/measure-sweep-load.ts';
import { sweepLoadTable } from '../sweepload/sweep-load-table.ts';
import { growthTable } from './growth-table.ts';
import { GROWTH, measureGrowth, type Grown, type GrowthPlan } from './measure-growth.ts';

const url = postgresUrl();
const HOMES: readonly (readonly [string, MakeHome])[] = [
  ['SQLite', sqliteHome],
  ...(url === null ? [] : [['Postgres', postgresHome(url)] as const]),
];

/** The work takes seconds, and far longer when other tests run too. */
const PATIENCE_MS = 240_000;

let source: LiveSource;
beforeAll(async () => {
  const program = await programAt();
  source = { program, lived: await liveThrough(program, NOON) };
}, PATIENCE_MS);

it.concurrent.each(HOMES)(
  'is measured on %s at each size, with dashboards that get marks, and beside a sweep',
  async (_, home) => {
    const grown: Grown[] = [];
    const loads: SweepLoad[] = [];
    const toy = { columns: 2, bars: 2_000, windowMs: 400, pauseMs: 5 };
    const plan: GrowthPlan = {
      ...{ ...GROWTH, users: [3], open: 2, dashboards: 2, settleMs: 500, windowMs: 2_000 },
      leastMessages: 1,
      env: { SNAPSHOT_SECONDS: '1', SYNC_SECONDS: '1' },
      then: async (server, users) => void loads.push(await measureSweepLoad(server, users, toy)),
    };
    for await (const each of measureGrowth(inject('build'), home, source, plan)) grown.push(each);
    const [one] = grown;
    expect(one).toMatchObject({ users: 3, open: 2, dashboards: 2, refusals: [] });
    expect([...one!.errors]).toEqual([]);
    expect(one!.comparedMs).toBeGreaterThan(one!.startMs);
    expect(one!.messages[0]).toBeGreaterThan(0);
    expect(one!.reading.cpuMs).toBeGreaterThan(0);
    expect(one!.reading.wallMs).toBeGreaterThanOrEqual(plan.windowMs);
    expect(one!.reading.loopMs.most).toBeGreaterThan(0);
    const { longestTurnMs } = one!.reading;
    expect(longestTurnMs === null || longestTurnMs > 0).toBe(true);
    expect(one!.heldBytes).toBeGreaterThan(1_000_000);
    const runs = new Map(one!.jobs.map((job) => [job.name, job.runs]));
    expect([...runs.keys()]).toEqual(expect.arrayContaining(['sync-orders', 'take-snapshots']));
    expect(Math.max(...runs.values())).toBeGreaterThan(0);
    expect(growthTable(grown).split('\n')).toHaveLength(4);
    expectLoad(loads[0]!);
  },
  PATIENCE_MS,
);

/** Checks that the measure of a toy sweep counts runs, queries and jobs; their times do not matter. */
function expectLoad(load: SweepLoad): void {
  expect(load.trades).toBeGreaterThan(10);
  expect(load.runs).toBeGreaterThan(0);
  expect(load.firstMs).toBeGreaterThan(0);
  for (const { reading, queriesMs, jobs } of [load.rest, load.busy]) {
    expect(reading.wallMs).toBeGreaterThanOrEqual(load.plan.windowMs);
    expect(reading.loopMs.most).toBeGreaterThan(0);
    expect(queriesMs.length).toBeGreaterThan(0);
    expect(jobs.map(({ name }) => name)).toEqual(expect.arrayContaining(['sync-orders']));
  }
  const table = sweepLoadTable(load);
  expect(table).not.toContain('NaN');
  expect(table).toContain('| beside a sweep |');
}
