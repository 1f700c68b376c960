import { isBuy } from '../domain/order/order.ts';
import { entryOrder, exitSide } from '../domain/order/make-order.ts';
import { untrustedReason } from '../domain/market/mark-rules.ts';
import type { Quote } from '../domain/market/quote.ts';
import { feeFor } from '../domain/matching/fee-schedule.ts';
import { Refusal } from '../domain/refusal.ts';
import type { RiskCheck } from '../domain/risk/risk-check.ts';
import { NO_STOP, stopMoney } from '../domain/trade/bracket-money.ts';
import { makeTrade } from '../domain/trade/make-trade.ts';
import { parseTicket } from '../domain/trade/parse-ticket.ts';
import { ticketMoney } from '../domain/trade/ticket-money.ts';
import type { CloseInput, Ticket, TicketInput } from '../domain/trade/ticket.ts';
import { directionOf } from '../domain/trade/trade.ts';
import { BrokerRejected, BrokerUnreachable, type Broker } from '../ports/broker.ts';
import { MarketDataUnavailable } from '../ports/market-data.ts';
import type { BookDeps } from './book-deps.ts';
import { closeQuantity } from './close-trade.ts';
import { checkMarket, entryChecks, ticketMarket, type TicketMarket } from './entry-check.ts';
import { newTag } from './new-tag.ts';
import { ownTrade } from './own-trade.ts';
import type { Actor, TradePreview } from './trading-system.ts';
import { brokerFor, venueOf } from './venue-of.ts';

const NO_TOKEN = { confirmationToken: null, expiresAt: null };

/** What a ticket would come to and which rules it meets. Changes nothing, here or at the venue. */
export class Preview {
  constructor(private readonly deps: BookDeps) {}

  async trade(actor: Actor, input: TicketInput): Promise<TradePreview> {
    const { book, clock } = this.deps;
    const now = clock.now();
    const ticket = parseTicket(input, now);
    const venue = await venueOf(this.deps, actor);
    const broker = await brokerFor(this.deps, actor, venue);
    const market = await ticketMarket(this.deps, actor, venue, ticket);
    const money = ticketMoney(ticket, market.quote);
    const { username } = actor;
    const reader = book.read(username);
    const settings = await this.deps.settings.of(username);
    const checks = await entryChecks(this.deps, reader, { ticket, money, venue, settings, now });
    const asked = broker.rules.simulated ? null : await this.#askVenue(broker, actor, ticket, now);
    return {
      cost: money.cost,
      fees: asked?.fees ?? money.fees,
      maxLoss: money.maxLoss,
      maxProfit: money.maxProfit,
      breakEven: money.breakEven,
      ...stopMoney(ticket, money.price),
      riskChecks: [...checks, ...marketChecks(ticket, market, now)],
      ...NO_TOKEN,
    };
  }

  /** The venue's own opinion of the entry. @throws {Refusal} VENUE_REJECTED, VENUE_UNAVAILABLE. */
  async #askVenue(broker: Broker, actor: Actor, ticket: Ticket, at: Date) {
    const { ids, book } = this.deps;
    const identity = {
      id: 'preview',
      mode: book.mode,
      username: actor.username,
      venue: broker.venue,
    };
    const models = { fillModel: null, fillModelVersion: null, dteAtEntry: null };
    const trade = makeTrade(ticket, { ...identity, ...models, venueAccount: broker.account, at });
    const tag = newTag(ids);
    const entry = entryOrder(trade, { nextId: () => ids.next(), tag, at });
    try {
      const { instrument } = ticket;
      return await broker.preview({ shape: 'SINGLE', tag, instrument, orders: [entry] });
    } catch (error) {
      if (error instanceof BrokerRejected) throw new Refusal('VENUE_REJECTED', error.message);
      if (error instanceof BrokerUnreachable) throw new Refusal('VENUE_UNAVAILABLE', error.message);
      throw error;
    }
  }

  async close(actor: Actor, input: CloseInput): Promise<TradePreview> {
    const { trade } = await ownTrade(this.deps.book.read(actor.username), input.id);
    const quantity = closeQuantity(trade, input);
    const market = await this.deps.sources.of(actor.username, trade.venue);
    const { instrument } = trade;
    // A close may be looked at also while nobody prices it.
    const quotes = await market.quotes([instrument.symbol]).catch(unpriced);
    const quote = quotes.get(instrument.symbol) ?? null;
    const price = input.limitPrice ?? (isBuy(exitSide(trade)) ? quote?.ask : quote?.bid) ?? null;
    const value = price
      ?.times(quantity)
      .times(instrument.multiplier)
      .times(directionOf(trade.side));
    return {
      cost: value?.neg() ?? null,
      fees: feeFor(instrument.assetClass, quantity),
      maxLoss: null,
      maxProfit: null,
      breakEven: null,
      ...NO_STOP,
      riskChecks: [],
      ...NO_TOKEN,
    };
  }
}

function marketChecks(ticket: Ticket, market: TicketMarket, now: Date): readonly RiskCheck[] {
  const untrusted = market.quote ? untrustedReason(market.quote, now) : 'No quote is known';
  const quoteCheck: RiskCheck = {
    rule: 'QUOTE',
    passed: untrusted === null || ticket.orderType !== 'MARKET',
    limit: null,
    actual: market.quote ? market.quote.source : null,
    message: untrusted ? `${untrusted}.` : 'The quote is fresh and two-sided.',
  };
  const closed = closedMessage(ticket, market, now);
  return [
    quoteCheck,
    {
      rule: 'SESSION',
      passed: closed === null,
      limit: null,
      actual: market.session?.session ?? null,
      message: closed ?? 'The order may go out now.',
    },
  ];
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

function unpriced(error: unknown): ReadonlyMap<string, Quote> {
  if (error instanceof MarketDataUnavailable) return new Map();
  throw error;
}
