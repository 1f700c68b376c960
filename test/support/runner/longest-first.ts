import path from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const TESTS = path.resolve(import.meta.dirname, '..', '..');
/** Files that take long for their size: begun late, they would end alone on an idle machine. */
const LONG: ReadonlySet<string> = new Set(
  [
    ...['e2e/test-clock', 'e2e/one-key', 'e2e/operation', 'e2e/crash-matrix', 'browser/link'],
    ...['e2e/silent-start', 'e2e/tokens', 'browser/tokens', 'browser/prices'],
    ...['usecases/real/crash', 'usecases/orders/crash', 'usecases/orders/strangers'],
    ...['compose/real-apart', 'jobs/outage', 'jobs/scheduler', 'e2e/running-strategies'],
    ...['usecases/runs/killed-servers.property', 'usecases/drift/reckon-drift'],
    ...['references/recorded-sessions', 'adapters/tradier/tradier-budget'],
    ...['bench/soak/soak', 'bench/growth/growth', 'e2e/restore', 'e2e/token-scopes', 'e2e/tenants'],
    ...['browser/playground', 'e2e/dev', 'compose/real-live', 'architecture', 'graphql/sockets'],
    ...['adapters/strategy-host/own-kinds', 'usecases/orders/no-uncovered-close.property'],
    ...['usecases/real/real-entries.property', 'usecases/watch/trailing-days'],
    ...['usecases/demo/demo-beside-server', 'usecases/strategies/restart'],
  ].map((file) => path.join(TESTS, `${file}.test.ts`)),
);

/** Begins each project with its longest files, and goes on with the largest. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const projects = [...new Set(sorted.map(({ project }) => project))];
    return projects.flatMap((project) => {
      const own = sorted.filter((file) => file.project === project);
      const isLong = ({ moduleId }: TestSpecification): boolean => LONG.has(moduleId);
      return [...own.filter(isLong), ...own.filter((file) => !isLong(file))];
    });
  }
}
