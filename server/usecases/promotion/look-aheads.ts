import type { Username } from '../../domain/ids.ts';
import type { LookAheadEvidence } from '../../domain/promotion/evidence.ts';
import { StrategyFailed, type BacktestPool } from '../../ports/backtest-pool.ts';
import type { BacktestEvidence } from '../../ports/backtest-evidence.ts';
import type { Backtest } from '../../ports/backtests.ts';
import type { Log } from '../../ports/log.ts';
import type { StrategyKinds } from '../../ports/strategies.ts';
import type { Timers } from '../../ports/timers.ts';
import { NoData } from '../strategies/load-data.ts';
import { engineInput, storedInputIn } from '../strategies/stored-input.ts';
import type { WorkData } from '../strategies/work-data.ts';

/** How long a caller waits for a look that is under way, in milliseconds. */
const PATIENCE_MS = 1_000;
/** Looks that may run in addition to those that fill the lanes, one a user. */
const EXTRA_LANES = 3;

interface Look {
  readonly backtestId: string;
  readonly abort: AbortController;
  readonly done: Promise<LookAheadEvidence | null>;
}

export interface LookAheadDeps {
  readonly backtests: Pick<BacktestEvidence, 'lookAhead' | 'keepLookAhead'>;
  readonly kinds: Pick<StrategyKinds, 'find'>;
  readonly pool: Pick<BacktestPool, 'lookAhead' | 'lanes'>;
  readonly timers: Pick<Timers, 'within'>;
  readonly log: Log;
}

/**
 * Whether backtests look ahead. The first question begins the look, in a thread; its finding is kept with the
 * backtest, so that it is made once.
 */
export class LookAheads {
  readonly #looks = new Map<Username, Look>();
  /** Backtests that cannot be checked: their data or code are gone. They are tried again after the next start. */
  readonly #vain = new Set<string>();
  #stopped = false;

  constructor(
    private readonly deps: LookAheadDeps,
    private readonly data: Pick<WorkData, 'of'>,
  ) {}

  /** Null: it is not known yet, or cannot be. */
  async of(backtest: Backtest): Promise<LookAheadEvidence | null> {
    const { username, id } = backtest;
    const kept = await this.deps.backtests.lookAhead(username, id);
    if (kept !== null || this.#vain.has(id)) return kept;
    const look = this.#looks.get(username) ?? this.#begin(backtest);
    if (look?.backtestId !== id) return null;
    return this.deps.timers.within(PATIENCE_MS, look.done, () => null);
  }

  /** Ends what runs; nothing of it is kept. */
  async stop(): Promise<void> {
    this.#stopped = true;
    const looks = [...this.#looks.values()];
    for (const { abort } of looks) abort.abort();
    await Promise.all(looks.map(({ done }) => done));
  }

  #begin(backtest: Backtest): Look | null {
    if (this.#stopped || this.#looks.size >= this.deps.pool.lanes + EXTRA_LANES) return null;
    const abort = new AbortController();
    const done = this.#look(backtest, abort.signal).finally(() => {
      this.#looks.delete(backtest.username);
    });
    const look = { backtestId: backtest.id, abort, done };
    this.#looks.set(backtest.username, look);
    return look;
  }

  async #look(backtest: Backtest, signal: AbortSignal): Promise<LookAheadEvidence | null> {
    const { username, id, summary } = backtest;
    const { backtests, kinds, pool, log } = this.deps;
    try {
      const input = storedInputIn(backtest.input);
      const kind = await kinds.find(input.kind);
      if (kind?.version !== input.kindVersion || !summary) return this.#inVain(id);
      const loaded = await this.data.of({ kind: 'backtest', id, username }, input, signal);
      if (!loaded) return null;
      const { data, hash } = loaded;
      const run = { kind: input.kind, input: engineInput(input, hash), data };
      const found = await pool.lookAhead(run, summary.hash, signal);
      if (found === null) return signal.aborted ? null : this.#inVain(id);
      await backtests.keepLookAhead(username, id, found);
      return found;
    } catch (error) {
      if (error instanceof NoData || error instanceof StrategyFailed) return this.#inVain(id);
      log.error('A backtest could not be looked at', { id, error });
      return null;
    }
  }

  #inVain(id: string): null {
    this.#vain.add(id);
    return null;
  }
}
