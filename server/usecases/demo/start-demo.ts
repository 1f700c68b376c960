import type { Username } from '../../domain/ids.ts';
import type { User } from '../../domain/account/user.ts';
import type { Timers } from '../../ports/timers.ts';
import { bookendInstants } from '../../domain/market/bookends.ts';
import { dec } from '../../domain/decimal.ts';
import {
  type Instrument,
  type OptionContract,
  isOption,
} from '../../domain/instrument/instrument.ts';
import { lastTradingInstant } from '../../domain/instrument/last-trading.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Book } from '../../ports/book.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Users } from '../../ports/desk.ts';
import { RENEW_MS, type Leases } from '../../ports/leases.ts';
import type { Ids } from '../../ports/ids.ts';
import type { MarketData } from '../../ports/market-data.ts';
import type { BookDesk } from '../book-desk.ts';
import type { Actor } from '../../ports/trading-system.ts';
import { DEMO_TOKEN_TRADES, DEMO_TRADES, type DemoTrade } from './demo-script.ts';
import { demoTicket } from './demo-ticket.ts';
import { lookAtTokens, placeToken, type Closing, type TokensAt } from './demo-tokens.ts';
import { ReplayClock } from './replay-clock.ts';

/** The lane of leases on users whose past is being replayed. */
export const REPLAY_LANE = 'replay';

const DEPOSIT = dec(100_000);
const HOUR_MS = 3_600_000;
const FIRST_HOURS_AGO = 120;
/** The past is replayed in steps of this length; every step syncs and marks what is open. */
const STEP_HOURS = 2;
/** How often resting orders meet the market within a step, so a stop does not gap for lack of looks. */
const LOOKS_A_STEP = 16;

/** A desk at some instant of the simulated market, on the same book. */
export interface DeskAt {
  readonly desk: BookDesk<'PAPER'>;
  readonly market: MarketData;
  /** Matches the venue's resting orders with the market of this instant; true when any changed. */
  readonly meetMarket: (username: Username) => Promise<boolean>;
  /** Null: no tokens are traded. */
  readonly tokens: TokensAt | null;
}

export interface DemoPorts {
  readonly users: Users;
  readonly ids: Ids;
  readonly book: Book<'PAPER'>;
  readonly deskAt: (clock: Clock) => DeskAt;
  /** Show every server whose past is being replayed, so that its jobs leave those users alone. */
  readonly leases: Leases;
  readonly timers: Timers;
}

/**
 * A desk to look at: a new user whose trades of the last days the engine itself placed, marked, stopped and
 * paid out, on the simulated market of that time.
 */
export class StartDemo {
  constructor(private readonly ports: DemoPorts) {}

  async execute(now: Date): Promise<User> {
    const { users, ids, book, leases } = this.ports;
    const id = ids.next();
    const username = `demo-${id.slice(-8)}`;
    const user = await users.add({ id, username, passwordHash: null, demo: true, createdAt: now });
    const start = hoursBefore(now, FIRST_HOURS_AGO);
    const lease = { lane: REPLAY_LANE, username, name: username };
    await leases.take(lease);
    const renew = () => void leases.take(lease).catch(() => undefined);
    const endRenewal = this.ports.timers.every(RENEW_MS, renew);
    try {
      await book.openAccount(user.username, DEPOSIT, start);
      await this.#live(user, start, now);
    } finally {
      endRenewal();
      await leases.release(lease);
    }
    return user;
  }

