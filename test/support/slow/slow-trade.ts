import { Decimal } from 'decimal.js';
import { isOption, onTick, tickOf } from './slow-contract.ts';
import type { Fact, Outcome, Plan } from './slow-outcome.ts';

const FEE_PER_CONTRACT = '0.35';
const PLACES = 8;

/** One trade's minutes, by the documented rules; it shares no code with the desk. */
export class SlowTrade {
  readonly #long: boolean;
  readonly #size: Decimal;
  readonly #fee: Decimal;
  readonly #entries: Execution[] = [];
  readonly #exits: Execution[] = [];
  readonly #marks: (string | null)[] = [];
  readonly #bookends: string[] = [];
  #entryLeft: number;
  #stop: Decimal | null;
  #best: Decimal | null = null;
  #stopHit = false;
  #closing = false;
  #status: string | null = null;
  #closedAt: number | null = null;
  #up: Decimal | null = null;
  #down: Decimal | null = null;
  #settled: { close: string; worth: Decimal; shares: Decimal | null } | null = null;

  constructor(private readonly plan: Plan) {
    this.#long = plan.side !== 'SELL_TO_OPEN';
    this.#size = new Decimal(isOption(plan.symbol) ? 100 : 1);
    this.#fee = new Decimal(isOption(plan.symbol) ? FEE_PER_CONTRACT : 0);
    this.#entryLeft = plan.quantity;
    this.#stop = plan.stop === null ? null : new Decimal(plan.stop);
  }

