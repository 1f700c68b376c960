import { higherSwitch } from '../../domain/account/account.ts';
import type { Decimal } from '../../domain/decimal.ts';
import { describeOrder } from '../../domain/order/describe-order.ts';
import type { Order } from '../../domain/order/order.ts';
import { waitsAtDesk } from '../../domain/order/waits-at-desk.ts';
import { endUnsigned, giveWay, type Unsigned } from '../../domain/reports/never-signed.ts';
import type { TradeDraft } from '../../domain/trade/trade-draft.ts';
import type { TradeAggregate } from '../../domain/trade/trade.ts';
import type { BookChange } from '../../ports/book.ts';
import { BrokerBusy, type PreparedOrder, type SignedOrder } from '../../ports/broker.ts';
import { SwapUnderWay } from '../../ports/swap-under-way.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { changeTrade } from '../steps/change-trade.ts';
import { mayEnterNow } from '../steps/real-gate.ts';
import { lookAtCauses } from '../steps/trip-switch.ts';
import { handOver } from './hand-over.ts';
import { prepareOrder, type NotPrepared } from './prepare-order.ts';
import { prepareHeld } from './submit-held.ts';
import { sendable } from './submit-stored.ts';
import type { SwapAt } from './swap-at.ts';

type Decide = (draft: TradeDraft, change: BookChange) => void | Promise<void>;

/**
 * Inspect, store, sign, store, send, learn: carries one swap of real money to its chain, once, ever. Each step is
 * stored before the next by comparing what is there, so that of two who carry the same one, one goes on.
 */
export class SendPrepared {
  constructor(private readonly deps: BookDeps) {}

