import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './support/runner/longest-first.ts';
import { directImports } from './support/runner/direct-imports.ts';
import { useBuiltThreads } from './support/runner/use-built-threads.ts';

const root = new URL('..', import.meta.url).pathname;
/** type-graphql loads graphql's CommonJS build; a second realm would refuse its types. */
const oneGraphql = { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] };
/** Tests that start their own server: the build that `npm start` runs. */
const ON_THE_BUILD = ['test/{e2e,browser,bench/growth,bench/import,bench/soak}/**/*.test.ts'];
/** Tests that need no Postgres, no built server and no browser. A file in no list belongs to `server`. */
const UNIT = [
  'test/{config,direct-imports,load-program,pages,promises}.test.ts',
  'test/{domain,loops,venues}/**/*.test.ts',
  'test/adapters/{orats,routing,solana,system,tradier,turns,vault,wire}/**/*.test.ts',
  'test/adapters/simulated/!(simulated-venue-store).test.ts',
  'test/references/!(recorded-sessions).test.ts',
];
/** Nobody is promised how long a test takes on a busy machine. */
const patient = {
  testTimeout: 120_000,
  hookTimeout: 120_000,
  // A second, which is what a poll has by itself, is a pace. A page's own waits have as long as this.
  expect: { poll: { timeout: 30_000 } },
} as const;
/** Saves a twentieth of the processor time. */
const LARGE_YOUNG_GENERATION = ['--min-semi-space-size=32', '--max-semi-space-size=64'];
const node = {
  environment: 'node',
  pool: 'forks',
  // As with `npm start`: a library's behaviour in another environment proves nothing.
  env: { NODE_ENV: 'production' },
  execArgv: LARGE_YOUNG_GENERATION,
  ...patient,
} as const;

/**
 * Each worker loads the program once, not once for each file, which saves half of all time. No module of ours
 * keeps anything between two desks, and a test that leaves something behind is wrong.
 */
const together = { isolate: false } as const;

export default defineConfig({
  root,
  test: {
    // Four for two cores: half of the time a file waits, for its clock or for the server that it started.
    maxWorkers: 4,
    sequence: { sequencer: LongestFirst },
    reporters: ['default', new URL('./support/runner/plain-reporter.ts', import.meta.url).pathname],
    projects: [
      {
        resolve: oneGraphql,
        plugins: [directImports()],
        test: { name: 'unit', root, include: UNIT, ...node, ...together },
      },
      {
        resolve: oneGraphql,
        plugins: [directImports(), useBuiltThreads()],
        test: {
          name: 'server',
          root,
          globalSetup: [
            'test/support/runner/global-setup.ts',
            'test/support/runner/threads-setup.ts',
          ],
          include: ['test/**/*.test.ts'],
          exclude: ['test/client/**', ...ON_THE_BUILD, ...UNIT],
          ...node,
          ...together,
        },
      },
      {
        resolve: oneGraphql,
        plugins: [directImports()],
        test: {
          name: 'build',
          root,
          globalSetup: [
            'test/support/runner/global-setup.ts',
            'test/support/runner/build-setup.ts',
          ],
          include: ON_THE_BUILD,
          ...node,
          // Each waits for servers and a browser, which share the machine with other tests.
          testTimeout: 180_000,
          ...together,
        },
      },
      {
        plugins: [svelte({ configFile: false }), svelteTesting()],
        test: {
          name: 'client',
          root,
          include: ['test/client/**/*.test.ts'],
          environment: 'happy-dom',
          setupFiles: ['test/support/runner/patient-screens.ts'],
          ...patient,
          ...together,
        },
      },
    ],
  },
});
