/**
 * `npm run test:crash`: the whole crash matrix, on the built server. `--no-reconciliation` starts the server
 * after each crash without looking up what became of its orders, and must show red; `--flow close` runs only
 * flows of that name, `--database SQLite` only those on SQLite, `--at-once 1` one after the other.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    'no-reconciliation': { type: 'boolean' },
    flow: { type: 'string', default: '' },
    database: { type: 'string', default: '' },
    'at-once': { type: 'string', default: '3' },
  },
});
const root = path.resolve(import.meta.dirname, '..');
const vitest = path.join(root, 'node_modules', '.bin', 'vitest');
const where = [
  'run',
  '--config',
  'test/vitest.config.ts',
  '--project',
  'build',
  '--project',
  'server',
];
// A single flow may be asked for over the API; the steps of real money in the program run all together.
const files = [
  'test/e2e/crash-matrix.test.ts',
  ...(values.flow
    ? []
    : ['test/usecases/real/crash.test.ts', 'test/usecases/real/swap-crash.test.ts']),
];
const how = ['--disable-console-intercept', `--maxConcurrency=${values['at-once']}`];
const { status } = spawnSync(vitest, [...where, ...how, ...files], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    CRASH_MATRIX: 'whole',
    CRASH_FLOW: values.flow,
    CRASH_DATABASE: values.database,
    CRASH_RECONCILIATION: values['no-reconciliation'] ? 'off' : 'on',
  },
});
process.exitCode = status ?? 1;
