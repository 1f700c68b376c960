import type { Decimal } from '../domain/decimal.ts';
import { badInput } from '../domain/refusal.ts';
import { resolveReview, type Resolution } from '../domain/trade/review.ts';
import type { Trade } from '../domain/trade/trade.ts';
import { accountOf } from '../domain/trade/venue-account.ts';
import type { Broker } from '../ports/broker.ts';
import type { AdvanceTrade } from './advance-trade.ts';
import type { BookDeps } from './book-deps.ts';
import { ownTrade } from './own-trade.ts';
import type { Actor, ReviewInput } from './trading-system.ts';
import { goneFrom } from './venue-holding.ts';
import { versionedChange } from './versioned-change.ts';

/**
 * Settles a trade under review by a person's word, then lets the desk go on with it: exits of an open
 * one are put up again, orders of an ended one are taken back.
 */
export class ReviewTrade {
  constructor(
    private readonly deps: BookDeps,
    private readonly advanceTrade: AdvanceTrade,
  ) {}

  /** @throws {Refusal} CONFLICT, NOT_FOUND; BAD_USER_INPUT where the word contradicts book or venue. */
  async execute(actor: Actor, { id, expectedVersion, resolution }: ReviewInput): Promise<Trade> {
    const { book, brokers } = this.deps;
    const { trade } = await ownTrade(book.read(actor.username), id);
    const broker = await brokers.of(actor.username, accountOf(trade));
    const gone = broker ? await this.#gone(trade, resolution, broker) : null;
    const { exitPrice = null, quantity = null } = resolution;
    const word: Resolution = { ...resolution, exitPrice, quantity };
    const call = { actor, action: 'REVIEW_TRADE', id, expectedVersion };
    this.deps.reach?.('request: checked');
    const stored = await versionedChange(this.deps, call, (draft) =>
      resolveReview(draft, word, gone),
    );
    this.deps.reach?.('request: stored');
    if (!broker) return stored.trade;
    const person = { byPerson: true };
    return (await this.advanceTrade.execute(broker, actor.username, id, person)).trade;
  }

  /** Exits sent for what the venue does not hold would open a position there. Null: it need not be asked. */
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
