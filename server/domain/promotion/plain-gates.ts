import { LIMITS } from './limits.ts';
import type { BreakerEvidence, CompletenessEvidence, LookAheadEvidence } from './evidence.ts';
import type { PromotionGate } from './promotion.ts';
import { atLeast, gate, percent } from './wording.ts';

const DAY_MS = 86_400_000;

export function tradesGate(trades: number): PromotionGate {
  return atLeast('TRADES', trades, LIMITS.trades, ['closed trade', 'closed trades']);
}

export function daysGate(days: number): PromotionGate {
  return atLeast('DAYS', days, LIMITS.days, [
    'day with a closed trade',
    'days with a closed trade',
  ]);
}

export function drawdownGate(pct: number | null, trades: number): PromotionGate {
  const judge = gate('DRAWDOWN', `${percent(LIMITS.drawdownPct)} at most`);
  if (pct === null || trades === 0)
    return judge('NOT_ENOUGH_DATA', null, 'No drawdown is known: nothing has closed yet.');
  if (pct > LIMITS.drawdownPct)
    return judge(
      'FAIL',
      percent(pct),
      `It fell ${percent(pct)} below its highest: more than ${percent(LIMITS.drawdownPct)}.`,
    );
  return judge('PASS', percent(pct), `It fell ${percent(pct)} below its highest at most.`);
}

export function lookAheadGate(found: LookAheadEvidence | null): PromotionGate {
  const judge = gate('LOOK_AHEAD', 'same decisions without the data after them');
  if (found === null)
    return judge('NOT_ENOUGH_DATA', null, 'The run was not repeated yet with its data cut off.');
  if (found === 'LEAKS')
    return judge(
      'FAIL',
      'other decisions',
      'With the data cut off after its decisions it decides differently: it knows the future.',
    );
  return judge(
    'PASS',
    'same decisions',
    'With the data cut off after its decisions it decides the same.',
  );
}

/** A record with holes proves nothing, for or against, so this gate never fails. */
export function completenessGate(seen: CompletenessEvidence | null): PromotionGate {
  const judge = gate(
    'COMPLETENESS',
    `${percent(LIMITS.barsPct)} of bars in time, no trade in doubt`,
  );
  if (!seen || seen.due === 0)
    return judge('NOT_ENOUGH_DATA', null, 'No bar was due while it ran.');
  const pct = (100 * seen.handed) / seen.due;
  const actual = `${percent(pct)} of ${seen.due}`;
  if (seen.inDoubt > 0)
    return judge(
      'NOT_ENOUGH_DATA',
      `${actual}, ${seen.inDoubt} in doubt`,
      `Trades in doubt: ${seen.inDoubt}. Settle them first.`,
    );
  if (pct < LIMITS.barsPct)
    return judge(
      'NOT_ENOUGH_DATA',
      actual,
      `It was handed ${seen.handed} of ${seen.due} bars in time: too few to judge it by.`,
    );
  return judge('PASS', actual, `It was handed ${seen.handed} of ${seen.due} bars in time.`);
}

export function breakerGate(drill: BreakerEvidence | null, now: Date): PromotionGate {
  const judge = gate('BREAKER', `a drill within ${LIMITS.drillDays} days`);
  if (!drill)
    return judge(
      'NOT_ENOUGH_DATA',
      null,
      'No halt has met an entry of it yet. For a drill set the kill switch to HALT_ENTRIES while it runs, until it wants to enter.',
    );
  const day = drill.at.toISOString().slice(0, 10);
  if (!drill.stopped) return judge('FAIL', day, `The halt of ${day} did not stop its entry.`);
  const days = Math.floor((now.getTime() - drill.at.getTime()) / DAY_MS);
  if (days >= LIMITS.drillDays)
    return judge(
      'NOT_ENOUGH_DATA',
      day,
      `The last drill was ${days} days ago. Set the kill switch to HALT_ENTRIES once more, until it wants to enter.`,
    );
  return judge('PASS', day, `The halt of ${day} stopped its entry.`);
}
