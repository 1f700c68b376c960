import { mkdtempSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the joined programs of the server's threads. */
    threads: string;
  }
}

const ROOT = path.resolve(import.meta.dirname, '..', '..', '..');
const PROGRAMS = ['strategy-thread', 'import-thread'];

/** Joins the programs of threads as the build does: a thread takes six times as long to start from sources. */
export default async function setup(project: TestProject): Promise<() => void> {
  const dist = path.join(ROOT, 'dist');
  mkdirSync(dist, { recursive: true });
  // The folder is within the checkout, where the programs find their packages.
  const folder = mkdtempSync(path.join(dist, 'test-threads-'));
  await build({
    entryPoints: PROGRAMS.map((name) => path.join(ROOT, 'server', 'workers', `${name}.ts`)),
    ...{ bundle: true, splitting: true, format: 'esm', platform: 'node' },
    ...{ packages: 'external', keepNames: true, logLevel: 'warning', outdir: folder },
  });
  project.provide('threads', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
