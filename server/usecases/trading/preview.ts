import { BY_ITS_VENUE } from '../../domain/matching/fill-model.ts';
import { VENUES } from '../../domain/venue.ts';
import { isBuy, directionOf } from '../../domain/order/order.ts';
import { entryOrder, exitSide } from '../../domain/trade/make-order.ts';
import { untrustedReason } from '../../domain/market/mark-rules.ts';
import { Refusal, type RiskCheck } from '../../domain/refusal.ts';
import type { Decimal } from '../../domain/decimal.ts';
import { coverNote } from '../../domain/risk/cover-note.ts';
import { isShortCall } from '../../domain/risk/short-call.ts';
import { NO_STOP, stopMoney } from '../../domain/ticket/bracket-money.ts';
import { makeTrade } from '../../domain/ticket/make-trade.ts';
import {
  feeAt,
  roundTrip,
  ticketMoney,
  type TicketMoney,
} from '../../domain/ticket/ticket-money.ts';
import { closeQuantity } from '../../domain/ticket/close-terms.ts';
import type { CloseInput, Ticket, TicketInput } from '../../domain/ticket/ticket.ts';
import { whyNotTaken } from '../../domain/exits/next-step.ts';
import { type Trade } from '../../domain/trade/trade.ts';
import {
  BrokerBusy,
  BrokerRejected,
  BrokerUnreachable,
  type Broker,
  type VenueRules,
} from '../../ports/broker.ts';
import type { MarketData } from '../../ports/market-data.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { closeQuote } from './close-quote.ts';
import { closableUnderReview, whyClosed } from './close-trade.ts';
import {
  checkMarket,
  entryChecks,
  ticketMarket,
  type EntryStanding,
  type TicketMarket,
} from './entry-check.ts';
import { entrySubmission } from '../orders/entry-submission.ts';
import { readDrawdown } from './read-drawdown.ts';
import { withinMandate } from './mandated-entry.ts';
import { readTicket } from './read-ticket.ts';
import { admitTouching } from '../steps/touching.ts';
import { newTag } from '../steps/new-tag.ts';
import { ownTrade } from '../steps/own-trade.ts';
import type { TokenEntry } from './token-entry.ts';
import type { TradePreview } from '../../ports/trade-doors.ts';
import type { Actor } from '../../ports/trading-system.ts';
import { UNCONFIRMED } from '../steps/confirmation.ts';
import { confirmChange, confirmEntry } from '../steps/real-gate.ts';
import { brokerForEntry, venueOf } from '../steps/venue-of.ts';

const NOT_A_TICKET = { buyingPowerAfter: null, roundTrip: null };
const FOLLOW =
  'The venue takes the exits only after the entry’s fill: until they are there, the desk watches the stop.';

/** What a ticket would cost and which rules apply. It changes nothing, here or at the venue. */
export class Preview {
  constructor(private readonly deps: BookDeps) {}

  async trade(actor: Actor, input: TicketInput): Promise<TradePreview> {
    const { book, clock } = this.deps;
    const now = clock.now();
    const typed = await readTicket(this.deps, actor, input, now);
    await withinMandate(this.deps, { actor, ticket: typed, quote: null });
    const venue = await venueOf(this.deps, actor, typed.instrument);
    const broker = await brokerForEntry(this.deps, actor, venue);
    await this.deps.logs?.ready(actor.username);
    const settings = await this.deps.settings.of(actor.username);
    const looking = { settings, urgency: 'MARK' } as const;
    const market = await ticketMarket(this.deps, actor, venue, typed, looking);
    const ticket = { ...typed, instrument: market.instrument };
    const money = ticketMoney(ticket, market.quote);
    const bounds = await withinMandate(this.deps, { actor, ticket, quote: market.quote });
    const { username } = actor;
    const { swap } = market;
    const drawdown = await readDrawdown(this.deps, username, settings);
    const standing = await book.view(username, (reader) =>
      entryChecks(this.deps, reader, { ticket, money, broker, settings, now, swap, drawdown }),
    );
    // A swap was quoted in its own size, which names no wallet.
    const isQuoted = VENUES[broker.venue].simulated || swap !== null;
    const priced = isQuoted ? null : await this.#askVenue(broker, actor, ticket, now);
    const riskChecks = [...standing.checks, ...bounds, ...marketChecks(ticket, market, now)];
    const mayGo = money.cost !== null && riskChecks.every(({ passed }) => passed);
    const asking = { actor, operation: 'placeTrade', input };
    return {
      cost: money.cost,
      fees: priced?.fees ?? money.fees,
      maxLoss: money.maxLoss,
      maxProfit: money.maxProfit,
      breakEven: money.breakEven,
      ...stopMoney(ticket, money.price),
      buyingPowerAfter: buyingPowerAfter(ticket, money, standing),
      roundTrip: roundTrip(ticket, money.price, market.quote),
      realizedPnl: null,
      riskChecks,
      exitsNote: exitsNote(this.#trade(broker, actor, ticket, now), broker.rules, now),
      coverNote: null,
      ...(mayGo ? await confirmEntry(this.deps, asking, broker) : UNCONFIRMED),
    };
  }

  /** The venue's own preview of the entry. @throws {Refusal} VENUE_REJECTED, VENUE_UNAVAILABLE. */
  async #askVenue(broker: Broker, actor: Actor, ticket: Ticket, at: Date) {
    const { ids } = this.deps;
    const trade = this.#trade(broker, actor, ticket, at);
    const tag = newTag(ids);
    const entry = entryOrder(trade, { nextId: () => ids.next(), tag, at });
    try {
      const { instrument } = ticket;
      return await broker.preview({ shape: 'SINGLE', tag, instrument, orders: [entry] });
    } catch (error) {
      if (error instanceof BrokerRejected) throw new Refusal('VENUE_REJECTED', error.message);
      if (error instanceof BrokerUnreachable || error instanceof BrokerBusy)
        throw new Refusal('VENUE_UNAVAILABLE', error.message);
      throw error;
    }
  }

