import type { MeanBounds } from '../statistics/mean-bounds.ts';
import { ERROR_SHARE } from './limits.ts';
import type { PromotionGate, Verdict } from './promotion.ts';
import { gate, multiple, percent } from './wording.ts';

export interface Expectancy {
  readonly bounds: MeanBounds;
  /** Trades whose loss has no bound. */
  readonly unbounded: number;
  readonly tried: number;
}

/** Only the bounds make the verdict. A trade without a bound to its loss may lose more than all have won. */
export function expectancyGate({ bounds, unbounded, tried }: Expectancy): PromotionGate {
  const sets = tried > 1 ? `, shared by ${tried} sets of parameters tried` : '';
  const judge = gate(
    'EXPECTANCY',
    `lower bound above 0, error ${percent(100 * ERROR_SHARE)}${sets}`,
  );
  const { mean, low, high } = bounds;
  if (unbounded > 0)
    return judge(
      'NOT_ENOUGH_DATA',
      null,
      `The loss of ${unbounded} of its trades has no bound: no number of wins proves an edge.`,
    );
  if (mean === null || low === null)
    return judge('NOT_ENOUGH_DATA', null, 'No day with a result is over yet, except the first.');
  const actual = `mean ${multiple(mean)} of what was at risk, ${multiple(low)} to ${high === null ? 'unknown' : multiple(high)}`;
  const verdict = verdictOf(bounds);
  return judge(verdict, actual, MESSAGES[verdict]);
}

const MESSAGES: Readonly<Record<Verdict, string>> = {
  PASS: 'It earns money on average, however often it is checked.',
  FAIL: 'It loses money on average, however often it is checked.',
  NOT_ENOUGH_DATA: 'Its results may be luck: the bounds of its mean lie on both sides of 0.',
};

function verdictOf({ low, high }: MeanBounds): Verdict {
  if (low !== null && low > 0) return 'PASS';
  return high !== null && high < 0 ? 'FAIL' : 'NOT_ENOUGH_DATA';
}
