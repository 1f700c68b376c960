/* eslint-disable */
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
export type MakeOptional<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]?: Maybe<T[SubKey]> };
export type MakeMaybe<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]: Maybe<T[SubKey]> };
export type MakeEmpty<T extends { [key: string]: unknown }, K extends keyof T> = { [_ in K]?: never };
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  Date: { input: string; output: string; }
  DateTime: { input: string; output: string; }
  Decimal: { input: string; output: string; }
  JSON: { input: unknown; output: unknown; }
};

export type AdjustBracketInput = {
  confirmationToken?: InputMaybe<Scalars['String']['input']>;
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  idempotencyKey: Scalars['String']['input'];
  stopLoss?: InputMaybe<Scalars['Decimal']['input']>;
  takeProfit?: InputMaybe<Scalars['Decimal']['input']>;
};

export type AiStats = {
  __typename?: 'AiStats';
  brier?: Maybe<Scalars['Float']['output']>;
  calibration: Array<CalibrationBucket>;
  lift?: Maybe<Scalars['Float']['output']>;
};

export type AiVerdict =
  | 'AVOID'
  | 'BUY'
  | 'NEUTRAL'
  | 'STRONG_BUY';

export type Alert = {
  __typename?: 'Alert';
  acknowledgedAt?: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  kind: Scalars['String']['output'];
  message: Scalars['String']['output'];
  mode: TradingMode;
  raisedAt: Scalars['DateTime']['output'];
  severity: Severity;
  tradeId?: Maybe<Scalars['ID']['output']>;
};

export type AlertConnection = {
  __typename?: 'AlertConnection';
  edges: Array<AlertEdge>;
  nodes: Array<Alert>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type AlertEdge = {
  __typename?: 'AlertEdge';
  cursor: Scalars['String']['output'];
  node: Alert;
};

export type ApiToken = {
  __typename?: 'ApiToken';
  createdAt: Scalars['DateTime']['output'];
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  name: Scalars['String']['output'];
  scopes: Array<Scope>;
};

export type AssetClass =
  | 'EQUITY'
  | 'OPTION'
  | 'TOKEN';

export type AuditConnection = {
  __typename?: 'AuditConnection';
  edges: Array<AuditEdge>;
  nodes: Array<AuditEntry>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type AuditEdge = {
  __typename?: 'AuditEdge';
  cursor: Scalars['String']['output'];
  node: AuditEntry;
};

export type AuditEntry = {
  __typename?: 'AuditEntry';
  action: Scalars['String']['output'];
  actor: Scalars['String']['output'];
  at: Scalars['DateTime']['output'];
  detail?: Maybe<Scalars['JSON']['output']>;
  hash: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  mode: TradingMode;
  tradeId?: Maybe<Scalars['ID']['output']>;
};

export type Backtest = {
  __typename?: 'Backtest';
  equity: Array<EquityPoint>;
  error?: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  progress: Scalars['Float']['output'];
  stats?: Maybe<TradeStats>;
  status: BacktestStatus;
  strategyId: Scalars['ID']['output'];
};

export type BacktestInput = {
  cash?: InputMaybe<Scalars['Decimal']['input']>;
  fillModel?: InputMaybe<FillModel>;
  from: Scalars['DateTime']['input'];
  interval?: InputMaybe<CandleInterval>;
  strategyId: Scalars['ID']['input'];
  symbols: Array<Scalars['String']['input']>;
  to: Scalars['DateTime']['input'];
};

export type BacktestProgress = {
  __typename?: 'BacktestProgress';
  id: Scalars['ID']['output'];
  progress: Scalars['Float']['output'];
  status: BacktestStatus;
};

export type BacktestStatus =
  | 'CANCELED'
  | 'DONE'
  | 'FAILED'
  | 'QUEUED'
  | 'RUNNING';

export type Backup = {
  __typename?: 'Backup';
  createdAt: Scalars['DateTime']['output'];
  file: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  sizeBytes: Scalars['Float']['output'];
  stateHash: Scalars['String']['output'];
};

export type BracketInput = {
  stopLimit?: InputMaybe<Scalars['Decimal']['input']>;
  stopLoss?: InputMaybe<Scalars['Decimal']['input']>;
  takeProfit?: InputMaybe<Scalars['Decimal']['input']>;
  trailingPct?: InputMaybe<Scalars['Decimal']['input']>;
};

export type BrokerAccount = {
  __typename?: 'BrokerAccount';
  accountId?: Maybe<Scalars['String']['output']>;
  configured: Scalars['Boolean']['output'];
  lastFour?: Maybe<Scalars['String']['output']>;
};

export type BrokerAccountInput = {
  accountId?: InputMaybe<Scalars['String']['input']>;
  token?: InputMaybe<Scalars['String']['input']>;
};

export type CalibrationBucket = {
  __typename?: 'CalibrationBucket';
  bucket: Scalars['String']['output'];
  n: Scalars['Int']['output'];
  observed?: Maybe<Scalars['Float']['output']>;
  predicted?: Maybe<Scalars['Float']['output']>;
};

export type Candle = {
  __typename?: 'Candle';
  at: Scalars['DateTime']['output'];
  close: Scalars['Decimal']['output'];
  high: Scalars['Decimal']['output'];
  low: Scalars['Decimal']['output'];
  open: Scalars['Decimal']['output'];
  volume?: Maybe<Scalars['Decimal']['output']>;
};

export type CandleInterval =
  | 'FIFTEEN_MINUTES'
  | 'FIVE_MINUTES'
  | 'ONE_DAY'
  | 'ONE_HOUR'
  | 'ONE_MINUTE';

export type CloseStats = {
  __typename?: 'CloseStats';
  count: Scalars['Int']['output'];
  pnl: Scalars['Decimal']['output'];
  reason: TradeStatus;
};

export type CloseTradeInput = {
  confirmationToken?: InputMaybe<Scalars['String']['input']>;
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  idempotencyKey: Scalars['String']['input'];
  limitPrice?: InputMaybe<Scalars['Decimal']['input']>;
  orderType?: InputMaybe<OrderType>;
  quantity?: InputMaybe<Scalars['Decimal']['input']>;
};

export type ConfidencePart = {
  __typename?: 'ConfidencePart';
  name: Scalars['String']['output'];
  score: Scalars['Float']['output'];
};

export type CreatedApiToken = {
  __typename?: 'CreatedApiToken';
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  scopes: Array<Scope>;
  token: Scalars['String']['output'];
};

export type Credential = {
  __typename?: 'Credential';
  configured: Scalars['Boolean']['output'];
  lastFour?: Maybe<Scalars['String']['output']>;
};

export type DriftCause = {
  __typename?: 'DriftCause';
  amount: Scalars['Decimal']['output'];
  cause: Scalars['String']['output'];
  trades: Scalars['Int']['output'];
};

export type DriftReport = {
  __typename?: 'DriftReport';
  causes: Array<DriftCause>;
  total: Scalars['Decimal']['output'];
  trades: Scalars['Int']['output'];
};

export type EquityInput = {
  symbol: Scalars['String']['input'];
};

export type EquityPoint = {
  __typename?: 'EquityPoint';
  at: Scalars['DateTime']['output'];
  cash: Scalars['Decimal']['output'];
  equity?: Maybe<Scalars['Decimal']['output']>;
};

export type Estimate = {
  __typename?: 'Estimate';
  high?: Maybe<Scalars['Float']['output']>;
  low?: Maybe<Scalars['Float']['output']>;
  n: Scalars['Int']['output'];
  value?: Maybe<Scalars['Float']['output']>;
};

export type Fill = {
  __typename?: 'Fill';
  fee: Scalars['Decimal']['output'];
  filledAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  price: Scalars['Decimal']['output'];
  quantity: Scalars['Decimal']['output'];
};

export type FillModel =
  | 'CROSS'
  | 'INSTANT'
  | 'MID'
  | 'ORATS'
  | 'QUOTE'
  | 'TOUCH';

export type Greeks = {
  __typename?: 'Greeks';
  delta?: Maybe<Scalars['Float']['output']>;
  gamma?: Maybe<Scalars['Float']['output']>;
  iv?: Maybe<Scalars['Float']['output']>;
  theta?: Maybe<Scalars['Float']['output']>;
  vega?: Maybe<Scalars['Float']['output']>;
};

export type Job = {
  __typename?: 'Job';
  lastError?: Maybe<Scalars['String']['output']>;
  lastRun?: Maybe<Scalars['DateTime']['output']>;
  name: Scalars['String']['output'];
  nextRun?: Maybe<Scalars['DateTime']['output']>;
  runs: Scalars['Int']['output'];
  skipped: Scalars['Int']['output'];
};

export type KillSwitchLevel =
  | 'HALT_ALL'
  | 'HALT_ENTRIES'
  | 'OFF';

export type Limits = {
  __typename?: 'Limits';
  maxDailyLoss?: Maybe<Scalars['Decimal']['output']>;
  maxOpenTrades?: Maybe<Scalars['Int']['output']>;
  maxOrderCost?: Maybe<Scalars['Decimal']['output']>;
  maxPerUnderlying?: Maybe<Scalars['Int']['output']>;
  maxPositionCost?: Maybe<Scalars['Decimal']['output']>;
  maxPriceImpactPct?: Maybe<Scalars['Decimal']['output']>;
  maxSlippagePct?: Maybe<Scalars['Decimal']['output']>;
  maxTradesPerDay?: Maybe<Scalars['Int']['output']>;
  minPriceConfidence?: Maybe<Scalars['Float']['output']>;
};

export type LimitsInput = {
  maxDailyLoss?: InputMaybe<Scalars['Decimal']['input']>;
  maxOpenTrades?: InputMaybe<Scalars['Int']['input']>;
  maxOrderCost?: InputMaybe<Scalars['Decimal']['input']>;
  maxPerUnderlying?: InputMaybe<Scalars['Int']['input']>;
  maxPositionCost?: InputMaybe<Scalars['Decimal']['input']>;
  maxPriceImpactPct?: InputMaybe<Scalars['Decimal']['input']>;
  maxSlippagePct?: InputMaybe<Scalars['Decimal']['input']>;
  maxTradesPerDay?: InputMaybe<Scalars['Int']['input']>;
  minPriceConfidence?: InputMaybe<Scalars['Float']['input']>;
};

export type Mark = {
  __typename?: 'Mark';
  ageSeconds?: Maybe<Scalars['Float']['output']>;
  ask?: Maybe<Scalars['Decimal']['output']>;
  bid?: Maybe<Scalars['Decimal']['output']>;
  delayed: Scalars['Boolean']['output'];
  delta?: Maybe<Scalars['Float']['output']>;
  gamma?: Maybe<Scalars['Float']['output']>;
  iv?: Maybe<Scalars['Float']['output']>;
  mid?: Maybe<Scalars['Decimal']['output']>;
  price?: Maybe<Scalars['Decimal']['output']>;
  receivedAt?: Maybe<Scalars['DateTime']['output']>;
  source?: Maybe<Scalars['String']['output']>;
  sourceTime?: Maybe<Scalars['DateTime']['output']>;
  stale: Scalars['Boolean']['output'];
  theta?: Maybe<Scalars['Float']['output']>;
  underlyingPrice?: Maybe<Scalars['Decimal']['output']>;
  vega?: Maybe<Scalars['Float']['output']>;
};

export type MarketSession =
  | 'ALWAYS_OPEN'
  | 'CLOSED'
  | 'POST_MARKET'
  | 'PRE_MARKET'
  | 'REGULAR';

export type Mutation = {
  __typename?: 'Mutation';
  acknowledgeAlert: Alert;
  adjustBracket: Trade;
  annotateTrade: Trade;
  armRealTrading: SystemStatus;
  cancelBacktest: Backtest;
  cancelTrade: Trade;
  changePassword: Scalars['Boolean']['output'];
  checkProvider: ProviderCheck;
  closeTrade: Trade;
  createApiToken: CreatedApiToken;
  createBackup: Backup;
  depositPaper: Portfolio;
  disarmRealTrading: SystemStatus;
  placeTrade: Trade;
  refreshPrices: Array<Trade>;
  reviewTrade: Trade;
  revokeApiToken: Scalars['Boolean']['output'];
  revokeSession: Scalars['Boolean']['output'];
  runBacktest: Backtest;
  saveStrategy: Strategy;
  setKillSwitch: SystemStatus;
  signIn: Session;
  signOut: Scalars['Boolean']['output'];
  signUp: Session;
  startDemo: Session;
  startStrategy: Strategy;
  stopStrategy: Strategy;
  updateSettings: UserSettings;
};


export type MutationAcknowledgeAlertArgs = {
  id: Scalars['ID']['input'];
};


export type MutationAdjustBracketArgs = {
  input: AdjustBracketInput;
};


export type MutationAnnotateTradeArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  notes?: InputMaybe<Scalars['String']['input']>;
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
};


export type MutationArmRealTradingArgs = {
  phrase: Scalars['String']['input'];
};


export type MutationCancelBacktestArgs = {
  id: Scalars['ID']['input'];
};


export type MutationCancelTradeArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  idempotencyKey: Scalars['String']['input'];
};


export type MutationChangePasswordArgs = {
  current: Scalars['String']['input'];
  next: Scalars['String']['input'];
};


export type MutationCheckProviderArgs = {
  provider: Provider;
};


export type MutationCloseTradeArgs = {
  input: CloseTradeInput;
};


export type MutationCreateApiTokenArgs = {
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  name: Scalars['String']['input'];
  scopes: Array<Scope>;
};


export type MutationDepositPaperArgs = {
  amount: Scalars['Decimal']['input'];
};


export type MutationPlaceTradeArgs = {
  input: PlaceTradeInput;
};


export type MutationRefreshPricesArgs = {
  mode: TradingMode;
};


export type MutationReviewTradeArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  resolution: ReviewInput;
};


export type MutationRevokeApiTokenArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRevokeSessionArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRunBacktestArgs = {
  input: BacktestInput;
};


export type MutationSaveStrategyArgs = {
  input: StrategyInput;
};


export type MutationSetKillSwitchArgs = {
  level: KillSwitchLevel;
  mode: TradingMode;
};


export type MutationSignInArgs = {
  password: Scalars['String']['input'];
  username: Scalars['String']['input'];
};


export type MutationSignUpArgs = {
  password: Scalars['String']['input'];
  username: Scalars['String']['input'];
};


export type MutationStartStrategyArgs = {
  id: Scalars['ID']['input'];
  mode: TradingMode;
};


export type MutationStopStrategyArgs = {
  id: Scalars['ID']['input'];
};


export type MutationUpdateSettingsArgs = {
  input: UpdateSettingsInput;
};

export type Notifications = {
  __typename?: 'Notifications';
  browser: Scalars['Boolean']['output'];
  minSeverity: Severity;
  sound: Scalars['Boolean']['output'];
};

export type NotificationsInput = {
  browser?: InputMaybe<Scalars['Boolean']['input']>;
  minSeverity?: InputMaybe<Severity>;
  sound?: InputMaybe<Scalars['Boolean']['input']>;
};

export type OptionChain = {
  __typename?: 'OptionChain';
  expiration: Scalars['Date']['output'];
  rows: Array<OptionChainRow>;
  underlying: Scalars['String']['output'];
  underlyingPrice?: Maybe<Scalars['Decimal']['output']>;
};

export type OptionChainRow = {
  __typename?: 'OptionChainRow';
  call?: Maybe<Quote>;
  put?: Maybe<Quote>;
  strike: Scalars['Decimal']['output'];
};

export type OptionInput = {
  expiration?: InputMaybe<Scalars['Date']['input']>;
  right?: InputMaybe<OptionRight>;
  strike?: InputMaybe<Scalars['Decimal']['input']>;
  symbol?: InputMaybe<Scalars['String']['input']>;
  underlying?: InputMaybe<Scalars['String']['input']>;
};

export type OptionRight =
  | 'CALL'
  | 'PUT';

export type Order = {
  __typename?: 'Order';
  averagePrice?: Maybe<Scalars['Decimal']['output']>;
  filledQuantity: Scalars['Decimal']['output'];
  fills: Array<Fill>;
  id: Scalars['ID']['output'];
  limitPrice?: Maybe<Scalars['Decimal']['output']>;
  placedAt: Scalars['DateTime']['output'];
  quantity: Scalars['Decimal']['output'];
  reason?: Maybe<Scalars['String']['output']>;
  role: OrderRole;
  side: OrderSide;
  status: OrderStatus;
  stopPrice?: Maybe<Scalars['Decimal']['output']>;
  tag: Scalars['String']['output'];
  type: OrderType;
  venueOrderId?: Maybe<Scalars['String']['output']>;
};

export type OrderRole =
  | 'CLOSE'
  | 'ENTRY'
  | 'STOP_LOSS'
  | 'TAKE_PROFIT';

export type OrderSide =
  | 'BUY'
  | 'BUY_TO_CLOSE'
  | 'BUY_TO_OPEN'
  | 'SELL'
  | 'SELL_TO_CLOSE'
  | 'SELL_TO_OPEN';

export type OrderStatus =
  | 'ACCEPTED'
  | 'CANCELED'
  | 'DENIED'
  | 'EXPIRED'
  | 'FILLED'
  | 'INTENT'
  | 'PARTIALLY_FILLED'
  | 'REJECTED'
  | 'SUBMITTED'
  | 'UNKNOWN';

export type OrderType =
  | 'LIMIT'
  | 'MARKET'
  | 'STOP'
  | 'STOP_LIMIT';

export type PageInfo = {
  __typename?: 'PageInfo';
  endCursor?: Maybe<Scalars['String']['output']>;
  hasNextPage: Scalars['Boolean']['output'];
  hasPreviousPage: Scalars['Boolean']['output'];
  startCursor?: Maybe<Scalars['String']['output']>;
};

export type PaperVenue =
  | 'SIMULATED'
  | 'TRADIER_SANDBOX';

export type PlaceTradeInput = {
  bracket?: InputMaybe<BracketInput>;
  confirmationToken?: InputMaybe<Scalars['String']['input']>;
  context?: InputMaybe<TradeContextInput>;
  equity?: InputMaybe<EquityInput>;
  idempotencyKey: Scalars['String']['input'];
  limitPrice?: InputMaybe<Scalars['Decimal']['input']>;
  mode: TradingMode;
  option?: InputMaybe<OptionInput>;
  orderType?: OrderType;
  quantity: Scalars['Decimal']['input'];
  side: OrderSide;
  stopPrice?: InputMaybe<Scalars['Decimal']['input']>;
  timeInForce?: TimeInForce;
  token?: InputMaybe<TokenInput>;
};

