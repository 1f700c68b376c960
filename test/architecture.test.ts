import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { expect, it } from 'vitest';

/** Who may import whom: `from` may import its own folder and nothing else in server but these. */
const RINGS: Record<string, readonly string[]> = {
  domain: [],
  ports: ['domain'],
  usecases: ['domain', 'ports'],
  adapters: ['domain', 'ports'],
  graphql: ['domain', 'ports', 'usecases'],
  jobs: ['domain', 'ports', 'usecases'],
};

/** What the PAPER book's composition must not be able to reach. */
const REAL_ONLY = '^server/compose/real\\.ts$';

const forbidden = [
  ...Object.entries(RINGS).map(([ring, allowed]) => ({
    name: `${ring} imports only ${allowed.join(', ') || 'itself'}`,
    severity: 'error' as const,
    from: { path: `^server/${ring}/` },
    to: { path: '^server/', pathNot: [ring, ...allowed].map((name) => `^server/${name}/`) },
  })),
  {
    name: 'the core knows no library but decimal.js',
    severity: 'error' as const,
    from: { path: '^server/(domain|ports|usecases)/' },
    to: { path: 'node_modules', pathNot: 'node_modules/decimal\\.js' },
  },
  {
    name: 'only one file of the domain knows decimal.js',
    severity: 'error' as const,
    from: { path: '^server/(domain|ports|usecases)/', pathNot: '^server/domain/decimal\\.ts$' },
    to: { path: 'node_modules/decimal\\.js' },
  },
  {
    name: 'the PAPER book is built from code that cannot import the REAL one',
    severity: 'error' as const,
    from: { path: '^server/', pathNot: ['^server/compose\\.ts$', REAL_ONLY] },
    to: { path: REAL_ONLY },
  },
  {
    name: 'only the composition root makes adapters',
    severity: 'error' as const,
    from: {
      path: '^server/',
      pathNot: '^server/(adapters/|compose/|compose\\.ts$|main\\.ts$|cli/)',
    },
    to: { path: '^server/adapters/' },
  },
  {
    name: 'no import crosses from client to server, nor back',
    severity: 'error' as const,
    from: { path: '^server/' },
    to: { path: '^client/' },
  },
  {
    name: 'no cycles',
    severity: 'error' as const,
    from: { path: '^server/' },
    to: { circular: true },
  },
];

it('imports point inward', async () => {
  const result = await cruise(['server'], {
    ruleSet: { forbidden },
    validate: true,
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
  });
  const { violations } = (result.output as ICruiseResult).summary;
  expect(violations.map((v) => `${v.from} -> ${v.to} (${v.rule.name})`)).toEqual([]);
}, 60_000);

const ROOT = path.resolve(import.meta.dirname, '..');
const LARGEST = 250;
const LARGEST_MEDIAN = 50;

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name);
    if (name === 'gql' || name === 'node_modules' || name === 'dist') return [];
    if (statSync(file).isDirectory()) return sources(file);
    return /\.(ts|svelte|mjs|css)$/.test(name) ? [file] : [];
  });
}

it('keeps files small', () => {
  const files = ['server', 'client', 'migrations', 'test'].flatMap((name) =>
    sources(path.join(ROOT, name)),
  );
  const tooLong = files.filter((file) => linesOf(file) > LARGEST);
  expect(tooLong.map((file) => path.relative(ROOT, file))).toEqual([]);
  // Of the server: a component holds its markup and style too, a test its whole story.
  const lines = ['server', 'migrations'].flatMap((name) =>
    sources(path.join(ROOT, name)).map(linesOf),
  );
  const median = lines.sort((a, b) => a - b)[Math.floor(lines.length / 2)];
  expect(median).toBeLessThanOrEqual(LARGEST_MEDIAN);
});

function linesOf(file: string): number {
  return readFileSync(file, 'utf8').split('\n').length - 1;
}

it('reads the environment in one place', () => {
  const readers = sources(path.join(ROOT, 'server'))
    .filter((file) => /process\.env\b/.test(readFileSync(file, 'utf8')))
    .map((file) => path.relative(ROOT, file));
  expect(readers).toEqual(['server/config.ts', 'server/start.mjs']);
});
