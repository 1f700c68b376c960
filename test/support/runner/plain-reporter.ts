import type { Reporter, TestModule } from 'vitest/node';
/** Ends the output with a plain "N passed, N failed, N skipped" line. */
export default class PlainReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const n = { passed: 0, failed: 0, skipped: 0, pending: 0 };
    for (const m of modules) for (const t of m.children.allTests()) n[t.result().state]++;
    n.failed += modules.filter(
      (m) => m.state() === 'failed' && ![...m.children.allTests('failed')].length,
    ).length;
    process.on('exit', () =>
      process.stdout.write(`\n${n.passed} passed, ${n.failed} failed, ${n.skipped} skipped\n`),
    );
  }
}
