import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..', '..', '..');
const SOURCES = ['server', 'client', 'migrations', 'package.json', 'package-lock.json'];
/** Longer than any run of a test file takes. */
const LONGEST_MS = 1_800_000;
const BORROWED = ['node_modules', 'dist'];

/** A copy of the program that only the test edits; it shares the installed packages and the build. */
export function copiedCheckout(name: string): { readonly root: string; remove(): void } {
  const root = ownFolder(name);
  mkdirSync(path.join(ROOT, 'dist'), { recursive: true });
  for (const name of [...SOURCES, 'tsconfig.json']) {
    cpSync(path.join(ROOT, name), path.join(root, name), { recursive: true });
  }
  for (const name of BORROWED) symlinkSync(path.join(ROOT, name), path.join(root, name));
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** The same folder at each run, because Vite's cache depends on it; another while a run uses that folder. */
function ownFolder(name: string): string {
  const of = createHash('sha256').update(ROOT).digest('hex').slice(0, 8);
  const root = path.join(os.tmpdir(), `twinbook-checkout-${name}-${of}`);
  const since = statSync(root, { throwIfNoEntry: false })?.mtimeMs;
  // The run that made the folder was killed.
  if (since !== undefined && Date.now() - since > LONGEST_MS) rmSync(root, { recursive: true });
  try {
    mkdirSync(root);
    return root;
  } catch {
    return mkdtempSync(`${root}-`);
  }
}
