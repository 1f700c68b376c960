import type { Account } from './account.ts';
import type { BacktestPoint } from './backtest-report.ts';
import { exactText, numberText, power, QUANTITY_DIGITS, SHORT_DIGITS } from './exact.ts';
import { bigExtremes, seeBig, type Extremes } from './extremes.ts';
import type { Market } from './market.ts';
import { isExact, NumberExtremes } from './number-extremes.ts';
import type { Series } from './series.ts';

const MOST_POINTS = 2_000;
/** Digits that a double holds as a whole number, and those kept free for the cash to grow. */
const DOUBLE_DIGITS = 15;
const GROWTH_DIGITS = 2;

/**
 * Equity at every look: its highest so far, the deepest fall below that, and a curve of it. All is exact: a
 * double counts whole units while it can hold them; after that, a bigint in the digits of money does.
 */
export class EquityWatch {
  readonly #digits: number;
  readonly #factor: bigint;
  readonly #every: number;
  readonly #points: BacktestPoint[] = [];
  #narrow: NumberExtremes | null = null;
  #wide: Extremes<bigint> | null = null;
  /** Cash in units of a double; NaN: it is not a whole number of them, or is too large. */
  #cash = Number.NaN;
  #held: readonly Market[] = [];
  /** Units of equity for one unit of each mark; NaN: not a whole number. */
  #weights: readonly number[] = [];
  #changes = -1;
  #looks = 0;

  constructor(
    private readonly account: Account,
    private readonly positions: () => readonly Market[],
    at: number,
    /** The most looks that there will be. */
    looks: number,
  ) {
    const { cash, costs } = account;
    const whole = (cash / power(costs.digits)).toString().length;
    this.#digits = Math.min(Math.max(DOUBLE_DIGITS - GROWTH_DIGITS - whole, 0), costs.digits);
    this.#factor = power(costs.digits - this.#digits);
    this.#every = Math.ceil(Math.max(looks, 1) / (MOST_POINTS - 10));
    this.#refresh();
    const start = this.#cash;
    if (isExact(start)) this.#narrow = new NumberExtremes(start, at, cash);
    else this.#wide = bigExtremes(cash, at);
    this.#points.push(this.#point(at, cash, cash));
  }

