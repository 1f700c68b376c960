import type { Decimal } from '../decimal.ts';
import type { Mint } from '../ids.ts';
import type { PriceSource } from './observation.ts';

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
  /** In words: what it comes from. */
  readonly cause: string;
}

export interface JudgedSource {
  readonly source: PriceSource;
  /** Also of a source that is not accepted, where it told one. */
  readonly price: Decimal | null;
  readonly receivedAt: Date;
  readonly liquidityUsd: Decimal | null;
  readonly accepted: boolean;
  /** In words; null when accepted. */
  readonly reason: string | null;
}

export interface PriceVerdict {
  readonly action: PriceAction;
  readonly allowed: boolean;
  /** In words; null when allowed without a reservation. */
  readonly reason: string | null;
}

/** A token's price as one may act on it. Price null: no price is believed. */
export interface JudgedPrice {
  readonly mint: Mint;
  /** US dollars for one whole token. */
  readonly price: Decimal | null;
  /** 0 to 1. It never allows anything by itself: see `verdicts`. */
  readonly confidence: number;
  readonly parts: readonly ScoredPart[];
  readonly sources: readonly JudgedSource[];
  readonly verdicts: readonly PriceVerdict[];
  /** The age of the oldest voice in the price; the time of judging where there is none. */
  readonly asOf: Date;
}
