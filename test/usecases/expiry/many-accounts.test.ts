import { expect, it } from 'vitest';
import { parseOccSymbol } from '../../../server/domain/instrument/occ-symbol.ts';
import type { BookDeps } from '../../../server/usecases/steps/book-deps.ts';
import type { FollowDeliveries } from '../../../server/usecases/expiry/follow-deliveries.ts';
import { SettleExpiry } from '../../../server/usecases/expiry/settle-expiry.ts';
import type { SyncOrders } from '../../../server/usecases/orders/sync-orders.ts';
import { aTrade } from '../../support/values/builders.ts';

const CALL = parseOccSymbol('SPY260327C00560000')!;

/** One trade that has expired in each of so many accounts: how often a trade's account was read, and what was asked. */
async function settling(accounts: number) {
  const seen = { reads: 0, asked: [] as string[], followed: 0 };
  const due = Array.from({ length: accounts }, (_, n) => {
    const trade = aTrade({ id: `paper_${n}`, username: `user${n}`, instrument: CALL });
    return new Proxy(trade, {
      get: (of, name) => {
        if (name === 'username' || name === 'venueAccount') seen.reads += 1;
        return Reflect.get(of, name) as unknown;
      },
    });
  });
  const officialClose = async () => null;
  const deps = {
    book: { openUntil: async () => due, accountsAwaitingDelivery: async () => [] },
    sources: {
      of: async (username: string) => (seen.asked.push(username), { officialClose }),
    },
    clock: { now: () => new Date('2026-03-27T21:00:00Z') },
  } as unknown as BookDeps;
  const deliveries = { account: async () => void (seen.followed += 1) };
  await new SettleExpiry(
    deps,
    {} as SyncOrders,
    deliveries as unknown as FollowDeliveries,
  ).execute();
  return seen;
}

it('each expired trade is looked at as often in a hundred accounts as in ten', async () => {
  const [few, many] = [await settling(10), await settling(100)];
  expect(new Set(many.asked).size).toBe(100);
  expect([many.asked.length, many.followed]).toEqual([100, 100]);
  expect(many.reads / 100).toBe(few.reads / 10);
});
