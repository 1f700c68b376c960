import path from 'node:path';
import { inject } from 'vitest';
import type { ThreadProgram } from '../../../server/adapters/strategy-host/pool/thread.ts';

export { shippedFolder } from '../../../server/compose/threads.ts';

/** Stands for that of `server/compose/threads.ts`: the joined program instead of the sources. */
export function threadProgram(name: string): ThreadProgram {
  return { file: path.join(inject('threads'), `${name}.js`) };
}
