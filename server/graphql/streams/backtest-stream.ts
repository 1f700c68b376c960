import { setTimeout as sleep } from 'node:timers/promises';
import type { Username } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import {
  hasEnded,
  type Backtest,
  type BacktestReads,
  type BacktestStatus,
} from '../../ports/backtests.ts';
import type { LiveProgress } from '../../usecases/strategies/live-progress.ts';
import { closable } from './closable.ts';

const LOOK_MS = 100;
/** Checks of live progress between two reads of the row; a run on another server is known by its row alone. */
const LOOKS = 5;

/** Progress of a run on this server; null when it runs on another server, or nowhere. */
export type LiveOf = (id: string) => LiveProgress | null;

export interface BacktestProgress {
  readonly id: string;
  readonly status: BacktestStatus;
  /** A fraction, from 0 to 1. */
  readonly progress: number;
  readonly bars: number;
  readonly barsTotal: number;
  readonly secondsLeft: number | null;
}

export interface Followed {
  readonly reads: Pick<BacktestReads, 'backtest'>;
  readonly liveOf: LiveOf;
}

export function progressOf(backtest: Backtest, liveOf: LiveOf): BacktestProgress {
  const { id, status, barsDone, barsTotal } = backtest;
  if (status === 'DONE')
    return { id, status, progress: 1, bars: barsDone, barsTotal, secondsLeft: null };
  const live = status === 'RUNNING' ? liveOf(id) : null;
  const bars = Math.max(barsDone, live?.bars ?? 0);
  const total = Math.max(barsTotal, live?.total ?? 0);
  const progress = total > 0 ? Math.min(1, bars / total) : 0;
  const pace = live && live.bars > 0 ? live.elapsedMs / live.bars : null;
  const secondsLeft = pace === null ? null : ((total - bars) * pace) / 1000;
  return { id, status, progress, bars, barsTotal: total, secondsLeft };
}

/**
 * The present state at once, then each change, at most ten a second; ends after the last change.
 * @throws {Refusal} NOT_FOUND
 */
export async function followBacktest(
  followed: Followed,
  username: Username,
  id: string,
): Promise<AsyncIterableIterator<BacktestProgress>> {
  const first = await followed.reads.backtest(username, id);
  if (!first) throw new Refusal('NOT_FOUND', `You have no backtest ${id}`);
  const left = new AbortController();
  return closable(changes(followed, first, left.signal), () => left.abort());
}

async function* changes(
  { reads, liveOf }: Followed,
  first: Backtest,
  left: AbortSignal,
): AsyncGenerator<BacktestProgress, void> {
  const { id, username } = first;
  let backtest = first;
  let sent = '';
  for (let look = 1; !left.aborted; look += 1) {
    const progress = progressOf(backtest, liveOf);
    const key = JSON.stringify([progress.status, progress.bars, progress.barsTotal]);
    if (key !== sent) yield progress;
    sent = key;
    if (hasEnded(backtest.status)) return;
    const ranHere = liveOf(id) !== null;
    await sleep(LOOK_MS, undefined, { signal: left }).catch(() => undefined);
    // The row is read at once when the run has just begun or ended on this server.
    if (ranHere === (liveOf(id) !== null) && look % LOOKS !== 0) continue;
    backtest = (await reads.backtest(username, id)) ?? { ...backtest, status: 'CANCELED' };
  }
}
