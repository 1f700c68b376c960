import type { Equity, Token, OptionContract } from '../../../domain/instrument/instrument.ts';
import type { Mark, Snapshot } from '../../../domain/market/mark.ts';
import type { Greeks } from '../../../domain/market/quote.ts';
import type {
  Bracket,
  CloseRequest,
  Review,
  Settlement,
  Trade,
  Trail,
} from '../../../domain/trade/trade.ts';
import type { Doubt } from '../../../domain/trade/doubt.ts';
import type { SplitRatio } from '../../../domain/trade/split-ratio.ts';
import type { TradeContext } from '../../../domain/trade/trade-context.ts';
import type { Shape } from '../sql/record-shape.ts';

type Parts =
  | 'instrument'
  | 'bracket'
  | 'wantedBracket'
  | 'trail'
  | 'closeRequest'
  | 'context'
  | 'entryGreeks'
  | 'exitGreeks'
  | 'settlement'
  | 'review'
  | 'doubt'
  | 'split'
  | 'strategyRun'
  | 'mark';

/** A trade without the parts that are records of their own. */
export type FlatTrade = Omit<Trade, Parts>;

export const FLAT_TRADE: Shape<FlatTrade> = {
  id: 'text',
  mode: 'text',
  username: 'text',
  version: 'number',
  status: 'text',
  phase: 'text',
  side: 'text',
  quantity: 'decimal',
  orderType: 'text',
  limitPrice: 'decimal',
  stopPrice: 'decimal',
  timeInForce: 'text',
  filledQuantity: 'decimal',
  openQuantity: 'decimal',
  entryCost: 'decimal',
  openCost: 'decimal',
  exitProceeds: 'decimal',
  exitedQuantity: 'decimal',
  exitFilled: 'decimal',
  realizedPnl: 'decimal',
  fees: 'decimal',
  cashFlow: 'decimal',
  protection: 'text',
  unprotectedSince: 'time',
  unprotectedSeconds: 'number',
  notes: 'text',
  tags: 'json',
  entryUnderlyingPrice: 'decimal',
  dteAtEntry: 'number',
  fillModel: 'text',
  fillModelVersion: 'text',
  fillFit: 'json',
  feeSchedule: 'text',
  venue: 'text',
  venueAccount: 'text',
  reason: 'text',
  placedAt: 'time',
  openedAt: 'time',
  closedAt: 'time',
  closeReason: 'text',
  twinOf: 'text',
  adoptedAt: 'time',
  deliveredFrom: 'text',
  deliveredTo: 'json',
  maxFavorableExcursion: 'decimal',
  maxAdverseExcursion: 'decimal',
  excursionsComplete: 'flag',
};

export const OPTION: Shape<OptionContract> = {
  assetClass: 'text',
  symbol: 'text',
  root: 'text',
  underlying: 'text',
  expiration: 'text',
  strike: 'decimal',
  right: 'text',
  multiplier: 'number',
};

const UNITS = {
  assetClass: 'text',
  symbol: 'text',
  underlying: 'text',
  multiplier: 'number',
} as const;

export const EQUITY: Shape<Equity> = UNITS;
export const OF_TOKEN = 'token_';
/** Fields that only tokens have; their column names carry the prefix. */
export type TokenFacts = Pick<Token, 'ticker' | 'decimals' | 'settlement' | 'market'>;
export const TOKEN_FACTS: Shape<TokenFacts> = {
  ticker: 'text',
  decimals: 'number',
  settlement: 'text',
  market: 'text',
};
export const TOKEN: Shape<Token> = { ...UNITS, ...TOKEN_FACTS };
export const TOKEN_UNITS: Shape<Omit<Token, keyof TokenFacts>> = UNITS;

export const BRACKET: Shape<Bracket> = {
  stopLoss: 'decimal',
  takeProfit: 'decimal',
  stopLimit: 'decimal',
};

export const TRAIL: Shape<Trail> = {
  pct: 'decimal',
  start: 'decimal',
  best: 'decimal',
  beyond: 'decimal',
  asked: 'decimal',
  askedAt: 'time',
};

export const CLOSE_REQUEST: Shape<CloseRequest> = {
  quantity: 'decimal',
  orderType: 'text',
  limitPrice: 'decimal',
  role: 'text',
  requestedAt: 'time',
  missing: 'decimal',
  confirmedPrice: 'decimal',
};

export const REVIEW: Shape<Review> = {
  status: 'text',
  exitPrice: 'decimal',
  quantity: 'decimal',
  note: 'text',
  at: 'time',
  reviewer: 'text',
  evidence: 'text',
};

export const DOUBT: Shape<Doubt> = {
  cause: 'text',
  ours: 'decimal',
  theirs: 'decimal',
  newShares: 'decimal',
  oldShares: 'decimal',
  successor: 'text',
  awaitsHistory: 'flag',
  at: 'time',
};

export const SPLIT: Shape<SplitRatio> = { newShares: 'decimal', oldShares: 'decimal' };

export const SETTLEMENT: Shape<Settlement> = {
  settledAt: 'time',
  price: 'decimal',
  source: 'text',
  sourceTime: 'time',
  intrinsic: 'decimal',
  delivery: 'text',
  shares: 'decimal',
};

export const GREEKS: Shape<Greeks> = {
  delta: 'number',
  gamma: 'number',
  theta: 'number',
  vega: 'number',
  iv: 'number',
};

export const MARK: Shape<Mark> = {
  ...GREEKS,
  bid: 'decimal',
  ask: 'decimal',
  mid: 'decimal',
  price: 'decimal',
  underlyingPrice: 'decimal',
  source: 'text',
  sourceTime: 'time',
  receivedAt: 'time',
  delayed: 'flag',
};

export const SNAPSHOT: Shape<Snapshot> = {
  ...MARK,
  id: 'text',
  tradeId: 'text',
  kind: 'text',
  takenAt: 'time',
};

/** Parts of the context whose column names carry a prefix, to differ from the trade's own. */
export type ContextRemarks = Pick<TradeContext, 'tags' | 'notes' | 'extra'>;
export const CONTEXT_REMARKS: Shape<ContextRemarks> = {
  tags: 'json',
  notes: 'text',
  extra: 'json',
};

export type ContextFacts = Omit<TradeContext, keyof ContextRemarks>;
export const CONTEXT_FACTS: Shape<ContextFacts> = {
  strategy: 'text',
  scanner: 'text',
  scannerScore: 'number',
  scannerCriteria: 'json',
  aiModel: 'text',
  aiPromptVersion: 'text',
  aiVerdict: 'text',
  aiConfidence: 'number',
  aiRationale: 'text',
  ivRank: 'number',
  ivPercentile: 'number',
  hv30: 'number',
  underlyingTrend: 'text',
  earningsDate: 'text',
  marketRegime: 'text',
  contextSource: 'text',
};
