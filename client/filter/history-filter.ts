import type { AssetClass, TradeFilter, TradeOutcome, TradeStatus } from '../gql/graphql.ts';
import { isMint } from '../lib/instrument.ts';
import { dayName, dayOf, EXCHANGE_ZONE, timeOfDay } from '../lib/times.ts';

/** `days`: the dates `from` and `to`, both inclusive and both optional. */
export type Period = 'all' | 'today' | 'week' | 'month' | 'quarter' | 'year' | 'days';

/** A span of exchange days. */
export interface DaySpan {
  period: Period;
  from: string;
  to: string;
}

export interface HistoryFilter {
  text: string;
  outcome: TradeOutcome | 'ALL';
  status: TradeStatus | '';
  closed: DaySpan;
  opened: DaySpan;
  underlying: string;
  assetClass: AssetClass | '';
  strategy: string;
  tag: string;
  aiModel: string;
}

export const ANY_DAY: DaySpan = { period: 'all', from: '', to: '' };

export const NO_FILTER: HistoryFilter = {
  text: '',
  outcome: 'ALL',
  status: '',
  closed: ANY_DAY,
  opened: ANY_DAY,
  underlying: '',
  assetClass: '',
  strategy: '',
  tag: '',
  aiModel: '',
};

export const ENDINGS: readonly TradeStatus[] = [
  'TP_HIT',
  'SL_HIT',
  'MANUAL_CLOSE',
  'EXPIRED_ITM',
  'EXPIRED_OTM',
  'CANCELED',
  'REJECTED',
  'NEEDS_REVIEW',
];
const OUTCOMES: readonly TradeOutcome[] = ['WIN', 'LOSS', 'SCRATCH'];
export const ASSET_CLASSES: readonly AssetClass[] = ['OPTION', 'EQUITY', 'TOKEN'];

export const PERIODS: readonly (readonly [Period, string])[] = [
  ['all', 'Any day'],
  ['today', 'Today'],
  ['week', 'Last 7 days'],
  ['month', 'Last 30 days'],
  ['quarter', 'Last 90 days'],
  ['year', 'Last 365 days'],
];

const BACK: Partial<Record<Period, number>> = {
  today: 0,
  week: 6,
  month: 29,
  quarter: 89,
  year: 364,
};
const DAY = 86_400_000;

/** New York midnight of a day, as an instant: four or five hours after UTC midnight. */
export function startOfDay(day: string): string {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const hours = [4, 5].find(
    (ahead) => timeOfDay(midnight + ahead * 3_600_000, EXCHANGE_ZONE) === '00:00:00',
  );
  return new Date(midnight + (hours ?? 5) * 3_600_000).toISOString();
}

export function dayAfter(day: string, days = 1): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** The first and last day of a span, counted back from `now`; undefined for an open end. */
function daysOfSpan(
  { period, from, to }: DaySpan,
  now: number,
): { first: string | undefined; last: string | undefined } {
  if (period === 'days') return { first: from || undefined, last: to || undefined };
  const back = BACK[period];
  const today = dayOf(now, EXCHANGE_ZONE);
  return { first: back === undefined ? undefined : dayAfter(today, -back), last: undefined };
}

/** "9 Nov – 18 Nov 2026", "Last 30 days". */
export function spanName({ period, from, to }: DaySpan): string {
  if (period !== 'days') return PERIODS.find(([each]) => each === period)?.[1] ?? '';
  if (from && to) {
    return from === to
      ? dayName(from)
      : `${dayName(from, from.slice(0, 4) !== to.slice(0, 4))} – ${dayName(to)}`;
  }
  return from ? `Since ${dayName(from)}` : `Until ${dayName(to)}`;
}

/** A ticker in capitals; a mint as it is, because its case counts. */
function asSymbol(text: string): string {
  return isMint(text) ? text : text.toUpperCase();
}

