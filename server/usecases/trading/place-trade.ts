import type { Tag, TradeId } from '../../domain/ids.ts';
import type { Decimal } from '../../domain/decimal.ts';
import { isOption, isToken } from '../../domain/instrument/instrument.ts';
import type { UserSettings } from '../../domain/account/settings.ts';
import { idPrefix } from '../../domain/mode.ts';
import { VENUES, type VenueName } from '../../domain/venue.ts';
import { daysToExpiry } from '../../domain/calendar/market-calendar.ts';
import { markOf } from '../../domain/market/mark-rules.ts';
import type { Mark } from '../../domain/market/mark.ts';
import { FILL_MODEL_VERSION } from '../../domain/matching/fill-model.ts';
import { Refusal } from '../../domain/refusal.ts';
import { checkBracketSides } from '../../domain/ticket/check-bracket.ts';
import { makeTrade } from '../../domain/ticket/make-trade.ts';
import { farFromMark, ticketMoney } from '../../domain/ticket/ticket-money.ts';
import type { Ticket, TicketInput } from '../../domain/ticket/ticket.ts';
import { lacksFigures, withFigures } from '../../domain/trade/trade-context.ts';
import { TradeDraft } from '../../domain/trade/trade-draft.ts';
import { type Trade } from '../../domain/trade/trade.ts';
import { describeOrder } from '../../domain/order/describe-order.ts';
import { directionOf } from '../../domain/order/order.ts';
import { waitsAtDesk } from '../../domain/order/waits-at-desk.ts';
import type { Broker } from '../../ports/broker.ts';
import type { AdvanceTrade } from '../orders/advance-trade.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { storeDraft } from '../steps/change-trade.ts';
import {
  checkMarket,
  deniedOf,
  entryChecks,
  ticketMarket,
  type TicketMarket,
} from './entry-check.ts';
import { entrySubmission } from '../orders/entry-submission.ts';
import { readDrawdown } from './read-drawdown.ts';
import { readTicket } from './read-ticket.ts';
import { newTag } from '../steps/new-tag.ts';
import { lookAtCauses } from '../steps/trip-switch.ts';
import { doneBefore, rememberDone } from '../steps/idempotency.ts';
import { actorName, refuse } from '../steps/refuse.ts';
import type { SendOrders } from '../orders/send-orders.ts';
import type { Actor } from '../../ports/trading-system.ts';
import { accountOfBroker } from '../steps/opening-gate.ts';
import { brokerForEntry, venueOf } from '../steps/venue-of.ts';

interface Placing {
  readonly actor: Actor;
  readonly input: TicketInput;
  readonly ticket: Ticket;
  readonly broker: Broker;
  readonly venue: VenueName;
  readonly market: TicketMarket;
  readonly settings: UserSettings;
  /** See `readDrawdown`. */
  readonly drawdown: Decimal | null;
  readonly now: Date;
}

type Stored = { readonly trade: Trade; readonly tag: Tag | null } | { readonly refusal: Refusal };

/** Ticket → key → risk → stored with its tag → sent, once → the venue's answer. */
export class PlaceTrade {
  constructor(
    private readonly deps: BookDeps,
    private readonly sendOrders: SendOrders,
    private readonly advanceTrade: AdvanceTrade,
  ) {}

  async execute(actor: Actor, input: TicketInput): Promise<Trade> {
    const { book, clock } = this.deps;
    const now = clock.now();
    try {
      const reader = book.read(actor.username);
      const before = await doneBefore(reader, 'placeTrade', input);
      if (before) return await this.#stands(actor, before);
      const placing = await this.#prepare(actor, input, now);
      this.deps.passFaultPoint?.('place: checked');
      const stored = await this.#store(placing);
      if ('refusal' in stored) throw stored.refusal;
      if (!stored.tag) return await this.#stands(actor, stored.trade.id);
      return await this.#send(placing, stored.trade, stored.tag);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return refuse(book, actor, error, { action: 'PLACE_TRADE', at: now, tradeId: null });
    }
  }

