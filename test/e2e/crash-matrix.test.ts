import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FAULT_POINTS, type FaultPoint } from '../../server/ports/fault-points.ts';
import { crash, momentsOf } from '../support/crash/crash-cell.ts';
import { CrashDesk, wordsOf } from '../support/crash/crash-desk.ts';
import { FLOWS } from '../support/crash/crash-flows.ts';
import { crashLine, crashTable, type Row } from '../support/crash/crash-table.ts';
import { serverDatabases } from '../support/servers/server-databases.ts';

const { CRASH_MATRIX, CRASH_FLOW = '', CRASH_DATABASE = '', CRASH_RECONCILIATION } = process.env;
const whole = CRASH_MATRIX === 'whole';
const reconciles = CRASH_RECONCILIATION !== 'off';
const CELL_MS = 240_000;

const rows: Row[] = [];
const began = performance.now();
afterAll(() => {
  const minutes = ((performance.now() - began) / 60_000).toFixed(1);
  const order = FLOWS.map(({ name }) => name);
  const sorted = rows.toSorted((a, b) => order.indexOf(a.flow) - order.indexOf(b.flow));
  console.log(`${crashTable(sorted)}, ${minutes} minutes`);
});

const flowOf = (name: string) => FLOWS.find((flow) => flow.name === name)!;

/** One fault point of each kind; the riskiest when there are several. */
const SAMPLE: Record<string, readonly [flow: string, point: FaultPoint, nth: number][]> = {
  SQLite: [
    ['place', 'send: answered', 1],
    ['trail', 'send: submitted', 1],
    ['close', 'cancel: learned', 1],
  ],
  Postgres: [
    ['place, answer lost', 'send: looked', 1],
    ['cancel', 'request: in transaction', 1],
    ['sync, exits after a market entry', 'sync: learned', 1],
  ],
};

describe.runIf(!whole).each(serverDatabases('NONE'))(
  'killed at a fault point, on %s',
  (name, make) => {
    const database = name.split(' ')[0]!;
    let desk: CrashDesk;
    beforeAll(async () => {
      desk = await CrashDesk.start(await make());
    }, CELL_MS);
    afterAll(() => desk?.close());

    it.each(SAMPLE[database]!)(
      '%s, at %s',
      async (flow, point, nth) => {
        const moment = { point, nth };
        const faults = await crash(desk, flowOf(flow), moment);
        rows.push({ flow, moment, database, faults });
        expect(faults).toEqual([]);
      },
      CELL_MS,
    );

    it.runIf(database === 'SQLite')(
      'is lost when nobody looks up what became of an order',
      async () => {
        const moment = { point: 'send: answered', nth: 1 } as const;
        const faults = await crash(desk, flowOf('place'), moment, { reconciles: false });
        rows.push({ flow: 'place, without reconciliation', moment, database, faults });
        expect(faults?.join()).toMatch(/the venue holds 3 \S+, we 0/);
      },
      CELL_MS,
    );
  },
);

const matrix = serverDatabases('NONE')
  .map(([name, make]) => ({ database: name.split(' ')[0]!, make }))
  .filter(({ database }) => database.includes(CRASH_DATABASE))
  .flatMap((on) => FLOWS.map((flow) => ({ ...on, flow, name: flow.name })))
  .filter(({ name }) => name.includes(CRASH_FLOW));

describe.runIf(whole)('wherever the process ends', () => {
  it.concurrent.each(matrix)(
    '$name, on $database',
    async ({ database, make, flow }) => {
      const desk = await CrashDesk.start(await make());
      try {
        const moments = await momentsOf(desk, flow);
        const red: string[] = [];
        for (const moment of moments) {
          const broken = (error: unknown) => [String(error)];
          const faults = await crash(desk, flow, moment, { reconciles }).catch(broken);
          const row = { flow: flow.name, moment, database, faults };
          rows.push(row);
          console.log(crashLine(row));
          if (faults && faults.length > 0) red.push(wordsOf(moment));
        }
        expect(moments.length).toBeGreaterThan(2);
        expect(red).toEqual([]);
      } finally {
        await desk.close();
      }
    },
    60 * CELL_MS,
  );

  it.runIf(CRASH_FLOW === '')('reaches every point that the code names', () => {
    const reached = new Set(rows.filter(({ faults }) => faults).map(({ moment }) => moment.point));
    expect(FAULT_POINTS.filter((point) => !reached.has(point))).toEqual([]);
  });
});

it('names each point once', () => {
  expect(new Set(FAULT_POINTS).size).toBe(FAULT_POINTS.length);
});