  async #live(user: User, start: Date, now: Date): Promise<void> {
    const clock = new ReplayClock(start);
    const there = this.ports.deskAt(clock);
    const { desk, market, meetMarket } = there;
    const actor: Actor = { username: user.username, role: 'USER', demo: true };
    const waiting = [...DEMO_TRADES];
    const { ids } = this.ports;
    const tokensWaiting = [...DEMO_TOKEN_TRADES];
    const closings: Closing[] = [];
    for (const at of steps(start, now)) {
      for (const { look, bookends } of looksBefore(at, start)) {
        clock.set(look);
        if (await meetMarket(actor.username)) await desk.syncOrders.user(actor.username);
        if (bookends) await desk.takeBookends.user(actor.username);
      }
      clock.set(at);
      if (there.tokens && isDue(DEMO_TOKEN_TRADES[0], at, now)) {
        const entering = isDue(tokensWaiting[0], at, now) || at >= now;
        await lookAtTokens(there.tokens, clock, { at, entering });
        for (let trade; isDue((trade = tokensWaiting[0]), at, now); tokensWaiting.shift())
          closings.push(...(await placeToken(there.tokens, desk, actor, { trade, at, ids })));
      }
      while (waiting[0] && hoursBefore(now, waiting[0].hoursAgo) <= at) {
        const trade = waiting.shift();
        if (trade) closings.push(...(await this.#place(desk, market, actor, { trade, at })));
      }
      await desk.syncOrders.user(actor.username);
      for (const { id } of closings.filter((each) => each.at <= at))
        await this.#close(desk, actor, id);
      await desk.care.refreshPrices(actor);
      await desk.watchExits.user(actor.username);
    }
  }

  async #place(
    desk: BookDesk<'PAPER'>,
    market: MarketData,
    actor: Actor,
    { trade, at }: { trade: DemoTrade; at: Date },
  ): Promise<readonly Closing[]> {
    const ticket = await demoTicket(trade, market, {
      now: at,
      idempotencyKey: this.ports.ids.next(),
    });
    if (!ticket) return [];
    const { id, instrument } = await desk.trading.executeOrder(actor, { open: ticket });
    const hours = trade.closeAfterHours;
    if (hours !== null) return [{ id, at: new Date(at.getTime() + hours * HOUR_MS) }];
    return takesShares(instrument) ? [{ id, at: lastChance(instrument) }] : [];
  }

  /** A stop or a target may have closed it first. */
  async #close(desk: BookDesk<'PAPER'>, actor: Actor, id: string): Promise<void> {
    const stored = await desk.read(actor).trade(id);
    if (stored?.trade.status !== 'OPEN') return;
    const idempotencyKey = this.ports.ids.next();
    const { version: expectedVersion } = stored.trade;
    try {
      await desk.trading.executeOrder(actor, {
        close: { id, expectedVersion, idempotencyKey, orderType: 'MARKET' },
      });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
}

/** A call that ends in the money would tie up all the demo's cash in shares. */
function takesShares(instrument: Instrument): instrument is OptionContract {
  return isOption(instrument) && instrument.right === 'CALL';
}

/** The last step at which it certainly trades. */
function lastChance(contract: OptionContract): Date {
  return hoursBefore(lastTradingInstant(contract), STEP_HOURS);
}

function isDue<T extends { readonly hoursAgo: number }>(
  trade: T | undefined,
  at: Date,
  now: Date,
): trade is T {
  return trade !== undefined && hoursBefore(now, trade.hoursAgo) <= at;
}

function hoursBefore(now: Date, hours: number): Date {
  return new Date(now.getTime() - hours * HOUR_MS);
}

interface Look {
  readonly look: Date;
  /** Whether marks from before the open or after the close are due. */
  readonly bookends: boolean;
}

/** The looks of the step that ends at `at`, in order. */
function looksBefore(at: Date, start: Date): readonly Look[] {
  const pause = (STEP_HOURS * HOUR_MS) / LOOKS_A_STEP;
  const regular = Array.from({ length: LOOKS_A_STEP }, (_, back) => back * pause)
    .map((ago) => ({ look: new Date(at.getTime() - ago), bookends: false }))
    .filter(({ look }) => look > start);
  const due = bookendInstants(hoursBefore(at, STEP_HOURS), at).filter((look) => look > start);
  return [...regular, ...due.map((look) => ({ look, bookends: true }))].sort(
    (a, b) => a.look.getTime() - b.look.getTime(),
  );
}

function steps(start: Date, now: Date): readonly Date[] {
  const count = Math.ceil((now.getTime() - start.getTime()) / (STEP_HOURS * HOUR_MS));
  return Array.from({ length: count + 1 }, (_, index) =>
    index === count ? now : new Date(start.getTime() + index * STEP_HOURS * HOUR_MS),
  );
}
