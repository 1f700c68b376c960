import path from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const TESTS = path.resolve(import.meta.dirname, '..', '..');
/**
 * Files that take long for their size, the longest first: begun late, they would run alone at the end. Of those
 * that mostly wait for a clock, two at most run at once, or the processor would wait with them.
 */
const LONG: readonly string[] = [
  ...['e2e/test-clock', 'compose/real-apart', 'usecases/orders/strangers', 'usecases/real/crash'],
  ...['usecases/runs/simulated-month', 'usecases/orders/crash'],
  ...['usecases/orders/no-uncovered-close.property', 'contracts/backup.contract', 'architecture'],
  ...['usecases/trading/trading-day', 'jobs/scheduler', 'references/recorded-sessions'],
  ...['contracts/curve.contract', 'compose/mode-flips', 'jobs/outage', 'compose/real-off'],
  ...['usecases/watch/trailing-days', 'usecases/trading/real-market'],
  ...['usecases/strategies/restart', 'usecases/runs/killed-servers.property'],
  ...['usecases/drift/reckon-drift', 'compose/real-live', 'adapters/strategy-host/own-kinds'],
  ...['usecases/real/real-entries.property', 'graphql/sockets', 'adapters/tradier/tradier-budget'],
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
