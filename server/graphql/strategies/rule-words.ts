import type { DriftCause } from '../../domain/drift/drift-cause.ts';
import type { GateRule } from '../../domain/promotion/promotion.ts';

/** What each gate asks of a strategy’s evidence, as PromotionGate.rule names it. */
export const GATE_WORDS: Readonly<Record<GateRule, string>> = {
  TRADES: 'Enough trades were closed.',
  DAYS: 'They were closed on enough exchange days.',
  EXPECTANCY: 'The lower bound of the mean result, right at every look, lies above 0.',
  DRAWDOWN: 'The deepest fall is small enough.',
  LOOK_AHEAD: 'The run decides the same with the data cut off after its decisions.',
  DRIFT: 'What it made is near what its reference made, and little of the rest is unexplained.',
  COMPLETENESS: 'Nearly all bars came in time, and no trade is in doubt.',
  BREAKER: 'A halt was tried lately and stopped an entry.',
};

/** What each cause of drift is, as DriftCause.cause names it. */
export const DRIFT_WORDS: Readonly<Record<DriftCause, string>> = {
  ENTRY_PRICE: 'The difference in entry price that TIMING does not explain.',
  EXIT_PRICE: 'The difference in exit price that TIMING does not explain.',
  TIMING: 'The market’s move between the reference’s instant and the trade’s.',
  SIZE: 'The quantities differ.',
  FEES: 'The fees differ.',
  MISSED: 'Only one of the two traded.',
  REJECTED: 'Our entry was refused.',
  FEED_DELAY: 'The part of the market’s move that comes from a late source.',
  UNEXPLAINED: 'The rest.',
};

/** A description of a field that has one of these texts. */
export function oneOf(words: Readonly<Record<string, string>>): string {
  return Object.entries(words)
    .map(([name, meaning]) => `${name}: ${meaning}`)
    .join(' ');
}
