import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Alert, NewAlert } from '../../server/domain/account/alert.ts';
import { databases } from '../support/databases/databases.ts';
import { NOON } from '../support/fakes/fake-clock.ts';
import { freshBook, type FreshBook } from '../support/databases/fresh-book.ts';

const LATER = new Date(NOON.getTime() + 1000);
const LOST: NewAlert = {
  kind: 'ORDER_UNKNOWN',
  severity: 'CRITICAL',
  message: 'lost',
  tradeId: 't1',
};

describe.each(databases())('alerts of the book on %s', (_, open) => {
  let fresh: FreshBook;
  beforeEach(async () => void (fresh = await freshBook(['ada', 'bob'], open)));
  afterEach(() => fresh.close());

  const raise = (alert: NewAlert = LOST, username = 'ada', at = NOON): Promise<Alert | null> =>
    fresh.book.change(username, (book) => book.raise(alert, at));
  const listed = async (unreadOnly = true, username = 'ada') =>
    (await fresh.book.read(username).alerts(unreadOnly, { first: 10, after: null })).items.map(
      ({ item }) => item,
    );

  it('are open once per kind and trade until acknowledged', async () => {
    const first = await raise();
    expect(first).toEqual({
      ...LOST,
      id: first?.id,
      mode: 'PAPER',
      username: 'ada',
      raisedAt: NOON,
      acknowledgedAt: null,
      resolvedAt: null,
    });
    expect(first?.id).toMatch(/^paper_/);
    expect(await raise()).toBeNull();
    expect(await raise({ ...LOST, tradeId: 't2' })).not.toBeNull();
    expect(await raise({ ...LOST, tradeId: null })).not.toBeNull();
    expect(await raise({ ...LOST, tradeId: null })).toBeNull();
    expect(await raise({ ...LOST, kind: 'UNPROTECTED' })).not.toBeNull();
    expect(await raise(LOST, 'bob')).not.toBeNull();

    const done = await fresh.book.change('ada', (book) => book.acknowledge(first!.id, LATER));
    expect(done).toEqual({ ...first, acknowledgedAt: LATER });
    const again = await raise(LOST, 'ada', LATER);
    expect(again?.id).not.toBe(first?.id);
    expect(await listed()).toHaveLength(4);
    expect((await listed(false)).map(({ id }) => id)[0]).toBe(again?.id);
    expect(await listed(false)).toHaveLength(5);
  });

  it('keep the first acknowledgement, and belong to one user', async () => {
    const alert = await raise();
    const acknowledge = (username: string, at: Date) =>
      fresh.book.change(username, (book) => book.acknowledge(alert!.id, at));
    expect(await acknowledge('bob', NOON)).toBeNull();
    expect(await listed()).toHaveLength(1);
    await acknowledge('ada', NOON);
    expect((await acknowledge('ada', LATER))?.acknowledgedAt).toEqual(NOON);
    expect(await listed(false, 'bob')).toEqual([]);
  });

  it('give way to a more severe one of their kind, but not to a milder one', async () => {
    const mild = await raise({ ...LOST, severity: 'WARNING' });
    const grave = await raise(LOST, 'ada', LATER);
    expect(grave).toMatchObject({ severity: 'CRITICAL' });
    expect(await raise({ ...LOST, severity: 'WARNING' }, 'ada', LATER)).toBeNull();
    expect((await listed()).map(({ id }) => id)).toEqual([grave?.id]);
    const before = (await listed(false)).find(({ id }) => id === mild?.id);
    expect(before).toMatchObject({ acknowledgedAt: LATER, resolvedAt: LATER });
  });

  it('end at once when they need no action, and are raised again', async () => {
    const fact: NewAlert = { ...LOST, kind: 'SETTLED', severity: 'INFO' };
    expect(await raise(fact)).toMatchObject({ acknowledgedAt: NOON, resolvedAt: NOON });
    expect(await raise(fact)).not.toBeNull();
    expect(await listed()).toEqual([]);
    expect(await listed(false)).toHaveLength(2);
  });

  it('are open once per subject and user', async () => {
    const failed: NewAlert = { ...LOST, kind: 'JOB_FAILED', tradeId: null, subject: 'sync' };
    await raise(failed);
    expect(await raise(failed)).toBeNull();
    expect(await raise({ ...failed, subject: 'watch' })).not.toBeNull();
    await raise(failed, 'bob');
    const standing = async () =>
      (await fresh.book.standing('JOB_FAILED')).map((each) => `${each.username} ${each.about}`);
    expect((await standing()).sort()).toEqual(['ada sync', 'ada watch', 'bob sync']);
    await fresh.book.change('ada', (book) => book.resolve('JOB_FAILED', 'sync', LATER));
    expect((await standing()).sort()).toEqual(['ada watch', 'bob sync']);
    expect(await fresh.book.accountNames()).toEqual(['ada', 'bob']);
  });

  it('about a lasting condition stay read until it changes, or ends and returns', async () => {
    const apart = (condition: string): NewAlert => {
      const about = { severity: 'WARNING', tradeId: null, subject: 'CASH', condition } as const;
      return { ...about, kind: 'INVARIANT_BROKEN', message: `${condition} apart` };
    };
    const read = async () => {
      for (const { id } of await listed())
        await fresh.book.change('ada', (book) => book.acknowledge(id, NOON));
    };
    await raise(apart('1000'));
    await read();
    expect(await raise(apart('1000'), 'ada', LATER)).toBeNull();
    expect(await fresh.book.standing('INVARIANT_BROKEN')).toHaveLength(1);
    expect(await raise(apart('1050'), 'ada', LATER)).toMatchObject({ message: '1050 apart' });
    expect(await raise(apart('1060'), 'ada', LATER)).toMatchObject({ message: '1060 apart' });
    expect((await listed()).map(({ message }) => message)).toEqual(['1060 apart']);
    await read();
    await fresh.book.change('ada', (book) => book.resolve('INVARIANT_BROKEN', 'CASH', LATER));
    expect(await fresh.book.standing('INVARIANT_BROKEN')).toEqual([]);
    expect(await raise(apart('1060'), 'ada', LATER)).not.toBeNull();
    const ended = (await listed(false)).filter(({ acknowledgedAt }) => acknowledgedAt);
    // The replacement ended only the unread alert.
    const ends = ended.map(({ message, resolvedAt }) => `${message}: ${resolvedAt?.getTime()}`);
    expect(ends.sort()).toEqual([
      '1000 apart: undefined',
      `1050 apart: ${LATER.getTime()}`,
      '1060 apart: undefined',
    ]);
  });

  it('end with their cause', async () => {
    await raise();
    await raise({ ...LOST, tradeId: 't2' });
    await fresh.book.change('ada', (book) => book.resolve('ORDER_UNKNOWN', 't1', LATER));
    expect((await listed()).map(({ tradeId }) => tradeId)).toEqual(['t2']);
    expect((await listed(false)).map(({ acknowledgedAt }) => acknowledgedAt)).toEqual([
      null,
      LATER,
    ]);
    expect(await raise()).not.toBeNull();
  });
});
