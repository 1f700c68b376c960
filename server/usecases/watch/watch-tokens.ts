import { higherSwitch, type KillSwitchLevel } from '../../domain/account/account.ts';
import { dueAtDesk, type DueAtDesk } from '../../domain/exits/due-at-desk.ts';
import { isWatched, type ExitSignal } from '../../domain/exits/exit-signal.ts';
import { nearExit, newBestOf } from '../../domain/exits/token-exits.ts';
import type { BlindCause } from '../../domain/exits/watch-blind.ts';
import type { TradeId, Username } from '../../domain/ids.ts';
import { isToken, type Token } from '../../domain/instrument/instrument.ts';
import type { JudgedPrice } from '../../domain/price/judged-price.ts';
import type { TradeAggregate } from '../../domain/trade/trade.ts';
import type { VenueAccount } from '../../domain/trade/venue-account.ts';
import type { Broker } from '../../ports/broker.ts';
import type { AdvanceTrade } from '../orders/advance-trade.ts';
import type { SendOrders } from '../orders/send-orders.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import type { BlindWatchAlerts } from './blind-watch-alerts.ts';
import { QuotePace } from './quote-pace.ts';
import { SellAtExit } from './sell-at-exit.ts';
import { SendAtLimit, type MayEnter } from './send-at-limit.ts';
import { StopConflicts } from './stop-conflicts.ts';
import { SwapLooks } from './swap-looks.ts';
import type { JudgedPrices, TokenLooks } from './token-looks.ts';
import type { TrailStops } from './trail-stops.ts';

/** How many trades of one user are served at a time: each may wait for a quote, a swap and the user's lock. */
const AT_ONCE = 4;
const MARKETS = ['SOLANA', 'SIMULATED'] as const;

interface Parts {
  readonly advance: AdvanceTrade;
  readonly sendOrders: SendOrders;
  readonly trails: TrailStops;
  readonly blind: BlindWatchAlerts;
  readonly mayEnter: MayEnter;
}

interface Seen {
  readonly aggregate: TradeAggregate;
  readonly token: Token;
  readonly judged: JudgedPrice;
  readonly prices: JudgedPrices;
}

/**
 * Holds to the limits and exits of trades whose venue holds none, by judged prices and by quotes of their own
 * size. A quiet trade costs no statement and no quote, and waits for no other trade.
 */
export class WatchTokens {
  readonly #exits: SellAtExit;
  readonly #limits: SendAtLimit;
  readonly #conflicts: StopConflicts;
  readonly #pace = new QuotePace();
  /** Trades that are being served: never two quotes or swaps of one trade at a time. */
  readonly #busy = new Set<TradeId>();
  /** Trades with a reached exit whose sale nothing routes. */
  readonly #stuck = new Set<TradeId>();

  constructor(
    private readonly deps: BookDeps,
    private readonly parts: Parts,
  ) {
    const looks = new SwapLooks(deps);
    this.#exits = new SellAtExit(deps, looks, this.#pace);
    this.#limits = new SendAtLimit(deps, parts.sendOrders, looks, this.#pace, parts.mayEnter);
    this.#conflicts = new StopConflicts(deps);
  }

  /** `trades`: those of one user in one account that the desk may have to hold to. */
  async user(
    username: Username,
    place: VenueAccount,
    trades: readonly TradeAggregate[],
    looks: TokenLooks,
  ): Promise<void> {
    const { brokers, clock } = this.deps;
    const broker = await brokers.of(username, place);
    const seen = await this.#followed(await this.#seen(trades, looks));
    for (const each of seen) await this.#noteSight(each, broker !== null);
    if (!broker) return;
    const now = clock.now();
    const waiting = seen.flatMap((each) => {
      const mayAsk = (about: string) => this.#pace.mayAsk(about, each.judged, now);
      const due = dueAtDesk(each.aggregate, each.judged, now, mayAsk);
      return due ? [{ ...each, due }] : [];
    });
    if (waiting.length === 0) return;
    const halt = await this.#halt(username);
    const failures: unknown[] = [];
    const serve = async (): Promise<void> => {
      for (let next = waiting.shift(); next; next = waiting.shift())
        await this.#alone(broker, next, halt).catch((error: unknown) => failures.push(error));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, serve));
    if (failures.length > 0) throw new AggregateError(failures, 'Some tokens could not be watched');
  }

  async #seen(trades: readonly TradeAggregate[], looks: TokenLooks): Promise<readonly Seen[]> {
    const seen: Seen[] = [];
    for (const market of MARKETS) {
      const here = trades.flatMap((aggregate) => {
        const { instrument: token } = aggregate.trade;
        return isToken(token) && token.market === market ? [{ aggregate, token }] : [];
      });
      if (here.length === 0) continue;
      const prices = await looks.of(market, [...new Set(here.map(({ token }) => token.symbol))]);
      for (const each of here) {
        const judged = prices.get(each.token.symbol);
        if (judged) seen.push({ ...each, judged, prices });
      }
    }
    return seen;
  }

