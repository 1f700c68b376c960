import os from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { DashboardRoom } from '../live/dashboard-room.ts';
import { fillDesk, type LiveSource } from '../live/live-desk.ts';
import { sqliteHome } from '../live/live-home.ts';
import { builtProgram, LiveServer } from '../live/live-server.ts';
import { measureSweepLoad, type SweepLoadPlan } from './measure-sweep-load.ts';
import { sweepLoadTable } from './sweep-load-table.ts';

const FILL = { users: 20, open: 50, watched: 0, closed: 0 };
/** Intervals so short that each job runs several times in a span. */
const OFTEN = { SYNC_SECONDS: '10', SNAPSHOT_SECONDS: '5' };
const COMPARED_WITHIN_MS = 60_000;
const SETTLE_MS = 3_000;

/** Measures the built server with a book, open dashboards and a sweep, and prints a table. */
export async function runSweepLoad(source: LiveSource, plan: SweepLoadPlan): Promise<void> {
  const build = await builtProgram();
  const home = await sqliteHome();
  try {
    const desk = await fillDesk(home, source, FILL);
    const server = await LiveServer.start(build, { ...desk.env(), ...OFTEN });
    try {
      await server.compared(COMPARED_WITHIN_MS);
      const viewers = desk.users.map(({ token }) => ({ token, after: null, copies: 1 }));
      const room = await DashboardRoom.open(server.url, viewers);
      try {
        await wait(SETTLE_MS);
        const load = await measureSweepLoad(server, desk.users, plan);
        console.log(
          `Beside a sweep, ${FILL.users} users × ${FILL.open} open, SQLite, Node ${process.version}, ${os.cpus().length} cores`,
        );
        console.log(sweepLoadTable(load));
        for (const [words, count] of server.log.errors) console.log(`${count} × ${words}`);
      } finally {
        await room.close();
      }
    } finally {
      await server.kill9();
    }
  } finally {
    await home.remove();
  }
}
