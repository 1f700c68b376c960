import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { builtProgram } from '../support/servers/server-process.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
let dataDir: string;

beforeAll(() => {
  dataDir = mkdtempSync(path.join(os.tmpdir(), 'twinbook-add-user-'));
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/** Runs the command like the owner of the machine. */
function addUser(name: string, password: string): Promise<{ code: number | null; said: string }> {
  const env = { ...process.env, DATA_DIR: dataDir };
  const child = spawn(process.execPath, [builtProgram('cli/add-user'), name], { cwd: ROOT, env });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  }
  child.stdin.end(`${password}\n`);
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, said })));
}

it('adds a user from the server’s machine, the first as ADMIN', async () => {
  const first = await addUser('Ada', 'correct horse battery');
  expect(first).toMatchObject({ code: 0 });
  expect(first.said).toContain('Ada is added as ADMIN.');
  expect(first.said).not.toContain('correct horse');
  expect((await addUser('bob', 'correct horse battery')).said).toContain('bob is added as USER.');
});

it('says what is wrong, and adds nobody', async () => {
  expect(await addUser('ada', 'correct horse battery')).toMatchObject({ code: 1 });
  const short = await addUser('eve', 'short');
  expect(short).toMatchObject({ code: 1 });
  expect(short.said).toContain('10 to 256 characters');
});