export type Portfolio = {
  __typename?: 'Portfolio';
  asOf: Scalars['DateTime']['output'];
  buyingPower?: Maybe<Scalars['Decimal']['output']>;
  cash: Scalars['Decimal']['output'];
  dayPnl?: Maybe<Scalars['Decimal']['output']>;
  deposits: Scalars['Decimal']['output'];
  equity: Scalars['Decimal']['output'];
  fees: Scalars['Decimal']['output'];
  mode: TradingMode;
  openPnl?: Maybe<Scalars['Decimal']['output']>;
  realizedPnl: Scalars['Decimal']['output'];
  unmarked: Scalars['Int']['output'];
};

export type Position = {
  __typename?: 'Position';
  assetClass: AssetClass;
  averagePrice: Scalars['Decimal']['output'];
  costBasis: Scalars['Decimal']['output'];
  mark?: Maybe<Mark>;
  mode: TradingMode;
  quantity: Scalars['Decimal']['output'];
  symbol: Scalars['String']['output'];
  tradeIds: Array<Scalars['ID']['output']>;
  underlying?: Maybe<Scalars['String']['output']>;
  unrealizedPnl?: Maybe<Scalars['Decimal']['output']>;
};

export type PriceAction =
  | 'ENTRY'
  | 'STOP_LOSS'
  | 'TAKE_PROFIT'
  | 'VALUATION';

export type PriceInfo = {
  __typename?: 'PriceInfo';
  asOf: Scalars['DateTime']['output'];
  confidence: Scalars['Float']['output'];
  parts: Array<ConfidencePart>;
  price?: Maybe<Scalars['Decimal']['output']>;
  sources: Array<SourcePrice>;
  token: Scalars['String']['output'];
  verdicts: Array<PriceVerdict>;
};

export type PriceVerdict = {
  __typename?: 'PriceVerdict';
  action: PriceAction;
  allowed: Scalars['Boolean']['output'];
  reason?: Maybe<Scalars['String']['output']>;
};

export type PromotionGate = {
  __typename?: 'PromotionGate';
  actual?: Maybe<Scalars['String']['output']>;
  limit: Scalars['String']['output'];
  message: Scalars['String']['output'];
  rule: Scalars['String']['output'];
  verdict: Verdict;
};

export type PromotionReport = {
  __typename?: 'PromotionReport';
  from: StrategyStage;
  gates: Array<PromotionGate>;
  strategyId: Scalars['ID']['output'];
  to?: Maybe<StrategyStage>;
  tradesNeeded?: Maybe<Scalars['Int']['output']>;
  verdict: Verdict;
};

export type Protection =
  | 'NONE'
  | 'VENUE'
  | 'WATCHED';

export type Provider =
  | 'DEXSCREENER'
  | 'JUPITER'
  | 'ORATS'
  | 'SOLANA'
  | 'TRADIER_LIVE'
  | 'TRADIER_SANDBOX';

export type ProviderCheck = {
  __typename?: 'ProviderCheck';
  checkedAt: Scalars['DateTime']['output'];
  delayed?: Maybe<Scalars['Boolean']['output']>;
  latencyMs?: Maybe<Scalars['Int']['output']>;
  message: Scalars['String']['output'];
  ok: Scalars['Boolean']['output'];
  provider: Provider;
};

export type Query = {
  __typename?: 'Query';
  alerts: AlertConnection;
  apiTokens: Array<ApiToken>;
  auditLog: AuditConnection;
  backtest?: Maybe<Backtest>;
  candles: Array<Candle>;
  drift: DriftReport;
  equityCurve: Array<EquityPoint>;
  jobs: Array<Job>;
  optionChain: OptionChain;
  optionExpirations: Array<Scalars['Date']['output']>;
  portfolio: Portfolio;
  positions: Array<Position>;
  previewAdjust: TradePreview;
  previewClose: TradePreview;
  previewTrade: TradePreview;
  priceInfo: PriceInfo;
  promotion: PromotionReport;
  quotes: Array<Quote>;
  sessions: Array<SignedInSession>;
  settings: UserSettings;
  signInOptions: SignInOptions;
  stats: TradeStats;
  strategies: Array<Strategy>;
  strategy?: Maybe<Strategy>;
  systemStatus: SystemStatus;
  trade?: Maybe<Trade>;
  tradeAsOf?: Maybe<Trade>;
  trades: TradeConnection;
  viewer?: Maybe<User>;
};


export type QueryAlertsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  mode: TradingMode;
  unreadOnly?: InputMaybe<Scalars['Boolean']['input']>;
};


export type QueryAuditLogArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  mode: TradingMode;
};


export type QueryBacktestArgs = {
  id: Scalars['ID']['input'];
};


export type QueryCandlesArgs = {
  from: Scalars['DateTime']['input'];
  interval: CandleInterval;
  symbol: Scalars['String']['input'];
  to?: InputMaybe<Scalars['DateTime']['input']>;
};


export type QueryDriftArgs = {
  filter?: InputMaybe<TradeFilter>;
  mode: TradingMode;
};


export type QueryEquityCurveArgs = {
  from?: InputMaybe<Scalars['DateTime']['input']>;
  mode: TradingMode;
  to?: InputMaybe<Scalars['DateTime']['input']>;
};


export type QueryOptionChainArgs = {
  expiration: Scalars['Date']['input'];
  underlying: Scalars['String']['input'];
};


export type QueryOptionExpirationsArgs = {
  underlying: Scalars['String']['input'];
};


export type QueryPortfolioArgs = {
  mode: TradingMode;
};


export type QueryPositionsArgs = {
  mode: TradingMode;
};


export type QueryPreviewAdjustArgs = {
  input: AdjustBracketInput;
};


export type QueryPreviewCloseArgs = {
  input: CloseTradeInput;
};


export type QueryPreviewTradeArgs = {
  input: PlaceTradeInput;
};


export type QueryPriceInfoArgs = {
  token: Scalars['String']['input'];
};


export type QueryPromotionArgs = {
  strategyId: Scalars['ID']['input'];
};


export type QueryQuotesArgs = {
  symbols: Array<Scalars['String']['input']>;
};


export type QueryStatsArgs = {
  filter?: InputMaybe<TradeFilter>;
  groupBy?: InputMaybe<Array<StatsDimension>>;
  mode: TradingMode;
};


export type QueryStrategyArgs = {
  id: Scalars['ID']['input'];
};


export type QuerySystemStatusArgs = {
  mode: TradingMode;
};


export type QueryTradeArgs = {
  id: Scalars['ID']['input'];
};


export type QueryTradeAsOfArgs = {
  at: Scalars['DateTime']['input'];
  id: Scalars['ID']['input'];
};


export type QueryTradesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TradeFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  mode: TradingMode;
  phase?: InputMaybe<TradePhase>;
};

export type Quote = {
  __typename?: 'Quote';
  ageSeconds?: Maybe<Scalars['Float']['output']>;
  ask?: Maybe<Scalars['Decimal']['output']>;
  assetClass?: Maybe<AssetClass>;
  bid?: Maybe<Scalars['Decimal']['output']>;
  delayed: Scalars['Boolean']['output'];
  delta?: Maybe<Scalars['Float']['output']>;
  gamma?: Maybe<Scalars['Float']['output']>;
  iv?: Maybe<Scalars['Float']['output']>;
  last?: Maybe<Scalars['Decimal']['output']>;
  mid?: Maybe<Scalars['Decimal']['output']>;
  openInterest?: Maybe<Scalars['Int']['output']>;
  receivedAt?: Maybe<Scalars['DateTime']['output']>;
  source?: Maybe<Scalars['String']['output']>;
  sourceTime?: Maybe<Scalars['DateTime']['output']>;
  stale: Scalars['Boolean']['output'];
  symbol: Scalars['String']['output'];
  theta?: Maybe<Scalars['Float']['output']>;
  vega?: Maybe<Scalars['Float']['output']>;
  volume?: Maybe<Scalars['Decimal']['output']>;
};

export type ReviewInput = {
  exitPrice?: InputMaybe<Scalars['Decimal']['input']>;
  note: Scalars['String']['input'];
  status: TradeStatus;
};

export type RiskCheck = {
  __typename?: 'RiskCheck';
  actual?: Maybe<Scalars['String']['output']>;
  limit?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
  passed: Scalars['Boolean']['output'];
  rule: Scalars['String']['output'];
};

export type Role =
  | 'ADMIN'
  | 'USER';

export type Scope =
  | 'ADMIN'
  | 'READ'
  | 'TRADE_PAPER'
  | 'TRADE_REAL';

export type Session = {
  __typename?: 'Session';
  expiresAt: Scalars['DateTime']['output'];
  token: Scalars['String']['output'];
  user: User;
};

export type Settlement = {
  __typename?: 'Settlement';
  intrinsic: Scalars['Decimal']['output'];
  price: Scalars['Decimal']['output'];
  settledAt: Scalars['DateTime']['output'];
  source: Scalars['String']['output'];
  sourceTime: Scalars['DateTime']['output'];
};

export type SettlementToken =
  | 'SOL'
  | 'USDC';

export type Severity =
  | 'CRITICAL'
  | 'INFO'
  | 'WARNING';

export type SignInOptions = {
  __typename?: 'SignInOptions';
  demo: Scalars['Boolean']['output'];
  signUp: Scalars['Boolean']['output'];
};

export type SignedInSession = {
  __typename?: 'SignedInSession';
  createdAt: Scalars['DateTime']['output'];
  current: Scalars['Boolean']['output'];
  device?: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  lastUsedAt: Scalars['DateTime']['output'];
};

export type Snapshot = {
  __typename?: 'Snapshot';
  ageSeconds?: Maybe<Scalars['Float']['output']>;
  ask?: Maybe<Scalars['Decimal']['output']>;
  bid?: Maybe<Scalars['Decimal']['output']>;
  delayed: Scalars['Boolean']['output'];
  delta?: Maybe<Scalars['Float']['output']>;
  gamma?: Maybe<Scalars['Float']['output']>;
  id: Scalars['ID']['output'];
  iv?: Maybe<Scalars['Float']['output']>;
  kind: SnapshotKind;
  mid?: Maybe<Scalars['Decimal']['output']>;
  price?: Maybe<Scalars['Decimal']['output']>;
  receivedAt?: Maybe<Scalars['DateTime']['output']>;
  source?: Maybe<Scalars['String']['output']>;
  sourceTime?: Maybe<Scalars['DateTime']['output']>;
  stale: Scalars['Boolean']['output'];
  takenAt: Scalars['DateTime']['output'];
  theta?: Maybe<Scalars['Float']['output']>;
  underlyingPrice?: Maybe<Scalars['Decimal']['output']>;
  vega?: Maybe<Scalars['Float']['output']>;
};

export type SnapshotCompleteness = {
  __typename?: 'SnapshotCompleteness';
  date: Scalars['Date']['output'];
  expected: Scalars['Int']['output'];
  gaps: Array<SnapshotGap>;
  taken: Scalars['Int']['output'];
};

export type SnapshotConnection = {
  __typename?: 'SnapshotConnection';
  edges: Array<SnapshotEdge>;
  nodes: Array<Snapshot>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type SnapshotEdge = {
  __typename?: 'SnapshotEdge';
  cursor: Scalars['String']['output'];
  node: Snapshot;
};

export type SnapshotGap = {
  __typename?: 'SnapshotGap';
  cause: Scalars['String']['output'];
  count: Scalars['Int']['output'];
  from: Scalars['DateTime']['output'];
  to: Scalars['DateTime']['output'];
};

export type SnapshotKind =
  | 'INTRADAY'
  | 'POST_CLOSE'
  | 'PRE_MARKET';

export type SourcePrice = {
  __typename?: 'SourcePrice';
  accepted: Scalars['Boolean']['output'];
  liquidityUsd?: Maybe<Scalars['Decimal']['output']>;
  price?: Maybe<Scalars['Decimal']['output']>;
  reason?: Maybe<Scalars['String']['output']>;
  receivedAt: Scalars['DateTime']['output'];
  source: Scalars['String']['output'];
};

export type StatsDimension =
  | 'AI_MODEL'
  | 'AI_VERDICT'
  | 'ASSET_CLASS'
  | 'CLOSE_REASON'
  | 'DELTA'
  | 'DTE'
  | 'HOUR'
  | 'IV_RANK'
  | 'MONTH'
  | 'REGIME'
  | 'SCANNER'
  | 'SIDE'
  | 'STRATEGY'
  | 'TAG'
  | 'UNDERLYING'
  | 'WEEKDAY';

export type StatsSegment = {
  __typename?: 'StatsSegment';
  dimension: StatsDimension;
  key: Scalars['String']['output'];
  stats: TradeStats;
};

export type Strategy = {
  __typename?: 'Strategy';
  id: Scalars['ID']['output'];
  kind: Scalars['String']['output'];
  name: Scalars['String']['output'];
  parameters: Scalars['JSON']['output'];
  running: Array<TradingMode>;
  stage: StrategyStage;
};

export type StrategyInput = {
  id?: InputMaybe<Scalars['ID']['input']>;
  kind: Scalars['String']['input'];
  name: Scalars['String']['input'];
  parameters?: InputMaybe<Scalars['JSON']['input']>;
};

export type StrategyStage =
  | 'BACKTEST'
  | 'FULL_REAL'
  | 'PAPER'
  | 'SMALL_REAL';

export type Subscription = {
  __typename?: 'Subscription';
  alertRaised: Alert;
  backtestProgress: BacktestProgress;
  positionUpdated: Position;
  quoteUpdated: Quote;
  systemStatusChanged: SystemStatus;
  tradeUpdated: TradeEvent;
  tradesChanged: TradeEventBatch;
};


export type SubscriptionAlertRaisedArgs = {
  mode: TradingMode;
};


export type SubscriptionBacktestProgressArgs = {
  id: Scalars['ID']['input'];
};


export type SubscriptionPositionUpdatedArgs = {
  mode: TradingMode;
};


export type SubscriptionQuoteUpdatedArgs = {
  symbols: Array<Scalars['String']['input']>;
};


export type SubscriptionSystemStatusChangedArgs = {
  mode: TradingMode;
};


export type SubscriptionTradeUpdatedArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  mode: TradingMode;
};


export type SubscriptionTradesChangedArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  mode: TradingMode;
};

export type SystemStatus = {
  __typename?: 'SystemStatus';
  armPhrase?: Maybe<Scalars['String']['output']>;
  armed: Scalars['Boolean']['output'];
  armedUntil?: Maybe<Scalars['DateTime']['output']>;
  clock: Scalars['DateTime']['output'];
  dataAgeSeconds?: Maybe<Scalars['Float']['output']>;
  killSwitch: KillSwitchLevel;
  marketSession: MarketSession;
  mode: TradingMode;
  nextSessionChange?: Maybe<Scalars['DateTime']['output']>;
  simulated: Scalars['Boolean']['output'];
  snapshotCompleteness: SnapshotCompleteness;
  testClock: Scalars['Boolean']['output'];
  unknownOrders: Scalars['Int']['output'];
  unprotectedTrades: Scalars['Int']['output'];
  venue: Scalars['String']['output'];
  version: Scalars['String']['output'];
};

export type TimeInForce =
  | 'DAY'
  | 'GTC';

export type TokenInput = {
  mint: Scalars['String']['input'];
  settlement?: SettlementToken;
};

export type Trade = {
  __typename?: 'Trade';
  assetClass: AssetClass;
  closeReason?: Maybe<TradeStatus>;
  closedAt?: Maybe<Scalars['DateTime']['output']>;
  context: TradeContext;
  costBasis?: Maybe<Scalars['Decimal']['output']>;
  dteAtEntry?: Maybe<Scalars['Int']['output']>;
  entryGreeks?: Maybe<Greeks>;
  entryPrice?: Maybe<Scalars['Decimal']['output']>;
  events: TradeEventConnection;
  excursionsComplete: Scalars['Boolean']['output'];
  exitGreeks?: Maybe<Greeks>;
  exitPrice?: Maybe<Scalars['Decimal']['output']>;
  expiration?: Maybe<Scalars['Date']['output']>;
  fees: Scalars['Decimal']['output'];
  fillModel?: Maybe<FillModel>;
  fillModelVersion?: Maybe<Scalars['String']['output']>;
  filledQuantity: Scalars['Decimal']['output'];
  holdMinutes?: Maybe<Scalars['Float']['output']>;
  id: Scalars['ID']['output'];
  limitPrice?: Maybe<Scalars['Decimal']['output']>;
  mark?: Maybe<Mark>;
  maxAdverseExcursion?: Maybe<Scalars['Decimal']['output']>;
  maxFavorableExcursion?: Maybe<Scalars['Decimal']['output']>;
  mode: TradingMode;
  multiplier: Scalars['Int']['output'];
  netPnl?: Maybe<Scalars['Decimal']['output']>;
  notes?: Maybe<Scalars['String']['output']>;
  openQuantity: Scalars['Decimal']['output'];
  openedAt?: Maybe<Scalars['DateTime']['output']>;
  orderType: OrderType;
  orders: Array<Order>;
  phase: TradePhase;
  placedAt: Scalars['DateTime']['output'];
  protection: Protection;
  quantity: Scalars['Decimal']['output'];
  realizedPnl?: Maybe<Scalars['Decimal']['output']>;
  reason?: Maybe<Scalars['String']['output']>;
  returnPct?: Maybe<Scalars['Decimal']['output']>;
  right?: Maybe<OptionRight>;
  settlement?: Maybe<Settlement>;
  side: OrderSide;
  snapshots: SnapshotConnection;
  status: TradeStatus;
  stopLoss?: Maybe<Scalars['Decimal']['output']>;
  strike?: Maybe<Scalars['Decimal']['output']>;
  symbol: Scalars['String']['output'];
  tags: Array<Scalars['String']['output']>;
  takeProfit?: Maybe<Scalars['Decimal']['output']>;
  timeInForce: TimeInForce;
  underlying?: Maybe<Scalars['String']['output']>;
  unprotectedSeconds: Scalars['Float']['output'];
  unprotectedSince?: Maybe<Scalars['DateTime']['output']>;
  unrealizedPnl?: Maybe<Scalars['Decimal']['output']>;
  venue: Scalars['String']['output'];
  version: Scalars['Int']['output'];
};


export type TradeEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type TradeSnapshotsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kind?: InputMaybe<SnapshotKind>;
};

