import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { dec, type Decimal } from '../../../server/domain/decimal.ts';
import { csvRows } from './reference-file.ts';

/** One contract's quote at the end of a minute. */
export interface RecordedQuote {
  readonly symbol: string;
  readonly bid: Decimal | null;
  readonly ask: Decimal | null;
}

export interface RecordedMinute {
  readonly at: Date;
  readonly quotes: readonly RecordedQuote[];
}

const MINUTE_MS = 60_000;

function rowsOf(path: string): Record<string, string>[] | null {
  const file = new URL(`../../../../shared/data/${path}`, import.meta.url);
  try {
    return csvRows(gunzipSync(readFileSync(file)).toString());
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    console.log(`Skipped: no recorded market ${path} beside the checkout.`);
    return null;
  }
}

/** Minute quotes of these contracts; `offset` is New York's on that day. Null without a recording. */
export function recordedOptions(
  path: string,
  symbols: readonly string[],
  offset: '-04:00' | '-05:00',
): readonly RecordedMinute[] | null {
  const rows = rowsOf(path);
  if (!rows) return null;
  const ours = rows.filter(({ occ = '' }) => symbols.includes(occ));
  return byMinute(
    ours.map(({ ts_et, occ = '', bid_close = '', ask_close = '' }) => ({
      began: Date.parse(`${ts_et}${offset}`),
      quote: { symbol: occ, bid: priceOf(bid_close), ask: priceOf(ask_close) },
    })),
  );
}

/** One-minute bars of a share as a market of one cent around the close. Null without a recording. */
export function recordedShares(path: string, symbol: string, from: Date, to: Date) {
  const rows = rowsOf(path);
  if (!rows) return null;
  const within = rows.filter(({ ts_ms }) => {
    const began = Number(ts_ms);
    return began >= from.getTime() && began < to.getTime();
  });
  const cents = (price: Decimal) => dec(price.toFixed(2));
  return byMinute(
    within.map(({ ts_ms, close = '' }) => ({
      began: Number(ts_ms),
      quote: { symbol, bid: cents(dec(close).minus('0.01')), ask: cents(dec(close)) },
    })),
  );
}

function priceOf(text: string): Decimal | null {
  return text === '' ? null : dec(text);
}

/** Quotes by minute; a bar carries its start, so its quote is known a minute later. */
function byMinute(rows: readonly { readonly began: number; readonly quote: RecordedQuote }[]) {
  const minutes = new Map<number, RecordedQuote[]>();
  for (const { began, quote } of rows) {
    const known = minutes.get(began + MINUTE_MS) ?? [];
    known.push(quote);
    minutes.set(began + MINUTE_MS, known);
  }
  return [...minutes]
    .sort(([a], [b]) => a - b)
    .map(([at, quotes]): RecordedMinute => ({ at: new Date(at), quotes }));
}