export function toTradeFilter(filter: HistoryFilter, now: number): TradeFilter {
  const edges = (span: DaySpan) => {
    const { first, last } = daysOfSpan(span, now);
    return [first && startOfDay(first), last && startOfDay(dayAfter(last))];
  };
  const [closedFrom, closedTo] = edges(filter.closed);
  const [openedFrom, openedTo] = edges(filter.opened);
  return {
    text: filter.text.trim() || undefined,
    outcome: filter.outcome === 'ALL' ? undefined : filter.outcome,
    status: filter.status ? [filter.status] : undefined,
    underlying: asSymbol(filter.underlying.trim()) || undefined,
    assetClass: filter.assetClass || undefined,
    strategy: filter.strategy.trim() || undefined,
    tag: filter.tag.trim() || undefined,
    aiModel: filter.aiModel.trim() || undefined,
    ...{ closedFrom, closedTo, openedFrom, openedTo },
  };
}

export function isFiltered(filter: HistoryFilter): boolean {
  return queryOf(filter) !== '';
}

/** The filter in words, for the message that nothing matches it. */
export function describeFilter(filter: HistoryFilter): string {
  const { text, outcome, status, underlying, assetClass, strategy, tag, aiModel } = filter;
  const span = (name: string, of: DaySpan) =>
    of.period === 'all'
      ? ''
      : `${name} ${spanName(of).replace(/^[A-Z](?=[a-z])/, (c) => c.toLowerCase())}`;
  return [
    text && `text “${text}”`,
    outcome !== 'ALL' && outcome.toLowerCase(),
    ...[status.replaceAll('_', ' '), underlying, assetClass.toLowerCase(), strategy],
    tag && `tag ${tag}`,
    aiModel && `model ${aiModel}`,
    span('closed', filter.closed),
    span('opened', filter.opened),
  ]
    .filter(Boolean)
    .join(' · ');
}

const TEXTS = ['text', 'underlying', 'strategy', 'tag', 'aiModel'] as const;
const SPANS = ['closed', 'opened'] as const;

/** The filter as an address query; empty without a filter. */
export function queryOf(filter: HistoryFilter): string {
  const query = new URLSearchParams();
  for (const name of TEXTS) if (filter[name].trim()) query.set(name, filter[name].trim());
  if (filter.outcome !== 'ALL') query.set('outcome', filter.outcome);
  if (filter.status) query.set('status', filter.status);
  if (filter.assetClass) query.set('assetClass', filter.assetClass);
  for (const name of SPANS) {
    const { period, from, to } = filter[name];
    if (period === 'days' && (from || to)) query.set(name, `${from}..${to}`);
    else if (BACK[period] !== undefined) query.set(name, period);
  }
  return query.toString();
}

/** The filter in an address; invalid values are ignored. */
export function filterOf(query: URLSearchParams): HistoryFilter {
  const oneOf = <T extends string, D>(name: string, known: readonly T[], otherwise: D): T | D =>
    known.find((each) => each === query.get(name)) ?? otherwise;
  return {
    ...NO_FILTER,
    ...Object.fromEntries(TEXTS.map((name) => [name, query.get(name) ?? ''])),
    outcome: oneOf('outcome', OUTCOMES, 'ALL'),
    status: oneOf('status', ENDINGS, ''),
    assetClass: oneOf('assetClass', ASSET_CLASSES, ''),
    closed: spanOf(query.get('closed')),
    opened: spanOf(query.get('opened')),
  };
}

function spanOf(text: string | null): DaySpan {
  const known = PERIODS.find(([period]) => period === text && period !== 'all');
  if (known) return { ...ANY_DAY, period: known[0] };
  const [from = '', to = ''] = /^([\d-]*)\.\.([\d-]*)$/.exec(text ?? '')?.slice(1) ?? [];
  const real = (day: string) => (Number.isNaN(Date.parse(`${day}T00:00:00Z`)) ? '' : day);
  const span: DaySpan = { period: 'days', from: real(from), to: real(to) };
  return span.from || span.to ? span : ANY_DAY;
}