export type TradeConnection = {
  __typename?: 'TradeConnection';
  edges: Array<TradeEdge>;
  nodes: Array<Trade>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type TradeContext = {
  __typename?: 'TradeContext';
  aiConfidence?: Maybe<Scalars['Float']['output']>;
  aiModel?: Maybe<Scalars['String']['output']>;
  aiPromptVersion?: Maybe<Scalars['String']['output']>;
  aiRationale?: Maybe<Scalars['String']['output']>;
  aiVerdict?: Maybe<AiVerdict>;
  earningsDate?: Maybe<Scalars['Date']['output']>;
  extra?: Maybe<Scalars['JSON']['output']>;
  hv30?: Maybe<Scalars['Float']['output']>;
  ivPercentile?: Maybe<Scalars['Float']['output']>;
  ivRank?: Maybe<Scalars['Float']['output']>;
  marketRegime?: Maybe<Scalars['String']['output']>;
  notes?: Maybe<Scalars['String']['output']>;
  scanner?: Maybe<Scalars['String']['output']>;
  scannerCriteria?: Maybe<Scalars['JSON']['output']>;
  scannerScore?: Maybe<Scalars['Float']['output']>;
  strategy?: Maybe<Scalars['String']['output']>;
  tags: Array<Scalars['String']['output']>;
  underlyingTrend?: Maybe<Scalars['String']['output']>;
};

export type TradeContextInput = {
  aiConfidence?: InputMaybe<Scalars['Float']['input']>;
  aiModel?: InputMaybe<Scalars['String']['input']>;
  aiPromptVersion?: InputMaybe<Scalars['String']['input']>;
  aiRationale?: InputMaybe<Scalars['String']['input']>;
  aiVerdict?: InputMaybe<AiVerdict>;
  earningsDate?: InputMaybe<Scalars['Date']['input']>;
  extra?: InputMaybe<Scalars['JSON']['input']>;
  hv30?: InputMaybe<Scalars['Float']['input']>;
  ivPercentile?: InputMaybe<Scalars['Float']['input']>;
  ivRank?: InputMaybe<Scalars['Float']['input']>;
  marketRegime?: InputMaybe<Scalars['String']['input']>;
  notes?: InputMaybe<Scalars['String']['input']>;
  scanner?: InputMaybe<Scalars['String']['input']>;
  scannerCriteria?: InputMaybe<Scalars['JSON']['input']>;
  scannerScore?: InputMaybe<Scalars['Float']['input']>;
  strategy?: InputMaybe<Scalars['String']['input']>;
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
  underlyingTrend?: InputMaybe<Scalars['String']['input']>;
};

export type TradeDefaults = {
  __typename?: 'TradeDefaults';
  quantity?: Maybe<Scalars['Decimal']['output']>;
  stopLossPct?: Maybe<Scalars['Decimal']['output']>;
  takeProfitPct?: Maybe<Scalars['Decimal']['output']>;
};

export type TradeDefaultsInput = {
  quantity?: InputMaybe<Scalars['Decimal']['input']>;
  stopLossPct?: InputMaybe<Scalars['Decimal']['input']>;
  takeProfitPct?: InputMaybe<Scalars['Decimal']['input']>;
};

export type TradeEdge = {
  __typename?: 'TradeEdge';
  cursor: Scalars['String']['output'];
  node: Trade;
};

export type TradeEvent = {
  __typename?: 'TradeEvent';
  cursor: Scalars['String']['output'];
  message: Scalars['String']['output'];
  occurredAt: Scalars['DateTime']['output'];
  trade: Trade;
  type: Scalars['String']['output'];
};

export type TradeEventBatch = {
  __typename?: 'TradeEventBatch';
  cursor: Scalars['String']['output'];
  events: Array<TradeEvent>;
  trades: Array<Trade>;
};

export type TradeEventConnection = {
  __typename?: 'TradeEventConnection';
  edges: Array<TradeEventEdge>;
  nodes: Array<TradeEvent>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type TradeEventEdge = {
  __typename?: 'TradeEventEdge';
  cursor: Scalars['String']['output'];
  node: TradeEvent;
};

export type TradeFilter = {
  aiModel?: InputMaybe<Scalars['String']['input']>;
  assetClass?: InputMaybe<AssetClass>;
  closedFrom?: InputMaybe<Scalars['DateTime']['input']>;
  closedTo?: InputMaybe<Scalars['DateTime']['input']>;
  openedFrom?: InputMaybe<Scalars['DateTime']['input']>;
  openedTo?: InputMaybe<Scalars['DateTime']['input']>;
  outcome?: InputMaybe<TradeOutcome>;
  status?: InputMaybe<Array<TradeStatus>>;
  strategy?: InputMaybe<Scalars['String']['input']>;
  symbol?: InputMaybe<Scalars['String']['input']>;
  tag?: InputMaybe<Scalars['String']['input']>;
  text?: InputMaybe<Scalars['String']['input']>;
  underlying?: InputMaybe<Scalars['String']['input']>;
};

export type TradeOutcome =
  | 'LOSS'
  | 'SCRATCH'
  | 'WIN';

export type TradePhase =
  | 'CLOSED'
  | 'OPEN'
  | 'PENDING';

export type TradePreview = {
  __typename?: 'TradePreview';
  breakEven?: Maybe<Scalars['Decimal']['output']>;
  confirmationToken?: Maybe<Scalars['String']['output']>;
  cost?: Maybe<Scalars['Decimal']['output']>;
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  fees?: Maybe<Scalars['Decimal']['output']>;
  maxLoss?: Maybe<Scalars['Decimal']['output']>;
  maxProfit?: Maybe<Scalars['Decimal']['output']>;
  riskChecks: Array<RiskCheck>;
};

export type TradeStats = {
  __typename?: 'TradeStats';
  ai: AiStats;
  averageLoss?: Maybe<Scalars['Decimal']['output']>;
  averageWin?: Maybe<Scalars['Decimal']['output']>;
  byClose: Array<CloseStats>;
  calmar?: Maybe<Scalars['Float']['output']>;
  expectancy: Estimate;
  exposureMinutes: Scalars['Float']['output'];
  fees: Scalars['Decimal']['output'];
  longestLosingStreak: Scalars['Int']['output'];
  losses: Scalars['Int']['output'];
  maxDrawdown: Scalars['Decimal']['output'];
  profitFactor: Estimate;
  scratches: Scalars['Int']['output'];
  segments: Array<StatsSegment>;
  sharpe?: Maybe<Scalars['Float']['output']>;
  sortino?: Maybe<Scalars['Float']['output']>;
  totalPnl: Scalars['Decimal']['output'];
  trades: Scalars['Int']['output'];
  winRate: Estimate;
  wins: Scalars['Int']['output'];
};

export type TradeStatus =
  | 'CANCELED'
  | 'CLOSING'
  | 'EXPIRED_ITM'
  | 'EXPIRED_OTM'
  | 'MANUAL_CLOSE'
  | 'NEEDS_REVIEW'
  | 'OPEN'
  | 'PENDING'
  | 'REJECTED'
  | 'SL_HIT'
  | 'TP_HIT';

export type TradingMode =
  | 'PAPER'
  | 'REAL';

export type UpdateSettingsInput = {
  defaults?: InputMaybe<TradeDefaultsInput>;
  expectedVersion: Scalars['Int']['input'];
  fillModel?: InputMaybe<FillModel>;
  jupiterApiKey?: InputMaybe<Scalars['String']['input']>;
  limits?: InputMaybe<LimitsInput>;
  notifications?: InputMaybe<NotificationsInput>;
  oratsToken?: InputMaybe<Scalars['String']['input']>;
  paperVenue?: InputMaybe<PaperVenue>;
  pollSeconds?: InputMaybe<Scalars['Int']['input']>;
  realLimits?: InputMaybe<LimitsInput>;
  timeZone?: InputMaybe<Scalars['String']['input']>;
  tradierLive?: InputMaybe<BrokerAccountInput>;
  tradierSandbox?: InputMaybe<BrokerAccountInput>;
  wallet?: InputMaybe<Scalars['String']['input']>;
};

export type User = {
  __typename?: 'User';
  createdAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  role: Role;
  username: Scalars['String']['output'];
};

export type UserSettings = {
  __typename?: 'UserSettings';
  defaults: TradeDefaults;
  fillModel: FillModel;
  jupiterApiKey: Credential;
  limits: Limits;
  notifications: Notifications;
  oratsToken: Credential;
  paperVenue: PaperVenue;
  pollSeconds: Scalars['Int']['output'];
  realLimits: Limits;
  timeZone: Scalars['String']['output'];
  tradierLive: BrokerAccount;
  tradierSandbox: BrokerAccount;
  version: Scalars['Int']['output'];
  wallet?: Maybe<Scalars['String']['output']>;
};

export type Verdict =
  | 'FAIL'
  | 'NOT_ENOUGH_DATA'
  | 'PASS';

export type AlertPartsFragment = { __typename?: 'Alert', id: string, mode: TradingMode, kind: string, severity: Severity, message: string, tradeId?: string | null, raisedAt: string, acknowledgedAt?: string | null };

export type AlertsQueryVariables = Exact<{
  mode: TradingMode;
  unreadOnly: Scalars['Boolean']['input'];
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type AlertsQuery = { __typename?: 'Query', alerts: { __typename?: 'AlertConnection', totalCount: number, nodes: Array<{ __typename?: 'Alert', id: string, mode: TradingMode, kind: string, severity: Severity, message: string, tradeId?: string | null, raisedAt: string, acknowledgedAt?: string | null }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, endCursor?: string | null } } };

export type AlertRaisedSubscriptionVariables = Exact<{
  mode: TradingMode;
}>;


export type AlertRaisedSubscription = { __typename?: 'Subscription', alertRaised: { __typename?: 'Alert', id: string, mode: TradingMode, kind: string, severity: Severity, message: string, tradeId?: string | null, raisedAt: string, acknowledgedAt?: string | null } };

export type AcknowledgeAlertMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type AcknowledgeAlertMutation = { __typename?: 'Mutation', acknowledgeAlert: { __typename?: 'Alert', id: string, mode: TradingMode, kind: string, severity: Severity, message: string, tradeId?: string | null, raisedAt: string, acknowledgedAt?: string | null } };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { __typename?: 'Query', viewer?: { __typename?: 'User', id: string, username: string, role: Role, createdAt: string } | null };

export type DeskStatusFragment = { __typename?: 'SystemStatus', mode: TradingMode, venue: string, simulated: boolean, marketSession: MarketSession, nextSessionChange?: string | null, clock: string, testClock: boolean, dataAgeSeconds?: number | null, armed: boolean, armedUntil?: string | null, killSwitch: KillSwitchLevel, unknownOrders: number, unprotectedTrades: number, version: string, snapshotCompleteness: { __typename?: 'SnapshotCompleteness', date: string, expected: number, taken: number, gaps: Array<{ __typename?: 'SnapshotGap', from: string, to: string, count: number, cause: string }> } };

export type DeskStatusQueryVariables = Exact<{
  mode: TradingMode;
}>;


export type DeskStatusQuery = { __typename?: 'Query', systemStatus: { __typename?: 'SystemStatus', mode: TradingMode, venue: string, simulated: boolean, marketSession: MarketSession, nextSessionChange?: string | null, clock: string, testClock: boolean, dataAgeSeconds?: number | null, armed: boolean, armedUntil?: string | null, killSwitch: KillSwitchLevel, unknownOrders: number, unprotectedTrades: number, version: string, snapshotCompleteness: { __typename?: 'SnapshotCompleteness', date: string, expected: number, taken: number, gaps: Array<{ __typename?: 'SnapshotGap', from: string, to: string, count: number, cause: string }> } } };

export type DeskStatusChangedSubscriptionVariables = Exact<{
  mode: TradingMode;
}>;


export type DeskStatusChangedSubscription = { __typename?: 'Subscription', systemStatusChanged: { __typename?: 'SystemStatus', mode: TradingMode, venue: string, simulated: boolean, marketSession: MarketSession, nextSessionChange?: string | null, clock: string, testClock: boolean, dataAgeSeconds?: number | null, armed: boolean, armedUntil?: string | null, killSwitch: KillSwitchLevel, unknownOrders: number, unprotectedTrades: number, version: string, snapshotCompleteness: { __typename?: 'SnapshotCompleteness', date: string, expected: number, taken: number, gaps: Array<{ __typename?: 'SnapshotGap', from: string, to: string, count: number, cause: string }> } } };

export type SetKillSwitchMutationVariables = Exact<{
  mode: TradingMode;
  level: KillSwitchLevel;
}>;


export type SetKillSwitchMutation = { __typename?: 'Mutation', setKillSwitch: { __typename?: 'SystemStatus', mode: TradingMode, venue: string, simulated: boolean, marketSession: MarketSession, nextSessionChange?: string | null, clock: string, testClock: boolean, dataAgeSeconds?: number | null, armed: boolean, armedUntil?: string | null, killSwitch: KillSwitchLevel, unknownOrders: number, unprotectedTrades: number, version: string, snapshotCompleteness: { __typename?: 'SnapshotCompleteness', date: string, expected: number, taken: number, gaps: Array<{ __typename?: 'SnapshotGap', from: string, to: string, count: number, cause: string }> } } };

export type DeskTradesQueryVariables = Exact<{
  mode: TradingMode;
}>;


export type DeskTradesQuery = { __typename?: 'Query', open: { __typename?: 'TradeConnection', totalCount: number, nodes: Array<{ __typename?: 'Trade', id: string, mode: TradingMode, version: number, status: TradeStatus, phase: TradePhase, assetClass: AssetClass, symbol: string, underlying?: string | null, expiration?: string | null, strike?: string | null, right?: OptionRight | null, multiplier: number, side: OrderSide, quantity: string, filledQuantity: string, openQuantity: string, orderType: OrderType, timeInForce: TimeInForce, limitPrice?: string | null, entryPrice?: string | null, exitPrice?: string | null, stopLoss?: string | null, takeProfit?: string | null, costBasis?: string | null, unrealizedPnl?: string | null, realizedPnl?: string | null, fees: string, netPnl?: string | null, returnPct?: string | null, placedAt: string, openedAt?: string | null, closedAt?: string | null, closeReason?: TradeStatus | null, reason?: string | null, protection: Protection, unprotectedSince?: string | null, unprotectedSeconds: number, venue: string, fillModel?: FillModel | null, fillModelVersion?: string | null, tags: Array<string>, mark?: { __typename?: 'Mark', bid?: string | null, ask?: string | null, mid?: string | null, price?: string | null, delta?: number | null, gamma?: number | null, theta?: number | null, vega?: number | null, iv?: number | null, underlyingPrice?: string | null, source?: string | null, sourceTime?: string | null, receivedAt?: string | null, ageSeconds?: number | null, delayed: boolean, stale: boolean } | null, context: { __typename?: 'TradeContext', strategy?: string | null, aiVerdict?: AiVerdict | null, aiConfidence?: number | null, aiModel?: string | null }, orders: Array<{ __typename?: 'Order', id: string, role: OrderRole, status: OrderStatus, placedAt: string, reason?: string | null }> }> }, pending: { __typename?: 'TradeConnection', totalCount: number, nodes: Array<{ __typename?: 'Trade', id: string, mode: TradingMode, version: number, status: TradeStatus, phase: TradePhase, assetClass: AssetClass, symbol: string, underlying?: string | null, expiration?: string | null, strike?: string | null, right?: OptionRight | null, multiplier: number, side: OrderSide, quantity: string, filledQuantity: string, openQuantity: string, orderType: OrderType, timeInForce: TimeInForce, limitPrice?: string | null, entryPrice?: string | null, exitPrice?: string | null, stopLoss?: string | null, takeProfit?: string | null, costBasis?: string | null, unrealizedPnl?: string | null, realizedPnl?: string | null, fees: string, netPnl?: string | null, returnPct?: string | null, placedAt: string, openedAt?: string | null, closedAt?: string | null, closeReason?: TradeStatus | null, reason?: string | null, protection: Protection, unprotectedSince?: string | null, unprotectedSeconds: number, venue: string, fillModel?: FillModel | null, fillModelVersion?: string | null, tags: Array<string>, mark?: { __typename?: 'Mark', bid?: string | null, ask?: string | null, mid?: string | null, price?: string | null, delta?: number | null, gamma?: number | null, theta?: number | null, vega?: number | null, iv?: number | null, underlyingPrice?: string | null, source?: string | null, sourceTime?: string | null, receivedAt?: string | null, ageSeconds?: number | null, delayed: boolean, stale: boolean } | null, context: { __typename?: 'TradeContext', strategy?: string | null, aiVerdict?: AiVerdict | null, aiConfidence?: number | null, aiModel?: string | null }, orders: Array<{ __typename?: 'Order', id: string, role: OrderRole, status: OrderStatus, placedAt: string, reason?: string | null }> }> } };

export type BookFiguresQueryVariables = Exact<{
  mode: TradingMode;
}>;


export type BookFiguresQuery = { __typename?: 'Query', portfolio: { __typename?: 'Portfolio', mode: TradingMode, cash: string, equity: string, unmarked: number, buyingPower?: string | null, openPnl?: string | null, dayPnl?: string | null, realizedPnl: string, fees: string, deposits: string, asOf: string }, positions: Array<{ __typename?: 'Position', mode: TradingMode, symbol: string, underlying?: string | null, assetClass: AssetClass, quantity: string, costBasis: string, tradeIds: Array<string> }> };

export type BookFragment = { __typename?: 'Portfolio', mode: TradingMode, cash: string, equity: string, unmarked: number, buyingPower?: string | null, openPnl?: string | null, dayPnl?: string | null, realizedPnl: string, fees: string, deposits: string, asOf: string };

export type ClosedTradesQueryVariables = Exact<{
  mode: TradingMode;
  filter?: InputMaybe<TradeFilter>;
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type ClosedTradesQuery = { __typename?: 'Query', trades: { __typename?: 'TradeConnection', totalCount: number, nodes: Array<{ __typename?: 'Trade', maxFavorableExcursion?: string | null, maxAdverseExcursion?: string | null, excursionsComplete: boolean, holdMinutes?: number | null, dteAtEntry?: number | null, notes?: string | null, id: string, mode: TradingMode, version: number, status: TradeStatus, phase: TradePhase, assetClass: AssetClass, symbol: string, underlying?: string | null, expiration?: string | null, strike?: string | null, right?: OptionRight | null, multiplier: number, side: OrderSide, quantity: string, filledQuantity: string, openQuantity: string, orderType: OrderType, timeInForce: TimeInForce, limitPrice?: string | null, entryPrice?: string | null, exitPrice?: string | null, stopLoss?: string | null, takeProfit?: string | null, costBasis?: string | null, unrealizedPnl?: string | null, realizedPnl?: string | null, fees: string, netPnl?: string | null, returnPct?: string | null, placedAt: string, openedAt?: string | null, closedAt?: string | null, closeReason?: TradeStatus | null, reason?: string | null, protection: Protection, unprotectedSince?: string | null, unprotectedSeconds: number, venue: string, fillModel?: FillModel | null, fillModelVersion?: string | null, tags: Array<string>, mark?: { __typename?: 'Mark', bid?: string | null, ask?: string | null, mid?: string | null, price?: string | null, delta?: number | null, gamma?: number | null, theta?: number | null, vega?: number | null, iv?: number | null, underlyingPrice?: string | null, source?: string | null, sourceTime?: string | null, receivedAt?: string | null, ageSeconds?: number | null, delayed: boolean, stale: boolean } | null, context: { __typename?: 'TradeContext', strategy?: string | null, aiVerdict?: AiVerdict | null, aiConfidence?: number | null, aiModel?: string | null }, orders: Array<{ __typename?: 'Order', id: string, role: OrderRole, status: OrderStatus, placedAt: string, reason?: string | null }> }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, endCursor?: string | null } } };

export type ClosedTotalsQueryVariables = Exact<{
  mode: TradingMode;
  filter?: InputMaybe<TradeFilter>;
}>;


export type ClosedTotalsQuery = { __typename?: 'Query', stats: { __typename?: 'TradeStats', trades: number, wins: number, losses: number, scratches: number, averageWin?: string | null, averageLoss?: string | null, totalPnl: string, fees: string, maxDrawdown: string, longestLosingStreak: number, winRate: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number }, profitFactor: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number }, expectancy: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number }, byClose: Array<{ __typename?: 'CloseStats', reason: TradeStatus, count: number, pnl: string }> } };

