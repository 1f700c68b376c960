import { AT_TOUCH } from '../../../server/domain/matching/fill-model.ts';
import { dec, type Decimal } from '../../../server/domain/decimal.ts';
import { cancelAtVenue } from '../../../server/domain/matching/cancel-at-venue.ts';
import { matchVenue } from '../../../server/domain/matching/match-venue.ts';
import {
  submitToVenue,
  type SubmitResult,
} from '../../../server/domain/matching/submit-to-venue.ts';
import { endOfDay } from '../../../server/domain/matching/venue-clock.ts';
import {
  isLive,
  isOver,
  NEW_VENUE,
  venueInstrument,
  type BookedOrder,
  type VenueState,
} from '../../../server/domain/matching/venue-state.ts';
import type { SubmittedOrder } from '../../../server/domain/matching/venue-submission.ts';
import { recordedQuote } from './ledger-replay.ts';

type Price = number | string | Decimal;

/** A simulated venue with one share, whose market is given price by price or bar by bar. */
export class CaseVenue {
  state: VenueState = NEW_VENUE;
  #bid: Decimal | null = null;
  #ask: Decimal | null = null;

  constructor(
    readonly symbol: string,
    public now: Date = new Date('2026-03-10T15:00:00Z'),
  ) {}

  /** Starts with this signed quantity of the share, bought at `price`. */
  hold(quantity: number, price: number): this {
    const size = dec(quantity);
    const position = { symbol: this.symbol, quantity: size, costBasis: size.times(price) };
    this.state = { ...this.state, positions: [position] };
    return this;
  }

  /** Submits orders; they are matched only at the next price. */
  submit(shape: 'SINGLE' | 'OTOCO' | 'OCO', orders: readonly SubmittedOrder[]): SubmitResult {
    const submission = {
      shape,
      tag: 'tag-1',
      instrument: venueInstrument(this.symbol),
      orders,
      ...AT_TOUCH,
    } as const;
    const isQuoted = this.#bid !== null || this.#ask !== null;
    const quote = isQuoted ? this.#quote() : null;
    const terms = { quote, funds: dec(10_000_000), now: this.now };
    const result = submitToVenue(this.state, submission, terms);
    this.state = result.state;
    return result;
  }

  cancel(id: string): this {
    this.state = cancelAtVenue(this.state, id, this.now);
    return this;
  }

  /** Gives one more quote, a second later; the orders are matched against it once. */
  quote(bid: Price | null, ask: Price | null, available: Price = 1_000_000): this {
    this.#bid = bid === null ? null : dec(bid);
    this.#ask = ask === null ? null : dec(ask);
    this.now = new Date(this.now.getTime() + 1000);
    const tradable = { quote: this.#quote(), available: dec(available) };
    this.state = matchVenue(this.state, new Map([[this.symbol, tradable]]), this.now);
    return this;
  }

  /** Gives a quote without a spread, as in bars and prints. */
  price(price: Price): this {
    return this.quote(price, price);
  }

  /**
   * Moves from the first price straight to each next one and stops at every price in between that an order
   * waits for: within a bar each price was traded, between bars the market may gap. `then` is called after
   * each.
   */
  path([first, ...rest]: readonly number[], then: () => void = () => undefined): this {
    this.price(first!);
    then();
    for (const target of rest) {
      for (let level = this.#nextLevel(target); level; level = this.#nextLevel(target)) {
        this.price(level);
        then();
      }
      this.price(target);
      then();
    }
    return this;
  }

  clock(now: Date): this {
    this.now = now;
    this.state = endOfDay(this.state, now);
    return this;
  }

  get working(): readonly BookedOrder[] {
    return this.state.orders.filter((order) => !isOver(order));
  }

  get held(): number {
    return this.state.positions[0]?.quantity.toNumber() ?? 0;
  }

  #nextLevel(target: number): Decimal | null {
    const at = this.#bid!;
    const levels = this.state.orders
      .filter(isLive)
      .flatMap((order) => [order.stopPrice, order.limitPrice])
      .filter((level) => level !== null)
      .filter((level) => level.minus(at).times(level.minus(target)).lessThan(0));
    return levels.reduce<Decimal | null>(
      (best, level) =>
        best && best.minus(at).abs().lessThanOrEqualTo(level.minus(at).abs()) ? best : level,
      null,
    );
  }

  #quote(): ReturnType<typeof recordedQuote> {
    return recordedQuote(this.symbol, this.now, this.#bid, this.#ask);
  }
}