  /** Looks at the equity at a bar's end. */
  look(at: number): void {
    if (this.#changes !== this.account.changes) this.#refresh();
    if (this.#narrow) {
      const equity = this.#inUnits();
      if (isExact(equity)) this.#narrow.see(equity, at, this.account);
      else if (this.present() !== null) this.#widen();
    }
    if (this.#wide) {
      const equity = this.present();
      if (equity !== null) seeBig(this.#wide, equity, at, this.account);
    }
    this.#looks += 1;
    if (this.#looks % this.#every === 0) this.#points.push(this.#pointNow(at));
  }

  /** Looks at the ends of bars `[from, to)`, over which nothing is booked. */
  lookAlong(series: Series, from: number, to: number): void {
    const { market, bars } = series;
    let next = from;
    while (next < to) {
      const point = next + this.#every - 1 - (this.#looks % this.#every);
      const until = Math.min(point, to);
      const seen = this.#seeCloses(series, next, until);
      this.#looks += seen - next;
      next = seen;
      if (next === to) break;
      // This bar is a point of the curve, or its equity is one that a double does not hold.
      market.close = bars.close[next]!;
      this.look(series.endOf(next));
      next += 1;
    }
    market.close = bars.close[to - 1]!;
  }

  /** Looks at closes up to `to` while doubles hold the equity. Returns where it stopped. */
  #seeCloses(series: Series, from: number, to: number): number {
    if (this.#changes !== this.account.changes) this.#refresh();
    const [held, other] = this.#held;
    const base = this.#cash;
    if (!this.#narrow || from === to || other || (held && held !== series.market)) return from;
    const line = { series, base, weight: held ? this.#weights[0]! : 0, account: this.account };
    if (held) return this.#narrow.seeCloses(line, from, to);
    if (Number.isNaN(base)) return from;
    // Without a holding the equity stays as it is.
    this.#narrow.seeCloses(line, from, from + 1);
    return to;
  }

  /** Equity now, in the digits of money; null: a held symbol has no known price. */
  present(): bigint | null {
    if (this.#changes !== this.account.changes) this.#refresh();
    const { cash, costs } = this.account;
    let total = cash;
    for (const { mark, markDigits, net, instrument } of this.#held) {
      if (Number.isNaN(mark)) return null;
      const scale = power(costs.digits - markDigits - QUANTITY_DIGITS);
      total += BigInt(mark) * net * BigInt(instrument.multiplier) * scale;
    }
    return total;
  }

  /** The deepest fall and the equity that it fell from, in dollars, in the digits of money. */
  get drawdown(): { readonly deepest: bigint; readonly from: bigint } {
    const { draw, drawFrom } = this.#all;
    return { deepest: draw, from: drawFrom };
  }

  /** Ends the curve and returns it, with its first, last and lowest points. */
  curve(at: number): readonly BacktestPoint[] {
    const points = this.#points.filter((point, n) => n === 0 || point.at < at);
    const { lowest, lowestAt, lowestCash } = this.#all;
    const last = this.#pointNow(at);
    const low = this.#point(lowestAt, lowestCash, lowest);
    const place = points.findIndex((point) => point.at >= lowestAt);
    if (place === -1 && lowestAt < at) points.push(low);
    else if (place > 0) points.splice(place, Number(points[place]!.at === lowestAt), low);
    return [...points, last];
  }

  /**
   * Takes over a change of cash and holdings from a book that computes in numbers: millionths of cash, and of
   * one unit of the mark. With fewer digits than six, the account is read instead.
   */
  tell(cash: number, held: readonly Market[], weight: number): void {
    if (this.#digits < SHORT_DIGITS) return;
    const factor = 10 ** (this.#digits - SHORT_DIGITS);
    this.#changes = this.account.changes;
    this.#cash = isExact(cash * factor) ? cash * factor : Number.NaN;
    this.#held = held;
    this.#weights = held.length === 0 ? [] : [weight * factor];
  }

  get #all(): Extremes<bigint> {
    return this.#wide ?? this.#narrow!.widened(this.#factor);
  }

  #inUnits(): number {
    let total = this.#cash;
    for (let i = 0; i < this.#held.length; i += 1) total += this.#held[i]!.mark * this.#weights[i]!;
    return total;
  }

  #widen(): void {
    this.#wide = this.#narrow!.widened(this.#factor);
    this.#narrow = null;
  }

  #refresh(): void {
    const { cash, changes } = this.account;
    this.#changes = changes;
    const units = cash % this.#factor === 0n ? Number(cash / this.#factor) : Number.NaN;
    this.#cash = isExact(units) ? units : Number.NaN;
    this.#held = this.positions();
    this.#weights = this.#held.map((market) => this.#weightOf(market));
  }

  #weightOf({ net, instrument, markDigits }: Market): number {
    const shift = this.#digits - markDigits - QUANTITY_DIGITS;
    const size = net * BigInt(instrument.multiplier);
    if (shift >= 0) return Number(size * power(shift));
    return size % power(-shift) === 0n ? Number(size / power(-shift)) : Number.NaN;
  }

  #pointNow(at: number): BacktestPoint {
    const equity = this.#narrow && this.#changes === this.account.changes ? this.#inUnits() : NaN;
    if (!isExact(equity)) return this.#point(at, this.account.cash, this.present());
    const cash = numberText(this.#cash, this.#digits);
    const isCash = this.#held.length === 0;
    return { at, cash, equity: isCash ? cash : numberText(equity, this.#digits) };
  }

  #point(at: number, cash: bigint, equity: bigint | null): BacktestPoint {
    const { digits } = this.account.costs;
    return {
      at,
      cash: exactText(cash, digits),
      equity: equity === null ? null : exactText(equity, digits),
    };
  }
}
