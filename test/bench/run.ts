/**
 * `npm run bench`: what the desk's work costs on filled books, with the goals. `-- sync curve` measures only
 * these parts; `--against DIR` also another checkout, in the same rounds; `--database Postgres` uses it, not
 * SQLite; `--small` uses books of a twentieth; `--rounds 5` measures five times, not three. `-- backtest`
 * compares a run of a million bars with a loop written for it and with Python, if installed, and a sweep by one
 * thread of the build with one by two; `--whole` adds one of 200 sets. `-- fanout` compares the cost of a
 * message to many sockets with that of `ws` alone. `-- prices` measures token prices on a desk of 200 watched
 * mints. `-- promotion` follows 10,000 strategies of each kind without an edge through the gate. `-- sweep`
 * measures the built server at rest and during a sweep on all cores but one; `--whole` on eight columns of a
 * million bars. `-- import` sends 64 MB of CSV to the built server. `-- backup` measures a backup of a million
 * snapshots and its rehearsal. `-- growth` measures the built server with more and more users, on both databases
 * or a named one, half an hour in all; `--users 1,20` measures only these.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { DatabaseAddress } from '../../server/adapters/database/sql/open-database.ts';
import { startPostgres } from '../support/databases/postgres.ts';
import { NOON } from '../support/fakes/fake-clock.ts';
import { backtestTable, measureBacktest } from './backtest/measure-backtest.ts';
import {
  builtThread,
  measureSweeps,
  SMALL_SWEEP,
  SWEEP,
  sweepTable,
  WHOLE_SWEEP,
} from './backtest/measure-sweep.ts';
import { backupTable } from './backup/backup-table.ts';
import { measureBackup } from './backup/measure-backup.ts';
import { fanoutTable } from './fanout/fanout-table.ts';
import { CHANGE, FANOUT, measureFanout, MESSAGE } from './fanout/measure-fanout.ts';
import { measurePaced, PACED, pacedTable } from './fanout/paced.ts';
import type { Fill } from './fill/fill-book.ts';
import { liveThrough } from './fill/lived-desk.ts';
import { importTable } from './import/import-table.ts';
import { IMPORT, measureImport, SMALL_IMPORT } from './import/measure-import.ts';
import { GROWTH, SMALL_GROWTH } from './growth/measure-growth.ts';
import { runGrowth } from './growth/run-growth.ts';
import { builtProgram } from './live/live-server.ts';
import { measure, prepareBook } from './measure.ts';
import { measurePrices } from './prices/measure-prices.ts';
import { priceTable } from './prices/price-table.ts';
import { promotionTables } from './promotion/promotion-table.ts';
import { PARTS, smaller } from './parts.ts';
import { programAt } from './program.ts';
import { SMALL_SWEEP_LOAD, SWEEP_LOAD, WHOLE_SWEEP_LOAD } from './sweepload/measure-sweep-load.ts';
import { runSweepLoad } from './sweepload/run-sweep-load.ts';
import { describeFill, tableOf, type Measured } from './table.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    against: { type: 'string' },
    database: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    small: { type: 'boolean', default: false },
    users: { type: 'string' },
    whole: { type: 'boolean', default: false },
  },
});
const database = values.database ?? 'SQLite';

/** Addresses of new, empty databases. */
async function databases() {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'twinbook-bench-'));
  const postgres = database === 'Postgres' ? await startPostgres() : undefined;
  let made = 0;
  return {
    next: (): DatabaseAddress => {
      made += 1;
      if (postgres) return { url: postgres.url, schema: `bench_${made}` };
      return { file: path.join(dir, `${made}.sqlite`) };
    },
    close: async () => {
      await postgres?.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

const rounds = Number(values.rounds);
if (positionals.length === 0 || positionals.includes('fanout')) {
  const clients = values.small ? [10] : FANOUT.clients;
  console.log(fanoutTable(await measureFanout({ ...FANOUT, clients, rounds })));
  const paced = { ...PACED, rounds, ...(values.small && { clients: 10, seconds: 1 }) };
  console.log(pacedTable(await measurePaced(paced, { query: CHANGE, message: MESSAGE }), paced));
  if (positionals.length === 1) process.exit(0);
}

if (positionals.length === 0 || positionals.includes('backtest')) {
  console.log(backtestTable(measureBacktest(values.small ? 50_000 : 1_000_000, rounds)));
  const thread = builtThread(await builtProgram());
  const whole = values.whole ? WHOLE_SWEEP : null;
  const sweep = { part: values.small ? SMALL_SWEEP : SWEEP, whole, rounds };
  console.log(sweepTable(await measureSweeps(thread, sweep)));
  if (positionals.length === 1) process.exit(0);
}

if (positionals.length === 0 || positionals.includes('prices')) {
  const store = await databases();
  const mints = values.small ? 10 : 200;
  console.log(priceTable(await measurePrices(store.next(), { mints, rounds })));
  await store.close();
  if (positionals.length === 1) process.exit(0);
}

if (positionals.includes('import')) {
  const plan = values.small ? SMALL_IMPORT : IMPORT;
  console.log(importTable(await measureImport(await builtProgram(), { ...plan, rounds })));
  if (positionals.length === 1) process.exit(0);
}

if (positionals.includes('promotion')) {
  const [strategies, edged] = values.small ? [500, 100] : [10_000, 1_000];
  console.log(promotionTables({ strategies, trades: 1_000, edged, edgedTrades: 5_000 }));
  if (positionals.length === 1) process.exit(0);
}

const here = await programAt();
const other = values.against ? [await programAt(path.resolve(values.against))] : [];
const lived = await liveThrough(here, NOON);
if (positionals.length === 0 || positionals.includes('backup')) {
  const store = await databases();
  const addresses = { desk: store.next(), paper: store.next(), real: store.next() };
  const snapshots = values.small ? 10_000 : 1_000_000;
  console.log(backupTable(await measureBackup(addresses, lived, snapshots)));
  await store.close();
  if (positionals.length === 1) process.exit(0);
}

if (positionals.includes('sweep')) {
  const full = values.whole ? WHOLE_SWEEP_LOAD : SWEEP_LOAD;
  await runSweepLoad({ program: here, lived }, values.small ? SMALL_SWEEP_LOAD : full);
  if (positionals.length === 1) process.exit(0);
}

if (positionals.includes('growth')) {
  const plan = values.small ? SMALL_GROWTH : GROWTH;
  const users = values.users?.split(',').map(Number) ?? plan.users;
  const databases = values.database ? [database] : ['SQLite', 'Postgres'];
  await runGrowth({ program: here, lived }, { ...plan, users }, databases);
  if (positionals.length === 1) process.exit(0);
}
const made = await databases();
const filled = new Map<string, DatabaseAddress>();
const all: Measured[] = [];

async function bookOf(fill: Fill): Promise<DatabaseAddress> {
  const key = JSON.stringify(fill);
  const known = filled.get(key);
  if (known) return known;
  console.error(`Filling a book of ${describeFill(fill)}`);
  const address = made.next();
  await prepareBook(here, address, lived, fill);
  filled.set(key, address);
  return address;
}

try {
  const parts = PARTS.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  for (const part of parts)
    for (const { fill: whole, goal } of part.cases) {
      const fill = values.small ? smaller(whole) : whole;
      const book = { address: await bookOf(fill), now: lived.now };
      console.error(`Measuring ${part.work}, ${describeFill(fill)}`);
      const [now = [], before = []] = await measure([here, ...other], part, book, rounds);
      all.push({ part: part.work, fill, goal, now, before });
    }
  console.log(
    `${database}, Node ${process.version}, ${os.cpus().length} cores, medians of ${values.rounds}`,
  );
  console.log(tableOf(all));
} finally {
  await made.close();
}
