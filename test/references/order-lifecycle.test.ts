import { describe, expect, it } from 'vitest';
import type { BookedOrder } from '../../server/domain/matching/venue-state.ts';
import type { SubmittedOrder } from '../../server/domain/matching/venue-submission.ts';
import { CaseVenue } from '../support/recorded/case-venue.ts';
import {
  lifecycleCases,
  type CaseOrder,
  type CaseOutcome,
  type CaseStep,
  type LifecycleCase,
} from '../support/recorded/lifecycle-case.ts';
import { submitted } from '../support/fakes/option-market.ts';

const cases = lifecycleCases();

const TRAILING = 'stops that trail are not offered';
const MODIFY = 'orders are never changed in place: canceled and placed anew';
const TIMES = 'DAY and GTC are all the times in force there are';
const POST_ONLY = 'no order is post-only';
const SPLIT = 'corporate actions are not applied: the venue lists an adjusted contract as another';

/** Cases that are not run, because we do not offer them or decide them otherwise. */
const NOT_RUN: Record<string, string> = {
  'fill-trailing-stop-sell-amount': TRAILING,
  'fill-trailing-stop-buy-amount': TRAILING,
  'fill-stop-sell-gap-through':
    'the stop is through the market as it is placed: refused, as by Tradier, see oh-stop-already-through',
  'tif-day-crypto': 'tokens are swapped, not worked as DAY orders',
  'br-market-sell-modify-children': MODIFY,
  'br-limit-entry-modify-held-children': MODIFY,
  'br-modify-sl-qty-mirrors-tp': MODIFY,
  'br-entry-rejected': POST_ONLY,
  'br-entry-partial-holds-children':
    'exits come alive with the first part that fills, so that none of it is naked',
  'oh-fok-market-short-liquidity': TIMES,
  'oh-ioc-limit-no-match': TIMES,
  'oh-gtd-expires-unfilled': TIMES,
  'oh-post-only-crossing-rejected': POST_ONLY,
  'oh-modify-below-filled-rejected': MODIFY,
  'ca-split-2for1': SPLIT,
  'ca-split-fractional-cash': SPLIT,
};

/** Exercise and assignment have a test of their own. */
const ours = cases.filter(({ category }) => category !== 'exercise-assignment');
const run = ours.filter(({ id }) => !(id in NOT_RUN));

/** Our status by theirs; a rejected order never enters the book. */
const STATUS: Record<string, string> = {
  working: 'OPEN',
  held: 'HELD',
  partially_filled: 'PARTIALLY_FILLED',
  filled: 'FILLED',
  cancelled: 'CANCELED',
  expired: 'EXPIRED',
};

describe.skipIf(cases.length === 0)(
  'orders live and end at the simulated venue as published',
  () => {
    it('runs every case or says why not', () => {
      expect(cases).toHaveLength(50);
      expect(ours).toHaveLength(35);
      expect(run).toHaveLength(19);
      expect(run.length + Object.keys(NOT_RUN).length).toBe(ours.length);
    });

    it.each(run)('$id', (each) => {
      new Play(each).all();
    });
  },
);

/** Plays one case step by step; its orders have the case's own names. */
class Play {
  readonly #venue: CaseVenue;
  readonly #ids = new Map<string, string>();
  readonly #refused = new Set<string>();
  #lastQuote: [bid: number, ask: number, size: number] | null = null;

  constructor(private readonly each: LifecycleCase) {
    const { instrument, orders = [] } = each.given;
    this.#venue = new CaseVenue(instrument.symbol!, new Date('2018-04-27T14:00:00Z'));
    // A single sell is a close here, so there must be something to sell.
    const [first] = orders;
    if (orders.length === 1 && first!.side === 'sell') this.#venue.hold(first!.qty, 100);
  }