export type EstimatePartsFragment = { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number };

export type MarkPartsFragment = { __typename?: 'Mark', bid?: string | null, ask?: string | null, mid?: string | null, price?: string | null, delta?: number | null, gamma?: number | null, theta?: number | null, vega?: number | null, iv?: number | null, underlyingPrice?: string | null, source?: string | null, sourceTime?: string | null, receivedAt?: string | null, ageSeconds?: number | null, delayed: boolean, stale: boolean };

export type TradeRowFragment = { __typename?: 'Trade', id: string, mode: TradingMode, version: number, status: TradeStatus, phase: TradePhase, assetClass: AssetClass, symbol: string, underlying?: string | null, expiration?: string | null, strike?: string | null, right?: OptionRight | null, multiplier: number, side: OrderSide, quantity: string, filledQuantity: string, openQuantity: string, orderType: OrderType, timeInForce: TimeInForce, limitPrice?: string | null, entryPrice?: string | null, exitPrice?: string | null, stopLoss?: string | null, takeProfit?: string | null, costBasis?: string | null, unrealizedPnl?: string | null, realizedPnl?: string | null, fees: string, netPnl?: string | null, returnPct?: string | null, placedAt: string, openedAt?: string | null, closedAt?: string | null, closeReason?: TradeStatus | null, reason?: string | null, protection: Protection, unprotectedSince?: string | null, unprotectedSeconds: number, venue: string, fillModel?: FillModel | null, fillModelVersion?: string | null, tags: Array<string>, mark?: { __typename?: 'Mark', bid?: string | null, ask?: string | null, mid?: string | null, price?: string | null, delta?: number | null, gamma?: number | null, theta?: number | null, vega?: number | null, iv?: number | null, underlyingPrice?: string | null, source?: string | null, sourceTime?: string | null, receivedAt?: string | null, ageSeconds?: number | null, delayed: boolean, stale: boolean } | null, context: { __typename?: 'TradeContext', strategy?: string | null, aiVerdict?: AiVerdict | null, aiConfidence?: number | null, aiModel?: string | null }, orders: Array<{ __typename?: 'Order', id: string, role: OrderRole, status: OrderStatus, placedAt: string, reason?: string | null }> };

export type TradesChangedSubscriptionVariables = Exact<{
  mode: TradingMode;
}>;


export type TradesChangedSubscription = { __typename?: 'Subscription', tradesChanged: { __typename?: 'TradeEventBatch', cursor: string, events: Array<{ __typename?: 'TradeEvent', cursor: string, type: string, occurredAt: string, message: string, trade: { __typename?: 'Trade', id: string, symbol: string, underlying?: string | null, strike?: string | null, right?: OptionRight | null, assetClass: AssetClass } }>, trades: Array<{ __typename?: 'Trade', id: string, mode: TradingMode, version: number, status: TradeStatus, phase: TradePhase, assetClass: AssetClass, symbol: string, underlying?: string | null, expiration?: string | null, strike?: string | null, right?: OptionRight | null, multiplier: number, side: OrderSide, quantity: string, filledQuantity: string, openQuantity: string, orderType: OrderType, timeInForce: TimeInForce, limitPrice?: string | null, entryPrice?: string | null, exitPrice?: string | null, stopLoss?: string | null, takeProfit?: string | null, costBasis?: string | null, unrealizedPnl?: string | null, realizedPnl?: string | null, fees: string, netPnl?: string | null, returnPct?: string | null, placedAt: string, openedAt?: string | null, closedAt?: string | null, closeReason?: TradeStatus | null, reason?: string | null, protection: Protection, unprotectedSince?: string | null, unprotectedSeconds: number, venue: string, fillModel?: FillModel | null, fillModelVersion?: string | null, tags: Array<string>, mark?: { __typename?: 'Mark', bid?: string | null, ask?: string | null, mid?: string | null, price?: string | null, delta?: number | null, gamma?: number | null, theta?: number | null, vega?: number | null, iv?: number | null, underlyingPrice?: string | null, source?: string | null, sourceTime?: string | null, receivedAt?: string | null, ageSeconds?: number | null, delayed: boolean, stale: boolean } | null, context: { __typename?: 'TradeContext', strategy?: string | null, aiVerdict?: AiVerdict | null, aiConfidence?: number | null, aiModel?: string | null }, orders: Array<{ __typename?: 'Order', id: string, role: OrderRole, status: OrderStatus, placedAt: string, reason?: string | null }> }> } };

export type CurrentQuotesQueryVariables = Exact<{
  symbols: Array<Scalars['String']['input']> | Scalars['String']['input'];
}>;


export type CurrentQuotesQuery = { __typename?: 'Query', quotes: Array<{ __typename?: 'Quote', symbol: string, assetClass?: AssetClass | null, bid?: string | null, ask?: string | null, mid?: string | null, last?: string | null, volume?: string | null, openInterest?: number | null, delta?: number | null, gamma?: number | null, theta?: number | null, vega?: number | null, iv?: number | null, source?: string | null, sourceTime?: string | null, receivedAt?: string | null, ageSeconds?: number | null, delayed: boolean, stale: boolean }> };

export type QuoteUpdatedSubscriptionVariables = Exact<{
  symbols: Array<Scalars['String']['input']> | Scalars['String']['input'];
}>;


export type QuoteUpdatedSubscription = { __typename?: 'Subscription', quoteUpdated: { __typename?: 'Quote', symbol: string, assetClass?: AssetClass | null, bid?: string | null, ask?: string | null, mid?: string | null, last?: string | null, volume?: string | null, openInterest?: number | null, delta?: number | null, gamma?: number | null, theta?: number | null, vega?: number | null, iv?: number | null, source?: string | null, sourceTime?: string | null, receivedAt?: string | null, ageSeconds?: number | null, delayed: boolean, stale: boolean } };

export type QuotePartsFragment = { __typename?: 'Quote', symbol: string, assetClass?: AssetClass | null, bid?: string | null, ask?: string | null, mid?: string | null, last?: string | null, volume?: string | null, openInterest?: number | null, delta?: number | null, gamma?: number | null, theta?: number | null, vega?: number | null, iv?: number | null, source?: string | null, sourceTime?: string | null, receivedAt?: string | null, ageSeconds?: number | null, delayed: boolean, stale: boolean };

export type SparklinesQueryVariables = Exact<{
  mode: TradingMode;
}>;


export type SparklinesQuery = { __typename?: 'Query', trades: { __typename?: 'TradeConnection', nodes: Array<{ __typename?: 'Trade', id: string, snapshots: { __typename?: 'SnapshotConnection', nodes: Array<{ __typename?: 'Snapshot', id: string, takenAt: string, price?: string | null }> } }> } };

export type RecentEventsQueryVariables = Exact<{
  mode: TradingMode;
}>;


export type RecentEventsQuery = { __typename?: 'Query', trades: { __typename?: 'TradeConnection', nodes: Array<{ __typename?: 'Trade', id: string, symbol: string, underlying?: string | null, strike?: string | null, right?: OptionRight | null, assetClass: AssetClass, events: { __typename?: 'TradeEventConnection', nodes: Array<{ __typename?: 'TradeEvent', cursor: string, type: string, occurredAt: string, message: string }> } }> } };

export type RefreshPricesMutationVariables = Exact<{
  mode: TradingMode;
}>;


export type RefreshPricesMutation = { __typename?: 'Mutation', refreshPrices: Array<{ __typename?: 'Trade', id: string, mode: TradingMode, version: number, status: TradeStatus, phase: TradePhase, assetClass: AssetClass, symbol: string, underlying?: string | null, expiration?: string | null, strike?: string | null, right?: OptionRight | null, multiplier: number, side: OrderSide, quantity: string, filledQuantity: string, openQuantity: string, orderType: OrderType, timeInForce: TimeInForce, limitPrice?: string | null, entryPrice?: string | null, exitPrice?: string | null, stopLoss?: string | null, takeProfit?: string | null, costBasis?: string | null, unrealizedPnl?: string | null, realizedPnl?: string | null, fees: string, netPnl?: string | null, returnPct?: string | null, placedAt: string, openedAt?: string | null, closedAt?: string | null, closeReason?: TradeStatus | null, reason?: string | null, protection: Protection, unprotectedSince?: string | null, unprotectedSeconds: number, venue: string, fillModel?: FillModel | null, fillModelVersion?: string | null, tags: Array<string>, mark?: { __typename?: 'Mark', bid?: string | null, ask?: string | null, mid?: string | null, price?: string | null, delta?: number | null, gamma?: number | null, theta?: number | null, vega?: number | null, iv?: number | null, underlyingPrice?: string | null, source?: string | null, sourceTime?: string | null, receivedAt?: string | null, ageSeconds?: number | null, delayed: boolean, stale: boolean } | null, context: { __typename?: 'TradeContext', strategy?: string | null, aiVerdict?: AiVerdict | null, aiConfidence?: number | null, aiModel?: string | null }, orders: Array<{ __typename?: 'Order', id: string, role: OrderRole, status: OrderStatus, placedAt: string, reason?: string | null }> }> };

export type SettingsPartsFragment = { __typename?: 'UserSettings', version: number, paperVenue: PaperVenue, fillModel: FillModel, wallet?: string | null, pollSeconds: number, timeZone: string, tradierSandbox: { __typename?: 'BrokerAccount', configured: boolean, lastFour?: string | null, accountId?: string | null }, tradierLive: { __typename?: 'BrokerAccount', configured: boolean, lastFour?: string | null, accountId?: string | null }, oratsToken: { __typename?: 'Credential', configured: boolean, lastFour?: string | null }, jupiterApiKey: { __typename?: 'Credential', configured: boolean, lastFour?: string | null }, limits: { __typename?: 'Limits', maxOpenTrades?: number | null, maxTradesPerDay?: number | null, maxPerUnderlying?: number | null, maxPositionCost?: string | null, maxOrderCost?: string | null, maxDailyLoss?: string | null, maxSlippagePct?: string | null, maxPriceImpactPct?: string | null, minPriceConfidence?: number | null }, defaults: { __typename?: 'TradeDefaults', stopLossPct?: string | null, takeProfitPct?: string | null, quantity?: string | null }, notifications: { __typename?: 'Notifications', browser: boolean, sound: boolean, minSeverity: Severity } };

export type LimitPartsFragment = { __typename?: 'Limits', maxOpenTrades?: number | null, maxTradesPerDay?: number | null, maxPerUnderlying?: number | null, maxPositionCost?: string | null, maxOrderCost?: string | null, maxDailyLoss?: string | null, maxSlippagePct?: string | null, maxPriceImpactPct?: string | null, minPriceConfidence?: number | null };

export type SettingsQueryVariables = Exact<{ [key: string]: never; }>;


export type SettingsQuery = { __typename?: 'Query', settings: { __typename?: 'UserSettings', version: number, paperVenue: PaperVenue, fillModel: FillModel, wallet?: string | null, pollSeconds: number, timeZone: string, tradierSandbox: { __typename?: 'BrokerAccount', configured: boolean, lastFour?: string | null, accountId?: string | null }, tradierLive: { __typename?: 'BrokerAccount', configured: boolean, lastFour?: string | null, accountId?: string | null }, oratsToken: { __typename?: 'Credential', configured: boolean, lastFour?: string | null }, jupiterApiKey: { __typename?: 'Credential', configured: boolean, lastFour?: string | null }, limits: { __typename?: 'Limits', maxOpenTrades?: number | null, maxTradesPerDay?: number | null, maxPerUnderlying?: number | null, maxPositionCost?: string | null, maxOrderCost?: string | null, maxDailyLoss?: string | null, maxSlippagePct?: string | null, maxPriceImpactPct?: string | null, minPriceConfidence?: number | null }, defaults: { __typename?: 'TradeDefaults', stopLossPct?: string | null, takeProfitPct?: string | null, quantity?: string | null }, notifications: { __typename?: 'Notifications', browser: boolean, sound: boolean, minSeverity: Severity } } };

export type UpdateSettingsMutationVariables = Exact<{
  input: UpdateSettingsInput;
}>;


export type UpdateSettingsMutation = { __typename?: 'Mutation', updateSettings: { __typename?: 'UserSettings', version: number, paperVenue: PaperVenue, fillModel: FillModel, wallet?: string | null, pollSeconds: number, timeZone: string, tradierSandbox: { __typename?: 'BrokerAccount', configured: boolean, lastFour?: string | null, accountId?: string | null }, tradierLive: { __typename?: 'BrokerAccount', configured: boolean, lastFour?: string | null, accountId?: string | null }, oratsToken: { __typename?: 'Credential', configured: boolean, lastFour?: string | null }, jupiterApiKey: { __typename?: 'Credential', configured: boolean, lastFour?: string | null }, limits: { __typename?: 'Limits', maxOpenTrades?: number | null, maxTradesPerDay?: number | null, maxPerUnderlying?: number | null, maxPositionCost?: string | null, maxOrderCost?: string | null, maxDailyLoss?: string | null, maxSlippagePct?: string | null, maxPriceImpactPct?: string | null, minPriceConfidence?: number | null }, defaults: { __typename?: 'TradeDefaults', stopLossPct?: string | null, takeProfitPct?: string | null, quantity?: string | null }, notifications: { __typename?: 'Notifications', browser: boolean, sound: boolean, minSeverity: Severity } } };

export type CheckProviderMutationVariables = Exact<{
  provider: Provider;
}>;


export type CheckProviderMutation = { __typename?: 'Mutation', checkProvider: { __typename?: 'ProviderCheck', provider: Provider, ok: boolean, message: string, delayed?: boolean | null, latencyMs?: number | null, checkedAt: string } };

export type SessionsQueryVariables = Exact<{ [key: string]: never; }>;


export type SessionsQuery = { __typename?: 'Query', sessions: Array<{ __typename?: 'SignedInSession', id: string, createdAt: string, lastUsedAt: string, device?: string | null, current: boolean }> };

export type RevokeSessionMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type RevokeSessionMutation = { __typename?: 'Mutation', revokeSession: boolean };

export type ChangePasswordMutationVariables = Exact<{
  current: Scalars['String']['input'];
  next: Scalars['String']['input'];
}>;


export type ChangePasswordMutation = { __typename?: 'Mutation', changePassword: boolean };

export type SignInOptionsQueryVariables = Exact<{ [key: string]: never; }>;


export type SignInOptionsQuery = { __typename?: 'Query', signInOptions: { __typename?: 'SignInOptions', signUp: boolean, demo: boolean } };

export type SignUpMutationVariables = Exact<{
  username: Scalars['String']['input'];
  password: Scalars['String']['input'];
}>;


export type SignUpMutation = { __typename?: 'Mutation', signUp: { __typename?: 'Session', user: { __typename?: 'User', id: string, username: string } } };

export type SignInMutationVariables = Exact<{
  username: Scalars['String']['input'];
  password: Scalars['String']['input'];
}>;


export type SignInMutation = { __typename?: 'Mutation', signIn: { __typename?: 'Session', user: { __typename?: 'User', id: string, username: string } } };

export type StartDemoMutationVariables = Exact<{ [key: string]: never; }>;


export type StartDemoMutation = { __typename?: 'Mutation', startDemo: { __typename?: 'Session', user: { __typename?: 'User', id: string, username: string } } };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { __typename?: 'Mutation', signOut: boolean };

export type ExpirationsQueryVariables = Exact<{
  underlying: Scalars['String']['input'];
}>;


export type ExpirationsQuery = { __typename?: 'Query', optionExpirations: Array<string> };

export type ChainQueryVariables = Exact<{
  underlying: Scalars['String']['input'];
  expiration: Scalars['Date']['input'];
}>;


export type ChainQuery = { __typename?: 'Query', optionChain: { __typename?: 'OptionChain', underlying: string, expiration: string, underlyingPrice?: string | null, rows: Array<{ __typename?: 'OptionChainRow', strike: string, call?: { __typename?: 'Quote', symbol: string, assetClass?: AssetClass | null, bid?: string | null, ask?: string | null, mid?: string | null, last?: string | null, volume?: string | null, openInterest?: number | null, delta?: number | null, gamma?: number | null, theta?: number | null, vega?: number | null, iv?: number | null, source?: string | null, sourceTime?: string | null, receivedAt?: string | null, ageSeconds?: number | null, delayed: boolean, stale: boolean } | null, put?: { __typename?: 'Quote', symbol: string, assetClass?: AssetClass | null, bid?: string | null, ask?: string | null, mid?: string | null, last?: string | null, volume?: string | null, openInterest?: number | null, delta?: number | null, gamma?: number | null, theta?: number | null, vega?: number | null, iv?: number | null, source?: string | null, sourceTime?: string | null, receivedAt?: string | null, ageSeconds?: number | null, delayed: boolean, stale: boolean } | null }> } };

export type PreviewPartsFragment = { __typename?: 'TradePreview', cost?: string | null, fees?: string | null, maxLoss?: string | null, maxProfit?: string | null, breakEven?: string | null, expiresAt?: string | null, riskChecks: Array<{ __typename?: 'RiskCheck', rule: string, passed: boolean, limit?: string | null, actual?: string | null, message: string }> };

export type PreviewTradeQueryVariables = Exact<{
  input: PlaceTradeInput;
}>;


export type PreviewTradeQuery = { __typename?: 'Query', previewTrade: { __typename?: 'TradePreview', cost?: string | null, fees?: string | null, maxLoss?: string | null, maxProfit?: string | null, breakEven?: string | null, expiresAt?: string | null, riskChecks: Array<{ __typename?: 'RiskCheck', rule: string, passed: boolean, limit?: string | null, actual?: string | null, message: string }> } };

export type PlaceTradeMutationVariables = Exact<{
  input: PlaceTradeInput;
}>;