  #trade({ venue, account: venueAccount }: Broker, { username }: Actor, ticket: Ticket, at: Date) {
    const identity = { id: 'preview', mode: this.deps.book.mode, username, venue, venueAccount };
    const models = { ...BY_ITS_VENUE, dteAtEntry: null };
    const origin = { twinOf: null, strategyRun: null };
    return makeTrade(ticket, { ...identity, ...models, ...origin, at });
  }

  async close(actor: Actor, input: CloseInput): Promise<TradePreview> {
    const { stored, active } = await this.deps.book.view(actor.username, async (reader) => ({
      stored: await ownTrade(reader, input.id),
      active: await reader.activeTrades(),
    }));
    const { trade } = stored;
    const { underlying } = trade.instrument;
    await admitTouching(this.deps, actor, { underlying });
    const closable = await closableUnderReview(this.deps, actor, stored);
    const quantity = closeQuantity(trade, input, closable);
    const now = this.deps.clock.now();
    const market = await this.deps.sources.of(actor.username, trade.venue);
    const { instrument } = trade;
    // A close can be previewed even without a price.
    const { tokens } = this.deps;
    const quote = await closeQuote({ tokens, market }, trade, quantity);
    const price = input.limitPrice ?? (isBuy(exitSide(trade)) ? quote?.ask : quote?.bid) ?? null;
    const value = price
      ?.times(quantity)
      .times(instrument.multiplier)
      .times(directionOf(trade.side));
    return {
      cost: value?.neg() ?? null,
      fees: feeAt({ instrument, quantity }, quote),
      maxLoss: null,
      maxProfit: null,
      breakEven: null,
      ...NO_STOP,
      ...NOT_A_TICKET,
      realizedPnl: value?.minus(trade.openCost.times(quantity).div(trade.openQuantity)) ?? null,
      riskChecks: input.orderType === 'MARKET' ? [await closeCheck(market, trade, now)] : [],
      exitsNote: null,
      coverNote: coverNote(active, trade, quantity),
      ...confirmChange(this.deps, { actor, operation: 'closeTrade', input }, price),
    };
  }
}

/** A covered call ties up nothing and brings its premium; an uncovered call is not allowed. */
function buyingPowerAfter(
  { instrument, side }: Ticket,
  { cost, fees, capital }: TicketMoney,
  { checks, free }: EntryStanding,
): Decimal | null {
  if (checks.some(({ rule, passed }) => rule === 'COVER' && !passed)) return null;
  const used = isShortCall(instrument, side) ? cost?.plus(fees) : capital;
  return used ? free.minus(used) : null;
}

function marketChecks(ticket: Ticket, market: TicketMarket, now: Date): readonly RiskCheck[] {
  if (market.swap) return [priceCheck(market.swap, ticket.orderType)];
  const untrusted = market.quote ? untrustedReason(market.quote, now) : 'No quote is known';
  const quoteCheck: RiskCheck = {
    rule: 'QUOTE',
    passed: untrusted === null || ticket.orderType !== 'MARKET',
    limit: null,
    actual: market.quote ? market.quote.source : null,
    message: untrusted ? `${untrusted}.` : 'The quote is fresh and two-sided.',
  };
  const closed = closedMessage(ticket, market, now);
  return [quoteCheck, sessionCheck(closed, market.session?.session ?? null)];
}

/** Whether a token's price may be entered at; a limit order waits until it may. */
function priceCheck({ judged }: TokenEntry, orderType: Ticket['orderType']): RiskCheck {
  const entry = judged.verdicts.find(({ action }) => action === 'ENTRY');
  const allowed = entry?.allowed ?? false;
  return {
    rule: 'QUOTE',
    passed: allowed || entry?.code === 'TOKEN_RISK' || orderType !== 'MARKET',
    limit: null,
    actual: judged.price?.toFixed() ?? null,
    message: entry?.reason ?? 'Three sources agree on the price.',
  };
}

function sessionCheck(closed: string | null, actual: string | null): RiskCheck {
  const message = closed ?? 'The order may go out now.';
  return { rule: 'SESSION', passed: closed === null, limit: null, actual, message };
}

async function closeCheck(market: MarketData, trade: Trade, now: Date): Promise<RiskCheck> {
  return sessionCheck(await whyClosed(market, trade, now), null);
}

function closedMessage(ticket: Ticket, market: TicketMarket, now: Date): string | null {
  try {
    checkMarket(ticket, market, now);
    return null;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'MARKET_CLOSED') return error.message;
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** Null when the stop goes to the venue with its entry, or there is no stop. */
function exitsNote(trade: Trade, rules: VenueRules, at: Date): string | null {
  const { bracket, quantity } = trade;
  // Where the desk holds all exits, nothing about them depends on the venue.
  if (!bracket.stopLoss || !rules.restingOrders) return null;
  const refusal = whyNotTaken(bracket, quantity, [], rules, at);
  if (refusal)
    return `The venue would not take these exits, for ${refusal}: the desk would watch the stop, and it would not be at the venue.`;
  const sent = entrySubmission(trade, rules, { nextId: () => 'preview', tag: 'preview', at });
  return sent.length === 1 ? FOLLOW : null;
}
