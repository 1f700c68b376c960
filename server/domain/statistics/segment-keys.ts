import { weekdayOf } from '../calendar/calendar-date.ts';
import { newYorkDate, newYorkHour } from '../calendar/new-york-time.ts';
import type { ClosedResult } from './closed-result.ts';
import { directionOf } from '../order/order.ts';

export type StatsDimension =
  | 'STRATEGY'
  | 'SCANNER'
  | 'UNDERLYING'
  | 'ASSET_CLASS'
  | 'SIDE'
  | 'DTE'
  | 'DELTA'
  | 'IV_RANK'
  | 'HOUR'
  | 'WEEKDAY'
  | 'MONTH'
  | 'REGIME'
  | 'CLOSE_REASON'
  | 'AI_MODEL'
  | 'AI_VERDICT'
  | 'TAG';

const UNKNOWN = 'Unknown';
const NONE = 'None';

/** Exclusive upper edges, and the names of the ranges below them; the last name is for all above. */
export const DTE = range(
  [1, 8, 31, 61],
  ['0 days', '1–7 days', '8–30 days', '31–60 days', 'Over 60 days'],
);
const DELTA = range(
  [0.2, 0.4, 0.6, 0.8],
  ['Below 0.20', '0.20–0.40', '0.40–0.60', '0.60–0.80', '0.80 and over'],
);
const IV_RANK = range([25, 50, 75], ['Below 25', '25–50', '50–75', '75 and over']);
const WEEKDAYS = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const;

/** The display order of ranges; other keys are sorted by name. */
export const ORDERED: Partial<Record<StatsDimension, readonly string[]>> = {
  DTE: [...DTE.names, UNKNOWN],
  DELTA: [...DELTA.names, UNKNOWN],
  IV_RANK: [...IV_RANK.names, UNKNOWN],
  WEEKDAY: [...WEEKDAYS.slice(1), WEEKDAYS[0], UNKNOWN],
};

/** A dimension in which each trade counts once. */
export type Segmentation = Exclude<StatsDimension, 'TAG'>;

/** The one segment of a trade. */
export function segmentOf(trade: ClosedResult, dimension: Segmentation): string {
  return KEYS[dimension](trade);
}

/** The segments of a trade with these labels: one for each. */
export function tagSegments(tags: readonly string[]): readonly string[] {
  return tags.length > 0 ? [...new Set(tags)] : [NONE];
}

const KEYS: Record<Segmentation, (trade: ClosedResult) => string> = {
  STRATEGY: ({ context }) => context.strategy ?? NONE,
  SCANNER: ({ context }) => context.scanner ?? NONE,
  UNDERLYING: ({ instrument }) => instrument.underlying,
  ASSET_CLASS: ({ instrument }) => instrument.assetClass,
  SIDE: ({ side }) => (directionOf(side) === 1 ? 'Long' : 'Short'),
  DTE: ({ dteAtEntry }) => DTE.nameOf(dteAtEntry),
  DELTA: ({ entryGreeks }) => DELTA.nameOf(magnitude(entryGreeks?.delta)),
  IV_RANK: ({ context }) => IV_RANK.nameOf(context.ivRank),
  HOUR: ({ openedAt }) => (openedAt ? hourOf(openedAt) : UNKNOWN),
  WEEKDAY: ({ openedAt }) => (openedAt && WEEKDAYS[weekdayOf(newYorkDate(openedAt))]) ?? UNKNOWN,
  MONTH: ({ closedAt }) => (closedAt ? newYorkDate(closedAt).slice(0, 7) : UNKNOWN),
  REGIME: ({ context }) => context.marketRegime ?? UNKNOWN,
  CLOSE_REASON: ({ closeReason, status }) => closeReason ?? status,
  AI_MODEL: ({ context }) => context.aiModel ?? NONE,
  AI_VERDICT: ({ context }) => context.aiVerdict ?? NONE,
};

export const SEGMENTS = Object.keys(KEYS) as readonly Segmentation[];

export function range(edges: readonly number[], names: readonly string[]) {
  const nameOf = (value: number | null): string => {
    if (value === null) return UNKNOWN;
    const index = edges.findIndex((edge) => value < edge);
    return names.at(index) ?? UNKNOWN;
  };
  return { names, nameOf };
}

function magnitude(delta: number | null | undefined): number | null {
  return delta == null ? null : Math.abs(delta);
}

/** The exchange's hour of an instant. */
export function hourOf(instant: Date): string {
  return describeHour(newYorkHour(instant));
}

function describeHour(hour: number): string {
  const at = (value: number) => `${String(value).padStart(2, '0')}:00`;
  return `${at(hour)}–${at((hour + 1) % 24)}`;
}
