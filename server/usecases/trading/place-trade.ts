import type { Decimal } from '../../domain/decimal.ts';
import type { Tag, TradeId } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import { checkBracketSides } from '../../domain/ticket/check-bracket.ts';
import { ticketMoney } from '../../domain/ticket/ticket-money.ts';
import type { TicketInput } from '../../domain/ticket/ticket.ts';
import { type Trade } from '../../domain/trade/trade.ts';
import { directionOf } from '../../domain/order/order.ts';
import { waitsAtDesk } from '../../domain/order/waits-at-desk.ts';
import type { AdvanceTrade } from '../orders/advance-trade.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { storeDecided } from '../steps/change-trade.ts';
import { admittedTicket } from './admitted-ticket.ts';
import { contextAtEntry } from './context-at-entry.ts';
import { decideEntry, type Entering } from './draft-entry.ts';
import { prepareEntry, underWay, type PreparedEntry } from './prepare-entry.ts';
import { checkMarket, deniedOf, entryChecks, ticketMarket } from './entry-check.ts';
import { readDrawdown } from './read-drawdown.ts';
import { lookAtCauses } from '../steps/trip-switch.ts';
import { doneBefore, rememberDone } from '../steps/idempotency.ts';
import { refuse } from '../steps/refuse.ts';
import type { SendOrders } from '../orders/send-orders.ts';
import type { Actor } from '../../ports/trading-system.ts';
import type { BookChange, BookReader } from '../../ports/book.ts';
import { isPreparing } from '../../ports/broker.ts';
import { SwapUnderWay } from '../../ports/swap-under-way.ts';
import { accountOfBroker } from '../steps/opening-gate.ts';
import { CONFIRMED_MS } from '../steps/confirmation.ts';
import { boundNow, changeWithin, type Bound } from '../steps/mandate-gate.ts';
import { readmitEntry } from '../steps/real-gate.ts';
import { brokerForEntry } from '../steps/venue-of.ts';
import { checkInTransaction, withinMandate } from './mandated-entry.ts';
import { EntryDenied, keepDenied, waitsForLog } from './strategy-entry.ts';

interface Placing extends Entering {
  readonly input: TicketInput;
  /** See `readDrawdown`. */
  readonly drawdown: Decimal | null;
}

/** The name under which it is confirmed and its key is kept. */
const operation = 'placeTrade';

type Stored = { readonly trade: Trade; readonly tag: Tag | null } | { readonly refusal: Refusal };

/**
 * Key → ticket → mandate → arming and confirmation, in REAL → risk → inspected, where the desk signs → stored with its
 * tag → sent, once → the venue's answer.
 */
export class PlaceTrade {
  constructor(
    private readonly deps: BookDeps,
    private readonly sendOrders: SendOrders,
    private readonly advanceTrade: AdvanceTrade,
  ) {}

  /** @throws {EntryDenied} a rule stopped a strategy's entry; every other refusal is a `Refusal`. */
  async execute(
    actor: Actor,
    input: TicketInput,
    { twinOf = null, strategy = null }: Partial<Pick<Placing, 'twinOf' | 'strategy'>> = {},
  ): Promise<Trade> {
    const { book, clock } = this.deps;
    const now = clock.now();
    try {
      const reader = book.read(actor.username);
      const before = await doneBefore(reader, operation, input);
      if (before) return await this.#again(actor, input, before);
      const placing = await this.#prepare(actor, input, { now, twinOf, strategy });
      this.deps.passFaultPoint?.('place: checked');
      const prepared = await this.#inspect(placing);
      const stored = await this.#store(placing, prepared);
      if ('refusal' in stored) throw stored.refusal;
      this.#twin(actor, input, stored.trade);
      if (!stored.tag) return await this.#stands(actor, stored.trade.id);
      return await this.#send(placing, stored.trade, stored.tag, prepared);
    } catch (error) {
      // A strategy's refusals are stored with its decisions, which repeat.
      if (!(error instanceof Refusal) || strategy) throw error;
      return refuse(book, actor, error, { action: 'PLACE_TRADE', at: now, tradeId: null });
    }
  }

