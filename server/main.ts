import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { JsonLog } from './adapters/system/json-log.ts';
import { startDesk, type RunningDesk } from './compose.ts';
import { loadConfig } from './config.ts';
import { ConfigError } from './config/problems.ts';
import type { Log } from './ports/log.ts';

/** Longer than a clean stop may take: after this time the process ends anyway. */
const STOP_MS = 7_500;

/** Prints what is wrong in the environment, a line for each problem, and ends before anything listens. */
function orExit(error: unknown): never {
  if (!(error instanceof ConfigError)) throw error;
  for (const problem of error.problems) console.error(problem);
  process.exit(1);
}

function configOrExit() {
  try {
    return loadConfig();
  } catch (error) {
    return orExit(error);
  }
}

/** The version in the package.json of the checkout that this was built in or runs from. */
function version(): string {
  for (const levels of ['..', '../../..']) {
    try {
      const file = new URL(`${levels}/package.json`, import.meta.url);
      return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  return 'unknown';
}

async function start(): Promise<void> {
  const config = configOrExit();
  const log = new JsonLog();
  const desk = await startDesk(config, log, version()).catch(orExit);
  stopOnSignal(desk, log);
  console.log(`Twinbook is at ${config.publicUrl ?? desk.url}`);
}

function stopOnSignal(desk: RunningDesk, log: Log): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      setTimeout(() => process.exit(1), STOP_MS).unref();
      desk.close().then(
        () => process.exit(0),
        (error: unknown) => {
          log.error('The desk did not stop cleanly', { error });
          process.exit(1);
        },
      );
    });
  }
}

/** Resolves once the desk listens. */
export const started = start();
