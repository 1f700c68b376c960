import type { VenueOrderId } from '../../domain/ids.ts';
import { dec, type Decimal } from '../../domain/decimal.ts';
import type { AccountEvent, ClosedPosition } from '../../domain/order/account-event.ts';
import type {
  VenueBalances,
  VenueList,
  VenueOrder,
  VenuePosition,
} from '../../domain/order/venue-order.ts';
import type { Clock } from '../../ports/clock.ts';
import {
  BrokerRejected,
  type Broker,
  type BrokerPreview,
  type OrderPrices,
  type Submission,
  type VenueRules,
} from '../../ports/broker.ts';
import type { VenueRule } from '../../ports/learned-venue-rules.ts';
import { isTurnedAway } from './account-answers.ts';
import type { TradierClient } from './tradier-client.ts';
import { venueBalances } from './tradier-balances.ts';
import { TradierFailure } from './tradier-failure.ts';
import { listOrders, listPositions } from './tradier-lists.ts';
import { venueOrder } from './tradier-mapping.ts';
import { DurationRulesLearned, type OnVenueRule } from './tradier-venue-rules.ts';
import { lost, NOT_TAKEN, refusal } from './tradier-refusal.ts';
import {
  accountHistory,
  closedPositions,
  type Read,
  type StatementWire,
} from './tradier-statement.ts';
import { orderForm } from './tradier-order-form.ts';
import {
  ackReply,
  balancesReply,
  orderReply,
  ordersReply,
  positionsReply,
  previewReply,
} from './tradier-schema.ts';

/** Tradier's environments. Both speak the same protocol. */
export type TradierVenue = 'TRADIER_SANDBOX' | 'TRADIER_LIVE';

export interface TradierBrokerOptions {
  readonly account: string;
  readonly venue: TradierVenue;
  readonly clock: Clock;
  /** Rules by which this account's venue is known to refuse orders. */
  readonly lessons?: Iterable<VenueRule>;
  /** Called with the venue's words when the whole account refuses the token. */
  readonly onTurnedAway?: (words: string) => void;
  /** Called with each newly learned refusal. Must not reject, or the refusal would look like a lost answer. */
  readonly onVenueRule?: OnVenueRule;
}

/** How long the account's last good answer counts as proof of access. */
const GOOD_FOR_MS = 60_000;
const FINAL_ALREADY = /^order already in finalized state/i;
const RULES = {
  minExitGap: dec('0.10'),
  alwaysOpen: false,
  listsCurrentDayOnly: true,
  marketEntryInBracket: false,
  loneExitWithEntry: 'ABOVE',
  restingOrders: true,
} as const;

