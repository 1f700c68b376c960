export type AiVerdict = 'STRONG_BUY' | 'BUY' | 'NEUTRAL' | 'AVOID';

/** What was known at entry; kept unchanged for ever. */
export interface TradeContext {
  readonly strategy: string | null;
  readonly scanner: string | null;
  readonly scannerScore: number | null;
  readonly scannerCriteria: unknown;
  readonly aiModel: string | null;
  readonly aiPromptVersion: string | null;
  readonly aiVerdict: AiVerdict | null;
  /** 0..1: probability that the trade makes money. */
  readonly aiConfidence: number | null;
  readonly aiRationale: string | null;
  readonly ivRank: number | null;
  readonly ivPercentile: number | null;
  readonly hv30: number | null;
  readonly underlyingTrend: string | null;
  /** YYYY-MM-DD, the exchange's date. */
  readonly earningsDate: string | null;
  readonly marketRegime: string | null;
  readonly tags: readonly string[];
  readonly notes: string | null;
  readonly extra: unknown;
}

export const NO_CONTEXT: TradeContext = {
  strategy: null,
  scanner: null,
  scannerScore: null,
  scannerCriteria: null,
  aiModel: null,
  aiPromptVersion: null,
  aiVerdict: null,
  aiConfidence: null,
  aiRationale: null,
  ivRank: null,
  ivPercentile: null,
  hv30: null,
  underlyingTrend: null,
  earningsDate: null,
  marketRegime: null,
  tags: [],
  notes: null,
  extra: null,
};
