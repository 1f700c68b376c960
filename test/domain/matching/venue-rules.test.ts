import { describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { optionContract } from '../../../server/domain/instrument/occ-symbol.ts';
import { buyingPower } from '../../../server/domain/matching/buying-power.ts';
import { changeAtVenue } from '../../../server/domain/matching/change-at-venue.ts';
import { mergedOrders } from '../../../server/domain/matching/submissions.ts';
import { venueOrderOf } from '../../../server/domain/matching/venue-order-view.ts';
import { close, entry, exits, VenueScene } from '../../support/desks/venue-scene.ts';
import { CALL, submitted } from '../../support/fakes/option-market.ts';

const PUT = optionContract({ ...CALL, right: 'PUT' });

describe('an order at the simulated venue', () => {
  it('is stood against by one on the other side of its own symbol alone', () => {
    const scene = new VenueScene();
    scene.submit('SINGLE', [submitted('ENTRY', 'SELL_TO_OPEN', 1, { limit: '5.00' })], { on: PUT });
    expect(scene.submit('SINGLE', [entry(1)])).toMatch(/^\d+$/);
    expect(scene.submit('SINGLE', [entry(1)], { on: PUT })).toMatch(/stands against this one/);
  });

  it('moves its prices where it stands alone, and not as a leg of a bracket', () => {
    const scene = new VenueScene();
    const id = scene.submit('SINGLE', [entry(1)]);
    scene.submit('OTOCO', [entry(1), ...exits(1)]);
    const later = new Date(scene.now.getTime() + 1000);
    const to = { limitPrice: dec('2.05'), stopPrice: null };
    const moved = changeAtVenue(scene.state, id, to, later);
    const [single, leg] = moved.state.orders;
    expect([moved.refusal, single!.limitPrice!.toFixed(), single!.changedAt]).toEqual([
      ...[null, '2.05', later],
    ]);
    expect(changeAtVenue(scene.state, leg!.id, to, later).refusal).toMatch(/Legs of a bracket/);
  });

  it('takes its cost from the buying power while it waits, and a close takes none', () => {
    const scene = new VenueScene();
    const free = () => buyingPower(scene.state, dec(100_000)).toFixed();
    const before = free();
    const id = scene.submit('SINGLE', [entry(1, '2.00')]);
    expect(free()).not.toBe(before);
    scene.cancel(id);
    expect(free()).toBe(before);
    scene.submit('SINGLE', [entry(1)]);
    scene.market('2.00', '2.10');
    const held = free();
    scene.submit('SINGLE', [close(1, '9.00')]);
    expect(free()).toBe(held);
  });

  it('has changed, as one of a bracket, when the last of its legs did', () => {
    const scene = new VenueScene();
    const parent = scene.submit('OTOCO', [entry(1), ...exits(1)]);
    const later = new Date(scene.now.getTime() + 5_000);
    const orders = scene.state.orders.map((order, n) =>
      n === 1 ? { ...order, changedAt: later } : order,
    );
    expect(venueOrderOf({ ...scene.state, orders }, parent)!.changedAt).toEqual(later);
  });

  it('stands once in two lists that are merged, as the later one knows it, by the number of its id', () => {
    const scene = new VenueScene();
    scene.submit('SINGLE', [entry(1)]);
    const [order] = scene.state.orders;
    const of = (id: string, tag = 'old') => ({ ...order!, id, tag });
    const merged = mergedOrders([of('1'), of('2'), of('10')], [of('2', 'new'), of('9', 'new')]);
    expect(merged.map(({ id, tag }) => `${id} ${tag}`)).toEqual([
      ...['1 old', '2 new', '9 new', '10 old'],
    ]);
  });
});
