/**
 * Runs the joined program next to it, `program.cjs`. The build names this file `main.js`.
 *
 * To compile the program is half of a start. The first start that is ready keeps next to the program what V8
 * compiled, and later starts take that. V8's tag names its version, its flags and the processor, each of which
 * makes another result. A folder that cannot be written, or a result that was cut short, costs only time.
 */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import v8 from 'node:v8';
import vm from 'node:vm';

const FILE = path.join(import.meta.dirname, 'program.cjs');
const COMPILED = path.join(import.meta.dirname, `program-${v8.cachedDataVersionTag()}.compiled`);
const DIGEST_BYTES = 32;
const PARAMETERS = ['exports', 'require', 'module', '__filename', '__dirname', '__meta'];

const digestOf = (bytes) => createHash('sha256').update(bytes).digest();

/** The kept code if it is whole. V8 trusts it: what a full disk or a lost machine left would end the process. */
function compiled() {
  if (!existsSync(COMPILED)) return undefined;
  const kept = readFileSync(COMPILED);
  const data = kept.subarray(DIGEST_BYTES);
  return digestOf(data).equals(kept.subarray(0, DIGEST_BYTES)) ? data : undefined;
}

function keep(script) {
  const making = `${COMPILED}.${randomUUID()}`;
  try {
    const data = script.createCachedData();
    writeFileSync(making, Buffer.concat([digestOf(data), data]));
    renameSync(making, COMPILED);
  } catch {
    rmSync(making, { force: true });
  }
}

// Joined into the program, packages count as ours: Node would tell the user what only their authors can change.
process.noDeprecation = true;

// Newer versions of Node set it. Without it, pg loads all of fetch to find out where it runs: a sixth of a start.
globalThis.navigator ??= { userAgent: `Node.js/${process.versions.node.split('.', 1)[0]}` };

const cachedData = compiled();
// The build writes nothing but ASCII, which is the quickest to read.
const source = `(function (${PARAMETERS.join(', ')}) { ${readFileSync(FILE, 'latin1')}\n})`;
const script = new vm.Script(source, { filename: FILE, cachedData });
const module = { exports: {} };
const [run, require] = [script.runInThisContext(), createRequire(import.meta.url)];
run(module.exports, require, module, FILE, import.meta.dirname, import.meta);
await module.exports.started;
if (cachedData === undefined || script.cachedDataRejected) keep(script);
