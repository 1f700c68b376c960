import path from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const TESTS = path.resolve(import.meta.dirname, '..', '..');
/** Files that take long for their size, the longest first: begun late, they would run alone at the end. */
const LONG: readonly string[] = [
  ...['e2e/test-clock', 'compose/real-apart', 'usecases/orders/strangers', 'usecases/real/crash'],
  ...['usecases/runs/simulated-month', 'usecases/orders/crash', 'jobs/scheduler'],
  ...['usecases/orders/no-uncovered-close.property', 'contracts/backup.contract', 'architecture'],
  ...['usecases/trading/trading-day', 'compose/real-off', 'jobs/outage', 'compose/real-live'],
  ...['references/recorded-sessions', 'contracts/curve.contract', 'compose/mode-flips'],
  ...['adapters/strategy-host/own-kinds', 'usecases/watch/trailing-days'],
  ...['usecases/trading/real-market', 'usecases/strategies/restart', 'graphql/sockets'],
  ...['usecases/real/real-entries.property', 'usecases/runs/killed-servers.property'],
  ...['usecases/drift/reckon-drift', 'adapters/tradier/tradier-budget'],
  ...['usecases/demo/demo-beside-server'],
  ...['e2e/one-key', 'e2e/token-scopes', 'e2e/crash-matrix', 'browser/narrow'],
  ...['e2e/tokens', 'bench/soak/soak', 'e2e/dev', 'e2e/operation', 'browser/playground'],
  ...['e2e/silent-start', 'e2e/restore', 'browser/tokens', 'browser/wallet', 'bench/growth/growth'],
  ...['browser/real-money', 'browser/changes', 'e2e/tenants', 'browser/accounts'],
  ...['browser/strategies', 'e2e/assistants', 'e2e/crash', 'browser/analytics', 'browser/link'],
  ...['browser/prices', 'e2e/running-strategies'],
].map((file) => path.join(TESTS, `${file}.test.ts`));

/**
 * Begins each project with its longest files, and goes on with the largest. The project with the longest file
 * comes first, so that the last workers share the small files of another project.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const long = LONG.flatMap((name) => sorted.filter(({ moduleId }) => moduleId === name));
    const all = [...long, ...sorted.filter((file) => !long.includes(file))];
    const projects = [...new Set(all.map(({ project }) => project))];
    return projects.flatMap((project) => all.filter((file) => file.project === project));
  }
}
