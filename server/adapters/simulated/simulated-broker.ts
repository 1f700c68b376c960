import type { VenueOrderId } from '../../domain/ids.ts';
import { VENUES } from '../../domain/venue.ts';
import { dec, sum, type Decimal } from '../../domain/decimal.ts';
import { buyingPower } from '../../domain/matching/buying-power.ts';
import { changeAtVenue } from '../../domain/matching/change-at-venue.ts';
import { cancelAtVenue } from '../../domain/matching/cancel-at-venue.ts';
import type { FillRule } from '../../domain/matching/fill-model.ts';
import { submitToVenue, type SubmitResult } from '../../domain/matching/submit-to-venue.ts';
import { accountEvents } from '../../domain/matching/account-events.ts';
import { mergedOrders } from '../../domain/matching/submissions.ts';
import { listedSince } from '../../domain/matching/venue-clock.ts';
import { venueOrderOf, venueOrders } from '../../domain/matching/venue-order-view.ts';
import type { VenueState } from '../../domain/matching/venue-state.ts';
import type { AccountEvent } from '../../domain/order/account-event.ts';
import {
  completeList,
  type VenueBalances,
  type VenueExpiry,
  type VenueList,
  type VenueOrder,
  type VenuePosition,
} from '../../domain/order/venue-order.ts';
import type { Quote } from '../../domain/market/quote.ts';
import type { Clock } from '../../ports/clock.ts';
import {
  type Broker,
  type BrokerPreview,
  BrokerRejected,
  type OrderPrices,
  type Submission,
  type VenueRules,
} from '../../ports/broker.ts';
import { advanceVenue } from './advance-venue.ts';
import { estimateOf } from './order-estimate.ts';
import { worthOf } from './position-worth.ts';
import type { VenueMarket } from './venue-market.ts';
import type { VenueStep, VenueStore } from './venue-store.ts';

/** What the venue reads from the desk about an account. */
export interface SimulatedAccountTerms {
  /** How new orders fill that name no model. Each order keeps its own rule. */
  fillRule(): Promise<FillRule>;
  /** Total dollars deposited into the account. */
  deposits(): Promise<Decimal>;
  /** Dollars of the same cash that trades at other venues have moved; negative when they took some. */
  movedElsewhere(): Promise<Decimal>;
}

/** What the venue applies to a submission: the fill rule and the funds. */
interface Asked {
  readonly rule: FillRule;
  readonly funds: Decimal;
}

const RULES: VenueRules = {
  minExitGap: dec('0.01'),
  alwaysOpen: VENUES.SIMULATED.alwaysOpen,
  listsCurrentDayOnly: false,
  marketEntryInBracket: true,
  mixedDurations: true,
  standingExits: true,
  loneExitWithEntry: 'NONE',
  restingOrders: VENUES.SIMULATED.restingOrders,
};

/**
 * One account at the simulated venue. Every call first brings the account up to the present: its orders meet
 * the market of that instant and expired contracts are settled.
 */
export class SimulatedBroker implements Broker {
  readonly venue = 'SIMULATED';
  readonly rules = RULES;

  constructor(
    readonly account: string,
    private readonly store: VenueStore,
    private readonly market: VenueMarket,
    private readonly clock: Clock,
    private readonly terms: SimulatedAccountTerms,
  ) {}

  async place(submission: Submission): Promise<string> {
    const asked = await this.#asked();
    const { id, refusal } = await this.store.change(this.account, async (state) => {
      const now = this.clock.now();
      const submitted = await this.#submit(state, submission, asked, now);
      const met = await this.#advanced(submitted.state, now);
      return { state: met, result: submitted };
    });
    if (refusal !== null) throw new BrokerRejected(refusal);
    return id;
  }

  async preview(submission: Submission): Promise<BrokerPreview> {
    const asked = await this.#asked();
    const quote = await this.#quoteOf(submission.instrument.symbol);
    const { refusal } = await this.store.change(this.account, async (state) => {
      const result = await this.#submit(state, submission, asked, this.clock.now());
      return { state, result };
    });
    if (refusal !== null) throw new BrokerRejected(refusal);
    return estimateOf(submission, quote);
  }

