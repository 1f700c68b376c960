import { adviceOn, isAcceptable } from '../../domain/reconciliation/acceptable.ts';
import { differenceOf, type InvariantCheck } from '../../domain/reconciliation/invariant.ts';
import type { TradingMode } from '../../domain/mode.ts';
import type { InvariantCheckType, ReconciliationType } from './reconciliation.types.ts';

export function reconciliationView(
  mode: TradingMode,
  found: readonly InvariantCheck[],
): ReconciliationType {
  const times = found.map(({ checkedAt }) => checkedAt.getTime());
  const lastRunAt = times.length > 0 ? new Date(Math.max(...times)) : null;
  return { mode, lastRunAt, checks: found.map(checkView) };
}

/** Leaves out the base and other fields that are internal to the desk. */
function checkView(check: InvariantCheck): InvariantCheckType {
  const { invariant, venue, account, state, ours, theirs, tolerance, within } = check;
  const { evidence, since, checkedAt, accepted } = check;
  return {
    ...{ invariant, venue, account, state, ours, theirs, tolerance, within, evidence },
    ...{ since, checkedAt, accepted },
    difference: differenceOf(check),
    acceptable: isAcceptable(check),
    advice: adviceOn(check),
  };
}
