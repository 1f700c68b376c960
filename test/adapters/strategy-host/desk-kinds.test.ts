import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { DeskKinds } from '../../../server/adapters/strategy-host/kinds/desk-kinds.ts';
import { OwnKinds } from '../../../server/adapters/strategy-host/kinds/own-kinds.ts';
import type { ThreadPool } from '../../../server/adapters/strategy-host/pool/thread-pool.ts';
import { SHIPPED } from '../../../server/strategies/index.ts';
import { scratchFolder } from '../../support/databases/scratch-folder.ts';
import { SilentLog } from '../../support/fakes/silent-log.ts';

const log = new SilentLog();
const DESCRIBED = { title: 'T', description: 'D', assetClasses: ['EQUITY'], parameters: {} };

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

function folderOf(...files: readonly string[]): string {
  const folder = scratchFolder('kinds');
  folders.push(folder);
  for (const file of files) writeFileSync(path.join(folder, file), '');
  return folder;
}

/** Threads whose first `times` calls are given up at once; records the time that each call was allowed. */
function slow(times: number) {
  const allowed: number[] = [];
  const apart = async (name: string, _: unknown, { ms, late }: { ms: number; late: Error }) => {
    allowed.push(ms);
    if (allowed.length <= times) throw late;
    return name === 'compile' ? 'module' : DESCRIBED;
  };
  return { allowed, pool: () => ({ apart }) as unknown as ThreadPool };
}

async function loaded(times: number, busy: boolean) {
  const { allowed, pool } = slow(times);
  const kinds = new OwnKinds({
    ...{ folder: folderOf('mine.ts'), log, pool },
    ...{ isShipped: () => false, busy: () => busy },
  });
  const { kind } = await (await kinds.all()).get('mine')!.known;
  return { allowed, error: kind.error };
}

it('a file that is late is given up, on a busy machine after one more chance with more time', async () => {
  expect(await loaded(1, false)).toEqual({
    ...{ allowed: [20_000], error: 'It does not compile within 20 s.' },
  });
  expect(await loaded(1, true)).toEqual({ allowed: [20_000, 60_000, 5_000], error: null });
  expect(await loaded(2, true)).toEqual({
    ...{ allowed: [20_000, 60_000], error: 'It does not compile within 60 s.' },
  });
});

it('nobody waits for a file but who asks for it, and two are loaded at once', async () => {
  const begun: string[] = [];
  let goOn: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (goOn = resolve));
  const apart = async (name: string, { file }: { file: string }) => {
    if (name === 'describe') return DESCRIBED;
    begun.push(file);
    if (file === 'aaa.ts') await held;
    return 'module';
  };
  const folder = folderOf('aaa.ts', 'bbb.ts', 'ccc.ts', 'ddd.ts');
  const kinds = new DeskKinds(
    { shipped: SHIPPED, sourceOf: () => 'text', folder, log },
    () => ({ apart }) as unknown as ThreadPool,
  );
  expect(await kinds.find('sma-cross')).toMatchObject({ own: false });
  expect(begun).toEqual([]);
  for (const kind of ['bbb', 'ddd']) expect(await kinds.find(kind)).toMatchObject({ own: true });
  expect(begun).toEqual(['aaa.ts', 'bbb.ts', 'ccc.ts', 'ddd.ts']);
  goOn();
  expect((await kinds.all()).slice(-4).map(({ kind }) => kind)).toEqual([
    ...['aaa', 'bbb', 'ccc', 'ddd'],
  ]);
});

/** Two files, of which one hangs until it is let go. */
function hanging(late: boolean) {
  const begun: string[] = [];
  let goOn: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (goOn = resolve));
  const apart = async (
    name: string,
    { kind }: { kind?: string },
    { ms, late: error }: { ms: number; late: Error },
  ) => {
    if (name === 'compile') return 'module';
    begun.push(`${kind} ${ms}`);
    if (kind !== 'aaa') return DESCRIBED;
    if (late && ms === 5_000) throw error;
    await held;
    return DESCRIBED;
  };
  const kinds = new OwnKinds({
    ...{ folder: folderOf('aaa.js', 'bbb.js', 'ccc.js', 'ddd.js'), log, isShipped: () => false },
    ...{ pool: () => ({ apart }) as unknown as ThreadPool, busy: () => true },
    patienceMs: late ? 60_000 : 50,
  });
  const listed = async () => {
    const all = [...(await kinds.all()).values()];
    const known = await Promise.all(all.map((each) => each.listed()));
    return known.map(
      ({ kind: { kind, own, error, loading = false } }) => `${kind} ${own} ${loading} ${error}`,
    );
  };
  return { begun, listed, goOn, known: async () => (await kinds.all()).get('aaa')!.known };
}

const FINE = ['bbb', 'ccc', 'ddd'].map((kind) => `${kind} true false null`);

it('a list waits for no file that hangs: it is still being loaded, and there once it is', async () => {
  const { listed, goOn, known } = hanging(false);
  const still = 'aaa true true It is still being loaded: ask again in a moment.';
  expect(await listed()).toEqual([still, ...FINE]);
  expect(await listed()).toEqual([still, ...FINE]);
  goOn();
  expect((await known()).kind.error).toBeNull();
  expect(await listed()).toEqual(['aaa true false null', ...FINE]);
});

it('a file that was late is listed so at once, and gets its other chance after all others', async () => {
  const { begun, listed, goOn, known } = hanging(true);
  const late = 'aaa true true It does not load within 5 s. It is tried once more.';
  expect(await listed()).toEqual([late, ...FINE]);
  expect(begun.at(-1)).toBe('aaa 15000');
  goOn();
  await known();
  expect(await listed()).toEqual(['aaa true false null', ...FINE]);
});
