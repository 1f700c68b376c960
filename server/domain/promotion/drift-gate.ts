import type { DriftEvidence } from './evidence.ts';
import { LIMITS } from './limits.ts';
import type { PromotionGate } from './promotion.ts';
import { gate, percent } from './wording.ts';

/** Whether the reference predicted what the strategy earned. To earn more than expected is no fault. */
export function driftGate(drift: DriftEvidence | null): PromotionGate {
  const judge = gate(
    'DRIFT',
    `${percent(LIMITS.shortfallPct)} less than expected at most, ${percent(LIMITS.unexplainedPct)} unexplained`,
  );
  if (!drift || drift.trades + drift.unknown === 0)
    return judge('NOT_ENOUGH_DATA', null, 'No trade has been compared with its reference yet.');
  if (drift.unknown > drift.trades)
    return judge(
      'NOT_ENOUGH_DATA',
      `${drift.trades} compared, ${drift.unknown} without a reference`,
      'It is not known what most of its trades should have earned.',
    );
  const short = sharePct(drift.expected.minus(drift.actual).toNumber(), drift);
  const unexplained = sharePct(drift.unexplained.toNumber(), drift);
  if (drift.trades < LIMITS.driftTrades || short === null || unexplained === null)
    return judge(
      'NOT_ENOUGH_DATA',
      `${drift.trades} compared`,
      `${drift.trades} of ${LIMITS.driftTrades} trades have been compared with their reference.`,
    );
  const actual = `${percent(Math.max(0, short))} less, ${percent(unexplained)} unexplained`;
  if (unexplained > LIMITS.unexplainedPct)
    return judge('FAIL', actual, `No cause explains ${percent(unexplained)} of the amounts.`);
  if (short > LIMITS.shortfallPct)
    return judge('FAIL', actual, `It earned less than its reference, by ${percent(short)}.`);
  return judge('PASS', actual, 'It earned about what its reference did.');
}

/** An amount in percent points of the expected amounts; null: nothing was expected. */
function sharePct(amount: number, { gross }: DriftEvidence): number | null {
  return gross.greaterThan(0) ? (100 * amount) / gross.toNumber() : null;
}
