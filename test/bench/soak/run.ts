/**
 * `npm run soak`: twenty minutes of trading on a desk of 200 users with 50 open trades each and 100 dashboards,
 * while answers are lost, sockets are cut, clients stop reading, the server is frozen twice and killed once.
 * Then it checks every promise, prints its findings, and exits with 1 when one was broken; no time breaks any.
 * `-- --minutes 5` takes less, `--database Postgres` uses Postgres instead of SQLite, `--users 20` is a smaller
 * desk, `--short` one of a few users for seconds, `--seed 7` makes other random choices.
 */
import os from 'node:os';
import { parseArgs } from 'node:util';
import { startPostgres } from '../../support/databases/postgres.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';
import { liveThrough } from '../fill/lived-desk.ts';
import { postgresHome, sqliteHome } from '../live/live-home.ts';
import { builtProgram } from '../live/live-server.ts';
import { programAt } from '../program.ts';
import { shortSoak, soakFor } from './soak-plan.ts';
import { isKept, soakReport } from './soak-report.ts';
import { soak } from './soak.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '20' },
    database: { type: 'string', default: 'SQLite' },
    seed: { type: 'string', default: '1' },
    users: { type: 'string', default: '200' },
    short: { type: 'boolean', default: false },
  },
});
const began = performance.now();
const tell = (words: string): void =>
  console.error(`${((performance.now() - began) / 1000).toFixed(0)} s: ${words}`);
const seed = Number(values.seed);
const plan = values.short
  ? shortSoak(seed)
  : soakFor(Number(values.minutes), Number(values.users), seed);
const build = await builtProgram();
const program = await programAt();
const source = { program, lived: await liveThrough(program, NOON) };
const postgres = values.database === 'Postgres' ? await startPostgres() : undefined;
try {
  const home = postgres ? postgresHome(postgres.url) : sqliteHome;
  const soaked = await soak(build, home, source, plan, tell);
  const { users, open, dashboards, lengthMs } = plan;
  console.log(
    `${(lengthMs / 60_000).toFixed(1)} minutes on ${values.database}, ${users} × ${open} open trades, ` +
      `${dashboards} dashboards, seed ${seed}, Node ${process.version}, ${os.cpus().length} cores\n`,
  );
  console.log(soakReport(soaked));
  process.exitCode = isKept(soaked) ? 0 : 1;
} finally {
  await postgres?.stop();
}
