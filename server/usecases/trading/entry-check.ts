import type { Account } from '../../domain/account/account.ts';
import type { Username } from '../../domain/ids.ts';
import { VENUES, type VenueName } from '../../domain/venue.ts';
import type { UserSettings } from '../../domain/account/settings.ts';
import { marketClosedReason } from '../../domain/instrument/contract-hours.ts';
import { exchangeDate, startOfExchangeDay } from '../../domain/calendar/market-calendar.ts';
import { sum, type Decimal } from '../../domain/decimal.ts';
import { type Instrument, isOption, isToken } from '../../domain/instrument/instrument.ts';
import { asListed } from '../../domain/market/as-listed.ts';
import { quoteFor, untrustedReason } from '../../domain/market/mark-rules.ts';
import type { Quote } from '../../domain/market/quote.ts';
import { badInput, Refusal, type RiskCheck } from '../../domain/refusal.ts';
import { checkEntry } from '../../domain/risk/check-entry.ts';
import { freeCash } from '../../domain/risk/reserved.ts';
import { limitUse, type LimitUse } from '../../domain/risk/limit-use.ts';
import { limitsOf as limitsOfMode } from '../../domain/risk/limits-of.ts';
import { lossStreak, resultsNeeded } from '../../domain/risk/loss-streak.ts';
import type { TicketMoney } from '../../domain/ticket/ticket-money.ts';
import type { Ticket } from '../../domain/ticket/ticket.ts';
import type { Broker } from '../../ports/broker.ts';
import type { BookReader } from '../../ports/book.ts';
import {
  MarketDataUnavailable,
  type MarketData,
  type SessionNow,
} from '../../ports/market-data.ts';
import type { TokenUrgency } from '../../ports/token-market.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { boundsOfRun } from '../steps/entry-bounds.ts';
import type { Bound } from '../steps/mandate-gate.ts';
import type { Actor } from '../../ports/trading-system.ts';
import { readDrawdown } from './read-drawdown.ts';
import { checksOfStrategy, type StrategyTerms } from './strategy-entry.ts';
import { lookAtEntry, refusedSwap, type TokenEntry } from './token-entry.ts';

/** The market that a ticket meets. */
export interface TicketMarket {
  /** The instrument as the market lists it. */
  readonly instrument: Instrument;
  readonly quote: Quote | null;
  readonly session: SessionNow | null;
  /** What a swap meets in addition; null for options and shares. */
  readonly swap: TokenEntry | null;
}

/** How an entry fits into the book. */
export interface EntryStanding {
  readonly checks: readonly RiskCheck[];
  /** Dollars of cash that no trade holds or has reserved. */
  readonly free: Decimal;
}

/** The longest that an entry waits for a chain's list, which only guards against a mistyped contract. */
const CHAIN_PATIENCE_MS = 3_000;

/** @throws {Refusal} BAD_USER_INPUT when the venue's chain does not list the contract, or nothing routes so little. */
export async function ticketMarket(
  deps: BookDeps,
  actor: Actor,
  venue: VenueName,
  ticket: Ticket,
  { settings, urgency }: { readonly settings: UserSettings; readonly urgency: TokenUrgency },
): Promise<TicketMarket> {
  const { instrument } = ticket;
  if (isToken(instrument)) {
    const terms = { username: actor.username, limits: limitsOf(deps, settings), urgency };
    const swap = await lookAtEntry(deps, { ...ticket, instrument }, terms);
    return { instrument, quote: swap.quote, session: null, swap };
  }
  const market = await deps.sources.of(actor.username, venue);
  const unknown = (error: unknown): null => {
    if (error instanceof MarketDataUnavailable) return null;
    throw error;
  };
  const [quotes, session] = await Promise.all([
    market.quotes([instrument.symbol]).catch(unknown),
    market.session().catch(unknown),
    checkListed(deps, market, instrument, unknown),
  ]);
  return { ...asListed(instrument, quoteFor(instrument, quotes)), session, swap: null };
}

/** A chain that cannot be read, or not in time, refuses nothing. */
async function checkListed(
  { timers }: Pick<BookDeps, 'timers'>,
  market: MarketData,
  instrument: Instrument,
  unknown: (error: unknown) => null,
): Promise<void> {
  if (!isOption(instrument) || !market.lists) return;
  const asked = market.lists(instrument).catch(unknown);
  if ((await timers.within(CHAIN_PATIENCE_MS, asked, () => null)) !== false) return;
  const { symbol, underlying, expiration } = instrument;
  const why = `the venue's chain of ${underlying} for ${expiration} does not list it`;
  throw badInput('input.option.symbol', `${symbol} is unknown: ${why}.`);
}

/**
 * A market order needs an open market and a trusted price; a limit order may wait. A swap that is too dear is
 * refused in either.
 * @throws {Refusal} MARKET_CLOSED, PRICE_UNTRUSTED, RISK_DENIED.
 */
