import type { Decimal } from '../../domain/decimal.ts';
import type { TradeId, Username } from '../../domain/ids.ts';
import { newBest } from '../../domain/exits/follow-quote.ts';
import type { Quote } from '../../domain/market/quote.ts';
import type { TradeAggregate } from '../../domain/trade/trade.ts';
import {
  isMoveDue,
  isPaceSpent,
  isAlertDue,
  lagOf,
  trailsWatched,
  wouldStand,
} from '../../domain/exits/trail-pace.ts';
import { stopInForce } from '../../domain/trade/trail-stop.ts';
import { isIn, type VenueAccount } from '../../domain/trade/venue-account.ts';
import type { Broker } from '../../ports/broker.ts';
import type { AdvanceTrade } from '../orders/advance-trade.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { changeTrade, storeDecided } from '../steps/change-trade.ts';
import { decide } from '../steps/decision.ts';
import { ASK_MOVE, HOLD_TRAIL, RECORD_TRAIL } from './trail-kinds.ts';

type Quotes = ReadonlyMap<string, Quote>;

/** Makes trailing stops follow the market: each look stores the best price, the venue's stop moves at a limited pace. */
export class TrailStops {
  constructor(
    private readonly deps: BookDeps,
    private readonly advanceTrade: AdvanceTrade,
  ) {}

  /** Stores the better prices in these quotes; returns the trades with them. */
  async note(trades: readonly TradeAggregate[], quotes: Quotes): Promise<TradeAggregate[]> {
    const now = this.deps.clock.now();
    return this.store(trades, ({ trade }) => {
      const quote = quotes.get(trade.instrument.symbol);
      return quote ? newBest(trade, quote, now) : null;
    });
  }

  /** Stores better prices; returns the trades with them. */
  async store(
    trades: readonly TradeAggregate[],
    newBestOf: (aggregate: TradeAggregate) => Decimal | null,
  ): Promise<TradeAggregate[]> {
    const bests = new Map(
      trades.flatMap((each) => {
        const best = newBestOf(each);
        const { id: tradeId, username } = each.trade;
        return best ? [[tradeId, { username, tradeId, best }]] : [];
      }),
    );
    if (bests.size === 0) return [...trades];
    await this.deps.book.noteBests([...bests.values()]);
    this.deps.passFaultPoint?.('trail: noted');
    return trades.map((each) => {
      const best = bests.get(each.trade.id)?.best;
      const { trail } = each.trade;
      return best && trail
        ? { ...each, trade: { ...each.trade, trail: { ...trail, best } } }
        : each;
    });
  }

  /** Moves the stops that lag most first, until the venue's limit is used up. */
  async move(
    username: Username,
    place: VenueAccount,
    trades: readonly TradeAggregate[],
    quotes: Quotes,
  ): Promise<void> {
    const now = this.deps.clock.now();
    const failures: unknown[] = [];
    for (const each of trades.filter(trailsWatched)) {
      await this.#recordTrail(each).catch((error: unknown) => failures.push(error));
    }
    const due = trades.filter((each) => isMoveDue(each, now));
    const broker = due.length > 0 ? await this.deps.brokers.of(username, place) : null;
    for (const { trade } of [...due].sort((a, b) => lagOf(b.trade) - lagOf(a.trade))) {
      const quote = quotes.get(trade.instrument.symbol);
      if (!quote || !broker) continue;
      await this.#move(broker, username, trade.id, quote).catch((error: unknown) =>
        failures.push(error),
      );
    }
    if (failures.length > 0) throw new AggregateError(failures, 'Some stops could not be moved');
  }

  /** Puts a stop on record that trails at the desk, which holds the exits for good. */
  async hold({ trade: { id, username } }: TradeAggregate): Promise<void> {
    const at = this.deps.clock.now();
    const by = { at, actor: 'desk' };
    await changeTrade(this.deps, { username, id }, by, HOLD_TRAIL, () => ({}));
  }

  /** A stop that only the desk holds trails without an order; the timeline shows it at the same pace. */
  async #recordTrail({ trade: { id, username } }: TradeAggregate): Promise<void> {
    const { book, clock } = this.deps;
    await book.change(username, async (change) => {
      const now = clock.now();
      const stored = await change.trade(id);
      const last = await change.eventAt(id, now);
      if (!stored || !last || !trailsWatched(stored) || !isAlertDue(stored.trade, last, now))
        return;
      const by = { at: now, actor: 'desk' };
      const from = stopInForce(last.trade);
      await storeDecided(change, decide(RECORD_TRAIL, stored, by, { from }));
    });
  }

  async #move(broker: Broker, username: Username, id: TradeId, quote: Quote): Promise<void> {
    const { book, clock } = this.deps;
    const asked = await book.change(username, async (change) => {
      const now = clock.now();
      const active = await change.activeTrades();
      const stored = active.find(({ trade }) => trade.id === id);
      const atVenue = active.filter(isIn(broker));
      const paced = { quote, rules: broker.rules };
      if (!stored || !isMoveDue(stored, now) || !wouldStand(stored, paced, now)) return false;
      if (
        isPaceSpent(
          atVenue.map(({ trade }) => trade),
          now,
        )
      )
        return false;
      await storeDecided(change, decide(ASK_MOVE, stored, { at: now, actor: 'desk' }, {}));
      this.deps.passFaultPoint?.('trail: in transaction');
      return true;
    });
    if (!asked) return;
    this.deps.passFaultPoint?.('trail: asked');
    await this.advanceTrade.execute(broker, username, id, { byPerson: false });
  }
}
