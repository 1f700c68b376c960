import type { z } from 'zod';
import { isCalendarDate } from '../../domain/calendar/calendar-date.ts';
import { dec } from '../../domain/decimal.ts';
import { formatOccSymbol, parseOccSymbol } from '../../domain/instrument/occ-symbol.ts';
import type {
  AccountEvent,
  AccountEventKind,
  ClosedPosition,
} from '../../domain/order/account-event.ts';
import type { RowReader } from '../wire/row-reader.ts';
import type { Fields } from './tradier-client.ts';
import {
  closedRow,
  gainLossReply,
  historyReply,
  historyRow,
  type HistoryRow,
} from './tradier-statement-schema.ts';

export type Read = <Shape extends z.ZodType>(
  path: string,
  shape: Shape,
  query: Fields,
) => Promise<z.output<Shape>>;

/** What reading one account's statement needs. */
export interface StatementWire {
  readonly read: Read;
  readonly rows: RowReader;
  /** The account's path: `/accounts/VA1`. */
  readonly path: string;
}

/** Rows per request. The venue returns 25 when it ignores the limit. */
const PAGE = 1000;
const DEFAULT_PAGE = 25;
/** The most pages read, even if the venue keeps announcing more. */
const PAGES = 40;

/** `GET …/history`, which the venue writes at night. Unreadable lines are left out. */
export async function accountHistory(
  { read, rows, path }: StatementWire,
  from: string,
  symbol?: string,
): Promise<readonly AccountEvent[]> {
  const query = { start: from, ...(symbol && { symbol, exactMatch: 'true' }) };
  const raw = await pages(async (page) => {
    return (await read('/history', historyReply, { ...query, ...page })).history;
  });
  const asked = questionOf(`${path}/history`, symbol);
  const events = rows.of(asked, historyRow, raw).read.map(eventOf);
  const heeded = events.every((event) => event.symbol === null || event.symbol === symbol);
  return events
    .map((event) => (symbol && heeded ? { ...event, symbol } : event))
    .filter((event) => event.date >= from && (!symbol || event.symbol === symbol))
    .sort((a, b) => a.date.localeCompare(b.date));
}

/** `GET …/gainloss`, from the same nightly batch. */
export async function closedPositions(
  { read, rows, path }: StatementWire,
  from: string,
  symbol?: string,
): Promise<readonly ClosedPosition[]> {
  const query = { start: from, sortBy: 'closeDate', sort: 'asc', ...(symbol && { symbol }) };
  const raw = await pages(async (page) => {
    return (await read('/gainloss', gainLossReply, { ...query, ...page })).gainloss;
  });
  return rows
    .of(questionOf(`${path}/gainloss`, symbol), closedRow, raw)
    .read.map(({ symbol: closed, quantity, cost, proceeds, gain_loss, open_date, close_date }) => ({
      symbol: closed,
      quantity,
      cost,
      proceeds,
      gainLoss: gain_loss,
      openedOn: open_date,
      closedOn: close_date,
    }))
    .filter((row) => row.closedOn >= from && (!symbol || row.symbol === symbol))
    .sort((a, b) => a.closedOn.localeCompare(b.closedOn));
}

function questionOf(path: string, symbol: string | undefined): string {
  return symbol ? `${path} of ${symbol}` : path;
}

/** Reads all pages. Lines have no id, so a page equal to the previous one is a repeat. */
async function pages(
  ask: (page: { page: string; limit: string }) => Promise<readonly unknown[]>,
): Promise<readonly unknown[]> {
  const rows: unknown[] = [];
  let before = '';
  for (let page = 1; page <= PAGES; page += 1) {
    const found = await ask({ page: String(page), limit: String(PAGE) });
    const text = JSON.stringify(found);
    if (text === before) break;
    before = text;
    rows.push(...found);
    if (found.length !== DEFAULT_PAGE && found.length < PAGE) break;
  }
  return rows;
}

function eventOf({ type, date, amount, symbol, detail }: HistoryRow): AccountEvent {
  const description = detail?.description ?? null;
  return {
    kind: kindOf(type, detail?.option_type ?? ''),
    date,
    symbol: symbolIn(detail?.symbol ?? symbol) ?? describedSymbol(description),
    quantity: detail?.quantity ?? null,
    price: detail?.price ?? null,
    amount,
    description,
    word: type,
  };
}

/** Documented as `exercise`, `assignment` and `expired`; seen in practice as `OPTEXP`. */
function kindOf(type: string, optionType: string): AccountEventKind {
  if (type === 'trade') return 'TRADE';
  if (type !== 'option') return 'OTHER';
  if (/exerc|^optexc/i.test(optionType)) return 'EXERCISE';
  if (/assign|^optas/i.test(optionType)) return 'ASSIGNMENT';
  return /expir|^optexp/i.test(optionType) ? 'EXPIRATION' : 'OTHER';
}

function symbolIn(text: string | null): string | null {
  return text === null ? null : (parseOccSymbol(text)?.symbol ?? text);
}

/** `CALL GE     06/22/18    14`, sometimes with escaped slashes. */
function describedSymbol(text: string | null): string | null {
  const form =
    /^(CALL|PUT)\s+([A-Z]{1,5}\d?)\s+(\d\d)\\?\/(\d\d)\\?\/(\d\d)\s+(\d+(?:\.\d+)?)\s*$/i;
  const [, right = '', root = '', month, day, year, strike] = form.exec(text ?? '') ?? [];
  const expiration = `20${year}-${month}-${day}`;
  if (!strike || !isCalendarDate(expiration)) return null;
  return formatOccSymbol({
    root,
    expiration,
    strike: dec(strike),
    right: right.toUpperCase() === 'CALL' ? 'CALL' : 'PUT',
  });
}
