import type { Username } from '../../domain/ids.ts';
import type { VenueName } from '../../domain/venue.ts';
import { quoteFor } from '../../domain/market/mark-rules.ts';
import type { Quote } from '../../domain/market/quote.ts';
import { isWatched } from '../../domain/exits/exit-signal.ts';
import { isMoveDue, trailsWatched } from '../../domain/exits/trail-pace.ts';
import { hasExpired } from '../../domain/trade/has-expired.ts';
import { heldByDesk } from '../../domain/trade/held-by-desk.ts';
import type { TradeAggregate } from '../../domain/trade/trade.ts';
import {
  accountOf,
  accountsOf,
  isIn,
  type VenueAccount,
} from '../../domain/trade/venue-account.ts';
import { blindness } from '../../domain/exits/watch-blind.ts';
import { MarketDataUnavailable } from '../../ports/market-data.ts';
import type { AdvanceTrade } from '../orders/advance-trade.ts';
import type { SendOrders } from '../orders/send-orders.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { changeTrade } from '../steps/change-trade.ts';
import type { UserAccount } from '../../ports/turns.ts';
import { isHeldOtherwise } from './compare-watched.ts';
import { eachAccount } from '../steps/each-account.ts';
import { ReadAhead } from '../steps/read-ahead.ts';
import type { SecondLook } from '../marks/second-look.ts';
import { BlindWatchAlerts } from './blind-watch-alerts.ts';
import { CLOSE_AT_EXIT, signalToClose } from './close-at-exit.ts';
import type { MayEnter } from './send-at-limit.ts';
import { TokenLooks } from './token-looks.ts';
import { TrailStops } from './trail-stops.ts';
import { WatchTokens } from './watch-tokens.ts';

/** How orders reach the venue, and the check that an entry that waited at the desk must pass. */
export interface WatchSteps {
  readonly advance: AdvanceTrade;
  readonly sendOrders: SendOrders;
  readonly mayEnter: MayEnter;
}

/**
 * Watches the exits that no venue holds: the fallback stop while a bracket is away or was refused, a trailed stop
 * before the venue's is moved there, and all limits and exits of swaps.
 */
export class WatchExits {
  readonly #alertBlindWatch: BlindWatchAlerts;
  readonly #trailStops: TrailStops;
  readonly #tokens: WatchTokens;

