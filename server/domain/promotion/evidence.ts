import type { Decimal } from '../decimal.ts';
import type { StrategyStage } from '../strategy/saved-strategy.ts';

/** A trade of a strategy that has filled. Money is in dollars. */
export interface EvidenceTrade {
  readonly openedAt: Date;
  /** Null: the trade is open. An open trade counts as lost until it closes, so keeping losers open proves nothing. */
  readonly closedAt: Date | null;
  /** The most that it could lose, as known at its entry, above 0; null: its loss has no bound. See `atRisk`. */
  readonly atRisk: Decimal | null;
  /** The most that the trade could gain, in multiples of what it had at risk. See `gainCap`. */
  readonly gainCap: number;
  /** The result after fees; null: the trade is open. */
  readonly net: Decimal | null;
}

/** The drift of all expected and actual trades since the evidence began. Money is in dollars. */
export interface DriftEvidence {
  /** Pairs, and trades that only one side made. */
  readonly trades: number;
  /** Further trades whose expected result is unknown. */
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
  /** Bars that the strategy got in time. */
  readonly handed: number;
  /** Trades whose state is not known yet: under review, or with an order without an answer. */
  readonly inDoubt: number;
}

/** The newest drill: a halt that met an entry of this strategy. */
export interface BreakerEvidence {
  readonly at: Date;
  /** Whether the halt stopped the entry. */
  readonly stopped: boolean;
}

/** LEAKS: the run decided differently when repeated with the data cut off after its decisions. */
export type LookAheadEvidence = 'NONE' | 'LEAKS';

/** All that the gates of one rung read. What is not known is null. */
export interface Evidence {
  readonly strategyId: string;
  /** The rung on which the strategy is. */
  readonly from: StrategyStage;
  readonly since: Date | null;
  readonly now: Date;
  /** In any order, with open trades. */
  readonly trades: readonly EvidenceTrade[];
  /** Sets of parameters tried on the same data, including this one; 1 above the first rung. */
  readonly tried: number;
  /** Percent points that equity, or the budget, fell below its highest before. */
  readonly maxDrawdownPct: number | null;
  /** Only for the move to PAPER. */
  readonly lookAhead: LookAheadEvidence | null;
  /** These three only for moves to the REAL rungs. */
  readonly drift: DriftEvidence | null;
  readonly completeness: CompletenessEvidence | null;
  readonly breaker: BreakerEvidence | null;
}
