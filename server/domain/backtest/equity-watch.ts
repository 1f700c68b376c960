import type { Account } from './account.ts';
import type { BacktestPoint } from './backtest-report.ts';
import { exactText, power, QUANTITY_DIGITS } from './exact.ts';
import { extremesAt, seeBig, seeNumber, widened, type Extremes } from './extremes.ts';
import type { Market } from './market.ts';

const MOST_POINTS = 2_000;
/** What a double holds as a whole number, and room for what the cash may grow to. */
const DOUBLE_DIGITS = 15;
const GROWTH_DIGITS = 2;

/**
 * Equity at every look: its highest so far, the deepest fall below that, and a curve of it. Exact: a double
 * counts whole units while it can hold them, from then on a bigint in the digits of money does.
 */
export class EquityWatch {
  readonly #digits: number;
  readonly #factor: bigint;
  readonly #every: number;
  readonly #points: BacktestPoint[] = [];
  #narrow: Extremes<number> | null;
  #wide: Extremes<bigint> | null = null;
  /** Cash in units of a double; NaN: it is no whole number of them. */
  #cash = Number.NaN;
  #held: readonly Market[] = [];
  /** Units of equity for one unit of each mark; NaN: no whole number. */
  #weights: readonly number[] = [];
  #changes = -1;
  #looks = 0;

  constructor(
    private readonly account: Account,
    private readonly positions: () => readonly Market[],
    at: number,
    /** How often it will look at most. */
    looks: number,
  ) {
    const { cash, costs } = account;
    const whole = (cash / power(costs.digits)).toString().length;
    this.#digits = Math.min(Math.max(DOUBLE_DIGITS - GROWTH_DIGITS - whole, 0), costs.digits);
    this.#factor = power(costs.digits - this.#digits);
    this.#every = Math.ceil(Math.max(looks, 1) / (MOST_POINTS - 10));
    this.#refresh();
    const start = this.#cash;
    this.#narrow = Number.isSafeInteger(start) ? extremesAt(start, 0, at, cash) : null;
    if (!this.#narrow) this.#wide = extremesAt(cash, 0n, at, cash);
    this.#points.push(this.#point(at, cash, cash));
  }

  /** At a bar's end. */
  look(at: number): void {
    if (this.#changes !== this.account.changes) this.#refresh();
    const { cash } = this.account;
    if (this.#narrow) {
      const equity = this.#inUnits();
      if (Number.isSafeInteger(equity)) seeNumber(this.#narrow, equity, at, cash);
      else if (this.present() !== null) this.#widen();
    }
    if (this.#wide) {
      const equity = this.present();
      if (equity !== null) seeBig(this.#wide, equity, at, cash);
    }
    this.#looks += 1;
    if (this.#looks % this.#every === 0) this.#points.push(this.#point(at, cash, this.present()));
  }

  /** Equity now, in the digits of money; null: no price of something held is known. */
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

  /** Dollars of the deepest fall, and of what it fell from, in the digits of money. */
  get drawdown(): { readonly deepest: bigint; readonly from: bigint } {
    const { draw, drawFrom } = this.#all;
    return { deepest: draw, from: drawFrom };
  }

  /** Ends the curve. Its first, last and lowest points are there. */
  curve(at: number): readonly BacktestPoint[] {
    const points = this.#points.filter((point, n) => n === 0 || point.at < at);
    const { lowest, lowestAt, lowestCash } = this.#all;
    const last = this.#point(at, this.account.cash, this.present());
    const low = this.#point(lowestAt, lowestCash, lowest);
    const place = points.findIndex((point) => point.at >= lowestAt);
    if (place === -1 && lowestAt < at) points.push(low);
    else if (place > 0) points.splice(place, Number(points[place]!.at === lowestAt), low);
    return [...points, last];
  }

  get #all(): Extremes<bigint> {
    return this.#wide ?? widened(this.#narrow!, this.#factor);
  }

  #inUnits(): number {
    let total = this.#cash;
    for (let i = 0; i < this.#held.length; i += 1) total += this.#held[i]!.mark * this.#weights[i]!;
    return total;
  }

  #widen(): void {
    this.#wide = widened(this.#narrow!, this.#factor);
    this.#narrow = null;
  }

  #refresh(): void {
    const { cash, changes } = this.account;
    this.#changes = changes;
    this.#cash = cash % this.#factor === 0n ? Number(cash / this.#factor) : Number.NaN;
    this.#held = this.positions();
    this.#weights = this.#held.map((market) => this.#weightOf(market));
  }

  #weightOf({ net, instrument, markDigits }: Market): number {
    const shift = this.#digits - markDigits - QUANTITY_DIGITS;
    const size = net * BigInt(instrument.multiplier);
    if (shift >= 0) return Number(size * power(shift));
    return size % power(-shift) === 0n ? Number(size / power(-shift)) : Number.NaN;
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
