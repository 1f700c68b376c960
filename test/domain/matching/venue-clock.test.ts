import { describe, expect, it } from 'vitest';
import {
  venueStateFromJson,
  venueStateToJson,
} from '../../../server/adapters/simulated/venue-state-json.ts';
import { dec } from '../../../server/domain/decimal.ts';
import { expireContract } from '../../../server/domain/matching/expire-contract.ts';
import {
  endOfDay,
  expiredContracts,
  pruneVenue,
} from '../../../server/domain/matching/venue-clock.ts';
import { accountEvents } from '../../../server/domain/matching/account-events.ts';
import { venueOrderOf } from '../../../server/domain/matching/venue-order-view.ts';
import { CALL, submitted } from '../../support/fakes/option-market.ts';
import { entry, exits, VenueScene } from '../../support/desks/venue-scene.ts';

describe('the simulated venue’s clock', () => {
  it('ends a DAY order at the close of its exchange day, a GTC order never', () => {
    const scene = new VenueScene();
    const day = submitted('ENTRY', 'BUY_TO_OPEN', 1, { limit: '1.00' }, 'DAY');
    scene.submit('OTOCO', [day, ...exits(1)]);
    scene.submit('SINGLE', [entry(1, '1.00')]);
    scene.state = endOfDay(scene.state, new Date('2026-03-10T19:59:59Z'));
    expect(scene.orders).toBe('OPEN 0/1, HELD 0/1, HELD 0/1, OPEN 0/1');
    scene.state = endOfDay(scene.state, new Date('2026-03-10T20:00:00Z'));
    expect(scene.orders).toBe('EXPIRED 0/1, EXPIRED 0/1, EXPIRED 0/1, OPEN 0/1');
    expect(venueOrderOf(scene.state, '1001')).toMatchObject({ status: 'EXPIRED' });
  });

  it.each([
    ['after the close', '2026-03-10T20:00:00Z', '2026-03-11T20:00:00.000Z'],
    ['on a Saturday', '2026-03-14T15:00:00Z', '2026-03-16T20:00:00.000Z'],
    ['before a half-day ends', '2026-11-27T17:59:00Z', '2026-11-27T18:00:00.000Z'],
  ])('gives a DAY order placed %s the next close', (_, at, close) => {
    const scene = new VenueScene();
    scene.now = new Date(at);
    scene.submit('SINGLE', [submitted('ENTRY', 'BUY_TO_OPEN', 1, { limit: '1.00' }, 'DAY')]);
    expect(scene.state.orders[0]?.expiresAt?.toISOString()).toBe(close);
  });

  it('settles an expired contract by the official close and ends its orders', () => {
    const scene = new VenueScene();
    scene.submit('OTOCO', [entry(2), ...exits(2)]);
    scene.market('2.00', '2.10');
    expect(expiredContracts(scene.state, new Date('2026-03-27T19:59:59Z'))).toEqual([]);
    const after = new Date('2026-03-27T20:00:00Z');
    expect(expiredContracts(scene.state, after)).toEqual([CALL]);
    const waiting = expireContract(scene.state, CALL, null, after);
    expect(waiting.positions).toHaveLength(1);
    scene.state = expireContract(waiting, CALL, { close: dec('563.5'), funds: dec(1_000) }, after);
    expect(scene.orders).toBe('FILLED 2/2, EXPIRED 0/2, EXPIRED 0/2');
    expect(scene.held).toBe('');
    expect(scene.state.cash.toFixed()).toBe(String(-420 - 0.7 + 700));

    const stored = venueStateFromJson(venueStateToJson(scene.state));
    const restored = { ...stored, orders: scene.state.orders };
    expect(accountEvents(restored, CALL.expiration, after)).toEqual([]);
    const [ended, ...more] = accountEvents(
      restored,
      CALL.expiration,
      new Date('2026-03-28T15:00:00Z'),
    );
    expect(more).toEqual([]);
    expect(ended).toMatchObject({ kind: 'EXPIRATION', symbol: CALL.symbol, date: CALL.expiration });
    expect([ended!.quantity?.toFixed(), ended!.price?.toFixed(), ended!.amount.toFixed()]).toEqual([
      '-2',
      '3.5',
      '700',
    ]);
    expect(pruneVenue(scene.state, new Date('2026-05-01T15:00:00Z')).events).toEqual([]);
  });
});
