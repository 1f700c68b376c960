export type AiVerdict = 'STRONG_BUY' | 'BUY' | 'NEUTRAL' | 'AVOID';

/** What was known at entry. It never changes. */
export interface TradeContext {
  readonly strategy: string | null;
  readonly scanner: string | null;
  readonly scannerScore: number | null;
  readonly scannerCriteria: unknown;
  readonly aiModel: string | null;
  readonly aiPromptVersion: string | null;
  readonly aiVerdict: AiVerdict | null;
  /** 0..1: the probability that the trade makes money. */
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
  /**
   * The source of the figures among `ivRank`, `ivPercentile`, `hv30` and `earningsDate` that the caller left
   * out, e.g. `orats`; null when the caller gave all, or no source had any.
   */
  readonly contextSource: string | null;
}

/** Market figures of an underlying, without its price. Unknown is null. */
export interface UnderlyingFigures {
  /** Percent points 0..100: where today's implied volatility lies between the year's lowest and highest. */
  readonly ivRank: number | null;
  /** Percent points 0..100: the share of the year's days with a lower implied volatility. */
  readonly ivPercentile: number | null;
  /** Annualised, as a fraction: standard deviation of 30 daily log returns, close to close. */
  readonly hv30: number | null;
  /** The next date of earnings, YYYY-MM-DD. */
  readonly earningsDate: string | null;
  readonly source: string;
}

const FIGURES = ['ivRank', 'ivPercentile', 'hv30', 'earningsDate'] as const;

/** Whether the caller left out a figure that the market may supply. */
export function lacksFigures(context: TradeContext): boolean {
  return FIGURES.some((name) => context[name] === null);
}

/** Keeps what the caller gave and fills the rest from the market, with its source. */
export function withFigures(
  context: TradeContext,
  figures: UnderlyingFigures | null,
): TradeContext {
  const filled = FIGURES.filter((name) => context[name] === null && figures?.[name] != null);
  if (!figures || filled.length === 0) return context;
  const known = Object.fromEntries(filled.map((name) => [name, figures[name]]));
  return { ...context, ...known, contextSource: figures.source };
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
  contextSource: null,
};
