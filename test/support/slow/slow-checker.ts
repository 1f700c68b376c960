import { Decimal } from 'decimal.js';
import { contractOf, isOption } from './slow-contract.ts';
import type { Fact, Outcome, Plan } from './slow-outcome.ts';
import { SlowTrade } from './slow-trade.ts';

/** A session in New York time; `offset` as in `-05:00`. */
export interface Day {
  readonly date: string;
  readonly offset: string;
  readonly close: string;
  /** When options that trade past the close stop trading. */
  readonly lateClose: string;
  /** The simulated minutes, both included. */
  readonly first: string;
  readonly last: string;
}

export interface Doubts {
  /** A fault on purpose: minutes by which every line is read too late. */
  readonly shift?: number;
  /** A fault on purpose: trusts every quote that has both sides. */
  readonly trusting?: boolean;
}

interface Due {
  readonly kind: 'PRE_MARKET' | 'POST_CLOSE';
  readonly at: number;
}

const MINUTE = 60_000;
const NEWS_WITHIN = 15 * MINUTE;

/**
 * The required results of bracketed trades on a recorded market, computed slowly from the raw lines and the
 * documented rules of the simulated venue under TOUCH. It shares no code with the desk; `doubts` make it
 * wrong on purpose, to check that the comparison notices.
 */
export class SlowChecker {
  readonly #facts = new Map<string, Fact[]>();

  constructor(
    private readonly days: readonly Day[],
    private readonly closes: Readonly<Record<string, string>>,
    private readonly doubts: Doubts = {},
  ) {}

  /** Cells of a line: the minute's start, bid, ask and their sizes. */
  read(symbol: string, offset: string, cells: readonly [string, string, string, string, string]) {
    const [began, bid, bidSize, ask, askSize] = cells;
    const facts = this.#facts.get(symbol) ?? [];
    this.#facts.set(symbol, facts);
    facts.push({
      at: Date.parse(began + offset) + MINUTE * (1 + (this.doubts.shift ?? 0)),
      bid: bid === '' ? null : new Decimal(bid),
      ask: ask === '' ? null : new Decimal(ask),
      size: Math.min(Number(bidSize), Number(askSize)),
    });
  }

  fact(symbol: string, at: number): Fact | null {
    const facts = this.#facts.get(symbol) ?? [];
    let [low, high] = [0, facts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (facts[middle]!.at <= at) low = middle + 1;
      else high = middle;
    }
    return facts[low - 1] ?? null;
  }

