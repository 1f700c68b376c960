import { afterEach, beforeEach, expect, it } from 'vitest';
import { BrokerRejected } from '../../../server/ports/broker.ts';
import { brokersThrough } from '../../support/fakes/brokers.ts';
import { ADA, TradierDesk } from '../../support/desks/tradier-desk.ts';

let t: TradierDesk;
beforeEach(async () => {
  t = await TradierDesk.start();
  t.venue.quirks.mixedDurations = 'refused';
});
afterEach(() => t.close());

/** Places an entry; `act` runs before the venue's refusal of its durations arrives. */
async function placed(act: () => Promise<unknown>) {
  t.restart((deps) => ({
    ...deps,
    brokers: brokersThrough(deps.brokers, (broker) => {
      const place = broker.place.bind(broker);
      return Object.assign(broker, {
        place: (submission: Parameters<typeof place>[0]) =>
          place(submission).catch(async (error: unknown) => {
            if (error instanceof BrokerRejected) await act();
            throw error;
          }),
      });
    }),
  }));
  return t.place();
}

it.each([
  ['HALT_ENTRIES', 'by the user'],
  ['HALT_ALL', 'by the user'],
  ['HALT_ENTRIES', 'by file'],
] as const)(
  'an entry refused for its exits goes to no venue again at %s %s',
  async (level, how) => {
    const trade = await placed(async () => {
      if (how === 'by file') t.deskHalt = level;
      else await t.desk.account.setKillSwitch(ADA, level);
    });
    expect(trade).toMatchObject({ status: 'REJECTED', phase: 'CLOSED' });
    expect(trade.reason).toContain('place it anew: its exits are then for the day');
    expect(t.venue.count('POST /orders')).toBe(1);
  },
);

it('an entry refused for its exits goes again while nobody halts', async () => {
  expect(await placed(async () => {})).toMatchObject({ status: 'PENDING' });
  expect(t.venue.count('POST /orders')).toBe(2);
});
