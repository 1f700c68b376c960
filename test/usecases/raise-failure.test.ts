import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { raiseJobFailure } from '../../server/usecases/raise-failure.ts';
import { ADA, TradierDesk } from '../support/tradier-desk.ts';

describe('a job that fails', () => {
  let t: TradierDesk;

  beforeEach(async () => {
    t = await TradierDesk.start();
    await t.fresh.book.openAccount('bob', t.ticket().quantity, t.clock.now());
    await t.place();
    await t.desk.placeTrade({ ...ADA, username: 'bob' }, t.ticket());
  });
  afterEach(() => t.close());

  async function alertsOf(username: string) {
    const page = await t.fresh.book.read(username).alerts(true, { first: 100, after: null });
    return page.items.map(({ item }) => item);
  }

  it('for one user is no news to another', async () => {
    t.restart((deps) => ({
      ...deps,
      brokers: {
        of: (username, venue) => {
          if (username === 'bob') throw new Error('the token of bob is broken');
          return deps.brokers.of(username, venue);
        },
      },
    }));
    const error = await t.desk.syncOrders.execute().catch((failure: unknown) => failure);
    await raiseJobFailure(t.fresh.book, t.clock, 'sync-orders', error);
    expect(await alertsOf('ada')).toEqual([]);
    expect((await alertsOf('bob')).map(({ kind }) => kind)).toEqual(['JOB_FAILED']);
  });

  it('for all is told to all, without what the error says of others', async () => {
    const error = new Error('update trades set note = bob-secret');
    await raiseJobFailure(t.fresh.book, t.clock, 'take-snapshots', error);
    const [alert] = await alertsOf('ada');
    expect(alert?.kind).toBe('JOB_FAILED');
    expect(alert?.message).toContain('take-snapshots');
    expect(alert?.message).not.toContain('bob');
  });
});
