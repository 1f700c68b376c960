import { VENUES } from '../venue.ts';
import type { InvariantCheck } from './invariant.ts';

type Judged = Pick<InvariantCheck, 'invariant' | 'venue' | 'within'>;

const ACCEPT =
  'Accept it if you know its cause, such as a deposit, a withdrawal or interest: only later changes are compared then.';

/** Why a difference cannot be accepted, and what to do instead; null when a person may accept it. */
export function whyNotAccepted({ invariant, venue, within }: Judged): string | null {
  if (within)
    return 'The book contradicts itself: a fault of the desk, which nobody can accept. npm run verify-audit checks whether its log is whole.';
  if (invariant === 'QUANTITY')
    return 'A quantity is settled by reviewing its trade, on the trade’s page.';
  if (invariant === 'AVERAGE_PRICE')
    return 'A cost is not accepted: it stays as it is and ends with the position.';
  if (VENUES[venue].ownCash)
    return 'The simulated venue’s money is the desk’s own: a difference is a fault of the desk.';
  return null;
}

/** What to do about a difference; null when there is none. */
export function adviceOn(check: InvariantCheck): string | null {
  if (check.state !== 'DIFFERS') return null;
  return whyNotAccepted(check) ?? ACCEPT;
}

export function isAcceptable(check: InvariantCheck): boolean {
  return check.state === 'DIFFERS' && whyNotAccepted(check) === null;
}
