import { higherSwitch } from '../../domain/account/account.ts';
import type { Decimal } from '../../domain/decimal.ts';
import type { OrderId } from '../../domain/ids.ts';
import type { Order } from '../../domain/order/order.ts';
import { waitsAtDesk } from '../../domain/order/waits-at-desk.ts';
import type { Unsigned } from '../../domain/reports/never-signed.ts';
import type { TradeAggregate } from '../../domain/trade/trade.ts';
import type { BookChange } from '../../ports/book.ts';
import { BrokerBusy, type PreparedOrder, type SignedOrder } from '../../ports/broker.ts';
import { SwapUnderWay } from '../../ports/swap-under-way.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { changeAndTell, changeTrade } from '../steps/change-trade.ts';
import type { ChangeKind } from '../steps/decision.ts';
import { mayEnterNow } from '../steps/real-gate.ts';
import { lookAtCauses } from '../steps/trip-switch.ts';
import { handOver } from './hand-over.ts';
import { prepareOrder, type NotPrepared } from './prepare-order.ts';
import { PREPARE_HELD } from './submit-held.ts';
import type { SwapAt } from './swap-at.ts';
import { END_UNSIGNED, GIVE_WAY, KEEP_INSPECTED, SUBMIT_SIGNED } from './swap-kinds.ts';

type Given<Input> = (stored: TradeAggregate, change: BookChange) => Promise<Input>;

/**
 * Inspect, store, sign, store, send, learn: carries one swap of real money to its chain, once, ever. Each step is
 * stored before the next by comparing what is there, so that of two servers that carry the same swap, one goes on.
 */
export class SendPrepared {
  constructor(private readonly deps: BookDeps) {}

  /** `ready`: the result of its inspection, where it was inspected before it was stored. */
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
    const given = { orderId: order.id, status: order.status, unsigned };
    return changeTrade(this.deps, tradeAt(at), this.#by(), END_UNSIGNED, () => given);
  }

  /** False: the order is not to go out any more, or another swap of its token comes first. */
  #keep(at: SwapAt, { id }: Order, { swap }: PreparedOrder): Promise<boolean> {
    return this.#unlessUnderWay(at, id, KEEP_INSPECTED, async (_, change) => ({
      ...{ tag: at.tag, halt: await this.#halt(change), swap },
    }));
  }

  async #keepHeld(at: SwapAt, { swap }: PreparedOrder, pays: Decimal | null): Promise<boolean> {
    const { logs } = this.deps;
    return this.#unlessUnderWay(at, null, PREPARE_HELD, async (stored, change) => {
      await lookAtCauses(this.deps, change);
      const waits = (await this.#halt(change)) !== 'OFF' || logs?.isReady(at.username) === false;
      const entries = !waits && (await mayEnterNow(this.deps, change, stored.trade));
      return { tag: at.tag, pays, entries, swap };
    });
  }

  /** `blocked`: the order that gives way then; null: it waits on. */
  async #unlessUnderWay<Input>(
    at: SwapAt,
    blocked: OrderId | null,
    kind: ChangeKind<Input, unknown>,
    given: Given<Input>,
  ): Promise<boolean> {
    const of = tradeAt(at);
    try {
      return Boolean((await changeAndTell(this.deps, of, this.#by(), kind, given)).told);
    } catch (error) {
      if (!(error instanceof SwapUnderWay)) throw error;
      if (!blocked) return false;
      const way = { orderId: blocked, reason: error.message };
      await changeTrade(this.deps, of, this.#by(), GIVE_WAY, () => way);
      return false;
    }
  }

  async #sign(at: SwapAt, { id }: Order, prepared: PreparedOrder): Promise<TradeAggregate> {
    let signed: SignedOrder;
    try {
      signed = await prepared.sign();
    } catch (error) {
      if (!(error instanceof BrokerBusy)) throw error;
      const unsigned = { status: 'CANCELED', reason: error.message } as const;
      const given = { orderId: id, status: 'INTENT', unsigned } as const;
      return changeTrade(this.deps, tradeAt(at), this.#by(), END_UNSIGNED, () => given);
    }
    this.deps.passFaultPoint?.('swap: signed');
    const { blockhash, requestId } = prepared.swap;
    const { venueOrderId, lastValidHeight } = signed;
    const given = async (_: TradeAggregate, change: BookChange) => ({
      ...{ tag: at.tag, halt: await this.#halt(change), inspected: { blockhash, requestId } },
      ...{ venueOrderId, lastValidHeight },
    });
    const { stands: stored, told: isSubmitted } = await changeAndTell(
      ...([this.deps, tradeAt(at), this.#by()] as const),
      ...([SUBMIT_SIGNED, given] as const),
    );
    // The swap has ended or another server has it: nothing is sent, and what was signed is forgotten.
    if (!isSubmitted) return stored;
    this.deps.passFaultPoint?.('swap: submitted');
    return handOver(this.deps, at, signed);
  }

  async #halt(change: BookChange) {
    const { killSwitch } = await change.account();
    return higherSwitch(killSwitch, this.deps.deskHalt());
  }

  #by() {
    return { at: this.deps.clock.now(), actor: 'desk' };
  }

  async #read({ username, tradeId }: SwapAt): Promise<TradeAggregate> {
    const stored = await this.deps.book.read(username).trade(tradeId);
    if (!stored) throw new Error(`Trade ${tradeId} of ${username} is not in the book.`);
    return stored;
  }
}

function tradeAt({ username, tradeId: id }: SwapAt) {
  return { username, id };
}