  symbols(): string[] {
    return [...this.#facts.keys()];
  }

  minutes(): number[] {
    return this.days.flatMap((day) => {
      const minutes: number[] = [];
      const last = instant(day, day.last);
      for (let at = instant(day, day.first); at <= last; at += MINUTE) minutes.push(at);
      return minutes;
    });
  }

  /** The number of lines on which nothing may trade, by reason. */
  faults(): Record<string, number> {
    const count: Record<string, number> = {};
    for (const [symbol, facts] of this.#facts) {
      for (const { at } of facts) {
        const fault = this.fault(symbol, at);
        if (fault) count[fault] = (count[fault] ?? 0) + 1;
      }
    }
    return count;
  }

  isRegular(at: number): boolean {
    return at < this.#closeOf(at);
  }

  /** Whether the contract still exists then. */
  isListed(symbol: string, at: number): boolean {
    return at < this.#lastTrading(symbol);
  }

  /** Why a symbol may not trade at an instant; null when it may. */
  fault(symbol: string, at: number): string | null {
    const fact = this.fact(symbol, at);
    if (!fact) return 'never quoted';
    const { bid, ask } = fact;
    if (!bid || !ask) return 'one side is empty';
    if (this.doubts.trusting) return null;
    if (bid.lte(0) || ask.lte(0)) return 'a side is zero';
    if (bid.gt(ask)) return 'crossed';
    if (bid.eq(ask) && isOption(symbol)) return 'locked';
    if (ask.gt(bid.times(10))) return 'ask over ten bids';
    return at - fact.at > NEWS_WITHIN ? 'no news for long' : null;
  }

  outcome(plan: Plan): Outcome {
    const life = new SlowTrade(plan);
    if (plan.limit === null && this.fault(plan.symbol, plan.at)) return life.outcome('REFUSED');
    const end = this.#lastTrading(plan.symbol);
    const dayEnds = this.#closeOf(plan.at);
    const due = this.#bookendsOf(plan.symbol).filter((each) => each.at >= plan.at);
    for (const at of this.minutes().filter((each) => each >= plan.at)) {
      while (due[0] && due[0].at <= at) this.#bookend(life, plan, due.shift()!);
      if (at >= dayEnds) life.entryEnds();
      if (at >= end || life.isOver) break;
      this.#minute(life, plan, at);
    }
    for (const each of due) this.#bookend(life, plan, each);
    if (life.held > 0 && this.#isOverBy(end)) this.#settle(life, plan);
    return life.outcome(null);
  }

  #minute(life: SlowTrade, { symbol, closeAt }: Plan, at: number): void {
    const fact = this.fact(symbol, at);
    const good = fact && this.fault(symbol, at) === null ? fact : null;
    if (good) life.meet(good, at);
    if (at === closeAt) life.askClose();
    if (good) life.sellAtMarket(good, at);
    if (good) life.follow(good, at);
    if (fact && this.#isMarked(symbol, at) && at - fact.at <= NEWS_WITHIN)
      life.mark(fact, good !== null);
  }

  /** When the desk must look for bookends: five minutes before the open, and after both closes of a whole day. */
  bookends(): number[] {
    return this.days.flatMap((day) => [
      instant(day, '09:25'),
      ...(day.last < day.close ? [] : [day.close, day.lateClose].map((end) => after(day, end))),
    ]);
  }

  /** The bookends on a symbol's trading days. A contract settled at its last close needs none after it. */
  #bookendsOf(symbol: string): Due[] {
    const lived = this.bookends();
    const over = this.#lastTrading(symbol);
    const isLeft = isOption(symbol) && contractOf(symbol).root === 'SPX';
    const due = this.days
      .filter((day) => instant(day, '09:30') < over)
      .flatMap((day): Due[] => [
        { kind: 'PRE_MARKET', at: instant(day, '09:25') },
        { kind: 'POST_CLOSE', at: after(day, this.#isLate(symbol) ? day.lateClose : day.close) },
      ]);
    return due.filter(({ at }) => lived.includes(at) && (at < over || isLeft));
  }

  #bookend(life: SlowTrade, { symbol }: Plan, { kind, at }: Due): void {
    const fact = this.fact(symbol, at);
    if (fact && life.held > 0) life.bookend(kind, at, fact);
  }

  #settle(life: SlowTrade, { symbol }: Plan): void {
    const { root, date, call, strike } = contractOf(symbol);
    const underlying = root === 'SPXW' ? 'SPX' : root;
    const close = this.closes[`${underlying} ${date}`];
    // Standard monthlies settle at an opening that no recording here has.
    if (root === 'SPX' || close === undefined) return life.review();
    const worth = Decimal.max(call ? new Decimal(close).minus(strike) : strike.minus(close), 0);
    const day = this.days.find((each) => each.date === date)!;
    life.expire(worth, { at: instant(day, day.close), close, delivers: root !== 'SPXW', call });
  }

  #isOverBy(end: number): boolean {
    return end <= instant(this.days.at(-1)!, this.days.at(-1)!.lateClose);
  }

  #closeOf(at: number): number {
    return instant(this.#dayOf(at), this.#dayOf(at).close);
  }

  #dayOf(at: number): Day {
    return this.days.find((day) => at <= instant(day, day.lateClose))!;
  }

  /** The regular close of the expiration; for an AM-settled contract, the late close of the day before. */
  #lastTrading(symbol: string): number {
    if (!isOption(symbol)) return Infinity;
    const { root, date } = contractOf(symbol);
    if (root === 'SPX') {
      const before = this.days.findLast((day) => day.date < date)!;
      return instant(before, before.lateClose);
    }
    const day = this.days.find((each) => each.date === date);
    return day ? instant(day, day.close) : Infinity;
  }

  /** Marks are taken while a symbol trades; options on indexes and broad funds trade 15 minutes longer. */
  #isMarked(symbol: string, at: number): boolean {
    const day = this.#dayOf(at);
    return at < instant(day, this.#isLate(symbol) ? day.lateClose : day.close);
  }

  #isLate(symbol: string): boolean {
    return isOption(symbol) && /^(SPXW?|SPY)$/.test(contractOf(symbol).root);
  }
}

function after(day: Day, end: string): number {
  return instant(day, end) + 5 * MINUTE;
}

function instant({ date, offset }: Day, time: string): number {
  return Date.parse(`${date}T${time}:00${offset}`);
}
