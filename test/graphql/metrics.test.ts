import { expect, it } from 'vitest';
import { createMetrics } from '../../server/http/metrics.ts';
import type { JobReport } from '../../server/ports/job.ts';

it('metrics of jobs are those of the very scrape, read once for it', async () => {
  let [runs, reads] = [0, 0];
  const report = (): JobReport => ({
    ...{ name: 'sync-orders', runs: (runs += 1), skipped: runs * 10, lastError: 'no answer' },
    ...{ lastRun: null, nextRun: null, everySeconds: 60, late: false },
  });
  const registry = createMetrics({ open: () => 0, slowReaders: () => 0 }, async () => {
    reads += 1;
    await Promise.resolve();
    return [report()];
  });
  for (const scrape of [1, 2]) {
    const text = await registry.metrics();
    expect(text).toContain(`twinbook_job_runs{job="sync-orders"} ${scrape}\n`);
    expect(text).toContain(`twinbook_job_skipped{job="sync-orders"} ${scrape * 10}\n`);
    expect(text).toContain(`twinbook_job_failing{job="sync-orders"} 1\n`);
    expect(reads).toBe(scrape);
  }
});
