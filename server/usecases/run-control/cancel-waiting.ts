import type { Log } from '../../ports/log.ts';
import { isFinal } from '../../domain/order/order-status.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { NoTrade } from '../../domain/strategy/run-decision.ts';
import type { StrategyRun } from '../../domain/strategy/strategy-run.ts';
import type { TradeAggregate } from '../../domain/trade/trade.ts';
import type { Actor } from '../../ports/trading-system.ts';
import type { RunBook } from './run-books.ts';

const STOPPED: NoTrade = {
  code: 'RUN_STOPPED',
  message: 'The run was stopped before this was placed.',
  actNeeded: false,
};

/** Of a run that has ended: what it asked for and nobody has placed becomes no trade. */
export async function settleWaiting(
  { runs }: Pick<RunBook, 'runs'>,
  run: StrategyRun,
  settledAt: Date,
): Promise<void> {
  const outcome = { state: 'NO_TRADE', settledAt, tradeId: null, noTrade: STOPPED } as const;
  for (const { key } of await runs.waiting(run)) await runs.settle(run, key, outcome);
}

/** Cancels what of the strategy has not entered yet; what is open keeps its exits. */
export async function cancelEntries(
  { runs, trading }: Pick<RunBook, 'runs' | 'trading'>,
  { id, strategyId }: Pick<StrategyRun, 'id' | 'strategyId'>,
  actor: Actor,
  log: Log,
): Promise<void> {
  for (const active of await runs.activeTrades(actor.username, strategyId)) {
    if (!mayEnter(active)) continue;
    const { trade } = active;
    const idempotencyKey = `stop-${id}-${trade.id}-${trade.version}`;
    const cancel = { id: trade.id, expectedVersion: trade.version, idempotencyKey };
    try {
      await trading.executeOrder(actor, { cancel });
    } catch (error) {
      // It has filled meanwhile, or the venue does not answer: the desk follows it like any entry.
      if (!(error instanceof Refusal)) throw error;
      log.info('An entry of a stopped strategy was not canceled', { trade: trade.id, error });
    }
  }
}

function mayEnter({ orders }: TradeAggregate): boolean {
  return orders.some(({ role, status }) => role === 'ENTRY' && !isFinal(status));
}
