import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ThreadProgram } from '../adapters/strategy-host/pool/thread.ts';

/** Built, all of the server is in one folder; in the sources, this file is in `compose/`. */
const BUILT = !import.meta.filename.endsWith('.ts');

/** The program of a thread: built, or of the sources, which a thread of Node's reads with the help of tsx. */
export function threadProgram(name: string): ThreadProgram {
  const { dirname } = import.meta;
  if (BUILT) return { file: path.join(dirname, 'workers', `${name}.js`) };
  const source = pathToFileURL(path.join(dirname, '..', 'workers', `${name}.ts`)).href;
  const helper = import.meta.resolve('tsx/esm/api');
  const lines = [
    `import { register } from ${JSON.stringify(helper)};`,
    'register();',
    `await import(${JSON.stringify(source)});`,
  ];
  return { file: new URL(`data:text/javascript,${encodeURIComponent(lines.join('\n'))}`) };
}

/** Where the text of the shipped strategies is. */
export function shippedFolder(): string {
  return path.join(import.meta.dirname, '..', 'strategies');
}
