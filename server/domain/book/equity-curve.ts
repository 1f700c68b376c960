import { amountOf, decimalOf, isKnown, isLess, type Amount } from '../columns/amounts.ts';
import type { TradeId } from '../ids.ts';
import type { EquityPoint } from './cash-move.ts';
import type { CurvePrices, CurveSpan } from './curve-prices.ts';
import type { CurveColumns } from './curve-columns.ts';
import { downsample } from './downsample.ts';
import { RunningBook } from './running-book.ts';

const MOST_POINTS = 500;

/** Points in columns: a book may have a million. */
class Points {
  readonly #at: number[] = [];
  readonly #cash: Amount[] = [];
  readonly #equity: Amount[] = [];

  /** Adds a point, in place of one at the same instant. */
  add(at: number, { cash, equity }: RunningBook): void {
    const last = this.#at.length - 1;
    const place = this.#at[last] === at ? last : last + 1;
    this.#at[place] = at;
    this.#cash[place] = cash;
    this.#equity[place] = equity;
  }

  /** At most `most` points, including the extremes. */
  some(most: number): readonly EquityPoint[] {
    const isLower = (one: number, other: number) => isLess(this.#value(one), this.#value(other));
    const all = this.#at.map((_, place) => place);
    return downsample(all, most, isLower).map((place) => {
      const equity = this.#equity[place]!;
      return {
        at: new Date(this.#at[place]!),
        cash: decimalOf(this.#cash[place]!),
        equity: isKnown(equity) ? decimalOf(equity) : null,
      };
    });
  }

  #value(place: number): Amount {
    const equity = this.#equity[place]!;
    return isKnown(equity) ? equity : this.#cash[place]!;
  }
}

/**
 * The book over time: a point at every cash move and at every price of a holding, and one at `from` when the
 * book had begun before. All changes at one instant make one point, after the last of them. Only `rows` of the
 * columns count.
 */
export function equityCurve(
  columns: CurveColumns,
  rows: Int32Array,
  { before, ticks }: CurvePrices,
  { from, to }: CurveSpan,
): readonly EquityPoint[] {
  const book = new RunningBook(columns);
  const { numbers } = columns.rows;
  const code = (id: TradeId) => columns.names.find(id) ?? -1;
  let next = 0;
  while (next < rows.length && numbers.at[rows[next]!]! < from.getTime()) book.take(rows[next++]!);
  for (const [id, price] of before) book.price(code(id), amountOf(price));
  const points = new Points();
  if (next > 0) points.add(from.getTime(), book);
  let tick = 0;
  const takeTicks = (until: number) => {
    for (; tick < ticks.length && ticks[tick]!.at.getTime() < until; tick += 1) {
      const { at, tradeId, price } = ticks[tick]!;
      if (book.price(code(tradeId), amountOf(price))) points.add(at.getTime(), book);
    }
  };
  for (; next < rows.length; next += 1) {
    const at = numbers.at[rows[next]!]!;
    if (at > to.getTime()) break;
    takeTicks(at);
    if (book.take(rows[next]!)) points.add(at, book);
  }
  takeTicks(to.getTime() + 1);
  return points.some(MOST_POINTS);
}

/** The ids of the trades held at some time within a span. */
export function heldWithin(
  columns: CurveColumns,
  rows: Int32Array,
  { from, to }: CurveSpan,
): readonly TradeId[] {
  const book = new RunningBook(columns);
  const { numbers, codes } = columns.rows;
  const held = new Set<number>();
  let begun = false;
  for (const row of rows) {
    const at = numbers.at[row]!;
    if (at > to.getTime()) break;
    if (!begun && at >= from.getTime()) {
      begun = true;
      for (const trade of book.held) held.add(trade);
    }
    book.take(row);
    if (begun && codes.trade[row]! >= 0) held.add(codes.trade[row]!);
  }
  if (!begun) for (const trade of book.held) held.add(trade);
  return [...held].map((trade) => columns.names.textOf(trade)!);
}
