import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sum, ZERO } from '../../../server/domain/decimal.ts';
import { heldQuantity, isClosing } from '../../../server/domain/matching/venue-state.ts';
import { CALL, submitted } from '../../support/fakes/option-market.ts';
import { close, entry, exits, VenueScene } from '../../support/desks/venue-scene.ts';

/** A market at `n` dimes, and its size. */
const market = fc.tuple(fc.integer({ min: 2, max: 40 }), fc.nat(12)).map(([n, size]) => {
  const [bid, ask] = [(n / 10).toFixed(2), ((n + 1) / 10).toFixed(2)];
  return (scene: VenueScene): void => void scene.market(bid, ask, size);
});
const size = fc.integer({ min: 1, max: 9 });
const dime = fc.integer({ min: 2, max: 40 }).map((n) => (n / 10).toFixed(2));
const model = fc.constantFrom(
  'TOUCH' as const,
  'MID' as const,
  'ORATS' as const,
  'INSTANT' as const,
);
const act = fc.oneof(
  market,
  market,
  fc.tuple(size, dime, dime, dime, model).map(([n, limit, target, stop, m]) => (s: VenueScene) => {
    s.submit('OTOCO', [entry(n, limit), ...exits(n, target, stop)], { model: m });
  }),
  fc.tuple(size, dime, dime, dime).map(([n, target, stop, bid]) => (s: VenueScene) => {
    s.submit('OCO', exits(n, target, stop), { bid, ask: '9.00' });
  }),
  fc.tuple(size, dime).map(([n, limit]) => (s: VenueScene) => {
    s.submit('SINGLE', [submitted('ENTRY', 'SELL_TO_OPEN', n, { limit })], { on: CALL });
  }),
  fc.tuple(size, fc.option(dime)).map(([n, limit]) => (s: VenueScene) => {
    s.submit('SINGLE', [close(n, limit ?? undefined)]);
  }),
  fc.integer({ min: 1001, max: 1030 }).map((id) => (s: VenueScene) => void s.cancel(String(id))),
);

it('no closing order takes a position through zero, fills stay within orders, money adds up', () => {
  fc.assert(
    fc.property(fc.array(act, { minLength: 5, maxLength: 40 }), (acts) => {
      const scene = new VenueScene();
      for (const step of acts) {
        step(scene);
        check(scene);
      }
    }),
    { numRuns: 1500 },
  );
});

function check({ state }: VenueScene): void {
  const held = heldQuantity(state, CALL.symbol);
  expect(held.greaterThanOrEqualTo(0)).toBe(true);
  for (const order of state.orders) {
    expect(order.filledQuantity.lessThanOrEqualTo(order.quantity)).toBe(true);
  }
  const bought = sum(state.orders.filter((o) => !isClosing(o)).map((o) => o.filledQuantity));
  const sold = sum(state.orders.filter(isClosing).map((o) => o.filledQuantity));
  expect(bought.minus(sold).toFixed()).toBe(held.toFixed());
  const paid = sum(
    state.orders.map((o) => (isClosing(o) ? o.filledValue.neg() : o.filledValue).times(100)),
  );
  const fees = bought.plus(sold).times('0.35');
  expect(state.cash.toFixed()).toBe(ZERO.minus(paid).minus(fees).toFixed());
}
