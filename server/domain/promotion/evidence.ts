import type { Decimal } from '../decimal.ts';
import type { StrategyStage } from '../strategy/saved-strategy.ts';

/** A trade of a strategy that has filled. Money: dollars. */
export interface EvidenceTrade {
  readonly openedAt: Date;
  /** Null: it is open. An open trade counts as lost until it closes, so keeping losers open proves nothing. */
  readonly closedAt: Date | null;
  /** The most that it could lose, as known at its entry, above 0; null: its loss has no bound. See `atRisk`. */
  readonly atRisk: Decimal | null;
  /** The most that it could gain, in multiples of what it had at risk. See `gainCap`. */
  readonly gainCap: number;
  /** After fees; null: it is open. */
  readonly net: Decimal | null;
}

/** Of all expected and actual trades since the evidence began. Money: dollars. */
export interface DriftEvidence {
  /** Pairs, and trades of one side alone. */
  readonly trades: number;
  /** Trades beside them of which nobody can say what they should have earned. */
  readonly unknown: number;
  /** What the reference earned. */
  readonly expected: Decimal;
  readonly actual: Decimal;
  /** The sum of the rows' UNEXPLAINED amounts without their signs. */
  readonly unexplained: Decimal;
  /** The sum of the rows' expected results without their signs. */
  readonly gross: Decimal;
}

export interface CompletenessEvidence {
  /** Bars that ended while the strategy ran. */
  readonly due: number;
  /** Those that it was handed in time. */
  readonly handed: number;
  /** Trades whose state nobody knows yet: under review, or with an order without an answer. */
  readonly inDoubt: number;
}

/** The newest drill: a halt that met an entry of this very strategy. */
export interface BreakerEvidence {
  readonly at: Date;
  /** The halt stopped the entry. */
  readonly stopped: boolean;
}

/** LEAKS: the run repeated with the data cut off after its decisions decided otherwise. */
export type LookAheadEvidence = 'NONE' | 'LEAKS';

/** Everything that the gates of one rung look at. What is not known is null. */
export interface Evidence {
  readonly strategyId: string;
  /** The rung it stands on. */
  readonly from: StrategyStage;
  readonly since: Date | null;
  readonly now: Date;
  /** In any order, open ones included. */
  readonly trades: readonly EvidenceTrade[];
  /** Sets of parameters tried on the same data, this one included; 1 beyond the first rung. */
  readonly tried: number;
  /** Percent points that equity, or the budget, fell below its highest before. */
  readonly maxDrawdownPct: number | null;
  /** Toward PAPER alone. */
  readonly lookAhead: LookAheadEvidence | null;
  /** These three toward the REAL rungs alone. */
  readonly drift: DriftEvidence | null;
  readonly completeness: CompletenessEvidence | null;
  readonly breaker: BreakerEvidence | null;
}
