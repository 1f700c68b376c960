import { toJobId, type JobParameters } from 'agenda';

/** A row of `agenda_jobs`: times in milliseconds since 1970, flags as 0 and 1, objects as JSON. */
export type AgendaRow = Record<string, string | number | null>;

const TEXTS = {
  name: 'name',
  type: 'type',
  priority: 'priority',
  failCount: 'fail_count',
  failReason: 'fail_reason',
  repeatTimezone: 'repeat_timezone',
  repeatAt: 'repeat_at',
  progress: 'progress',
  lastModifiedBy: 'last_modified_by',
} as const;

const FLAGS = { disabled: 'disabled', fork: 'fork' } as const;

const TIMES = {
  nextRunAt: 'next_run_at',
  lastRunAt: 'last_run_at',
  lastFinishedAt: 'last_finished_at',
  failedAt: 'failed_at',
  lockedAt: 'locked_at',
  debounceStartedAt: 'debounce_started_at',
  startDate: 'start_date',
  endDate: 'end_date',
} as const;

export const COLUMN_OF: Readonly<Record<string, string>> = { ...TEXTS, ...FLAGS, ...TIMES };

/** The columns of the given fields; a field left out is not in the row. */
export function toAgendaRow(job: Partial<JobParameters>): AgendaRow {
  const row: AgendaRow = {};
  for (const [key, column] of entries(TEXTS)) if (key in job) row[column] = job[key] ?? null;
  for (const [key, column] of entries(FLAGS)) if (key in job) row[column] = job[key] ? 1 : 0;
  for (const [key, column] of entries(TIMES)) if (key in job) row[column] = time(job[key]);
  return { ...row, ...textsOf(job) };
}

function textsOf(job: Partial<JobParameters>): AgendaRow {
  const row: AgendaRow = {};
  if ('repeatInterval' in job) row.repeat_interval = job.repeatInterval?.toString() ?? null;
  if ('data' in job) row.data = JSON.stringify(job.data ?? null);
  if ('skipDays' in job) row.skip_days = JSON.stringify(job.skipDays ?? null);
  return row;
}

function time(at: Date | null | undefined): number | null {
  return at ? new Date(at).getTime() : null;
}

export function fromAgendaRow(row: AgendaRow): JobParameters {
  const job: Record<string, unknown> = {
    _id: toJobId(String(row.id)),
    data: parsed(row.data),
    skipDays: parsed(row.skip_days),
    repeatInterval: row.repeat_interval ?? undefined,
  };
  for (const [key, column] of entries(TEXTS)) job[key] = row[column] ?? undefined;
  for (const [key, column] of entries(FLAGS)) job[key] = row[column] === 1;
  for (const [key, column] of entries(TIMES)) {
    job[key] = row[column] == null ? undefined : new Date(Number(row[column]));
  }
  job.nextRunAt ??= null;
  return job as unknown as JobParameters;
}

function parsed(text: string | number | null | undefined): unknown {
  return typeof text === 'string' ? (JSON.parse(text) ?? undefined) : undefined;
}

function entries<K extends string, V>(map: Readonly<Record<K, V>>): [K, V][] {
  return Object.entries(map) as [K, V][];
}
