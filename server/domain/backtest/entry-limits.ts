import type { Limits } from '../account/settings.ts';
import { addDays } from '../calendar/calendar-date.ts';
import { exchangeDate } from '../calendar/market-calendar.ts';
import { newYorkInstant } from '../calendar/new-york-time.ts';
import type { Account } from './account.ts';
import { expectedPrice, neededFor, strikeOf, type Finder } from './funds.ts';
import type { HeldTrade } from './held-trade.ts';
import type { Market } from './market.ts';

type Rule =
  | 'MAX_OPEN_TRADES'
  | 'MAX_TRADES_PER_DAY'
  | 'MAX_PER_UNDERLYING'
  | 'MAX_ORDER_COST'
  | 'MAX_POSITION_COST'
  | 'MAX_EXPOSURE'
  | 'MAX_DAILY_LOSS'
  | 'MAX_DRAWDOWN'
  | 'LOSS_STREAK';

/** The user's limits over a run: the rules of `check-entry.ts`, on the run's own money. */
export class EntryLimits {
  /** The results counted so far, their sum and its peak: a run may have as many as bars, and asks at each entry. */
  #counted = 0;
  #sum = 0n;
  #peak = 0n;

  constructor(
    private readonly limits: Partial<Limits>,
    private readonly account: Account,
    private readonly markets: () => Iterable<Market>,
    private readonly find: Finder,
  ) {}

  /** The first rule that an entry breaks; null: none. */
  broken(trade: HeldTrade, now: number): Rule | null {
    const { limits, account } = this;
    const above = (limit: number | null | undefined, count: number) =>
      limit !== null && limit !== undefined && count > limit;
    const { underlying } = trade.market.instrument;
    if (above(limits.maxOpenTrades, account.active + 1)) return 'MAX_OPEN_TRADES';
    const { placed } = account.today(now);
    if (above(limits.maxTradesPerDay, placed + 1)) return 'MAX_TRADES_PER_DAY';
    if (limits.maxPerUnderlying !== null && limits.maxPerUnderlying !== undefined) {
      const count = this.#tradesIn(underlying).length;
      if (above(limits.maxPerUnderlying, count + 1)) return 'MAX_PER_UNDERLYING';
    }
    return this.#costs(trade) ?? this.#losses(trade, now);
  }

  #costs(trade: HeldTrade): Rule | null {
    const { maxOrderCost, maxPositionCost, maxExposure } = this.limits;
    if (!maxOrderCost && !maxPositionCost && !maxExposure) return null;
    const price = expectedPrice(trade, this.account.costs);
    const capital = this.#capital(trade, trade.terms.quantity, price);
    const inSymbol = trade.market.trades.map((each) => this.#tied(each));
    const inUnderlying = this.#tradesIn(trade.market.instrument.underlying).map((each) =>
      this.#tied(each),
    );
    if (this.#exceeds(maxOrderCost, [capital])) return 'MAX_ORDER_COST';
    if (this.#exceeds(maxPositionCost, [capital, ...inSymbol])) return 'MAX_POSITION_COST';
    return this.#exceeds(maxExposure, [capital, ...inUnderlying]) ? 'MAX_EXPOSURE' : null;
  }

  #losses(trade: HeldTrade, now: number): Rule | null {
    const { maxDailyLoss, maxDrawdown } = this.limits;
    const bounded = this.#capital(trade, trade.terms.quantity, 0n) !== null;
    if (maxDailyLoss) {
      const loss = -this.account.today(now).net;
      if (!bounded || loss >= this.#money(maxDailyLoss)) return 'MAX_DAILY_LOSS';
    }
    if (maxDrawdown && (!bounded || this.#drawdown() >= this.#money(maxDrawdown)))
      return 'MAX_DRAWDOWN';
    return this.#waits(now) ? 'LOSS_STREAK' : null;
  }

  #waits(now: number): boolean {
    const { maxConsecutiveLosses: most, lossCooldownMinutes: minutes } = this.limits;
    const { results } = this.account;
    if (most === null || most === undefined || results.length === 0) return false;
    let losses = 0;
    while (losses < Math.min(most, results.length) && results.at(-1 - losses)!.net < 0n)
      losses += 1;
    if (losses < most) return false;
    const last = results.at(-1)!.at;
    const day = () => newYorkInstant(addDays(exchangeDate(new Date(last)), 1), 0).getTime();
    const until = minutes === null || minutes === undefined ? day() : last + minutes * 60_000;
    return until > now;
  }

  /** Dollars that an entry ties up; null: its price is unknown, or its loss has no bound. */
  #capital(trade: HeldTrade, quantity: bigint, price: bigint | null): bigint | null {
    if (price === null) return null;
    const { costs } = this.account;
    const { contract, multiplier } = trade.market.instrument;
    const { needed, reserve } = neededFor(trade, quantity, price, this.account, this.find);
    if (trade.buys) return needed;
    if (!contract || reserve > 0n) return null;
    const premium = costs.valueOf(price, quantity, multiplier);
    return contract.right === 'PUT' ? needed - premium : 0n;
  }

  /** Dollars that a trade ties up, held or waiting, like `capitalOf` for a book's trade; null: see `#capital`. */
  #tied(trade: HeldTrade): bigint | null {
    const { costs } = this.account;
    const { market, terms, filled, open, waits } = trade;
    const { contract, multiplier } = market.instrument;
    const left = waits ? terms.quantity - filled : 0n;
    const price = left === 0n ? 0n : expectedPrice(trade, costs);
    if (price === null) return null;
    const paid = filled === 0n ? 0n : (trade.entryValue * open) / filled;
    const known = paid + costs.valueOf(price, left, multiplier);
    if (trade.buys) return known;
    if (contract?.right !== 'PUT') return this.#isCovered(trade, left, price) ? 0n : null;
    const strike = costs.fillPrice(strikeOf(market), false, false);
    return costs.valueOf(strike, open + left, multiplier) - known;
  }

  /** Whether shares cover all of a short call: its filled part and the rest of its entry. */
  #isCovered(trade: HeldTrade, left: bigint, price: bigint): boolean {
    if (!trade.market.instrument.contract || trade.reserve > 0n) return false;
    return left === 0n || neededFor(trade, left, price, this.account, this.find).reserve === 0n;
  }

  #drawdown(): bigint {
    const { results } = this.account;
    for (; this.#counted < results.length; this.#counted += 1) {
      this.#sum += results[this.#counted]!.net;
      if (this.#sum > this.#peak) this.#peak = this.#sum;
    }
    return this.#peak - this.#sum;
  }

  #tradesIn(underlying: string): HeldTrade[] {
    return [...this.markets()]
      .filter(({ instrument }) => instrument.underlying === underlying)
      .flatMap(({ trades }) => trades);
  }

  #exceeds(limit: Limits['maxOrderCost'] | undefined, parts: readonly (bigint | null)[]): boolean {
    if (!limit) return false;
    let total = 0n;
    for (const part of parts) {
      if (part === null) return true;
      total += part;
    }
    return total > this.#money(limit);
  }

  #money(limit: NonNullable<Limits['maxOrderCost']>): bigint {
    return this.account.costs.money(limit.toFixed());
  }
}
