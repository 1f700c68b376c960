import type { Decimal } from '../decimal.ts';
import type { VenueName } from '../venue.ts';

/** What must agree between a book and itself, and between a book and the account where its orders live. */
export type InvariantName = 'QUANTITY' | 'AVERAGE_PRICE' | 'CASH' | 'PNL';

/** UNKNOWN: the venue cannot tell, or something is under way; never taken for agreement. */
export type InvariantState = 'HOLDS' | 'DIFFERS' | 'UNKNOWN';

/** How one invariant was found. Units of what is held for QUANTITY, else dollars. */
export interface Finding {
  readonly invariant: InvariantName;
  readonly state: InvariantState;
  readonly ours: Decimal | null;
  readonly theirs: Decimal | null;
  /** How far apart the two may be and still agree. */
  readonly tolerance: Decimal;
  /** What was compared with what, and where it differs, in sentences. */
  readonly evidence: string;
  /** The book contradicts itself: no venue is needed to see it. */
  readonly within: boolean;
}

/** A finding in one account, as it is kept until the next. */
export interface InvariantCheck extends Finding {
  readonly venue: VenueName;
  readonly account: string;
  /** Since when it has been in this state. */
  readonly since: Date;
  readonly checkedAt: Date;
  /** CASH and PNL: what the account had beyond the book when it was first compared; null before that. */
  readonly base: Decimal | null;
  /** Dollars of fees that the book had counted at that moment; for PNL without those of what was held. */
  readonly baseFees: Decimal | null;
  /** The same as of this look; null where an earlier version of the desk kept it. */
  readonly countedFees: Decimal | null;
  /** What the last alert told of it; null where both sides agree. */
  readonly told: RecordedDifference | null;
  /** By whom its base was moved last; null where it is that of the first look. */
  readonly accepted: AcceptedDifference | null;
}

/** A difference as its alert told it, and how far apart the two sides could be then and still agree. */
export interface RecordedDifference {
  readonly difference: Decimal;
  readonly tolerance: Decimal;
}

/** What a person said to know the reason of. */
export interface AcceptedDifference {
  /** theirs − ours, dollars, as it stood then. */
  readonly difference: Decimal;
  readonly at: Date;
  /** `user:NAME`. */
  readonly actor: string;
  readonly note: string;
}

/** What all trades of a book in one account have added up to. */
export interface TradeSums {
  readonly venue: VenueName;
  readonly account: string;
  readonly cashFlow: Decimal;
  readonly openCost: Decimal;
  readonly realizedPnl: Decimal;
  readonly fees: Decimal;
}

/** What was found before the desk started says nothing of now. */
export function notYetCompared(check: InvariantCheck): InvariantCheck {
  const evidence = 'Not compared yet since the desk started.';
  return { ...check, state: 'UNKNOWN', ours: null, theirs: null, evidence };
}

export function differenceOf({ ours, theirs }: Pick<Finding, 'ours' | 'theirs'>): Decimal | null {
  return ours && theirs ? theirs.minus(ours) : null;
}
