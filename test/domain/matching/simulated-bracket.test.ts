import { describe, expect, it } from 'vitest';
import { venueOrderOf, venueOrders } from '../../../server/domain/matching/venue-order-view.ts';
import { submitted } from '../../support/fakes/option-market.ts';
import { entry, exits, VenueScene } from '../../support/desks/venue-scene.ts';

describe('a bracket', () => {
  it('holds its exits until the entry fills, then fills its target and cancels the stop', () => {
    const scene = new VenueScene();
    const id = scene.submit('OTOCO', [entry(10), ...exits(10)]);
    expect(scene.orders).toBe('OPEN 0/10, HELD 0/10, HELD 0/10');
    scene.market('1.00', '2.20');
    expect(scene.orders).toBe('OPEN 0/10, HELD 0/10, HELD 0/10');
    scene.market('2.00', '2.10');
    expect(scene.orders).toBe('FILLED 10/10, OPEN 0/10, OPEN 0/10');
    expect(scene.held).toBe('10 for 2100');
    scene.market('3.05', '3.10');
    expect(scene.orders).toBe('FILLED 10/10, FILLED 10/10, CANCELED 0/10');
    expect(scene.held).toBe('');
    expect(scene.state.cash.toFixed()).toBe(String(-2100 + 3050 - 7));
    expect(venueOrderOf(scene.state, id)).toMatchObject({ status: 'FILLED', shape: 'OTOCO' });
  });

  it('sizes exits to the entry’s fill, as it fills and when the rest is canceled', () => {
    const scene = new VenueScene();
    const parent = scene.submit('OTOCO', [entry(10), ...exits(10)]);
    scene.market('2.00', '2.10', 3);
    expect(scene.orders).toBe('PARTIALLY_FILLED 3/10, OPEN 0/3, OPEN 0/3');
    scene.market('2.00', '2.10', 2);
    expect(scene.orders).toBe('PARTIALLY_FILLED 5/10, OPEN 0/5, OPEN 0/5');
    scene.cancel(String(Number(parent) + 1));
    expect(scene.orders).toBe('CANCELED 5/10, OPEN 0/5, OPEN 0/5');
    expect(venueOrderOf(scene.state, parent)).toMatchObject({ status: 'OPEN' });
  });

  it('stops buying once an exit has sold', () => {
    const scene = new VenueScene();
    scene.submit('OTOCO', [entry(10), ...exits(10)]);
    scene.market('2.00', '2.10', 3).market('1.40', '1.50');
    expect(scene.orders).toBe('CANCELED 3/10, CANCELED 0/3, FILLED 3/3');
    expect(scene.held).toBe('');
  });

  it('is canceled with its exits when its entry is canceled before it fills', () => {
    const scene = new VenueScene();
    const parent = scene.submit('OTOCO', [entry(10), ...exits(10)]);
    scene.cancel(String(Number(parent) + 1));
    expect(scene.orders).toBe('CANCELED 0/10, CANCELED 0/10, CANCELED 0/10');
  });

  it('is canceled whole by its parent, including the exits of a filled entry', () => {
    const scene = new VenueScene();
    const parent = scene.submit('OTOCO', [entry(10), ...exits(10)]);
    scene.market('2.00', '2.10').cancel(parent).cancel(parent);
    expect(scene.orders).toBe('FILLED 10/10, CANCELED 0/10, CANCELED 0/10');
    expect(venueOrderOf(scene.state, parent)).toMatchObject({ status: 'CANCELED' });
  });

  it('shrinks the stop by what the target has sold, and the other way round', () => {
    const scene = new VenueScene();
    scene.submit('OTOCO', [entry(10), ...exits(10)]);
    scene.market('2.00', '2.10').market('3.00', '3.10', 4);
    expect(scene.orders).toBe('FILLED 10/10, PARTIALLY_FILLED 4/10, OPEN 0/6');
    scene.market('1.50', '1.60', 2);
    expect(scene.orders).toBe('FILLED 10/10, PARTIALLY_FILLED 4/8, PARTIALLY_FILLED 2/6');
    scene.market('1.50', '1.60');
    expect(scene.orders).toBe('FILLED 10/10, CANCELED 4/8, FILLED 6/6');
    expect(scene.held).toBe('');
  });

  it('fills the stop and never both when one quote triggers both', () => {
    const scene = new VenueScene();
    scene.submit('OTOCO', [entry(10), ...exits(10, '2.00', '1.99')]);
    scene.market('1.90', '2.10');
    const sellAnywhere = exits(10, '1.00', '1.50');
    scene.cancel('1001');
    scene.submit('OCO', sellAnywhere, { bid: '2.00' });
    scene.market('1.40', '1.60');
    expect(scene.orders.split(', ').slice(3).join(', ')).toBe('CANCELED 0/10, FILLED 10/10');
    expect(scene.held).toBe('');
  });

  it('stays triggered: a stop limit that was reached rests at its limit', () => {
    const scene = new VenueScene();
    scene.submit('SINGLE', [entry(2)]);
    scene.market('2.00', '2.10');
    scene.submit('SINGLE', [
      submitted('STOP_LOSS', 'SELL_TO_CLOSE', 2, { stop: '1.50', limit: '1.45' }),
    ]);
    scene.market('1.40', '1.50').market('1.60', '1.70');
    expect(scene.orders).toBe('FILLED 2/2, FILLED 2/2');
  });

  it('is listed as one parent with its legs in wire order', () => {
    const scene = new VenueScene();
    const id = scene.submit('OTOCO', [entry(10), ...exits(10)]);
    const [parent] = venueOrders(scene.state);
    expect(parent).toMatchObject({ venueOrderId: id, tag: 'tag-1', side: null, quantity: null });
    expect(parent?.legs.map((leg) => leg.type)).toEqual(['LIMIT', 'LIMIT', 'STOP']);
    expect(parent?.legs.map((leg) => leg.status)).toEqual(['OPEN', 'HELD', 'HELD']);
    expect(venueOrderOf(scene.state, '4711')).toBeNull();
  });
});
