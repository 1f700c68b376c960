import { dec, sum, ZERO, type Decimal } from '../../../server/domain/decimal.ts';
import { completeList, type VenueOrder } from '../../../server/domain/order/venue-order.ts';
import { isBuy, type Order } from '../../../server/domain/order/order.ts';
import {
  BrokerBusy,
  BrokerRejected,
  BrokerUnreachable,
  type Broker,
  type Submission,
  type VenueRules,
} from '../../../server/ports/broker.ts';
import { aVenueOrder } from '../values/venue-orders.ts';
import type { FakeClock } from './fake-clock.ts';
import type { FakeTokenTrading } from './fake-token-trading.ts';

/**
 * What becomes of a swap. REVERTS: it fails on chain, for a fee. LOST: it never lands, and no list has it.
 * SILENT: it happens, and the answer is lost. REFUSED, BUSY: it is not taken.
 */
export type SwapLuck = 'FILLS' | 'REVERTS' | 'LOST' | 'SILENT' | 'REFUSED' | 'BUSY';

const RULES: VenueRules = {
  ...{ minExitGap: ZERO, alwaysOpen: true, listsCurrentDayOnly: false },
  ...{ marketEntryInBracket: false, mixedDurations: true, standingExits: true },
  ...{ loneExitWithEntry: 'NONE', restingOrders: false },
};
const FEE = dec('0.02');

/** One wallet in memory whose swaps happen at once, at the price that the tokens are quoted at. */
export class FakeSwapBroker implements Broker {
  readonly venue = 'JUPITER_PAPER';
  readonly rules = RULES;
  readonly placed: Submission[] = [];
  /** The luck of the next swaps, in order; all later ones fill. */
  readonly luck: SwapLuck[] = [];
  /** The names of all calls except `place`. */
  readonly questions: string[] = [];
  /** Runs before a swap is taken. */
  beforePlace: () => Promise<void> = async () => undefined;
  readonly #orders: VenueOrder[] = [];

  constructor(
    readonly account: string,
    private readonly tokens: FakeTokenTrading,
    private readonly clock: FakeClock,
  ) {}

  async place(submission: Submission): Promise<string> {
    const [order] = submission.orders;
    if (submission.shape !== 'SINGLE' || !order) throw new Error('A swap is a single order.');
    await this.beforePlace();
    const luck = this.luck.shift() ?? 'FILLS';
    if (luck === 'REFUSED') throw new BrokerRejected('The wallet cannot pay for it.');
    if (luck === 'BUSY') throw new BrokerBusy('No quote in time.');
    this.placed.push(submission);
    if (luck === 'LOST') throw new BrokerUnreachable('The connection was reset.');
    const id = `swap-${this.#orders.length + 1}`;
    this.#orders.push(this.#swapped(id, submission, order, luck === 'REVERTS'));
    if (luck === 'SILENT') throw new BrokerUnreachable('The connection was reset.');
    return id;
  }

  async order(id: string): Promise<VenueOrder | null> {
    this.questions.push('order');
    return this.#orders.find(({ venueOrderId }) => venueOrderId === id) ?? null;
  }

  async orders() {
    this.questions.push('orders');
    return completeList([...this.#orders]);
  }

  async positions() {
    this.questions.push('positions');
    const symbols = [...new Set(this.#orders.flatMap(({ symbol }) => symbol ?? []))];
    const held = symbols.map((symbol) => ({
      ...{ symbol, quantity: this.held(symbol), costBasis: ZERO },
    }));
    return completeList(held.filter(({ quantity }) => !quantity.isZero()));
  }

  async cancel(): Promise<void> {
    this.questions.push('cancel');
  }

  async change(): Promise<void> {
    this.questions.push('change');
  }

  preview = async () => ({ cost: null, fees: null });
  balances = async () => ({ cash: null, equity: null, buyingPower: null });
  accountHistory = async () => [];
  closedPositions = async () => null;

  held(symbol: string): Decimal {
    const own = this.#orders.filter((order) => order.symbol === symbol);
    return sum(
      own.map(({ filledQuantity, side }) => filledQuantity.times(side && isBuy(side) ? 1 : -1)),
    );
  }

  #swapped(
    venueOrderId: string,
    { tag, instrument }: Submission,
    order: Order,
    reverts: boolean,
  ): VenueOrder {
    const price = this.tokens.quotedAt(instrument.symbol);
    const filled = order.pays ? order.pays.div(price).toDecimalPlaces(5, 1) : order.quantity;
    const limit = order.limitPrice;
    const missed = limit !== null && (order.pays ? price.gt(limit) : price.lt(limit));
    const failed = reverts || missed;
    const filledQuantity = failed ? ZERO : filled;
    return aVenueOrder({
      ...{ venueOrderId, tag, symbol: instrument.symbol, side: order.side, type: order.type },
      ...{ status: failed ? 'REJECTED' : 'FILLED', rawStatus: failed ? 'failed' : 'finalized' },
      ...{ quantity: order.quantity, filledQuantity, limitPrice: limit, fees: FEE },
      ...(failed
        ? { reason: '6001: slippage exceeded' }
        : { averagePrice: price, filledValue: filled.times(price) }),
      changedAt: this.clock.now(),
    });
  }
}
