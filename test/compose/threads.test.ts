import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { Thread } from '../../server/adapters/strategy-host/pool/thread.ts';
import { threadProgram } from '../../server/compose/threads.ts';

const SOURCES = path.resolve(import.meta.dirname, '../../server/compose/threads.ts');

describe('a thread of the sources, as `npm run dev` starts it', () => {
  it('does its tasks', async () => {
    const { file } = threadProgram('strategy-thread');
    // Only this test uses the sources; every other test uses the joined program.
    expect(String(file)).toContain(encodeURIComponent(path.dirname(path.dirname(SOURCES))));
    const thread = new Thread({ file });
    try {
      expect(await thread.ask('statsOf', [])).toBeDefined();
    } finally {
      await thread.end();
    }
  });
});
