import { expect, it } from 'vitest';
import { matchVenue } from '../../../server/domain/matching/match-venue.ts';
import { endOfDay } from '../../../server/domain/matching/venue-clock.ts';
import type { VenueState } from '../../../server/domain/matching/venue-state.ts';
import { submitted } from '../../support/fakes/option-market.ts';
import { entry, VenueScene } from '../../support/desks/venue-scene.ts';

/** A state that counts the looks at its orders. */
function counted(state: VenueState) {
  let looks = 0;
  const orders = state.orders.map((order) => ({
    ...order,
    get id() {
      looks += 1;
      return order.id;
    },
  }));
  return { state: { ...state, orders }, looks: () => looks };
}

it('a beat in which nothing happens looks at each order a few times, however many there are', () => {
  const scene = new VenueScene();
  for (let placed = 0; placed < 300; placed += 1) scene.submit('SINGLE', [entry(1, '0.01')]);
  const { state, looks } = counted(scene.state);
  expect(matchVenue(endOfDay(state, scene.now), new Map(), scene.now)).toBe(state);
  expect(looks()).toBeLessThan(300 * 10);
});

it('a close at which every order ends looks at each a few times', () => {
  const scene = new VenueScene();
  const day = submitted('ENTRY', 'BUY_TO_OPEN', 1, { limit: '1.00' }, 'DAY');
  for (let placed = 0; placed < 300; placed += 1) scene.submit('SINGLE', [day]);
  const close = counted(scene.state);
  const ended = endOfDay(close.state, new Date('2026-03-10T20:00:00Z'));
  expect(new Set(ended.orders.map(({ status }) => status))).toEqual(new Set(['EXPIRED']));
  expect(close.looks()).toBeLessThan(300 * 20);
});
