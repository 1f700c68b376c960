import { createHash } from 'node:crypto';
import { BAR_PRICES, type BarColumns } from '../../../domain/bars/bar-columns.ts';
import type { CandleInterval } from '../../../domain/market/candle.ts';
import { sharedColumn, type SeriesColumns, type ValueColumn } from './series-columns.ts';
import { decodeColumn, decodeFloats, encodeColumn, encodeFloats } from './varint-column.ts';

/** Rows in one stored text: some 40 KB. */
const CHUNK_ROWS = 2_048;

/** Name, digits, and the values as text. */
type EncodedColumn = readonly [name: string, digits: number | null, body: string];

interface Chunk {
  readonly rows: number;
  readonly at: string;
  readonly columns: readonly EncodedColumn[];
}

interface SeriesName {
  readonly symbol: string;
  readonly kind: 'bars' | 'quotes';
  readonly interval: CandleInterval | null;
}

/** Encodes the columns as texts that both databases can store. */
export function encodeSeries({ at, columns }: SeriesColumns): readonly string[] {
  const chunks: string[] = [];
  for (let from = 0; from < at.length; from += CHUNK_ROWS) {
    const to = Math.min(at.length, from + CHUNK_ROWS);
    const encoded = [...columns].map(([name, { digits, values }]): EncodedColumn => {
      const body = (digits === null ? encodeFloats : encodeColumn)(values, from, to);
      return [name, digits, body];
    });
    const chunk: Chunk = { rows: to - from, at: encodeColumn(at, from, to), columns: encoded };
    chunks.push(JSON.stringify(chunk));
  }
  return chunks;
}

/** Decodes texts into columns that threads can share. All chunks have the same columns. */
export function decodeSeries(name: SeriesName, texts: readonly string[]): SeriesColumns {
  const chunks = texts.map((text) => JSON.parse(text) as Chunk);
  const rows = chunks.reduce((sum, chunk) => sum + chunk.rows, 0);
  const at = sharedColumn(rows);
  const columns = new Map<string, ValueColumn>();
  for (const [column, digits] of chunks[0]?.columns ?? [])
    columns.set(column, { digits, values: sharedColumn(rows) });
  let offset = 0;
  for (const chunk of chunks) {
    decodeColumn(chunk.at, at, offset);
    for (const [column, digits, body] of chunk.columns)
      (digits === null ? decodeFloats : decodeColumn)(body, columns.get(column)!.values, offset);
    offset += chunk.rows;
  }
  return { ...name, at, columns };
}

/** SHA-256 of the content, in hexadecimal. It does not depend on the pieces in which the content came. */
export function hashOfSeries({ symbol, kind, interval, at, columns }: SeriesColumns): string {
  const hash = createHash('sha256').update(JSON.stringify([symbol, kind, interval, at.length]));
  hash.update(bytesOf(at));
  for (const [name, { digits, values }] of [...columns].sort(([a], [b]) => (a < b ? -1 : 1)))
    hash.update(JSON.stringify([name, digits])).update(bytesOf(values));
  return hash.digest('hex');
}

/** The same hash for bars that never were in a data set. */
export function hashOfBars(bars: BarColumns): string {
  const { symbol, interval, at, digits, volume, volumeDigits } = bars;
  const prices = BAR_PRICES.map((name) => [name, { digits, values: bars[name] }] as const);
  const columns = new Map<string, ValueColumn>([
    ...prices,
    ['volume', { digits: volumeDigits, values: volume }],
  ]);
  return hashOfSeries({ symbol, kind: 'bars', interval, at, columns });
}

function bytesOf(values: Float64Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}
