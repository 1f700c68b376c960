import os from 'node:os';
import { startPostgres } from '../../support/databases/postgres.ts';
import type { LiveSource } from '../live/live-desk.ts';
import { postgresHome, sqliteHome, type MakeHome } from '../live/live-home.ts';
import { builtProgram } from '../live/live-server.ts';
import { growthTable } from './growth-table.ts';
import { measureGrowth, type Grown, type GrowthPlan } from './measure-growth.ts';

/** Measures the built server on these databases, and prints a table for each. */
export async function runGrowth(
  source: LiveSource,
  plan: GrowthPlan,
  databases: readonly string[],
): Promise<void> {
  const build = await builtProgram();
  for (const database of databases) {
    const postgres = database === 'Postgres' ? await startPostgres() : undefined;
    try {
      await measureOn(database, postgres ? postgresHome(postgres.url) : sqliteHome, build);
    } finally {
      await postgres?.stop();
    }
  }

  async function measureOn(database: string, makeHome: MakeHome, program: string): Promise<void> {
    const grown: Grown[] = [];
    for await (const each of measureGrowth(program, makeHome, source, plan)) {
      grown.push(each);
      console.error(`${database}, ${each.users} users: measured`);
    }
    const seconds = (plan.windowMs / 1000).toFixed(0);
    console.log(
      `Growth on ${database}, Node ${process.version}, ${os.cpus().length} cores, ${seconds} s each`,
    );
    console.log(growthTable(grown));
  }
}
