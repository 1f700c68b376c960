import type { Log } from '../../ports/log.ts';
import { isEntering } from '../../domain/order/is-entering.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { NoTrade } from '../../domain/strategy/run-decision.ts';
import type { StrategyRun } from '../../domain/strategy/strategy-run.ts';
import type { Trade } from '../../domain/trade/trade.ts';
import type { Actor } from '../../ports/trading-system.ts';
import { atNewestVersion } from '../steps/newest-version.ts';
import type { RunBook } from './run-books.ts';

const STOPPED: NoTrade = {
  code: 'RUN_STOPPED',
  message: 'The run was stopped before this was placed.',
  actNeeded: false,
};

/** Settles what a run that has ended asked for and was not placed: it becomes no trade. */
export async function settleWaiting(
  { runs }: Pick<RunBook, 'runs'>,
  run: StrategyRun,
  settledAt: Date,
): Promise<void> {
  const outcome = { state: 'NO_TRADE', settledAt, tradeId: null, noTrade: STOPPED } as const;
  for (const { key } of await runs.waiting(run)) await runs.settle(run, key, outcome);
}

interface CancelsIn extends Pick<RunBook, 'runs' | 'trading'> {
  readonly book: Pick<RunBook['book'], 'read'>;
}

/** Cancels what of the strategy has not entered yet; what is open keeps its exits. */
export async function cancelEntries(
  { runs, trading, book }: CancelsIn,
  { strategyId }: Pick<StrategyRun, 'strategyId'>,
  actor: Actor,
  log: Log,
): Promise<void> {
  for (const active of await runs.activeTrades(actor.username, strategyId)) {
    if (!isEntering(active.orders)) continue;
    const { trade } = active;
    const { id } = trade;
    const cancel = (expectedVersion: number) => {
      const idempotencyKey = keyOf({ id, version: expectedVersion });
      return trading.executeOrder(actor, { cancel: { id, expectedVersion, idempotencyKey } });
    };
    try {
      // Sending it at this moment changes its version, too.
      await atNewestVersion(book, trade, cancel);
    } catch (error) {
      // It has filled meanwhile, or the venue does not answer: the desk follows it like any entry.
      if (!(error instanceof Refusal)) throw error;
      log.info('An entry of a stopped strategy was not canceled', { trade: trade.id, error });
    }
  }
}

/** Uses only characters that a key may have; an id may have others. */
function keyOf({ id, version }: Pick<Trade, 'id' | 'version'>): string {
  return `stop-${id.replace(/[^A-Za-z0-9]/g, '-').slice(-40)}-${version}`;
}
