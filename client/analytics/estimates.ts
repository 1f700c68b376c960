import type { EstimatePartsFragment, ResultsQuery } from '../gql/graphql.ts';
import { fixed, money } from '../lib/format.ts';

/** Fewer trades than this say nothing. */
export const ENOUGH = 30;

type Stats = ResultsQuery['stats'];

export interface EstimateRow {
  name: string;
  of: EstimatePartsFragment;
  /** The value at which it would show no edge. */
  none: number;
  show: (value: number) => string;
  /** What it is, for who points at its name. */
  meaning: string;
}

export function hasInterval(
  of: EstimatePartsFragment,
): of is EstimatePartsFragment & { value: number; low: number; high: number } {
  return of.value != null && of.low != null && of.high != null;
}

export function isEnough(of: EstimatePartsFragment): boolean {
  return of.n >= ENOUGH;
}

/** Whether "no edge" lies within the interval; also where there is none. */
export function includes(of: EstimatePartsFragment, none: number): boolean {
  return !hasInterval(of) || (of.low <= none && of.high >= none);
}

const percent = (share: number) => `${fixed(share * 100, 0)}%`;
const dollars = (value: number) => money(value.toFixed(2), { sign: true });
const ratio = (value: number) => fixed(value, 2);

/**
 * The four that carry an interval. The win rate that shows no edge is not one half but what average
 * win and loss need to come out even.
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
      meaning: `Share of trades with P&L after fees above 0. Wilson interval. No edge: ${even === null ? '50%' : `${percent(even)}, where this average win and loss come out even`}.`,
    },
    {
      name: 'Profit factor',
      of: profitFactor,
      none: 1,
      show: ratio,
      meaning:
        'Dollars won over dollars lost. Interval on the log of the ratio (delta method). No edge: 1.',
    },
    {
      name: 'Expectancy, a trade',
      of: expectancy,
      none: 0,
      show: dollars,
      meaning: 'Mean P&L of a trade after fees. Student’s t interval. No edge: 0.',
    },
    {
      name: 'Sharpe, a trade',
      of: sharpeEstimate,
      none: 0,
      show: ratio,
      meaning:
        'Mean P&L of a trade over its standard deviation, not annualised, as trades come at no fixed rate. Interval by Lo (2002). No edge: 0.',
    },
  ];
}

/** Losses over wins and losses, at which the averages come out even; null without one of them. */
function evenRate({ averageWin, averageLoss }: Stats): number | null {
  if (averageWin == null || averageLoss == null) return null;
  const loss = -Number(averageLoss);
  return loss / (loss + Number(averageWin));
}

const COUNTS = ['none', 'one', 'two', 'three', 'four'];

/** What the estimates say, in a sentence. */
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

/** Every whisker of one scale: from the lowest end to the highest, "no edge" within. */
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
