import { execFile } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { scratchFolder } from './support/databases/scratch-folder.ts';

const LOADER = path.resolve(import.meta.dirname, '..', 'server', 'load-program.mjs');
const PROGRAM = `
  const { EOL } = require('node:os');
  const place = [__filename, __dirname, __meta.url].map((name) => name.split('/').at(-1));
  exports.started = Promise.resolve().then(() => console.log(JSON.stringify([place, EOL])));
`;

let folder: string;
beforeAll(() => {
  folder = scratchFolder('program');
  copyFileSync(LOADER, path.join(folder, 'main.mjs'));
});
beforeEach(() => {
  for (const name of contents().keys()) rmSync(path.join(folder, name));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Starts the program; returns its output, the cached files, and whether this start has written them. */
async function start(program = PROGRAM, flags: readonly string[] = []) {
  writeFileSync(path.join(folder, 'program.cjs'), program);
  const before = contents();
  const run = promisify(execFile)(process.execPath, [...flags, path.join(folder, 'main.mjs')]);
  const { stdout } = await run.catch((error: Error) => ({ stdout: error.message }));
  const after = contents();
  const changed = [...after].some(([name, text]) => before.get(name) !== text);
  return { said: stdout.trim(), kept: [...after.keys()], changed };
}

function contents(): Map<string, string> {
  const names = readdirSync(folder).filter((name) => name.includes('compiled'));
  return new Map(names.map((name) => [name, readFileSync(path.join(folder, name), 'latin1')]));
}

it('keeps what was compiled at the first start, for starts with the same flags', async () => {
  const first = await start();
  expect(JSON.parse(first.said)).toEqual([
    ['program.cjs', path.basename(folder), 'main.mjs'],
    '\n',
  ]);
  expect(first).toMatchObject({ kept: [expect.stringMatching(/^program-\d+\.compiled$/)] });
  expect(await start()).toEqual({ ...first, changed: false });
  expect((await start(PROGRAM, ['--no-lazy'])).kept).toHaveLength(2);
});

it('replaces what does not belong to the program, or was damaged', async () => {
  const { said, kept } = await start();
  const longer = `${PROGRAM}\n// more`;
  expect(await start(longer)).toEqual({ said, kept, changed: true });
  const file = path.join(folder, kept[0]!);
  const damaged = readFileSync(file);
  damaged.fill(0xff, Math.floor(damaged.length / 2));
  writeFileSync(file, damaged);
  expect(await start(longer)).toMatchObject({ said, changed: true });
  expect(readFileSync(file).equals(damaged)).toBe(false);
  writeFileSync(file, damaged.subarray(0, 10));
  expect(await start(longer)).toMatchObject({ said, changed: true });
});

it('keeps nothing of a program that does not start', async () => {
  const failed = await start(`exports.started = Promise.reject(new Error('a wrong setting'));`);
  expect(failed).toMatchObject({ kept: [], changed: false });
  expect(failed.said).toContain('a wrong setting');
});
