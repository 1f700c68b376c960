import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  eventHash,
  GENESIS,
  type EventColumns,
} from '../../server/adapters/database/log/event-row.ts';
import { containsHead } from '../../server/adapters/database/book/verify-book.ts';
import { proveLog } from '../../server/adapters/database/book/verify-chain.ts';
import { headText, parseHead } from '../../server/domain/book/log-head.ts';
import { dec } from '../../server/domain/decimal.ts';
import { databases } from '../support/databases/databases.ts';
import { NOON } from '../support/fakes/fake-clock.ts';
import { freshBook, type FreshBook } from '../support/databases/fresh-book.ts';

describe.each(databases())('a log head kept elsewhere, on %s', (_, open) => {
  let fresh: FreshBook;
  beforeEach(async () => void (fresh = await freshBook(['ada', 'bob'], open)));
  afterEach(() => fresh.close());

  const deposit = (dollars: number) =>
    fresh.book.change('ada', (book) => book.deposit(dec(dollars), NOON, 'user:ada'));
  const proof = () => proveLog(fresh.knex, 'ada');
  const events = () => fresh.knex('events').where('username', 'ada');
  const account = () => fresh.knex('accounts').where('username', 'ada');

  async function cutOffAfter(sequence: number): Promise<void> {
    await events().where('sequence', '>', sequence).delete();
    const last = (await events().where({ sequence }).first()) as EventColumns;
    await account().update({ sequence, hash: last.hash });
  }

  async function computeAnewFrom(altered: number): Promise<void> {
    let previous = GENESIS;
    for (const row of (await events().orderBy('sequence')) as EventColumns[]) {
      const { sequence } = row;
      const message = sequence === altered ? 'Nothing happened.' : row.message;
      previous = eventHash(previous, { ...row, message });
      await events().where({ sequence }).update({ message, hash: previous });
    }
    await account().update({ hash: previous });
  }

  it.each<[string, () => Promise<void>]>([
    ['truncated', () => cutOffAfter(3)],
    ['recomputed as a whole', () => computeAnewFrom(2)],
  ])('exposes a log that was %s, though it is consistent in itself', async (_name, forge) => {
    for (const dollars of [1, 2, 3, 4]) await deposit(dollars);
    const { lastHash: hash } = await proof();
    await deposit(5);
    const contains = (username: string) => containsHead(fresh.knex, { username, hash });
    expect([await contains('ada'), await contains('bob')]).toEqual([true, false]);
    await forge();
    expect((await proof()).fault).toBeNull();
    expect(await contains('ada')).toBe(false);
  });

  it('precedes every event when the log is empty, and is missing for a deleted user', async () => {
    const contains = (username: string) => containsHead(fresh.knex, { username, hash: GENESIS });
    expect([await contains('ada'), await contains('eve')]).toEqual([true, false]);
  });
});

describe('a log head as typed', () => {
  it('is the one that Safety shows', () => {
    const head = { mode: 'REAL', username: 'ada.b-c_1', hash: 'a1'.repeat(32) } as const;
    expect(parseHead(headText(head))).toEqual(head);
  });

  it.each([
    'PAPER:ada',
    `paper:ada:${'a'.repeat(64)}`,
    `PAPER::${'a'.repeat(64)}`,
    `PAPER:ada:${'a'.repeat(63)}`,
    `PAPER:ada:${'A'.repeat(64)}`,
    `PAPER:ada:${'a'.repeat(64)} `,
    '',
  ])('is refused: "%s"', (text) => expect(parseHead(text)).toBeNull());
});
