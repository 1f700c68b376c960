import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { ORDER_STATUSES } from '../../../server/domain/order/order-status.ts';
import type { Order } from '../../../server/domain/order/order.ts';
import { applyReports } from '../../../server/domain/reports/apply-report.ts';
import { mayCloseAgain } from '../../../server/domain/exits/close-back-off.ts';
import { LATE_FILL_MS } from '../../../server/domain/order/ended-order.ts';
import { nextStep, type ExitRules } from '../../../server/domain/exits/next-step.ts';
import { ordersThatCount } from '../../../server/domain/reports/orders-that-count.ts';
import { isUnprotected } from '../../../server/domain/trade/standing-exits.ts';
import { TradeDraft } from '../../../server/domain/trade/trade-draft.ts';
import type { Trade } from '../../../server/domain/trade/trade.ts';
import { whyUnprotected } from '../../../server/domain/exits/why-unprotected.ts';
import { aFill, anOpenTrade, anOrder } from '../../support/values/builders.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';
import { aVenueOrder } from '../../support/values/venue-orders.ts';

const RULES: ExitRules = {
  mixedDurations: true,
  standingExits: true,
  minExitGap: dec('0.01'),
  alwaysOpen: false,
};
const minutes = (n: number) => new Date(NOON.getTime() + n * 60_000);

interface Plan {
  readonly status: (typeof ORDER_STATUSES)[number];
  readonly role: Order['role'];
  readonly minute: number;
  readonly pair: boolean;
  readonly price: number;
  readonly filled: boolean;
  readonly market: boolean;
}
const plan = fc.record<Plan>({
  status: fc.constantFrom(...ORDER_STATUSES, 'REJECTED', 'CANCELED', 'EXPIRED'),
  role: fc.constantFrom('ENTRY', 'STOP_LOSS', 'TAKE_PROFIT', 'CLOSE', 'STOP_LOSS'),
  minute: fc.integer({ min: 0, max: 60 }),
  pair: fc.boolean(),
  price: fc.integer({ min: 1, max: 2 }),
  filled: fc.boolean(),
  market: fc.boolean(),
});
/** Exits that the venue refuses repeatedly, at the retry intervals. */
const refusal = fc.record<Plan>({
  status: fc.constant('REJECTED'),
  role: fc.constant('STOP_LOSS'),
  minute: fc.integer({ min: 5, max: 60 }),
  pair: fc.constant(false),
  price: fc.constant(2),
  filled: fc.constant(false),
  market: fc.constant(false),
});
const plansUpTo = (maxLength: number) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.array(plan, { maxLength }) },
    { weight: 1, arbitrary: fc.array(refusal, { maxLength }) },
  );

/** Orders in order of creation; some share the submission of the one before. */
function history(plans: readonly Plan[], from = 0): Order[] {
  let minute = from * 100;
  let tag = '';
  return plans.map((each, at) => {
    minute += each.minute;
    if (!each.pair || tag === '') tag = `tag-${from}-${at}`;
    const id = `paper_order-${from}-${at}`;
    const stop = each.role === 'STOP_LOSS';
    const done = each.status === 'FILLED' || each.status === 'PARTIALLY_FILLED' || each.filled;
    const fill = aFill({ id: `${id}-1`, orderId: id, filledAt: minutes(minute) });
    return anOrder({
      ...{ id, tag, role: each.role, status: each.status },
      ...{ timeInForce: 'GTC', venueOrderId: id, venueParentId: null },
      type: each.market || each.role === 'CLOSE' ? 'MARKET' : stop ? 'STOP' : 'LIMIT',
      stopPrice: stop ? dec(each.price) : null,
      limitPrice: stop ? null : dec(each.price + 10),
      placedAt: minutes(minute),
      updatedAt: minutes(minute),
      ...(done && { fills: [fill], filledQuantity: dec(1), filledValue: dec('1.50') }),
    });
  });
}

