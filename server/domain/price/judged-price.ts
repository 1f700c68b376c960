import type { Decimal } from '../decimal.ts';
import type { Mint } from '../ids.ts';
import type { PriceSource, Unpriced } from './observation.ts';
import type { TokenRisk } from '../token/token-risks.ts';
import type { PriceReason } from './price-reason.ts';

export const PRICE_ACTIONS = ['VALUATION', 'ENTRY', 'TAKE_PROFIT', 'STOP_LOSS'] as const;
export type PriceAction = (typeof PRICE_ACTIONS)[number];

export const CONFIDENCE_PARTS = [
  'agreement',
  'freshness',
  'liquidity',
  'history',
  'coverage',
] as const;
export type ConfidencePart = (typeof CONFIDENCE_PARTS)[number];

export interface ScoredPart {
  readonly name: ConfidencePart;
  /** 0 to 1. */
  readonly score: number;
  /** What the score comes from, in words. */
  readonly cause: string;
}

/** Why a source's last answer does not count in the price. */
export type SourceRefusal =
  | Unpriced
  | 'STALE'
  /** Two other sources agree, and this one lies more than 3 % from them. */
  | 'OUTLIER'
  /** The source contradicts another, and no third decides. */
  | 'CONTRADICTED'
  /** The source agrees with others on a price that is not accepted yet. */
  | 'HELD';

export interface JudgedSource {
  readonly source: PriceSource;
  /** The source's price, also where it is not accepted; null where it gave none. */
  readonly price: Decimal | null;
  readonly receivedAt: Date;
  readonly liquidityUsd: Decimal | null;
  readonly accepted: boolean;
  /** Null when accepted. */
  readonly refused: SourceRefusal | null;
  /** The refusal in words. */
  readonly reason: string | null;
}

export interface PriceVerdict {
  readonly action: PriceAction;
  readonly allowed: boolean;
  /** Null when allowed without a reservation. */
  readonly code: PriceReason | null;
  /** The code in words. */
  readonly reason: string | null;
}

/** A price that entered a token's history, and the round in which it did. */
export interface AcceptedPrice {
  readonly price: Decimal;
  readonly at: Date;
}

/** The accepted prices that are returned: a stop needs two looks; one more shows where they came from. */
export const RECENT = 3;

/** A token's price in the form that decisions use. Price null: no price is believed. */
export interface JudgedPrice {
  readonly mint: Mint;
  /** US dollars for one whole token. */
  readonly price: Decimal | null;
  /** Dollars to either side of the price within which its voices lie; null without a price. */
  readonly width: Decimal | null;
  /** 0 to 1. It never allows anything by itself: see `verdicts`. */
  readonly confidence: number;
  readonly parts: readonly ScoredPart[];
  readonly sources: readonly JudgedSource[];
  readonly verdicts: readonly PriceVerdict[];
  /** What forbids an entry of the token, whatever its price. */
  readonly risks: readonly TokenRisk[];
  /** When the oldest voice in the price was received; the time of judging where there is none. */
  readonly asOf: Date;
  /** The newest price of the history, even if later ones were refused; pools that hold SOL count by SOL's. */
  readonly lastAccepted: AcceptedPrice | null;
  /** The newest prices of the history, at most `RECENT`, oldest first: each from another round. */
  readonly recent: readonly AcceptedPrice[];
}