  async change(venueOrderId: VenueOrderId, prices: OrderPrices): Promise<void> {
    const refusal = await this.store.change(this.account, async (state) => {
      const now = this.clock.now();
      const current = await this.#advanced(state, now);
      const changed = changeAtVenue(current, venueOrderId, prices, now);
      return { state: changed.state, result: changed.refusal };
    });
    if (refusal !== null) throw new BrokerRejected(refusal);
  }

  async cancel(venueOrderId: VenueOrderId): Promise<void> {
    await this.store.change(this.account, async (state) => {
      const now = this.clock.now();
      const current = await this.#advanced(state, now);
      return { state: cancelAtVenue(current, venueOrderId, now), result: undefined };
    });
  }

  async order(venueOrderId: VenueOrderId): Promise<VenueOrder | null> {
    return venueOrderOf(await this.#listed(), venueOrderId);
  }

  async orders(): Promise<VenueList<VenueOrder>> {
    return completeList(venueOrders(await this.#listed()));
  }

  async positions(): Promise<VenueList<VenuePosition>> {
    return completeList((await this.#current()).positions);
  }

  /** Equity is cash plus what each position would fetch at its exit side, or its cost without a quote. */
  async balances(): Promise<VenueBalances> {
    const state = await this.#current();
    const [deposits, movedElsewhere] = await this.#money();
    const cash = deposits.plus(state.cash);
    const quotes = await this.market.quotes(state.positions.map(({ symbol }) => symbol));
    const worth = state.positions.map((position) => worthOf(position, quotes.get(position.symbol)));
    return {
      cash,
      equity: worth.reduce((total, value) => total.plus(value), cash),
      buyingPower: buyingPower(state, deposits.plus(movedElsewhere)),
    };
  }

  async accountHistory(from: string, symbol?: string): Promise<readonly AccountEvent[]> {
    return accountEvents(await this.#listed(), from, this.clock.now()).filter(
      (event) => symbol === undefined || event.symbol === symbol,
    );
  }

  /** Always null: here the book itself reports a position's result. */
  closedPositions(): Promise<null> {
    return Promise.resolve(null);
  }

  async expired(symbol: string): Promise<VenueExpiry | null> {
    const { expired } = await this.#current();
    return expired.find((expiry) => expiry.symbol === symbol) ?? null;
  }

  #advanced(state: VenueState, now: Date): Promise<VenueState> {
    return advanceVenue(state, this.market, now, () => this.#funds());
  }

  /** The present state, including orders that have ended. */
  #listed(): Promise<VenueState> {
    const since = listedSince(this.clock.now());
    const look: VenueStep<VenueState> = async (state, ended) => {
      const current = await this.#advanced(state, this.clock.now());
      const orders = mergedOrders(ended, current.orders);
      return { state: current, result: { ...current, orders } };
    };
    return this.store.change(this.account, look, since);
  }

  #current(): Promise<VenueState> {
    return this.store.change(this.account, async (state) => {
      const current = await this.#advanced(state, this.clock.now());
      return { state: current, result: current };
    });
  }

  async #submit(
    state: VenueState,
    submission: Submission,
    { rule, funds }: Asked,
    now: Date,
  ): Promise<SubmitResult> {
    const current = await this.#advanced(state, now);
    const quote = await this.#quoteOf(submission.instrument.symbol);
    // An OTOCO here may have a single exit.
    const shape = submission.shape === 'OTO' ? 'OTOCO' : submission.shape;
    const { fillModel, fillFit = null } = submission;
    const asked = { ...submission, shape, ...(fillModel ? { fillModel, fillFit } : rule) };
    return submitToVenue(current, asked, { quote, funds, now });
  }

  async #asked(): Promise<Asked> {
    const [{ fillModel, fillFit }, funds] = await Promise.all([
      this.terms.fillRule(),
      this.#funds(),
    ]);
    return { rule: { fillModel, fillFit }, funds };
  }

  #money(): Promise<[Decimal, Decimal]> {
    return Promise.all([this.terms.deposits(), this.terms.movedElsewhere()]);
  }

  async #funds(): Promise<Decimal> {
    return sum(await this.#money());
  }

  async #quoteOf(symbol: string): Promise<Quote | null> {
    return (await this.market.quotes([symbol])).get(symbol) ?? null;
  }
}
