import type { Decimal } from '../../domain/decimal.ts';
import { badInput, Refusal } from '../../domain/refusal.ts';
import type { Order } from '../../domain/order/order.ts';
import { isOverdue } from '../../domain/trade/overdue-orders.ts';
import { resolveReview, type Resolution } from '../../domain/reports/review.ts';
import type { Trade } from '../../domain/trade/trade.ts';
import { accountOf } from '../../domain/trade/venue-account.ts';
import { BrokerRejected, isBrokerError, type Broker } from '../../ports/broker.ts';
import type { AdvanceTrade } from '../orders/advance-trade.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { mandateNow } from '../steps/mandate-gate.ts';
import { ownTrade } from '../steps/own-trade.ts';
import type { ReviewInput } from '../../ports/trade-doors.ts';
import type { Actor } from '../../ports/trading-system.ts';
import { goneFrom } from '../orders/venue-holding.ts';
import type { ChangeKind } from '../steps/decision.ts';
import { versionedChange } from '../steps/versioned-change.ts';

/** `gone`: see `resolveReview`. */
export const RESOLVE_REVIEW: ChangeKind<{
  readonly word: Resolution;
  readonly gone: Decimal | null;
}> = {
  name: 'RESOLVE_REVIEW',
  take: (draft, { word, gone }) => resolveReview(draft, word, gone),
};

/**
 * Settles a trade under review by a person's judgement, then lets the desk go on: it sends exits for an open
 * trade and cancels the orders of an ended one.
 */
export class ReviewTrade {
  constructor(
    private readonly deps: BookDeps,
    private readonly advanceTrade: AdvanceTrade,
  ) {}

  /** @throws {Refusal} CONFLICT, NOT_FOUND; BAD_USER_INPUT when the judgement contradicts book or venue. */
  async execute(actor: Actor, { id, expectedVersion, resolution }: ReviewInput): Promise<Trade> {
    const { book, brokers, clock } = this.deps;
    const { trade, orders } = await ownTrade(book.read(actor.username), id);
    // The venue is not asked for a request that the change below refuses.
    const mandate = await mandateNow(this.deps, actor);
    const broker = mandate ? null : await brokers.of(actor.username, accountOf(trade));
    const gone = broker ? await this.#gone(trade, resolution, broker) : null;
    if (broker)
      await this.#takeBack(
        broker,
        orders.filter((order) => isOverdue(order, orders, clock.now())),
      );
    const { exitPrice = null, quantity = null } = resolution;
    const word: Resolution = { ...resolution, exitPrice, quantity };
    const call = { actor, action: 'REVIEW_TRADE', id, expectedVersion, onWord: true };
    this.deps.passFaultPoint?.('request: checked');
    const stored = await versionedChange(this.deps, call, RESOLVE_REVIEW, () => ({
      word,
      gone,
    }));
    this.deps.passFaultPoint?.('request: stored');
    if (!broker) return stored.trade;
    const person = { byPerson: true };
    return (await this.advanceTrade.execute(broker, actor.username, id, person)).trade;
  }

  /**
   * Cancels orders that the person's judgement ends, so that they do not fill as well as what follows.
   * @throws {Refusal} VENUE_REJECTED, VENUE_UNAVAILABLE.
   */
  async #takeBack(broker: Broker, orders: readonly Order[]): Promise<void> {
    const ids = orders.map((order) => order.venueParentId ?? order.venueOrderId);
    for (const id of new Set(ids)) if (id) await broker.cancel(id).catch(refused);
  }

  /** What the venue holds less than the book: exits for more would open a position there. Null: no need to ask. */
  async #gone(
    trade: Trade,
    { status, quantity }: ReviewInput['resolution'],
    broker: Broker,
  ): Promise<Decimal | null> {
    const goesOn = status === 'OPEN' || (quantity && !quantity.equals(trade.openQuantity));
    if (!goesOn) return null;
    const gone = await goneFrom(this.deps, broker, trade);
    if (status !== 'OPEN' || gone.isZero()) return gone;
    const { symbol } = trade.instrument;
    const how = gone.isNegative() ? 'more' : 'fewer';
    throw badInput(
      'resolution.status',
      `The venue shows ${gone.abs().toFixed()} ${how} of ${symbol} than this book: it is not open as it stands here.`,
    );
  }
}

function refused(error: unknown): never {
  if (!isBrokerError(error)) throw error;
  const code = error instanceof BrokerRejected ? 'VENUE_REJECTED' : 'VENUE_UNAVAILABLE';
  throw new Refusal(code, error.message);
}
