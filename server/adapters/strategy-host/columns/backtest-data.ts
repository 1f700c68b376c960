import type { BacktestData } from '../../../domain/backtest/backtest-input.ts';
import type { BarColumns } from '../../../domain/bars/bar-columns.ts';
import type { QuoteTable } from '../../../domain/bars/quote-table.ts';
import { inDigits, sharedColumn, type SeriesColumns, type ValueColumn } from './series-columns.ts';

/** The columns of series as a backtest reads them. */
export function backtestData(all: readonly SeriesColumns[]): BacktestData {
  const bars = all.filter(({ kind }) => kind === 'bars').map(barColumns);
  const quotes = all.filter(({ kind }) => kind === 'quotes');
  return { bars, quotes: quotes.length === 0 ? null : quoteTable(quotes) };
}

export function barColumns({ symbol, interval, at, columns }: SeriesColumns): BarColumns {
  const price = (name: string) => columns.get(name)!;
  const volume = columns.get('volume');
  return {
    ...{ symbol, interval: interval!, digits: price('open').digits ?? 0, at },
    ...{ open: price('open').values, high: price('high').values },
    ...{ low: price('low').values, close: price('close').values },
    volumeDigits: volume?.digits ?? 0,
    volume: volume?.values ?? sharedColumn(at.length).fill(NaN),
  };
}

/** Rows of all symbols by time, and by symbol where times are equal. */
function quoteTable(series: readonly SeriesColumns[]): QuoteTable {
  const sorted = [...series].sort((a, b) => (a.symbol < b.symbol ? -1 : 1));
  const rows = sorted.reduce((sum, { at }) => sum + at.length, 0);
  const owners = new Int32Array(rows);
  const places = new Int32Array(rows);
  const times = new Float64Array(rows);
  let next = 0;
  for (const [owner, { at }] of sorted.entries())
    for (let place = 0; place < at.length; place += 1) {
      owners[next] = owner;
      places[next] = place;
      times[next] = at[place]!;
      next += 1;
    }
  const order = new Uint32Array(rows).map((_, row) => row);
  // Rows with equal times keep the order of the symbols.
  order.sort((a, b) => times[a]! - times[b]! || a - b);
  const ownDigits = sorted.map(({ columns }) => columns.get('bid')!.digits ?? 0);
  const rowsBy: Order = { order, owners, places };
  const price = (name: string) =>
    gathered(sorted, name, rowsBy, (column, owner) => inDigits(column, ownDigits[owner]!));
  const number = (name: string) => gathered(sorted, name, rowsBy, nearest);
  const symbol = new Int32Array(new SharedArrayBuffer(rows * Int32Array.BYTES_PER_ELEMENT));
  const at = sharedColumn(rows);
  for (const [row, from] of order.entries()) {
    symbol[row] = owners[from]!;
    at[row] = times[from]!;
  }
  return {
    ...{ symbols: sorted.map((each) => each.symbol), digits: 0, ownDigits, at, symbol },
    ...{ bid: price('bid')!, ask: price('ask')! },
    ...{ bidSize: null, askSize: null, underlyingPrice: number('underlyingPrice') },
    ...{ iv: number('iv'), delta: number('delta') },
  };
}

interface Order {
  readonly order: Uint32Array;
  readonly owners: Int32Array;
  readonly places: Int32Array;
}

/** A column as the nearest numbers. */
function nearest({ digits, values }: ValueColumn): Float64Array {
  const factor = 10 ** (digits ?? 0);
  return factor === 1 ? values : values.map((value) => value / factor);
}

/** One column over all symbols; null where no symbol has it. */
function gathered(
  series: readonly SeriesColumns[],
  name: string,
  { order, owners, places }: Order,
  read: (column: ValueColumn, owner: number) => Float64Array,
): Float64Array | null {
  const found = series.map(({ columns }) => columns.get(name));
  if (found.every((column) => column === undefined)) return null;
  const values = found.map((column, owner) => column && read(column, owner));
  const target = sharedColumn(order.length);
  for (const [row, from] of order.entries())
    target[row] = values[owners[from]!]?.[places[from]!] ?? NaN;
  return target;
}
