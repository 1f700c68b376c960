/**
 * `npm start`: builds what is out of date, then runs the built server, or the tool of `cli/` that is named.
 *
 * A build lives in a folder named by the digest of its sources. It appears whole, by a rename, and is
 * never changed, but that `load-program.mjs` adds what V8 compiled: several starts at once, or a start while an
 * older one runs, cannot disturb it.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';

const ROOT = path.resolve(import.meta.dirname, '..');
const DIST = path.join(ROOT, 'dist');
const SOURCES = ['server', 'client', 'migrations', 'package-lock.json', 'tsconfig.json'];
/** Those of the sources that no build is made of. */
const SKIPPED = new Set(['node_modules', 'dist', 'docs', 'dev.mjs']);
/** Set whatever NODE_ENV the machine has: it is no setting of the desk, and all who start a build share it. */
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

function removeOldBuilds(current) {
  for (const name of readdirSync(DIST)) {
    const folder = path.join(DIST, name);
    if (folder === current || Date.now() - statSync(folder).mtimeMs < OLD_AFTER_MS) continue;
    rmSync(folder, { recursive: true, force: true });
  }
}

const tool = process.argv[2];
const target = path.join(DIST, sourceDigest());
if (!existsSync(target)) {
  await build(target, { ...process.env, ...PRODUCTION }, { warm: tool === '--build-only' });
  removeOldBuilds(target);
}
if (tool === '--build-only') {
  console.log(target);
} else {
  Object.assign(process.env, PRODUCTION);
  const program = path.join(target, 'server', tool ? `cli/${tool}.js` : 'main.js');
  process.argv.splice(1, tool ? 2 : 1, program);
  await import(pathToFileURL(program).href);
}
