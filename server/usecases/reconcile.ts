import { ZERO, type Decimal } from '../domain/decimal.ts';
import type { VenueName } from '../domain/book/mode.ts';
import { isFinal } from '../domain/order/order-status.ts';
import { hasExpired } from '../domain/trade/has-expired.ts';
import { heldOf } from '../domain/trade/held-of.ts';
import type { TradeAggregate } from '../domain/trade/trade.ts';
import type { BookDeps } from './book-deps.ts';
import { changeTrade } from './change-trade.ts';
import type { SyncOrders } from './sync-orders.ts';

/**
 * Compares positions, not only orders: what somebody else opened or closed at the venue shows here.
 * Runs at start-up and on a schedule; what is settled is never touched.
 */
export class Reconcile {
  constructor(
    private readonly deps: BookDeps,
    private readonly syncOrders: SyncOrders,
  ) {}

  async execute(): Promise<void> {
    const failures: unknown[] = [];
    for (const username of await this.deps.book.activeUsers()) {
      await this.user(username).catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0)
      throw new AggregateError(failures, 'Some accounts could not be reconciled');
  }

  async user(username: string): Promise<void> {
    await this.syncOrders.user(username);
    const active = await this.deps.book.read(username).activeTrades();
    for (const venue of new Set(active.map(({ trade }) => trade.venue))) {
      await this.#venue(username, venue);
    }
  }

  async #venue(username: string, venue: VenueName): Promise<void> {
    const { book, brokers } = this.deps;
    const broker = await brokers.of(username, venue);
    if (!broker) return;
    const positions = await broker.positions();
    // Read after the venue's answer: what fills in between is in flight and judged next time.
    const active = (await book.read(username).activeTrades()).filter(
      ({ trade }) => trade.venue === venue,
    );
    for (const symbol of symbolsAtRest(active, this.deps.clock.now())) {
      const theirs = positions.find((position) => position.symbol === symbol)?.quantity ?? ZERO;
      const ours = heldOf(active, symbol);
      if (!theirs.equals(ours)) await this.#flag(username, active, { symbol, ours, theirs });
    }
  }

  async #flag(
    username: string,
    active: readonly TradeAggregate[],
    { symbol, ours, theirs }: { symbol: string; ours: Decimal; theirs: Decimal },
  ): Promise<void> {
    const reason = `The venue holds ${theirs.toString()} of ${symbol}, this book ${ours.toString()}: somebody else changed it.`;
    const at = this.deps.clock.now();
    for (const { trade } of active) {
      if (trade.instrument.symbol !== symbol || trade.phase !== 'OPEN') continue;
      await changeTrade(this.deps.book, username, trade.id, { at, actor: 'venue' }, (draft) => {
        if (draft.trade.status === 'NEEDS_REVIEW' || draft.trade.phase !== 'OPEN') return;
        draft.set({ status: 'NEEDS_REVIEW', reason });
        draft.alert('FOREIGN_CHANGE', 'CRITICAL', reason).tell('NEEDS_REVIEW', reason);
      });
    }
  }
}

/**
 * Symbols held here of which nothing is in flight: only those can be compared. What has expired is
 * for its settlement to end: a venue drops it overnight, whatever it was worth.
 */
function symbolsAtRest(active: readonly TradeAggregate[], now: Date): readonly string[] {
  const moving = active
    .filter(({ orders }) => orders.some(isMoving))
    .map(({ trade }) => trade.instrument.symbol);
  const held = active.filter(
    ({ trade }) => trade.openQuantity.greaterThan(0) && !hasExpired(trade.instrument, now),
  );
  const symbols = new Set(held.map(({ trade }) => trade.instrument.symbol));
  for (const symbol of moving) symbols.delete(symbol);
  return [...symbols];
}

function isMoving(order: TradeAggregate['orders'][number]): boolean {
  if (isFinal(order.status)) return false;
  const resting =
    order.status === 'ACCEPTED' && (order.role === 'STOP_LOSS' || order.role === 'TAKE_PROFIT');
  return !resting || order.cancelRequested;
}