  async #prepare(actor: Actor, input: TicketInput, now: Date): Promise<Placing> {
    const ticket = await readTicket(this.deps, actor, input, now);
    const venue = await venueOf(this.deps, actor, ticket.instrument);
    const broker = await brokerForEntry(this.deps, actor, venue);
    await this.deps.gate?.ready(accountOfBroker(actor.username, broker));
    await this.deps.logs?.ready(actor.username);
    const settings = await this.deps.settings.of(actor.username);
    const [market, context] = await Promise.all([
      ticketMarket(this.deps, actor, venue, ticket, { settings, urgency: 'ENTRY' }),
      this.#context(actor, venue, ticket),
    ]);
    checkMarket(ticket, market, now);
    if (ticket.orderType === 'MARKET') {
      const { price } = ticketMoney(ticket, market.quote);
      checkBracketSides(ticket.bracket, directionOf(ticket.side), price, 'input.bracket.');
    }
    const { instrument } = market;
    const asked = { actor, input, ticket: { ...ticket, context, instrument } };
    const drawdown = await readDrawdown(this.deps, actor.username, settings);
    return { ...asked, broker, venue, market, settings, drawdown, now };
  }

  /** The market supplies what the caller left out, once, at entry. */
  async #context(actor: Actor, venue: VenueName, { instrument, context }: Ticket) {
    const { sources } = this.deps;
    if (!lacksFigures(context) || !sources.figuresOf) return context;
    const { username } = actor;
    return withFigures(context, await sources.figuresOf(username, venue, instrument.underlying));
  }

  /** Key, limits, trade, orders and event in one transaction, under the user's lock. */
  #store(placing: Placing): Promise<Stored> {
    const { actor, input, ticket, broker, market, settings, drawdown, now } = placing;
    return this.deps.book.change<Stored>(actor.username, async (change) => {
      const raced = await doneBefore(change, 'placeTrade', input);
      if (raced) return { trade: (await change.trade(raced))!.trade, tag: null };
      await lookAtCauses(this.deps, change, settings);
      const money = ticketMoney(ticket, market.quote);
      const { checks } = await entryChecks(this.deps, change, {
        ticket,
        money,
        broker,
        settings,
        now,
        drawdown,
        swap: market.swap,
      });
      const refusal = deniedOf(checks);
      if (refusal) return { refusal };
      const draft = this.#draft(placing);
      await storeDraft(change, draft);
      this.deps.passFaultPoint?.('place: in transaction');
      await rememberDone(change, 'placeTrade', input, draft.trade.id, now);
      const [first] = draft.orders;
      return { trade: draft.trade, tag: first && !waitsAtDesk(first) ? first.tag : null };
    });
  }

  #draft({ actor, ticket, broker, venue, market, settings, now }: Placing): TradeDraft {
    const { book, ids } = this.deps;
    const { fillModel } = settings;
    const { instrument, side, bracket } = ticket;
    const model = !VENUES[broker.venue].simulated
      ? null
      : isToken(instrument)
        ? 'QUOTE'
        : fillModel;
    const trade = makeTrade(ticket, {
      id: `${idPrefix(book.mode)}${ids.next()}`,
      mode: book.mode,
      username: actor.username,
      venue,
      venueAccount: broker.account,
      fillModel: model,
      fillModelVersion: model && FILL_MODEL_VERSION[model],
      dteAtEntry: isOption(instrument) ? daysToExpiry(instrument.expiration, now) : null,
      at: now,
    });
    const mark: Mark | null = market.quote ? markOf(market.quote, instrument, side) : null;
    const tag = newTag(ids);
    const { slippagePct = null, pays = null } = market.swap ?? {};
    const identity = { nextId: () => ids.next(), tag, at: now, slippagePct, pays };
    const orders = entrySubmission(trade, broker.rules, identity);
    const draft = new TradeDraft(
      null,
      { trade: { ...trade, mark }, orders },
      now,
      actorName(actor),
    );
    for (const why of farFromMark(bracket, side, mark?.mid ?? null)) {
      draft.alert('FAR_FROM_MARK', 'WARNING', `An exit ${why}. It was placed as typed.`);
    }
    draft.record('INTENT_STORED', `Intent stored, tag ${tag}.`);
    if (!broker.rules.restingOrders && ticket.orderType === 'LIMIT') holdAtDesk(draft);
    return draft;
  }

  async #send({ actor, broker }: Placing, trade: Trade, tag: Tag): Promise<Trade> {
    const { username } = actor;
    this.deps.passFaultPoint?.('place: stored');
    await this.sendOrders.execute(broker, username, trade.id, tag);
    const { trade: stands } = await this.advanceTrade.execute(broker, username, trade.id, {
      byPerson: true,
    });
    return stands;
  }

  async #stands(actor: Actor, id: TradeId): Promise<Trade> {
    const stored = await this.deps.book.read(actor.username).trade(id);
    if (!stored) throw new Error(`Trade ${id} of a known key is not in the book.`);
    return stored.trade;
  }
}

/** Nothing is sent until the price is met: what it pays is reckoned then. */
function holdAtDesk(draft: TradeDraft): void {
  for (const { id } of draft.orders) {
    const held = draft.setOrder(id, { status: 'ACCEPTED', pays: null });
    draft.record('ORDER_ACCEPTED', `${describeOrder(held)} waits at the desk for its price.`);
  }
}
