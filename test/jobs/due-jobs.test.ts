import { afterAll, beforeAll, expect, it } from 'vitest';
import { SqlJobRepository } from '../../server/adapters/scheduler/sql-job-repository.ts';
import { databases, type TestDatabase } from '../support/databases/databases.ts';

const MINUTE = 60_000;
const [, openSqlite] = databases()[0]!;

let database: TestDatabase;
let repository: SqlJobRepository;
const asked: string[] = [];

beforeAll(async () => {
  database = await openSqlite('desk');
  repository = new SqlJobRepository(database.knex);
  await planned('due', -1);
  await planned('due-too', -1);
  await planned('later', 60);
  await planned('taken', -1, 1);
  await planned('left-behind', 60, 10);
  await planned('off', -1, null, 1);
  database.knex.on('query', ({ sql }: { sql: string }) => asked.push(sql.split(' ', 1)[0]!));
});
afterAll(() => database.close());

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * MINUTE);

/** Stores a job due in `next` minutes; it may have been locked `lockedAgo` minutes ago. */
async function planned(name: string, next: number, lockedAgo: number | null = null, disabled = 0) {
  const locked_at = lockedAgo === null ? null : inMinutes(-lockedAgo).getTime();
  const times = { next_run_at: inMinutes(next).getTime(), locked_at };
  const row = { id: name, name, type: 'single', disabled, fork: 0, priority: 0, ...times };
  await database.knex('agenda_jobs').insert(row);
}

/** Asks for each job as a scan does; a lock lasts five minutes. */
async function scan(...names: string[]): Promise<readonly (string | undefined)[]> {
  asked.length = 0;
  const found = await Promise.all(
    names.map((name) => repository.getNextJobToRun(name, inMinutes(0), inMinutes(-5))),
  );
  return found.map((job) => job?.name);
}

it('locks what is due or left behind, and writes for nothing else', async () => {
  const names = ['due', 'later', 'taken', 'left-behind', 'off', 'unknown', 'due-too'];
  const none = undefined;
  expect(await scan(...names)).toEqual(['due', none, none, 'left-behind', none, none, 'due-too']);
  expect(asked).toEqual(['select', 'update', 'update', 'update']);
  expect(await scan(...names)).toEqual(names.map(() => none));
  expect(asked).toEqual(['select']);
});
