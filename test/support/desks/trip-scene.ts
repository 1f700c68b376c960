import { expect } from 'vitest';
import type { TicketInput } from '../../../server/domain/ticket/ticket.ts';
import { deskJobs } from '../../../server/jobs/desk-jobs.ts';
import { ADA, type TradierDesk } from './tradier-desk.ts';

export const REFUSED = { status: 400, text: 'Not enough day trading buying power' };

/** Acts on a desk at Tradier whose switch trips by itself, and reads its causes and alerts. */
export function tripScene(t: TradierDesk) {
  const level = async () => (await t.fresh.book.read('ada').account()).killSwitch;
  const lower = () => t.desk.account.setKillSwitch(ADA, 'OFF');
  const causes = async () =>
    (await t.fresh.book.read('ada').switchCauses()).map(({ kind, endedAt }) =>
      endedAt ? `${kind} over` : kind,
    );
  async function alerts(): Promise<readonly string[]> {
    const page = await t.fresh.book.read('ada').alerts(true, { first: 100, after: null });
    const trips = page.items
      .map(({ item }) => item)
      .filter(({ kind }) => kind === 'SWITCH_TRIPPED');
    return trips.map(({ severity, message }) => `${severity} ${message}`);
  }
  const place = (parts: Partial<TicketInput> = {}) => t.place({ bracket: null, ...parts });
  const refusal = (error: unknown) => (error as { detail?: { checks?: object[] } }).detail?.checks;
  async function expectHalted(): Promise<void> {
    const before = t.venue.count('POST /orders');
    const checks = await place().then(() => [], refusal);
    expect(checks).toContainEqual(
      expect.objectContaining({ rule: 'KILL_SWITCH', passed: false, actual: 'HALT_ENTRIES' }),
    );
    expect(t.venue.count('POST /orders')).toBe(before);
  }
  async function round(seconds = 60): Promise<void> {
    t.pass(seconds);
    const job = deskJobs(t.desk, { sync: 60, snapshot: 40 }).find(({ name }) =>
      name.startsWith('sync-orders'),
    );
    await job!.run().catch(() => undefined);
  }
  async function opened() {
    const { id } = await place();
    t.venue.fill(t.venue.orders.at(-1)!.id, { price: '1.50' });
    await t.sync();
    return id;
  }
  async function failSends(times: number): Promise<void> {
    t.venue.fail('POST /orders', REFUSED, times);
    for (let n = 0; n < times; n += 1) {
      await place();
      t.pass(1);
    }
  }
  return { level, lower, causes, alerts, place, expectHalted, round, opened, failSends };
}
