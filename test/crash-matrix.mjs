/**
 * `npm run test:crash`: the whole crash matrix. `--no-reconciliation` starts the server after each crash
 * without looking up what became of its orders, and must show red; `--flow close` tells only flows of that name.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { 'no-reconciliation': { type: 'boolean' }, flow: { type: 'string' } },
});
const root = path.resolve(import.meta.dirname, '..');
const vitest = path.join(root, 'node_modules', '.bin', 'vitest');
const where = ['run', '--config', 'test/vitest.config.ts', '--project', 'server'];
const { status } = spawnSync(vitest, [...where, 'test/e2e/crash-matrix.test.ts'], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    CRASH_MATRIX: 'whole',
    CRASH_FLOW: values.flow ?? '',
    CRASH_RECONCILIATION: values['no-reconciliation'] ? 'off' : 'on',
  },
});
process.exitCode = status ?? 1;
