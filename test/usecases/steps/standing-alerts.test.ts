import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  StandingAlerts,
  type LastingAlert,
} from '../../../server/usecases/steps/standing-alerts.ts';
import { TradierDesk } from '../../support/desks/tradier-desk.ts';

let t: TradierDesk;
beforeEach(async () => {
  t = await TradierDesk.start();
});
afterEach(() => t.close());

const kind = 'TOKEN_REFUSED';
const alert: LastingAlert = {
  ...{ kind, severity: 'CRITICAL', message: 'It is refused.', tradeId: null },
  ...{ subject: 'TRADIER_SANDBOX', condition: 'refused' },
};
const standing = () => t.fresh.book.standing(kind);

/** Alerts of a new process whose first `failures` reads of standing alerts fail. */
function process(failures = 0) {
  let writes = 0;
  let left = failures;
  const book = t.fresh.book;
  const watched = Object.assign(Object.create(book) as typeof book, {
    standing: () =>
      left-- > 0 ? Promise.reject(new Error('the database is away')) : book.standing(kind),
    change: (...args: Parameters<typeof book.change>) => {
      writes += 1;
      return book.change(...args);
    },
  });
  const alerts = new StandingAlerts({ book: watched, clock: t.clock }, [kind]);
  return { alerts, writes: () => writes };
}

it('alerts recover when the database failed at their first read', async () => {
  const { alerts } = process(1);
  await expect(alerts.raise('ada', alert)).rejects.toThrow('the database is away');
  await alerts.raise('ada', alert);
  expect(await standing()).toMatchObject([{ about: 'TRADIER_SANDBOX', condition: 'refused' }]);
});

it('an alert is raised once, and again when its condition changes', async () => {
  const { alerts, writes } = process();
  await alerts.raise('ada', alert);
  await alerts.raise('ada', alert);
  expect(writes()).toBe(1);
  await alerts.raise('ada', { ...alert, condition: 'expired' });
  expect(await standing()).toMatchObject([{ condition: 'expired' }]);
});

it('an alert of another server ends within a minute of the next look', async () => {
  const [here, there] = [process(), process()];
  expect(await here.alerts.abouts('ada', kind)).toEqual([]);
  await there.alerts.raise('ada', alert);
  await here.alerts.end('ada', kind, 'TRADIER_SANDBOX');
  expect(await standing()).toHaveLength(1);
  t.clock.set(new Date(t.clock.now().getTime() + 60_000));
  expect(await here.alerts.abouts('ada', kind)).toEqual(['TRADIER_SANDBOX']);
  await here.alerts.end('ada', kind, 'TRADIER_SANDBOX');
  expect(await standing()).toEqual([]);
});

it('an alert that another server ended is raised again, and one that it raised is not', async () => {
  const [here, there] = [process(), process()];
  await here.alerts.raise('ada', alert);
  expect(await there.alerts.abouts('ada', kind)).toEqual(['TRADIER_SANDBOX']);
  await there.alerts.end('ada', kind, 'TRADIER_SANDBOX');
  t.clock.set(new Date(t.clock.now().getTime() + 60_000));
  await here.alerts.raise('ada', alert);
  expect(await standing()).toHaveLength(1);
  t.clock.set(new Date(t.clock.now().getTime() + 60_000));
  await there.alerts.raise('ada', alert);
  expect(there.writes()).toBe(1);
});

it('an alert of an earlier process is not rewritten, and can be ended', async () => {
  await process().alerts.raise('ada', alert);
  const { alerts, writes } = process();
  await alerts.raise('ada', alert);
  expect(writes()).toBe(0);
  expect(await alerts.abouts('ada', kind)).toEqual(['TRADIER_SANDBOX']);
  await alerts.end('ada', kind, 'TRADIER_SANDBOX');
  expect(await standing()).toEqual([]);
});
