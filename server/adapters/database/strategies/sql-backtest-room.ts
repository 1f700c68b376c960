import type { Knex } from 'knex';
import type { Username } from '../../../domain/ids.ts';
import type { BacktestRoom, StoredRuns } from '../../../ports/backtests.ts';
import { retryTransient } from '../sql/retry-transient.ts';
import { hideBacktests, oldestBacktests, oldestSweeps, removedBy } from './removable-runs.ts';

/** Parts in one statement, which is a megabyte of trades, and runs that one step reads or hides. */
const PARTS = 8;
const RUNS = 20;

/** A removed run leaves its user at once. Servers then delete it piece by piece, each at its next `trim`. */
export class SqlBacktestRoom implements BacktestRoom {
  constructor(private readonly knex: Knex) {}

  async trim(username: Username, most: StoredRuns, signal: AbortSignal): Promise<void> {
    const steps = [
      () => this.#deleteOne(username, signal),
      () => this.#hideRunsOfSweep(username),
      () => this.#hideBacktests(username, most),
      () => this.#hideSweep(username, most),
    ];
    for (let at = 0; at < steps.length && !signal.aborted;) at = (await steps[at]!()) ? 0 : at + 1;
  }

  /** Deletes the lists first, so that a deletion which is cut short can go on later. */
  async #deleteOne(username: Username, signal: AbortSignal): Promise<boolean> {
    const row = await this.knex<{ username: string; id: string }>('backtests')
      .where({ username: removedBy(username) })
      .first('id');
    if (!row) return false;
    const parts = this.knex('backtest_parts').where({ backtest_id: row.id });
    for (;;) {
      if (signal.aborted) return true;
      const keys = await parts.clone().limit(PARTS).select<Part[]>('kind', 'part');
      if (keys.length === 0) break;
      const { kind } = keys[0]!;
      const some = keys.filter((each) => each.kind === kind).map(({ part }) => part);
      await retryTransient(async () =>
        parts.clone().where({ kind }).whereIn('part', some).delete(),
      );
    }
    await retryTransient(async () => this.knex('backtests').where({ id: row.id }).delete());
    return true;
  }

  /** Deletes the sweep after its runs. */
  async #hideRunsOfSweep(username: Username): Promise<boolean> {
    const sweep = await this.knex<{ username: string; id: string }>('sweeps')
      .where({ username: removedBy(username) })
      .first('id');
    if (!sweep) return false;
    const runs = this.knex('backtests').where({ sweep_id: sweep.id, username });
    const ids = await runs.limit(RUNS).pluck<string[]>('id');
    if (ids.length > 0) await hideBacktests(this.knex, username, ids);
    else await retryTransient(async () => this.knex('sweeps').where({ id: sweep.id }).delete());
    return true;
  }

  async #hideBacktests(username: Username, { backtests }: StoredRuns): Promise<boolean> {
    const ids = await oldestBacktests(this.knex, username, backtests, RUNS);
    if (ids.length > 0) await hideBacktests(this.knex, username, ids);
    return ids.length > 0;
  }

  async #hideSweep(username: Username, { sweeps }: StoredRuns): Promise<boolean> {
    const ids = await oldestSweeps(this.knex, username, sweeps, 1);
    const hidden = { username: removedBy(username) };
    await retryTransient(async () => this.knex('sweeps').whereIn('id', ids).update(hidden));
    return ids.length > 0;
  }
}

interface Part {
  readonly kind: string;
  readonly part: number;
}
