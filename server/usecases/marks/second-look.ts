import { VENUES } from '../../domain/venue.ts';
import { exchangeDate } from '../../domain/calendar/market-calendar.ts';
import type { Quote } from '../../domain/market/quote.ts';
import type { VenueList, VenuePosition } from '../../domain/order/venue-order.ts';
import { mayBeSplit } from '../../domain/expiry/basis-change.ts';
import { heldAt, heldOf } from '../../domain/trade/held-of.ts';
import type { Markable } from '../../domain/trade/trade.ts';
import { accountOf, isIn } from '../../domain/trade/venue-account.ts';
import { isBrokerError, type Broker } from '../../ports/broker.ts';
import { accountKey } from '../../ports/turns.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { userAccountOf } from '../steps/each-account.ts';
import { keptInParts } from '../steps/in-parts.ts';
import type { TradeQuotes } from '../steps/quotes-of-trades.ts';

/** How long a list of positions stays good; an account is not asked more often. */
const LOOK_MS = 30_000;

/** The longest that a price waits for this look, in milliseconds; the next look has the answer. */
const PATIENCE_MS = 5_000;

const CAUSE = 'the price may be of another basis';

interface Look {
  readonly at: number;
  /** Null when the venue did not answer. */
  readonly positions: Promise<VenueList<VenuePosition> | null>;
}

/**
 * Before trusting a price that a split may have moved, reads the venue's positions: a split changes them too.
 * Until the account is seen to hold what the book does, such a price marks and triggers nothing.
 */
export class SecondLook {
  readonly #looks = new Map<string, Look>();
  #confirmed = { date: '', trades: new Set<string>() };

  constructor(private readonly deps: Pick<BookDeps, 'book' | 'brokers' | 'clock' | 'timers'>) {}

  /** The same quotes, with doubtful ones moved to `missed` with their cause. */
  async believed({ quoted, missed }: TradeQuotes): Promise<TradeQuotes> {
    const now = this.deps.clock.now();
    const doubtful = await keptInParts(this.deps.timers, quoted, ({ trade, quote }) =>
      mayBeSplit(trade, quote, now),
    );
    if (doubtful.length === 0) return { quoted, missed };
    const holds = await Promise.all(
      doubtful.map(({ trade, quote }) => this.believes(trade, quote)),
    );
    const doubted = doubtful.filter((_, index) => !holds[index]);
    const isDoubted = new Set(doubted);
    return {
      quoted: quoted.filter((each) => !isDoubted.has(each)),
      missed: [...missed, ...doubted.map(({ trade }) => ({ trade, cause: CAUSE }))],
    };
  }

  async believes(trade: Markable, quote: Quote): Promise<boolean> {
    const now = this.deps.clock.now();
    if (!mayBeSplit(trade, quote, now)) return true;
    const date = exchangeDate(now);
    if (this.#confirmed.date !== date) this.#confirmed = { date, trades: new Set() };
    const { trades } = this.#confirmed;
    if (trades.has(trade.id)) return true;
    const agrees = await this.deps.timers.within(PATIENCE_MS, this.#agrees(trade), () => false);
    if (agrees) trades.add(trade.id);
    return agrees;
  }

  async #agrees(trade: Markable): Promise<boolean> {
    const { book, brokers } = this.deps;
    const place = accountOf(trade);
    const broker = await brokers.of(trade.username, place);
    if (!broker) return false;
    // The simulated venue has no splits.
    if (VENUES[broker.venue].simulated) return true;
    const positions = await this.#positions(trade, broker);
    const active = (await book.read(trade.username).activeTrades()).filter(isIn(place));
    const { symbol } = trade.instrument;
    return (positions && heldAt(positions, symbol))?.equals(heldOf(active, symbol)) ?? false;
  }

  #positions(trade: Markable, broker: Broker): Look['positions'] {
    const key = accountKey(userAccountOf(trade));
    const at = this.deps.clock.now().getTime();
    const last = this.#looks.get(key);
    if (last && at - last.at < LOOK_MS) return last.positions;
    const positions = broker.positions().catch((error: unknown) => {
      if (!isBrokerError(error)) throw error;
      return null;
    });
    this.#looks.set(key, { at, positions });
    return positions;
  }
}
