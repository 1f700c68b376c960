import type { Decimal } from '../decimal.ts';
import type { VenueName } from '../venue.ts';

/** What must agree within a book, and between a book and the account where its orders live. */
export type InvariantName = 'QUANTITY' | 'AVERAGE_PRICE' | 'CASH' | 'PNL';

/** UNKNOWN: the venue does not say, or something is under way; never treated as agreement. */
export type InvariantState = 'HOLDS' | 'DIFFERS' | 'UNKNOWN';

/** The result of checking one invariant. In units of the holding for QUANTITY, otherwise in dollars. */
export interface Finding {
  readonly invariant: InvariantName;
  readonly state: InvariantState;
  readonly ours: Decimal | null;
  readonly theirs: Decimal | null;
  /** How far apart the two may be and still agree. */
  readonly tolerance: Decimal;
  /** What was compared, and where it differs, in sentences. */
  readonly evidence: string;
  /** Whether the book contradicts itself, which is seen without any venue. */
  readonly within: boolean;
}

/** A finding for one account, stored until the next. */
export interface InvariantCheck extends Finding {
  readonly venue: VenueName;
  readonly account: string;
  /** Since when the check has this state. */
  readonly since: Date;
  readonly checkedAt: Date;
  /** CASH and PNL: the account's excess over the book at the first comparison; null before that. */
  readonly base: Decimal | null;
  /** Fees that the book had counted at that moment, in dollars; for PNL, without those of open positions. */
  readonly baseFees: Decimal | null;
  /** The fees counted at this comparison; null when an earlier version of the desk stored it. */
  readonly countedFees: Decimal | null;
  /** The difference in the last alert; null when both sides agree. */
  readonly told: RecordedDifference | null;
  /** Who last moved the base; null when it is still that of the first comparison. */
  readonly accepted: AcceptedDifference | null;
}

/** A difference when alerted, with the tolerance at that time. */
export interface RecordedDifference {
  readonly difference: Decimal;
  readonly tolerance: Decimal;
}

/** A difference whose reason a person knows. */
export interface AcceptedDifference {
  /** theirs − ours, dollars, at that time. */
  readonly difference: Decimal;
  readonly at: Date;
  /** `user:NAME`. */
  readonly actor: string;
  readonly note: string;
}

/** Sums over all trades of a book in one account. */
export interface TradeSums {
  readonly venue: VenueName;
  readonly account: string;
  readonly cashFlow: Decimal;
  readonly openCost: Decimal;
  readonly realizedPnl: Decimal;
  readonly fees: Decimal;
}

/** A check that is not compared yet: a result from before the desk started does not count. */
export function notYetCompared(check: InvariantCheck): InvariantCheck {
  const evidence = 'Not compared yet since the desk started.';
  return { ...check, state: 'UNKNOWN', ours: null, theirs: null, evidence };
}

export function differenceOf({ ours, theirs }: Pick<Finding, 'ours' | 'theirs'>): Decimal | null {
  return ours && theirs ? theirs.minus(ours) : null;
}
