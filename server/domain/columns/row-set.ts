import type { Amounts } from './amounts.ts';
import { amountColumn, type Layout, type Row, type Shape } from './layout.ts';

/** A run of rows of a set. */
interface Piece<S extends Shape> {
  readonly set: RowSet<S>;
  readonly from: number;
  readonly to: number;
}

const SET_BYTES = 6_000;
/** Bytes of one id: a reference and a text. */
const ID_BYTES = 64;
const ODD_BYTES = 100;

/** Sorted rows in columns. A set never changes: a change makes another one, by block copies. */
export class RowSet<S extends Shape> {
  private constructor(
    readonly layout: Layout<S>,
    readonly ids: readonly string[],
    readonly numbers: Readonly<Record<S['numbers'], Float64Array>>,
    readonly amounts: Readonly<Record<S['amounts'], Amounts>>,
    readonly codes: Readonly<Record<S['codes'], Int32Array>>,
  ) {}

  /** A set of these rows. Rows that sort alike keep their order. */
  static of<S extends Shape>(layout: Layout<S>, rows: readonly Row<S>[]): RowSet<S> {
    return new RowSet(
      layout,
      rows.map(({ id }) => id),
      record(layout.numbers, (name) => new Float64Array(rows.map(({ numbers }) => numbers[name]))),
      record(layout.amounts, (name) => amountColumn(rows.map(({ amounts }) => amounts[name]))),
      record(layout.codes, (name) => new Int32Array(rows.map(({ codes }) => codes[name]))),
    ).#sorted();
  }

  /** All rows of these sets. */
  static joined<S extends Shape>(layout: Layout<S>, sets: readonly RowSet<S>[]): RowSet<S> {
    return RowSet.#assembled(layout, sets.map(whole)).#sorted();
  }

  get size(): number {
    return this.ids.length;
  }

  /** Bytes of memory that the set takes, roughly. */
  get bytes(): number {
    const { numbers, amounts, codes } = this.layout;
    const odd = amounts.filter((name) => this.amounts[name].odd).length * ODD_BYTES;
    const width = 8 * (numbers.length + amounts.length) + 4 * codes.length + ID_BYTES + odd;
    return SET_BYTES + this.size * width;
  }

  /** The set with these rows in place of all that have one of the ids; the same set when nothing changes. */
  with(ids: ReadonlySet<string>, rows: readonly Row<S>[]): RowSet<S> {
    const gone: number[] = [];
    for (let row = 0; row < this.size; row += 1) if (ids.has(this.ids[row]!)) gone.push(row);
    if (gone.length === 0 && rows.length === 0) return this;
    const added = RowSet.of(this.layout, rows);
    const pieces: Piece<S>[] = [];
    let from = 0;
    let next = 0;
    const keepUntil = (to: number) => {
      for (; next < gone.length && gone[next]! < to; next += 1) {
        pieces.push({ set: this, from, to: gone[next]! });
        from = gone[next]! + 1;
      }
      pieces.push({ set: this, from, to: Math.max(from, to) });
      from = Math.max(from, to);
    };
    for (let row = 0; row < added.size; row += 1) {
      keepUntil(this.#placeOf(added, row));
      pieces.push({ set: added, from: row, to: row + 1 });
    }
    keepUntil(this.size);
    return RowSet.#assembled(this.layout, pieces);
  }

  static #assembled<S extends Shape>(layout: Layout<S>, pieces: readonly Piece<S>[]): RowSet<S> {
    const size = pieces.reduce((total, { from, to }) => total + to - from, 0);
    const fill = <T extends Float64Array | Int32Array>(to: T, columnOf: (set: RowSet<S>) => T) => {
      let at = 0;
      for (const piece of pieces) {
        to.set(columnOf(piece.set).subarray(piece.from, piece.to), at);
        at += piece.to - piece.from;
      }
      return to;
    };
    const listed = <T>(listOf: (set: RowSet<S>) => readonly T[] | null) =>
      pieces.flatMap(({ set, from, to }) => {
        return listOf(set)?.slice(from, to) ?? new Array<T | undefined>(to - from).fill(undefined);
      });
    return new RowSet(
      layout,
      listed(({ ids }) => ids) as string[],
      record(layout.numbers, (name) => fill(new Float64Array(size), (set) => set.numbers[name])),
      record(layout.amounts, (name) => ({
        units: fill(new Float64Array(size), (set) => set.amounts[name].units),
        odd: pieces.some(({ set }) => set.amounts[name].odd)
          ? listed((set) => set.amounts[name].odd)
          : null,
      })),
      record(layout.codes, (name) => fill(new Int32Array(size), (set) => set.codes[name])),
    );
  }

  /** The place of another set's row in this set: after all rows that sort before it or alike. */
  #placeOf(other: RowSet<S>, row: number): number {
    let [low, high] = [0, this.size];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#compare(middle, other, row) <= 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #compare(row: number, other: RowSet<S>, otherRow: number): number {
    for (const name of this.layout.sort) {
      const difference = this.numbers[name][row]! - other.numbers[name][otherRow]!;
      if (difference !== 0) return difference;
    }
    const [id, otherId] = [this.ids[row]!, other.ids[otherRow]!];
    return id < otherId ? -1 : Number(id > otherId);
  }

  #sorted(): RowSet<S> {
    let row = 1;
    while (row < this.size && this.#compare(row - 1, this, row) <= 0) row += 1;
    if (row >= this.size) return this;
    // A plain array's sort takes almost no time for runs that hardly overlap; a typed array's does not.
    const order = this.ids.map((_, at) => at).sort((a, b) => this.#compare(a, this, b));
    const { layout, numbers, amounts, codes } = this;
    const floats = (column: Float64Array) => new Float64Array(order.map((at) => column[at]!));
    return new RowSet(
      layout,
      order.map((at) => this.ids[at]!),
      record(layout.numbers, (name) => floats(numbers[name])),
      record(layout.amounts, (name) => {
        const { units, odd } = amounts[name];
        return { units: floats(units), odd: odd && order.map((at) => odd[at]) };
      }),
      record(layout.codes, (name) => new Int32Array(order.map((at) => codes[name][at]!))),
    );
  }
}

function whole<S extends Shape>(set: RowSet<S>): Piece<S> {
  return { set, from: 0, to: set.size };
}

function record<K extends string, V>(names: readonly K[], valueOf: (name: K) => V): Record<K, V> {
  return Object.fromEntries(names.map((name) => [name, valueOf(name)])) as Record<K, V>;
}
