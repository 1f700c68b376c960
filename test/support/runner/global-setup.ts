import { chmodSync, rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { startPostgres } from '../databases/postgres.ts';
import { scratchFolder } from '../databases/scratch-folder.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** URL of the run's Postgres; null if this machine has none. Not provided in a project that starts none. */
    pgUrl: string | null;
    /** Whether the Postgres ends with the run. */
    pgIsOurs: boolean;
  }
}

/** One Postgres for the whole run: `TEST_PG_URL` if set, else our own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = (process.env['TEST_RUN_FOLDER'] = scratchFolder('run'));
  // Postgres does not run as root, and its data is within.
  chmodSync(folder, 0o711);
  const stop = await startedPostgres(project);
  return async () => {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

async function startedPostgres(project: TestProject): Promise<() => Promise<void>> {
  if (process.env.TEST_PG_URL) {
    project.provide('pgUrl', process.env.TEST_PG_URL);
    project.provide('pgIsOurs', process.env.TEST_PG_IS_OURS === 'true');
    return async () => undefined;
  }
  const postgres = await startPostgres();
  if (!postgres) console.log('No Postgres binaries found: tests on Postgres are skipped.');
  project.provide('pgUrl', postgres?.url ?? null);
  project.provide('pgIsOurs', true);
  // The setup of the next project finds this Postgres.
  if (postgres) Object.assign(process.env, { TEST_PG_URL: postgres.url, TEST_PG_IS_OURS: 'true' });
  return async () => postgres?.stop();
}
