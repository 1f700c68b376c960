import type { QuoteTable } from '../../../server/domain/bars/quote-table.ts';
import { readUnits, UnitColumn } from '../../../server/domain/bars/units.ts';

export interface QuoteText {
  readonly symbol: string;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  /** The bid in dollars; null when there is none. */
  readonly bid: string | null;
  readonly ask: string | null;
  readonly underlyingPrice?: number | null;
  readonly iv?: number | null;
  readonly delta?: number | null;
  /** Contracts, shares or tokens at the touch; unknown if left out. */
  readonly bidSize?: number | null;
  readonly askSize?: number | null;
}

export interface QuoteFault {
  readonly field: 'at' | 'bid' | 'ask';
  readonly reason: string;
}

const EXTRAS = ['underlyingPrice', 'iv', 'delta', 'bidSize', 'askSize'] as const;

/** Builds one table of quotes of any symbols; the quotes of each symbol come in order of time. */
export class QuotesBuilder {
  readonly #numbers = new Map<string, number>();
  readonly #lastAt: number[] = [];
  readonly #at = new UnitColumn();
  readonly #symbol = new UnitColumn();
  readonly #bid = new UnitColumn();
  readonly #ask = new UnitColumn();
  readonly #extras = EXTRAS.map(() => new UnitColumn());

  get length(): number {
    return this.#at.length;
  }

  /** Adds a quote and returns null, or adds nothing and returns what is wrong with it. */
  add(quote: QuoteText): QuoteFault | null {
    const number = this.#numbers.get(quote.symbol) ?? this.#numbers.size;
    const last = this.#lastAt[number] ?? -Infinity;
    if (!Number.isFinite(quote.at)) return { field: 'at', reason: 'It is no instant.' };
    if (quote.at <= last) {
      const twice = quote.at === last;
      return { field: 'at', reason: `The time is ${twice ? 'there twice' : 'not in order'}.` };
    }
    const before = this.length;
    const fault =
      this.#price('bid', this.#bid, quote.bid) ??
      this.#price('ask', this.#ask, quote.ask) ??
      (this.#bid.last() / 10 ** this.#bid.digits > this.#ask.last() / 10 ** this.#ask.digits
        ? { field: 'bid' as const, reason: 'It is above the ask.' }
        : null);
    if (fault) {
      for (const column of [this.#bid, this.#ask]) column.cut(before);
      return fault;
    }
    this.#numbers.set(quote.symbol, number);
    this.#lastAt[number] = quote.at;
    this.#at.push(quote.at);
    this.#symbol.push(number);
    for (const [n, name] of EXTRAS.entries()) this.#extras[n]!.push(quote[name] ?? Number.NaN);
    return null;
  }

  /** @throws {RangeError} where bids and asks cannot be held exactly in one number of digits. */
  build(shared = false): QuoteTable {
    const digits = Math.max(this.#bid.digits, this.#ask.digits);
    if (!this.#bid.raise(digits) || !this.#ask.raise(digits))
      throw new RangeError(
        'The prices have more digits than can be held exactly beside one another',
      );
    const names = [...this.#numbers.keys()];
    const symbols = [...names].sort();
    const place = new Map(symbols.map((symbol, at) => [symbol, at]));
    const [at, symbol] = [this.#at.values(false), this.#symbol.values(false)];
    const rank = Int32Array.from(symbol, (number) => place.get(names[number]!)!);
    const order = Array.from(at, (_, row) => row);
    order.sort((a, b) => at[a]! - at[b]! || rank[a]! - rank[b]!);
    const sorted = (column: UnitColumn) => reordered(column, order, shared);
    const known = (name: (typeof EXTRAS)[number]) => {
      const values = sorted(this.#extras[EXTRAS.indexOf(name)]!);
      return values.some((value) => !Number.isNaN(value)) ? values : null;
    };
    return {
      ...{ symbols, digits, at: sorted(this.#at), symbol: integers(order, rank, shared) },
      ...{ bid: sorted(this.#bid), ask: sorted(this.#ask) },
      ...{ bidSize: known('bidSize'), askSize: known('askSize') },
      ...{ underlyingPrice: known('underlyingPrice'), iv: known('iv'), delta: known('delta') },
    };
  }

  #price(field: 'bid' | 'ask', column: UnitColumn, text: string | null): QuoteFault | null {
    if (text === null) {
      column.push(Number.NaN);
      return null;
    }
    const units = readUnits(text);
    if (!units) return { field, reason: 'It is no number that can be held exactly.' };
    if (!(units.units > 0)) return { field, reason: 'A price is more than 0.' };
    if (column.add(units)) return null;
    return { field, reason: 'It has more digits than can be held exactly beside the others.' };
  }
}

function reordered(column: UnitColumn, order: readonly number[], shared: boolean): Float64Array {
  const values = column.values(false);
  const target = column.values(shared);
  for (const [row, from] of order.entries()) target[row] = values[from]!;
  return target;
}

function integers(order: readonly number[], rank: Int32Array, shared: boolean): Int32Array {
  const bytes = order.length * Int32Array.BYTES_PER_ELEMENT;
  const target = new Int32Array(shared ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes));
  for (const [row, from] of order.entries()) target[row] = rank[from]!;
  return target;
}
