import { isFinal } from '../../domain/order/order-status.ts';
import { Refusal } from '../../domain/refusal.ts';
import { noTrade } from './no-trade-of.ts';
import type { RunDeps, RunOf } from './run-deps.ts';

/** Ends a run whose strategy failed: nothing of it waits to enter, what is open keeps its exits, the user is told. */
export async function endFailed(deps: RunDeps, of: RunOf, error: string): Promise<void> {
  const { runs, book, clock } = deps;
  const { run } = of;
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
  await cancelWaiting(deps, of);
}

/** Ends all that the run asked for and that has not entered yet. */
export async function cancelWaiting(deps: RunDeps, { run, actor }: RunOf): Promise<void> {
  const { runs, door, clock, digest } = deps;
  const stopped = noTrade('RUN_STOPPED', 'The run ended before it was placed.');
  const settled = { state: 'NO_TRADE', settledAt: clock.now(), tradeId: null } as const;
  for (const { key } of await runs.waiting(run))
    await runs.settle(run, key, { ...settled, noTrade: stopped });
  for (const { trade, orders } of await runs.activeTrades(run.username, run.strategyId)) {
    if (!orders.some(({ role, status }) => role === 'ENTRY' && !isFinal(status))) continue;
    const idempotencyKey = digest(`end\n${run.id}\n${trade.id}\n${trade.version}`);
    const input = { id: trade.id, expectedVersion: trade.version, idempotencyKey };
    try {
      await door.cancel(actor, input, run.strategyId);
    } catch (error) {
      // It has filled or ended meanwhile, or its venue does not answer: then it is looked at as any entry is.
      if (!(error instanceof Refusal)) throw error;
    }
  }
}
