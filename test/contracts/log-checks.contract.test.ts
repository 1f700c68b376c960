import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  eventHash,
  GENESIS,
  type EventColumns,
} from '../../server/adapters/database/log/event-row.ts';
import type { LogCheck } from '../../server/domain/book/log-check.ts';
import { dec } from '../../server/domain/decimal.ts';
import { databases } from '../support/databases/databases.ts';
import { freshBook, type FreshBook } from '../support/databases/fresh-book.ts';
import { watchStatements } from '../support/databases/statements.ts';
import { NOON } from '../support/fakes/fake-clock.ts';
import { anOpenTrade, anOrder, keep } from '../support/values/builders.ts';

const later = (seconds: number) => new Date(NOON.getTime() + seconds * 1000);

describe.each(databases())('the reading of a log after a start, on %s', (_, open) => {
  let fresh: FreshBook;
  beforeEach(async () => void (fresh = await freshBook(['ada', 'bob'], open)));
  afterEach(async () => {
    vi.restoreAllMocks();
    await fresh.close();
  });

  const deposits = (times: number) =>
    fresh.book.change('ada', async (book) => {
      for (let n = 0; n < times; n += 1) await book.deposit(dec('0.01'), NOON, 'user:ada');
    });
  const trades = (...ids: string[]) =>
    fresh.book.change('ada', async (book) => {
      for (const id of ids)
        await keep(book, null, anOpenTrade({ id }), [
          anOrder({ id: `${id}-e`, tradeId: id, tag: id }),
        ]);
    });
  const events = () => fresh.knex('events').where('username', 'ada');
  const account = () => fresh.book.read('ada').account();

  async function read(since = NOON, book = fresh.book): Promise<LogCheck> {
    for (let slices = 0; slices < 50; slices += 1) {
      const check = await book.checkLog('ada', { since, at: later(60) });
      if (check?.endedAt) return check;
    }
    throw new Error('It never ends');
  }
  const fault = ({ faultSequence, faultProblem }: LogCheck) => [faultSequence, faultProblem];

  /** Rewrites the whole chain, as a forger with the program could. */
  async function forge(change: (row: EventColumns) => Partial<EventColumns>): Promise<void> {
    let previous = GENESIS;
    for (const row of (await events().orderBy('sequence')) as EventColumns[]) {
      const forged = { ...row, ...change(row) };
      previous = eventHash(previous, forged);
      const { message, payload, sequence } = forged;
      await events().where({ sequence }).update({ message, payload, hash: previous });
    }
    await fresh.knex('accounts').where('username', 'ada').update({ hash: previous });
  }

  it('ends with the account’s own end and money, in slices', async () => {
    await deposits(450);
    await trades('paper_one', 'paper_two');
    const slices: (number | undefined)[] = [];
    let check: LogCheck | null;
    do {
      check = await fresh.book.checkLog('ada', { since: NOON, at: later(60) });
      slices.push(check?.sequence);
    } while (!check?.endedAt);
    expect(slices).toEqual([200, 400, 453]);
    const { sequence, hash, cash, deposits: paid, realizedPnl, fees } = await account();
    expect(check).toMatchObject({ sequence, hash, faultProblem: null });
    expect([check.cash, check.deposits, check.realizedPnl, check.fees]).toEqual([
      ...[cash, paid, realizedPnl, fees],
    ]);
    expect(check.cost.toFixed()).toBe('300');
  });

  it.each<[string, () => Promise<unknown>, [number, string]]>([
    [
      'altered',
      () => events().where('sequence', 3).update({ message: 'Nothing happened.' }),
      [3, 'ALTERED'],
    ],
    ['removed', () => events().where('sequence', 3).delete(), [3, 'MISSING']],
    ['cut off', () => events().where('sequence', '>', 4).delete(), [5, 'MISSING']],
    [
      'lengthened',
      async () => {
        const last = (await events().orderBy('sequence', 'desc').first()) as EventColumns;
        await fresh.knex('events').insert({ ...last, sequence: last.sequence + 1 });
      },
      [7, 'SURPLUS'],
    ],
    [
      'forged, with money from nowhere',
      () =>
        forge(({ sequence, payload }) =>
          sequence === 5
            ? { payload: payload.replace('"realizedPnl":"0"', '"realizedPnl":"5"') }
            : {},
        ),
      [5, 'UNBALANCED'],
    ],
    [
      'forged, a deposit with it',
      () =>
        forge(({ sequence, payload }) =>
          sequence === 2 ? { payload: payload.replace('0.01', '7.01') } : {},
        ),
      [6, 'ROWS_DIFFER'],
    ],
  ])('finds one that was %s', async (_name, alter, found) => {
    await deposits(3);
    await trades('paper_one', 'paper_two');
    await alter();
    expect(fault(await read())).toEqual(found);
  });

  it.each([
    ['cash', () => fresh.knex('accounts').where('username', 'ada').update({ cash: '5' })],
    [
      'a position',
      () => fresh.knex('positions').where('username', 'ada').update({ cost_basis: '5' }),
    ],
  ])('finds %s that the log does not explain', async (_name, alter) => {
    await trades('paper_one');
    await alter();
    expect(fault(await read())).toEqual([2, 'ROWS_DIFFER']);
  });

  it('goes on where another server stopped, and two at once read nothing wrong', async () => {
    await deposits(900);
    const other = fresh.another();
    await fresh.book.checkLog('ada', { since: NOON, at: later(1) });
    const next = await other.book.checkLog('ada', { since: later(5), at: later(5) });
    expect([next?.sequence, next?.beganAt]).toEqual([400, later(1)]);
    const both = await Promise.all([read(later(5)), read(later(5), other.book)]);
    expect(both.map(fault)).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(both.map(({ sequence }) => sequence)).toEqual([901, 901]);
    await other.knex.destroy();
  });

  it('includes what is written meanwhile', async () => {
    await deposits(250);
    await fresh.book.checkLog('ada', { since: NOON, at: NOON });
    await trades('paper_one');
    expect((await read()).sequence).toBe(252);
  });

  it('begins anew after each start, and finds what was altered while no server ran', async () => {
    await deposits(3);
    expect(fault(await read())).toEqual([null, null]);
    await events().where('sequence', 2).update({ message: 'Nothing happened.' });
    expect(fault(await read())).toEqual([null, null]);
    expect(fault(await read(later(120)))).toEqual([2, 'ALTERED']);
  });

  it('takes a bounded number of statements and events for a slice, however long the log', async () => {
    await deposits(700);
    await trades('paper_one');
    await fresh.book.checkLog('ada', { since: NOON, at: NOON });
    const seen = watchStatements(fresh);
    const check = await fresh.book.checkLog('ada', { since: NOON, at: NOON });
    const asked = seen.filter(({ sql }) => /events/.test(sql));
    expect(check?.sequence).toBe(400);
    expect(asked.length).toBeLessThanOrEqual(2);
    expect(asked[0]?.bindings).toContain(200);
  });

  it('is nothing without an account', async () => {
    expect(await fresh.book.checkLog('eve', { since: NOON, at: NOON })).toBeNull();
  });
});
