import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ThreadPool } from '../../../server/adapters/strategy-host/pool/thread-pool.ts';
import { scratchFolder } from '../../support/databases/scratch-folder.ts';
import { installPruned } from '../../support/servers/pruned-install.ts';

const KIND = `import { SMA } from 'trading-signals';
interface P { n: number }
export default {
  title: 'Mine', description: 'Asks for nothing.', assetClasses: ['EQUITY'],
  parameters: { n: { type: 'integer', default: new SMA(2).interval, description: 'bars' } },
  create: (p: P) => ({ onBar(): void {} }),
};`;

const ALLOWED = { memoryMb: null, ms: 20_000, late: new Error('It takes too long.') };

let folder: string;
let pool: ThreadPool;

beforeAll(() => {
  folder = scratchFolder('pruned');
  installPruned(inject('threads'), folder);
  const program = { file: path.join(folder, 'strategy-thread.js') };
  pool = new ThreadPool(program, () => Promise.reject(new Error('It has no kinds.')), 1);
});
afterAll(async () => {
  await pool.close();
  rmSync(folder, { recursive: true });
});

describe('an install without the packages of development', () => {
  it('compiles a kind in TypeScript, and loads what it may import', async () => {
    const module = await pool.apart('compile', { file: 'mine.ts', text: KIND }, ALLOWED);
    expect(module).not.toMatch(/interface|: P/);
    const described = await pool.apart('describe', { kind: 'mine', module }, ALLOWED);
    expect(described.parameters).toMatchObject({ n: { type: 'integer', default: 2 } });
  });
});