  get held(): number {
    return quantityOf(this.#entries) - quantityOf(this.#exits);
  }

  get isOver(): boolean {
    return this.#status !== null;
  }

  entryEnds(): void {
    this.#entryLeft = 0;
    if (this.#entries.length === 0) this.#status = 'CANCELED';
  }

  /** Matches like the venue: stops first, then other orders; each takes the size at the touch once a minute. */
  meet(fact: Fact, at: number): void {
    const done = new Set<string>();
    for (let look = 0; look < 3 && !this.isOver; look += 1) {
      const had = this.held;
      const stopActed = had > 0 && !this.#closing && this.#tryStop(fact, at, done);
      if (!done.has('entry') && this.#tryEntry(fact, at)) done.add('entry');
      const mayTake = had > 0 && !this.#closing && !stopActed && !done.has('target');
      if (mayTake && this.#tryTarget(fact, at)) done.add('target');
    }
  }

  #tryStop(fact: Fact, at: number, done: Set<string>): boolean {
    const price = this.#exitSide(fact);
    const { stopLimit } = this.plan;
    if (!this.#stop || done.has('stop')) return false;
    const hitNow = !this.#stopHit && this.#isAtOrPast(price, this.#stop);
    this.#stopHit ||= hitNow;
    if (!this.#stopHit) return false;
    const within = stopLimit === null || !this.#isPast(price, new Decimal(stopLimit));
    if (within && fact.size > 0) {
      done.add('stop');
      this.#sell(Math.min(this.held, fact.size), price, at, 'SL_HIT');
      return true;
    }
    return hitNow;
  }

  #tryTarget(fact: Fact, at: number): boolean {
    const price = this.#exitSide(fact);
    const { target } = this.plan;
    if (target === null || this.held === 0 || fact.size <= 0) return false;
    if (this.#isPast(price, new Decimal(target))) return false;
    this.#sell(Math.min(this.held, fact.size), price, at, 'TP_HIT');
    return true;
  }

  #tryEntry(fact: Fact, at: number): boolean {
    if (this.#entryLeft === 0 || fact.size <= 0) return false;
    const price = (this.#long ? fact.ask : fact.bid)!;
    const { limit } = this.plan;
    if (limit !== null && (this.#long ? price.gt(limit) : price.lt(limit))) return false;
    const quantity = Math.min(this.#entryLeft, fact.size);
    this.#entryLeft -= quantity;
    this.#entries.push({ at, quantity, price });
    if (this.#entries.length === 1 && this.plan.trailPct !== null && this.#stop === null) {
      this.#stop = this.#behind(price);
    }
    return true;
  }

  /** A person closes the position, once everything ordered is held. */
  askClose(): void {
    if (this.held > 0 && this.#entryLeft === 0) this.#closing = true;
  }

  /** Sells up to the size at the touch; the rest waits for a later minute. */
  sellAtMarket(fact: Fact, at: number): void {
    if (!this.#closing || this.isOver || fact.size <= 0) return;
    this.#sell(Math.min(this.held, fact.size), this.#exitSide(fact), at, 'MANUAL_CLOSE');
  }

  /** Trails the stop behind the best price of the exit side: never looser, and a tick short of the target. */
  follow(fact: Fact, at: number): void {
    const { trailPct, target } = this.plan;
    if (trailPct === null || this.held === 0 || this.#closing) return;
    const price = this.#exitSide(fact);
    if (!this.#best || this.#isPast(this.#best, price)) this.#best = price;
    let stop = this.#behind(this.#best);
    if (target !== null && !this.#isPast(stop, new Decimal(target))) {
      const tick = tickOf(this.plan.symbol, new Decimal(target));
      const short = this.#long ? new Decimal(target).minus(tick) : new Decimal(target).plus(tick);
      stop = onTick(this.plan.symbol, short, this.#long);
    }
    if (!this.#stop || this.#isPast(this.#stop, stop)) this.#stop = stop;
    if (this.#isAtOrPast(price, this.#stop)) this.#sell(this.held, price, at, 'SL_HIT');
  }

  /** Takes a mark: each is recorded, but only a tradable one counts for the best and worst price. */
  mark(fact: Fact, tradable: boolean): void {
    if (this.held === 0 || this.isOver) return;
    const price = this.#long ? fact.bid : fact.ask;
    this.#marks.push(price?.toFixed() ?? null);
    if (price && tradable) this.#widen(price);
  }

  /** Records a bookend, which changes nothing of the trade. */
  bookend(kind: string, at: number, { bid, ask }: Fact): void {
    this.#bookends.push(`${iso(at)} ${kind} ${(this.#long ? bid : ask)?.toFixed()}`);
  }

  review(): void {
    this.#status = 'NEEDS_REVIEW';
  }

  expire(
    worth: Decimal,
    { at, close, delivers, call }: { at: number; close: string; delivers: boolean; call: boolean },
  ): void {
    const sign = (this.#long ? 1 : -1) * (call ? 1 : -1);
    const moves = delivers && worth.gt(0);
    const shares = moves ? this.#size.times(this.held).times(sign) : null;
    this.#settled = { close, worth, shares };
    this.#widen(worth);
    this.#status = worth.gt(0) ? 'EXPIRED_ITM' : 'EXPIRED_OTM';
    this.#closedAt = at;
  }

  outcome(status: string | null): Outcome {
    const bought = valueOf(this.#entries);
    const sold = valueOf(this.#exits).plus(this.#settled?.worth.times(this.held) ?? 0);
    const left = this.#settled ? 0 : this.held;
    const share = left === 0 ? new Decimal(0) : bought.times(left).div(quantityOf(this.#entries));
    const signed = (value: Decimal) => value.times(this.#size).times(this.#long ? 1 : -1);
    const realized = signed(sold.minus(bought).plus(share));
    const fees = this.#fee.times(quantityOf(this.#entries) + quantityOf(this.#exits));
    return {
      status: status ?? this.#standing(),
      entries: this.#entries.map(worded),
      exits: this.#exits.map(worded),
      fees: fees.toFixed(),
      realized: realized.toFixed(),
      net: realized.minus(fees).toFixed(),
      openCost: signed(share).toFixed(),
      cash: signed(sold.minus(bought)).minus(fees).toFixed(),
      ...this.#ending(),
    };
  }

  #standing(): string {
    if (this.#entries.length === 0) return this.#status ?? 'PENDING';
    return this.#status ?? (this.#closing ? 'CLOSING' : 'OPEN');
  }

  #ending() {
    return {
      closedAt: this.#closedAt === null ? null : iso(this.#closedAt),
      best: this.#up?.toFixed(PLACES) ?? null,
      worst: this.#down?.toFixed(PLACES) ?? null,
      marks: this.#marks,
      bookends: this.#bookends,
      settledBy: this.#settled?.close ?? null,
      shares: this.#settled?.shares?.toFixed() ?? null,
    };
  }

  #sell(quantity: number, price: Decimal, at: number, status: string): void {
    this.#entryLeft = 0;
    this.#widen(price);
    this.#exits.push({ at, quantity, price });
    if (this.held > 0) return;
    this.#status = status;
    this.#closedAt = at;
  }

  #widen(price: Decimal): void {
    const paid = valueOf(this.#entries).div(quantityOf(this.#entries));
    const move = price.minus(paid).times(this.#long ? 1 : -1);
    this.#up = Decimal.max(this.#up ?? 0, move, 0);
    this.#down = Decimal.min(this.#down ?? 0, move, 0);
  }

  #exitSide(fact: Fact): Decimal {
    return (this.#long ? fact.bid : fact.ask)!;
  }

  /** Whether a price is worse than a level for the holder. */
  #isPast(price: Decimal, level: Decimal): boolean {
    return this.#long ? price.lt(level) : price.gt(level);
  }

  #isAtOrPast(price: Decimal, level: Decimal): boolean {
    return price.eq(level) || this.#isPast(price, level);
  }

  #behind(price: Decimal): Decimal {
    const share = new Decimal(this.#long ? 100 : -100).minus(this.plan.trailPct!).abs();
    return onTick(this.plan.symbol, price.times(share).div(100), this.#long);
  }
}

interface Execution {
  readonly at: number;
  readonly quantity: number;
  readonly price: Decimal;
}

function worded({ at, quantity, price }: Execution): string {
  return `${iso(at)} ${quantity} at ${price.toFixed()}`;
}

function iso(at: number): string {
  return new Date(at).toISOString();
}

function quantityOf(fills: readonly Execution[]): number {
  return fills.reduce((sum, { quantity }) => sum + quantity, 0);
}

function valueOf(fills: readonly Execution[]): Decimal {
  return Decimal.sum(0, ...fills.map(({ quantity, price }) => price.times(quantity)));
}
