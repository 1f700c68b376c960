import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { violations } from './architecture/cruise.ts';
import { RINGS } from './architecture/rings.ts';
import { RUNNING, WRITTEN } from './architecture/rules.ts';
import { breaches, reachedFrom, runningImports } from './architecture/running.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const LARGEST = 250;
/** Reading every file takes seconds, and far longer when other tests run too. */
const PATIENCE_MS = 180_000;

it(
  'imports point inward, and folders have an order',
  async () => {
    expect(await violations(ROOT, ['server', 'client', 'migrations'], WRITTEN)).toEqual([]);
  },
  PATIENCE_MS,
);

it(
  'the PAPER book reaches nothing of the REAL one',
  async () => {
    const imports = await runningImports(ROOT, 'server');
    expect(breaches(imports, RUNNING)).toEqual([]);
    const all = [...reachedFrom('server/compose/paper.ts', imports)];
    const reached = all.filter((file) => file.startsWith('server/'));
    expect(reached.length).toBeGreaterThan(100);
    const live = reached.filter((file) => /https:\/\/api\.tradier\.com/.test(textOf(file)));
    expect(live).toEqual([]);
  },
  PATIENCE_MS,
);

it('lists every folder of the server as a ring, but for its pages', () => {
  const folders = readdirSync(path.join(ROOT, 'server'), { withFileTypes: true });
  const all = folders.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const names = all.filter((name) => name !== 'docs');
  expect(names.sort()).toEqual(Object.keys(RINGS).sort());
});

describe('the size of files', () => {
  it('is 250 lines at most', () => {
    const files = ['server', 'client', 'migrations', 'test'].flatMap(sources);
    expect(files.filter((file) => linesOf(file) > LARGEST)).toEqual([]);
  });

  it.each([
    ['server and migrations', ['server', 'migrations'], /\.ts$/, 120],
    ['components', ['client'], /\.svelte$/, 200],
  ])('is small for nine of ten in %s', (_, folders, name, most) => {
    const lines = folders
      .flatMap(sources)
      .filter((file) => name.test(file))
      .map(linesOf);
    lines.sort((a, b) => a - b);
    expect(lines[Math.ceil(lines.length * 0.9) - 1]).toBeLessThanOrEqual(most);
  });
});

it('reads the environment in one place', () => {
  const readers = sources('server').filter((file) => /process\.env\b/.test(textOf(file)));
  expect(readers).toEqual(['server/config.ts', 'server/dev.mjs', 'server/start.mjs']);
});

function sources(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder)).flatMap((name) => {
    const file = path.join(folder, name);
    if (name === 'gql' || name === 'node_modules' || name === 'dist') return [];
    if (statSync(path.join(ROOT, file)).isDirectory()) return sources(file);
    return /\.(ts|svelte|mjs|css)$/.test(name) ? [file] : [];
  });
}

function textOf(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

function linesOf(file: string): number {
  return textOf(file).split('\n').length - 1;
}

describe('the door of strategies', () => {
  it('is named by no file of the API’s', () => {
    const names = ['server/graphql', 'server/http'].flatMap(sources);
    const text = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
    expect(names.length).toBeGreaterThan(50);
    expect(names.filter((file) => /strategyDoor|StrategyDoor/.test(text(file)))).toEqual([]);
  });
});
