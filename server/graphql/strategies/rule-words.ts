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
  ENTRY_PRICE: 'What remains of the entry’s price beside TIMING.',
  EXIT_PRICE: 'What remains of the exit’s price beside TIMING.',
  TIMING: 'What the market moved between the reference’s instant and the trade’s.',
  SIZE: 'Another quantity.',
  FEES: 'Other fees.',
  MISSED: 'One side alone traded.',
  REJECTED: 'Our entry was refused.',
  FEED_DELAY: 'The part of that move for which the source was late.',
  UNEXPLAINED: 'The rest.',
};

/** A description of a field that has one of these texts. */
export function oneOf(words: Readonly<Record<string, string>>): string {
  return Object.entries(words)
    .map(([name, meaning]) => `${name}: ${meaning}`)
    .join(' ');
}
