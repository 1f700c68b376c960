import { higherSwitch } from '../../domain/account/account.ts';
import type { Decimal } from '../../domain/decimal.ts';
import type { Tag, TradeId, Username } from '../../domain/ids.ts';
import type { Mark } from '../../domain/market/mark.ts';
import type { Order } from '../../domain/order/order.ts';
import type { VenueOrder } from '../../domain/order/venue-order.ts';
import type { TradeAggregate } from '../../domain/trade/trade.ts';
import {
  BrokerBusy,
  BrokerRejected,
  isPreparing,
  type Broker,
  type PreparedOrder,
  type Submission,
} from '../../ports/broker.ts';
import type { BookChange } from '../../ports/book.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { changeAndTell, changeTrade, storeDecided } from '../steps/change-trade.ts';
import { decide } from '../steps/decision.ts';
import { tokenRefused } from '../steps/account-alerts.ts';
import { entryMarkOf } from '../steps/entry-mark.ts';
import { mayEnterNow } from '../steps/real-gate.ts';
import { lookAtCauses } from '../steps/trip-switch.ts';
import { forTheDay } from './for-the-day.ts';
import { LEARN_ANSWER } from './learn-kinds.ts';
import type { Outcome } from './learn-outcome.ts';
import type { NotPrepared } from './prepare-order.ts';
import { SendPrepared } from './send-prepared.ts';
import { SUBMIT_HELD } from './submit-held.ts';
import { SUBMIT } from './submit-stored.ts';
import { toSubmission } from './to-submission.ts';

/**
 * Store, send, learn: hands one stored submission (all orders of a tag) to the venue, once, ever. After a
 * lost answer it is UNKNOWN until reconciliation finds it by tag.
 */
export class SendOrders {
  readonly #prepared: SendPrepared;

  constructor(private readonly deps: BookDeps) {
    this.#prepared = new SendPrepared(deps);
  }

  /** `ready`: see `SendPrepared`. */
  async execute(
    broker: Broker,
    username: Username,
    tradeId: TradeId,
    tag: Tag,
    ready: PreparedOrder | NotPrepared | null = null,
  ): Promise<TradeAggregate> {
    if (isPreparing(broker))
      return this.#prepared.execute({ broker, username, tradeId, tag }, ready);
    const { deskHalt } = this.deps;
    const given = async (_: TradeAggregate, change: BookChange) => {
      const { killSwitch } = await change.account();
      return { tag, halt: higherSwitch(killSwitch, deskHalt()) };
    };
    const of = { username, id: tradeId };
    const { stands: stored, told: submitted } = await changeAndTell(
      ...([this.deps, of, this.#now('desk')] as const),
      ...([SUBMIT, given] as const),
    );
    // Another server, or a recovery, has taken over these orders and sends or cancels them.
    return submitted?.length ? this.#send(broker, stored, submitted, tag) : stored;
  }

  /**
   * The same for an order that waits at the desk, once its price is met: it goes out if nothing has changed that
   * forbids it. `pays`: see `Order`. Null: it waits on, or ended meanwhile.
   */
  async release(
    broker: Broker,
    { trade: { username, id } }: TradeAggregate,
    tag: Tag,
    pays: Decimal | null,
  ): Promise<TradeAggregate | null> {
    if (isPreparing(broker))
      return this.#prepared.release({ broker, username, tradeId: id, tag }, pays);
    const { book, deskHalt, logs, onUnlistedMove } = this.deps;
    const released = await book.change(username, async (change) => {
      const stored = await change.trade(id);
      await lookAtCauses(this.deps, change);
      const { killSwitch } = await change.account();
      if (!stored) return null;
      const { at, actor } = this.#now('desk');
      const isHalted = higherSwitch(killSwitch, deskHalt()) !== 'OFF';
      const waits = isHalted || logs?.isReady(username) === false;
      const entries = !waits && (await mayEnterNow(this.deps, change, stored.trade));
      const by = { at, actor, onUnlistedMove };
      const decided = decide(SUBMIT_HELD, stored, by, { tag, pays, entries });
      await storeDecided(change, decided);
      const { draft, told } = decided;
      return told && { stored: draft.after, submitted: [told] };
    });
    return released && this.#send(broker, released.stored, released.submitted, tag);
  }

  async #send(
    broker: Broker,
    stored: TradeAggregate,
    submitted: readonly Order[],
    tag: Tag,
  ): Promise<TradeAggregate> {
    const { deps } = this;
    const { username, id: tradeId } = stored.trade;
    deps.passFaultPoint?.('send: submitted');
    let outcome = await this.#place(broker, toSubmission(stored, submitted));
    if (outcome.kind === 'REJECTED' && outcome.ofDurations) {
      const again = await forTheDay(deps, stored, tag, outcome.reason);
      deps.passFaultPoint?.('send: stored for the day');
      if (again.orders.length > 0)
        outcome = await this.#place(broker, toSubmission(again.stored, again.orders));
      else outcome = { ...outcome, reason: again.reason };
    }
    const at = deps.clock.now();
    const mark =
      outcome.kind === 'ACCEPTED' ? await this.#entryMark(username, stored, outcome.seen) : null;
    deps.passFaultPoint?.('send: looked');
    const by = { at, actor: 'venue' };
    const of = { username, id: tradeId };
    const learned = await changeTrade(deps, of, by, LEARN_ANSWER, () => ({ tag, outcome, mark }));
    deps.passFaultPoint?.('send: learned');
    await this.#followFailure(broker, username, outcome);
    return learned;
  }

  /**
   * A send that failed may be the one that trips the switch: the next entry finds it tripped. The outcome is stored by
   * then, and a fault here says nothing of it: each entry and each round looks at the causes as well.
   */
  async #followFailure(broker: Broker, username: Username, outcome: Outcome): Promise<void> {
    if (outcome.kind === 'ACCEPTED') return;
    const { book, clock, log } = this.deps;
    try {
      await book.change(username, async (change) => {
        if (outcome.kind === 'REJECTED' && outcome.ofToken)
          await change.raise(tokenRefused(broker, outcome.reason), clock.now());
        await lookAtCauses(this.deps, change);
      });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      log.error('What a failed send trips is not looked at yet', { username, reason });
    }
  }

  #now(actor: string) {
    return { at: this.deps.clock.now(), actor };
  }

  async #place(broker: Broker, submission: Submission): Promise<Outcome> {
    let venueId: string;
    try {
      venueId = await broker.place(submission);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (error instanceof BrokerRejected) {
        const { ofDurations, ofToken } = error;
        return { kind: 'REJECTED', reason, ofDurations, ofToken };
      }
      if (error instanceof BrokerBusy) return { kind: 'NOT_SENT', reason };
      // Whatever failed, the order may have arrived: only its tag can show it.
      this.deps.log.warn('An order went out without an answer', { tag: submission.tag, reason });
      return { kind: 'UNKNOWN', reason };
    }
    this.deps.passFaultPoint?.('send: answered');
    const seen = await broker.order(venueId, true).catch(() => null);
    return { kind: 'ACCEPTED', venueId, seen };
  }

  #entryMark(
    username: Username,
    { trade }: TradeAggregate,
    seen: VenueOrder | null,
  ): Promise<Mark | null> {
    const filled = seen && [seen, ...seen.legs].some((part) => part.filledQuantity.greaterThan(0));
    if (!filled || trade.openedAt) return Promise.resolve(null);
    return entryMarkOf(this.deps.sources, username, trade);
  }
}
