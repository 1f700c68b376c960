import type { TradeId, Username } from '../../domain/ids.ts';
import { higherSwitch, type KillSwitchLevel } from '../../domain/account/account.ts';
import type { Order } from '../../domain/order/order.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { VenueOrder } from '../../domain/order/venue-order.ts';
import type { OrderReport } from '../../domain/reports/apply-report.ts';
import type { NextStep } from '../../domain/exits/next-step.ts';
import type { TradeAggregate } from '../../domain/trade/trade.ts';
import { isBrokerError, type Broker } from '../../ports/broker.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { changeExit } from './change-exit.ts';
import { changeAndTell, changeTrade } from '../steps/change-trade.ts';
import { compareAdjusted } from './compare-adjusted.ts';
import { compareOverfill } from './compare-overfill.ts';
import { ADVANCE, rulesOf } from './advance-kind.ts';
import { accountOfBroker } from '../steps/opening-gate.ts';
import { LEARN_ORDERS } from './learn-kinds.ts';
import { wasNotSent } from './learn-outcome.ts';
import type { SendOrders } from './send-orders.ts';

/** More steps than any trade needs at once, so a contradicting venue cannot keep the desk in a loop. */
const MAX_STEPS = 8;

/**
 * Brings a trade's orders at the venue to what is wanted, step by step: the bracket after the entry, a
 * resized or moved bracket, a close once the bracket is confirmed gone. Start-up, sync, close and adjustment
 * all end here, so recovery from a crash runs the everyday code.
 */
export class AdvanceTrade {
  constructor(
    private readonly deps: BookDeps,
    private readonly sendOrders: SendOrders,
  ) {}

  /** `byPerson`: HALT_ALL holds back what the desk would send by itself, never a person's request. */
  async execute(
    broker: Broker,
    username: Username,
    tradeId: TradeId,
    { byPerson }: { byPerson: boolean },
  ): Promise<TradeAggregate> {
    const isShut = this.deps.gate?.holds(accountOfBroker(username, broker));
    if (isShut) return this.#read(username, tradeId);
    const stands = await this.#advance(broker, username, tradeId, byPerson);
    return compareOverfill(this.deps, broker, stands);
  }

  async #advance(
    broker: Broker,
    username: Username,
    tradeId: TradeId,
    byPerson: boolean,
  ): Promise<TradeAggregate> {
    const stored = await this.#read(username, tradeId);
    let stands = await compareAdjusted(this.deps, broker, stored);
    for (let steps = 0; steps < MAX_STEPS; steps += 1) {
      const killSwitch = await this.#killSwitch(username);
      const before = stands.trade.version;
      const { ids } = this.deps;
      const by = { at: this.deps.clock.now(), actor: 'desk', ids };
      const given = { rules: rulesOf(broker), killSwitch, byPerson };
      const of = { username, id: tradeId };
      const decided = await changeAndTell(this.deps, of, by, ADVANCE, () => given);
      stands = decided.stands;
      const { step, tag } = decided.told ?? NOTHING;
      if (step.kind !== 'NONE' && step.kind !== 'WAIT')
        this.deps.passFaultPoint?.('advance: decided');
      if (tag) {
        stands = await this.sendOrders.execute(broker, username, tradeId, tag);
        if (wasNotSent(stands, tag)) return stands;
      } else if (step.kind === 'CHANGE') {
        const { refusal, ...moved } = await changeExit(this.deps, broker, stands, step);
        if (refusal !== null && byPerson) throw new Refusal('VENUE_REJECTED', refusal);
        // Not known to have moved yet: the next sync looks again.
        if (moved.stands.trade.version === stands.trade.version) return moved.stands;
        stands = moved.stands;
      } else if (cancels(step)) stands = await this.#cancel(broker, username, tradeId, step.orders);
      else if (stands.trade.version === before) return stands;
    }
    return stands;
  }

  async #read(username: Username, tradeId: TradeId): Promise<TradeAggregate> {
    const stored = await this.deps.book.read(username).trade(tradeId);
    if (!stored) throw new Error(`Trade ${tradeId} of ${username} is not in the book.`);
    return stored;
  }

  async #killSwitch(username: Username): Promise<KillSwitchLevel> {
    const account = await this.deps.book.read(username).account();
    return higherSwitch(this.deps.deskHalt(), account.killSwitch);
  }

  /** Cancels, then reads the orders at once: a fill may have won the race. */
  async #cancel(
    broker: Broker,
    username: Username,
    tradeId: TradeId,
    orders: readonly Order[],
  ): Promise<TradeAggregate> {
    const seen: VenueOrder[] = [];
    for (const id of cancelTargets(orders)) seen.push(...(await this.#cancelOne(broker, id)));
    // No venue documents whether canceling a parent cancels its legs: cancel those that still work.
    const parts = seen.flatMap((whole) => whole.legs);
    const left = parts.filter((leg) => isOurs(orders, leg) && stillWorks(leg));
    for (const leg of left) seen.unshift(...(await this.#cancelOne(broker, leg.venueOrderId)));
    const at = this.deps.clock.now();
    const meta = { at, actor: 'venue' };
    const said = seen.flatMap((whole) => [whole, ...whole.legs]);
    const reports: OrderReport[] = [];
    for (const { id: orderId, venueOrderId } of orders) {
      const report = said.find((part) => part.venueOrderId === venueOrderId);
      if (report) reports.push({ orderId, report });
    }
    const of = { username, id: tradeId };
    const learned = await changeTrade(this.deps, of, meta, LEARN_ORDERS, () => ({ reports }));
    this.deps.passFaultPoint?.('cancel: learned');
    return learned;
  }

  async #cancelOne(broker: Broker, id: string): Promise<readonly VenueOrder[]> {
    try {
      await broker.cancel(id);
      this.deps.passFaultPoint?.('cancel: asked');
      const seen = await broker.order(id, true);
      this.deps.passFaultPoint?.('cancel: looked');
      return seen ? [seen] : [];
    } catch (error) {
      if (!isBrokerError(error)) throw error;
      // Not known to be canceled: the next sync looks and asks again.
      this.deps.log.warn('A cancel was not taken', { id, reason: error.message });
      return [];
    }
  }
}

const NOTHING = { step: { kind: 'NONE' } as NextStep, tag: '' };

function isOurs(orders: readonly Order[], leg: VenueOrder): boolean {
  return orders.some((order) => order.venueOrderId === leg.venueOrderId);
}

function stillWorks({ status }: VenueOrder): boolean {
  return ['PENDING', 'OPEN', 'HELD', 'PARTIALLY_FILLED'].includes(status);
}

function cancels(step: NextStep): step is Extract<NextStep, { kind: 'CANCEL' }> {
  return step.kind === 'CANCEL';
}

/** An OCO is canceled as a whole, by its parent; so is an OTOCO whose entry is done. */
function cancelTargets(orders: readonly Order[]): readonly string[] {
  const ids = orders.map((order) => order.venueParentId ?? order.venueOrderId);
  return [...new Set(ids.filter((id) => id !== null))];
}
