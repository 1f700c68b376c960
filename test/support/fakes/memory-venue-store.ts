import { waitMarkOf } from '../../../server/adapters/simulated/gauge-marks.ts';
import type {
  GaugeMark,
  VenueStep,
  VenueStore,
  WaitingOrders,
} from '../../../server/adapters/simulated/venue-store.ts';
import {
  byEnd,
  changedSince,
  endOf,
  mergedOrders,
} from '../../../server/domain/matching/submissions.ts';
import {
  type BookedOrder,
  NEW_VENUE,
  type VenueState,
} from '../../../server/domain/matching/venue-state.ts';

export class MemoryVenueStore implements VenueStore {
  /** The state of each account, including orders that are over. */
  readonly states = new Map<string, VenueState>();

  async change<T>(account: string, work: VenueStep<T>, endedSince?: Date): Promise<T> {
    for (;;) {
      const whole = this.states.get(account);
      const { working, ended } = byEnd(whole?.orders ?? []);
      const state = whole ? { ...whole, orders: working } : NEW_VENUE;
      const next = await work(state, endedSince ? changedSince(ended, endedSince) : []);
      if (this.states.get(account) !== whole) continue;
      const orders = mergedOrders(ended, next.state.orders);
      if (next.state !== state) this.states.set(account, { ...next.state, orders });
      return next.result;
    }
  }

  async waiting(): Promise<WaitingOrders> {
    const ends = this.#orders.flatMap(({ order }) => endOf(order)?.getTime() ?? []);
    return {
      first: this.#orders.flatMap(({ order }) => waitMarkOf(order) ?? []),
      firstEnd: ends.length > 0 ? new Date(Math.min(...ends)) : null,
    };
  }

  async due(marks: readonly GaugeMark[], now: Date): Promise<readonly string[]> {
    const due = this.#orders.filter(({ order }) => acts(order, marks) || ends(order, now));
    return [...new Set(due.map(({ account }) => account))].sort();
  }

  get #orders() {
    return [...this.states].flatMap(([account, { orders }]) =>
      orders.map((order) => ({ account, order })),
    );
  }
}

function acts(order: BookedOrder, marks: readonly GaugeMark[]): boolean {
  const wait = waitMarkOf(order);
  return marks.some(
    ({ symbol, gauge, mark }) =>
      wait?.symbol === symbol && wait.gauge === gauge && wait.mark <= mark,
  );
}

function ends(order: BookedOrder, now: Date): boolean {
  const end = endOf(order);
  return end !== null && end <= now;
}
