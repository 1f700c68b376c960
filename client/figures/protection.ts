import type { KillSwitchLevel, ProtectionCause, TradeRowFragment } from '../gql/graphql.ts';
import { age } from '../lib/format.ts';

/** Short enough for a row; a whole sentence is in `protectionDetail.words`. */
const CAUSES: Record<ProtectionCause, string> = {
  ENTRY_FILL: 'entry filling',
  REPLACING: 'being moved',
  CLOSING: 'closing',
  UNCONFIRMED: 'unconfirmed',
  REFUSED: 'refused',
  REJECTED_LATER: 'rejected later',
  CANCELED_ELSEWHERE: 'canceled elsewhere',
  NOT_SENT: 'not sent',
  SESSION_CLOSED: 'session over',
  MINIMUM_GAP: 'too near target',
  HALTED: 'HALT_ALL',
  DESK_DOWN: 'watch down',
  NO_BROKER: 'account unreachable',
  NO_PRICE: 'no price',
  NO_ROUTE: 'no route',
  ADJUSTED: 'changed by the venue',
  IN_REVIEW: 'in review',
  EXPIRED: 'expired',
};

type Guarded = Pick<TradeRowFragment, 'phase' | 'protectionDetail' | 'mark'>;

export interface Guard {
  /** Why no stop is at the venue, in one to three words. */
  cause: string;
  /** The cause in a sentence. */
  why: string;
  /** “the desk watches every 5 s, on data 15 min old”, or that nothing acts. */
  watch: string;
  watched: boolean;
}

/** How a position without a stop at the venue is protected; null when a stop is there, or none is wanted. */
export function guardOf(
  { phase, protectionDetail: detail, mark }: Guarded,
  now: number,
  killSwitch?: KillSwitchLevel,
): Guard | null {
  if (phase !== 'OPEN' || !detail) return null;
  // The switch may have been raised since the trade was last reported.
  const waits = detail.cause === 'IN_REVIEW' || detail.cause === 'ADJUSTED';
  const halted = killSwitch === 'HALT_ALL' && !waits;
  const cause = CAUSES[halted ? 'HALTED' : detail.cause];
  const every = halted ? null : (detail.watchedEverySeconds ?? null);
  const seen = mark?.sourceTime ?? mark?.receivedAt ?? null;
  const known = { cause, why: detail.words, watched: every !== null };
  if (every === null) return { ...known, watch: 'nothing acts if it is reached' };
  const looks = `the desk watches every ${every} s`;
  if (!seen) return { ...known, watch: `${looks}, no price yet` };
  const seconds = Math.max(detail.dataDelaySeconds, (now - Date.parse(seen)) / 1000);
  return { ...known, watch: `${looks}, on data ${describeAge(seconds)} old` };
}

function describeAge(seconds: number): string {
  return seconds < 90 || seconds >= 5400 ? age(seconds) : `${Math.floor(seconds / 60)} min`;
}
