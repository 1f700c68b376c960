import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { SHORT_LIVED } from '../servers/short-lived.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the build that `npm start` runs. */
    build: string;
  }
}

const ROOT = path.resolve(import.meta.dirname, '..', '..', '..');

/** Builds what is out of date, once for the whole run, so tests start the server that users start. */
export default async function setup(project: TestProject): Promise<void> {
  const args = [...SHORT_LIVED, 'server/start.mjs', '--build-only'];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: ROOT });
  const build = stdout.trim().split('\n').at(-1);
  if (build === undefined) throw new Error('The build does not say where it is');
  project.provide('build', build);
}