export function checkMarket(
  { orderType, instrument }: { readonly orderType: string; readonly instrument: Instrument },
  market: TicketMarket,
  now: Date,
): void {
  const refused = market.swap && refusedSwap(market.swap, { atMarket: orderType === 'MARKET' });
  if (refused) throw refused;
  if (orderType !== 'MARKET') return;
  const session = market.session?.session;
  const closed = session ? marketClosedReason(instrument, session, now) : null;
  if (closed) throw new Refusal('MARKET_CLOSED', closed);
  const reason = market.quote ? untrustedReason(market.quote, now) : 'no quote is known';
  if (reason) throw new Refusal('PRICE_UNTRUSTED', `No price to trade at the market: ${reason}.`);
}

/**
 * Every rule for this ticket and the dollars free for it, read in the transaction that would store it, or at
 * one moment. Settings are read before: they live in another database, and no transaction may wait for its
 * connection.
 */
export async function entryChecks(
  deps: BookDeps,
  reader: BookReader,
  {
    ticket,
    money,
    broker,
    swap,
    strategy = null,
    bound = null,
    ...standpoint
  }: {
    ticket: Ticket;
    money: TicketMoney;
    swap: TokenEntry | null;
    /** Where the entry would go. */
    broker: Pick<Broker, 'venue' | 'account'>;
    /** Left out: a person enters. */
    strategy?: StrategyTerms | null;
    /** The mandate of the API token that started the strategy. */
    bound?: Bound | null;
  } & Standpoint,
): Promise<EntryStanding> {
  const standing = await standingOf(deps, reader, standpoint);
  const account = await reader.account();
  const checks = checkEntry({
    ...standing,
    instrument: ticket.instrument,
    side: ticket.side,
    quantity: ticket.quantity,
    place: broker,
    money,
    killSwitch: account.killSwitch,
    deskHalt: deps.deskHalt(),
    account: VENUES[broker.venue].ownCash ? account : null,
  });
  const active = standing.activeTrades;
  const own =
    strategy && (await checksOfStrategy(reader, strategy, { mode: deps.book.mode, money, active }));
  const entry = { instrument: ticket.instrument, capital: money.capital };
  const bounds = await boundsOfRun(reader, bound, entry, standpoint.now);
  const more = [...(swap?.checks ?? []), ...(own ?? []), ...bounds];
  return {
    checks: [...checks, ...logChecks(deps, account), ...more],
    free: freeCash(account.cash, standing.activeTrades),
  };
}

/** Real money waits until the log was read whole since the start. */
function logChecks(
  { logs }: Pick<BookDeps, 'logs'>,
  { username, sequence }: Account,
): readonly RiskCheck[] {
  if (!logs) return [];
  const [rule, passed, limit] = ['LOG_READ', logs.isReady(username), String(sequence)] as const;
  if (passed) {
    const fault = logs.faultAt(username);
    const message =
      fault === null
        ? 'The log was read whole since the start.'
        : `The log was read since the start, and does not hold from event ${fault} on.`;
    const actual = fault === null ? limit : String(logs.readUpTo(username) ?? 0);
    return [{ rule, passed, limit, actual, message }];
  }
  const actual = String(logs.readUpTo(username) ?? 0);
  const message = `The desk has started and reads the log: ${actual} of ${limit} events are verified, and entries wait for all. Try again in a moment.`;
  return [{ rule, passed, limit, actual, message }];
}

/** How much of each limit is used up now. */
export async function limitUseOf(deps: BookDeps, username: Username): Promise<readonly LimitUse[]> {
  const settings = await deps.settings.of(username);
  const now = deps.clock.now();
  const drawdown = await readDrawdown(deps, username, settings);
  return deps.book.view(username, async (reader) =>
    limitUse(await standingOf(deps, reader, { settings, now, drawdown })),
  );
}

/** When, and with whose settings, limits are reckoned. `drawdown`: see `readDrawdown`. */
interface Standpoint {
  readonly settings: UserSettings;
  readonly now: Date;
  readonly drawdown: Decimal | null;
}

async function standingOf(
  deps: BookDeps,
  reader: BookReader,
  { settings, now, drawdown }: Standpoint,
) {
  const limits = limitsOf(deps, settings);
  const dayStart = startOfExchangeDay(now);
  const activeTrades = await reader.activeTrades();
  const today = await reader.realisedOn(exchangeDate(now));
  return {
    limits,
    activeTrades,
    placedToday: await reader.placedSince(dayStart),
    netToday: sum(today.map(({ realizedPnl, fees }) => realizedPnl.minus(fees))),
    drawdown,
    streak: lossStreak(await reader.lastResults(resultsNeeded(limits)), limits, now),
  };
}

/** The limits that hold for an entry, the strictest of each. */
export function limitsOf({ book }: Pick<BookDeps, 'book'>, settings: UserSettings) {
  return limitsOfMode(book.mode, settings);
}

export function deniedOf(checks: readonly RiskCheck[]): Refusal | null {
  const failed = checks.filter((check) => !check.passed);
  if (failed.length === 0) return null;
  return new Refusal('RISK_DENIED', failed.map((check) => check.message).join(' '), { checks });
}
