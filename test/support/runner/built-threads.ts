import path from 'node:path';
import { inject } from 'vitest';
import type { ThreadProgram } from '../../../server/adapters/strategy-host/pool/thread.ts';

export { shippedFolder } from '../../../server/compose/threads.ts';

/** Replaces `threadProgram` of `server/compose/threads.ts`; gives the joined program, not the sources. */
export function threadProgram(name: string): ThreadProgram {
  return { file: path.join(inject('threads'), `${name}.js`) };
}
