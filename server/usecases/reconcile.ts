import { ZERO, type Decimal } from '../domain/decimal.ts';
import type { VenueName } from '../domain/book/mode.ts';
import type { VenuePosition } from '../domain/order/venue-order.ts';
import { symbolsAtRest, underlyingsInDelivery } from '../domain/trade/at-rest.ts';
import { heldOf } from '../domain/trade/held-of.ts';
import type { TradeAggregate } from '../domain/trade/trade.ts';
import { whyDiffers, type Difference } from '../domain/trade/why-differs.ts';
import type { BookDeps } from './book-deps.ts';
import { changeTrade } from './change-trade.ts';
import { eachUser } from './each-user.ts';
import { ForeignPositions } from './foreign-positions.ts';
import type { SyncOrders } from './sync-orders.ts';

/**
 * Compares positions, not only orders: what somebody else opened or closed at the venue shows here.
 * Runs at start-up and on a schedule; what is settled is never touched.
 */
export class Reconcile {
  readonly #foreign: ForeignPositions;

  constructor(
    private readonly deps: BookDeps,
    private readonly syncOrders: SyncOrders,
  ) {
    this.#foreign = new ForeignPositions(deps);
  }

  execute(): Promise<void> {
    return eachUser(
      this.deps.book,
      (username) => this.user(username),
      'Some accounts could not be reconciled',
    );
  }

  async user(username: string): Promise<void> {
    await this.syncOrders.user(username);
    const active = await this.deps.book.read(username).activeTrades();
    for (const venue of new Set(active.map(({ trade }) => trade.venue))) {
      await this.#venue(username, venue);
    }
  }

  /**
   * What differs is looked at again after a sync, between two answers that agree: an exit may fill
   * between the list of orders and that of positions, and is nobody else's doing.
   */
  async #venue(username: string, venue: VenueName): Promise<void> {
    const broker = await this.deps.brokers.of(username, venue);
    if (!broker) return;
    const before = await broker.positions();
    const active = await this.#active(username, venue);
    const awaiting = await this.#awaiting(username, venue);
    const inDelivery = underlyingsInDelivery(active, awaiting, this.deps.clock.now());
    const settled = before.filter(({ symbol }) => !inDelivery.has(symbol));
    await this.#foreign.look(username, venue, { positions: settled, active });
    if ((await this.#differences(username, venue, before)).length === 0) return;
    await this.syncOrders.user(username);
    const positions = await broker.positions();
    const held = await this.#active(username, venue);
    for (const difference of await this.#differences(username, venue, positions)) {
      const { symbol, theirs } = difference;
      if (!heldAtVenue(before, symbol).equals(theirs)) continue;
      const reason = whyDiffers(difference, positions, held);
      await this.#flag(username, venue, symbol, reason);
    }
  }

  async #differences(
    username: string,
    venue: VenueName,
    positions: readonly VenuePosition[],
  ): Promise<readonly Difference[]> {
    const active = await this.#active(username, venue);
    const awaiting = await this.#awaiting(username, venue);
    return symbolsAtRest(active, awaiting, this.deps.clock.now())
      .map((symbol) => {
        const theirs = heldAtVenue(positions, symbol);
        return { symbol, ours: heldOf(active, symbol), theirs };
      })
      .filter(({ ours, theirs }) => !theirs.equals(ours));
  }

  async #active(username: string, venue: VenueName): Promise<readonly TradeAggregate[]> {
    const active = await this.deps.book.read(username).activeTrades();
    return active.filter(({ trade }) => trade.venue === venue);
  }

  async #awaiting(username: string, venue: VenueName): Promise<readonly TradeAggregate[]> {
    const awaiting = await this.deps.book.read(username).awaitingDelivery();
    return awaiting.filter(({ trade }) => trade.venue === venue);
  }

  async #flag(username: string, venue: VenueName, symbol: string, reason: string): Promise<void> {
    const at = this.deps.clock.now();
    for (const { trade } of await this.#active(username, venue)) {
      if (trade.instrument.symbol !== symbol || trade.phase !== 'OPEN') continue;
      await changeTrade(this.deps.book, username, trade.id, { at, actor: 'venue' }, (draft) => {
        if (draft.trade.status === 'NEEDS_REVIEW' || draft.trade.phase !== 'OPEN') return;
        draft.set({ status: 'NEEDS_REVIEW', reason });
        draft.alert('FOREIGN_CHANGE', 'CRITICAL', reason).tell('NEEDS_REVIEW', reason);
      });
    }
  }
}

function heldAtVenue(positions: readonly VenuePosition[], symbol: string): Decimal {
  return positions.find((position) => position.symbol === symbol)?.quantity ?? ZERO;
}
