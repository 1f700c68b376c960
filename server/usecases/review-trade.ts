import { badInput, Refusal } from '../domain/refusal.ts';
import { heldAt, heldOf } from '../domain/trade/held-of.ts';
import { resolveReview, type Resolution } from '../domain/trade/review.ts';
import type { Trade } from '../domain/trade/trade.ts';
import { BrokerRejected, BrokerUnreachable, type Broker } from '../ports/broker.ts';
import type { AdvanceTrade } from './advance-trade.ts';
import type { BookDeps } from './book-deps.ts';
import { ownTrade } from './own-trade.ts';
import type { Actor, ReviewInput } from './trading-system.ts';
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
    const broker = await brokers.of(actor.username, trade.venue);
    if (broker && resolution.status === 'OPEN') await this.#checkHeld(actor, trade, broker);
    const word: Resolution = { ...resolution, exitPrice: resolution.exitPrice ?? null };
    const call = { actor, action: 'REVIEW_TRADE', id, expectedVersion };
    this.deps.reach?.('request: checked');
    const stored = await versionedChange(this.deps, call, (draft) => resolveReview(draft, word));
    this.deps.reach?.('request: stored');
    if (!broker) return stored.trade;
    const person = { byPerson: true };
    return (await this.advanceTrade.execute(broker, actor.username, id, person)).trade;
  }

  /** Exits sent for what the venue does not hold would open a position there. */
  async #checkHeld({ username }: Actor, { instrument }: Trade, broker: Broker): Promise<void> {
    const { symbol } = instrument;
    const active = await this.deps.book.read(username).activeTrades();
    const ours = heldOf(
      active.filter(({ trade }) => trade.venue === broker.venue),
      symbol,
    );
    const theirs = heldAt(await positionsOf(broker), symbol);
    if (!theirs) {
      const why = `The venue's list of positions cannot be read whole: whether it holds ${symbol} is not known.`;
      throw new Refusal('VENUE_UNAVAILABLE', why);
    }
    if (theirs.equals(ours)) return;
    throw badInput(
      'resolution.status',
      `The venue holds ${theirs.toFixed()} of ${symbol}, this book ${ours.toFixed()}: it is not open as it stands here.`,
    );
  }
}

async function positionsOf(broker: Broker) {
  try {
    return await broker.positions();
  } catch (error) {
    if (!(error instanceof BrokerUnreachable || error instanceof BrokerRejected)) throw error;
    throw new Refusal('VENUE_UNAVAILABLE', error.message);
  }
}
