import { cancelEntries, settleWaiting } from '../run-control/cancel-waiting.ts';
import type { RunDeps, RunOf } from './run-deps.ts';

/** Ends a run whose strategy failed: its waiting entries end, open trades keep their exits, the user gets an alert. */
export async function endFailed(deps: RunDeps, of: RunOf, error: string): Promise<void> {
  const { runs, book, clock, log } = deps;
  const { run, actor } = of;
  const endedAt = clock.now();
  const isMine = await runs.end(run, { status: 'FAILED', endedAt, error });
  if (!isMine) return;
  const message = `The strategy ${run.name} was stopped: ${error}`;
  const detail = { strategyId: run.strategyId, runId: run.id };
  await book.change(run.username, async (change) => {
    const told = { type: 'STRATEGY_FAILED', message, occurredAt: endedAt, detail } as const;
    await change.append({ ...told, actor: `strategy:${run.strategyId}`, tradeId: null });
    const alert = {
      kind: 'STRATEGY_FAILED',
      severity: 'CRITICAL',
      message,
      tradeId: null,
    } as const;
    await change.raise({ ...alert, subject: run.id }, endedAt);
  });
  await settleWaiting(deps, run, endedAt);
  await cancelEntries(deps, run, actor, log);
}
