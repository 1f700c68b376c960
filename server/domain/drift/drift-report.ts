import { amountAt, amountOf, ExactSum, type Amount, type Amounts } from '../columns/amounts.ts';
import { decimalOf } from '../columns/amounts.ts';
import { ZERO, type Decimal } from '../decimal.ts';
import type { TradeId } from '../ids.ts';
import type { ClosedColumns } from '../statistics/closed-columns.ts';
import { DRIFT_CAUSES, splitOf, type DriftCause, type DriftSplit } from './drift-cause.ts';
import type { DriftColumns } from './drift-columns.ts';

export interface CauseSum {
  readonly cause: DriftCause;
  readonly amount: Decimal;
  /** How many rows the cause has a part in. */
  readonly trades: number;
}

/** A trade and its reference, for display. */
export interface ShownRow {
  readonly id: string;
  /** Null: only the reference made it. */
  readonly tradeId: TradeId | null;
  readonly symbol: string;
  readonly at: Date;
  /** Its reference is not computed yet: until then all of it is UNEXPLAINED. */
  readonly awaiting: boolean;
  readonly expected: Decimal;
  readonly actual: Decimal;
  readonly split: DriftSplit;
  /** Why its expected result is unknown; null: its reference gives it, or is awaited. */
  readonly problem: string | null;
}

/** Where a row comes from: a row of drift, one of the closed trades, or both. -1: none. */
interface Place {
  readonly drift: number;
  readonly closed: number;
}

/** The results of strategies' trades, compared with their references. */
export class DriftReport {
  /** Newest first. */
  readonly #places: readonly Place[];
  readonly trades: number;
  readonly awaiting: number;
  /** Compared trades whose expected result is unknown. */
  readonly unknown: number;
  readonly expected: Decimal;
  readonly actual: Decimal;
  readonly causes: readonly CauseSum[];

  /**
   * `rows`: the closed trades that strategies placed and the filter accepts. `alone`: rows of drift without a
   * trade that the filter accepts.
   */
  constructor(
    private readonly closed: ClosedColumns,
    private readonly drift: DriftColumns,
    rows: Int32Array,
    alone: Int32Array,
  ) {
    const places = placesOf(closed, drift, rows, alone);
    this.trades = rows.length;
    this.awaiting = places.filter((place) => place.drift < 0).length;
    this.unknown = places.filter((place) => this.#problem(place) !== null).length;
    this.expected = total(places.map((place) => this.#expected(place)));
    this.actual = total(places.map((place) => this.#actual(place)));
    this.causes = DRIFT_CAUSES.map((cause) => this.#sumOf(cause, places));
    this.#places = places.sort((a, b) => this.#newer(a, b));
  }

  get total(): Decimal {
    return this.actual.minus(this.expected);
  }

  get rows(): number {
    return this.#places.length;
  }

  /** The place after the row with this instant and id, in the order of rows. */
  after(at: number, id: string): number {
    let [low, high] = [0, this.#places.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const place = this.#places[middle]!;
      const [other, otherId] = [this.#at(place), this.#id(place)];
      if (other > at || (other === at && otherId >= id)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  row(n: number): ShownRow {
    const place = this.#places[n]!;
    const [expected, actual] = [this.#expected(place), this.#actual(place)].map(decimalOf);
    const own = Object.fromEntries(
      DRIFT_CAUSES.flatMap((cause) =>
        cause === 'UNEXPLAINED' ? [] : [[cause, this.#cause(cause, place)]],
      ),
    );
    const { rows, names } = place.closed < 0 ? this.drift : this.closed;
    const at = place.closed < 0 ? place.drift : place.closed;
    return {
      id: this.#id(place),
      tradeId: place.closed < 0 ? null : this.closed.rows.ids[place.closed]!,
      symbol: names.textOf(rows.codes.symbol[at]!)!,
      at: new Date(this.#at(place)),
      awaiting: place.drift < 0,
      ...{ expected: expected!, actual: actual! },
      split: splitOf(actual!.minus(expected!), own),
      problem: this.#problem(place),
    };
  }

  #problem({ drift }: Place): string | null {
    const { rows, names } = this.drift;
    return drift < 0 ? null : names.textOf(rows.codes.problem[drift]!);
  }

  #at({ drift, closed }: Place): number {
    return drift < 0
      ? this.closed.rows.numbers.openedAt[closed]!
      : this.drift.rows.numbers.at[drift]!;
  }

  #id({ drift, closed }: Place): string {
    return drift < 0 ? this.closed.rows.ids[closed]! : this.drift.rows.ids[drift]!;
  }

  #newer(one: Place, other: Place): number {
    const later = this.#at(other) - this.#at(one);
    if (later !== 0) return later;
    return this.#id(one) > this.#id(other) ? -1 : 1;
  }

  #expected({ drift }: Place): Amount {
    return drift < 0 ? 0 : amountAt(this.drift.rows.amounts.expected, drift);
  }

  /** The trade's result now: a fee or fill may have been corrected since its row was made. */
  #actual({ closed }: Place): Amount {
    return closed < 0 ? 0 : amountAt(this.closed.rows.amounts.net, closed);
  }

  #cause(cause: DriftCause, { drift }: Place): Decimal {
    return drift < 0 ? ZERO : decimalOf(amountAt(this.drift.rows.amounts[cause], drift));
  }

  /** Later corrections, and trades without a row yet, are UNEXPLAINED. */
  #unexplained(place: Place): Amount {
    const actual = this.#actual(place);
    if (place.drift < 0) return actual;
    const { UNEXPLAINED, actual: then } = this.drift.rows.amounts;
    const rest = amountAt(UNEXPLAINED, place.drift);
    const before = amountAt(then, place.drift);
    if (before === actual) return rest;
    return amountOf(decimalOf(rest).plus(decimalOf(actual)).minus(decimalOf(before)));
  }

  #sumOf(cause: DriftCause, places: readonly Place[]): CauseSum {
    const column: Amounts = this.drift.rows.amounts[cause];
    const sum = new ExactSum();
    let trades = 0;
    for (const place of places) {
      const known = place.drift < 0 ? 0 : amountAt(column, place.drift);
      const amount = cause === 'UNEXPLAINED' ? this.#unexplained(place) : known;
      if (amount === 0) continue;
      sum.put(amount);
      trades += 1;
    }
    return { cause, amount: sum.total, trades };
  }
}

function placesOf(
  { rows: closed }: ClosedColumns,
  { rows: drift, names }: DriftColumns,
  rows: Int32Array,
  alone: Int32Array,
): Place[] {
  const byTrade = new Map<string, number>();
  for (let row = 0; row < drift.size; row += 1) {
    const trade = names.textOf(drift.codes.trade[row]!);
    if (trade !== null) byTrade.set(trade, row);
  }
  return [
    ...Array.from(rows, (row) => ({ closed: row, drift: byTrade.get(closed.ids[row]!) ?? -1 })),
    ...Array.from(alone, (row) => ({ closed: -1, drift: row })),
  ];
}

function total(amounts: readonly Amount[]): Decimal {
  const sum = new ExactSum();
  for (const amount of amounts) sum.put(amount);
  return sum.total;
}
