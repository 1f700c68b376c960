import type { Knex } from 'knex';
import type { TradeStats } from '../../../domain/statistics/trade-stats.ts';
import { LEASE_MS } from '../../../ports/leases.ts';
import type {
  Backtest,
  FailedSweepRun,
  FinishedRun,
  Sweep,
  SweepRunResult,
} from '../../../ports/backtests.ts';
import type { BacktestQueue, WorkKind, WorkName } from '../../../ports/backtest-queue.ts';
import { actingFor } from '../sql/dialect.ts';
import { retryTransient } from '../sql/retry-transient.ts';
import { backtestToRow, sweepToRow, triedToRow } from './backtest-row.ts';
import { writeParts } from './backtest-parts.ts';
import { insertRun } from './insert-run.ts';
import { toPlainJson } from '../sql/plain-json.ts';

const TABLE: Readonly<Record<WorkKind, string>> = { backtest: 'backtests', sweep: 'sweeps' };
/** Work that has ended its server twice would do so again. */
const MOST_ATTEMPTS = 2;
const MOST_WAITING = 1_000;
/** Waiting runs listed for one user: however many more a user has, they hide no other user's. */
const MOST_OF_ONE = 5;
const TOOK_DOWN = 'The server ended twice while it ran.';

/** The queue as rows: each step is one conditional statement, so that any number of servers may take part. */
export class SqlBacktestQueue implements BacktestQueue {
  constructor(
    private readonly knex: Knex,
    /** Unique to this run of this server. */
    private readonly holder: string,
    private readonly machineNow: () => number = Date.now,
  ) {}

  async addBacktest(backtest: Backtest): Promise<void> {
    await actingFor(this.knex, backtest)('backtests').insert(backtestToRow(backtest));
  }

  async addSweep(sweep: Sweep): Promise<void> {
    await actingFor(this.knex, sweep)('sweeps').insert(sweepToRow(sweep));
  }

  async cancel({ kind, id, username }: WorkName, now: Date): Promise<boolean> {
    const changed = await retryTransient(() =>
      actingFor(this.knex, { username })(TABLE[kind])
        .where({ id, username })
        .whereIn('status', ['QUEUED', 'RUNNING'])
        .update({ status: 'CANCELED', finished_at: now.getTime(), holder: null }),
    );
    return changed > 0;
  }

  async waiting(): Promise<readonly WorkName[]> {
    const found = await Promise.all(
      (['backtest', 'sweep'] as const).map(async (kind) => {
        const place = 'ROW_NUMBER() OVER (PARTITION BY username ORDER BY created_at, id) AS place';
        const free = this.#free(this.knex(TABLE[kind])).select(
          ...['id', 'username', 'created_at', this.knex.raw(place)],
        );
        const rows = await this.knex
          .from(free.as('free'))
          .where('place', '<=', MOST_OF_ONE)
          .orderBy(['place', 'created_at', 'id'])
          .limit(MOST_WAITING)
          .select<{ id: string; username: string }[]>('id', 'username');
        return rows.map(({ id, username }) => ({ kind, id, username }));
      }),
    );
    return found.flat();
  }

  async claim({ kind, id }: WorkName, now: Date): Promise<boolean> {
    return retryTransient(async () => {
      const table = () => this.#free(this.knex(TABLE[kind]).where({ id }));
      const ended = { status: 'FAILED', error: TOOK_DOWN, finished_at: now.getTime() };
      const failed = await table().where('attempts', '>=', MOST_ATTEMPTS).update(ended);
      if (failed > 0) return false;
      const changed = await table().update({
        ...{ status: 'RUNNING', holder: this.holder, held_until: this.machineNow() + LEASE_MS },
        attempts: this.knex.raw('attempts + 1'),
      });
      return changed > 0;
    });
  }

  async beat(work: WorkName, done: number, total: number): Promise<boolean> {
    const progress =
      work.kind === 'sweep' ? { runs_done: done } : { bars_done: done, bars_total: total };
    const held = { ...progress, held_until: this.machineNow() + LEASE_MS };
    return retryTransient(async () => (await this.#ours(this.knex, work).update(held)) > 0);
  }

  async release(work: WorkName): Promise<void> {
    const columns = { status: 'QUEUED', holder: null, held_until: null };
    await retryTransient(async () => {
      await this.#ours(this.knex, work).update({
        ...columns,
        attempts: this.knex.raw('attempts - 1'),
      });
    });
  }

  finishBacktest(work: WorkName, run: FinishedRun, now: Date): Promise<boolean> {
    const { summary, input, tried } = run;
    return this.#end(
      work,
      {
        ...{ status: 'DONE', finished_at: now.getTime(), report: toPlainJson(summary) },
        ...{ trades: summary.stats.trades, bars_done: summary.bars, bars_total: summary.bars },
        ...{ input: JSON.stringify(input), ...triedToRow(tried) },
      },
      (trx) => writeParts(trx, work, run),
    );
  }

  fail(work: WorkName, error: string, now: Date): Promise<boolean> {
    return this.#end(work, { status: 'FAILED', error, finished_at: now.getTime() });
  }

  addRun(
    work: WorkName,
    run: SweepRunResult | FailedSweepRun,
    done: number,
    now: Date,
  ): Promise<boolean> {
    const held_until = this.machineNow() + LEASE_MS;
    return retryTransient(() =>
      this.knex.transaction(async (trx) => {
        const ours = await this.#ours(trx, work).update({ runs_done: done, held_until });
        if (ours === 0) return false;
        await insertRun(trx, work, run, now);
        return true;
      }),
    );
  }

  async placesDone({ id }: WorkName): Promise<ReadonlyMap<number, string | null>> {
    const rows = await this.knex('backtests')
      .where({ sweep_id: id })
      .select<{ sweep_place: number; error: string | null }[]>('sweep_place', 'error');
    return new Map(rows.map(({ sweep_place, error }) => [sweep_place, error]));
  }

  finishSweep(
    work: WorkName,
    walkForward: TradeStats | null,
    now: Date,
    error: string | null = null,
  ): Promise<boolean> {
    const walk_forward = walkForward && toPlainJson(walkForward);
    return this.#end(work, { status: 'DONE', finished_at: now.getTime(), walk_forward, error });
  }

  #end(
    work: WorkName,
    columns: object,
    then: (trx: Knex.Transaction) => Promise<void> = async () => undefined,
  ): Promise<boolean> {
    return retryTransient(() =>
      this.knex.transaction(async (trx) => {
        const changed = await this.#ours(trx, work).update({ ...columns, holder: null });
        if (changed > 0) await then(trx);
        return changed > 0;
      }),
    );
  }

  #ours(knex: Knex, { kind, id }: WorkName): Knex.QueryBuilder {
    return knex(TABLE[kind]).where({ id, status: 'RUNNING', holder: this.holder });
  }

  /** Rows that wait, or whose holder no longer renews its lease. */
  #free(rows: Knex.QueryBuilder): Knex.QueryBuilder {
    return rows.whereRaw("(status = 'QUEUED' OR (status = 'RUNNING' AND held_until <= ?))", [
      this.machineNow(),
    ]);
  }
}
