import { amountAt, ExactSum, isKnown, plus, times, type Amount } from '../columns/amounts.ts';
import { CURVE_KIND, type CurveColumns } from './curve-columns.ts';

const UNKNOWN = NaN;

/** A book's cash and value after each move and price. One step costs the same, however long the history. */
export class RunningBook {
  readonly #cash = new ExactSum();
  readonly #value = new ExactSum();
  #unpriced = 0;
  /** Per trade: its cash so far, its holding, its last price and the holding's value at it. */
  readonly #cashFlow: Amount[];
  readonly #size: Amount[];
  readonly #price: Amount[];
  readonly #worth: Amount[];

  constructor(private readonly columns: CurveColumns) {
    const all = (value: Amount) => new Array<Amount>(columns.names.size).fill(value);
    [this.#cashFlow, this.#size, this.#worth] = [all(0), all(0), all(0)];
    this.#price = all(UNKNOWN);
  }

  /** Applies a row; false for a price of a trade that holds nothing. */
  take(row: number): boolean {
    const { codes, amounts } = this.columns.rows;
    const trade = codes.trade[row]!;
    const price = amountAt(amounts.price, row);
    if (codes.kind[row] === CURVE_KIND.TICK) return this.price(trade, price);
    const cashFlow = amountAt(amounts.cashFlow, row);
    this.#cash.put(cashFlow);
    if (trade < 0) return true;
    this.#cash.take(this.#cashFlow[trade]!);
    this.#cashFlow[trade] = cashFlow;
    this.#set(trade, amountAt(amounts.size, row), isKnown(price) ? price : this.#price[trade]!);
    return true;
  }

  /** Sets a trade's price; false when the trade holds nothing. */
  price(trade: number, price: Amount): boolean {
    const size = this.#size[trade] ?? 0;
    if (isNothing(size)) return false;
    this.#set(trade, size, price);
    return true;
  }

  get held(): readonly number[] {
    return this.#size.flatMap((size, trade) => (isNothing(size) ? [] : [trade]));
  }

  get cash(): Amount {
    return this.#cash.amount;
  }

  /** Unknown while a holding has no price. */
  get equity(): Amount {
    return this.#unpriced > 0 ? UNKNOWN : plus(this.#cash.amount, this.#value.amount);
  }

  #set(trade: number, size: Amount, price: Amount): void {
    const wasUnpriced = !isNothing(this.#size[trade]!) && !isKnown(this.#price[trade]!);
    const isUnpriced = !isNothing(size) && !isKnown(price);
    this.#unpriced += Number(isUnpriced) - Number(wasUnpriced);
    const worth = isNothing(size) || isUnpriced ? 0 : times(price, size);
    this.#value.take(this.#worth[trade]!);
    this.#value.put(worth);
    this.#size[trade] = size;
    this.#price[trade] = price;
    this.#worth[trade] = worth;
  }
}

function isNothing(size: Amount): boolean {
  return typeof size === 'number' ? size === 0 : size.isZero();
}