export type PlaceTradeMutation = { __typename?: 'Mutation', placeTrade: { __typename?: 'Trade', id: string, mode: TradingMode, version: number, status: TradeStatus, phase: TradePhase, assetClass: AssetClass, symbol: string, underlying?: string | null, expiration?: string | null, strike?: string | null, right?: OptionRight | null, multiplier: number, side: OrderSide, quantity: string, filledQuantity: string, openQuantity: string, orderType: OrderType, timeInForce: TimeInForce, limitPrice?: string | null, entryPrice?: string | null, exitPrice?: string | null, stopLoss?: string | null, takeProfit?: string | null, costBasis?: string | null, unrealizedPnl?: string | null, realizedPnl?: string | null, fees: string, netPnl?: string | null, returnPct?: string | null, placedAt: string, openedAt?: string | null, closedAt?: string | null, closeReason?: TradeStatus | null, reason?: string | null, protection: Protection, unprotectedSince?: string | null, unprotectedSeconds: number, venue: string, fillModel?: FillModel | null, fillModelVersion?: string | null, tags: Array<string>, mark?: { __typename?: 'Mark', bid?: string | null, ask?: string | null, mid?: string | null, price?: string | null, delta?: number | null, gamma?: number | null, theta?: number | null, vega?: number | null, iv?: number | null, underlyingPrice?: string | null, source?: string | null, sourceTime?: string | null, receivedAt?: string | null, ageSeconds?: number | null, delayed: boolean, stale: boolean } | null, context: { __typename?: 'TradeContext', strategy?: string | null, aiVerdict?: AiVerdict | null, aiConfidence?: number | null, aiModel?: string | null }, orders: Array<{ __typename?: 'Order', id: string, role: OrderRole, status: OrderStatus, placedAt: string, reason?: string | null }> } };

export type TradeDetailFragment = { __typename?: 'Trade', maxFavorableExcursion?: string | null, maxAdverseExcursion?: string | null, excursionsComplete: boolean, holdMinutes?: number | null, dteAtEntry?: number | null, notes?: string | null, id: string, mode: TradingMode, version: number, status: TradeStatus, phase: TradePhase, assetClass: AssetClass, symbol: string, underlying?: string | null, expiration?: string | null, strike?: string | null, right?: OptionRight | null, multiplier: number, side: OrderSide, quantity: string, filledQuantity: string, openQuantity: string, orderType: OrderType, timeInForce: TimeInForce, limitPrice?: string | null, entryPrice?: string | null, exitPrice?: string | null, stopLoss?: string | null, takeProfit?: string | null, costBasis?: string | null, unrealizedPnl?: string | null, realizedPnl?: string | null, fees: string, netPnl?: string | null, returnPct?: string | null, placedAt: string, openedAt?: string | null, closedAt?: string | null, closeReason?: TradeStatus | null, reason?: string | null, protection: Protection, unprotectedSince?: string | null, unprotectedSeconds: number, venue: string, fillModel?: FillModel | null, fillModelVersion?: string | null, tags: Array<string>, context: { __typename?: 'TradeContext', strategy?: string | null, scanner?: string | null, scannerScore?: number | null, aiModel?: string | null, aiPromptVersion?: string | null, aiVerdict?: AiVerdict | null, aiConfidence?: number | null, aiRationale?: string | null, ivRank?: number | null, ivPercentile?: number | null, hv30?: number | null, underlyingTrend?: string | null, earningsDate?: string | null, marketRegime?: string | null, tags: Array<string>, notes?: string | null }, entryGreeks?: { __typename?: 'Greeks', delta?: number | null, gamma?: number | null, theta?: number | null, vega?: number | null, iv?: number | null } | null, exitGreeks?: { __typename?: 'Greeks', delta?: number | null, gamma?: number | null, theta?: number | null, vega?: number | null, iv?: number | null } | null, orders: Array<{ __typename?: 'Order', id: string, role: OrderRole, status: OrderStatus, side: OrderSide, type: OrderType, quantity: string, filledQuantity: string, limitPrice?: string | null, stopPrice?: string | null, averagePrice?: string | null, tag: string, venueOrderId?: string | null, reason?: string | null, placedAt: string, fills: Array<{ __typename?: 'Fill', id: string, quantity: string, price: string, fee: string, filledAt: string }> }>, settlement?: { __typename?: 'Settlement', settledAt: string, price: string, source: string, sourceTime: string, intrinsic: string } | null, mark?: { __typename?: 'Mark', bid?: string | null, ask?: string | null, mid?: string | null, price?: string | null, delta?: number | null, gamma?: number | null, theta?: number | null, vega?: number | null, iv?: number | null, underlyingPrice?: string | null, source?: string | null, sourceTime?: string | null, receivedAt?: string | null, ageSeconds?: number | null, delayed: boolean, stale: boolean } | null };

export type TradePageQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type TradePageQuery = { __typename?: 'Query', trade?: { __typename?: 'Trade', maxFavorableExcursion?: string | null, maxAdverseExcursion?: string | null, excursionsComplete: boolean, holdMinutes?: number | null, dteAtEntry?: number | null, notes?: string | null, id: string, mode: TradingMode, version: number, status: TradeStatus, phase: TradePhase, assetClass: AssetClass, symbol: string, underlying?: string | null, expiration?: string | null, strike?: string | null, right?: OptionRight | null, multiplier: number, side: OrderSide, quantity: string, filledQuantity: string, openQuantity: string, orderType: OrderType, timeInForce: TimeInForce, limitPrice?: string | null, entryPrice?: string | null, exitPrice?: string | null, stopLoss?: string | null, takeProfit?: string | null, costBasis?: string | null, unrealizedPnl?: string | null, realizedPnl?: string | null, fees: string, netPnl?: string | null, returnPct?: string | null, placedAt: string, openedAt?: string | null, closedAt?: string | null, closeReason?: TradeStatus | null, reason?: string | null, protection: Protection, unprotectedSince?: string | null, unprotectedSeconds: number, venue: string, fillModel?: FillModel | null, fillModelVersion?: string | null, tags: Array<string>, snapshots: { __typename?: 'SnapshotConnection', totalCount: number, nodes: Array<{ __typename?: 'Snapshot', id: string, kind: SnapshotKind, takenAt: string, bid?: string | null, ask?: string | null, price?: string | null, underlyingPrice?: string | null, stale: boolean }> }, events: { __typename?: 'TradeEventConnection', totalCount: number, nodes: Array<{ __typename?: 'TradeEvent', cursor: string, type: string, occurredAt: string, message: string }> }, context: { __typename?: 'TradeContext', strategy?: string | null, scanner?: string | null, scannerScore?: number | null, aiModel?: string | null, aiPromptVersion?: string | null, aiVerdict?: AiVerdict | null, aiConfidence?: number | null, aiRationale?: string | null, ivRank?: number | null, ivPercentile?: number | null, hv30?: number | null, underlyingTrend?: string | null, earningsDate?: string | null, marketRegime?: string | null, tags: Array<string>, notes?: string | null }, entryGreeks?: { __typename?: 'Greeks', delta?: number | null, gamma?: number | null, theta?: number | null, vega?: number | null, iv?: number | null } | null, exitGreeks?: { __typename?: 'Greeks', delta?: number | null, gamma?: number | null, theta?: number | null, vega?: number | null, iv?: number | null } | null, orders: Array<{ __typename?: 'Order', id: string, role: OrderRole, status: OrderStatus, side: OrderSide, type: OrderType, quantity: string, filledQuantity: string, limitPrice?: string | null, stopPrice?: string | null, averagePrice?: string | null, tag: string, venueOrderId?: string | null, reason?: string | null, placedAt: string, fills: Array<{ __typename?: 'Fill', id: string, quantity: string, price: string, fee: string, filledAt: string }> }>, settlement?: { __typename?: 'Settlement', settledAt: string, price: string, source: string, sourceTime: string, intrinsic: string } | null, mark?: { __typename?: 'Mark', bid?: string | null, ask?: string | null, mid?: string | null, price?: string | null, delta?: number | null, gamma?: number | null, theta?: number | null, vega?: number | null, iv?: number | null, underlyingPrice?: string | null, source?: string | null, sourceTime?: string | null, receivedAt?: string | null, ageSeconds?: number | null, delayed: boolean, stale: boolean } | null } | null };

export type PreviewCloseQueryVariables = Exact<{
  input: CloseTradeInput;
}>;


export type PreviewCloseQuery = { __typename?: 'Query', previewClose: { __typename?: 'TradePreview', cost?: string | null, fees?: string | null, maxLoss?: string | null, maxProfit?: string | null, breakEven?: string | null, expiresAt?: string | null, riskChecks: Array<{ __typename?: 'RiskCheck', rule: string, passed: boolean, limit?: string | null, actual?: string | null, message: string }> } };

export type CloseTradeMutationVariables = Exact<{
  input: CloseTradeInput;
}>;


export type CloseTradeMutation = { __typename?: 'Mutation', closeTrade: { __typename?: 'Trade', id: string, mode: TradingMode, version: number, status: TradeStatus, phase: TradePhase, assetClass: AssetClass, symbol: string, underlying?: string | null, expiration?: string | null, strike?: string | null, right?: OptionRight | null, multiplier: number, side: OrderSide, quantity: string, filledQuantity: string, openQuantity: string, orderType: OrderType, timeInForce: TimeInForce, limitPrice?: string | null, entryPrice?: string | null, exitPrice?: string | null, stopLoss?: string | null, takeProfit?: string | null, costBasis?: string | null, unrealizedPnl?: string | null, realizedPnl?: string | null, fees: string, netPnl?: string | null, returnPct?: string | null, placedAt: string, openedAt?: string | null, closedAt?: string | null, closeReason?: TradeStatus | null, reason?: string | null, protection: Protection, unprotectedSince?: string | null, unprotectedSeconds: number, venue: string, fillModel?: FillModel | null, fillModelVersion?: string | null, tags: Array<string>, mark?: { __typename?: 'Mark', bid?: string | null, ask?: string | null, mid?: string | null, price?: string | null, delta?: number | null, gamma?: number | null, theta?: number | null, vega?: number | null, iv?: number | null, underlyingPrice?: string | null, source?: string | null, sourceTime?: string | null, receivedAt?: string | null, ageSeconds?: number | null, delayed: boolean, stale: boolean } | null, context: { __typename?: 'TradeContext', strategy?: string | null, aiVerdict?: AiVerdict | null, aiConfidence?: number | null, aiModel?: string | null }, orders: Array<{ __typename?: 'Order', id: string, role: OrderRole, status: OrderStatus, placedAt: string, reason?: string | null }> } };

export type CancelTradeMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  expectedVersion: Scalars['Int']['input'];
  idempotencyKey: Scalars['String']['input'];
}>;


export type CancelTradeMutation = { __typename?: 'Mutation', cancelTrade: { __typename?: 'Trade', id: string, mode: TradingMode, version: number, status: TradeStatus, phase: TradePhase, assetClass: AssetClass, symbol: string, underlying?: string | null, expiration?: string | null, strike?: string | null, right?: OptionRight | null, multiplier: number, side: OrderSide, quantity: string, filledQuantity: string, openQuantity: string, orderType: OrderType, timeInForce: TimeInForce, limitPrice?: string | null, entryPrice?: string | null, exitPrice?: string | null, stopLoss?: string | null, takeProfit?: string | null, costBasis?: string | null, unrealizedPnl?: string | null, realizedPnl?: string | null, fees: string, netPnl?: string | null, returnPct?: string | null, placedAt: string, openedAt?: string | null, closedAt?: string | null, closeReason?: TradeStatus | null, reason?: string | null, protection: Protection, unprotectedSince?: string | null, unprotectedSeconds: number, venue: string, fillModel?: FillModel | null, fillModelVersion?: string | null, tags: Array<string>, mark?: { __typename?: 'Mark', bid?: string | null, ask?: string | null, mid?: string | null, price?: string | null, delta?: number | null, gamma?: number | null, theta?: number | null, vega?: number | null, iv?: number | null, underlyingPrice?: string | null, source?: string | null, sourceTime?: string | null, receivedAt?: string | null, ageSeconds?: number | null, delayed: boolean, stale: boolean } | null, context: { __typename?: 'TradeContext', strategy?: string | null, aiVerdict?: AiVerdict | null, aiConfidence?: number | null, aiModel?: string | null }, orders: Array<{ __typename?: 'Order', id: string, role: OrderRole, status: OrderStatus, placedAt: string, reason?: string | null }> } };

export type AdjustBracketMutationVariables = Exact<{
  input: AdjustBracketInput;
}>;


export type AdjustBracketMutation = { __typename?: 'Mutation', adjustBracket: { __typename?: 'Trade', id: string, mode: TradingMode, version: number, status: TradeStatus, phase: TradePhase, assetClass: AssetClass, symbol: string, underlying?: string | null, expiration?: string | null, strike?: string | null, right?: OptionRight | null, multiplier: number, side: OrderSide, quantity: string, filledQuantity: string, openQuantity: string, orderType: OrderType, timeInForce: TimeInForce, limitPrice?: string | null, entryPrice?: string | null, exitPrice?: string | null, stopLoss?: string | null, takeProfit?: string | null, costBasis?: string | null, unrealizedPnl?: string | null, realizedPnl?: string | null, fees: string, netPnl?: string | null, returnPct?: string | null, placedAt: string, openedAt?: string | null, closedAt?: string | null, closeReason?: TradeStatus | null, reason?: string | null, protection: Protection, unprotectedSince?: string | null, unprotectedSeconds: number, venue: string, fillModel?: FillModel | null, fillModelVersion?: string | null, tags: Array<string>, mark?: { __typename?: 'Mark', bid?: string | null, ask?: string | null, mid?: string | null, price?: string | null, delta?: number | null, gamma?: number | null, theta?: number | null, vega?: number | null, iv?: number | null, underlyingPrice?: string | null, source?: string | null, sourceTime?: string | null, receivedAt?: string | null, ageSeconds?: number | null, delayed: boolean, stale: boolean } | null, context: { __typename?: 'TradeContext', strategy?: string | null, aiVerdict?: AiVerdict | null, aiConfidence?: number | null, aiModel?: string | null }, orders: Array<{ __typename?: 'Order', id: string, role: OrderRole, status: OrderStatus, placedAt: string, reason?: string | null }> } };