  /** Stores the best prices that trails have reached, and returns the trades with them. */
  async #followed(seen: readonly Seen[]): Promise<readonly Seen[]> {
    const judgedOf = new Map(seen.map(({ aggregate, judged }) => [aggregate.trade.id, judged]));
    const trades = await this.parts.trails.store(
      seen.map(({ aggregate }) => aggregate),
      ({ trade }) => {
        const judged = judgedOf.get(trade.id);
        return judged ? newBestOf(trade, judged) : null;
      },
    );
    return seen.map((each, at) => ({ ...each, aggregate: trades[at] ?? each.aggregate }));
  }

  async #noteSight({ aggregate, judged }: Seen, reachable: boolean): Promise<void> {
    const { trade } = aggregate;
    const near = nearExit(aggregate, judged);
    if (near === null) this.#stuck.delete(trade.id);
    if (near !== 'STOP_LOSS') await this.#conflicts.over(trade);
    const cause = this.#blindness(aggregate, judged, reachable);
    await this.parts.blind.note(trade.username, trade, cause);
  }

  #blindness(
    aggregate: TradeAggregate,
    { price }: JudgedPrice,
    reachable: boolean,
  ): BlindCause | null {
    if (!isWatched(aggregate)) return null;
    if (!reachable) return 'NO_BROKER';
    if (price === null) return 'NO_PRICE';
    return this.#stuck.has(aggregate.trade.id) ? 'NO_ROUTE' : null;
  }

  async #halt(username: Username): Promise<KillSwitchLevel> {
    const { killSwitch } = await this.deps.book.read(username).account();
    return higherSwitch(killSwitch, this.deps.deskHalt());
  }

  async #alone(
    broker: Broker,
    seen: Seen & { readonly due: DueAtDesk },
    halt: KillSwitchLevel,
  ): Promise<void> {
    const { id, username } = seen.aggregate.trade;
    if (this.#busy.has(id)) return;
    this.#busy.add(id);
    try {
      const moved = await this.#act(broker, seen, halt);
      if (moved) await this.parts.advance.execute(broker, username, id, { byPerson: false });
    } finally {
      this.#busy.delete(id);
    }
  }

  /** Whether the trade's orders have to be brought to what is wanted now. */
  async #act(
    broker: Broker,
    { due, ...seen }: Seen & { readonly due: DueAtDesk },
    halt: KillSwitchLevel,
  ): Promise<boolean> {
    switch (due.kind) {
      case 'ADVANCE':
        return true;
      case 'EXIT':
        return halt !== 'HALT_ALL' && this.#exit(seen, due.role);
      case 'LIMIT': {
        const { order, price } = due;
        if (order.role !== 'ENTRY')
          return this.#limits.close(broker, { ...seen, order, price }, seen.prices);
        return halt === 'OFF' && this.#limits.entry(broker, { ...seen, order, price });
      }
      case 'TRAIL':
        if (halt !== 'HALT_ALL') await this.parts.trails.hold(seen.aggregate);
        return false;
    }
  }

  async #exit(seen: Seen, role: ExitSignal): Promise<boolean> {
    const { trade } = seen.aggregate;
    const ruling = await this.#exits.rule({ ...seen, role }, seen.prices);
    if (ruling.kind === 'NO_ROUTE') {
      this.#stuck.add(trade.id);
      await this.parts.blind.note(trade.username, trade, 'NO_ROUTE');
    } else this.#stuck.delete(trade.id);
    if (ruling.kind === 'CONTRADICTED') await this.#conflicts.note(trade, seen.judged, ruling);
    else if (ruling.kind !== 'HOLD') await this.#conflicts.over(trade);
    return ruling.kind === 'SELL';
  }
}
