import type { QuoteTable } from '../bars/quote-table.ts';
import { readUnits, UnitColumn, type Units } from '../bars/units.ts';
import type { Decimal } from '../decimal.ts';

/** The market of a trade's symbol that the desk saw while the trade was held. */
export interface MarkSeen {
  readonly symbol: string;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  readonly bid: Decimal | null;
  readonly ask: Decimal | null;
}

/** Decimal places that strategies read of a contract's price; none has more. */
const DIGITS = 6;

/**
 * A table of these contracts' marks, sorted by time, then by symbol; a contract may have none. Null: a price
 * has more digits than a column holds.
 */
export function recordedQuotes(
  contracts: readonly string[],
  marks: readonly MarkSeen[],
): QuoteTable | null {
  const symbols = [...contracts].sort();
  const places = new Map(symbols.map((symbol, place) => [symbol, place]));
  const rows = marks
    .filter(({ symbol }) => places.has(symbol))
    .sort((a, b) => a.at - b.at || places.get(a.symbol)! - places.get(b.symbol)!);
  const [at, bid, ask] = [new UnitColumn(), new UnitColumn(), new UnitColumn()];
  for (const column of [bid, ask]) column.raise(DIGITS);
  for (const row of rows) {
    at.push(row.at);
    if (!put(bid, row.bid) || !put(ask, row.ask)) return null;
  }
  if (bid.digits !== ask.digits) return null;
  const symbol = new Int32Array(new SharedArrayBuffer(4 * rows.length));
  for (const [row, mark] of rows.entries()) symbol[row] = places.get(mark.symbol)!;
  return {
    ...{ symbols, digits: bid.digits, at: at.values(true), symbol },
    ...{ bid: bid.values(true), ask: ask.values(true), bidSize: null, askSize: null },
    ...{ underlyingPrice: null, iv: null, delta: null },
  };
}

function put(column: UnitColumn, price: Decimal | null): boolean {
  const units: Units | null = price && readUnits(price.toFixed());
  if (units) return column.add(units);
  column.push(Number.NaN);
  return price === null;
}
