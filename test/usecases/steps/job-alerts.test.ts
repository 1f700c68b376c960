import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { User } from '../../../server/domain/account/user.ts';
import { JobAlerts } from '../../../server/usecases/steps/job-alerts.ts';
import { ADA, TradierDesk } from '../../support/desks/tradier-desk.ts';

describe('a job that fails', () => {
  let t: TradierDesk;
  let alerts: JobAlerts;
  const admins: Pick<User, 'username'>[] = [];

  beforeEach(async () => {
    t = await TradierDesk.start();
    for (const name of ['bob', 'root'])
      await t.fresh.book.openAccount(name, t.ticket().quantity, t.clock.now());
    await t.place();
    await t.desk.trading.executeOrder({ ...ADA, username: 'bob' }, { open: t.ticket() });
    admins.splice(0);
    alerts = new JobAlerts(t.fresh.book, { withRole: async () => admins as User[] }, t.clock);
  });
  afterEach(() => t.close());

  async function alertsOf(username: string, unreadOnly = true) {
    const page = await t.fresh.book.read(username).alerts(unreadOnly, { first: 100, after: null });
    return page.items.map(({ item }) => item);
  }
  const kinds = async (username: string) => (await alertsOf(username)).map(({ kind }) => kind);

  /** The error of a sync in which bob's venue breaks. */
  async function bobsFailure(): Promise<unknown> {
    t.restart((deps) => ({
      ...deps,
      brokers: {
        ...deps.brokers,
        of: (username, place) => {
          if (username === 'bob') throw new Error('the token of bob is broken');
          return deps.brokers.of(username, place);
        },
      },
    }));
    return t.desk.syncOrders.execute().catch((failure: unknown) => failure);
  }

  it('for one user raises no alert for others', async () => {
    admins.push({ username: 'root' }, { username: 'without-an-account' });
    await alerts.failed('sync-orders', await bobsFailure());
    expect(await kinds('ada')).toEqual([]);
    expect(await kinds('bob')).toEqual(['JOB_FAILED']);
    expect(await kinds('root')).toEqual([]);
    // A failure for all users concerns the admins too.
    await alerts.failed('take-snapshots', new Error('no database'));
    expect(await kinds('root')).toEqual(['JOB_FAILED']);
  });

  it('for all users alerts everyone, without error details about others', async () => {
    await alerts.failed('take-snapshots', new Error('update trades set note = bob-secret'));
    const [alert] = await alertsOf('ada');
    expect(alert?.kind).toBe('JOB_FAILED');
    expect(alert?.message).toContain('take-snapshots');
    expect(alert?.message).not.toContain('bob');
    expect(await kinds('root')).toEqual([]);
  });

  it('raises one alert until it has run again, also for users who have read it', async () => {
    const error = new Error('the database is locked');
    await alerts.failed('sync-orders', error);
    await alerts.failed('watch-exits', error);
    const [one] = await alertsOf('ada');
    await t.fresh.book.change('ada', (book) => book.acknowledge(one!.id, t.clock.now()));
    await alerts.failed('sync-orders', error);
    await alerts.failed('watch-exits', error);
    expect(await kinds('ada')).toHaveLength(1);
    // A server that has not reported the failure yet raises no second alert either.
    const other = new JobAlerts(t.fresh.book, { withRole: async () => [] }, t.clock);
    await other.failed('sync-orders', error);
    await other.failed('watch-exits', error);
    expect(await kinds('ada')).toHaveLength(1);
    await alerts.succeeded('sync-orders');
    await alerts.succeeded('watch-exits');
    expect(await kinds('ada')).toEqual([]);
    expect(await alertsOf('ada', false)).toHaveLength(2);
    await alerts.failed('sync-orders', error);
    expect(await kinds('ada')).toEqual(['JOB_FAILED']);
  });

  it('ends for users for whom it works again, while it fails for others', async () => {
    await alerts.failed('sync-orders', new Error('no database'));
    expect(await kinds('ada')).toEqual(['JOB_FAILED']);
    await alerts.failed('sync-orders', await bobsFailure());
    expect(await kinds('ada')).toEqual([]);
    expect(await kinds('bob')).toEqual(['JOB_FAILED']);
  });

  it('ends its alert after another server’s run too', async () => {
    await alerts.failed('sync-orders', new Error('no database'));
    const other = new JobAlerts(t.fresh.book, { withRole: async () => [] }, t.clock);
    await other.succeeded('take-snapshots');
    expect(await kinds('ada')).toEqual(['JOB_FAILED']);
    await other.succeeded('sync-orders');
    expect(await kinds('ada')).toEqual([]);
  });
});
