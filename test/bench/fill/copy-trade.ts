import { exchangeDate } from '../../../server/domain/calendar/market-calendar.ts';
import { dec } from '../../../server/domain/decimal.ts';
import { FIRST_VENUE_ID, type LivedDesk, type LivedTrade, type Row } from './lived-desk.ts';

/** The user of a copy, its number among that user's copies, and how much earlier its times are. */
export interface Copy {
  readonly username: string;
  readonly user: number;
  readonly number: number;
  readonly earlierMs: number;
}

const ID = /t\d{25}/;
const VENUE_ID = /9000000\d{5}/;
const TIME = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/;
const VENUE_IDS_A_COPY = 1_000;
/** A whole number from here on is a time in milliseconds since 1970. */
const FIRST_TIME = 1_000_000_000_000;

/** Copies a trade of a lived desk with other ids, user and times, and everything else as stored. */
export class TradeCopier {
  readonly #texts = new Map<LivedTrade, string>();
  readonly #places: RegExp;

  constructor(private readonly desk: LivedDesk) {
    const parts = [ID, VENUE_ID, TIME, new RegExp(desk.username)];
    this.#places = new RegExp(parts.map(({ source }) => source).join('|'), 'g');
  }

  copy(lived: LivedTrade, copy: Copy): LivedTrade {
    const text = this.#texts.get(lived) ?? JSON.stringify(lived);
    this.#texts.set(lived, text);
    const said = text.replace(this.#places, (found) => this.#instead(found, copy));
    const { rows, venueOrders } = JSON.parse(said) as LivedTrade;
    const moved = Object.entries(rows).map(([table, each]) => [
      table,
      each.map((row) => earlier(row, copy.earlierMs)),
    ]);
    const all = Object.fromEntries(moved) as Record<string, Row[]>;
    return { rows: { ...all, realised_days: byDay(all.realised_days ?? []) }, venueOrders };
  }

  #instead(found: string, { username, user, number, earlierMs }: Copy): string {
    if (found === this.desk.username) return username;
    if (found.startsWith('t')) return `u${digits(user, 5)}${digits(number, 8)}${found.slice(-12)}`;
    if (found.endsWith('Z')) return new Date(Date.parse(found) - earlierMs).toISOString();
    return venueId(number, Number(found) - FIRST_VENUE_ID);
  }
}

/** The venue's next id after so many copies. */
export function venueIdAfter(copies: number): number {
  return Number(venueId(copies, 0));
}

function venueId(copy: number, at: number): string {
  return String(FIRST_VENUE_ID + copy * VENUE_IDS_A_COPY + at);
}

function earlier(row: Row, ms: number): Row {
  const moved = Object.entries(row).map(([name, value]) => [
    name,
    typeof value === 'number' && value > FIRST_TIME ? value - ms : value,
  ]);
  return Object.fromEntries(moved) as Row;
}

/** Merges days that have become one, because in a copy's year clocks change on other dates. */
function byDay(parts: readonly Row[]): readonly Row[] {
  const days = new Map<string, Row>();
  for (const part of parts) {
    const date = exchangeDate(new Date(Number(part.last_at)));
    const before = days.get(date) ?? { realized_pnl: 0, fees: 0 };
    const sumOf = (name: string) => dec(part[name]!).plus(before[name]!).toFixed();
    days.set(date, { ...part, date, realized_pnl: sumOf('realized_pnl'), fees: sumOf('fees') });
  }
  return [...days.values()];
}

function digits(value: number, count: number): string {
  return String(value).padStart(count, '0');
}
