import path from 'node:path';
import type { Plugin } from 'vite';

const TESTS = path.resolve(import.meta.dirname, '..', '..');
const THREADS = path.resolve(TESTS, '..', 'server', 'compose', 'threads.ts');
const BUILT = path.join(import.meta.dirname, 'built-threads.ts');
/** These files get the module itself. */
const EXCEPT: ReadonlySet<string> = new Set([BUILT, path.join(TESTS, 'compose/threads.test.ts')]);

/** Gives `built-threads.ts` to every other file that imports `server/compose/threads.ts`. */
export function useBuiltThreads(): Plugin {
  return {
    name: 'built-threads',
    enforce: 'pre',
    resolveId(source, importer) {
      if (importer === undefined || !source.endsWith('/threads.ts')) return null;
      const isThreads = path.resolve(path.dirname(importer), source) === THREADS;
      return isThreads && !EXCEPT.has(importer) ? BUILT : null;
    },
  };
}
