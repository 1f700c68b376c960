/**
 * `npm start`: builds what is out of date, then runs the built server, or the tool of `cli/` that is named.
 *
 * A build lives in a folder named by the digest of its sources. It appears whole, by a rename, and is
 * never changed: several starts at once, or a start beside a running older one, cannot disturb it.
 */
import { createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = path.resolve(import.meta.dirname, '..');
const DIST = path.join(ROOT, 'dist');
/** Where a build grows until it is whole. */
const MAKING = path.join(DIST, `making-${process.pid}`);
const SOURCES = ['server', 'client', 'migrations', 'package-lock.json', 'tsconfig.json'];
/** Of the sources, what no build is made of. */
const SKIPPED = new Set(['node_modules', 'dist', 'docs', 'dev.mjs']);
/** Whatever the machine's own says: it is none of our settings, and a build is shared by all who start it. */
const PRODUCTION = { NODE_ENV: 'production' };
const OLD_AFTER_MS = 7 * 24 * 3600 * 1000;

function filesUnder(file) {
  if (!statSync(file).isDirectory()) return [file];
  return readdirSync(file)
    .filter((name) => !SKIPPED.has(name))
    .sort()
    .flatMap((name) => filesUnder(path.join(file, name)));
}

function sourceDigest() {
  const hash = createHash('sha256').update(process.version);
  for (const file of SOURCES.flatMap((name) => filesUnder(path.join(ROOT, name)))) {
    hash.update(path.relative(ROOT, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}

async function run(binary, args) {
  const file = path.join(ROOT, 'node_modules', '.bin', binary);
  const env = { ...process.env, ...PRODUCTION };
  // A tool's stdout is its own: that of `mcp` is a protocol.
  const child = spawn(file, args, { cwd: ROOT, stdio: ['ignore', 2, 2], env });
  const [status] = await once(child, 'exit').catch((error) => [error.message]);
  if (status !== 0) throw new Error(`${binary} failed: ${status}. Was "npm ci" run?`);
}

/**
 * Joins the compiled server's files into few: a start reads each of a thousand small ones, which is a fifth of
 * its work. What comes from packages stays there.
 */
async function join(compiled) {
  const server = path.join(compiled, 'server');
  const tools = readdirSync(path.join(server, 'cli')).filter((name) => name.endsWith('.js'));
  const threads = readdirSync(path.join(server, 'workers')).filter((name) => name.endsWith('.js'));
  const entries = [
    'main.js',
    ...tools.map((name) => path.join('cli', name)),
    ...threads.map((name) => path.join('workers', name)),
  ];
  const files = entries.map((name) => path.join(server, name));
  const form = ['--bundle', '--splitting', '--format=esm', '--platform=node'];
  const kept = ['--packages=external', '--keep-names', '--sourcemap', '--log-level=warning'];
  const places = [`--outbase=${server}`, `--outdir=${path.join(MAKING, 'server')}`];
  await run('esbuild', [...files, ...form, ...kept, ...places]);
  rmSync(compiled, { recursive: true });
  // The text of a strategy is its version.
  cpSync(path.join(ROOT, 'server', 'strategies'), path.join(MAKING, 'strategies'), {
    recursive: true,
  });
}

async function build(target) {
  console.error('Building the server and the dashboard (first start, or sources changed) …');
  const [client, compiled] = [path.join(MAKING, 'client'), path.join(MAKING, 'compiled')];
  const config = ['--config', 'client/vite.config.ts', '--outDir', client, '--logLevel', 'warn'];
  const halves = await Promise.allSettled([
    run('tsc', ['-p', 'server', '--outDir', compiled]).then(() => join(compiled)),
    run('vite', ['build', 'client', ...config]),
  ]);
  const failed = halves.filter(({ status }) => status === 'rejected');
  if (failed.length > 0) {
    rmSync(MAKING, { recursive: true, force: true });
    for (const { reason } of failed) console.error(reason.message);
    process.exit(1);
  }
  try {
    renameSync(MAKING, target);
  } catch (error) {
    if (!existsSync(target)) throw error;
    rmSync(MAKING, { recursive: true, force: true });
  }
}

function removeOldBuilds(current) {
  for (const name of readdirSync(DIST)) {
    const folder = path.join(DIST, name);
    if (folder === current || Date.now() - statSync(folder).mtimeMs < OLD_AFTER_MS) continue;
    rmSync(folder, { recursive: true, force: true });
  }
}

const target = path.join(DIST, sourceDigest());
if (!existsSync(target)) {
  await build(target);
  removeOldBuilds(target);
}
const tool = process.argv[2];
if (tool === '--build-only') {
  console.log(target);
} else {
  Object.assign(process.env, PRODUCTION);
  const program = path.join(target, 'server', tool ? `cli/${tool}.js` : 'main.js');
  process.argv.splice(1, tool ? 2 : 1, program);
  await import(pathToFileURL(program).href);
}
