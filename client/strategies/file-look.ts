import type { CandleInterval } from '../gql/graphql.ts';
import { INTERVAL_MS, INTERVALS } from './interval-names.ts';

/** What the first part of a file says it holds. */
export interface FileLook {
  readonly kind: 'bars' | 'quotes' | null;
  /** For bars: the shortest step between two bars of one symbol; null when unknown. */
  readonly interval: CandleInterval | null;
}

const NOTHING: FileLook = { kind: null, interval: null };

/** Looks at the beginning of a CSV or JSON file. What it says is a proposal: the server checks every row. */
export function lookAt(text: string, isJson: boolean): FileLook {
  return isJson ? lookAtJson(text) : lookAtCsv(text);
}

function lookAtCsv(text: string): FileLook {
  const [head = '', ...lines] = text.replace('\uFEFF', '').split(/\r?\n/);
  const columns = head.split(',').map((name) => name.trim().replace(/^"|"$/g, ''));
  const [symbol, at] = [columns.indexOf('symbol'), columns.indexOf('at')];
  const rows = lines
    .slice(0, 400)
    .map((line) => line.split(','))
    .filter((cells) => cells.length === columns.length)
    .map((cells) => ({ symbol: cells[symbol] ?? '', at: cells[at] ?? '' }));
  return look(columns, rows);
}

/** The rest of a cut array is no JSON, so its objects are read one by one. */
function lookAtJson(text: string): FileLook {
  const rows = [...text.matchAll(/\{[^{}]*\}/g)].slice(0, 400).flatMap(([object]) => {
    try {
      return [JSON.parse(object) as Record<string, unknown>];
    } catch {
      return [];
    }
  });
  const [first] = rows;
  if (!first) return NOTHING;
  const named = (row: Record<string, unknown>, name: string) => {
    const value = row[name];
    return typeof value === 'string' ? value : '';
  };
  return look(
    Object.keys(first),
    rows.map((row) => ({ symbol: named(row, 'symbol'), at: named(row, 'at') })),
  );
}

function look(
  columns: readonly string[],
  rows: readonly { symbol: string; at: string }[],
): FileLook {
  if (columns.includes('bid') || columns.includes('ask')) return { kind: 'quotes', interval: null };
  if (!columns.includes('open') || !columns.includes('close')) return NOTHING;
  const before = new Map<string, number>();
  let step = Infinity;
  for (const { symbol, at } of rows) {
    const time = Date.parse(at);
    const last = before.get(symbol);
    if (last !== undefined && time > last) step = Math.min(step, time - last);
    before.set(symbol, time);
  }
  // A day of a short exchange week is still a day: only a step of an hour or less has to fit exactly.
  const exactly = INTERVALS.find((interval) => INTERVAL_MS[interval] === step);
  const days = step >= 82_800_000 && step < Infinity ? 'ONE_DAY' : null;
  return { kind: 'bars', interval: exactly ?? days };
}

/** The name of a set from that of its file: only characters that a name may have. */
export function setNameOf(file: string): string {
  return file
    .replace(/\.(csv|json)$/i, '')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 64);
}
