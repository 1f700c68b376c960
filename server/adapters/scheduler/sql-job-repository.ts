import { randomUUID } from 'node:crypto';
import {
  computeJobState,
  type JobParameters,
  type JobRepository,
  type JobRepositoryOptions,
  type JobsOverview,
  type JobsQueryOptions,
  type JobsResult,
  type JobState,
  type RemoveJobsOptions,
} from 'agenda';
import DataLoader from 'dataloader';
import type { Knex } from 'knex';
import { COLUMN_OF, fromAgendaRow, toAgendaRow, type AgendaRow } from './agenda-row.ts';

const TABLE = 'agenda_jobs';
/** Times in milliseconds since 1970. */
interface Scan {
  readonly name: string;
  readonly dueBy: number;
  readonly lockedBy: number;
}

const COUNTS = ['running', 'scheduled', 'queued', 'completed', 'failed', 'repeating', 'paused'];

/** Agenda's jobs in the desk's own database. It refuses unique jobs, which the desk never uses. */
export class SqlJobRepository implements JobRepository {
  /**
   * Whether a job can be locked, in one read for all jobs of a scan. Most scans find none, and trying each
   * lock would be a write.
   */
  readonly #isReady = new DataLoader((scans: readonly Scan[]) => this.#areReady(scans), {
    cache: false,
  });

  constructor(private readonly knex: Knex) {}

  async connect(): Promise<void> {
    await this.knex.raw('select 1');
  }

  async queryJobs(options: JobsQueryOptions = {}): Promise<JobsResult> {
    const { state, skip = 0, limit, includeDisabled, search, sort } = options;
    const query = this.#narrowed(this.#rows().select('*'), options).query;
    if (search) void query.whereILike('name', `%${search}%`);
    if (includeDisabled === false) void query.where('disabled', 0);
    for (const [key, direction] of Object.entries(sort ?? { nextRunAt: 'desc' })) {
      void query.orderBy(COLUMN_OF[key] ?? 'name', direction as string);
    }
    const rows = await query;
    const all = rows.map(fromAgendaRow).map((job) => ({ ...job, state: stateOf(job) }));
    const jobs = all.filter((job) => state === undefined || job.state === state);
    const page = jobs.slice(skip, limit ? skip + limit : undefined);
    return { jobs: page as JobsResult['jobs'], total: jobs.length };
  }

  async getJobsOverview(): Promise<JobsOverview[]> {
    const byName = new Map<string, JobsOverview & Record<string, number | string>>();
    for (const job of (await this.#rows().select('*')).map(fromAgendaRow)) {
      const counts = Object.fromEntries(COUNTS.map((state) => [state, 0]));
      const overview = byName.get(job.name) ?? { name: job.name, total: 0, ...counts };
      const counted = overview as Record<string, number | string>;
      counted.total = Number(counted.total) + 1;
      counted[stateOf(job)] = Number(counted[stateOf(job)]) + 1;
      byName.set(job.name, counted as JobsOverview & Record<string, number | string>);
    }
    return [...byName.values()];
  }

  async getDistinctJobNames(): Promise<string[]> {
    const names = await this.#rows().distinct('name').orderBy('name').pluck('name');
    return names.map(String);
  }

  async getJobById(id: string): Promise<JobParameters | null> {
    const row = await this.#rows().where('id', id).first();
    return row ? fromAgendaRow(row) : null;
  }

  async getQueueSize(): Promise<number> {
    const due = await this.#rows().where('next_run_at', '<', Date.now()).pluck('id');
    return due.length;
  }

  async removeJobs(options: RemoveJobsOptions): Promise<number> {
    return (await this.#chosen(options)?.delete()) ?? 0;
  }

  async disableJobs(options: RemoveJobsOptions): Promise<number> {
    return (await this.#chosen(options)?.update({ disabled: 1 })) ?? 0;
  }

  async enableJobs(options: RemoveJobsOptions): Promise<number> {
    return (await this.#chosen(options)?.update({ disabled: 0 })) ?? 0;
  }

  async purgeAllJobs(): Promise<number> {
    return this.#rows().delete();
  }

  async unlockJob({ _id }: JobParameters): Promise<void> {
    if (_id) await this.unlockJobs([_id]);
  }

  async unlockJobs(ids: readonly unknown[]): Promise<void> {
    if (ids.length > 0)
      await this.#rows().whereIn('id', ids.map(String)).update({ locked_at: null });
  }

  async lockJob(job: JobParameters, by?: JobRepositoryOptions): Promise<JobParameters | undefined> {
    if (!job._id) return undefined;
    const rows = await this.#rows()
      .where({ id: job._id, name: job.name, disabled: 0, locked_at: null })
      .where('next_run_at', job.nextRunAt?.getTime() ?? null)
      .update({ locked_at: Date.now(), ...modifier(by) })
      .returning('*');
    return rows[0] && fromAgendaRow(rows[0]);
  }

  async getNextJobToRun(
    name: string,
    nextScanAt: Date,
    lockDeadline: Date,
    now = new Date(),
    by?: JobRepositoryOptions,
  ): Promise<JobParameters | undefined> {
    const scan = { name, dueBy: nextScanAt.getTime(), lockedBy: lockDeadline.getTime() };
    if (!(await this.#isReady.load(scan))) return undefined;
    const ready = (query: Knex.QueryBuilder<AgendaRow, AgendaRow[]>) =>
      query.where({ name }).where(isLockable(scan));
    const order = [{ column: 'next_run_at' }, { column: 'priority', order: 'desc' as const }];
    const next = ready(this.#rows().select('id')).orderBy(order).limit(1);
    // Repeats the condition outside the subquery: when writers wait for a row, the loser checks it again.
    const rows = await ready(this.#rows().where('id', next))
      .update({ locked_at: now.getTime(), ...modifier(by) })
      .returning('*');
    return rows[0] && fromAgendaRow(rows[0]);
  }

  async #areReady(scans: readonly Scan[]): Promise<readonly boolean[]> {
    const dueBy = Math.max(...scans.map((scan) => scan.dueBy));
    const lockedBy = Math.max(...scans.map((scan) => scan.lockedBy));
    const names = await this.#rows().where(isLockable({ dueBy, lockedBy })).pluck('name');
    return scans.map(({ name }) => names.includes(name));
  }

  async saveJobState(job: JobParameters, by?: JobRepositoryOptions): Promise<void> {
    const { lockedAt, nextRunAt, lastRunAt, progress } = job;
    const { failReason, failCount, failedAt, lastFinishedAt } = job;
    const state = { lockedAt, nextRunAt, lastRunAt, progress, failReason, failCount, failedAt };
    const saved = await this.#rows()
      .where({ id: String(job._id), name: job.name })
      .update({ ...toAgendaRow({ ...state, lastFinishedAt }), ...modifier(by) });
    if (saved !== 1) throw new Error(`The job ${job.name} is not in the database`);
  }

  async saveJob<D>(job: JobParameters<D>, by?: JobRepositoryOptions): Promise<JobParameters<D>> {
    const { _id, unique, uniqueOpts: _opts, ...rest } = job;
    if (unique) throw new Error('Unique jobs are not supported');
    const { lockedAt: _l, lastRunAt: _r, lastFinishedAt: _f, progress: _p, ...props } = rest;
    const row = { ...toAgendaRow(props), ...modifier(by) };
    const saved = _id ? await this.#update(String(_id), job.name, row) : await this.#insert(row);
    return saved ? (fromAgendaRow(saved) as JobParameters<D>) : job;
  }

  async #update(id: string, name: string, row: AgendaRow): Promise<AgendaRow | undefined> {
    const rows = await this.#rows().where({ id, name }).update(row).returning('*');
    return rows[0];
  }

  async #insert(row: AgendaRow): Promise<AgendaRow | undefined> {
    const fresh = { id: randomUUID(), disabled: 0, fork: 0, priority: 0, ...row };
    if (row.type !== 'single') return (await this.#rows().insert(fresh).returning('*'))[0];
    const { type: _type, name: _name, next_run_at, ...changed } = row;
    // A restart neither delays a run that is due nor drops a planned one.
    const kept = this.knex.raw('coalesce(??, ?)', [`${TABLE}.next_run_at`, next_run_at ?? null]);
    const rows = await this.#rows()
      .insert(fresh)
      .onConflict(this.knex.raw(`(name) where type = 'single'`) as never)
      .merge({ ...changed, next_run_at: kept } as never)
      .returning('*');
    return rows[0];
  }

  /** Null without any criterion, so that no job is removed by accident. */
  #chosen(options: RemoveJobsOptions) {
    const { id, ids, name, names, notNames } = options;
    const wanted = { id: id && String(id), ids: ids?.map(String), name, names };
    const { query, narrowed } = this.#narrowed(this.#rows(), wanted);
    if (notNames?.length) return query.whereNotIn('name', notNames);
    return narrowed ? query : null;
  }

  #narrowed<Q extends Knex.QueryBuilder>(
    query: Q,
    { id, ids, name, names }: Pick<JobsQueryOptions, 'id' | 'ids' | 'name' | 'names'>,
  ): { query: Q; narrowed: boolean } {
    if (id) void query.where('id', id);
    if (ids?.length) void query.whereIn('id', ids);
    if (name) void query.where('name', name);
    if (names?.length) void query.whereIn('name', names);
    return { query, narrowed: Boolean(id ?? name) || Boolean(ids?.length ?? names?.length) };
  }

  #rows(): Knex.QueryBuilder<AgendaRow, AgendaRow[]> {
    return this.knex<AgendaRow, AgendaRow[]>(TABLE);
  }
}

function isLockable({ dueBy, lockedBy }: Omit<Scan, 'name'>) {
  return (query: Knex.QueryBuilder): void => {
    void query.where('disabled', 0).where((either) => {
      void either
        .where((free) => void free.whereNull('locked_at').where('next_run_at', '<=', dueBy))
        .orWhere('locked_at', '<=', lockedBy);
    });
  };
}

function stateOf(job: JobParameters): JobState {
  return job.disabled ? 'paused' : computeJobState(job);
}

function modifier(by: JobRepositoryOptions | undefined): { last_modified_by: string | null } {
  return { last_modified_by: by?.lastModifiedBy ?? null };
}
