import type { Decimal } from '../../domain/decimal.ts';
import type { TradeId } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Trade, TradeAggregate } from '../../domain/trade/trade.ts';
import type { AdvanceTrade } from './advance-trade.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { storeDecided } from '../steps/change-trade.ts';
import { decide, type ChangeKind } from '../steps/decision.ts';
import { doneBefore, rememberDone, type KeyedInput } from '../steps/idempotency.ts';
import { admitTouching, checkTouching, type Touching } from '../steps/touching.ts';
import { changeWithin } from '../steps/mandate-gate.ts';
import { checkVersion, ownTrade } from '../steps/own-trade.ts';
import { actorName, refuse } from '../steps/refuse.ts';
import type { Actor } from '../../ports/trading-system.ts';
import { accountOfBroker } from '../steps/opening-gate.ts';
import { admitChange, checkMayTrade } from '../steps/real-gate.ts';
import { brokerOfTrade } from '../steps/venue-of.ts';

export interface KeyedTradeInput extends KeyedInput {
  readonly id: TradeId;
  readonly expectedVersion: number;
  readonly confirmationToken?: string | null;
}

interface KeyedCall<Input> {
  readonly actor: Actor;
  readonly operation: string;
  readonly input: Input;
  /** False when the request itself sends nothing: a later refusal of an exit is no answer to it. */
  readonly sends?: boolean;
  /** Whether it needs a confirmation in REAL. */
  readonly confirmed?: boolean;
  /** See `Asked`. */
  readonly unattended?: boolean;
  /** Whether the book takes the caller's word for what happened: no mandate admits that. */
  readonly onWord?: boolean;
  /** Finds what is wrong with the input itself. @throws {Refusal} BAD_USER_INPUT */
  readonly checkInput?: (stored: TradeAggregate) => void;
}

/**
 * The common part of closing, canceling and adjusting: key, owner, version, change and stored key in one
 * transaction; then the venue is brought to it.
 */
export class KeyedChange {
  constructor(
    private readonly deps: BookDeps,
    private readonly advanceTrade: AdvanceTrade,
  ) {}

  /** `given`: what is decided on, once `check` has passed, with what was confirmed: see `admitChange`. */
  async execute<Input extends KeyedTradeInput, Given>(
    call: KeyedCall<Input>,
    kind: ChangeKind<Given>,
    given: (confirmed: Decimal | null) => Given,
    check: (stored: TradeAggregate) => Promise<void> = async () => {},
  ): Promise<Trade> {
    const { book, clock } = this.deps;
    const { actor, operation, input, sends = true } = call;
    const at = clock.now();
    try {
      const { isDone, stored } = await this.#asItStands(call);
      if (isDone) return stored.trade;
      await this.#admit(call, stored);
      checkVersion(stored, input.expectedVersion);
      const broker = await brokerOfTrade(this.deps, stored.trade);
      await check(stored);
      await this.deps.gate?.ready(accountOfBroker(actor.username, broker));
      this.deps.passFaultPoint?.('request: checked');
      const isNew = await this.#change(call, at, kind, given);
      if (!isNew) return (await ownTrade(book.read(actor.username), input.id)).trade;
      this.deps.passFaultPoint?.('request: stored');
      const person = { byPerson: true };
      const stands = await this.advanceTrade.execute(broker, actor.username, input.id, person);
      const refusal = sends ? venueRefusal(stored, stands) : null;
      if (refusal) throw refusal;
      return stands.trade;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const action = operation.replace(/([A-Z])/g, '_$1').toUpperCase();
      return refuse(book, actor, error, { action, at, tradeId: null });
    }
  }

  /** Reads at one instant, so that a trade which this very key has changed is never taken for a CONFLICT. */
  #asItStands<Input extends KeyedTradeInput>({ actor, operation, input }: KeyedCall<Input>) {
    return this.deps.book.view(actor.username, async (reader) => ({
      isDone: (await doneBefore(reader, operation, input)) !== null,
      stored: await ownTrade(reader, input.id),
    }));
  }

  async #admit<Input extends KeyedTradeInput>(
    call: KeyedCall<Input>,
    stored: TradeAggregate,
  ): Promise<void> {
    call.checkInput?.(stored);
    await admitTouching(this.deps, call.actor, touching(call, stored));
    if (call.confirmed) admitChange(this.deps, call);
    else checkMayTrade(this.deps);
  }

  /** False when another request with the same key has been stored meanwhile. */
  #change<Input extends KeyedTradeInput, Given>(
    call: KeyedCall<Input>,
    at: Date,
    kind: ChangeKind<Given>,
    given: (confirmed: Decimal | null) => Given,
  ): Promise<boolean> {
    const { actor, operation, input } = call;
    return changeWithin(this.deps, actor, async (change, bound) => {
      if (await doneBefore(change, operation, input)) return false;
      const stored = await ownTrade(change, input.id);
      checkTouching(bound, touching(call, stored));
      // The confirmation may have run out while the venue was asked.
      const confirmed = call.confirmed ? admitChange(this.deps, call) : null;
      checkVersion(stored, input.expectedVersion);
      const { onUnlistedMove } = this.deps;
      const by = { at, actor: actorName(actor), onUnlistedMove };
      await storeDecided(change, decide(kind, stored, by, given(confirmed)));
      this.deps.passFaultPoint?.('request: in transaction');
      await rememberDone(change, operation, input, input.id, at);
      return true;
    });
  }
}

function touching({ onWord }: { readonly onWord?: boolean }, { trade }: TradeAggregate): Touching {
  return onWord ? 'WORD' : { underlying: trade.instrument.underlying };
}

/** The venue refused what was requested: the trade is as before, and the caller gets the reason. */
function venueRefusal(before: TradeAggregate, after: TradeAggregate): Refusal | null {
  const known = new Set(before.orders.map((order) => order.id));
  const fresh = after.orders.filter((order) => !known.has(order.id) && order.role !== 'ENTRY');
  const refused = fresh.find((order) => order.status === 'REJECTED');
  if (refused) return new Refusal('VENUE_REJECTED', refused.reason ?? 'The venue refused it.');
  // One of several may have made way for an order that a sync sent meanwhile: the request is still done.
  const unsent = fresh.every((order) => order.status === 'CANCELED' && !order.venueOrderId);
  const reason = fresh.at(-1)?.reason ?? 'It could not be sent.';
  return unsent && fresh.length > 0 ? new Refusal('VENUE_UNAVAILABLE', reason) : null;
}