export class TradierBroker implements Broker {
  readonly venue: TradierVenue;
  readonly account: string;
  readonly #path: string;
  readonly #lessons: DurationRulesLearned;
  #accountGoodAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly client: TradierClient,
    private readonly options: TradierBrokerOptions,
  ) {
    this.venue = options.venue;
    this.account = options.account;
    this.#lessons = new DurationRulesLearned(options.lessons, options.onVenueRule);
    this.#path = `/accounts/${encodeURIComponent(options.account)}`;
  }

  get rules(): VenueRules {
    return { ...RULES, ...this.#lessons.rules };
  }

  async place(submission: Submission): Promise<string> {
    const form = orderForm(submission);
    const exit = submission.orders.every((order) => order.role !== 'ENTRY');
    try {
      const call = { method: 'POST', path: `${this.#path}/orders`, form } as const;
      const ack = await this.client.send({ ...call, priority: exit ? 'EXIT' : 'POLL' }, ackReply);
      return ack.order.id;
    } catch (error) {
      const refused = refusal(error);
      throw refused instanceof BrokerRejected
        ? await this.#lessons.learned(refused, submission)
        : refused;
    }
  }

  async preview(submission: Submission): Promise<BrokerPreview> {
    const form = { ...orderForm(submission), preview: 'true' };
    try {
      const call = { method: 'POST', path: `${this.#path}/orders`, form } as const;
      const { order } = await this.client.send(call, previewReply);
      if (order.result === false) throw new BrokerRejected('The preview was refused');
      return { cost: order.cost, fees: total(order.commission, order.fees) };
    } catch (error) {
      throw refusal(error);
    }
  }

  async change(venueOrderId: VenueOrderId, { limitPrice, stopPrice }: OrderPrices): Promise<void> {
    const form = {
      ...(limitPrice && { price: limitPrice.toFixed() }),
      ...(stopPrice && { stop: stopPrice.toFixed() }),
    };
    try {
      const call = { method: 'PUT', path: this.#orderPath(venueOrderId), form } as const;
      await this.client.send({ ...call, priority: 'EXIT' }, ackReply);
    } catch (error) {
      throw refusal(error);
    }
  }

  async cancel(venueOrderId: VenueOrderId): Promise<void> {
    try {
      const path = this.#orderPath(venueOrderId);
      await this.client.send({ method: 'DELETE', path, priority: 'EXIT' }, ackReply);
    } catch (error) {
      if (error instanceof TradierFailure && FINAL_ALREADY.test(error.message)) return;
      throw refusal(error);
    }
  }

  async order(venueOrderId: VenueOrderId, urgent = false): Promise<VenueOrder | null> {
    try {
      const query = { includeTags: 'true' };
      const path = this.#orderPath(venueOrderId);
      const priority = urgent ? 'EXIT' : 'POLL';
      const { order } = await this.client.get(path, orderReply, query, priority);
      this.#accountIsGood();
      await this.#lessons.heard(order);
      return venueOrder(order);
    } catch (error) {
      if (!(error instanceof TradierFailure) || error.kind !== 'UNKNOWN_ORDER') throw lost(error);
      // Tradier answers the same for an account that is not ours; then the order's state is unknown.
      if (!this.#wasGood()) await this.balances();
      return null;
    }
  }

  async orders(): Promise<VenueList<VenueOrder>> {
    const rows = await listOrders((query) =>
      this.#read('/orders', ordersReply, { ...query, includeTags: 'true' }),
    );
    for (const row of rows.listed) await this.#lessons.heard(row);
    return { ...rows, listed: rows.listed.map((row) => venueOrder(row)) };
  }

  async positions(): Promise<VenueList<VenuePosition>> {
    return listPositions((await this.#read('/positions', positionsReply)).positions);
  }

  async balances(): Promise<VenueBalances> {
    const { balances } = await this.#read('/balances', balancesReply);
    return venueBalances(balances);
  }

  accountHistory(from: string, symbol?: string): Promise<readonly AccountEvent[] | null> {
    return this.#statement((wire) => accountHistory(wire, from, symbol));
  }

  closedPositions(from: string, symbol?: string): Promise<readonly ClosedPosition[] | null> {
    return this.#statement((wire) => closedPositions(wire, from, symbol));
  }

  /** Null when the sandbox, which has no clearing firm, does not answer with a statement. */
  async #statement<T>(ask: (wire: StatementWire) => Promise<T>): Promise<T | null> {
    const { client } = this;
    const path = this.#path;
    const read: Read = (part, shape, query) => client.get(`${path}${part}`, shape, query);
    try {
      return await ask({ read, rows: client.rows, path });
    } catch (error) {
      const none =
        error instanceof TradierFailure && (NOT_TAKEN.has(error.kind) || error.status === 404);
      if (none && this.venue === 'TRADIER_SANDBOX') return null;
      throw lost(error);
    }
  }

  async #read<Shape extends Parameters<TradierClient['get']>[1]>(
    path: string,
    shape: Shape,
    query: Record<string, string> = {},
  ) {
    try {
      const reply = await this.client.get(`${this.#path}${path}`, shape, query);
      this.#accountIsGood();
      return reply;
    } catch (error) {
      if (error instanceof TradierFailure && isTurnedAway(error))
        this.options.onTurnedAway?.(error.message);
      throw lost(error);
    }
  }

  #orderPath(venueOrderId: VenueOrderId): string {
    return `${this.#path}/orders/${encodeURIComponent(venueOrderId)}`;
  }

  #accountIsGood(): void {
    this.#accountGoodAt = this.options.clock.now().getTime();
  }

  #wasGood(): boolean {
    return this.options.clock.now().getTime() - this.#accountGoodAt < GOOD_FOR_MS;
  }
}

function total(commission: Decimal | null, fees: Decimal | null): Decimal | null {
  if (!commission) return fees;
  return fees ? commission.plus(fees) : commission;
}