export const AlertPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AlertParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Alert"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"tradeId"}},{"kind":"Field","name":{"kind":"Name","value":"raisedAt"}},{"kind":"Field","name":{"kind":"Name","value":"acknowledgedAt"}}]}}]} as unknown as DocumentNode<AlertPartsFragment, unknown>;
export const DeskStatusFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeskStatus"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SystemStatus"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"venue"}},{"kind":"Field","name":{"kind":"Name","value":"simulated"}},{"kind":"Field","name":{"kind":"Name","value":"marketSession"}},{"kind":"Field","name":{"kind":"Name","value":"nextSessionChange"}},{"kind":"Field","name":{"kind":"Name","value":"clock"}},{"kind":"Field","name":{"kind":"Name","value":"testClock"}},{"kind":"Field","name":{"kind":"Name","value":"dataAgeSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"armed"}},{"kind":"Field","name":{"kind":"Name","value":"armedUntil"}},{"kind":"Field","name":{"kind":"Name","value":"killSwitch"}},{"kind":"Field","name":{"kind":"Name","value":"unknownOrders"}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedTrades"}},{"kind":"Field","name":{"kind":"Name","value":"snapshotCompleteness"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"taken"}},{"kind":"Field","name":{"kind":"Name","value":"gaps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"cause"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]} as unknown as DocumentNode<DeskStatusFragment, unknown>;
export const BookFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Book"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Portfolio"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"cash"}},{"kind":"Field","name":{"kind":"Name","value":"equity"}},{"kind":"Field","name":{"kind":"Name","value":"unmarked"}},{"kind":"Field","name":{"kind":"Name","value":"buyingPower"}},{"kind":"Field","name":{"kind":"Name","value":"openPnl"}},{"kind":"Field","name":{"kind":"Name","value":"dayPnl"}},{"kind":"Field","name":{"kind":"Name","value":"realizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"fees"}},{"kind":"Field","name":{"kind":"Name","value":"deposits"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}}]}}]} as unknown as DocumentNode<BookFragment, unknown>;
export const EstimatePartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EstimateParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Estimate"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"low"}},{"kind":"Field","name":{"kind":"Name","value":"high"}},{"kind":"Field","name":{"kind":"Name","value":"n"}}]}}]} as unknown as DocumentNode<EstimatePartsFragment, unknown>;
export const QuotePartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"QuoteParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Quote"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"bid"}},{"kind":"Field","name":{"kind":"Name","value":"ask"}},{"kind":"Field","name":{"kind":"Name","value":"mid"}},{"kind":"Field","name":{"kind":"Name","value":"last"}},{"kind":"Field","name":{"kind":"Name","value":"volume"}},{"kind":"Field","name":{"kind":"Name","value":"openInterest"}},{"kind":"Field","name":{"kind":"Name","value":"delta"}},{"kind":"Field","name":{"kind":"Name","value":"gamma"}},{"kind":"Field","name":{"kind":"Name","value":"theta"}},{"kind":"Field","name":{"kind":"Name","value":"vega"}},{"kind":"Field","name":{"kind":"Name","value":"iv"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"sourceTime"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"ageSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"delayed"}},{"kind":"Field","name":{"kind":"Name","value":"stale"}}]}}]} as unknown as DocumentNode<QuotePartsFragment, unknown>;
export const LimitPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LimitParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Limits"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"maxOpenTrades"}},{"kind":"Field","name":{"kind":"Name","value":"maxTradesPerDay"}},{"kind":"Field","name":{"kind":"Name","value":"maxPerUnderlying"}},{"kind":"Field","name":{"kind":"Name","value":"maxPositionCost"}},{"kind":"Field","name":{"kind":"Name","value":"maxOrderCost"}},{"kind":"Field","name":{"kind":"Name","value":"maxDailyLoss"}},{"kind":"Field","name":{"kind":"Name","value":"maxSlippagePct"}},{"kind":"Field","name":{"kind":"Name","value":"maxPriceImpactPct"}},{"kind":"Field","name":{"kind":"Name","value":"minPriceConfidence"}}]}}]} as unknown as DocumentNode<LimitPartsFragment, unknown>;
export const SettingsPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SettingsParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserSettings"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"paperVenue"}},{"kind":"Field","name":{"kind":"Name","value":"fillModel"}},{"kind":"Field","name":{"kind":"Name","value":"tradierSandbox"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"configured"}},{"kind":"Field","name":{"kind":"Name","value":"lastFour"}},{"kind":"Field","name":{"kind":"Name","value":"accountId"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tradierLive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"configured"}},{"kind":"Field","name":{"kind":"Name","value":"lastFour"}},{"kind":"Field","name":{"kind":"Name","value":"accountId"}}]}},{"kind":"Field","name":{"kind":"Name","value":"oratsToken"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"configured"}},{"kind":"Field","name":{"kind":"Name","value":"lastFour"}}]}},{"kind":"Field","name":{"kind":"Name","value":"jupiterApiKey"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"configured"}},{"kind":"Field","name":{"kind":"Name","value":"lastFour"}}]}},{"kind":"Field","name":{"kind":"Name","value":"wallet"}},{"kind":"Field","name":{"kind":"Name","value":"limits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LimitParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"defaults"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stopLossPct"}},{"kind":"Field","name":{"kind":"Name","value":"takeProfitPct"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pollSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"notifications"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"browser"}},{"kind":"Field","name":{"kind":"Name","value":"sound"}},{"kind":"Field","name":{"kind":"Name","value":"minSeverity"}}]}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LimitParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Limits"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"maxOpenTrades"}},{"kind":"Field","name":{"kind":"Name","value":"maxTradesPerDay"}},{"kind":"Field","name":{"kind":"Name","value":"maxPerUnderlying"}},{"kind":"Field","name":{"kind":"Name","value":"maxPositionCost"}},{"kind":"Field","name":{"kind":"Name","value":"maxOrderCost"}},{"kind":"Field","name":{"kind":"Name","value":"maxDailyLoss"}},{"kind":"Field","name":{"kind":"Name","value":"maxSlippagePct"}},{"kind":"Field","name":{"kind":"Name","value":"maxPriceImpactPct"}},{"kind":"Field","name":{"kind":"Name","value":"minPriceConfidence"}}]}}]} as unknown as DocumentNode<SettingsPartsFragment, unknown>;
export const PreviewPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PreviewParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TradePreview"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cost"}},{"kind":"Field","name":{"kind":"Name","value":"fees"}},{"kind":"Field","name":{"kind":"Name","value":"maxLoss"}},{"kind":"Field","name":{"kind":"Name","value":"maxProfit"}},{"kind":"Field","name":{"kind":"Name","value":"breakEven"}},{"kind":"Field","name":{"kind":"Name","value":"riskChecks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"passed"}},{"kind":"Field","name":{"kind":"Name","value":"limit"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}}]} as unknown as DocumentNode<PreviewPartsFragment, unknown>;
export const MarkPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Mark"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bid"}},{"kind":"Field","name":{"kind":"Name","value":"ask"}},{"kind":"Field","name":{"kind":"Name","value":"mid"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"delta"}},{"kind":"Field","name":{"kind":"Name","value":"gamma"}},{"kind":"Field","name":{"kind":"Name","value":"theta"}},{"kind":"Field","name":{"kind":"Name","value":"vega"}},{"kind":"Field","name":{"kind":"Name","value":"iv"}},{"kind":"Field","name":{"kind":"Name","value":"underlyingPrice"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"sourceTime"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"ageSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"delayed"}},{"kind":"Field","name":{"kind":"Name","value":"stale"}}]}}]} as unknown as DocumentNode<MarkPartsFragment, unknown>;
export const TradeRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TradeRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Trade"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"underlying"}},{"kind":"Field","name":{"kind":"Name","value":"expiration"}},{"kind":"Field","name":{"kind":"Name","value":"strike"}},{"kind":"Field","name":{"kind":"Name","value":"right"}},{"kind":"Field","name":{"kind":"Name","value":"multiplier"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"filledQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"openQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"orderType"}},{"kind":"Field","name":{"kind":"Name","value":"timeInForce"}},{"kind":"Field","name":{"kind":"Name","value":"limitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"entryPrice"}},{"kind":"Field","name":{"kind":"Name","value":"exitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"stopLoss"}},{"kind":"Field","name":{"kind":"Name","value":"takeProfit"}},{"kind":"Field","name":{"kind":"Name","value":"costBasis"}},{"kind":"Field","name":{"kind":"Name","value":"unrealizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"realizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"fees"}},{"kind":"Field","name":{"kind":"Name","value":"netPnl"}},{"kind":"Field","name":{"kind":"Name","value":"returnPct"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closeReason"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"protection"}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedSince"}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"venue"}},{"kind":"Field","name":{"kind":"Name","value":"fillModel"}},{"kind":"Field","name":{"kind":"Name","value":"fillModelVersion"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"mark"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"context"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"strategy"}},{"kind":"Field","name":{"kind":"Name","value":"aiVerdict"}},{"kind":"Field","name":{"kind":"Name","value":"aiConfidence"}},{"kind":"Field","name":{"kind":"Name","value":"aiModel"}}]}},{"kind":"Field","name":{"kind":"Name","value":"orders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Mark"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bid"}},{"kind":"Field","name":{"kind":"Name","value":"ask"}},{"kind":"Field","name":{"kind":"Name","value":"mid"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"delta"}},{"kind":"Field","name":{"kind":"Name","value":"gamma"}},{"kind":"Field","name":{"kind":"Name","value":"theta"}},{"kind":"Field","name":{"kind":"Name","value":"vega"}},{"kind":"Field","name":{"kind":"Name","value":"iv"}},{"kind":"Field","name":{"kind":"Name","value":"underlyingPrice"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"sourceTime"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"ageSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"delayed"}},{"kind":"Field","name":{"kind":"Name","value":"stale"}}]}}]} as unknown as DocumentNode<TradeRowFragment, unknown>;
export const TradeDetailFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TradeDetail"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Trade"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TradeRow"}},{"kind":"Field","name":{"kind":"Name","value":"maxFavorableExcursion"}},{"kind":"Field","name":{"kind":"Name","value":"maxAdverseExcursion"}},{"kind":"Field","name":{"kind":"Name","value":"excursionsComplete"}},{"kind":"Field","name":{"kind":"Name","value":"holdMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"dteAtEntry"}},{"kind":"Field","name":{"kind":"Name","value":"notes"}},{"kind":"Field","name":{"kind":"Name","value":"context"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"strategy"}},{"kind":"Field","name":{"kind":"Name","value":"scanner"}},{"kind":"Field","name":{"kind":"Name","value":"scannerScore"}},{"kind":"Field","name":{"kind":"Name","value":"aiModel"}},{"kind":"Field","name":{"kind":"Name","value":"aiPromptVersion"}},{"kind":"Field","name":{"kind":"Name","value":"aiVerdict"}},{"kind":"Field","name":{"kind":"Name","value":"aiConfidence"}},{"kind":"Field","name":{"kind":"Name","value":"aiRationale"}},{"kind":"Field","name":{"kind":"Name","value":"ivRank"}},{"kind":"Field","name":{"kind":"Name","value":"ivPercentile"}},{"kind":"Field","name":{"kind":"Name","value":"hv30"}},{"kind":"Field","name":{"kind":"Name","value":"underlyingTrend"}},{"kind":"Field","name":{"kind":"Name","value":"earningsDate"}},{"kind":"Field","name":{"kind":"Name","value":"marketRegime"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"notes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"entryGreeks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"delta"}},{"kind":"Field","name":{"kind":"Name","value":"gamma"}},{"kind":"Field","name":{"kind":"Name","value":"theta"}},{"kind":"Field","name":{"kind":"Name","value":"vega"}},{"kind":"Field","name":{"kind":"Name","value":"iv"}}]}},{"kind":"Field","name":{"kind":"Name","value":"exitGreeks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"delta"}},{"kind":"Field","name":{"kind":"Name","value":"gamma"}},{"kind":"Field","name":{"kind":"Name","value":"theta"}},{"kind":"Field","name":{"kind":"Name","value":"vega"}},{"kind":"Field","name":{"kind":"Name","value":"iv"}}]}},{"kind":"Field","name":{"kind":"Name","value":"orders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"filledQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"limitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"stopPrice"}},{"kind":"Field","name":{"kind":"Name","value":"averagePrice"}},{"kind":"Field","name":{"kind":"Name","value":"tag"}},{"kind":"Field","name":{"kind":"Name","value":"venueOrderId"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"fills"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"fee"}},{"kind":"Field","name":{"kind":"Name","value":"filledAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"settlement"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"sourceTime"}},{"kind":"Field","name":{"kind":"Name","value":"intrinsic"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Mark"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bid"}},{"kind":"Field","name":{"kind":"Name","value":"ask"}},{"kind":"Field","name":{"kind":"Name","value":"mid"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"delta"}},{"kind":"Field","name":{"kind":"Name","value":"gamma"}},{"kind":"Field","name":{"kind":"Name","value":"theta"}},{"kind":"Field","name":{"kind":"Name","value":"vega"}},{"kind":"Field","name":{"kind":"Name","value":"iv"}},{"kind":"Field","name":{"kind":"Name","value":"underlyingPrice"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"sourceTime"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"ageSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"delayed"}},{"kind":"Field","name":{"kind":"Name","value":"stale"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TradeRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Trade"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"underlying"}},{"kind":"Field","name":{"kind":"Name","value":"expiration"}},{"kind":"Field","name":{"kind":"Name","value":"strike"}},{"kind":"Field","name":{"kind":"Name","value":"right"}},{"kind":"Field","name":{"kind":"Name","value":"multiplier"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"filledQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"openQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"orderType"}},{"kind":"Field","name":{"kind":"Name","value":"timeInForce"}},{"kind":"Field","name":{"kind":"Name","value":"limitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"entryPrice"}},{"kind":"Field","name":{"kind":"Name","value":"exitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"stopLoss"}},{"kind":"Field","name":{"kind":"Name","value":"takeProfit"}},{"kind":"Field","name":{"kind":"Name","value":"costBasis"}},{"kind":"Field","name":{"kind":"Name","value":"unrealizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"realizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"fees"}},{"kind":"Field","name":{"kind":"Name","value":"netPnl"}},{"kind":"Field","name":{"kind":"Name","value":"returnPct"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closeReason"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"protection"}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedSince"}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"venue"}},{"kind":"Field","name":{"kind":"Name","value":"fillModel"}},{"kind":"Field","name":{"kind":"Name","value":"fillModelVersion"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"mark"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"context"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"strategy"}},{"kind":"Field","name":{"kind":"Name","value":"aiVerdict"}},{"kind":"Field","name":{"kind":"Name","value":"aiConfidence"}},{"kind":"Field","name":{"kind":"Name","value":"aiModel"}}]}},{"kind":"Field","name":{"kind":"Name","value":"orders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]} as unknown as DocumentNode<TradeDetailFragment, unknown>;
export const AlertsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Alerts"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mode"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TradingMode"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"unreadOnly"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"alerts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mode"}}},{"kind":"Argument","name":{"kind":"Name","value":"unreadOnly"},"value":{"kind":"Variable","name":{"kind":"Name","value":"unreadOnly"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AlertParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AlertParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Alert"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"tradeId"}},{"kind":"Field","name":{"kind":"Name","value":"raisedAt"}},{"kind":"Field","name":{"kind":"Name","value":"acknowledgedAt"}}]}}]} as unknown as DocumentNode<AlertsQuery, AlertsQueryVariables>;
export const AlertRaisedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"AlertRaised"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mode"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TradingMode"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"alertRaised"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mode"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AlertParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AlertParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Alert"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"tradeId"}},{"kind":"Field","name":{"kind":"Name","value":"raisedAt"}},{"kind":"Field","name":{"kind":"Name","value":"acknowledgedAt"}}]}}]} as unknown as DocumentNode<AlertRaisedSubscription, AlertRaisedSubscriptionVariables>;
export const AcknowledgeAlertDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AcknowledgeAlert"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"acknowledgeAlert"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AlertParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AlertParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Alert"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"tradeId"}},{"kind":"Field","name":{"kind":"Name","value":"raisedAt"}},{"kind":"Field","name":{"kind":"Name","value":"acknowledgedAt"}}]}}]} as unknown as DocumentNode<AcknowledgeAlertMutation, AcknowledgeAlertMutationVariables>;
export const ViewerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]}}]} as unknown as DocumentNode<ViewerQuery, ViewerQueryVariables>;
export const DeskStatusDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DeskStatus"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mode"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TradingMode"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"systemStatus"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mode"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeskStatus"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeskStatus"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SystemStatus"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"venue"}},{"kind":"Field","name":{"kind":"Name","value":"simulated"}},{"kind":"Field","name":{"kind":"Name","value":"marketSession"}},{"kind":"Field","name":{"kind":"Name","value":"nextSessionChange"}},{"kind":"Field","name":{"kind":"Name","value":"clock"}},{"kind":"Field","name":{"kind":"Name","value":"testClock"}},{"kind":"Field","name":{"kind":"Name","value":"dataAgeSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"armed"}},{"kind":"Field","name":{"kind":"Name","value":"armedUntil"}},{"kind":"Field","name":{"kind":"Name","value":"killSwitch"}},{"kind":"Field","name":{"kind":"Name","value":"unknownOrders"}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedTrades"}},{"kind":"Field","name":{"kind":"Name","value":"snapshotCompleteness"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"taken"}},{"kind":"Field","name":{"kind":"Name","value":"gaps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"cause"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]} as unknown as DocumentNode<DeskStatusQuery, DeskStatusQueryVariables>;
export const DeskStatusChangedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"DeskStatusChanged"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mode"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TradingMode"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"systemStatusChanged"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mode"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeskStatus"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeskStatus"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SystemStatus"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"venue"}},{"kind":"Field","name":{"kind":"Name","value":"simulated"}},{"kind":"Field","name":{"kind":"Name","value":"marketSession"}},{"kind":"Field","name":{"kind":"Name","value":"nextSessionChange"}},{"kind":"Field","name":{"kind":"Name","value":"clock"}},{"kind":"Field","name":{"kind":"Name","value":"testClock"}},{"kind":"Field","name":{"kind":"Name","value":"dataAgeSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"armed"}},{"kind":"Field","name":{"kind":"Name","value":"armedUntil"}},{"kind":"Field","name":{"kind":"Name","value":"killSwitch"}},{"kind":"Field","name":{"kind":"Name","value":"unknownOrders"}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedTrades"}},{"kind":"Field","name":{"kind":"Name","value":"snapshotCompleteness"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"taken"}},{"kind":"Field","name":{"kind":"Name","value":"gaps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"cause"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]} as unknown as DocumentNode<DeskStatusChangedSubscription, DeskStatusChangedSubscriptionVariables>;
export const SetKillSwitchDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetKillSwitch"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mode"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TradingMode"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"level"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"KillSwitchLevel"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setKillSwitch"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mode"}}},{"kind":"Argument","name":{"kind":"Name","value":"level"},"value":{"kind":"Variable","name":{"kind":"Name","value":"level"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeskStatus"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeskStatus"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SystemStatus"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"venue"}},{"kind":"Field","name":{"kind":"Name","value":"simulated"}},{"kind":"Field","name":{"kind":"Name","value":"marketSession"}},{"kind":"Field","name":{"kind":"Name","value":"nextSessionChange"}},{"kind":"Field","name":{"kind":"Name","value":"clock"}},{"kind":"Field","name":{"kind":"Name","value":"testClock"}},{"kind":"Field","name":{"kind":"Name","value":"dataAgeSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"armed"}},{"kind":"Field","name":{"kind":"Name","value":"armedUntil"}},{"kind":"Field","name":{"kind":"Name","value":"killSwitch"}},{"kind":"Field","name":{"kind":"Name","value":"unknownOrders"}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedTrades"}},{"kind":"Field","name":{"kind":"Name","value":"snapshotCompleteness"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"taken"}},{"kind":"Field","name":{"kind":"Name","value":"gaps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"cause"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]} as unknown as DocumentNode<SetKillSwitchMutation, SetKillSwitchMutationVariables>;
export const DeskTradesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DeskTrades"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mode"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TradingMode"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"open"},"name":{"kind":"Name","value":"trades"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mode"}}},{"kind":"Argument","name":{"kind":"Name","value":"phase"},"value":{"kind":"EnumValue","value":"OPEN"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"500"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TradeRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"pending"},"name":{"kind":"Name","value":"trades"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mode"}}},{"kind":"Argument","name":{"kind":"Name","value":"phase"},"value":{"kind":"EnumValue","value":"PENDING"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"500"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TradeRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Mark"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bid"}},{"kind":"Field","name":{"kind":"Name","value":"ask"}},{"kind":"Field","name":{"kind":"Name","value":"mid"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"delta"}},{"kind":"Field","name":{"kind":"Name","value":"gamma"}},{"kind":"Field","name":{"kind":"Name","value":"theta"}},{"kind":"Field","name":{"kind":"Name","value":"vega"}},{"kind":"Field","name":{"kind":"Name","value":"iv"}},{"kind":"Field","name":{"kind":"Name","value":"underlyingPrice"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"sourceTime"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"ageSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"delayed"}},{"kind":"Field","name":{"kind":"Name","value":"stale"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TradeRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Trade"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"underlying"}},{"kind":"Field","name":{"kind":"Name","value":"expiration"}},{"kind":"Field","name":{"kind":"Name","value":"strike"}},{"kind":"Field","name":{"kind":"Name","value":"right"}},{"kind":"Field","name":{"kind":"Name","value":"multiplier"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"filledQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"openQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"orderType"}},{"kind":"Field","name":{"kind":"Name","value":"timeInForce"}},{"kind":"Field","name":{"kind":"Name","value":"limitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"entryPrice"}},{"kind":"Field","name":{"kind":"Name","value":"exitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"stopLoss"}},{"kind":"Field","name":{"kind":"Name","value":"takeProfit"}},{"kind":"Field","name":{"kind":"Name","value":"costBasis"}},{"kind":"Field","name":{"kind":"Name","value":"unrealizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"realizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"fees"}},{"kind":"Field","name":{"kind":"Name","value":"netPnl"}},{"kind":"Field","name":{"kind":"Name","value":"returnPct"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closeReason"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"protection"}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedSince"}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"venue"}},{"kind":"Field","name":{"kind":"Name","value":"fillModel"}},{"kind":"Field","name":{"kind":"Name","value":"fillModelVersion"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"mark"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"context"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"strategy"}},{"kind":"Field","name":{"kind":"Name","value":"aiVerdict"}},{"kind":"Field","name":{"kind":"Name","value":"aiConfidence"}},{"kind":"Field","name":{"kind":"Name","value":"aiModel"}}]}},{"kind":"Field","name":{"kind":"Name","value":"orders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]} as unknown as DocumentNode<DeskTradesQuery, DeskTradesQueryVariables>;
export const BookFiguresDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"BookFigures"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mode"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TradingMode"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"portfolio"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mode"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Book"}}]}},{"kind":"Field","name":{"kind":"Name","value":"positions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mode"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"underlying"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"costBasis"}},{"kind":"Field","name":{"kind":"Name","value":"tradeIds"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Book"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Portfolio"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"cash"}},{"kind":"Field","name":{"kind":"Name","value":"equity"}},{"kind":"Field","name":{"kind":"Name","value":"unmarked"}},{"kind":"Field","name":{"kind":"Name","value":"buyingPower"}},{"kind":"Field","name":{"kind":"Name","value":"openPnl"}},{"kind":"Field","name":{"kind":"Name","value":"dayPnl"}},{"kind":"Field","name":{"kind":"Name","value":"realizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"fees"}},{"kind":"Field","name":{"kind":"Name","value":"deposits"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}}]}}]} as unknown as DocumentNode<BookFiguresQuery, BookFiguresQueryVariables>;
export const ClosedTradesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ClosedTrades"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mode"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TradingMode"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"TradeFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trades"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mode"}}},{"kind":"Argument","name":{"kind":"Name","value":"phase"},"value":{"kind":"EnumValue","value":"CLOSED"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TradeRow"}},{"kind":"Field","name":{"kind":"Name","value":"maxFavorableExcursion"}},{"kind":"Field","name":{"kind":"Name","value":"maxAdverseExcursion"}},{"kind":"Field","name":{"kind":"Name","value":"excursionsComplete"}},{"kind":"Field","name":{"kind":"Name","value":"holdMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"dteAtEntry"}},{"kind":"Field","name":{"kind":"Name","value":"notes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Mark"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bid"}},{"kind":"Field","name":{"kind":"Name","value":"ask"}},{"kind":"Field","name":{"kind":"Name","value":"mid"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"delta"}},{"kind":"Field","name":{"kind":"Name","value":"gamma"}},{"kind":"Field","name":{"kind":"Name","value":"theta"}},{"kind":"Field","name":{"kind":"Name","value":"vega"}},{"kind":"Field","name":{"kind":"Name","value":"iv"}},{"kind":"Field","name":{"kind":"Name","value":"underlyingPrice"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"sourceTime"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"ageSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"delayed"}},{"kind":"Field","name":{"kind":"Name","value":"stale"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TradeRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Trade"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"underlying"}},{"kind":"Field","name":{"kind":"Name","value":"expiration"}},{"kind":"Field","name":{"kind":"Name","value":"strike"}},{"kind":"Field","name":{"kind":"Name","value":"right"}},{"kind":"Field","name":{"kind":"Name","value":"multiplier"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"filledQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"openQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"orderType"}},{"kind":"Field","name":{"kind":"Name","value":"timeInForce"}},{"kind":"Field","name":{"kind":"Name","value":"limitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"entryPrice"}},{"kind":"Field","name":{"kind":"Name","value":"exitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"stopLoss"}},{"kind":"Field","name":{"kind":"Name","value":"takeProfit"}},{"kind":"Field","name":{"kind":"Name","value":"costBasis"}},{"kind":"Field","name":{"kind":"Name","value":"unrealizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"realizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"fees"}},{"kind":"Field","name":{"kind":"Name","value":"netPnl"}},{"kind":"Field","name":{"kind":"Name","value":"returnPct"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closeReason"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"protection"}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedSince"}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"venue"}},{"kind":"Field","name":{"kind":"Name","value":"fillModel"}},{"kind":"Field","name":{"kind":"Name","value":"fillModelVersion"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"mark"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"context"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"strategy"}},{"kind":"Field","name":{"kind":"Name","value":"aiVerdict"}},{"kind":"Field","name":{"kind":"Name","value":"aiConfidence"}},{"kind":"Field","name":{"kind":"Name","value":"aiModel"}}]}},{"kind":"Field","name":{"kind":"Name","value":"orders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]} as unknown as DocumentNode<ClosedTradesQuery, ClosedTradesQueryVariables>;
export const ClosedTotalsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ClosedTotals"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mode"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TradingMode"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"TradeFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mode"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trades"}},{"kind":"Field","name":{"kind":"Name","value":"wins"}},{"kind":"Field","name":{"kind":"Name","value":"losses"}},{"kind":"Field","name":{"kind":"Name","value":"scratches"}},{"kind":"Field","name":{"kind":"Name","value":"winRate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"profitFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"expectancy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"averageWin"}},{"kind":"Field","name":{"kind":"Name","value":"averageLoss"}},{"kind":"Field","name":{"kind":"Name","value":"totalPnl"}},{"kind":"Field","name":{"kind":"Name","value":"fees"}},{"kind":"Field","name":{"kind":"Name","value":"maxDrawdown"}},{"kind":"Field","name":{"kind":"Name","value":"longestLosingStreak"}},{"kind":"Field","name":{"kind":"Name","value":"byClose"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"pnl"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EstimateParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Estimate"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"low"}},{"kind":"Field","name":{"kind":"Name","value":"high"}},{"kind":"Field","name":{"kind":"Name","value":"n"}}]}}]} as unknown as DocumentNode<ClosedTotalsQuery, ClosedTotalsQueryVariables>;
export const TradesChangedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"TradesChanged"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mode"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TradingMode"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tradesChanged"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mode"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"events"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"trade"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"underlying"}},{"kind":"Field","name":{"kind":"Name","value":"strike"}},{"kind":"Field","name":{"kind":"Name","value":"right"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"trades"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TradeRow"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Mark"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bid"}},{"kind":"Field","name":{"kind":"Name","value":"ask"}},{"kind":"Field","name":{"kind":"Name","value":"mid"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"delta"}},{"kind":"Field","name":{"kind":"Name","value":"gamma"}},{"kind":"Field","name":{"kind":"Name","value":"theta"}},{"kind":"Field","name":{"kind":"Name","value":"vega"}},{"kind":"Field","name":{"kind":"Name","value":"iv"}},{"kind":"Field","name":{"kind":"Name","value":"underlyingPrice"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"sourceTime"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"ageSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"delayed"}},{"kind":"Field","name":{"kind":"Name","value":"stale"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TradeRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Trade"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"underlying"}},{"kind":"Field","name":{"kind":"Name","value":"expiration"}},{"kind":"Field","name":{"kind":"Name","value":"strike"}},{"kind":"Field","name":{"kind":"Name","value":"right"}},{"kind":"Field","name":{"kind":"Name","value":"multiplier"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"filledQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"openQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"orderType"}},{"kind":"Field","name":{"kind":"Name","value":"timeInForce"}},{"kind":"Field","name":{"kind":"Name","value":"limitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"entryPrice"}},{"kind":"Field","name":{"kind":"Name","value":"exitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"stopLoss"}},{"kind":"Field","name":{"kind":"Name","value":"takeProfit"}},{"kind":"Field","name":{"kind":"Name","value":"costBasis"}},{"kind":"Field","name":{"kind":"Name","value":"unrealizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"realizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"fees"}},{"kind":"Field","name":{"kind":"Name","value":"netPnl"}},{"kind":"Field","name":{"kind":"Name","value":"returnPct"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closeReason"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"protection"}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedSince"}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"venue"}},{"kind":"Field","name":{"kind":"Name","value":"fillModel"}},{"kind":"Field","name":{"kind":"Name","value":"fillModelVersion"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"mark"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"context"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"strategy"}},{"kind":"Field","name":{"kind":"Name","value":"aiVerdict"}},{"kind":"Field","name":{"kind":"Name","value":"aiConfidence"}},{"kind":"Field","name":{"kind":"Name","value":"aiModel"}}]}},{"kind":"Field","name":{"kind":"Name","value":"orders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]} as unknown as DocumentNode<TradesChangedSubscription, TradesChangedSubscriptionVariables>;
export const CurrentQuotesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CurrentQuotes"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"symbols"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quotes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"symbols"},"value":{"kind":"Variable","name":{"kind":"Name","value":"symbols"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"QuoteParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"QuoteParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Quote"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"bid"}},{"kind":"Field","name":{"kind":"Name","value":"ask"}},{"kind":"Field","name":{"kind":"Name","value":"mid"}},{"kind":"Field","name":{"kind":"Name","value":"last"}},{"kind":"Field","name":{"kind":"Name","value":"volume"}},{"kind":"Field","name":{"kind":"Name","value":"openInterest"}},{"kind":"Field","name":{"kind":"Name","value":"delta"}},{"kind":"Field","name":{"kind":"Name","value":"gamma"}},{"kind":"Field","name":{"kind":"Name","value":"theta"}},{"kind":"Field","name":{"kind":"Name","value":"vega"}},{"kind":"Field","name":{"kind":"Name","value":"iv"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"sourceTime"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"ageSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"delayed"}},{"kind":"Field","name":{"kind":"Name","value":"stale"}}]}}]} as unknown as DocumentNode<CurrentQuotesQuery, CurrentQuotesQueryVariables>;
export const QuoteUpdatedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"QuoteUpdated"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"symbols"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quoteUpdated"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"symbols"},"value":{"kind":"Variable","name":{"kind":"Name","value":"symbols"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"QuoteParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"QuoteParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Quote"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"bid"}},{"kind":"Field","name":{"kind":"Name","value":"ask"}},{"kind":"Field","name":{"kind":"Name","value":"mid"}},{"kind":"Field","name":{"kind":"Name","value":"last"}},{"kind":"Field","name":{"kind":"Name","value":"volume"}},{"kind":"Field","name":{"kind":"Name","value":"openInterest"}},{"kind":"Field","name":{"kind":"Name","value":"delta"}},{"kind":"Field","name":{"kind":"Name","value":"gamma"}},{"kind":"Field","name":{"kind":"Name","value":"theta"}},{"kind":"Field","name":{"kind":"Name","value":"vega"}},{"kind":"Field","name":{"kind":"Name","value":"iv"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"sourceTime"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"ageSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"delayed"}},{"kind":"Field","name":{"kind":"Name","value":"stale"}}]}}]} as unknown as DocumentNode<QuoteUpdatedSubscription, QuoteUpdatedSubscriptionVariables>;
export const SparklinesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Sparklines"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mode"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TradingMode"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trades"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mode"}}},{"kind":"Argument","name":{"kind":"Name","value":"phase"},"value":{"kind":"EnumValue","value":"OPEN"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"snapshots"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"40"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"takenAt"}},{"kind":"Field","name":{"kind":"Name","value":"price"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<SparklinesQuery, SparklinesQueryVariables>;
export const RecentEventsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RecentEvents"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mode"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TradingMode"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trades"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mode"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"12"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"underlying"}},{"kind":"Field","name":{"kind":"Name","value":"strike"}},{"kind":"Field","name":{"kind":"Name","value":"right"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"events"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"4"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<RecentEventsQuery, RecentEventsQueryVariables>;
export const RefreshPricesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RefreshPrices"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mode"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TradingMode"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"refreshPrices"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mode"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TradeRow"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Mark"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bid"}},{"kind":"Field","name":{"kind":"Name","value":"ask"}},{"kind":"Field","name":{"kind":"Name","value":"mid"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"delta"}},{"kind":"Field","name":{"kind":"Name","value":"gamma"}},{"kind":"Field","name":{"kind":"Name","value":"theta"}},{"kind":"Field","name":{"kind":"Name","value":"vega"}},{"kind":"Field","name":{"kind":"Name","value":"iv"}},{"kind":"Field","name":{"kind":"Name","value":"underlyingPrice"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"sourceTime"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"ageSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"delayed"}},{"kind":"Field","name":{"kind":"Name","value":"stale"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TradeRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Trade"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"underlying"}},{"kind":"Field","name":{"kind":"Name","value":"expiration"}},{"kind":"Field","name":{"kind":"Name","value":"strike"}},{"kind":"Field","name":{"kind":"Name","value":"right"}},{"kind":"Field","name":{"kind":"Name","value":"multiplier"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"filledQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"openQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"orderType"}},{"kind":"Field","name":{"kind":"Name","value":"timeInForce"}},{"kind":"Field","name":{"kind":"Name","value":"limitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"entryPrice"}},{"kind":"Field","name":{"kind":"Name","value":"exitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"stopLoss"}},{"kind":"Field","name":{"kind":"Name","value":"takeProfit"}},{"kind":"Field","name":{"kind":"Name","value":"costBasis"}},{"kind":"Field","name":{"kind":"Name","value":"unrealizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"realizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"fees"}},{"kind":"Field","name":{"kind":"Name","value":"netPnl"}},{"kind":"Field","name":{"kind":"Name","value":"returnPct"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closeReason"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"protection"}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedSince"}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"venue"}},{"kind":"Field","name":{"kind":"Name","value":"fillModel"}},{"kind":"Field","name":{"kind":"Name","value":"fillModelVersion"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"mark"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"context"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"strategy"}},{"kind":"Field","name":{"kind":"Name","value":"aiVerdict"}},{"kind":"Field","name":{"kind":"Name","value":"aiConfidence"}},{"kind":"Field","name":{"kind":"Name","value":"aiModel"}}]}},{"kind":"Field","name":{"kind":"Name","value":"orders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]} as unknown as DocumentNode<RefreshPricesMutation, RefreshPricesMutationVariables>;
export const SettingsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Settings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"settings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SettingsParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LimitParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Limits"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"maxOpenTrades"}},{"kind":"Field","name":{"kind":"Name","value":"maxTradesPerDay"}},{"kind":"Field","name":{"kind":"Name","value":"maxPerUnderlying"}},{"kind":"Field","name":{"kind":"Name","value":"maxPositionCost"}},{"kind":"Field","name":{"kind":"Name","value":"maxOrderCost"}},{"kind":"Field","name":{"kind":"Name","value":"maxDailyLoss"}},{"kind":"Field","name":{"kind":"Name","value":"maxSlippagePct"}},{"kind":"Field","name":{"kind":"Name","value":"maxPriceImpactPct"}},{"kind":"Field","name":{"kind":"Name","value":"minPriceConfidence"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SettingsParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserSettings"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"paperVenue"}},{"kind":"Field","name":{"kind":"Name","value":"fillModel"}},{"kind":"Field","name":{"kind":"Name","value":"tradierSandbox"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"configured"}},{"kind":"Field","name":{"kind":"Name","value":"lastFour"}},{"kind":"Field","name":{"kind":"Name","value":"accountId"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tradierLive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"configured"}},{"kind":"Field","name":{"kind":"Name","value":"lastFour"}},{"kind":"Field","name":{"kind":"Name","value":"accountId"}}]}},{"kind":"Field","name":{"kind":"Name","value":"oratsToken"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"configured"}},{"kind":"Field","name":{"kind":"Name","value":"lastFour"}}]}},{"kind":"Field","name":{"kind":"Name","value":"jupiterApiKey"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"configured"}},{"kind":"Field","name":{"kind":"Name","value":"lastFour"}}]}},{"kind":"Field","name":{"kind":"Name","value":"wallet"}},{"kind":"Field","name":{"kind":"Name","value":"limits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LimitParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"defaults"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stopLossPct"}},{"kind":"Field","name":{"kind":"Name","value":"takeProfitPct"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pollSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"notifications"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"browser"}},{"kind":"Field","name":{"kind":"Name","value":"sound"}},{"kind":"Field","name":{"kind":"Name","value":"minSeverity"}}]}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}}]}}]} as unknown as DocumentNode<SettingsQuery, SettingsQueryVariables>;
export const UpdateSettingsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateSettings"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateSettingsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateSettings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SettingsParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LimitParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Limits"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"maxOpenTrades"}},{"kind":"Field","name":{"kind":"Name","value":"maxTradesPerDay"}},{"kind":"Field","name":{"kind":"Name","value":"maxPerUnderlying"}},{"kind":"Field","name":{"kind":"Name","value":"maxPositionCost"}},{"kind":"Field","name":{"kind":"Name","value":"maxOrderCost"}},{"kind":"Field","name":{"kind":"Name","value":"maxDailyLoss"}},{"kind":"Field","name":{"kind":"Name","value":"maxSlippagePct"}},{"kind":"Field","name":{"kind":"Name","value":"maxPriceImpactPct"}},{"kind":"Field","name":{"kind":"Name","value":"minPriceConfidence"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SettingsParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserSettings"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"paperVenue"}},{"kind":"Field","name":{"kind":"Name","value":"fillModel"}},{"kind":"Field","name":{"kind":"Name","value":"tradierSandbox"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"configured"}},{"kind":"Field","name":{"kind":"Name","value":"lastFour"}},{"kind":"Field","name":{"kind":"Name","value":"accountId"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tradierLive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"configured"}},{"kind":"Field","name":{"kind":"Name","value":"lastFour"}},{"kind":"Field","name":{"kind":"Name","value":"accountId"}}]}},{"kind":"Field","name":{"kind":"Name","value":"oratsToken"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"configured"}},{"kind":"Field","name":{"kind":"Name","value":"lastFour"}}]}},{"kind":"Field","name":{"kind":"Name","value":"jupiterApiKey"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"configured"}},{"kind":"Field","name":{"kind":"Name","value":"lastFour"}}]}},{"kind":"Field","name":{"kind":"Name","value":"wallet"}},{"kind":"Field","name":{"kind":"Name","value":"limits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LimitParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"defaults"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stopLossPct"}},{"kind":"Field","name":{"kind":"Name","value":"takeProfitPct"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pollSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"notifications"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"browser"}},{"kind":"Field","name":{"kind":"Name","value":"sound"}},{"kind":"Field","name":{"kind":"Name","value":"minSeverity"}}]}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}}]}}]} as unknown as DocumentNode<UpdateSettingsMutation, UpdateSettingsMutationVariables>;
export const CheckProviderDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CheckProvider"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"provider"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Provider"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"checkProvider"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"provider"},"value":{"kind":"Variable","name":{"kind":"Name","value":"provider"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"ok"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"delayed"}},{"kind":"Field","name":{"kind":"Name","value":"latencyMs"}},{"kind":"Field","name":{"kind":"Name","value":"checkedAt"}}]}}]}}]} as unknown as DocumentNode<CheckProviderMutation, CheckProviderMutationVariables>;
export const SessionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Sessions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sessions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}},{"kind":"Field","name":{"kind":"Name","value":"device"}},{"kind":"Field","name":{"kind":"Name","value":"current"}}]}}]}}]} as unknown as DocumentNode<SessionsQuery, SessionsQueryVariables>;
export const RevokeSessionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevokeSession"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokeSession"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}]}}]} as unknown as DocumentNode<RevokeSessionMutation, RevokeSessionMutationVariables>;
export const ChangePasswordDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChangePassword"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"current"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"next"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changePassword"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"current"},"value":{"kind":"Variable","name":{"kind":"Name","value":"current"}}},{"kind":"Argument","name":{"kind":"Name","value":"next"},"value":{"kind":"Variable","name":{"kind":"Name","value":"next"}}}]}]}}]} as unknown as DocumentNode<ChangePasswordMutation, ChangePasswordMutationVariables>;
export const SignInOptionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SignInOptions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signInOptions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signUp"}},{"kind":"Field","name":{"kind":"Name","value":"demo"}}]}}]}}]} as unknown as DocumentNode<SignInOptionsQuery, SignInOptionsQueryVariables>;
export const SignUpDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignUp"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"username"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"password"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signUp"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"username"},"value":{"kind":"Variable","name":{"kind":"Name","value":"username"}}},{"kind":"Argument","name":{"kind":"Name","value":"password"},"value":{"kind":"Variable","name":{"kind":"Name","value":"password"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}}]}}]}}]} as unknown as DocumentNode<SignUpMutation, SignUpMutationVariables>;
export const SignInDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignIn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"username"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"password"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signIn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"username"},"value":{"kind":"Variable","name":{"kind":"Name","value":"username"}}},{"kind":"Argument","name":{"kind":"Name","value":"password"},"value":{"kind":"Variable","name":{"kind":"Name","value":"password"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}}]}}]}}]} as unknown as DocumentNode<SignInMutation, SignInMutationVariables>;
export const StartDemoDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StartDemo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startDemo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}}]}}]}}]} as unknown as DocumentNode<StartDemoMutation, StartDemoMutationVariables>;
export const SignOutDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signOut"}}]}}]} as unknown as DocumentNode<SignOutMutation, SignOutMutationVariables>;
export const ExpirationsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Expirations"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"underlying"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"optionExpirations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"underlying"},"value":{"kind":"Variable","name":{"kind":"Name","value":"underlying"}}}]}]}}]} as unknown as DocumentNode<ExpirationsQuery, ExpirationsQueryVariables>;
export const ChainDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Chain"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"underlying"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"expiration"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"optionChain"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"underlying"},"value":{"kind":"Variable","name":{"kind":"Name","value":"underlying"}}},{"kind":"Argument","name":{"kind":"Name","value":"expiration"},"value":{"kind":"Variable","name":{"kind":"Name","value":"expiration"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"underlying"}},{"kind":"Field","name":{"kind":"Name","value":"expiration"}},{"kind":"Field","name":{"kind":"Name","value":"underlyingPrice"}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"strike"}},{"kind":"Field","name":{"kind":"Name","value":"call"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"QuoteParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"put"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"QuoteParts"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"QuoteParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Quote"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"bid"}},{"kind":"Field","name":{"kind":"Name","value":"ask"}},{"kind":"Field","name":{"kind":"Name","value":"mid"}},{"kind":"Field","name":{"kind":"Name","value":"last"}},{"kind":"Field","name":{"kind":"Name","value":"volume"}},{"kind":"Field","name":{"kind":"Name","value":"openInterest"}},{"kind":"Field","name":{"kind":"Name","value":"delta"}},{"kind":"Field","name":{"kind":"Name","value":"gamma"}},{"kind":"Field","name":{"kind":"Name","value":"theta"}},{"kind":"Field","name":{"kind":"Name","value":"vega"}},{"kind":"Field","name":{"kind":"Name","value":"iv"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"sourceTime"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"ageSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"delayed"}},{"kind":"Field","name":{"kind":"Name","value":"stale"}}]}}]} as unknown as DocumentNode<ChainQuery, ChainQueryVariables>;
export const PreviewTradeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PreviewTrade"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PlaceTradeInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"previewTrade"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PreviewParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PreviewParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TradePreview"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cost"}},{"kind":"Field","name":{"kind":"Name","value":"fees"}},{"kind":"Field","name":{"kind":"Name","value":"maxLoss"}},{"kind":"Field","name":{"kind":"Name","value":"maxProfit"}},{"kind":"Field","name":{"kind":"Name","value":"breakEven"}},{"kind":"Field","name":{"kind":"Name","value":"riskChecks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"passed"}},{"kind":"Field","name":{"kind":"Name","value":"limit"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}}]} as unknown as DocumentNode<PreviewTradeQuery, PreviewTradeQueryVariables>;
export const PlaceTradeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PlaceTrade"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PlaceTradeInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"placeTrade"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TradeRow"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Mark"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bid"}},{"kind":"Field","name":{"kind":"Name","value":"ask"}},{"kind":"Field","name":{"kind":"Name","value":"mid"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"delta"}},{"kind":"Field","name":{"kind":"Name","value":"gamma"}},{"kind":"Field","name":{"kind":"Name","value":"theta"}},{"kind":"Field","name":{"kind":"Name","value":"vega"}},{"kind":"Field","name":{"kind":"Name","value":"iv"}},{"kind":"Field","name":{"kind":"Name","value":"underlyingPrice"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"sourceTime"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"ageSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"delayed"}},{"kind":"Field","name":{"kind":"Name","value":"stale"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TradeRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Trade"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"underlying"}},{"kind":"Field","name":{"kind":"Name","value":"expiration"}},{"kind":"Field","name":{"kind":"Name","value":"strike"}},{"kind":"Field","name":{"kind":"Name","value":"right"}},{"kind":"Field","name":{"kind":"Name","value":"multiplier"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"filledQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"openQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"orderType"}},{"kind":"Field","name":{"kind":"Name","value":"timeInForce"}},{"kind":"Field","name":{"kind":"Name","value":"limitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"entryPrice"}},{"kind":"Field","name":{"kind":"Name","value":"exitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"stopLoss"}},{"kind":"Field","name":{"kind":"Name","value":"takeProfit"}},{"kind":"Field","name":{"kind":"Name","value":"costBasis"}},{"kind":"Field","name":{"kind":"Name","value":"unrealizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"realizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"fees"}},{"kind":"Field","name":{"kind":"Name","value":"netPnl"}},{"kind":"Field","name":{"kind":"Name","value":"returnPct"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closeReason"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"protection"}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedSince"}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"venue"}},{"kind":"Field","name":{"kind":"Name","value":"fillModel"}},{"kind":"Field","name":{"kind":"Name","value":"fillModelVersion"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"mark"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"context"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"strategy"}},{"kind":"Field","name":{"kind":"Name","value":"aiVerdict"}},{"kind":"Field","name":{"kind":"Name","value":"aiConfidence"}},{"kind":"Field","name":{"kind":"Name","value":"aiModel"}}]}},{"kind":"Field","name":{"kind":"Name","value":"orders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]} as unknown as DocumentNode<PlaceTradeMutation, PlaceTradeMutationVariables>;
export const TradePageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TradePage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trade"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TradeDetail"}},{"kind":"Field","name":{"kind":"Name","value":"snapshots"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"500"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"takenAt"}},{"kind":"Field","name":{"kind":"Name","value":"bid"}},{"kind":"Field","name":{"kind":"Name","value":"ask"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"underlyingPrice"}},{"kind":"Field","name":{"kind":"Name","value":"stale"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"events"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Mark"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bid"}},{"kind":"Field","name":{"kind":"Name","value":"ask"}},{"kind":"Field","name":{"kind":"Name","value":"mid"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"delta"}},{"kind":"Field","name":{"kind":"Name","value":"gamma"}},{"kind":"Field","name":{"kind":"Name","value":"theta"}},{"kind":"Field","name":{"kind":"Name","value":"vega"}},{"kind":"Field","name":{"kind":"Name","value":"iv"}},{"kind":"Field","name":{"kind":"Name","value":"underlyingPrice"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"sourceTime"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"ageSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"delayed"}},{"kind":"Field","name":{"kind":"Name","value":"stale"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TradeRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Trade"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"underlying"}},{"kind":"Field","name":{"kind":"Name","value":"expiration"}},{"kind":"Field","name":{"kind":"Name","value":"strike"}},{"kind":"Field","name":{"kind":"Name","value":"right"}},{"kind":"Field","name":{"kind":"Name","value":"multiplier"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"filledQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"openQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"orderType"}},{"kind":"Field","name":{"kind":"Name","value":"timeInForce"}},{"kind":"Field","name":{"kind":"Name","value":"limitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"entryPrice"}},{"kind":"Field","name":{"kind":"Name","value":"exitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"stopLoss"}},{"kind":"Field","name":{"kind":"Name","value":"takeProfit"}},{"kind":"Field","name":{"kind":"Name","value":"costBasis"}},{"kind":"Field","name":{"kind":"Name","value":"unrealizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"realizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"fees"}},{"kind":"Field","name":{"kind":"Name","value":"netPnl"}},{"kind":"Field","name":{"kind":"Name","value":"returnPct"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closeReason"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"protection"}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedSince"}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"venue"}},{"kind":"Field","name":{"kind":"Name","value":"fillModel"}},{"kind":"Field","name":{"kind":"Name","value":"fillModelVersion"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"mark"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"context"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"strategy"}},{"kind":"Field","name":{"kind":"Name","value":"aiVerdict"}},{"kind":"Field","name":{"kind":"Name","value":"aiConfidence"}},{"kind":"Field","name":{"kind":"Name","value":"aiModel"}}]}},{"kind":"Field","name":{"kind":"Name","value":"orders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TradeDetail"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Trade"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TradeRow"}},{"kind":"Field","name":{"kind":"Name","value":"maxFavorableExcursion"}},{"kind":"Field","name":{"kind":"Name","value":"maxAdverseExcursion"}},{"kind":"Field","name":{"kind":"Name","value":"excursionsComplete"}},{"kind":"Field","name":{"kind":"Name","value":"holdMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"dteAtEntry"}},{"kind":"Field","name":{"kind":"Name","value":"notes"}},{"kind":"Field","name":{"kind":"Name","value":"context"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"strategy"}},{"kind":"Field","name":{"kind":"Name","value":"scanner"}},{"kind":"Field","name":{"kind":"Name","value":"scannerScore"}},{"kind":"Field","name":{"kind":"Name","value":"aiModel"}},{"kind":"Field","name":{"kind":"Name","value":"aiPromptVersion"}},{"kind":"Field","name":{"kind":"Name","value":"aiVerdict"}},{"kind":"Field","name":{"kind":"Name","value":"aiConfidence"}},{"kind":"Field","name":{"kind":"Name","value":"aiRationale"}},{"kind":"Field","name":{"kind":"Name","value":"ivRank"}},{"kind":"Field","name":{"kind":"Name","value":"ivPercentile"}},{"kind":"Field","name":{"kind":"Name","value":"hv30"}},{"kind":"Field","name":{"kind":"Name","value":"underlyingTrend"}},{"kind":"Field","name":{"kind":"Name","value":"earningsDate"}},{"kind":"Field","name":{"kind":"Name","value":"marketRegime"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"notes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"entryGreeks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"delta"}},{"kind":"Field","name":{"kind":"Name","value":"gamma"}},{"kind":"Field","name":{"kind":"Name","value":"theta"}},{"kind":"Field","name":{"kind":"Name","value":"vega"}},{"kind":"Field","name":{"kind":"Name","value":"iv"}}]}},{"kind":"Field","name":{"kind":"Name","value":"exitGreeks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"delta"}},{"kind":"Field","name":{"kind":"Name","value":"gamma"}},{"kind":"Field","name":{"kind":"Name","value":"theta"}},{"kind":"Field","name":{"kind":"Name","value":"vega"}},{"kind":"Field","name":{"kind":"Name","value":"iv"}}]}},{"kind":"Field","name":{"kind":"Name","value":"orders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"filledQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"limitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"stopPrice"}},{"kind":"Field","name":{"kind":"Name","value":"averagePrice"}},{"kind":"Field","name":{"kind":"Name","value":"tag"}},{"kind":"Field","name":{"kind":"Name","value":"venueOrderId"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"fills"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"fee"}},{"kind":"Field","name":{"kind":"Name","value":"filledAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"settlement"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"sourceTime"}},{"kind":"Field","name":{"kind":"Name","value":"intrinsic"}}]}}]}}]} as unknown as DocumentNode<TradePageQuery, TradePageQueryVariables>;
export const PreviewCloseDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PreviewClose"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CloseTradeInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"previewClose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PreviewParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PreviewParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TradePreview"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cost"}},{"kind":"Field","name":{"kind":"Name","value":"fees"}},{"kind":"Field","name":{"kind":"Name","value":"maxLoss"}},{"kind":"Field","name":{"kind":"Name","value":"maxProfit"}},{"kind":"Field","name":{"kind":"Name","value":"breakEven"}},{"kind":"Field","name":{"kind":"Name","value":"riskChecks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"passed"}},{"kind":"Field","name":{"kind":"Name","value":"limit"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}}]} as unknown as DocumentNode<PreviewCloseQuery, PreviewCloseQueryVariables>;
export const CloseTradeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CloseTrade"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CloseTradeInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"closeTrade"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TradeRow"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Mark"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bid"}},{"kind":"Field","name":{"kind":"Name","value":"ask"}},{"kind":"Field","name":{"kind":"Name","value":"mid"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"delta"}},{"kind":"Field","name":{"kind":"Name","value":"gamma"}},{"kind":"Field","name":{"kind":"Name","value":"theta"}},{"kind":"Field","name":{"kind":"Name","value":"vega"}},{"kind":"Field","name":{"kind":"Name","value":"iv"}},{"kind":"Field","name":{"kind":"Name","value":"underlyingPrice"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"sourceTime"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"ageSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"delayed"}},{"kind":"Field","name":{"kind":"Name","value":"stale"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TradeRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Trade"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"underlying"}},{"kind":"Field","name":{"kind":"Name","value":"expiration"}},{"kind":"Field","name":{"kind":"Name","value":"strike"}},{"kind":"Field","name":{"kind":"Name","value":"right"}},{"kind":"Field","name":{"kind":"Name","value":"multiplier"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"filledQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"openQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"orderType"}},{"kind":"Field","name":{"kind":"Name","value":"timeInForce"}},{"kind":"Field","name":{"kind":"Name","value":"limitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"entryPrice"}},{"kind":"Field","name":{"kind":"Name","value":"exitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"stopLoss"}},{"kind":"Field","name":{"kind":"Name","value":"takeProfit"}},{"kind":"Field","name":{"kind":"Name","value":"costBasis"}},{"kind":"Field","name":{"kind":"Name","value":"unrealizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"realizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"fees"}},{"kind":"Field","name":{"kind":"Name","value":"netPnl"}},{"kind":"Field","name":{"kind":"Name","value":"returnPct"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closeReason"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"protection"}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedSince"}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"venue"}},{"kind":"Field","name":{"kind":"Name","value":"fillModel"}},{"kind":"Field","name":{"kind":"Name","value":"fillModelVersion"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"mark"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"context"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"strategy"}},{"kind":"Field","name":{"kind":"Name","value":"aiVerdict"}},{"kind":"Field","name":{"kind":"Name","value":"aiConfidence"}},{"kind":"Field","name":{"kind":"Name","value":"aiModel"}}]}},{"kind":"Field","name":{"kind":"Name","value":"orders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]} as unknown as DocumentNode<CloseTradeMutation, CloseTradeMutationVariables>;
export const CancelTradeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CancelTrade"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"expectedVersion"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelTrade"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"expectedVersion"},"value":{"kind":"Variable","name":{"kind":"Name","value":"expectedVersion"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TradeRow"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Mark"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bid"}},{"kind":"Field","name":{"kind":"Name","value":"ask"}},{"kind":"Field","name":{"kind":"Name","value":"mid"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"delta"}},{"kind":"Field","name":{"kind":"Name","value":"gamma"}},{"kind":"Field","name":{"kind":"Name","value":"theta"}},{"kind":"Field","name":{"kind":"Name","value":"vega"}},{"kind":"Field","name":{"kind":"Name","value":"iv"}},{"kind":"Field","name":{"kind":"Name","value":"underlyingPrice"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"sourceTime"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"ageSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"delayed"}},{"kind":"Field","name":{"kind":"Name","value":"stale"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TradeRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Trade"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"underlying"}},{"kind":"Field","name":{"kind":"Name","value":"expiration"}},{"kind":"Field","name":{"kind":"Name","value":"strike"}},{"kind":"Field","name":{"kind":"Name","value":"right"}},{"kind":"Field","name":{"kind":"Name","value":"multiplier"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"filledQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"openQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"orderType"}},{"kind":"Field","name":{"kind":"Name","value":"timeInForce"}},{"kind":"Field","name":{"kind":"Name","value":"limitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"entryPrice"}},{"kind":"Field","name":{"kind":"Name","value":"exitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"stopLoss"}},{"kind":"Field","name":{"kind":"Name","value":"takeProfit"}},{"kind":"Field","name":{"kind":"Name","value":"costBasis"}},{"kind":"Field","name":{"kind":"Name","value":"unrealizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"realizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"fees"}},{"kind":"Field","name":{"kind":"Name","value":"netPnl"}},{"kind":"Field","name":{"kind":"Name","value":"returnPct"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closeReason"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"protection"}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedSince"}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"venue"}},{"kind":"Field","name":{"kind":"Name","value":"fillModel"}},{"kind":"Field","name":{"kind":"Name","value":"fillModelVersion"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"mark"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"context"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"strategy"}},{"kind":"Field","name":{"kind":"Name","value":"aiVerdict"}},{"kind":"Field","name":{"kind":"Name","value":"aiConfidence"}},{"kind":"Field","name":{"kind":"Name","value":"aiModel"}}]}},{"kind":"Field","name":{"kind":"Name","value":"orders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]} as unknown as DocumentNode<CancelTradeMutation, CancelTradeMutationVariables>;
export const AdjustBracketDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AdjustBracket"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AdjustBracketInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"adjustBracket"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TradeRow"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Mark"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bid"}},{"kind":"Field","name":{"kind":"Name","value":"ask"}},{"kind":"Field","name":{"kind":"Name","value":"mid"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"delta"}},{"kind":"Field","name":{"kind":"Name","value":"gamma"}},{"kind":"Field","name":{"kind":"Name","value":"theta"}},{"kind":"Field","name":{"kind":"Name","value":"vega"}},{"kind":"Field","name":{"kind":"Name","value":"iv"}},{"kind":"Field","name":{"kind":"Name","value":"underlyingPrice"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"sourceTime"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"ageSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"delayed"}},{"kind":"Field","name":{"kind":"Name","value":"stale"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TradeRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Trade"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"underlying"}},{"kind":"Field","name":{"kind":"Name","value":"expiration"}},{"kind":"Field","name":{"kind":"Name","value":"strike"}},{"kind":"Field","name":{"kind":"Name","value":"right"}},{"kind":"Field","name":{"kind":"Name","value":"multiplier"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"filledQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"openQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"orderType"}},{"kind":"Field","name":{"kind":"Name","value":"timeInForce"}},{"kind":"Field","name":{"kind":"Name","value":"limitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"entryPrice"}},{"kind":"Field","name":{"kind":"Name","value":"exitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"stopLoss"}},{"kind":"Field","name":{"kind":"Name","value":"takeProfit"}},{"kind":"Field","name":{"kind":"Name","value":"costBasis"}},{"kind":"Field","name":{"kind":"Name","value":"unrealizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"realizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"fees"}},{"kind":"Field","name":{"kind":"Name","value":"netPnl"}},{"kind":"Field","name":{"kind":"Name","value":"returnPct"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closeReason"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"protection"}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedSince"}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"venue"}},{"kind":"Field","name":{"kind":"Name","value":"fillModel"}},{"kind":"Field","name":{"kind":"Name","value":"fillModelVersion"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"mark"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"context"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"strategy"}},{"kind":"Field","name":{"kind":"Name","value":"aiVerdict"}},{"kind":"Field","name":{"kind":"Name","value":"aiConfidence"}},{"kind":"Field","name":{"kind":"Name","value":"aiModel"}}]}},{"kind":"Field","name":{"kind":"Name","value":"orders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]} as unknown as DocumentNode<AdjustBracketMutation, AdjustBracketMutationVariables>;