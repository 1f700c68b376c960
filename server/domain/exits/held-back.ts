import type { KillSwitchLevel } from '../account/account.ts';
import { hasExpired } from '../trade/has-expired.ts';
import type { NextStep } from './next-step.ts';
import { isTrailing } from '../trade/trail-stop.ts';
import type { Trade } from '../trade/trade.ts';

/**
 * Holds back orders for an expired contract, entries while entries are halted, and the desk's own orders
 * while everything is halted.
 */
export function mustWait(
  step: NextStep,
  trade: Trade,
  { killSwitch, byPerson, at }: { killSwitch: KillSwitchLevel; byPerson: boolean; at: Date },
): boolean {
  if (step.kind.startsWith('SEND') && hasExpired(trade.instrument, at)) return true;
  if (step.kind === 'SEND_ENTRY') return killSwitch !== 'OFF';
  return !byPerson && killSwitch === 'HALT_ALL' && isDesksOwn(step, trade);
}

/**
 * Whether a step is the desk's own. It is not when it is what a person's close or new bracket needs, a cancel
 * for a flat position, or exits that replace those that a trailing move canceled.
 */
function isDesksOwn(step: NextStep, trade: Trade): boolean {
  const { openQuantity, closeRequest, wantedBracket } = trade;
  const moves = step.kind === 'CHANGE' || step.kind === 'CANCEL';
  if (moves && isTrailing(trade) && !closeRequest && !openQuantity.isZero()) return true;
  if (!step.kind.startsWith('SEND') && step.kind !== 'CANCEL') return false;
  if (closeRequest) return closeRequest.role !== 'CLOSE';
  return !openQuantity.isZero() && wantedBracket === null;
}
