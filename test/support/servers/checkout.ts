import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..', '..', '..');
const SOURCES = ['server', 'client', 'migrations', 'package.json', 'package-lock.json'];
const BORROWED = ['node_modules', 'dist'];

/** A copy of the program that only the test edits; it shares what is installed and built. */
export function copiedCheckout(): { readonly root: string; remove(): void } {
  const root = mkdtempSync(path.join(os.tmpdir(), 'twinbook-checkout-'));
  mkdirSync(path.join(ROOT, 'dist'), { recursive: true });
  for (const name of [...SOURCES, 'tsconfig.json']) {
    cpSync(path.join(ROOT, name), path.join(root, name), { recursive: true });
  }
  for (const name of BORROWED) symlinkSync(path.join(ROOT, name), path.join(root, name));
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}
