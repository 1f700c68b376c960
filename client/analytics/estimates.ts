import type { EstimatePartsFragment, ResultsQuery } from '../gql/graphql.ts';
import { fixed, money } from '../lib/format.ts';

/** Fewer trades than this prove nothing. */
export const ENOUGH = 30;

/** What the estimates are made of: the statistics of a book, or of a backtest. */
type Stats = Pick<
  ResultsQuery['stats'],
  | 'trades'
  | 'winRate'
  | 'profitFactor'
  | 'expectancy'
  | 'sharpeEstimate'
  | 'averageWin'
  | 'averageLoss'
>;

export interface EstimateRow {
  name: string;
  of: EstimatePartsFragment;
  /** The value that would show no edge. */
  none: number;
  show: (value: number) => string;
  /** The figure's name in the glossary. */
  term: string;
  /** The value without an edge, in words. */
  edge: string;
}

export function hasInterval(
  of: EstimatePartsFragment,
): of is EstimatePartsFragment & { value: number; low: number; high: number } {
  return of.value != null && of.low != null && of.high != null;
}

export function isEnough(of: EstimatePartsFragment): boolean {
  return of.n >= ENOUGH;
}

/** Whether "no edge" lies within the interval; true also without an interval. */
export function includes(of: EstimatePartsFragment, none: number): boolean {
  return !hasInterval(of) || (of.low <= none && of.high >= none);
}

const percent = (share: number) => `${fixed(share * 100, 0)}%`;
const dollars = (value: number) => money(value.toFixed(2), { sign: true });
const ratio = (value: number) => fixed(value, 2);

/**
 * The four figures with an interval. The win rate without an edge is not one half but the rate at which
 * average win and loss break even.
 */
export function estimateRows(stats: Stats): EstimateRow[] {
  const { winRate, profitFactor, expectancy, sharpeEstimate } = stats;
  const even = evenRate(stats);
  return [
    {
      name: 'Win rate',
      of: winRate,
      none: even ?? 0.5,
      show: percent,
      term: 'winRate',
      edge: `No edge: ${even === null ? '50%' : `${percent(even)}, where this average win and loss come out even`}.`,
    },
    {
      name: 'Profit factor',
      of: profitFactor,
      none: 1,
      show: ratio,
      term: 'profitFactor',
      edge: 'No edge: 1.',
    },
    {
      name: 'Expectancy, a trade',
      of: expectancy,
      none: 0,
      show: dollars,
      term: 'expectancy',
      edge: 'No edge: 0.',
    },
    {
      name: 'Sharpe, a trade',
      of: sharpeEstimate,
      none: 0,
      show: ratio,
      term: 'sharpe',
      edge: 'No edge: 0.',
    },
  ];
}

/** The win rate at which the averages break even: loss over win plus loss; null without one of them. */
function evenRate({ averageWin, averageLoss }: Stats): number | null {
  if (averageWin == null || averageLoss == null) return null;
  const loss = -Number(averageLoss);
  return loss / (loss + Number(averageWin));
}

const COUNTS = ['none', 'one', 'two', 'three', 'four'];

/** The result of the estimates, in a sentence. */
export function verdict(stats: Stats): string {
  if (stats.trades < ENOUGH) {
    return `Too early to say: ${stats.trades} ${stats.trades === 1 ? 'trade' : 'trades'}, and ${ENOUGH} are needed before an interval means much.`;
  }
  const rows = estimateRows(stats).filter(({ of }) => hasInterval(of));
  const beyond = (better: boolean) =>
    rows.filter(({ of, none }) => hasInterval(of) && (better ? of.low > none : of.high < none));
  const good = beyond(true).length;
  const bad = beyond(false).length;
  const all = rows.length === 4 ? 'each of the four intervals' : 'each interval';
  if (bad === rows.length) return `Losing: ${all} lies below “no edge”.`;
  if (good === rows.length) return `An edge shows: ${all} lies above “no edge”.`;
  if (bad > 0) return `Losing: ${COUNTS[bad]} of ${COUNTS[rows.length]} intervals below “no edge”.`;
  if (good > 0) {
    return `An edge begins to show: ${COUNTS[good]} of ${COUNTS[rows.length]} intervals above “no edge”.`;
  }
  return `No edge shown yet: ${all} includes “no edge”.`;
}

/** The common scale of all whiskers: from the lowest to the highest end, including "no edge". */
export function scaleOf(
  estimates: readonly EstimatePartsFragment[],
  none: number,
): { from: number; to: number } {
  const ends = estimates.flatMap((of) => (hasInterval(of) ? [of.low, of.high] : []));
  const from = Math.min(none, ...ends);
  const to = Math.max(none, ...ends);
  const pad = (to - from || 1) * 0.06;
  return { from: from - pad, to: to + pad };
}