const trades: readonly Trade[] = [
  anOpenTrade({ bracket: { stopLoss: dec(1), takeProfit: dec(11), stopLimit: null } }),
  anOpenTrade({ bracket: { stopLoss: dec(2), takeProfit: null, stopLimit: null } }),
  anOpenTrade({ openQuantity: dec(0), exitedQuantity: dec(1), exitFilled: dec(1) }),
];
const last = (orders: readonly Order[]) => orders.at(-1)?.updatedAt ?? NOON;

describe('the orders that count', () => {
  it('decide as all orders do, then and at any later time', () => {
    fc.assert(
      fc.property(
        plansUpTo(30),
        fc.constantFrom(...trades),
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 0, max: 400 }),
        (plans, trade, waited, later) => {
          const orders = history(plans);
          const pruned = ordersThatCount(
            orders,
            new Date(last(orders).getTime() + waited * 60_000),
          );
          const now = new Date(last(orders).getTime() + (waited + later) * 60_000);
          const [whole, part] = [orders, pruned].map((each) => ({ trade, orders: each })) as [
            { trade: Trade; orders: readonly Order[] },
            { trade: Trade; orders: readonly Order[] },
          ];
          expect(nextStep(part, RULES, now)).toEqual(nextStep(whole, RULES, now));
          expect(mayCloseAgain(part.orders, now)).toBe(mayCloseAgain(whole.orders, now));
          expect(isUnprotected(part)).toBe(isUnprotected(whole));
          expect(whyUnprotected(part, now)).toEqual(whyUnprotected(whole, now));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('take a venue’s report as all orders do', () => {
    fc.assert(
      fc.property(
        fc.array(plan, { minLength: 1, maxLength: 20 }),
        fc.constantFrom(...trades),
        fc.constantFrom('FILLED', 'CANCELED', 'REJECTED', 'OPEN'),
        fc.nat(),
        (plans, trade, status, pick) => {
          const orders = history(plans);
          const now = last(orders);
          const pruned = ordersThatCount(orders, now);
          const chosen = pruned[pick % pruned.length];
          if (!chosen) return;
          const filledQuantity = status === 'FILLED' ? chosen.quantity : chosen.filledQuantity;
          const report = aVenueOrder({
            ...{ venueOrderId: `${chosen.id}`, status, filledQuantity, averagePrice: dec('1.50') },
          });
          const learned = [orders, pruned].map((each) => {
            const draft = TradeDraft.of({ trade, orders: each }, now, 'venue');
            const context = { feeFor: () => dec(0), entryMark: null };
            applyReports(draft, [{ orderId: chosen.id, report }], context);
            const { orders: _, ...after } = draft.after;
            return { after, types: draft.events.map((event) => event.type), alerts: draft.alerts };
          });
          expect(learned[1]).toEqual(learned[0]);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('never count again once they have stopped counting', () => {
    fc.assert(
      fc.property(plansUpTo(20), plansUpTo(10), (plans, more) => {
        const orders = history(plans);
        const pruned = ordersThatCount(orders, last(orders));
        const fresh = history(more, 20);
        const now = fresh.length > 0 ? last(fresh) : last(orders);
        const ids = (each: readonly Order[]) => ordersThatCount(each, now).map(({ id }) => id);
        expect(ids([...pruned, ...fresh])).toEqual(ids([...orders, ...fresh]));
      }),
      { numRuns: 1_000 },
    );
  });

  it('are as many after thousands of moves as after a few', () => {
    const gone = {
      role: 'STOP_LOSS',
      status: 'CANCELED',
      type: 'STOP',
      stopPrice: dec(1),
    } as const;
    const moves = Array.from({ length: 5_000 }, (_, at) =>
      anOrder({ ...gone, id: `paper_order-${at}`, tag: `tag-${at}`, updatedAt: minutes(at) }),
    );
    const counting = ordersThatCount(moves, minutes(5_000));
    expect(counting).toHaveLength(LATE_FILL_MS / 60_000);
    expect(ordersThatCount(moves, minutes(50_000))).toHaveLength(1);
  });
});
