/** Builds the server and the dashboard into a folder of `dist/`. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const SERVER = import.meta.dirname;
const ROOT = path.resolve(SERVER, '..');
/** Packages that stay apart: native ones, ones with own files, and ones that few starts need or no desk installs. */
const EXTERNAL = [
  ...['sqlite3', '@node-rs/argon2', 'altair-static', 'typescript'],
  ...['mongodb', 'pg-native'],
  // Databases that knex knows and we do not.
  ...['better-sqlite3', 'mariadb', 'mariadb/*', 'mysql', 'mysql2', 'oracledb', 'tedious'],
  ...['pg-query-stream', 'bufferutil', 'utf-8-validate'],
];
const ESBUILD = ['--bundle', '--platform=node', '--keep-names', '--log-level=warning'];

/**
 * The target appears whole, or not at all. With `warm`, it includes what V8 compiles for a server with the
 * flags of this process, for a place that no server can write to.
 */
export async function build(target, env, { warm }) {
  console.error('Building the server and the dashboard (first start, or sources changed) …');
  const making = path.join(path.dirname(target), `making-${process.pid}`);
  const run = runner(env);
  const client = path.join(making, 'client');
  const config = ['--config', 'client/vite.config.ts', '--outDir', client, '--logLevel', 'warn'];
  const halves = await Promise.allSettled([
    join(run, making),
    run('vite', ['build', 'client', ...config]),
  ]);
  const failed = halves.filter(({ status }) => status === 'rejected');
  if (failed.length > 0) {
    rmSync(making, { recursive: true, force: true });
    for (const { reason } of failed) console.error(reason.message);
    process.exit(1);
  }
  try {
    if (warm) await startOnce(path.join(making, 'server', 'main.js'), env);
    renameSync(making, target);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    // Another start was quicker.
    if (!existsSync(target)) throw error;
  }
}

function runner(env) {
  return async (binary, args) => {
    const file = path.join(ROOT, 'node_modules', '.bin', binary);
    // A tool's stdout is its own: that of `mcp` is a protocol.
    const child = spawn(file, args, { cwd: ROOT, stdio: ['ignore', 2, 2], env });
    const [status] = await once(child, 'exit').catch((error) => [error.message]);
    if (status !== 0) throw new Error(`${binary} failed: ${status}. Was "npm ci" run?`);
  };
}

/** Joins the sources into few files, so that a start need not read thousands. `npm run check` looks at the types. */
async function join(run, making) {
  const to = path.join(making, 'server');
  await Promise.all([
    joinServer(run, path.join(SERVER, 'main.ts'), path.join(to, 'program.cjs')),
    joinOthers(run, to),
  ]);
  copyFileSync(path.join(SERVER, 'load-program.mjs'), path.join(to, 'main.js'));
  // The text of a strategy is its version.
  cpSync(path.join(SERVER, 'strategies'), path.join(making, 'strategies'), { recursive: true });
}

/** Joins the server with its packages, in the form that `load-program.mjs` runs. */
async function joinServer(run, main, program) {
  const form = ['--format=cjs', '--define:import.meta=__meta', '--legal-comments=none'];
  // In Node 20, code that V8 compiled earlier cannot import: it requires.
  const loads = '--supported:dynamic-import=false';
  const kept = EXTERNAL.map((name) => `--external:${name}`);
  await run('esbuild', [main, ...ESBUILD, ...form, loads, ...kept, `--outfile=${program}`]);
  writeFileSync(program, inAscii(readFileSync(program, 'utf8')));
}

/** Escapes what esbuild leaves in comments and regular expressions; the loader reads ASCII. */
function inAscii(source) {
  const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return source.replace(/[^\0-\x7f]/g, escaped);
}

/** Joins the tools and the threads; what comes from packages stays there. */
async function joinOthers(run, to) {
  const files = ['cli', 'workers'].flatMap((folder) =>
    readdirSync(path.join(SERVER, folder)).map((name) => path.join(SERVER, folder, name)),
  );
  const form = ['--splitting', '--format=esm', '--packages=external', '--sourcemap'];
  const places = [`--outbase=${SERVER}`, `--outdir=${to}`];
  await run('esbuild', [...files, ...ESBUILD, ...form, ...places]);
}

/** Starts the built server on an empty folder, and ends it when it is ready. */
async function startOnce(main, { PATH, HOME, NODE_ENV }) {
  const DATA_DIR = mkdtempSync(path.join(os.tmpdir(), 'twinbook-build-'));
  const child = spawn(process.execPath, [...process.execArgv, main], {
    stdio: ['ignore', 'pipe', 2],
    env: { PATH, HOME, NODE_ENV, DATA_DIR, PORT: '0' },
  });
  child.stdout.once('data', () => child.kill());
  const [status] = await once(child, 'exit');
  rmSync(DATA_DIR, { recursive: true, force: true });
  if (status !== 0) throw new Error(`The built server does not start: ${status}`);
}
