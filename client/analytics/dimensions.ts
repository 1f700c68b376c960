import type { SegmentsQuery, StatsDimension } from '../gql/graphql.ts';
import { words } from '../lib/format.ts';

export type Segment = SegmentsQuery['stats']['segments'][number];

export const DIMENSIONS: Readonly<Record<StatsDimension, string>> = {
  STRATEGY: 'Strategy',
  UNDERLYING: 'Underlying',
  IV_RANK: 'IV rank',
  HOUR: 'Hour of entry, ET',
  WEEKDAY: 'Weekday of entry',
  DTE: 'Days to expiry at entry',
  DELTA: 'Delta at entry',
  SIDE: 'Side',
  ASSET_CLASS: 'Kind',
  CLOSE_REASON: 'Ending',
  AI_VERDICT: 'AI verdict',
  AI_MODEL: 'AI model',
  SCANNER: 'Scanner',
  REGIME: 'Market regime',
  TAG: 'Tag',
  MONTH: 'Month of close',
};

const FIRST_DIMENSIONS: readonly StatsDimension[] = ['STRATEGY', 'UNDERLYING', 'HOUR'];

export function segmentName(dimension: StatsDimension, key: string): string {
  return ['CLOSE_REASON', 'AI_VERDICT', 'ASSET_CLASS'].includes(dimension) ? words(key) : key;
}

export type SortBy = 'given' | 'n' | 'won' | 'expectancy' | 'net';

const VALUES: Record<Exclude<SortBy, 'given'>, (of: Segment['stats']) => number> = {
  n: (of) => of.trades,
  won: (of) => of.winRate.value ?? -Infinity,
  expectancy: (of) => of.expectancy.value ?? -Infinity,
  net: (of) => Number(of.totalPnl),
};

/** Largest first; `given` leaves ranges in their order. */
export function sorted(segments: readonly Segment[], by: SortBy): readonly Segment[] {
  if (by === 'given') return segments;
  const value = VALUES[by];
  return [...segments].sort((a, b) => value(b.stats) - value(a.stats));
}

/** The dimensions in an address, in the order of the address. */
export function dimensionsOf(text: string | null): readonly StatsDimension[] {
  const known = (text ?? '')
    .split('.')
    .filter((each): each is StatsDimension => each in DIMENSIONS);
  return known.length > 0 ? [...new Set(known)] : FIRST_DIMENSIONS;
}
