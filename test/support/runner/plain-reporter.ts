import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Reporter, TestCase, TestModule, Vitest } from 'vitest/node';
import { brokenPromises, readPromises, type Ended } from './kept-promises.ts';

const TESTS = path.resolve(import.meta.dirname, '..', '..');
const SLOWEST = 20;

/**
 * Ends the output with the slowest files, the broken promises, each of which fails the run, and a plain "N
 * passed, N failed, N skipped" line.
 */
export default class PlainReporter implements Reporter {
  #vitest: Vitest | null = null;

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const n = { passed: 0, failed: 0, skipped: 0, pending: 0 };
    for (const m of modules) for (const t of m.children.allTests()) n[t.result().state]++;
    n.failed += modules.filter(
      (m) => m.state() === 'failed' && ![...m.children.allTests('failed')].length,
    ).length;
    const broken = this.#broken(modules);
    if (broken.length > 0) process.exitCode = 1;
    n.failed += broken.length;
    const lines = [
      ...slowest(modules),
      ...broken.map((line) => `A promise is not held: ${line}`),
      `${n.passed} passed, ${n.failed} failed, ${n.skipped} skipped`,
    ];
    process.on('exit', () => process.stdout.write(`\n${lines.join('\n')}\n`));
  }

  /** The broken promises; none when the run was narrowed to some titles, or lacks the files that tests read. */
  #broken(modules: readonly TestModule[]): readonly string[] {
    // A run of the whole crash matrix leaves out the short matrix that a promise names.
    const narrowed = this.#vitest?.getGlobalTestNamePattern() ?? process.env.CRASH_MATRIX;
    if (narrowed || !existsSync(path.resolve(TESTS, '..', '..', 'shared'))) return [];
    const page = readFileSync(path.join(TESTS, 'promises.md'), 'utf8');
    return brokenPromises(readPromises(page), modules.flatMap(endedOf));
  }
}

function endedOf(module: TestModule): Ended[] {
  const file = path.relative(TESTS, module.moduleId);
  return [...module.children.allTests()].map((test) => ({
    file,
    titles: titlesOf(test),
    state: test.result().state,
  }));
}

function titlesOf(test: TestCase): string[] {
  const titles = [test.name];
  for (let at = test.parent; at.type === 'suite'; at = at.parent) titles.unshift(at.name);
  return titles;
}

/** Lines with the slowest files of a run; none for a short run. */
function slowest(modules: readonly TestModule[]): string[] {
  if (modules.length <= SLOWEST) return [];
  const files = modules.map((module) => ({
    name: path.relative(TESTS, module.moduleId),
    seconds: module.diagnostic().duration / 1000,
  }));
  const all = files.reduce((total, { seconds }) => total + seconds, 0);
  const worst = files.sort((a, b) => b.seconds - a.seconds).slice(0, SLOWEST);
  return [
    `The slowest ${SLOWEST} of ${files.length} files, of ${all.toFixed(0)} s in all:`,
    ...worst.map(({ name, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${name}`),
  ];
}
