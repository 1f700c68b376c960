import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dec, type Decimal, ZERO } from '../../../server/domain/decimal.ts';
import { optionContract } from '../../../server/domain/instrument/occ-symbol.ts';
import { tickSize } from '../../../server/domain/instrument/tick-size.ts';
import { applyVenueFill } from '../../../server/domain/matching/apply-venue-fill.ts';
import type { FillModel } from '../../../server/domain/matching/fill-model.ts';
import { matchVenue, type TradableQuote } from '../../../server/domain/matching/match-venue.ts';
import { matchOrder } from '../../../server/domain/matching/matching-engine.ts';
import {
  type BookedOrder,
  familyOf,
  isClosing,
  isLive,
  isStop,
  remainingOf,
  venueInstrument,
  type VenueState,
  withOrders,
} from '../../../server/domain/matching/venue-state.ts';
import { close, entry, exits, VenueScene } from '../../support/desks/venue-scene.ts';
import { CALL, optionQuote } from '../../support/fakes/option-market.ts';

const PUT = optionContract({ ...CALL, root: null, strike: dec(555), right: 'PUT' });
const dimes = (n: number) => (n / 10).toFixed(2);
const dime = fc.integer({ min: 6, max: 36 }).map(dimes);
const size = fc.integer({ min: 1, max: 9 });
const model = fc.constantFrom<FillModel[]>('TOUCH', 'MID', 'CROSS', 'ORATS', 'INSTANT');
const on = fc.constantFrom(CALL, PUT);
const placed = fc
  .tuple(fc.constantFrom('OTOCO', 'OCO', 'CLOSE', 'ENTRY'), size, fc.tuple(dime, dime, dime))
  .map(([shape, n, [limit, target, stop]]) => {
    const pair = exits(n, target, stop);
    if (shape === 'OCO') return { shape, orders: pair } as const;
    if (shape === 'OTOCO') return { shape, orders: [entry(n, limit), ...pair] } as const;
    const order = shape === 'CLOSE' ? close(n, limit) : entry(n, limit);
    return { shape: 'SINGLE', orders: [order] } as const;
  });
const quote = fc.record({
  bid: fc.integer({ min: 1, max: 36 }),
  width: fc.integer({ min: 1, max: 3 }),
  available: fc.integer({ min: 0, max: 12 }),
});
const step = fc.record({
  submit: fc.array(fc.tuple(placed, on, model), { maxLength: 3 }),
  call: quote,
  put: fc.option(quote),
  seconds: fc.constantFrom(0, 1, 1, 2),
});

it('a match of the due orders changes what a close look at every order would change', () => {
  let changes = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 20 }), (steps) => {
      const scene = new VenueScene();
      for (const { submit, call, put, seconds } of steps) {
        for (const [{ shape, orders }, instrument, fillModel] of submit)
          scene.submit(shape, [...orders], { on: instrument, model: fillModel, bid: '9.00' });
        scene.now = new Date(scene.now.getTime() + seconds * 1000);
        const market = new Map<string, TradableQuote>();
        for (const [{ symbol }, said] of [[CALL, call] as const, [PUT, put] as const]) {
          if (!said) continue;
          const [bid, ask] = [dimes(said.bid), dimes(said.bid + said.width)];
          const available = dec(said.available);
          market.set(symbol, { quote: optionQuote(bid, ask, scene.now, symbol), available });
        }
        const next = matchVenue(scene.state, market, scene.now);
        const expected = everyOrder(scene.state, market, scene.now);
        expect(next).toEqual(expected);
        expect(next === scene.state).toBe(expected === scene.state);
        if (next !== scene.state) changes += 1;
        scene.state = next;
      }
    }),
    { numRuns: 400 },
  );
  expect(changes).toBeGreaterThan(300);
});

/** The rule without a shortcut: stops first, each order once, a touch shared, one exit of a pair. */
function everyOrder(
  state: VenueState,
  market: ReadonlyMap<string, TradableQuote>,
  now: Date,
): VenueState {
  const due = state.orders.filter((order) => isLive(order) && !rests(order, now));
  const exited = new Set<string>();
  const taken = new Map<string, Decimal>();
  let next = state;
  for (const { id } of [...due.filter(isStop), ...due.filter((each) => !isStop(each))]) {
    const order = next.orders.find((each) => each.id === id)!;
    if (!isLive(order) || exited.has(familyOf(order))) continue;
    const used = taken.get(order.symbol) ?? ZERO;
    const { triggered, fill } = looked(order, market.get(order.symbol), used, now);
    const hit = isStop(order) && triggered && !order.triggered;
    if (!hit && !fill) continue;
    if (isClosing(order)) exited.add(familyOf(order));
    const seen = hit ? { ...order, triggered: true, changedAt: now } : order;
    taken.set(order.symbol, used.plus(fill?.quantity ?? ZERO));
    next = fill ? applyVenueFill(next, seen, fill, now) : withOrders(next, [seen]);
  }
  return next;
}

function looked(order: BookedOrder, tradable: TradableQuote | undefined, used: Decimal, now: Date) {
  return matchOrder(
    { ...order, remaining: remainingOf(order) },
    {
      ...{ quote: tradable?.quote ?? null, model: order.fillModel, now },
      available: (tradable?.available ?? ZERO).minus(used),
      tick: tickSize(venueInstrument(order.symbol), order.limitPrice ?? ZERO),
    },
  );
}

function rests({ lastFillAt }: BookedOrder, now: Date): boolean {
  return lastFillAt !== null && now.getTime() - lastFillAt.getTime() < 1000;
}