  /** `ready`: what came of its inspection, where it was inspected before it was stored. */
  async execute(
    at: SwapAt,
    ready: PreparedOrder | NotPrepared | null = null,
  ): Promise<TradeAggregate> {
    const stored = await this.#read(at);
    const order = stored.orders.find(({ tag, status }) => tag === at.tag && status === 'INTENT');
    if (!order) return stored;
    const prepared = ready ?? (await this.#inspect(at, stored, order));
    if ('unsigned' in prepared) return this.#end(at, order, prepared.unsigned);
    if (!ready && !(await this.#keep(at, order, prepared))) return this.#read(at);
    this.deps.passFaultPoint?.('swap: stored');
    return this.#sign(at, order, prepared);
  }

  /**
   * The same for an order that waits at the desk, once its price is met. `pays`: see `Order`. Null: it waits on, or
   * ended meanwhile.
   */
  async release(at: SwapAt, pays: Decimal | null): Promise<TradeAggregate | null> {
    const stored = await this.#read(at);
    const held = stored.orders.find((order) => order.tag === at.tag && waitsAtDesk(order));
    if (!held) return null;
    const order = { ...held, pays };
    const prepared = await this.#inspect(at, stored, order);
    if ('unsigned' in prepared) return this.#end(at, held, prepared.unsigned);
    const kept = await this.#keepHeld(at, prepared, pays);
    if (!kept) return null;
    this.deps.passFaultPoint?.('swap: stored');
    return this.#sign(at, order, prepared);
  }

  async #inspect(at: SwapAt, { trade }: TradeAggregate, order: Order) {
    const prepared = await prepareOrder(this.deps, at.broker, trade, order);
    this.deps.passFaultPoint?.('swap: inspected');
    return prepared;
  }

  #end(at: SwapAt, order: Order, unsigned: Unsigned): Promise<TradeAggregate> {
    return this.#change(at, (draft) => {
      const { status } = draft.order(order.id);
      if (status === order.status) endUnsigned(draft, draft.order(order.id), unsigned);
    });
  }

  /** False: the order is not to go out any more, or another swap of its token comes first. */
  #keep(at: SwapAt, { id }: Order, { swap }: PreparedOrder): Promise<boolean> {
    return this.#unlessUnderWay(at, id, async (draft, change) => {
      const [order] = sendable(draft, at.tag, await this.#halt(change));
      if (!order || order.swap) return false;
      draft.setOrder(order.id, { swap });
      draft.record('INTENT_STORED', `${describeOrder(order)} is inspected, tag ${at.tag}.`);
      return true;
    });
  }

  async #keepHeld(at: SwapAt, { swap }: PreparedOrder, pays: Decimal | null): Promise<boolean> {
    const { logs } = this.deps;
    return this.#unlessUnderWay(at, null, async (draft, change) => {
      await lookAtCauses(this.deps, change);
      const waits = (await this.#halt(change)) !== 'OFF' || logs?.isReady(at.username) === false;
      const entries = !waits && (await mayEnterNow(this.deps, change, draft.trade));
      return prepareHeld(draft, at.tag, { pays, entries, swap }) !== null;
    });
  }

  /** `blocked`: the order that gives way then; null: it waits on. */
  async #unlessUnderWay(
    at: SwapAt,
    blocked: string | null,
    decide: (draft: TradeDraft, change: BookChange) => Promise<boolean>,
  ): Promise<boolean> {
    let done = false;
    try {
      await this.#change(at, async (draft, change) => {
        done = await decide(draft, change);
      });
      return done;
    } catch (error) {
      if (!(error instanceof SwapUnderWay)) throw error;
      const { message } = error;
      if (blocked) await this.#change(at, (draft) => giveWay(draft, draft.order(blocked), message));
      return false;
    }
  }

  async #sign(at: SwapAt, { id }: Order, prepared: PreparedOrder): Promise<TradeAggregate> {
    let signed: SignedOrder;
    try {
      signed = await prepared.sign();
    } catch (error) {
      if (!(error instanceof BrokerBusy)) throw error;
      const reason = error.message;
      return this.#change(at, (draft) => {
        const order = draft.order(id);
        if (order.status === 'INTENT') endUnsigned(draft, order, { status: 'CANCELED', reason });
      });
    }
    this.deps.passFaultPoint?.('swap: signed');
    let submitted = false;
    const stored = await this.#change(at, async (draft, change) => {
      const [order] = sendable(draft, at.tag, await this.#halt(change));
      submitted = order !== undefined && submit(draft, order, prepared, signed);
    });
    // Whoever finds it ended, or another's, sends nothing: what was signed is forgotten.
    if (!submitted) return stored;
    this.deps.passFaultPoint?.('swap: submitted');
    return handOver(this.deps, at, signed);
  }

  async #halt(change: BookChange) {
    const { killSwitch } = await change.account();
    return higherSwitch(killSwitch, this.deps.deskHalt());
  }

  #change({ username, tradeId }: SwapAt, decide: Decide): Promise<TradeAggregate> {
    const by = { at: this.deps.clock.now(), actor: 'desk' };
    return changeTrade(this.deps, username, tradeId, by, decide);
  }

  async #read({ username, tradeId }: SwapAt): Promise<TradeAggregate> {
    const stored = await this.deps.book.read(username).trade(tradeId);
    if (!stored) throw new Error(`Trade ${tradeId} of ${username} is not in the book.`);
    return stored;
  }
}

/** Only what was inspected here is submitted here. */
function submit(
  draft: TradeDraft,
  { id, swap }: Order,
  prepared: PreparedOrder,
  { venueOrderId, lastValidHeight }: SignedOrder,
): boolean {
  if (swap?.blockhash !== prepared.swap.blockhash || swap.requestId !== prepared.swap.requestId)
    return false;
  const order = draft.setOrder(id, {
    ...{ status: 'SUBMITTED', sentAt: draft.at, venueOrderId, absentSyncs: 0 },
    swap: { ...swap, lastValidHeight: Math.max(swap.lastValidHeight, lastValidHeight) },
  });
  draft.record('ORDER_SUBMITTED', `${describeOrder(order)} is signed as ${venueOrderId}.`);
  return true;
}