  async #prepare(
    actor: Actor,
    input: TicketInput,
    { now, twinOf, strategy }: Pick<Placing, 'now' | 'twinOf' | 'strategy'>,
  ): Promise<Placing> {
    const { ticket, venue } = await admittedTicket(
      this.deps,
      this.#asked({ actor, input, strategy, twinOf }),
      now,
    );
    const broker = await brokerForEntry(this.deps, actor, venue);
    await this.deps.gate?.ready(accountOfBroker(actor.username, broker));
    await this.deps.logs?.ready(actor.username);
    const settings = await this.deps.settings.of(actor.username);
    const [market, context] = await Promise.all([
      ticketMarket(this.deps, actor, venue, ticket, { settings, urgency: 'ENTRY' }),
      contextAtEntry(this.deps, actor, venue, ticket),
    ]);
    const { instrument } = market;
    const asked = { actor, input, ticket: { ...ticket, context, instrument } };
    const { quote } = market;
    await withinMandate(this.deps, { actor, ticket: { ...ticket, instrument }, quote });
    const drawdown = await readDrawdown(this.deps, actor.username, settings);
    const placing = { ...asked, broker, venue, market, settings, drawdown, twinOf, strategy, now };
    await this.#meet(placing);
    return placing;
  }

  /** A twin on paper needs no confirmation of its own: its real trade was confirmed. */
  #asked({
    actor,
    input,
    strategy,
    twinOf,
  }: Pick<Placing, 'actor' | 'input' | 'strategy' | 'twinOf'>) {
    const isTwin = twinOf !== null && this.deps.book.mode === 'PAPER';
    return { actor, operation, input, unattended: strategy !== null || isTwin };
  }

  /** @throws {Refusal} where the market as it is now admits no such entry. */
  async #meet(placing: Placing): Promise<void> {
    const { ticket, market, now } = placing;
    try {
      checkMarket(ticket, market, now);
    } catch (error) {
      const isDenied = error instanceof Refusal && error.code === 'RISK_DENIED';
      throw isDenied ? await this.#stop(placing, error) : error;
    }
    if (ticket.orderType !== 'MARKET') return;
    const { price } = ticketMoney(ticket, market.quote);
    checkBracketSides(ticket.bracket, directionOf(ticket.side), price, 'input.bracket.');
  }

  /** A rule stops the entry before it is stored; a strategy's entry is kept as denied. */
  async #stop(placing: Placing, refusal: Refusal): Promise<Refusal> {
    if (!placing.strategy) return refusal;
    const { username } = placing.actor;
    return this.deps.book.change(username, (change) => this.#denial(change, placing, refusal));
  }

  async #denial(change: BookChange, placing: Placing, refusal: Refusal): Promise<Refusal> {
    if (!placing.strategy || waitsForLog(refusal)) return refusal;
    const { input, now } = placing;
    const kept = await keepDenied(change, decideEntry(this.deps, placing), refusal);
    if (kept) await rememberDone(change, operation, input, kept.id, now);
    return new EntryDenied(refusal, kept);
  }

  /** Inspects only an entry that breaks no limit, so that the venue builds no useless swap. */
  async #inspect(placing: Placing): Promise<PreparedEntry | null> {
    if (!isPreparing(placing.broker)) return null;
    const { username } = placing.actor;
    const bound = await boundNow(this.deps, placing.strategy?.boundBy);
    const refusal = await this.deps.book.view(username, (reader) =>
      this.#denied(placing, reader, bound),
    );
    if (refusal) throw await this.#stop(placing, refusal);
    return prepareEntry(this.deps, placing);
  }

  async #denied(
    placing: Placing,
    reader: BookReader,
    bound: Bound | null,
  ): Promise<Refusal | null> {
    const { ticket, broker, market, settings, drawdown, strategy, now } = placing;
    const money = ticketMoney(ticket, market.quote);
    const own = { strategy, bound: strategy && bound };
    const asked = { ticket, money, broker, settings, now, drawdown, swap: market.swap, ...own };
    return deniedOf((await entryChecks(this.deps, reader, asked)).checks);
  }

  /** @throws {Refusal} RISK_DENIED while another swap of the token is under way. */
  async #store(placing: Placing, prepared: PreparedEntry | null): Promise<Stored> {
    try {
      return await this.#keep(placing, prepared);
    } catch (error) {
      throw error instanceof SwapUnderWay ? underWay(error) : error;
    }
  }

  /** Key, mandate, limits, trade, orders and event in one transaction, under the user's lock. */
  #keep(placing: Placing, prepared: PreparedEntry | null): Promise<Stored> {
    const { actor, input, ticket, broker, market, settings, strategy, now } = placing;
    const { username } = actor;
    const asked = this.#asked(placing);
    const tokenId = strategy ? strategy.boundBy : actor.tokenId;
    return changeWithin<Stored>(this.deps, { username, tokenId }, async (change, bound) => {
      const raced = await doneBefore(change, operation, input);
      if (raced) return { trade: (await change.trade(raced))!.trade, tag: null };
      if (!strategy) await checkInTransaction(change, bound, { ticket, quote: market.quote }, now);
      await readmitEntry(this.deps, change, asked, broker);
      await lookAtCauses(this.deps, change, settings);
      const refusal = await this.#denied(placing, change, bound);
      if (refusal) return { refusal: await this.#denial(change, placing, refusal) };
      const decided = prepared?.decided ?? decideEntry(this.deps, placing);
      const { draft } = decided;
      await storeDecided(change, decided);
      if (bound) await change.notePlacedBy(bound.tokenId, draft.trade.id, now);
      this.deps.passFaultPoint?.('place: in transaction');
      await rememberDone(change, operation, input, draft.trade.id, now);
      const [first] = draft.orders;
      return { trade: draft.trade, tag: first && !waitsAtDesk(first) ? first.tag : null };
    });
  }

  async #send(
    { actor, broker }: Placing,
    trade: Trade,
    tag: Tag,
    prepared: PreparedEntry | null,
  ): Promise<Trade> {
    const { username } = actor;
    this.deps.passFaultPoint?.('place: stored');
    await this.sendOrders.execute(broker, username, trade.id, tag, prepared?.ready ?? null);
    const { trade: stands } = await this.advanceTrade.execute(broker, username, trade.id, {
      byPerson: true,
    });
    return stands;
  }

  /** Called once the trade is stored, whatever becomes of its order. */
  #twin(actor: Actor, input: TicketInput, trade: Trade): void {
    if (input.paperTwin) this.deps.paperTwins?.place(actor, input, trade);
  }

  /** A server that was killed may have left no twin; it is placed again as long as it would meet the same market. */
  async #again(actor: Actor, input: TicketInput, id: TradeId): Promise<Trade> {
    const trade = await this.#stands(actor, id);
    const age = this.deps.clock.now().getTime() - trade.placedAt.getTime();
    if (age < CONFIRMED_MS) this.#twin(actor, input, trade);
    return trade;
  }

  async #stands(actor: Actor, id: TradeId): Promise<Trade> {
    const stored = await this.deps.book.read(actor.username).trade(id);
    if (!stored) throw new Error(`Trade ${id} of a known key is not in the book.`);
    return stored.trade;
  }
}