  all(): void {
    for (const step of this.each.steps) this.#steps[step.event]!(step);
    const { orders = {}, open_orders, open_positions } = this.each.expect;
    this.#check(orders);
    if (open_orders) expect(this.#venue.working).toHaveLength(open_orders.length);
    if (open_positions !== undefined) {
      expect(this.#venue.state.positions).toHaveLength(open_positions);
    }
  }

  readonly #steps: Record<string, (step: CaseStep) => void> = {
    submit: (step) => {
      if (step.t) this.#venue.now = new Date(step.t);
      const orders = this.#orders([step.order!]);
      this.#openMarket(orders[0]!);
      this.#submit('SINGLE', orders);
    },
    submit_bracket: (step) => {
      const [entry, stop, target] = this.#orders(step.orders as readonly string[]);
      this.#submit('OTOCO', [entry!, target!, stop!]);
      this.#venue.quote(...this.#lastQuote!);
    },
    bar: (step) => {
      if (step.t) this.#venue.now = new Date(step.t);
      this.#venue.path([step.o!, ...this.#wayOf(step), step.c!]);
    },
    price: ({ last }) => void this.#venue.price(last!),
    quote: ({ bid, ask, ask_size = 100 }) => {
      this.#lastQuote = [bid!, ask!, ask_size];
      this.#venue.quote(...this.#lastQuote);
    },
    book: ({ asks }) => void this.#venue.quote(null, asks![0]![0]),
    fill: ({ price, qty, expect: outcome }) => {
      this.#venue.quote(price! - 1, price!, qty);
      if (outcome) this.#check(outcome);
    },
    clock: ({ t, expect: outcome }) => {
      this.#venue.clock(new Date(t!));
      this.#check(outcome!);
    },
    check: ({ orders }) => this.#check(orders as Readonly<Record<string, CaseOutcome>>),
    cancel: () => {
      const before = this.#venue.state;
      expect(this.#venue.cancel('4711').state).toBe(before);
    },
    close_position: () => this.#closePosition(),
  };

  /**
   * A case that starts with a waiting order is quoted a dollar away first, because nothing trades without a
   * quote.
   */
  #openMarket({ limit, stop }: CaseOrder): void {
    const level = stop ?? limit;
    if (this.each.steps[0]?.event === 'submit' && level) this.#venue.price(level + 1);
  }

  #orders(ids: readonly string[]): CaseOrder[] {
    return ids.map((id) => this.each.given.orders!.find((order) => order.id === id)!);
  }

  #submit(shape: 'SINGLE' | 'OTOCO', orders: readonly CaseOrder[]): void {
    const result = this.#venue.submit(
      shape,
      orders.map((order) => this.#wireOf(order)),
    );
    if (result.refusal !== null) {
      for (const { id } of orders) this.#refused.add(id);
      return;
    }
    for (const [leg, { id }] of orders.entries()) {
      this.#ids.set(id, String(Number(result.id) + leg + (shape === 'SINGLE' ? 0 : 1)));
    }
  }

  #wireOf({ id, side, type, qty, limit, stop, tif }: CaseOrder): SubmittedOrder {
    const lone = this.each.given.orders!.length === 1;
    const closes = lone && side === 'sell';
    const role = { sl: 'STOP_LOSS', tp: 'TAKE_PROFIT' }[id] ?? (closes ? 'CLOSE' : 'ENTRY');
    const prices = { limit: limit?.toString(), stop: stop?.toString() };
    const wire = submitted(
      role as SubmittedOrder['role'],
      side === 'buy' ? 'BUY' : 'SELL',
      qty,
      prices,
      tif === 'day' ? 'DAY' : 'GTC',
    );
    expect(wire.type).toBe(type.toUpperCase());
    return wire;
  }

  #booked(id: string): BookedOrder {
    return this.#venue.state.orders.find((order) => order.id === this.#ids.get(id))!;
  }

  #check(outcomes: Readonly<Record<string, CaseOutcome>>): void {
    for (const [id, { status, filled_qty, avg_price, stop_triggered, expired }] of Object.entries(
      outcomes,
    )) {
      if (status === 'rejected') {
        expect(this.#refused.has(id), id).toBe(true);
        continue;
      }
      const order = this.#booked(id);
      if (status) expect(order.status, id).toBe(STATUS[status]);
      if (filled_qty !== undefined) expect(order.filledQuantity.toNumber()).toBe(filled_qty);
      if (stop_triggered !== undefined) expect(order.triggered).toBe(stop_triggered);
      if (expired !== undefined) expect(order.status === 'EXPIRED').toBe(expired);
      if (avg_price !== undefined) {
        expect(order.filledValue.div(order.filledQuantity).toNumber()).toBe(avg_price);
      }
    }
  }

  /** Closes as the desk does: the exits first, then the position. */
  #closePosition(): void {
    for (const { id } of this.#venue.working) this.#venue.cancel(id);
    const quantity = this.#venue.held;
    expect(this.#venue.submit('SINGLE', [submitted('CLOSE', 'SELL', quantity)]).refusal).toBeNull();
    this.#venue.quote(...this.#lastQuote!);
  }

  /** A bar's path that passes the order's price last, so that a better fill earlier in the bar would show. */
  #wayOf({ h, l }: CaseStep): [number, number] {
    return this.each.given.orders![0]!.side === 'buy' ? [h!, l!] : [l!, h!];
  }
}
