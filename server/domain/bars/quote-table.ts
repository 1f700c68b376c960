/**
 * Quotes of any number of symbols in one table, sorted by time, then by symbol. A thousand contracts of a chain
 * need no more columns than one.
 *
 * Bid and ask are whole numbers of units: dollars times 10 to the power of the symbol's digits. NaN: unknown.
 */
export interface QuoteTable {
  readonly symbols: readonly string[];
  /** Decimal places of every symbol that has none of its own. */
  readonly digits: number;
  /** Decimal places by symbol's place: a cheap token's fifteen leave no room for a dear one's price. */
  readonly ownDigits?: readonly number[];
  /** When the quote came, milliseconds since 1970 UTC, ascending. */
  readonly at: Float64Array;
  /** Index into `symbols`. */
  readonly symbol: Int32Array;
  readonly bid: Float64Array;
  readonly ask: Float64Array;
  /** Contracts, shares or tokens at the touch; null: the data has no sizes, and a quote gives any size. */
  readonly bidSize: Float64Array | null;
  readonly askSize: Float64Array | null;
  /** Dollars, as the nearest number; null: no row has it. */
  readonly underlyingPrice: Float64Array | null;
  /** A fraction, such as 0.25. */
  readonly iv: Float64Array | null;
  readonly delta: Float64Array | null;
}

/** Decimal places of the units of each symbol of the table. */
export function digitsBySymbol(table: QuoteTable): ReadonlyMap<string, number> {
  const { symbols, digits, ownDigits } = table;
  return new Map(symbols.map((symbol, place) => [symbol, ownDigits?.[place] ?? digits]));
}