  constructor(
    private readonly deps: BookDeps,
    private readonly steps: WatchSteps,
    private readonly secondLook: SecondLook,
  ) {
    this.#alertBlindWatch = new BlindWatchAlerts(deps);
    this.#trailStops = new TrailStops(deps, steps.advance);
    const [trails, blind] = [this.#trailStops, this.#alertBlindWatch];
    this.#tokens = new WatchTokens(deps, { ...steps, trails, blind });
  }

  async execute(): Promise<void> {
    const { book, gate } = this.deps;
    const accounts = await book.unguardedAccounts();
    await this.#alertBlindWatch.onlyOf(new Set(accounts.map(({ username }) => username)));
    const ahead = new ReadAhead(accounts, (usernames) => book.unguardedTradesOf(usernames));
    const looks = new TokenLooks(this.deps);
    const message = 'Some exits could not be watched';
    await eachAccount(
      this.deps.turns,
      { lane: 'watch-exits', accounts, message },
      async (account) => {
        const { username } = account;
        const unguarded = await ahead.of(username);
        // The venue may have filled a stop that was reached while the desk was down.
        if (gate && !gate.isOpen(account)) return gate.ask(account);
        return this.user(username, account, unguarded, looks);
      },
    );
  }

  /**
   * `only`: just this account of the user. `read`: the user's unguarded trades, read before. `looks`: the round's
   * judged prices.
   */
  async user(
    username: Username,
    only?: Pick<UserAccount, 'venue' | 'account'>,
    read?: readonly TradeAggregate[],
    looks = new TokenLooks(this.deps),
  ): Promise<void> {
    const failures: unknown[] = [];
    const keep = (error: unknown): void => void failures.push(error);
    const now = this.deps.clock.now();
    const unguarded = read ?? (await this.deps.book.read(username).unguardedTrades());
    const needed = unguarded.filter(
      (each) => (isWatched(each) || trails(each)) && !hasExpired(each.trade.instrument, now),
    );
    await this.#alertBlindWatch.onlyThese(username, new Set(needed.map(({ trade }) => trade.id)));
    const isHere = only ? isIn(only) : () => true;
    const atDesk = unguarded.filter((each) => heldByDesk(each.trade) && isHere(each));
    const watched = needed.filter((each) => !heldByDesk(each.trade) && isHere(each));
    for (const place of accountsOf(atDesk.map(({ trade }) => trade)))
      await this.#tokens.user(username, place, atDesk.filter(isIn(place)), looks).catch(keep);
    for (const place of accountsOf(watched.map(({ trade }) => trade))) {
      const trades = watched.filter(isIn(place));
      const quotes = await this.#quotes(username, place.venue, trades);
      await this.#look(username, place, trades, quotes).catch(keep);
      const noted = await this.#trailStops.note(trades, quotes);
      const due = noted.some((each) => this.#isDue(each, quotes));
      if (!due || (await this.#isHalted(username))) continue;
      for (const aggregate of noted) await this.#trade(username, aggregate, quotes).catch(keep);
      await this.#trailStops.move(username, place, noted, quotes).catch(keep);
    }
    if (failures.length > 0) throw new AggregateError(failures, 'Some exits could not be watched');
  }

  /** Notes for each trade that only the desk protects whether it can see and act. */
  async #look(
    username: Username,
    place: VenueAccount,
    trades: readonly TradeAggregate[],
    quotes: ReadonlyMap<string, Quote>,
  ): Promise<void> {
    const broker = await this.deps.brokers.of(username, place);
    const now = this.deps.clock.now();
    for (const aggregate of trades) {
      const quote = quotes.get(aggregate.trade.instrument.symbol);
      const sight = { reachable: broker !== null, alwaysOpen: broker?.rules.alwaysOpen ?? false };
      const cause = isWatched(aggregate) ? blindness(aggregate, { ...sight, quote }, now) : null;
      await this.#alertBlindWatch.note(username, aggregate.trade, cause);
    }
  }

  async #quotes(
    username: Username,
    venue: VenueName,
    trades: readonly TradeAggregate[],
  ): Promise<ReadonlyMap<string, Quote>> {
    const symbols = [...new Set(trades.map(({ trade }) => trade.instrument.symbol))];
    try {
      const market = await this.deps.sources.of(username, venue);
      return await this.#believed(trades, await market.quotes(symbols, true));
    } catch (error) {
      // Without prices nothing triggers; the open UNPROTECTED alert stays.
      if (error instanceof MarketDataUnavailable) return new Map();
      throw error;
    }
  }

  async #believed(
    trades: readonly TradeAggregate[],
    quotes: ReadonlyMap<string, Quote>,
  ): Promise<ReadonlyMap<string, Quote>> {
    const believed = new Map(quotes);
    for (const { trade } of trades) {
      const quote = quoteFor(trade.instrument, quotes);
      if (quote && !(await this.secondLook.believes(trade, quote))) believed.delete(quote.symbol);
    }
    return believed;
  }

  async #trade(
    username: Username,
    aggregate: TradeAggregate,
    quotes: ReadonlyMap<string, Quote>,
  ): Promise<void> {
    const { brokers, clock } = this.deps;
    const { id, instrument } = aggregate.trade;
    const quote = quotes.get(instrument.symbol);
    if (!quote || !signalToClose(aggregate, quote, clock.now())) return;
    const broker = await brokers.of(username, accountOf(aggregate.trade));
    if (!broker || (await isHeldOtherwise(this.deps, broker, aggregate))) return;
    const by = { at: clock.now(), actor: 'desk' };
    await changeTrade(this.deps, { username, id }, by, CLOSE_AT_EXIT, () => ({ quote }));
    this.deps.passFaultPoint?.('watch: triggered');
    await this.steps.advance.execute(broker, username, id, { byPerson: false });
  }

  /** Whether there is anything to do that a halt would forbid. */
  #isDue(aggregate: TradeAggregate, quotes: ReadonlyMap<string, Quote>): boolean {
    const now = this.deps.clock.now();
    if (trailsWatched(aggregate) || isMoveDue(aggregate, now)) return true;
    const quote = quotes.get(aggregate.trade.instrument.symbol);
    return quote !== undefined && signalToClose(aggregate, quote, now) !== null;
  }

  async #isHalted(username: Username): Promise<boolean> {
    if (this.deps.deskHalt() === 'HALT_ALL') return true;
    return (await this.deps.book.read(username).account()).killSwitch === 'HALT_ALL';
  }
}

function trails({ trade }: TradeAggregate): boolean {
  return trade.trail !== null && trade.phase === 'OPEN' && trade.openQuantity.greaterThan(0);
}
