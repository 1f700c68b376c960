import { foreignOrders, foreignWords } from '../domain/order/foreign-orders.ts';
import type { VenueOrder } from '../domain/order/venue-order.ts';
import type { TradeAggregate } from '../domain/trade/trade.ts';
import type { Broker } from '../ports/broker.ts';
import type { BookDeps } from './book-deps.ts';

/**
 * Orders that work in the account and are none of this book's: somebody else placed them, and they may
 * open or close what nobody here expects. Told once for each, when two looks in a row have found it, for
 * one of ours may be on its way between two answers.
 */
export class ForeignWorking {
  readonly #seen = new Map<string, ReadonlySet<string>>();
  readonly #told = new Map<string, Set<string>>();

  constructor(private readonly deps: BookDeps) {}

  async look(username: string, broker: Broker, active: readonly TradeAggregate[]): Promise<void> {
    const own = active.flatMap(({ orders }) => orders);
    const foreign = foreignOrders(await broker.orders(), own);
    const account = `${username} ${broker.venue}`;
    const before = this.#seen.get(account);
    this.#seen.set(account, new Set(foreign.map(({ venueOrderId }) => venueOrderId)));
    if (foreign.length === 0) {
      this.#told.delete(account);
      // Also at the first look, for what stood when the desk went down may be gone.
      if (before?.size !== 0) await this.#end(username, broker);
      return;
    }
    const told = this.#told.get(account) ?? new Set();
    this.#told.set(account, told);
    const twice = foreign.filter(({ venueOrderId }) => before?.has(venueOrderId));
    if (twice.every(({ venueOrderId }) => told.has(venueOrderId))) return;
    await this.#tell(username, broker, twice);
    for (const { venueOrderId } of twice) told.add(venueOrderId);
  }

  async #tell(username: string, broker: Broker, foreign: readonly VenueOrder[]): Promise<void> {
    const { book, clock } = this.deps;
    const at = clock.now();
    const message = `At ${broker.venue} works what no open trade of this book has: ${foreign.map(foreignWords).join('; ')}.`;
    const alert = { kind: 'FOREIGN_CHANGE', severity: 'WARNING', message, tradeId: null } as const;
    await book.change(username, async (change) => {
      await change.resolve('FOREIGN_CHANGE', subjectOf(broker), at);
      await change.raise({ ...alert, subject: subjectOf(broker) }, at);
    });
  }

  async #end(username: string, broker: Broker): Promise<void> {
    const at = this.deps.clock.now();
    await this.deps.book.change(username, (change) =>
      change.resolve('FOREIGN_CHANGE', subjectOf(broker), at),
    );
  }
}

function subjectOf({ venue }: Broker): string {
  return `${venue} orders`;
}
