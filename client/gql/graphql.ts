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
  /** An exchange date (New York), YYYY-MM-DD. */
  Date: { input: string; output: string; }
  /** An instant, ISO 8601 in UTC with milliseconds, e.g. "2026-03-27T14:30:00.000Z". An input may carry another offset. */
  DateTime: { input: string; output: string; }
  /** An exact decimal number as text, e.g. "12.50". An input may also be an integer, never a float; at most 30 digits on either side of the point. */
  Decimal: { input: string; output: string; }
  /** Any JSON value. An input has integers up to 2^53-1 as its only numbers, at most 16 levels and 65,536 characters. */
  JSON: { input: unknown; output: unknown; }
};

/** A difference that a person can explain, such as a deposit at the venue. */
export type AcceptDifferencesInput = {
  /** InvariantCheck.account; only its differences are accepted. Left out, with several accounts at the venue: the one whose difference is still the one that the caller saw. */
  account?: InputMaybe<Scalars['String']['input']>;
  /** One or both; all are accepted, or none. */
  differences: Array<SeenDifferenceInput>;
  /** 8 to 64 of A-Z a-z 0-9 -: the same key with the same input is done once. */
  idempotencyKey: Scalars['String']['input'];
  /** The book. */
  mode: TradingMode;
  /** Why it differs, 1 to 500 characters; logged. */
  note: Scalars['String']['input'];
  /** InvariantCheck.venue; the simulated venue accepts no differences. */
  venue: Scalars['String']['input'];
};

/** A difference that a person accepted by acceptDifferences. */
export type AcceptedDifference = {
  __typename?: 'AcceptedDifference';
  /** Who accepted it, as the log names them: user:NAME. */
  actor: Scalars['String']['output'];
  /** When it was accepted. */
  at: Scalars['DateTime']['output'];
  /** theirs − ours at that time, dollars. */
  difference: Scalars['Decimal']['output'];
  /** The person’s reason, in their words. */
  note: Scalars['String']['output'];
};

/** The rules of a broker under which an account trades. */
export type AccountKind =
  /** Only settled cash is spent. */
  | 'CASH'
  /** The broker lends a part of what shares cost. */
  | 'MARGIN'
  /** A margin account under the rules for pattern day traders. */
  | 'PATTERN_DAY_TRADER';

/** An account of real money, as its venue last reported it. */
export type AccountReport = {
  __typename?: 'AccountReport';
  /** The venue’s account number. */
  account: Scalars['String']['output'];
  /** When the venue reported these figures; null before its first answer. */
  asOf?: Maybe<Scalars['DateTime']['output']>;
  /** Dollars available for options, which are paid in full. */
  buyingPower?: Maybe<Scalars['Decimal']['output']>;
  /** Its whole cash in dollars. */
  cash?: Maybe<Scalars['Decimal']['output']>;
  /** Dollars available for shares that are sold on the same day; null outside a PATTERN_DAY_TRADER account. */
  dayTradeBuyingPower?: Maybe<Scalars['Decimal']['output']>;
  /** Trades of this desk that were entered and exited on one exchange day, whole or in part, within the last five trading days. Day trades made elsewhere are unknown and not counted. */
  dayTrades: Scalars['Int']['output'];
  /** Dollars that Portfolio.deposits counts for it: what it held when first seen, plus or minus what moved since other than by orders of this desk; null until that is booked. */
  deposited?: Maybe<Scalars['Decimal']['output']>;
  /** Cash and all positions at the venue’s prices, dollars. */
  equity?: Maybe<Scalars['Decimal']['output']>;
  /** Dollars that the broker calls for; null in a CASH account. */
  marginCall?: Maybe<Scalars['Decimal']['output']>;
  /** Whether the settings name the account; new entries then go there. */
  named: Scalars['Boolean']['output'];
  /** Dollars available for shares, the broker’s loan included. */
  shareBuyingPower?: Maybe<Scalars['Decimal']['output']>;
  /** The rules under which it trades; null until the venue reports them. */
  type?: Maybe<AccountKind>;
  /** Dollars of sales that are not settled; null outside a CASH account, because only there spending waits for settlement. */
  unsettledCash?: Maybe<Scalars['Decimal']['output']>;
  /** The venue. */
  venue: Scalars['String']['output'];
};

/** An account at a venue with active trades of the caller. */
export type AccountUse = {
  __typename?: 'AccountUse';
  /** The venue’s account number. */
  account: Scalars['String']['output'];
  /** The active trades of each symbol. */
  bySymbol: Array<SymbolUse>;
  /** Whether a stored token reaches it; otherwise the desk can neither watch, move nor close anything there. */
  reachable: Scalars['Boolean']['output'];
  /** What they trade, each symbol once. */
  symbols: Array<Scalars['String']['output']>;
  /** How many trades are active there, pending entries included. */
  trades: Scalars['Int']['output'];
  /** The venue. */
  venue: Scalars['String']['output'];
  /** How many of these trades have an exit that only the desk watches. */
  watched: Scalars['Int']['output'];
};

/** New exits of a trade. A field left out stays as it is; null removes that exit. */
export type AdjustBracketInput = {
  /** REAL: the token from the preview of exactly this input; valid once, for 60 seconds. */
  confirmationToken?: InputMaybe<Scalars['String']['input']>;
  /** The version that the caller saw; a stale one is a CONFLICT. */
  expectedVersion: Scalars['Int']['input'];
  /** Id of the trade. */
  id: Scalars['ID']['input'];
  /** 8 to 64 of A-Z a-z 0-9 -: the same key with the same input is done once. */
  idempotencyKey: Scalars['String']['input'];
  /** Stop-loss, dollars per share or unit. For a trailing stop it is the new floor, and the trail moves on from the next price better than any before; null also ends the trail. */
  stopLoss?: InputMaybe<Scalars['Decimal']['input']>;
  /** Take-profit, dollars per share or unit. */
  takeProfit?: InputMaybe<Scalars['Decimal']['input']>;
  /** Percent points that the stop stays behind the best price, as in BracketInput; it never loosens the stop. null ends the trail and leaves the stop where it is. */
  trailingPct?: InputMaybe<Scalars['Decimal']['input']>;
};

/** Whose terms of an exit the desk keeps. */
export type AdjustmentChoice =
  /** The venue’s terms: they are recorded, and nothing is sent. */
  | 'ADOPT'
  /** The desk’s terms: the desk restores them at the venue. */
  | 'KEEP';

/** Tokens in a wallet that no trade holds, to be booked as an OPEN trade. */
export type AdoptHoldingInput = {
  /** The token from previewAdoption for exactly this; valid once, for 60 seconds. */
  confirmationToken?: InputMaybe<Scalars['String']['input']>;
  /** Dollars that the whole quantity cost, fees included; more than 0. */
  cost: Scalars['Decimal']['input'];
  /** 8 to 64 of A-Z a-z 0-9 -: the same key with the same input is the same trade. */
  idempotencyKey: Scalars['String']['input'];
  /** The full mint address; not of USDC or SOL, which are cash already. */
  mint: Scalars['String']['input'];
  /** Always REAL: PAPER has no wallet with unbooked tokens. */
  mode: TradingMode;
  /** Where the tokens come from, 1 to 500 characters; logged. */
  note: Scalars['String']['input'];
  /** Whole units, at most Holding.unbooked. */
  quantity: Scalars['Decimal']['input'];
};

/** What adoptHolding would book. Nothing is stored. */
export type AdoptionPreview = {
  __typename?: 'AdoptionPreview';
  /** Whole units in trades of all users who share the wallet. */
  booked: Scalars['Decimal']['output'];
  /** The token that adoptHolding needs for exactly this input; valid once. */
  confirmationToken?: Maybe<Scalars['String']['output']>;
  /** Dollars for the whole quantity, fees included. */
  cost: Scalars['Decimal']['output'];
  /** Decimals of the mint. */
  decimals: Scalars['Int']['output'];
  /** When that token expires. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** The full mint address. */
  mint: Scalars['String']['output'];
  /** Dollars for one unit. */
  price: Scalars['Decimal']['output'];
  /** Whole units. */
  quantity: Scalars['Decimal']['output'];
  /** The slot of the reading, a whole number. */
  slot: Scalars['String']['output'];
  /** The issuer’s ticker, or the ends of the mint without one; many tokens share a ticker. */
  ticker: Scalars['String']['output'];
  /** Whole units in the wallet that no trade holds. */
  unbooked: Scalars['Decimal']['output'];
  /** Address of the wallet. */
  wallet: Scalars['String']['output'];
};

/** How well models predicted which trades make money (netPnl > 0). */
export type AiStats = {
  __typename?: 'AiStats';
  /** Brier score of always predicting baseRate: a useful model’s brier is lower. Null when n is 0. */
  baseBrier?: Maybe<Scalars['Float']['output']>;
  /** Share of these trades that made money, a fraction 0..1; null without any. */
  baseRate?: Maybe<Scalars['Float']['output']>;
  /** Brier score: average of (aiConfidence − outcome)², outcome 1 when the trade made money, else 0; 0 is perfect, 0.25 is a coin. Null without a confidence. */
  brier?: Maybe<Scalars['Float']['output']>;
  /** How often trades made money compared with the model’s confidence: ten ranges of confidence, lowest first. */
  calibration: Array<CalibrationBucket>;
  /** Win rate of trades with BUY or STRONG_BUY over that of all trades with a verdict; 1 means that verdicts do not help. Null when either is undefined. */
  lift?: Maybe<Scalars['Float']['output']>;
  /** How many trades had an aiConfidence. */
  n: Scalars['Int']['output'];
};

/** What a model advised at entry. */
export type AiVerdict =
  /** Do not enter. */
  | 'AVOID'
  /** Enter. */
  | 'BUY'
  /** No opinion. */
  | 'NEUTRAL'
  /** Enter, with conviction. */
  | 'STRONG_BUY';

/** Something that a person should look at. */
export type Alert = {
  __typename?: 'Alert';
  /** When it was acknowledged, or its cause went away; null until then. */
  acknowledgedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Id of the alert. */
  id: Scalars['ID']['output'];
  /** What kind: ORDER_UNKNOWN, ORDER_REFUSED, EXIT_REFUSED, UNPROTECTED, ACCOUNT_UNREACHABLE, WATCH_BLIND, UNCOVERED, FOREIGN_CHANGE, NEEDS_REVIEW, LATE_FILL, LATE_ORDER, FILL_CORRECTED, INVARIANT_BROKEN, INVARIANT_UNKNOWN, PRICE_CONFLICT, TOKEN_REFUSED, UNREADABLE_ROWS, SWITCH_TRIPPED, JOB_FAILED, BACKUP_FAILED, VENUE_SILENT, ENTRY_REJECTED, FAR_FROM_MARK, TWIN_NOT_PLACED, DRIFT_UNEXPLAINED, STRATEGY_FAILED, STRATEGY_DEMOTED, TARGET_FILLED, STOP_FILLED, SETTLED. */
  kind: Scalars['String']['output'];
  /** What happened, in a sentence. */
  message: Scalars['String']['output'];
  /** The book that it concerns. */
  mode: TradingMode;
  /** When it was raised. */
  raisedAt: Scalars['DateTime']['output'];
  /** When its cause went away, if before it was acknowledged; for an INFO, when it was raised. Null otherwise. */
  resolvedAt?: Maybe<Scalars['DateTime']['output']>;
  /** How urgent. */
  severity: Severity;
  /** The trade that it concerns, as it is now; null when it concerns none. */
  trade?: Maybe<Trade>;
  /** The trade that it concerns; null when it concerns none. */
  tradeId?: Maybe<Scalars['ID']['output']>;
};

/** A page of a list of Alert. */
export type AlertConnection = {
  __typename?: 'AlertConnection';
  /** The items with their cursors. */
  edges: Array<AlertEdge>;
  /** The items. */
  nodes: Array<Alert>;
  /** The page’s position in its list. */
  pageInfo: PageInfo;
  /** How many items the whole list has, over all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One item of a page: Alert. */
export type AlertEdge = {
  __typename?: 'AlertEdge';
  /** The item’s opaque position in its list. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Alert;
};

/** A key with which a program acts for the caller; the key is shown only when it is created. */
export type ApiToken = {
  __typename?: 'ApiToken';
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** When it expires; null: valid until it is revoked. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Id of the API token, by which it is revoked. */
  id: Scalars['ID']['output'];
  /** When it was last used, to the minute; null before the first time. */
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Its bounds within its scopes; null: none. */
  mandate?: Maybe<Mandate>;
  /** How much of its mandate it has used, in each book; empty without a mandate. */
  mandateUse: Array<MandateUse>;
  /** What the caller called it. */
  name: Scalars['String']['output'];
  /** What it may do. */
  scopes: Array<Scope>;
};

/** What kind of instrument. */
export type AssetClass =
  /** A US stock or fund. */
  | 'EQUITY'
  /** A listed US option contract. */
  | 'OPTION'
  /** A Solana token. */
  | 'TOKEN';

/** A page of a list of Audit. */
export type AuditConnection = {
  __typename?: 'AuditConnection';
  /** The items with their cursors. */
  edges: Array<AuditEdge>;
  /** The items. */
  nodes: Array<AuditEntry>;
  /** The page’s position in its list. */
  pageInfo: PageInfo;
  /** How many items the whole list has, over all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One item of a page: Audit. */
export type AuditEdge = {
  __typename?: 'AuditEdge';
  /** The item’s opaque position in its list. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: AuditEntry;
};

/** One line of the caller’s log of a book: what happened, or what was refused. */
export type AuditEntry = {
  __typename?: 'AuditEntry';
  /** What happened, e.g. ENTRY_FILLED, DEPOSITED, PLACE_TRADE_REFUSED. */
  action: Scalars['String']['output'];
  /** Who: user:NAME, mcp:NAME for an assistant of that user, strategy:ID, desk or venue. */
  actor: Scalars['String']['output'];
  /** When. */
  at: Scalars['DateTime']['output'];
  /** message, a sentence, and the data that belongs to it. */
  detail?: Maybe<Scalars['JSON']['output']>;
  /** SHA-256 over the hash of the previous line and all of this one, so every later change shows. */
  hash: Scalars['String']['output'];
  /** Id of the line, made from its number in the log. */
  id: Scalars['ID']['output'];
  /** The book. */
  mode: TradingMode;
  /** The trade that it concerns; null when it concerns none. */
  tradeId?: Maybe<Scalars['ID']['output']>;
};

/** A fault in a log. */
export type AuditFault = {
  __typename?: 'AuditFault';
  /** What is wrong with it. */
  problem: AuditProblem;
  /** Number of the first line that is wrong, from 1. */
  sequence: Scalars['Int']['output'];
};

/** What is wrong with a line of the log. */
export type AuditProblem =
  /** It differs from what was written, or is in another line’s place. */
  | 'ALTERED'
  /** It is missing. */
  | 'MISSING'
  /** The log has it although the book has no such line. */
  | 'SURPLUS';

/** The result of reading the caller’s whole log and recomputing its hashes. */
export type AuditProof = {
  __typename?: 'AuditProof';
  /** When the log was read; an answer is reused for ten seconds. */
  checkedAt: Scalars['DateTime']['output'];
  /** How many lines the log has had so far. */
  events: Scalars['Int']['output'];
  /** The first fault; null when every line is as it was written. */
  fault?: Maybe<AuditFault>;
  /** The last line as BOOK:USER:HASH, to be kept elsewhere: `npm run verify-audit -- --head` takes it and detects a log that was cut off before it or recomputed. */
  head: Scalars['String']['output'];
  /** SHA-256 of the last line: kept elsewhere, it proves that no earlier line was rewritten since. */
  lastHash: Scalars['String']['output'];
  /** The book. */
  mode: TradingMode;
};

/** A strategy tried on the past. Results are null until status is DONE. */
export type Backtest = {
  __typename?: 'Backtest';
  /** Bars read, all symbols together. */
  bars?: Maybe<Scalars['Int']['output']>;
  /** When it was asked for. */
  createdAt: Scalars['DateTime']['output'];
  /** Cash at the end, dollars. */
  endCash?: Maybe<Scalars['Decimal']['output']>;
  /** Cash and positions at their last prices, dollars. */
  endEquity?: Maybe<Scalars['Decimal']['output']>;
  /** Cash and equity at the bars’ ends, oldest first: at most 2,000 points, the first, the last and the lowest included. */
  equity: Array<EquityPoint>;
  /** Why it failed; null when it has not. */
  error?: Maybe<Scalars['String']['output']>;
  /** Share of all symbols’ bars at whose end their symbol is held, percent points. */
  exposurePct?: Maybe<Scalars['Float']['output']>;
  /** When it ended; null while it has not. */
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** SHA-256 over kind version, parameters, input, data, and every order, fill and settlement in order. */
  hash?: Maybe<Scalars['String']['output']>;
  /** Id of the backtest. */
  id: Scalars['ID']['output'];
  /** As run, every default filled in, with the kind’s version and the data’s hash. */
  input: Scalars['JSON']['output'];
  /** What the strategy logged, oldest first: the last 1,000 lines. */
  log: Array<BacktestLogLine>;
  /** Deepest fall below the highest earlier equity, dollars; measured at the bars’ ends, the starting cash included. */
  maxDrawdown?: Maybe<Scalars['Decimal']['output']>;
  /** maxDrawdown in percent points of the equity that it fell from. */
  maxDrawdownPct?: Maybe<Scalars['Float']['output']>;
  /** Results of random draws of its trades, with replacement, each as long as the list of trades; null without a trade. */
  monteCarlo?: Maybe<MonteCarlo>;
  /** Positions still held at the end. */
  openPositions: Array<BacktestPosition>;
  /** Share of the bars that are read, a fraction 0..1. */
  progress: Scalars['Float']['output'];
  /** Statistics of the closed trades. */
  stats?: Maybe<TradeStats>;
  /** Its state. */
  status: BacktestStatus;
  /** The strategy that was run. */
  strategyId: Scalars['ID']['output'];
  /** Its closed trades, the last closed first. */
  trades: BacktestTradeConnection;
  /** Reasons not to trust the result: no fees, few trades, missing bars … */
  warnings: Array<Scalars['String']['output']>;
};


/** A strategy tried on the past. Results are null until status is DONE. */
export type BacktestMonteCarloArgs = {
  runs?: InputMaybe<Scalars['Int']['input']>;
  seed?: InputMaybe<Scalars['Int']['input']>;
};


/** A strategy tried on the past. Results are null until status is DONE. */
export type BacktestTradesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of a list of Backtest. */
export type BacktestConnection = {
  __typename?: 'BacktestConnection';
  /** The items with their cursors. */
  edges: Array<BacktestEdge>;
  /** The items. */
  nodes: Array<Backtest>;
  /** The page’s position in its list. */
  pageInfo: PageInfo;
  /** How many items the whole list has, over all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One item of a page: Backtest. */
export type BacktestEdge = {
  __typename?: 'BacktestEdge';
  /** The item’s opaque position in its list. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Backtest;
};

/** A strategy to be tried on the past. */
export type BacktestInput = {
  /** Dollars at the beginning; null: 100,000. */
  cash?: InputMaybe<Scalars['Decimal']['input']>;
  /** Name of an imported data set; null: the desk’s own history. */
  dataSet?: InputMaybe<Scalars['String']['input']>;
  /** Fees of each fill; null: the paper book’s schedule. */
  fees?: InputMaybe<FeesInput>;
  /** How orders meet quotes; null: the settings’ own. */
  fillModel?: InputMaybe<FillModel>;
  /** The first start of a bar, inclusive; earlier bars only warm up. */
  from: Scalars['DateTime']['input'];
  /** Interval of the bars that the strategy sees, built from finer bars. Null: the strategy’s interval, else the kind’s, or the data set’s finest if it has no bars that fine. */
  interval?: InputMaybe<CandleInterval>;
  /** Seed of random(); null: 1. */
  seed?: InputMaybe<Scalars['Int']['input']>;
  /** Percent points that MARKET and stop fills on bars are worse by; null: 0. */
  slippagePct?: InputMaybe<Scalars['Decimal']['input']>;
  /** Id of the strategy. */
  strategyId: Scalars['ID']['input'];
  /** 1 to 50: tickers, mints, underlyings or OCC symbols. */
  symbols: Array<Scalars['String']['input']>;
  /** The last start of a bar, exclusive. */
  to: Scalars['DateTime']['input'];
};

/** A line that the strategy logged. */
export type BacktestLogLine = {
  __typename?: 'BacktestLogLine';
  /** The time of the data that the strategy saw. */
  at: Scalars['DateTime']['output'];
  /** What the strategy logged. */
  text: Scalars['String']['output'];
};

/** What is held of a symbol at the end of a backtest. */
export type BacktestPosition = {
  __typename?: 'BacktestPosition';
  /** Dollars paid for it; negative: received. */
  costBasis: Scalars['Decimal']['output'];
  /** The last known price, dollars per share or unit; null when none is known. */
  price?: Maybe<Scalars['Decimal']['output']>;
  /** Contracts, shares or tokens; negative: short. */
  quantity: Scalars['Decimal']['output'];
  /** OCC symbol, ticker or mint. */
  symbol: Scalars['String']['output'];
};

/** How far a backtest is. */
export type BacktestProgress = {
  __typename?: 'BacktestProgress';
  /** Bars read so far. */
  bars: Scalars['Int']['output'];
  /** Bars to read; 0 while that is not known. */
  barsTotal: Scalars['Int']['output'];
  /** Id of the backtest. */
  id: Scalars['ID']['output'];
  /** Share of the bars that are read, a fraction 0..1. */
  progress: Scalars['Float']['output'];
  /** Seconds that it will still take at this pace; null: unknown. */
  secondsLeft?: Maybe<Scalars['Float']['output']>;
  /** Its state. */
  status: BacktestStatus;
};

/** The state of a backtest or a sweep. */
export type BacktestStatus =
  /** Its user ended it. */
  | 'CANCELED'
  /** It ended with results. */
  | 'DONE'
  /** It ended without results; error says why. */
  | 'FAILED'
  /** It waits for its turn. */
  | 'QUEUED'
  /** It runs. */
  | 'RUNNING';

/** A closed trade of a backtest. */
export type BacktestTrade = {
  __typename?: 'BacktestTrade';
  /** How it ended; MANUAL_CLOSE: the strategy asked for it. */
  closeReason: TradeStatus;
  /** When it was opened. */
  entryAt: Scalars['DateTime']['output'];
  /** Average price of the entry, dollars per share or unit. */
  entryPrice: Scalars['Decimal']['output'];
  /** When it was closed. */
  exitAt: Scalars['DateTime']['output'];
  /** Average price of the exit, dollars per share or unit. */
  exitPrice: Scalars['Decimal']['output'];
  /** Fees in dollars. */
  fees: Scalars['Decimal']['output'];
  /** realizedPnl − fees, dollars. */
  netPnl: Scalars['Decimal']['output'];
  /** Contracts, shares or tokens. */
  quantity: Scalars['Decimal']['output'];
  /** Dollars before fees. */
  realizedPnl: Scalars['Decimal']['output'];
  /** The side that opened it. */
  side: OrderSide;
  /** OCC symbol, ticker or mint. */
  symbol: Scalars['String']['output'];
};

/** A page of a list of BacktestTrade. */
export type BacktestTradeConnection = {
  __typename?: 'BacktestTradeConnection';
  /** The items with their cursors. */
  edges: Array<BacktestTradeEdge>;
  /** The items. */
  nodes: Array<BacktestTrade>;
  /** The page’s position in its list. */
  pageInfo: PageInfo;
  /** How many items the whole list has, over all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One item of a page: BacktestTrade. */
export type BacktestTradeEdge = {
  __typename?: 'BacktestTradeEdge';
  /** The item’s opaque position in its list. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: BacktestTrade;
};

/** One file with the desk’s, the PAPER and the REAL part; no secret in it is in plain text. */
export type Backup = {
  __typename?: 'Backup';
  /** Why it was made. */
  cause: BackupCause;
  /** When it was made, by the desk’s clock. */
  createdAt: Scalars['DateTime']['output'];
  /** SHA-256 of the state of the desk’s part. */
  deskHash: Scalars['String']['output'];
  /** Its path on the server that made it. */
  file: Scalars['String']['output'];
  /** Id of the backup. */
  id: Scalars['ID']['output'];
  /** SHA-256 of the state of the PAPER part. */
  paperHash: Scalars['String']['output'];
  /** SHA-256 of the state of the REAL part. */
  realHash: Scalars['String']['output'];
  /** What its rehearsal found; null before the first one. */
  rehearsal?: Maybe<BackupRehearsal>;
  /** Size of the file in bytes. */
  sizeBytes: Scalars['Float']['output'];
  /** SHA-256 of the state of all parts, in hexadecimal: the same state has the same hash on SQLite and Postgres. */
  stateHash: Scalars['String']['output'];
};

/** Why a backup was made; the last 14 of each are kept. */
export type BackupCause =
  /** An ADMIN asked for it. */
  | 'ASKED'
  /** The job makes one on each day. */
  | 'DAILY';

/** The result of restoring a backup into a scratch store. */
export type BackupRehearsal = {
  __typename?: 'BackupRehearsal';
  /** When it was restored. */
  at: Scalars['DateTime']['output'];
  /** What was found, as a sentence. */
  finding: Scalars['String']['output'];
  /** Whether it could be restored and then had the same state hash. */
  passed: Scalars['Boolean']['output'];
};

/** A split of the shares of a trade under review: newShares for every oldShares. */
export type BookSplitInput = {
  /** The version that the caller saw; a stale one is a CONFLICT. */
  expectedVersion: Scalars['Int']['input'];
  /** Id of the trade. */
  id: Scalars['ID']['input'];
  /** 8 to 64 of A-Z a-z 0-9 -: the same key with the same input is done once. */
  idempotencyKey: Scalars['String']['input'];
  /** New shares, 1 to 1000: 10 in a split of 10 for 1. The holding must come out in whole shares: settle the odd shares first with reviewTrade, for that quantity. */
  newShares: Scalars['Int']['input'];
  /** How the caller knows; logged. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** Old shares, 1 to 1000: 10 in a reverse split of 1 for 10. */
  oldShares: Scalars['Int']['input'];
};

/** Exits, as prices of the instrument; left out: none. */
export type BracketInput = {
  /** Limit of the stop order, dollars per share or unit; left out: a market order. Refused for a token. */
  stopLimit?: InputMaybe<Scalars['Decimal']['input']>;
  /** Price at which the position is closed at a loss, dollars per share or unit. */
  stopLoss?: InputMaybe<Scalars['Decimal']['input']>;
  /** Price at which the position is closed at a profit, dollars per share or unit. */
  takeProfit?: InputMaybe<Scalars['Decimal']['input']>;
  /** Percent points, more than 0 and less than 100, that the stop stays behind the best exit-side price since entry: below a long’s highest bid, above a short’s lowest ask. The desk only ever tightens it, by at least a tick, on fresh two-sided quotes of the venue; a token’s trail follows accepted prices. The desk moves the venue’s order at a limited pace and watches a tighter stop itself in between. With stopLoss the trail starts there, otherwise behind the entry’s first fill. */
  trailingPct?: InputMaybe<Scalars['Decimal']['input']>;
};

/** An account at a broker. */
export type BrokerAccount = {
  __typename?: 'BrokerAccount';
  /** The broker’s account number. */
  accountId?: Maybe<Scalars['String']['output']>;
  /** Whether a token is stored. */
  configured: Scalars['Boolean']['output'];
  /** Last four characters of the token. */
  lastFour?: Maybe<Scalars['String']['output']>;
};

/** An account at a broker: a field left out stays as it is, null removes it. */
export type BrokerAccountInput = {
  /** The broker’s account number. */
  accountId?: InputMaybe<Scalars['String']['input']>;
  /** The secret token; stored encrypted, never shown again. */
  token?: InputMaybe<Scalars['String']['input']>;
};

/** Trades with about the same model confidence. */
export type CalibrationBucket = {
  __typename?: 'CalibrationBucket';
  /** Range of confidence, e.g. 0.6–0.7, without its upper end except 1. */
  bucket: Scalars['String']['output'];
  /** Upper end of the 95 % interval of observed, a fraction 0..1. */
  high?: Maybe<Scalars['Float']['output']>;
  /** Lower end of the 95 % interval of observed, a fraction 0..1. */
  low?: Maybe<Scalars['Float']['output']>;
  /** How many trades. */
  n: Scalars['Int']['output'];
  /** Share that made money, a fraction 0..1; null without trades. */
  observed?: Maybe<Scalars['Float']['output']>;
  /** Average confidence, a fraction 0..1; null without trades. */
  predicted?: Maybe<Scalars['Float']['output']>;
};

/** Prices over one interval, dollars per share or unit: trades of regular sessions at Tradier, the mid of bid and ask on the simulated market, accepted prices of a token. */
export type Candle = {
  __typename?: 'Candle';
  /** When it begins; for a day, midnight in New York. */
  at: Scalars['DateTime']['output'];
  /** Last price; for the candle in progress, the price now. */
  close: Scalars['Decimal']['output'];
  /** Highest price. */
  high: Scalars['Decimal']['output'];
  /** Lowest price. */
  low: Scalars['Decimal']['output'];
  /** First price. */
  open: Scalars['Decimal']['output'];
  /** Contracts, shares or units traded; null when unknown. */
  volume?: Maybe<Scalars['Decimal']['output']>;
};

/** How long a candle lasts. */
export type CandleInterval =
  /** Fifteen minutes. */
  | 'FIFTEEN_MINUTES'
  /** Five minutes. */
  | 'FIVE_MINUTES'
  /** One day of the exchange. */
  | 'ONE_DAY'
  /** One hour. */
  | 'ONE_HOUR'
  /** One minute. */
  | 'ONE_MINUTE';

/** Trades that ended the same way. */
export type CloseStats = {
  __typename?: 'CloseStats';
  /** How many trades. */
  count: Scalars['Int']['output'];
  /** Sum of their netPnl, dollars. */
  pnl: Scalars['Decimal']['output'];
  /** How they ended. */
  reason: TradeStatus;
};

/** What to sell, or buy back, of an open trade. */
export type CloseTradeInput = {
  /** REAL: the token from the preview of exactly this input; valid once, for 60 seconds. */
  confirmationToken?: InputMaybe<Scalars['String']['input']>;
  /** The version that the caller saw; a stale one is a CONFLICT. */
  expectedVersion: Scalars['Int']['input'];
  /** Id of the trade. */
  id: Scalars['ID']['input'];
  /** 8 to 64 of A-Z a-z 0-9 -: the same key with the same input is done once. */
  idempotencyKey: Scalars['String']['input'];
  /** LIMIT: dollars per share or unit. */
  limitPrice?: InputMaybe<Scalars['Decimal']['input']>;
  /** MARKET or LIMIT. */
  orderType?: InputMaybe<OrderType>;
  /** Contracts, shares or token units; left out: all that is held. */
  quantity?: InputMaybe<Scalars['Decimal']['input']>;
};

/** One of the five parts of a confidence. */
export type ConfidencePart = {
  __typename?: 'ConfidencePart';
  /** Where the score comes from, in a sentence. */
  cause: Scalars['String']['output'];
  /** agreement, freshness, liquidity, history or coverage. */
  name: Scalars['String']['output'];
  /** From 0 to 1. */
  score: Scalars['Float']['output'];
  /** Its exponent in the weighted geometric mean; the five add up to 1. */
  weight: Scalars['Float']['output'];
};

/** Whose figures of a fill the book keeps. */
export type CorrectionTake =
  /** The book’s: nothing is booked. */
  | 'OURS'
  /** The venue’s: the difference is booked. */
  | 'VENUE';

/** A new API token, with its key, which is shown only here. */
export type CreatedApiToken = {
  __typename?: 'CreatedApiToken';
  /** When it expires; null: valid until it is revoked. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Id of the API token, by which it is revoked. */
  id: Scalars['ID']['output'];
  /** Its bounds within its scopes; null: none. */
  mandate?: Maybe<Mandate>;
  /** What the caller called it. */
  name: Scalars['String']['output'];
  /** What it may do. */
  scopes: Array<Scope>;
  /** The key: Authorization: Bearer TOKEN. Shown only here. */
  token: Scalars['String']['output'];
};

/** What may be shown of a stored secret: never the secret itself. */
export type Credential = {
  __typename?: 'Credential';
  /** Whether one is stored. */
  configured: Scalars['Boolean']['output'];
  /** Its last four characters. */
  lastFour?: Maybe<Scalars['String']['output']>;
};

/** What was realised on one exchange day. */
export type DailyPnl = {
  __typename?: 'DailyPnl';
  /** The exchange date. */
  date: Scalars['Date']['output'];
  /** The day’s deepest fall of the running sum of netPnl below its peak, dollars. */
  drawdown: Scalars['Decimal']['output'];
  /** Commissions and fees of the day, dollars. */
  fees: Scalars['Decimal']['output'];
  /** How many of these trades have netPnl < 0 over all their days. */
  losses: Scalars['Int']['output'];
  /** Dollars realised on the day, less its fees. The days of a closed trade add up to its netPnl. */
  netPnl: Scalars['Decimal']['output'];
  /** How many trades ended on it. */
  trades: Scalars['Int']['output'];
  /** How many of these trades have netPnl > 0 over all their days. */
  wins: Scalars['Int']['output'];
};

/** Bars or quotes of one symbol in a data set. */
export type DataSeries = {
  __typename?: 'DataSeries';
  /** Time of the first row; for a bar, its start. */
  from: Scalars['DateTime']['output'];
  /** Interval of the bars; null for quotes. */
  interval?: Maybe<CandleInterval>;
  /** bars or quotes. */
  kind: Scalars['String']['output'];
  /** Missing bars of regular hours between from and to; for tokens, of all hours. 0 for quotes. */
  missing: Scalars['Int']['output'];
  /** How many. */
  rows: Scalars['Int']['output'];
  /** OCC symbol, ticker or mint. */
  symbol: Scalars['String']['output'];
  /** Time of the last row; for a bar, its start. */
  to: Scalars['DateTime']['output'];
};

/** Bars and quotes that the user has imported. */
export type DataSet = {
  __typename?: 'DataSet';
  /** When it was first imported. */
  createdAt: Scalars['DateTime']['output'];
  /** SHA-256 of its content, in hexadecimal: the same content has the same hash. */
  hash: Scalars['String']['output'];
  /** Id of the data set. */
  id: Scalars['ID']['output'];
  /** Its name, unique among the user’s. */
  name: Scalars['String']['output'];
  /** Bars and quotes, all symbols together. */
  rows: Scalars['Int']['output'];
  /** What it holds, by symbol. */
  series: Array<DataSeries>;
};

/** Fills at a venue that fills on delayed quotes, measured against the market at both times; a fill counts when both are known. */
export type DelayCost = {
  __typename?: 'DelayCost';
  /** Against the mid at the time of the fill. */
  atFill: FillCost;
  /** Against the mid delaySeconds earlier, on which the venue filled. */
  atQuote: FillCost;
  /** The part of atFill that the delay caused, dollars: the market’s move in between; negative when it was in our favour. */
  byDelay?: Maybe<Scalars['Decimal']['output']>;
  /** The same per share or share of a contract, dollars. */
  byDelayPerUnit?: Maybe<Scalars['Decimal']['output']>;
};

/** Money paid into a book or withdrawn, apart from trading. */
export type Deposit = {
  __typename?: 'Deposit';
  /** Dollars; negative: withdrawn. */
  amount: Scalars['Decimal']['output'];
  /** When. */
  at: Scalars['DateTime']['output'];
};

/** A difference between the venue’s holding of a trade’s symbol and the book’s. */
export type Doubt = {
  __typename?: 'Doubt';
  /** When the desk saw it. */
  at: Scalars['DateTime']['output'];
  /** Contracts or shares of all trades of the account in the book; negative: short. */
  bookQuantity: Scalars['Decimal']['output'];
  /** The likely cause. */
  cause: DoubtCause;
  /** New shares for every oldShares, when a split may explain the positions; else null. */
  newShares?: Maybe<Scalars['Int']['output']>;
  /** Old shares; null with newShares. */
  oldShares?: Maybe<Scalars['Int']['output']>;
  /** The symbol that most likely replaced it in the account; null: none. */
  successor?: Maybe<Scalars['String']['output']>;
  /** Contracts or shares in the account; negative: short. */
  venueQuantity: Scalars['Decimal']['output'];
};

/** The likely cause when an account or its exits differ from the book. */
export type DoubtCause =
  /** A corporate action gave the option another root. */
  | 'ADJUSTED_CONTRACT'
  /** An early assignment: exactly its shares moved. */
  | 'ASSIGNMENT'
  /** A dividend: exit prices are slightly lower, and nothing else changed. */
  | 'DIVIDEND'
  /** Another person or program, as far as the account shows. */
  | 'SOMEBODY'
  /** A split: size and price changed by reciprocal ratios. */
  | 'SPLIT'
  /** A merger or the like: the account holds shares of another symbol at the same cost. */
  | 'SUCCESSOR'
  /** A change of the symbol: the account holds the same number of shares of another symbol. */
  | 'SYMBOL_CHANGE';

/** The part of the drift that one cause explains. */
export type DriftCause = {
  __typename?: 'DriftCause';
  /** Dollars; positive: better than the reference. */
  amount: Scalars['Decimal']['output'];
  /** ENTRY_PRICE: The difference in entry price that TIMING does not explain. EXIT_PRICE: The difference in exit price that TIMING does not explain. TIMING: The market’s move between the reference’s instant and the trade’s. SIZE: The quantities differ. FEES: The fees differ. MISSED: Only one of the two traded. REJECTED: Our entry was refused. FEED_DELAY: The part of the market’s move that comes from a late source. UNEXPLAINED: The rest. */
  cause: Scalars['String']['output'];
  /** How many rows it contributes to. */
  trades: Scalars['Int']['output'];
};

/** Results of strategies’ closed trades compared with their references. */
export type DriftReport = {
  __typename?: 'DriftReport';
  /** totalPnl of stats with the same filter, for strategies’ trades only. */
  actual: Scalars['Decimal']['output'];
  /** How many of these trades wait for their day to be compared. */
  awaiting: Scalars['Int']['output'];
  /** Every cause, also those of 0, in the order in which they are taken off the difference. */
  causes: Array<DriftCause>;
  /** Dollars after fees that the references made. */
  expected: Scalars['Decimal']['output'];
  /** BACKTEST: the same version over the bars that the run was handed. PAPER: the run in PAPER at the same time. */
  reference: Scalars['String']['output'];
  /** Its trades and those that only the reference made, the last entered first. */
  rows: DriftRowConnection;
  /** actual − expected in dollars, which is the sum of causes. */
  total: Scalars['Decimal']['output'];
  /** Closed trades of strategies that match the filter. */
  trades: Scalars['Int']['output'];
  /** How many of these trades have no reference; problem of each row has the reason. */
  unknown: Scalars['Int']['output'];
};


/** Results of strategies’ closed trades compared with their references. */
export type DriftReportRowsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A trade compared with its reference’s trade. */
export type DriftRow = {
  __typename?: 'DriftRow';
  /** netPnl of the trade in dollars; 0 without one. */
  actual: Scalars['Decimal']['output'];
  /** When the trade was entered; without one, when the reference entered its own. */
  at: Scalars['DateTime']['output'];
  /** Whether its day has not been compared yet; until then its whole difference is UNEXPLAINED. */
  awaiting: Scalars['Boolean']['output'];
  /** Every cause, also those of 0; their sum is actual − expected. */
  causes: Array<DriftCause>;
  /** Dollars after fees that the reference made; 0 without one. */
  expected: Scalars['Decimal']['output'];
  /** Unique among the rows of all books of the caller. */
  id: Scalars['ID']['output'];
  /** Why the trade has no reference, so that its whole difference is UNEXPLAINED; null when it has one, or while that is awaited. */
  problem?: Maybe<Scalars['String']['output']>;
  /** OCC symbol, ticker or mint. */
  symbol: Scalars['String']['output'];
  /** Id of the trade; null: only the reference made it. */
  tradeId?: Maybe<Scalars['ID']['output']>;
};

/** A page of a list of DriftRow. */
export type DriftRowConnection = {
  __typename?: 'DriftRowConnection';
  /** The items with their cursors. */
  edges: Array<DriftRowEdge>;
  /** The items. */
  nodes: Array<DriftRow>;
  /** The page’s position in its list. */
  pageInfo: PageInfo;
  /** How many items the whole list has, over all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One item of a page: DriftRow. */
export type DriftRowEdge = {
  __typename?: 'DriftRowEdge';
  /** The item’s opaque position in its list. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: DriftRow;
};

/** A US stock or fund. */
export type EquityInput = {
  /** Ticker. */
  symbol: Scalars['String']['input'];
};

/** What a book was worth at an instant. */
export type EquityPoint = {
  __typename?: 'EquityPoint';
  /** The instant. */
  at: Scalars['DateTime']['output'];
  /** Cash in dollars, exact. */
  cash: Scalars['Decimal']['output'];
  /** Cash plus positions at the last marks known then, dollars; null while a position had no mark. */
  equity?: Maybe<Scalars['Decimal']['output']>;
};

/** A figure with its 95 % interval; value, low and high are null only when n trades do not define them. */
export type Estimate = {
  __typename?: 'Estimate';
  /** Upper end of the 95 % interval, same unit. */
  high?: Maybe<Scalars['Float']['output']>;
  /** Lower end of the 95 % interval around the figure, same unit. */
  low?: Maybe<Scalars['Float']['output']>;
  /** The number of trades, or of what its field counts, behind the figure. */
  n: Scalars['Int']['output'];
  /** The figure, in the unit of its field. */
  value?: Maybe<Scalars['Float']['output']>;
};

/** One date on the New York stock exchanges’ calendar. */
export type ExchangeDay = {
  __typename?: 'ExchangeDay';
  /** When the regular session ends; null without one. */
  closesAt?: Maybe<Scalars['DateTime']['output']>;
  /** The date. */
  date: Scalars['Date']['output'];
  /** Whether the session ends at 13:00. */
  halfDay: Scalars['Boolean']['output'];
  /** Why it is closed or short; null on other days and on weekends. */
  name?: Maybe<Scalars['String']['output']>;
  /** Whether there is a session. */
  open: Scalars['Boolean']['output'];
};

/** New terms that the venue gave a working exit order, e.g. for a split or a dividend. The order’s own fields have the terms that the desk asked for. It waits for settleExitAdjustment. */
export type ExitAdjustment = {
  __typename?: 'ExitAdjustment';
  /** What a person chose; null while it waits. */
  choice?: Maybe<AdjustmentChoice>;
  /** When the account was seen to hold exactly what the book does; null while that is unknown: until then the desk changes nothing. */
  comparedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Limit at the venue, dollars per share or unit; null: none. */
  limitPrice?: Maybe<Scalars['Decimal']['output']>;
  /** The person’s reason, in their words; null when they gave none. */
  note?: Maybe<Scalars['String']['output']>;
  /** Its quantity at the venue: contracts, shares or token units. */
  quantity: Scalars['Decimal']['output'];
  /** When they chose; null while it waits. */
  settledAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who chose, as the log names them: user:NAME; null while it waits. */
  settledBy?: Maybe<Scalars['String']['output']>;
  /** Trigger at the venue, dollars per share or unit; null: none. */
  stopPrice?: Maybe<Scalars['Decimal']['output']>;
  /** When the desk saw it. */
  toldAt: Scalars['DateTime']['output'];
};

/** What is known of a topic. */
export type Explanation = {
  __typename?: 'Explanation';
  /** What the topic is. */
  kind: ExplanationKind;
  /** The book that it concerns; null: none. */
  mode?: Maybe<TradingMode>;
  /** The story of a trade; null for every other topic. */
  story?: Maybe<TradeStory>;
  /** The terms themselves, then those related to them. */
  terms: Array<GlossaryTerm>;
  /** In words, a paragraph each. */
  text: Array<Scalars['String']['output']>;
  /** What to call it. */
  title: Scalars['String']['output'];
  /** Its name in the glossary, or the id of the trade. */
  topic: Scalars['String']['output'];
  /** Questions about it that no data here will ever answer. */
  unanswerable: Array<Question>;
};

/** What a topic is. */
export type ExplanationKind =
  /** How one works with the desk. */
  | 'GUIDE'
  /** A figure, a word, or a part of the API. */
  | 'TERM'
  /** A trade of the caller’s: its story. */
  | 'TRADE'
  /** What its data cannot say. */
  | 'UNANSWERABLE';

/** A fill’s fee: the larger of minimum and perUnit × quantity + pct % of its value. */
export type FeesInput = {
  /** Dollars per fill at least; left out: 0. */
  minimum?: InputMaybe<Scalars['Decimal']['input']>;
  /** Percent points of the fill’s value; left out: 0. */
  pct?: InputMaybe<Scalars['Decimal']['input']>;
  /** Dollars per contract, share or token; left out: 0. */
  perUnit?: InputMaybe<Scalars['Decimal']['input']>;
};

/** One execution of an order. */
export type Fill = {
  __typename?: 'Fill';
  /** Dollars of commission and fees for this fill. */
  fee: Scalars['Decimal']['output'];
  /** When it filled, by the venue’s report. */
  filledAt: Scalars['DateTime']['output'];
  /** Id of the fill. */
  id: Scalars['ID']['output'];
  /** Dollars per share or unit. */
  price: Scalars['Decimal']['output'];
  /** Contracts, shares or token units that changed hands. */
  quantity: Scalars['Decimal']['output'];
};

/** The fill model CALIBRATED, fitted to the caller’s earlier venue fills and tested on the later ones. All fills of one entry or exit count as one. */
export type FillCalibration = {
  __typename?: 'FillCalibration';
  /** Share of the bid-ask spread that buys give up from the bid, percent points; null without a fit. */
  buys?: Maybe<Scalars['Int']['output']>;
  /** Entries and exits that it is fitted to. */
  earlier: Scalars['Int']['output'];
  /** When the later fills begin; null without any. */
  from?: Maybe<Scalars['DateTime']['output']>;
  /** Later entries and exits that it prices. */
  later: Scalars['Int']['output'];
  /** How many fills these later entries and exits have. */
  laterFills: Scalars['Int']['output'];
  /** The book of the fills. */
  mode: TradingMode;
  /** Whether CALIBRATED can be chosen. */
  offered: Scalars['Boolean']['output'];
  /** Each other model; empty without a fit. */
  rivals: Array<FillRival>;
  /** Share of the bid-ask spread that sells give up from the ask, percent points; null without a fit. */
  sells?: Maybe<Scalars['Int']['output']>;
  /** Version, which names the fit; null without one. */
  version?: Maybe<Scalars['String']['output']>;
  /** Why CALIBRATED cannot be chosen; null when it can. */
  why?: Maybe<Scalars['String']['output']>;
};

/** A trade’s fills compared with each fill model: the same orders at the same times. */
export type FillComparison = {
  __typename?: 'FillComparison';
  /** Ask as the entry filled, dollars per share or unit. */
  ask?: Maybe<Scalars['Decimal']['output']>;
  /** Bid as the entry filled, dollars per share or unit. */
  bid?: Maybe<Scalars['Decimal']['output']>;
  /** How many fills. */
  fills: Scalars['Int']['output'];
  /** How many of these fills have a market seen within a minute. */
  measured: Scalars['Int']['output'];
  /** Each model for options and shares; CALIBRATED only once it is fitted to the caller’s venue fills, and then only for later fills. */
  models: Array<ModelFill>;
  /** Seconds from that market’s source time to the fill. */
  quoteAgeSeconds?: Maybe<Scalars['Float']['output']>;
  /** Dollars per share or unit that the actual entry paid above the mid; negative: better than the mid. */
  toMid?: Maybe<Scalars['Decimal']['output']>;
};

/** What the venue lists for an order’s fills after they were booked differently. It waits for settleFillCorrection. */
export type FillCorrection = {
  __typename?: 'FillCorrection';
  /** Average of the fills as the venue lists it now, dollars per share or unit; null when it lists none. */
  averagePrice?: Maybe<Scalars['Decimal']['output']>;
  /** The booked average, dollars per share or unit. */
  bookedPrice: Scalars['Decimal']['output'];
  /** Contracts, shares or token units that the venue lists as filled. */
  filledQuantity: Scalars['Decimal']['output'];
  /** How they knew, in their words; null while it waits. */
  note?: Maybe<Scalars['String']['output']>;
  /** When they decided; null while it waits. */
  settledAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who decided, as the log names them: user:NAME; null while it waits. */
  settledBy?: Maybe<Scalars['String']['output']>;
  /** Whose figures a person chose; null while it waits. */
  take?: Maybe<CorrectionTake>;
  /** When the desk saw it. */
  toldAt: Scalars['DateTime']['output'];
};

/** The cost of fills against the mid of bid and ask: positive is paid, negative is better than the mid. */
export type FillCost = {
  __typename?: 'FillCost';
  /** How many fills. */
  fills: Scalars['Int']['output'];
  /** How many of these fills have a market to measure by; the figures cover only these. */
  measured: Scalars['Int']['output'];
  /** As a ratio of the spread, both summed by size: 0.5 is from the mid to the far side. Null without a spread. */
  ofSpread?: Maybe<Scalars['Decimal']['output']>;
  /** Dollars in quoted price, per share or share of a contract, weighted by size; times the multiplier it is dollars per contract. */
  perUnit?: Maybe<Scalars['Decimal']['output']>;
  /** Total dollars; null when none was measured. */
  total?: Maybe<Scalars['Decimal']['output']>;
};

/** How far a fill model’s shadow fills lie from the venue’s own: the same orders at the same times, in the market on which the venue filled. */
export type FillError = {
  __typename?: 'FillError';
  /** The same by the width of the market, narrow first; only when dimension is null. */
  bySpread: Array<FillErrorBySpread>;
  /** Mean absolute distance, cents per share or unit of the quoted price; n fills. */
  cents: Estimate;
  /** HOUR of the fill or DTE at the fill; null: all fills. */
  dimension?: Maybe<StatsDimension>;
  /** The range within the dimension; null: all fills. */
  key?: Maybe<Scalars['String']['output']>;
  /** The model. CALIBRATED counts only in fills later than those that it is fitted to. */
  model: FillModel;
  /** The same as a share of the bid-ask spread, 1 is the whole spread; n fills in markets that have one. */
  ofSpread: Estimate;
  /** Fills in a known market in which the model would not have filled. */
  refused: Scalars['Int']['output'];
  /** Version of its rule; that of CALIBRATED names its fit. */
  version: Scalars['String']['output'];
};

/** How far a model’s fills lie from the venue’s in markets of one width. */
export type FillErrorBySpread = {
  __typename?: 'FillErrorBySpread';
  /** Mean absolute distance, cents per share or unit of the quoted price; n fills. */
  cents: Estimate;
  /** The same as a share of the bid-ask spread, 1 is the whole spread; n fills in markets that have one. */
  ofSpread: Estimate;
  /** Fills in a known market in which the model would not have filled. */
  refused: Scalars['Int']['output'];
  /** The range of the bid-ask spread as a share of the mid. */
  spread: Scalars['String']['output'];
};

/** When and at what price a simulated order fills. */
export type FillModel =
  /** By the share of the spread that the user’s own venue fills gave up; offered only when it beats the other models on later fills. */
  | 'CALIBRATED'
  /** Only once the market has traded through the order’s price. */
  | 'CROSS'
  /** At once, at the order’s price or the touch, regardless of the market. */
  | 'INSTANT'
  /** At the mid of bid and ask. */
  | 'MID'
  /** By the slippage that ORATS assumes: a share of the spread. */
  | 'ORATS'
  /** Tokens: on an executable quote of the real size. */
  | 'QUOTE'
  /** At the far side of the quote once it touches the order’s price. */
  | 'TOUCH';

/** How close to the mid closed trades were filled, at entry and exit. */
export type FillQuality = {
  __typename?: 'FillQuality';
  /** Every fill. */
  all: FillCost;
  /** The effect of filling on delayed quotes; has no fills when no venue fills on them. */
  delay: DelayCost;
  /** Seconds by which a delayed venue’s quotes are late. */
  delaySeconds: Scalars['Int']['output'];
  /** Fills of entries. */
  entries: FillCost;
  /** Fills of stops, targets and closes. */
  exits: FillCost;
  /** Measured fills with a spread under 5 % of the mid. */
  tight: FillCost;
  /** A fill is measured by a market that is known within this many seconds of the fill. */
  withinSeconds: Scalars['Int']['output'];
};

/** CALIBRATED against one other fill model on later fills that both price. */
export type FillRival = {
  __typename?: 'FillRival';
  /** Whether CALIBRATED is closer beyond doubt: the whole interval of closer lies above 0. */
  beaten: Scalars['Boolean']['output'];
  /** Cents per share or unit by which CALIBRATED is closer to the venue; negative: farther. n entries and exits; the interval holds however often one looks. */
  closer: Estimate;
  /** The other model. */
  model: FillModel;
  /** Whether the other model would not have filled most of what CALIBRATED fills; CALIBRATED then need not beat it. */
  refuses: Scalars['Boolean']['output'];
};

/** A verdict and a probability that were recorded before the outcome, without a trade. It moves no money of either book; its prices are those of the PAPER venue, and PAPER’s log records it. */
export type Forecast = {
  __typename?: 'Forecast';
  /** The ask when it was recorded, dollars per share or unit. */
  ask?: Maybe<Scalars['Decimal']['output']>;
  /** What kind of instrument. */
  assetClass: AssetClass;
  /** How many one-minute bars were read; null when a close decided. */
  bars?: Maybe<Scalars['Int']['output']>;
  /** The bid when it was recorded, dollars per share or unit. */
  bid?: Maybe<Scalars['Decimal']['output']>;
  /** What is claimed. */
  claim: ForecastClaim;
  /** AT_CLOSE: the exchange date. */
  closeOn?: Maybe<Scalars['Date']['output']>;
  /** Time of decidedPrice; for a target or a stop, the minute that reached it. */
  decidedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The source of decidedPrice. */
  decidedBy?: Maybe<Scalars['String']['output']>;
  /** The price that decided, dollars per share or unit: for TARGET_FIRST the target or the stop that was reached, else the last price. Null while OPEN, and when VOID. */
  decidedPrice?: Maybe<Scalars['Decimal']['output']>;
  /** The last instant that counts; for AT_CLOSE the regular close. */
  horizon: Scalars['DateTime']['output'];
  /** Unique among the forecasts of all users. */
  id: Scalars['ID']['output'];
  /** Dollars per share or unit; for TARGET_FIRST the target. */
  level: Scalars['Decimal']['output'];
  /** Always PAPER: its venue’s prices decide the forecast, and its log records it. */
  mode: TradingMode;
  /** Name of the model that judged. */
  model: Scalars['String']['output'];
  /** Price when it was recorded, dollars per share or unit: the middle of bid and ask, else the last price. */
  price: Scalars['Decimal']['output'];
  /** Age of price when it was recorded, seconds. */
  priceAgeSeconds: Scalars['Float']['output'];
  /** Whether the source of price delays its prices. */
  priceDelayed: Scalars['Boolean']['output'];
  /** The source of price. */
  priceSource: Scalars['String']['output'];
  /** Probability that the claim comes true, a fraction 0..1. */
  probability: Scalars['Float']['output'];
  /** Version of its prompt. */
  promptVersion?: Maybe<Scalars['String']['output']>;
  /** Its reasons, in its own words. */
  rationale?: Maybe<Scalars['String']['output']>;
  /** Why it is void. */
  reason?: Maybe<Scalars['String']['output']>;
  /** When it was recorded. */
  recordedAt: Scalars['DateTime']['output'];
  /** Who recorded it, as the log names it. */
  recordedBy: Scalars['String']['output'];
  /** When it was settled; null while it is open. */
  settledAt?: Maybe<Scalars['DateTime']['output']>;
  /** The side of level; null for TARGET_FIRST. */
  side?: Maybe<ForecastSide>;
  /** Whether its prices are simulated by this server. */
  simulated: Scalars['Boolean']['output'];
  /** What became of it. */
  status: ForecastStatus;
  /** TARGET_FIRST: the stop, dollars per share or unit. */
  stop?: Maybe<Scalars['Decimal']['output']>;
  /** Ticker, OCC symbol or mint. */
  symbol: Scalars['String']['output'];
  /** The venue whose prices decide it, also after a change of settings. */
  venue: Scalars['String']['output'];
  /** The verdict on a trade that wins when the claim comes true. */
  verdict: AiVerdict;
};

/** What a forecast claims, so that prices alone decide it. */
export type ForecastClaim =
  /** On which side of level the official regular close of a date lies; only for shares and funds. */
  | 'AT_CLOSE'
  /** On which side of level the price at an instant lies: that of the last minute that ended in the five minutes before it. */
  | 'AT_INSTANT'
  /** That a target is reached by an instant, in an earlier minute than the stop; when one minute reaches both, the stop counts. */
  | 'TARGET_FIRST';

/** A page of a list of Forecast. */
export type ForecastConnection = {
  __typename?: 'ForecastConnection';
  /** The items with their cursors. */
  edges: Array<ForecastEdge>;
  /** The items. */
  nodes: Array<Forecast>;
  /** The page’s position in its list. */
  pageInfo: PageInfo;
  /** How many items the whole list has, over all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One item of a page: Forecast. */
export type ForecastEdge = {
  __typename?: 'ForecastEdge';
  /** The item’s opaque position in its list. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Forecast;
};

/** Which forecasts: all given fields must match. */
export type ForecastFilter = {
  /** Name of the model that judged. */
  model?: InputMaybe<Scalars['String']['input']>;
  /** Whether it is of prices simulated by this server. */
  simulated?: InputMaybe<Scalars['Boolean']['input']>;
  /** What became of it. */
  status?: InputMaybe<ForecastStatus>;
  /** Ticker, OCC symbol or mint. */
  symbol?: InputMaybe<Scalars['String']['input']>;
};

/** How well one model predicted. */
export type ForecastModelStats = {
  __typename?: 'ForecastModelStats';
  /** Brier score of always predicting baseRate: a useful model’s brier is lower. Null when n is 0. */
  baseBrier?: Maybe<Scalars['Float']['output']>;
  /** Share that came true, a fraction 0..1. */
  baseRate: Estimate;
  /** Brier score: average of (probability − outcome)², outcome 1 when the claim came true, else 0; 0 is perfect, 0.25 is a coin. Its interval assumes that forecasts are independent. */
  brier: Estimate;
  /** Share of BUY and STRONG_BUY that came true over the share of all; 1 means that verdicts do not help. Null when either is undefined. */
  lift?: Maybe<Scalars['Float']['output']>;
  /** Name of the model that judged. */
  model: Scalars['String']['output'];
  /** Settled forecasts, without void ones. */
  n: Scalars['Int']['output'];
  /** How many were void. */
  voids: Scalars['Int']['output'];
};

/** On which side of its level a forecast sees the price. */
export type ForecastSide =
  /** At the level or above it. */
  | 'AT_OR_ABOVE'
  /** At the level or below it. */
  | 'AT_OR_BELOW';

/** How well forecasts without a trade predicted the outcome. AiStats has the same figures for trades. */
export type ForecastStats = {
  __typename?: 'ForecastStats';
  /** Brier score of always predicting baseRate: a useful model’s brier is lower. Null when n is 0. */
  baseBrier?: Maybe<Scalars['Float']['output']>;
  /** Share that came true, a fraction 0..1, with Wilson’s interval. */
  baseRate: Estimate;
  /** Brier score: average of (probability − outcome)², outcome 1 when the claim came true, else 0; 0 is perfect, 0.25 is a coin. Its interval assumes that forecasts are independent. */
  brier: Estimate;
  /** Ten ranges of probability, lowest first; observed is the share that came true. */
  calibration: Array<CalibrationBucket>;
  /** Share of BUY and STRONG_BUY that came true over the share of all; 1 means that verdicts do not help. Null when either is undefined. */
  lift?: Maybe<Scalars['Float']['output']>;
  /** By model, the one with the most forecasts first. */
  models: Array<ForecastModelStats>;
  /** Settled forecasts, without void ones. */
  n: Scalars['Int']['output'];
  /** Forecasts that are not settled yet. */
  open: Scalars['Int']['output'];
  /** Whether these forecasts are of prices simulated by this server. */
  simulated: Scalars['Boolean']['output'];
  /** How many were VOID: they count nowhere else. */
  voids: Scalars['Int']['output'];
};

/** What became of a forecast. It is settled once. */
export type ForecastStatus =
  /** The claim did not come true. */
  | 'CAME_FALSE'
  /** The claim came true. */
  | 'CAME_TRUE'
  /** What decides it is not known yet. */
  | 'OPEN'
  /** No price that decides it was known within three exchange days; it counts in no score. */
  | 'VOID';

/** What a figure or a word of the desk means; the same text everywhere. */
export type GlossaryTerm = {
  __typename?: 'GlossaryTerm';
  /** Where the API shows it, as TYPE.FIELD. */
  fields: Array<Scalars['String']['output']>;
  /** How it is reckoned; null where it is read, not reckoned. */
  formula?: Maybe<Scalars['String']['output']>;
  /** What it is about. */
  group: TermGroup;
  /** What it means: the description of the first of its fields, or of the word. */
  meaning: Scalars['String']['output'];
  /** Its name, unique: expectancy, or TradeStatus.OPEN. */
  name: Scalars['String']['output'];
  /** Other terms, by name. */
  related: Array<Scalars['String']['output']>;
  /** What it does not say; null where nobody would take it for more. */
  saysNot?: Maybe<Scalars['String']['output']>;
  /** What to call it on a screen. */
  title: Scalars['String']['output'];
  /** Unit of what it counts; null for a word. */
  unit?: Maybe<Scalars['String']['output']>;
};

/** Sensitivities of one option contract, per share. */
export type Greeks = {
  __typename?: 'Greeks';
  /** Change of the price per dollar of the underlying: calls 0..1, puts -1..0. */
  delta?: Maybe<Scalars['Float']['output']>;
  /** Change of delta per dollar of the underlying. */
  gamma?: Maybe<Scalars['Float']['output']>;
  /** Implied volatility as a fraction: 0.25 is 25 %. */
  iv?: Maybe<Scalars['Float']['output']>;
  /** Change of the price with time, dollars per share and calendar day. */
  theta?: Maybe<Scalars['Float']['output']>;
  /** Change of the price with implied volatility, dollars per share and percent point. */
  vega?: Maybe<Scalars['Float']['output']>;
};

/** The wallet’s holding of one mint, over all its accounts. Anyone can send tokens to a wallet, so unbooked units count nowhere. */
export type Holding = {
  __typename?: 'Holding';
  /** Whole units in trades of all users who share the wallet. */
  booked: Scalars['Decimal']['output'];
  /** Decimals of the mint; null while unknown. */
  decimals?: Maybe<Scalars['Int']['output']>;
  /** Whole units in frozen accounts. */
  frozen?: Maybe<Scalars['Decimal']['output']>;
  /** The full mint address; tokens are identified by nothing else. */
  mint: Scalars['String']['output'];
  /** Whole units that trades hold and the wallet does not; 0 when it agrees. */
  missing?: Maybe<Scalars['Decimal']['output']>;
  /** Whether it is USDC or SOL: unbooked units of these are cash and cannot be adopted. */
  money: Scalars['Boolean']['output'];
  /** Whole units in trades of the caller. */
  ownBooked: Scalars['Decimal']['output'];
  /** Its program; null for SOL that is not wrapped. */
  program?: Maybe<TokenProgram>;
  /** Whole units; null while decimals is null. */
  quantity?: Maybe<Scalars['Decimal']['output']>;
  /** The amount in raw units, a whole number. */
  rawAmount: Scalars['String']['output'];
  /** When this amount was first read. */
  since?: Maybe<Scalars['DateTime']['output']>;
  /** The slot at which this amount was first read, a whole number. */
  slot?: Maybe<Scalars['String']['output']>;
  /** Ticker that the trades holding this token have for it; null when no trade holds it. Many tokens share a ticker. */
  ticker?: Maybe<Scalars['String']['output']>;
  /** Whole units that no trade holds: adoptHolding books them. */
  unbooked?: Maybe<Scalars['Decimal']['output']>;
};

/** The last result of checking one invariant in one account at a venue. */
export type InvariantCheck = {
  __typename?: 'InvariantCheck';
  /** Whether the check differs and acceptDifferences may accept it. */
  acceptable: Scalars['Boolean']['output'];
  /** The last accepted difference, from which changes are compared; null when none was accepted yet. */
  accepted?: Maybe<AcceptedDifference>;
  /** The venue’s account number. */
  account: Scalars['String']['output'];
  /** What to do about the difference, in a sentence; null when there is none. */
  advice?: Maybe<Scalars['String']['output']>;
  /** When it was last compared. */
  checkedAt: Scalars['DateTime']['output'];
  /** theirs − ours; null when either is unknown. */
  difference?: Maybe<Scalars['Decimal']['output']>;
  /** What was compared and how it differs, in sentences. */
  evidence: Scalars['String']['output'];
  /** Which invariant. */
  invariant: InvariantName;
  /** The book’s figure: total contracts and shares for QUANTITY, else dollars; null when not compared. */
  ours?: Maybe<Scalars['Decimal']['output']>;
  /** Since when it has had this state. */
  since: Scalars['DateTime']['output'];
  /** Whether both sides agree. */
  state: InvariantState;
  /** The other side’s figure, in the same unit. */
  theirs?: Maybe<Scalars['Decimal']['output']>;
  /** How far apart they may be and still agree, in the same unit: 0 when both are exact; otherwise fees that the venue does not report, and its rounding to cents. */
  tolerance: Scalars['Decimal']['output'];
  /** The venue of the orders concerned. */
  venue: Scalars['String']['output'];
  /** Whether the book contradicts itself: both sides are its own, its account and its trades. */
  within: Scalars['Boolean']['output'];
};

/** What must agree within a book, and between it and the account at the venue. */
export type InvariantName =
  /** What each instrument cost on average. */
  | 'AVERAGE_PRICE'
  /** The money that trades moved: cash + positions at cost = deposits + realised P&L − fees. */
  | 'CASH'
  /** What trades have earned, less fees. */
  | 'PNL'
  /** How much of each instrument is held. */
  | 'QUANTITY';

/** The result. */
export type InvariantState =
  /** Both sides differ, also when compared again after a sync. */
  | 'DIFFERS'
  /** Both sides agree, within the tolerance. */
  | 'HOLDS'
  /** The venue gives no figure, or something is in progress; this does not count as agreement. */
  | 'UNKNOWN';

/** A task that the server runs at an interval. */
export type Job = {
  __typename?: 'Job';
  /** Seconds from one start to the next, by the desk’s clock. */
  everySeconds: Scalars['Float']['output'];
  /** Why the last run failed; null when it succeeded. */
  lastError?: Maybe<Scalars['String']['output']>;
  /** When it last began, on any server; null before the first time. */
  lastRun?: Maybe<Scalars['DateTime']['output']>;
  /** It has not started for so long that perhaps no server runs it. */
  late: Scalars['Boolean']['output'];
  /** Its name, e.g. sync-orders. */
  name: Scalars['String']['output'];
  /** When it is due next. */
  nextRun?: Maybe<Scalars['DateTime']['output']>;
  /** How often this server has run it since it started. */
  runs: Scalars['Int']['output'];
  /** How many ticks passed on this server while an earlier run still went on. */
  skipped: Scalars['Int']['output'];
};

/** What is stopped in one book. */
export type KillSwitchLevel =
  /** Entries are refused and the desk sends nothing on its own; brackets at a venue stay, stops and targets of tokens are not sold, and a person may still close and cancel. */
  | 'HALT_ALL'
  /** Entries are refused; exits go on. */
  | 'HALT_ENTRIES'
  /** Nothing. */
  | 'OFF';

/** How much of a limit the caller uses in one book, before any further entry. No limit ever blocks an exit. */
export type LimitUse = {
  __typename?: 'LimitUse';
  /** The stored limit, in the same unit: in REAL the stricter of two. Null means no limit. */
  limit?: Maybe<Scalars['Decimal']['output']>;
  /** Name of the rule, as in RiskCheck. */
  rule: Scalars['String']['output'];
  /** The underlying or symbol that uses the most; null when the rule covers the whole book. */
  subject?: Maybe<Scalars['String']['output']>;
  /** Until when entries wait because of losing trades in a row; null when they do not wait. */
  until?: Maybe<Scalars['DateTime']['output']>;
  /** Trades, or dollars when the rule counts money; a daily loss is the realised loss of the exchange day. Null when the rule checks each entry on its own, and for a drawdown or losses in a row without a limit. */
  used?: Maybe<Scalars['Decimal']['output']>;
};

/** Limits for entries; null means no limit, except for maxSlippagePct. No limit ever blocks an exit. */
export type Limits = {
  __typename?: 'Limits';
  /** With maxConsecutiveLosses: minutes for which entries wait after the last losing trade closed. Null: until the exchange’s next day. */
  lossCooldownMinutes?: Maybe<Scalars['Int']['output']>;
  /** Losing trades in a row, at least 1: after so many, entries wait. */
  maxConsecutiveLosses?: Maybe<Scalars['Int']['output']>;
  /** Net loss realised on one exchange day, dollars: once reached, it blocks further entries that day. */
  maxDailyLoss?: Maybe<Scalars['Decimal']['output']>;
  /** How far the running net result of closed trades lies below its highest, dollars, as in stats.maxDrawdown: once reached, it blocks further entries until the fall is smaller again. */
  maxDrawdown?: Maybe<Scalars['Decimal']['output']>;
  /** Capital at work in one underlying or mint, PENDING and OPEN trades and the new order together, dollars. */
  maxExposure?: Maybe<Scalars['Decimal']['output']>;
  /** Trades PENDING or OPEN at a time. */
  maxOpenTrades?: Maybe<Scalars['Int']['output']>;
  /** Cost of one entry, dollars. */
  maxOrderCost?: Maybe<Scalars['Decimal']['output']>;
  /** Trades PENDING or OPEN in one underlying or mint. */
  maxPerUnderlying?: Maybe<Scalars['Int']['output']>;
  /** Total cost of the position in one symbol, dollars. */
  maxPositionCost?: Maybe<Scalars['Decimal']['output']>;
  /** Tokens only: price impact in percent points. It does not apply to options and shares. */
  maxPriceImpactPct?: Maybe<Scalars['Decimal']['output']>;
  /** Tokens only: percent points by which an entry may cost more than the price, beyond its own impact, and may get less than was quoted; null means 1. It does not apply to options and shares, which have limit prices. */
  maxSlippagePct?: Maybe<Scalars['Decimal']['output']>;
  /** Entries placed on one exchange day. */
  maxTradesPerDay?: Maybe<Scalars['Int']['output']>;
  /** Tokens only: least confidence in the price, 0..1. It does not apply to options and shares. */
  minPriceConfidence?: Maybe<Scalars['Float']['output']>;
};

/** New limits: a field left out stays as it is, null removes the limit. */
export type LimitsInput = {
  /** With maxConsecutiveLosses: minutes for which entries wait after the last losing trade closed. Null: until the exchange’s next day. */
  lossCooldownMinutes?: InputMaybe<Scalars['Int']['input']>;
  /** Losing trades in a row, at least 1: after so many, entries wait. */
  maxConsecutiveLosses?: InputMaybe<Scalars['Int']['input']>;
  /** Net loss realised on one exchange day, dollars: once reached, it blocks further entries that day. */
  maxDailyLoss?: InputMaybe<Scalars['Decimal']['input']>;
  /** How far the running net result of closed trades lies below its highest, dollars, as in stats.maxDrawdown: once reached, it blocks further entries until the fall is smaller again. */
  maxDrawdown?: InputMaybe<Scalars['Decimal']['input']>;
  /** Capital at work in one underlying or mint, PENDING and OPEN trades and the new order together, dollars. */
  maxExposure?: InputMaybe<Scalars['Decimal']['input']>;
  /** Trades PENDING or OPEN at a time. */
  maxOpenTrades?: InputMaybe<Scalars['Int']['input']>;
  /** Cost of one entry, dollars. */
  maxOrderCost?: InputMaybe<Scalars['Decimal']['input']>;
  /** Trades PENDING or OPEN in one underlying or mint. */
  maxPerUnderlying?: InputMaybe<Scalars['Int']['input']>;
  /** Total cost of the position in one symbol, dollars. */
  maxPositionCost?: InputMaybe<Scalars['Decimal']['input']>;
  /** Tokens only: price impact in percent points. It does not apply to options and shares. */
  maxPriceImpactPct?: InputMaybe<Scalars['Decimal']['input']>;
  /** Tokens only: percent points by which an entry may cost more than the price, beyond its own impact, and may get less than was quoted; null means 1. It does not apply to options and shares, which have limit prices. */
  maxSlippagePct?: InputMaybe<Scalars['Decimal']['input']>;
  /** Entries placed on one exchange day. */
  maxTradesPerDay?: InputMaybe<Scalars['Int']['input']>;
  /** Tokens only: least confidence in the price, 0..1. It does not apply to options and shares. */
  minPriceConfidence?: InputMaybe<Scalars['Float']['input']>;
};

/** The bounds of an API token within its scopes, counted in each book separately. A request beyond them is FORBIDDEN, with extensions.rule, limit and actual. */
export type Mandate = {
  __typename?: 'Mandate';
  /** Dollars that all trades placed by the token may tie up together in one book: pending and open ones, and shares that came from its options; null: no bound. */
  maxExposure?: Maybe<Scalars['Decimal']['output']>;
  /** Dollars that one entry may tie up: the cost with its fees, the collateral of a short put, nothing for a covered call; null: no bound. */
  maxOrderCost?: Maybe<Scalars['Decimal']['output']>;
  /** Entries in one book on one exchange day, those refused by the venue included; null: no bound. */
  maxTradesPerDay?: Maybe<Scalars['Int']['output']>;
  /** Tickers and mints that it may trade and touch, an option by its underlying, 1 to 50; null: all. */
  symbols?: Maybe<Array<Scalars['String']['output']>>;
};

/** The bounds of an API token, at least one; a field that is left out or null sets no bound. */
export type MandateInput = {
  /** Dollars that all trades placed by the token may tie up together in one book: pending and open ones, and shares that came from its options; null: no bound. */
  maxExposure?: InputMaybe<Scalars['Decimal']['input']>;
  /** Dollars that one entry may tie up: the cost with its fees, the collateral of a short put, nothing for a covered call; null: no bound. */
  maxOrderCost?: InputMaybe<Scalars['Decimal']['input']>;
  /** Entries in one book on one exchange day, those refused by the venue included; null: no bound. */
  maxTradesPerDay?: InputMaybe<Scalars['Int']['input']>;
  /** Tickers and mints that it may trade and touch, an option by its underlying, 1 to 50; null: all. */
  symbols?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** How much of its mandate an API token has used in one book. */
export type MandateUse = {
  __typename?: 'MandateUse';
  /** Dollars that its waiting and open trades tie up now; maxExposure bounds them. */
  exposure: Scalars['Decimal']['output'];
  /** The book. */
  mode: TradingMode;
  /** Entries that it has placed on this exchange day; maxTradesPerDay bounds them. */
  placedToday: Scalars['Int']['output'];
};

/** What a position would fetch now. */
export type Mark = {
  __typename?: 'Mark';
  /** Seconds since the price was true, as far as known. */
  ageSeconds?: Maybe<Scalars['Float']['output']>;
  /** Best ask, dollars per share or unit; null for a token that is held. */
  ask?: Maybe<Scalars['Decimal']['output']>;
  /** Best bid, dollars per share or unit; for a token, what one unit fetches when the user’s whole holding is sold, fees and price impact of the swap included. */
  bid?: Maybe<Scalars['Decimal']['output']>;
  /** The source delays its prices on purpose, by some 15 minutes. */
  delayed: Scalars['Boolean']['output'];
  /** Change of the price per dollar of the underlying: calls 0..1, puts -1..0. */
  delta?: Maybe<Scalars['Float']['output']>;
  /** Whether it is from the minute after the exchange’s open, 9:30 in New York: it triggers nothing and widens no excursion. */
  firstMinute: Scalars['Boolean']['output'];
  /** Change of delta per dollar of the underlying. */
  gamma?: Maybe<Scalars['Float']['output']>;
  /** Implied volatility as a fraction: 0.25 is 25 %. */
  iv?: Maybe<Scalars['Float']['output']>;
  /** Mid of bid and ask, dollars per share or unit; for a token, its judged price. */
  mid?: Maybe<Scalars['Decimal']['output']>;
  /** What it would fetch: the bid of a long position, the ask of a short one. */
  price?: Maybe<Scalars['Decimal']['output']>;
  /** When the desk received it. */
  receivedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The source, e.g. simulated, tradier, orats-live, jupiter. */
  source?: Maybe<Scalars['String']['output']>;
  /** The source’s time of the price; null when the source does not say. */
  sourceTime?: Maybe<Scalars['DateTime']['output']>;
  /** Too old to trust. */
  stale: Scalars['Boolean']['output'];
  /** Change of the price with time, dollars per share and calendar day. */
  theta?: Maybe<Scalars['Float']['output']>;
  /** Price of the underlying in dollars; null for an instrument without one. */
  underlyingPrice?: Maybe<Scalars['Decimal']['output']>;
  /** Change of the price with implied volatility, dollars per share and percent point. */
  vega?: Maybe<Scalars['Float']['output']>;
};

/** What the venue’s market is doing. */
export type MarketSession =
  /** A market that never closes. */
  | 'ALWAYS_OPEN'
  /** No session. */
  | 'CLOSED'
  /** After the regular session. */
  | 'POST_MARKET'
  /** Before the regular session. */
  | 'PRE_MARKET'
  /** The regular session. */
  | 'REGULAR';

/** How one fill model would have priced a trade’s fills, each in the market at that time. */
export type ModelFill = {
  __typename?: 'ModelFill';
  /** Dollars by which the trade would be better, or worse when negative, than with its own fills; fees and fills without a market stay as they were. Null when the model would not have filled one, or none has a market. */
  difference?: Maybe<Scalars['Decimal']['output']>;
  /** Average entry, dollars per share or unit; null when unknown. */
  entryPrice?: Maybe<Scalars['Decimal']['output']>;
  /** Average exit, dollars per share or unit; null when unknown. */
  exitPrice?: Maybe<Scalars['Decimal']['output']>;
  /** The model. */
  model: FillModel;
  /** Why a fill has no price: the model would not have filled its limit, no market was seen, or its fit was made of later fills. */
  reason?: Maybe<Scalars['String']['output']>;
  /** Dollars per share or unit that the entry would have paid above the mid; negative: better than the mid. */
  toMid?: Maybe<Scalars['Decimal']['output']>;
  /** Version of its rule. */
  version: Scalars['String']['output'];
};

/** Results of random draws of a backtest’s trades, with replacement. */
export type MonteCarlo = {
  __typename?: 'MonteCarlo';
  /** Equity at the end, dollars. */
  endEquity: Quantiles;
  /** Deepest fall below the highest earlier equity, dollars. */
  maxDrawdown: Quantiles;
  /** How many draws were made. */
  runs: Scalars['Int']['output'];
  /** Seed of the draws: the same seed gives the same figures. */
  seed: Scalars['Int']['output'];
};

/** Changes; each returns once its effect is durable. The same idempotencyKey with the same input is done once. */
export type Mutation = {
  __typename?: 'Mutation';
  /** Accepts that a difference in cash or P&L at a venue has a known reason: only later changes are compared. It sends nothing, is logged, and ends its alerts. In PAPER it moves no money of the book; in REAL the cash is booked as paid in or out, and P&L is accepted only together with cash that differs. CONFLICT with the Reconciliation when the difference has changed. */
  acceptDifferences: Reconciliation;
  /** Marks an alert as seen. */
  acknowledgeAlert: Alert;
  /** Changes the exits of a trade. */
  adjustBracket: Trade;
  /** Books tokens in the wallet that no trade holds as an OPEN trade; deposits grow by their cost. Nothing is sent. It needs REAL_TRADING=on and a confirmation, but no arming; it is logged. */
  adoptHolding: Trade;
  /** Changes a trade’s notes and labels; its context never changes. A field left out stays as it is; null removes it. */
  annotateTrade: Trade;
  /** Lets the caller enter trades with real money, for eight hours at most: until disarmRealTrading, other credentials, or the start of any server. A confirmation is valid under this arming only. */
  armRealTrading: SystemStatus;
  /** Books a split of shares under review: quantities change by the ratio, prices by its reciprocal, and cost, cash, P&L and fees stay the same to the last digit. It must bring the book nearer to what the venue shows; when both then agree, the trade reopens. It is logged. */
  bookSplit: Trade;
  /** Ends a backtest without results, within two seconds; one that has ended is left as it is. */
  cancelBacktest: Backtest;
  /** Ends a sweep within two seconds; runs that are done stay. */
  cancelSweep: Sweep;
  /** Asks the venue to cancel an entry that has not filled; one that waits at the desk is canceled at once. */
  cancelTrade: Trade;
  /** Changes the password and ends every other session; true once done. */
  changePassword: Scalars['Boolean']['output'];
  /** Asks a provider with the stored credentials; changes nothing there. */
  checkProvider: ProviderCheck;
  /** Asks for an open trade to be closed, in whole or in part; its exits are canceled first. */
  closeTrade: Trade;
  /** Creates a key with which a program acts for the caller. Needs a session. */
  createApiToken: CreatedApiToken;
  /** Writes the present state of the desk and both books into a new file; answers once it is on the disk. For an ADMIN. */
  createBackup: Backup;
  /** Deletes a data set; true once it is gone. Results of backtests on it stay; those that wait fail. */
  deleteDataSet: Scalars['Boolean']['output'];
  /** Moves a strategy one rung down, whatever its evidence; on the lowest rung nothing changes. */
  demoteStrategy: Strategy;
  /** Deposits or withdraws paper money, and returns the PAPER book afterwards. */
  depositPaper: Portfolio;
  /** Ends the arming, and stops the strategies that run with real money; without an arming nothing happens. Closing, canceling and adjusting go on as before. */
  disarmRealTrading: SystemStatus;
  /** Places a trade; returns once its order is stored and was sent. */
  placeTrade: Trade;
  /** Moves a strategy one rung up; needs a session. RISK_DENIED, with the gates as checks, unless verdict of its PromotionReport is PASS. */
  promoteStrategy: Strategy;
  /** Records a verdict and a probability before the outcome, with the present price. It places nothing. At most 1,000 are open at once. */
  recordForecast: Forecast;
  /** Marks the open trades of one book again, now. */
  refreshPrices: Array<Trade>;
  /** Settles a trade that NEEDS_REVIEW by a person’s judgement; the holding, or quantity of it, is closed at exitPrice, without a fee. It is logged. */
  reviewTrade: Trade;
  /** Ends one of the caller’s API tokens; true once it has ended. Needs a session. */
  revokeApiToken: Scalars['Boolean']['output'];
  /** Ends one of the caller’s sessions; true once it has ended. */
  revokeSession: Scalars['Boolean']['output'];
  /** Tries a strategy on the past. Answers at once with a backtest that waits or runs; backtestProgress reports the rest. */
  runBacktest: Backtest;
  /** Runs a strategy with each combination of parameters. Answers at once. */
  runSweep: Sweep;
  /** Adds a strategy, or changes one. A change of kind, parameters, symbols or interval begins its evidence anew; a new name or budget alone does not. */
  saveStrategy: Strategy;
  /** Changes the bounds of one of the caller’s API tokens; they apply to each of its later requests, over sockets too. Needs a session. */
  setApiTokenMandate: ApiToken;
  /** Sets the caller’s own switch of one book; it survives a restart. Lowering it needs a session. */
  setKillSwitch: SystemStatus;
  /** Chooses between the venue’s terms and the desk’s for exits that the venue changed on its own. The account must hold what the book does. It is logged. */
  settleExitAdjustment: Trade;
  /** Settles a fill whose price the venue corrected after it was booked. Taking the venue’s price moves cost or proceeds, realised P&L and cash by the difference, on the day of this call; nothing is sent. It is logged. */
  settleFillCorrection: Trade;
  /** Starts a session of 30 days. */
  signIn: Session;
  /** Ends this session; true once it has ended. */
  signOut: Scalars['Boolean']['output'];
  /** Creates a user, if this server takes new ones, and signs in. */
  signUp: Session;
  /** Creates a demo user with a book on the simulated market and signs in for a day. Only on this machine. */
  startDemo: Session;
  /** Lets a strategy run in a book: it is handed each new bar. Starting it again changes nothing. REAL must be armed, its rung must allow real money and it needs a budget; its run in PAPER is started with it. */
  startStrategy: Strategy;
  /** Stops a strategy: pending entries are canceled, and open trades keep their exits. Nothing happens if it does not run. */
  stopStrategy: Strategy;
  /** Changes settings. Credentials are stored as given; no provider is asked. */
  updateSettings: UserSettings;
};


/** Changes; each returns once its effect is durable. The same idempotencyKey with the same input is done once. */
export type MutationAcceptDifferencesArgs = {
  input: AcceptDifferencesInput;
};


/** Changes; each returns once its effect is durable. The same idempotencyKey with the same input is done once. */
export type MutationAcknowledgeAlertArgs = {
  id: Scalars['ID']['input'];
};


/** Changes; each returns once its effect is durable. The same idempotencyKey with the same input is done once. */
export type MutationAdjustBracketArgs = {
  input: AdjustBracketInput;
};


/** Changes; each returns once its effect is durable. The same idempotencyKey with the same input is done once. */
export type MutationAdoptHoldingArgs = {
  input: AdoptHoldingInput;
};


/** Changes; each returns once its effect is durable. The same idempotencyKey with the same input is done once. */
export type MutationAnnotateTradeArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  notes?: InputMaybe<Scalars['String']['input']>;
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
};


/** Changes; each returns once its effect is durable. The same idempotencyKey with the same input is done once. */
export type MutationArmRealTradingArgs = {
  phrase: Scalars['String']['input'];
};


/** Changes; each returns once its effect is durable. The same idempotencyKey with the same input is done once. */
export type MutationBookSplitArgs = {
  input: BookSplitInput;
};


/** Changes; each returns once its effect is durable. The same idempotencyKey with the same input is done once. */
export type MutationCancelBacktestArgs = {
  id: Scalars['ID']['input'];
};


/** Changes; each returns once its effect is durable. The same idempotencyKey with the same input is done once. */
export type MutationCancelSweepArgs = {
  id: Scalars['ID']['input'];
};


/** Changes; each returns once its effect is durable. The same idempotencyKey with the same input is done once. */
export type MutationCancelTradeArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  idempotencyKey: Scalars['String']['input'];
};


/** Changes; each returns once its effect is durable. The same idempotencyKey with the same input is done once. */
export type MutationChangePasswordArgs = {
  current: Scalars['String']['input'];
  next: Scalars['String']['input'];
};


/** Changes; each returns once its effect is durable. The same idempotencyKey with the same input is done once. */
export type MutationCheckProviderArgs = {
  provider: Provider;
};


/** Changes; each returns once its effect is durable. The same idempotencyKey with the same input is done once. */
export type MutationCloseTradeArgs = {
  input: CloseTradeInput;
};


/** Changes; each returns once its effect is durable. The same idempotencyKey with the same input is done once. */
export type MutationCreateApiTokenArgs = {
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  mandate?: InputMaybe<MandateInput>;
  name: Scalars['String']['input'];
  scopes: Array<Scope>;
};


/** Changes; each returns once its effect is durable. The same idempotencyKey with the same input is done once. */
export type MutationDeleteDataSetArgs = {
  id: Scalars['ID']['input'];
};


/** Changes; each returns once its effect is durable. The same idempotencyKey with the same input is done once. */
export type MutationDemoteStrategyArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
};


/** Changes; each returns once its effect is durable. The same idempotencyKey with the same input is done once. */
export type MutationDepositPaperArgs = {
  amount: Scalars['Decimal']['input'];
};


/** Changes; each returns once its effect is durable. The same idempotencyKey with the same input is done once. */
export type MutationPlaceTradeArgs = {
  input: PlaceTradeInput;
};


/** Changes; each returns once its effect is durable. The same idempotencyKey with the same input is done once. */
export type MutationPromoteStrategyArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
};


/** Changes; each returns once its effect is durable. The same idempotencyKey with the same input is done once. */
export type MutationRecordForecastArgs = {
  input: RecordForecastInput;
};


/** Changes; each returns once its effect is durable. The same idempotencyKey with the same input is done once. */
export type MutationRefreshPricesArgs = {
  mode: TradingMode;
};


/** Changes; each returns once its effect is durable. The same idempotencyKey with the same input is done once. */
export type MutationReviewTradeArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  resolution: ReviewInput;
};


/** Changes; each returns once its effect is durable. The same idempotencyKey with the same input is done once. */
export type MutationRevokeApiTokenArgs = {
  id: Scalars['ID']['input'];
};


/** Changes; each returns once its effect is durable. The same idempotencyKey with the same input is done once. */
export type MutationRevokeSessionArgs = {
  id: Scalars['ID']['input'];
};


/** Changes; each returns once its effect is durable. The same idempotencyKey with the same input is done once. */
export type MutationRunBacktestArgs = {
  input: BacktestInput;
};


/** Changes; each returns once its effect is durable. The same idempotencyKey with the same input is done once. */
export type MutationRunSweepArgs = {
  input: SweepInput;
};


/** Changes; each returns once its effect is durable. The same idempotencyKey with the same input is done once. */
export type MutationSaveStrategyArgs = {
  input: StrategyInput;
};


/** Changes; each returns once its effect is durable. The same idempotencyKey with the same input is done once. */
export type MutationSetApiTokenMandateArgs = {
  id: Scalars['ID']['input'];
  mandate?: InputMaybe<MandateInput>;
};


/** Changes; each returns once its effect is durable. The same idempotencyKey with the same input is done once. */
export type MutationSetKillSwitchArgs = {
  level: KillSwitchLevel;
  mode: TradingMode;
};


/** Changes; each returns once its effect is durable. The same idempotencyKey with the same input is done once. */
export type MutationSettleExitAdjustmentArgs = {
  input: SettleExitAdjustmentInput;
};


/** Changes; each returns once its effect is durable. The same idempotencyKey with the same input is done once. */
export type MutationSettleFillCorrectionArgs = {
  input: SettleFillCorrectionInput;
};


/** Changes; each returns once its effect is durable. The same idempotencyKey with the same input is done once. */
export type MutationSignInArgs = {
  password: Scalars['String']['input'];
  username: Scalars['String']['input'];
};


/** Changes; each returns once its effect is durable. The same idempotencyKey with the same input is done once. */
export type MutationSignUpArgs = {
  password: Scalars['String']['input'];
  username: Scalars['String']['input'];
};


/** Changes; each returns once its effect is durable. The same idempotencyKey with the same input is done once. */
export type MutationStartStrategyArgs = {
  id: Scalars['ID']['input'];
  mode: TradingMode;
};


/** Changes; each returns once its effect is durable. The same idempotencyKey with the same input is done once. */
export type MutationStopStrategyArgs = {
  id: Scalars['ID']['input'];
  mode?: InputMaybe<TradingMode>;
};


/** Changes; each returns once its effect is durable. The same idempotencyKey with the same input is done once. */
export type MutationUpdateSettingsArgs = {
  input: UpdateSettingsInput;
};

/** A request of a strategy that became no position. */
export type NoTrade = {
  __typename?: 'NoTrade';
  /** Whether the cause lasts until a person acts. */
  actNeeded: Scalars['Boolean']['output'];
  /** What it asked for. */
  action: StrategyAction;
  /** When it asked. */
  at: Scalars['DateTime']['output'];
  /** End of the bar that caused the request; for a quote or a fill, its time. */
  barEnd: Scalars['DateTime']['output'];
  /** Why the request became no position. */
  code: NoTradeCode;
  /** Its id, unique in its book. */
  id: Scalars['ID']['output'];
  /** Why, as a sentence. */
  message: Scalars['String']['output'];
  /** The book. */
  mode: TradingMode;
  /** Contracts, shares or tokens of an entry, as the strategy wrote them; null when it was no entry. */
  quantity?: Maybe<Scalars['String']['output']>;
  /** How shadowPnl is calculated, or why it is unknown; null when there is no note. */
  shadowNote?: Maybe<Scalars['String']['output']>;
  /** Dollars that a refused entry would have made, filled by the models; null: not known, or not yet. */
  shadowPnl?: Maybe<Scalars['Decimal']['output']>;
  /** The side of an entry; null when it was no entry. */
  side?: Maybe<OrderSide>;
  /** Id of the strategy that asked. */
  strategyId: Scalars['ID']['output'];
  /** OCC symbol, ticker or mint. */
  symbol: Scalars['String']['output'];
  /** The trade that the request left or concerned; null: none. */
  tradeId?: Maybe<Scalars['ID']['output']>;
};

/** Why a strategy’s request became no position. */
export type NoTradeCode =
  /** The request was no valid order. */
  | 'BAD_ORDER'
  /** The strategy’s turn came when the bar was already older than its interval. */
  | 'BAR_TOO_OLD'
  /** It was canceled before it filled. */
  | 'CANCELED'
  /** The desk could not carry it out. */
  | 'FAILED'
  /** A kill switch was up. */
  | 'KILL_SWITCH'
  /** The market was closed. */
  | 'MARKET_CLOSED'
  /** It ended without a fill. */
  | 'NEVER_FILLED'
  /** It had nothing to close or to cancel. */
  | 'NOTHING_HELD'
  /** No price could be trusted. */
  | 'PRICE_UNTRUSTED'
  /** Its rung allows no real money. */
  | 'PROMOTION'
  /** Real trading was not armed. */
  | 'REAL_NOT_ARMED'
  /** A limit of the user, or the account’s buying power, stopped it. */
  | 'RISK_DENIED'
  /** Its run ended first. */
  | 'RUN_STOPPED'
  /** It would have had more at work than its budget. */
  | 'STRATEGY_BUDGET'
  /** The venue refused it. */
  | 'VENUE_REJECTED';

/** A page of a list of NoTrade. */
export type NoTradeConnection = {
  __typename?: 'NoTradeConnection';
  /** The items with their cursors. */
  edges: Array<NoTradeEdge>;
  /** The items. */
  nodes: Array<NoTrade>;
  /** The page’s position in its list. */
  pageInfo: PageInfo;
  /** How many items the whole list has, over all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One item of a page: NoTrade. */
export type NoTradeEdge = {
  __typename?: 'NoTradeEdge';
  /** The item’s opaque position in its list. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: NoTrade;
};

/** How the dashboard notifies of alerts. */
export type Notifications = {
  __typename?: 'Notifications';
  /** By the browser’s notifications. */
  browser: Scalars['Boolean']['output'];
  /** The lowest severity to notify of. */
  minSeverity: Severity;
  /** By a sound. */
  sound: Scalars['Boolean']['output'];
};

/** How the dashboard notifies of alerts: a field left out stays as it is, null restores a new user’s default. */
export type NotificationsInput = {
  /** By the browser’s notifications. */
  browser?: InputMaybe<Scalars['Boolean']['input']>;
  /** The lowest severity to notify of. */
  minSeverity?: InputMaybe<Severity>;
  /** By a sound. */
  sound?: InputMaybe<Scalars['Boolean']['input']>;
};

/** All listed options of one underlying and expiration. */
export type OptionChain = {
  __typename?: 'OptionChain';
  /** The exchange date on which they expire. */
  expiration: Scalars['Date']['output'];
  /** One row per strike, lowest first. */
  rows: Array<OptionChainRow>;
  /** Ticker of the underlying. */
  underlying: Scalars['String']['output'];
  /** Price of the underlying in dollars. */
  underlyingPrice?: Maybe<Scalars['Decimal']['output']>;
};

/** Call and put of one strike. */
export type OptionChainRow = {
  __typename?: 'OptionChainRow';
  /** The call; null when none is listed. */
  call?: Maybe<Quote>;
  /** The put; null when none is listed. */
  put?: Maybe<Quote>;
  /** Strike in dollars. */
  strike: Scalars['Decimal']['output'];
};

/** An option contract: symbol, or the other four. */
export type OptionInput = {
  /** Expiry date. */
  expiration?: InputMaybe<Scalars['Date']['input']>;
  /** Call or put. */
  right?: InputMaybe<OptionRight>;
  /** Strike in dollars. */
  strike?: InputMaybe<Scalars['Decimal']['input']>;
  /** OCC symbol, compact or padded. */
  symbol?: InputMaybe<Scalars['String']['input']>;
  /** Ticker of the underlying. */
  underlying?: InputMaybe<Scalars['String']['input']>;
};

/** Call or put. */
export type OptionRight =
  /** The right to buy at the strike. */
  | 'CALL'
  /** The right to sell at the strike. */
  | 'PUT';

/** One order of a trade, at its venue or, while a token’s limit waits, at the desk. */
export type Order = {
  __typename?: 'Order';
  /** The last change of its terms that the venue made on its own; null when there is none. */
  adjustment?: Maybe<ExitAdjustment>;
  /** Average of the fills in dollars per share or unit; null before the first. */
  averagePrice?: Maybe<Scalars['Decimal']['output']>;
  /** The venue’s last correction of its fills after they were booked; null when there is none. */
  correction?: Maybe<FillCorrection>;
  /** Contracts, shares or token units filled so far; a swap may get a little more or less than was asked for. */
  filledQuantity: Scalars['Decimal']['output'];
  /** Executions, oldest first. */
  fills: Array<Fill>;
  /** Id of the order. */
  id: Scalars['ID']['output'];
  /** Dollars per share or unit; null for MARKET and STOP. */
  limitPrice?: Maybe<Scalars['Decimal']['output']>;
  /** Dollars that a swap pays for what it buys; null for everything else, and while it waits for its price. */
  pays?: Maybe<Scalars['Decimal']['output']>;
  /** When it was stored, before it was sent. */
  placedAt: Scalars['DateTime']['output'];
  /** Contracts, shares or token units asked for. */
  quantity: Scalars['Decimal']['output'];
  /** Why the venue refused it or its swap failed, in its own words. */
  reason?: Maybe<Scalars['String']['output']>;
  /** What it does for its trade. */
  role: OrderRole;
  /** Direction. */
  side: OrderSide;
  /** Percent points by which a swap may get less than was quoted before it fails; null for anything but a swap. */
  slippagePct?: Maybe<Scalars['Decimal']['output']>;
  /** State as far as the desk knows. */
  status: OrderStatus;
  /** Trigger in dollars per share or unit; null for MARKET and LIMIT. */
  stopPrice?: Maybe<Scalars['Decimal']['output']>;
  /** The desk’s mark on it, which finds the order again after a lost answer. */
  tag: Scalars['String']['output'];
  /** How it is priced. */
  type: OrderType;
  /** The venue’s id; null until the venue has given one. */
  venueOrderId?: Maybe<Scalars['String']['output']>;
};

/** What an order does for its trade. */
export type OrderRole =
  /** Ends it because a person asked. */
  | 'CLOSE'
  /** Opens the position. */
  | 'ENTRY'
  /** Ends it at a loss. */
  | 'STOP_LOSS'
  /** Ends it at a profit. */
  | 'TAKE_PROFIT';

/** Direction of an order. */
export type OrderSide =
  /** Equities and tokens: buys. */
  | 'BUY'
  /** Options: buys a short position back. */
  | 'BUY_TO_CLOSE'
  /** Options: opens a long position. */
  | 'BUY_TO_OPEN'
  /** Equities and tokens: sells. */
  | 'SELL'
  /** Options: sells a long position. */
  | 'SELL_TO_CLOSE'
  /** Options: opens a short position. */
  | 'SELL_TO_OPEN';

/** The state of an order. */
export type OrderStatus =
  /** The venue has it and it may fill; a token’s limit waits at the desk for its price. */
  | 'ACCEPTED'
  /** Canceled; what had filled stays filled. */
  | 'CANCELED'
  /** Our own checks stopped it before it was sent. */
  | 'DENIED'
  /** Its time in force ended. */
  | 'EXPIRED'
  /** Filled in full; a swap, with the quantity that it got. */
  | 'FILLED'
  /** Stored, not sent yet. */
  | 'INTENT'
  /** Filled in part; the rest may fill. */
  | 'PARTIALLY_FILLED'
  /** The venue refused it, or its swap failed. */
  | 'REJECTED'
  /** Handed to the venue, no answer yet. */
  | 'SUBMITTED'
  /** The venue did not answer; reconciliation will settle it and nothing is sent again. */
  | 'UNKNOWN';

/** How an order is priced. */
export type OrderType =
  /** At limitPrice or better. */
  | 'LIMIT'
  /** At once, at the best available price. */
  | 'MARKET'
  /** Becomes a market order once the price reaches stopPrice; not for entries of tokens. */
  | 'STOP'
  /** Becomes a limit order at limitPrice once the price reaches stopPrice; not for tokens. */
  | 'STOP_LIMIT';

/** A page’s position in its list. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Cursor of the last item; null for an empty page. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether more items follow: ask again with after = endCursor. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether items come before this page, because it began after a cursor. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first item; null for an empty page. */
  startCursor?: Maybe<Scalars['String']['output']>;
};

/** The venue of PAPER orders for options and shares. */
export type PaperVenue =
  /** The built-in simulated market, around the clock. */
  | 'SIMULATED'
  /** Tradier’s sandbox, with the user’s own account. */
  | 'TRADIER_SANDBOX';

/** A ticket. */
export type PlaceTradeInput = {
  /** Exits that work once the entry has filled. */
  bracket?: InputMaybe<BracketInput>;
  /** REAL: the token from previewTrade for exactly this ticket; valid once, for 60 seconds. */
  confirmationToken?: InputMaybe<Scalars['String']['input']>;
  /** What is known at entry. It never changes. */
  context?: InputMaybe<TradeContextInput>;
  /** The equity; exactly one of option, equity, token is given. */
  equity?: InputMaybe<EquityInput>;
  /** 8 to 64 of A-Z a-z 0-9 -: the same key with the same ticket is the same trade. */
  idempotencyKey: Scalars['String']['input'];
  /** LIMIT and STOP_LIMIT: dollars per share or unit. */
  limitPrice?: InputMaybe<Scalars['Decimal']['input']>;
  /** The book to trade in. */
  mode: TradingMode;
  /** The option; exactly one of option, equity, token is given. */
  option?: InputMaybe<OptionInput>;
  /** How the entry is priced. */
  orderType?: OrderType;
  /** REAL: places the same in PAPER as well once this trade is stored, at the caller’s paper venue, to compare the two. The twin never affects this trade. An API token needs TRADE_PAPER as well, for its preview too. Refused in PAPER. */
  paperTwin?: Scalars['Boolean']['input'];
  /** Whole contracts or shares; tokens with as many decimals as the mint has, of which a swap gets about so many: filledQuantity has the exact number. */
  quantity: Scalars['Decimal']['input'];
  /** Direction of the entry. */
  side: OrderSide;
  /** STOP and STOP_LIMIT: trigger in dollars per share or unit. */
  stopPrice?: InputMaybe<Scalars['Decimal']['input']>;
  /** How long the entry is valid. */
  timeInForce?: TimeInForce;
  /** The token; exactly one of option, equity, token is given. */
  token?: InputMaybe<TokenInput>;
};

/** One book as a whole, in dollars. */
export type Portfolio = {
  __typename?: 'Portfolio';
  /** The instant of these figures. */
  asOf: Scalars['DateTime']['output'];
  /** Dollars that new entries may cost; null when the venue does not report it. */
  buyingPower?: Maybe<Scalars['Decimal']['output']>;
  /** Cash in dollars. */
  cash: Scalars['Decimal']['output'];
  /** Whether the book has money behind it: in REAL false until the venue has reported what an account holds; until then every figure is 0 and means nothing. Always true in PAPER. */
  connected: Scalars['Boolean']['output'];
  /** Change of equity since the exchange day began, in dollars, without deposits. */
  dayPnl?: Maybe<Scalars['Decimal']['output']>;
  /** Dollars paid in, less what was withdrawn. */
  deposits: Scalars['Decimal']['output'];
  /** Cash plus positions at their marks, dollars; a position without a trusted mark counts at cost. */
  equity: Scalars['Decimal']['output'];
  /** Dollars of commissions and fees since the book began. */
  fees: Scalars['Decimal']['output'];
  /** The book. */
  mode: TradingMode;
  /** Unrealized P&L of what is held, dollars, before fees. */
  openPnl?: Maybe<Scalars['Decimal']['output']>;
  /** Dollars since the book began, before fees. */
  realizedPnl: Scalars['Decimal']['output'];
  /** P&L from the marks to every stop in force, in dollars, before slippage and fees; mostly negative. */
  toStops: Scalars['Decimal']['output'];
  /** How many positions count at cost; they are left out of openPnl and dayPnl. */
  unmarked: Scalars['Int']['output'];
  /** Open trades without a stop or a mark, which toStops leaves out. */
  withoutStop: Scalars['Int']['output'];
};

/** The whole holding of one instrument, over all trades in it. */
export type Position = {
  __typename?: 'Position';
  /** Kind of instrument. */
  assetClass: AssetClass;
  /** Dollars per share or unit, from cost and quantity. */
  averagePrice: Scalars['Decimal']['output'];
  /** Dollars, with the multiplier, before fees; negative for a credit. */
  costBasis: Scalars['Decimal']['output'];
  /** Tokens: how many decimals a quantity has at most, those of its mint. */
  decimals?: Maybe<Scalars['Int']['output']>;
  /** The last mark; null before the first. */
  mark?: Maybe<Mark>;
  /** The book. */
  mode: TradingMode;
  /** Contracts, shares or token units; negative for a short position. */
  quantity: Scalars['Decimal']['output'];
  /** Compact OCC symbol, ticker or mint. */
  symbol: Scalars['String']['output'];
  /** Tokens: the issuer’s name for it, which others may have copied. */
  ticker?: Maybe<Scalars['String']['output']>;
  /** The trades that it is made of. */
  tradeIds: Array<Scalars['ID']['output']>;
  /** Ticker of the underlying; the mint for tokens. */
  underlying?: Maybe<Scalars['String']['output']>;
  /** Dollars that closing at mark.price would earn, before fees. */
  unrealizedPnl?: Maybe<Scalars['Decimal']['output']>;
};

/** What a price may be used for. For an option or a share it only informs and binds no order. */
export type PriceAction =
  /** To buy. */
  | 'ENTRY'
  /** To sell at a stop. */
  | 'STOP_LOSS'
  /** To sell at a target. */
  | 'TAKE_PROFIT'
  /** To show what is held. */
  | 'VALUATION';

/** The judged price of a token, an option or a share. */
export type PriceInfo = {
  __typename?: 'PriceInfo';
  /** When the oldest source in the price answered; the present time when there is no price. */
  asOf: Scalars['DateTime']['output'];
  /** How far the price may be trusted, from 0 to 1. Only verdicts decide what the price may be used for. */
  confidence: Scalars['Float']['output'];
  /** Its five parts, whose weighted geometric mean it is. */
  parts: Array<ConfidencePart>;
  /** Dollars for one whole token or one share; null while no price is believed. */
  price?: Maybe<Scalars['Decimal']['output']>;
  /** The last answer of each source, refused prices included. */
  sources: Array<SourcePrice>;
  /** The token’s mint; the OCC symbol or the ticker. */
  token: Scalars['String']['output'];
  /** What the price may be used for: one for each action. */
  verdicts: Array<PriceVerdict>;
  /** Dollars to either side of the price in which its sources lie, or half of a quote’s spread; null without a price. */
  width?: Maybe<Scalars['Decimal']['output']>;
};

/** One minute of a token’s price and its confidence. */
export type PricePoint = {
  __typename?: 'PricePoint';
  /** Part of the confidence: how well the sources agree, 0 to 1. */
  agreement: Scalars['Float']['output'];
  /** The minute’s start. */
  at: Scalars['DateTime']['output'];
  /** Confidence at the minute’s end, from 0 to 1. */
  confidence: Scalars['Float']['output'];
  /** Part of the confidence: how many sources answer, 0 to 1. */
  coverage: Scalars['Float']['output'];
  /** Part of the confidence: how fresh the sources are, 0 to 1. */
  freshness: Scalars['Float']['output'];
  /** Part of the confidence: how well it fits the last hour, 0 to 1. */
  history: Scalars['Float']['output'];
  /** Part of the confidence: how deep the pools are, 0 to 1. */
  liquidity: Scalars['Float']['output'];
  /** The minute’s last accepted price, dollars for one whole token; null when none was accepted. */
  price?: Maybe<Scalars['Decimal']['output']>;
};

/** Whether a price may be used for one action. */
export type PriceVerdict = {
  __typename?: 'PriceVerdict';
  /** The action. */
  action: PriceAction;
  /** The price may be used for it. */
  allowed: Scalars['Boolean']['output'];
  /** Why not, or with what reservation, in a sentence; null when it is allowed without one. */
  reason?: Maybe<Scalars['String']['output']>;
};

/** One condition for the next rung. */
export type PromotionGate = {
  __typename?: 'PromotionGate';
  /** What was found, in the same unit; null: nothing is known yet. */
  actual?: Maybe<Scalars['String']['output']>;
  /** Its threshold, with the unit. */
  limit: Scalars['String']['output'];
  /** Why, in a sentence. */
  message: Scalars['String']['output'];
  /** TRADES: Enough trades were closed. DAYS: They were closed on enough exchange days. EXPECTANCY: The lower bound of the mean result, right at every look, lies above 0. DRAWDOWN: The deepest fall is small enough. LOOK_AHEAD: The run decides the same with the data cut off after its decisions. DRIFT: What it made is near what its reference made, and little of the rest is unexplained. COMPLETENESS: Nearly all bars came in time, and no trade is in doubt. BREAKER: A halt was tried lately and stopped an entry. */
  rule: Scalars['String']['output'];
  /** The result of this gate. */
  verdict: Verdict;
};

/** Whether a strategy may go one rung up, and why. */
export type PromotionReport = {
  __typename?: 'PromotionReport';
  /** Percent points: of strategies without an edge, looked at after every trade, at most this share ever passes EXPECTANCY. */
  falsePromotionPct: Scalars['Float']['output'];
  /** Its present rung. */
  from: StrategyStage;
  /** Each condition, in the order of the contract. */
  gates: Array<PromotionGate>;
  /** Since when evidence counts; null while none counts. */
  since?: Maybe<Scalars['DateTime']['output']>;
  /** Id of the strategy. */
  strategyId: Scalars['ID']['output'];
  /** The next rung; null on the highest. */
  to?: Maybe<StrategyStage>;
  /** Closed trades that count. */
  trades: Scalars['Int']['output'];
  /** The most trades that a gate still needs at today’s mean and spread; null with PASS, and when no number would suffice. */
  tradesNeeded?: Maybe<Scalars['Int']['output']>;
  /** FAIL if a gate fails, else NOT_ENOUGH_DATA if one has not enough, else PASS. */
  verdict: Verdict;
};

/** Who closes the position at its stop or target. */
export type Protection =
  /** Nobody: no exit was asked for. */
  | 'NONE'
  /** Orders working at the venue. */
  | 'VENUE'
  /** The desk, which watches the price and sends the exit itself. */
  | 'WATCHED';

/** Why no stop works at the venue for a position that wants one. */
export type ProtectionCause =
  /** The venue changed the exits on its own: a person has to choose first. */
  | 'ADJUSTED'
  /** The stop was canceled at the venue, not by this desk. */
  | 'CANCELED_ELSEWHERE'
  /** A close is under way in its place. */
  | 'CLOSING'
  /** The desk’s own watch does not run. */
  | 'DESK_DOWN'
  /** The entry fills or has just filled, and its exits follow. */
  | 'ENTRY_FILL'
  /** The contract has expired and waits to be settled. */
  | 'EXPIRED'
  /** HALT_ALL holds back what the desk would send, including its watched exits. */
  | 'HALTED'
  /** The trade is in doubt: a person has to look first. */
  | 'IN_REVIEW'
  /** Stop and target are closer together than the venue takes. */
  | 'MINIMUM_GAP'
  /** The stop did not reach the venue. */
  | 'NOT_SENT'
  /** No stored token reaches the account of the trade: the desk can send nothing. */
  | 'NO_BROKER'
  /** The desk has had no fresh price for a minute: it cannot see whether the stop is reached. */
  | 'NO_PRICE'
  /** Nothing routes a sale of it: the desk cannot sell, though an exit is reached. */
  | 'NO_ROUTE'
  /** The venue refused the stop. */
  | 'REFUSED'
  /** The venue took the stop, and rejected it later. */
  | 'REJECTED_LATER'
  /** The stop is being moved, or resized to what is held. */
  | 'REPLACING'
  /** The stop ended with its session, and goes out again before the next. */
  | 'SESSION_CLOSED'
  /** The stop went out, and the venue has not confirmed it. */
  | 'UNCONFIRMED';

/** The state of a position whose stop does not work at the venue. */
export type ProtectionDetail = {
  __typename?: 'ProtectionDetail';
  /** Why it does not work there. */
  cause: ProtectionCause;
  /** Seconds since the price that the watch uses was true; null when there is none. */
  dataAgeSeconds?: Maybe<Scalars['Float']['output']>;
  /** Seconds by which the venue’s prices lag on purpose; dataAgeSeconds is never less. */
  dataDelaySeconds: Scalars['Float']['output'];
  /** Since when: by the venue’s clock if the venue reports when the stop ended, else when the desk learned it. */
  since: Scalars['DateTime']['output'];
  /** Seconds between two looks of the desk’s own watch, which sends the exit when a trusted price reaches it; null: nothing watches it. */
  watchedEverySeconds?: Maybe<Scalars['Float']['output']>;
  /** Why, in a sentence, with the venue’s own words when it refused. */
  words: Scalars['String']['output'];
};

/** A service whose API the desk uses. */
export type Provider =
  /** DexScreener: token prices. */
  | 'DEXSCREENER'
  /** Jupiter: token quotes and swaps. */
  | 'JUPITER'
  /** ORATS: option prices and Greeks. */
  | 'ORATS'
  /** The Solana RPC. */
  | 'SOLANA'
  /** Tradier’s production. */
  | 'TRADIER_LIVE'
  /** Tradier’s sandbox. */
  | 'TRADIER_SANDBOX';

/** What a provider answered when it was asked with the stored credentials. */
export type ProviderCheck = {
  __typename?: 'ProviderCheck';
  /** When it was asked. */
  checkedAt: Scalars['DateTime']['output'];
  /** Whether its prices are delayed; null when it does not say. */
  delayed?: Maybe<Scalars['Boolean']['output']>;
  /** Milliseconds until it answered; null when it did not. */
  latencyMs?: Maybe<Scalars['Int']['output']>;
  /** The outcome in a sentence. */
  message: Scalars['String']['output'];
  /** It answered and accepted the credentials. */
  ok: Scalars['Boolean']['output'];
  /** Who was asked. */
  provider: Provider;
  /** How far it went, in the order of asking. */
  steps: Array<ProviderStep>;
};

/** One step that must succeed before a provider can be used. */
export type ProviderStep = {
  __typename?: 'ProviderStep';
  /** It succeeded; the first failed step is the last one. */
  ok: Scalars['Boolean']['output'];
  /** What was tried, and what was found. */
  text: Scalars['String']['output'];
};

/** The requests made to a provider with one token, and its allowance for a period. */
export type ProviderUsage = {
  __typename?: 'ProviderUsage';
  /** Requests that a period allows, as far as the desk knows; null when unknown. */
  allowance?: Maybe<Scalars['Int']['output']>;
  /** What is counted together: requests per calendar month, STANDARD, MARKET, TRADING per minute at Tradier, or, in the last 60 seconds, READS at the sources of token prices, CALLS at the Solana RPC and SWAPS sent to Jupiter. */
  counted: Scalars['String']['output'];
  /** Who was asked. */
  provider: Provider;
  /** Requests delayed or dropped to stay within the allowance, since the server started. */
  putOff: Scalars['Int']['output'];
  /** When the period ends; null when the next request starts one. */
  resetsAt?: Maybe<Scalars['DateTime']['output']>;
  /** The token is the server’s, not the caller’s own. */
  serverWide: Scalars['Boolean']['output'];
  /** Requests in the current period. */
  used: Scalars['Int']['output'];
};

/** How outcomes are spread. */
export type Quantiles = {
  __typename?: 'Quantiles';
  /** One of twenty is below, dollars. */
  p5: Scalars['Decimal']['output'];
  /** Half are below, dollars. */
  p50: Scalars['Decimal']['output'];
  /** Nineteen of twenty are below, dollars. */
  p95: Scalars['Decimal']['output'];
};

/** Reads: nothing here changes anything at the desk or a venue. Each answer about trading names its book. */
export type Query = {
  __typename?: 'Query';
  /** The accounts of real money that the settings name, then earlier ones; none in PAPER. They are read when first named, and every five minutes. */
  accountReports: Array<AccountReport>;
  /** Accounts with active trades of one book, which a change of credentials in settings would leave behind. */
  accountsInUse: Array<AccountUse>;
  /** Alerts of one book, newest first. */
  alerts: AlertConnection;
  /** The caller’s API tokens that are not revoked, expired ones too, newest first. */
  apiTokens: Array<ApiToken>;
  /** The caller’s log of one book, newest first: everything that happened or was refused. */
  auditLog: AuditConnection;
  /** Whether the caller’s log of one book is as it was written: every hash is recomputed. */
  auditProof: AuditProof;
  /** One of the caller’s backtests; null when there is none with this id. */
  backtest?: Maybe<Backtest>;
  /** The caller’s backtests, newest first, without those of sweeps: the last 1,000, and older ones that are needed. */
  backtests: BacktestConnection;
  /** The backups that are kept, of all servers of one database, newest first. For an ADMIN. */
  backups: Array<Backup>;
  /** Prices over time, oldest first: the candles that begin in the range. Tradier keeps minutes for 20 days, longer intervals for 40 and days for years. A token’s are made of the prices that were accepted since it was first watched, over at most 14 days at once. */
  candles: Array<Candle>;
  /** What was realised on each exchange day, from midnight to midnight in New York, oldest first; days without any are left out. Partial closes and fees count on their day, also for trades still open, unless a filter by close excludes those. maxDailyLoss is checked against it. */
  dailyPnl: Array<DailyPnl>;
  /** What the caller has imported, newest first; POST /data/NAME imports. */
  dataSets: Array<DataSet>;
  /** Deposits to and withdrawals from one book, oldest first. */
  deposits: Array<Deposit>;
  /** How far the results of strategies’ closed trades differ from their references, and why. A day is compared once it is over. */
  drift: DriftReport;
  /** One book over time, oldest first: a point at every cash move and at marks of holdings, at most 500, the first, the last and the extremes included. A long span is sampled at 2,000 marks. */
  equityCurve: Array<EquityPoint>;
  /** Every date of a span on the New York stock exchanges’ calendar, oldest first. */
  exchangeDays: Array<ExchangeDay>;
  /** What a figure, a word or a part of the API means and what it does not say; what became of a trade and why; which questions the data cannot answer. An unknown topic is NOT_FOUND, with near ones. */
  explain: Explanation;
  /** Whether the fill model CALIBRATED is offered to the caller, and by what evidence. */
  fillCalibration: FillCalibration;
  /** Each fill model’s shadow fills against those of venues other than the simulated market, of closed trades in options and shares: all, by hour and by days to expiry. */
  fillErrors: Array<FillError>;
  /** How close to the mid the closed trades of one book were filled. */
  fillQuality: FillQuality;
  /** One forecast; null for an unknown id and for another user’s. */
  forecast?: Maybe<Forecast>;
  /** How well the caller’s forecasts predicted the outcome. */
  forecastStats: ForecastStats;
  /** The caller’s forecasts, newest first. */
  forecasts: ForecastConnection;
  /** Every figure and every word of the desk with its meaning; nothing of the caller’s. */
  glossary: Array<GlossaryTerm>;
  /** The caller’s wallet as last read, at the start and every five minutes, and which part of it is booked; null in PAPER. */
  holdings?: Maybe<WalletHoldings>;
  /** The server’s jobs. For an ADMIN. */
  jobs: Array<Job>;
  /** Quotes of options and shares, judged by sources side by side: the caller’s venue, and ORATS when the caller has a token for it. They only inform and bind no order. ORATS is asked ten times in ten minutes at most; its answers are reused for 15 seconds. */
  judgedQuotes: Array<PriceInfo>;
  /** How much of each limit of trades and money one book uses, over all that it trades. */
  limitUse: Array<LimitUse>;
  /** The bounds of the API token that asks; null when it has none, or when a session asks. */
  mandate?: Maybe<Mandate>;
  /** What the caller’s strategies asked for in one book and did not get, newest first. */
  noTrades: NoTradeConnection;
  /** All listed options of one underlying and expiration. */
  optionChain: OptionChain;
  /** Expiry dates of listed options, soonest first. */
  optionExpirations: Array<Scalars['Date']['output']>;
  /** One book as a whole, in dollars. */
  portfolio: Portfolio;
  /** All positions of one book, one row per instrument. */
  positions: Array<Position>;
  /** What new exits would mean: maxLoss and maxProfit of the holding at the new stop and target, after the exit’s fees. Nothing is sent or stored. */
  previewAdjust: TradePreview;
  /** What adopting a holding would book, after a fresh reading of the wallet, and the token that confirms it. */
  previewAdoption: AdoptionPreview;
  /** What closing would bring; nothing is sent or stored. */
  previewClose: TradePreview;
  /** What booking a split would do to a trade; refused like booking. Nothing is stored. */
  previewSplit: SplitPreview;
  /** What a ticket would cost and whether it would be accepted; nothing is sent or stored. */
  previewTrade: TradePreview;
  /** A token’s price and confidence over time, oldest first: at most 300 minutes, evenly spread over the range. */
  priceHistory: Array<PricePoint>;
  /** A token’s price, or an option’s or share’s as in judgedQuotes. The first query for a token starts watching it and waits for its sources, five seconds at most; a token without queries is dropped after a day. A user watches 100 tokens at most. */
  priceInfo: PriceInfo;
  /** Whether a strategy of the caller’s may go one rung up: each gate with its verdict. */
  promotion: PromotionReport;
  /** The requests made to providers with the caller’s own tokens, or with the server’s for an ADMIN, and their allowances. */
  providerUsage: Array<ProviderUsage>;
  /** One row per requested symbol, in that order. */
  quotes: Array<Quote>;
  /** Whether quantity, average price, cash and P&L of one book agreed at the last reconciliation, which runs at the start and every five minutes. */
  reconciliation: Reconciliation;
  /** Which sources did not count in the last 30 rounds of the tokens that the caller watches, and why; the newest first, 50 at most. No source is asked for this. */
  refusedPrices: Array<RefusedPrice>;
  /** Tickers and names that match the text, best first, at most 20. */
  searchSymbols: Array<SymbolMatch>;
  /** Tokens that match the text, best first, look-alikes included: only the full mint address identifies a token. The search watches nothing. */
  searchTokens: Array<TokenMatch>;
  /** Where the caller is signed in, newest first. */
  sessions: Array<SignedInSession>;
  /** The caller’s settings. */
  settings: UserSettings;
  /** What the sign-in page may offer. */
  signInOptions: SignInOptions;
  /** Statistics of the closed trades of one book. */
  stats: TradeStats;
  /** The caller’s strategies, newest first. */
  strategies: Array<Strategy>;
  /** One of the caller’s strategies; null when there is none with this id. */
  strategy?: Maybe<Strategy>;
  /** What a strategy can be: the shipped kinds, then those of the operator’s folder as it was at the start. */
  strategyKinds: Array<StrategyKind>;
  /** One of the caller’s sweeps; null when there is none with this id. */
  sweep?: Maybe<Sweep>;
  /** The caller’s sweeps, newest first: the last 100, and of each strategy the newest. */
  sweeps: SweepConnection;
  /** The status of the desk in one book. */
  systemStatus: SystemStatus;
  /** The pools of a token that the caller watches: which count in its price, and why the others do not. */
  tokenPools: TokenPools;
  /** One trade; null when the caller has none with this id. */
  trade?: Maybe<Trade>;
  /** A trade with its orders as known at an instant, with the last mark known then; null before its first event. */
  tradeAsOf?: Maybe<Trade>;
  /** Trades of one book, newest first. */
  trades: TradeConnection;
  /** The caller; null when nobody is signed in. */
  viewer?: Maybe<User>;
  /** The tokens that the caller watches, with their prices; no source is asked for this. */
  watchedTokens: Array<WatchedToken>;
};


/** Reads: nothing here changes anything at the desk or a venue. Each answer about trading names its book. */
export type QueryAccountReportsArgs = {
  mode: TradingMode;
};


/** Reads: nothing here changes anything at the desk or a venue. Each answer about trading names its book. */
export type QueryAccountsInUseArgs = {
  mode: TradingMode;
};


/** Reads: nothing here changes anything at the desk or a venue. Each answer about trading names its book. */
export type QueryAlertsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  mode: TradingMode;
  unreadOnly?: InputMaybe<Scalars['Boolean']['input']>;
};


/** Reads: nothing here changes anything at the desk or a venue. Each answer about trading names its book. */
export type QueryAuditLogArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  mode: TradingMode;
};


/** Reads: nothing here changes anything at the desk or a venue. Each answer about trading names its book. */
export type QueryAuditProofArgs = {
  mode: TradingMode;
};


/** Reads: nothing here changes anything at the desk or a venue. Each answer about trading names its book. */
export type QueryBacktestArgs = {
  id: Scalars['ID']['input'];
};


/** Reads: nothing here changes anything at the desk or a venue. Each answer about trading names its book. */
export type QueryBacktestsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  strategyId?: InputMaybe<Scalars['ID']['input']>;
};


/** Reads: nothing here changes anything at the desk or a venue. Each answer about trading names its book. */
export type QueryCandlesArgs = {
  from: Scalars['DateTime']['input'];
  interval: CandleInterval;
  mode?: TradingMode;
  symbol: Scalars['String']['input'];
  to?: InputMaybe<Scalars['DateTime']['input']>;
};


/** Reads: nothing here changes anything at the desk or a venue. Each answer about trading names its book. */
export type QueryDailyPnlArgs = {
  filter?: InputMaybe<TradeFilter>;
  mode: TradingMode;
};


/** Reads: nothing here changes anything at the desk or a venue. Each answer about trading names its book. */
export type QueryDepositsArgs = {
  mode: TradingMode;
};


/** Reads: nothing here changes anything at the desk or a venue. Each answer about trading names its book. */
export type QueryDriftArgs = {
  filter?: InputMaybe<TradeFilter>;
  mode: TradingMode;
};


/** Reads: nothing here changes anything at the desk or a venue. Each answer about trading names its book. */
export type QueryEquityCurveArgs = {
  from?: InputMaybe<Scalars['DateTime']['input']>;
  mode: TradingMode;
  to?: InputMaybe<Scalars['DateTime']['input']>;
};


/** Reads: nothing here changes anything at the desk or a venue. Each answer about trading names its book. */
export type QueryExchangeDaysArgs = {
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
};


/** Reads: nothing here changes anything at the desk or a venue. Each answer about trading names its book. */
export type QueryExplainArgs = {
  topic: Scalars['String']['input'];
};


/** Reads: nothing here changes anything at the desk or a venue. Each answer about trading names its book. */
export type QueryFillErrorsArgs = {
  filter?: InputMaybe<TradeFilter>;
  mode: TradingMode;
};


/** Reads: nothing here changes anything at the desk or a venue. Each answer about trading names its book. */
export type QueryFillQualityArgs = {
  filter?: InputMaybe<TradeFilter>;
  mode: TradingMode;
};


/** Reads: nothing here changes anything at the desk or a venue. Each answer about trading names its book. */
export type QueryForecastArgs = {
  id: Scalars['ID']['input'];
};


/** Reads: nothing here changes anything at the desk or a venue. Each answer about trading names its book. */
export type QueryForecastStatsArgs = {
  model?: InputMaybe<Scalars['String']['input']>;
  simulated?: Scalars['Boolean']['input'];
};


/** Reads: nothing here changes anything at the desk or a venue. Each answer about trading names its book. */
export type QueryForecastsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ForecastFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** Reads: nothing here changes anything at the desk or a venue. Each answer about trading names its book. */
export type QueryHoldingsArgs = {
  mode: TradingMode;
};


/** Reads: nothing here changes anything at the desk or a venue. Each answer about trading names its book. */
export type QueryJudgedQuotesArgs = {
  mode?: TradingMode;
  symbols: Array<Scalars['String']['input']>;
};


/** Reads: nothing here changes anything at the desk or a venue. Each answer about trading names its book. */
export type QueryLimitUseArgs = {
  mode: TradingMode;
};


/** Reads: nothing here changes anything at the desk or a venue. Each answer about trading names its book. */
export type QueryNoTradesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  mode: TradingMode;
  strategyId?: InputMaybe<Scalars['ID']['input']>;
};


/** Reads: nothing here changes anything at the desk or a venue. Each answer about trading names its book. */
export type QueryOptionChainArgs = {
  expiration: Scalars['Date']['input'];
  mode?: TradingMode;
  underlying: Scalars['String']['input'];
};


/** Reads: nothing here changes anything at the desk or a venue. Each answer about trading names its book. */
export type QueryOptionExpirationsArgs = {
  mode?: TradingMode;
  underlying: Scalars['String']['input'];
};


/** Reads: nothing here changes anything at the desk or a venue. Each answer about trading names its book. */
export type QueryPortfolioArgs = {
  mode: TradingMode;
};


/** Reads: nothing here changes anything at the desk or a venue. Each answer about trading names its book. */
export type QueryPositionsArgs = {
  mode: TradingMode;
};


/** Reads: nothing here changes anything at the desk or a venue. Each answer about trading names its book. */
export type QueryPreviewAdjustArgs = {
  input: AdjustBracketInput;
};


/** Reads: nothing here changes anything at the desk or a venue. Each answer about trading names its book. */
export type QueryPreviewAdoptionArgs = {
  input: AdoptHoldingInput;
};


/** Reads: nothing here changes anything at the desk or a venue. Each answer about trading names its book. */
export type QueryPreviewCloseArgs = {
  input: CloseTradeInput;
};


/** Reads: nothing here changes anything at the desk or a venue. Each answer about trading names its book. */
export type QueryPreviewSplitArgs = {
  input: BookSplitInput;
};


/** Reads: nothing here changes anything at the desk or a venue. Each answer about trading names its book. */
export type QueryPreviewTradeArgs = {
  input: PlaceTradeInput;
};


/** Reads: nothing here changes anything at the desk or a venue. Each answer about trading names its book. */
export type QueryPriceHistoryArgs = {
  from: Scalars['DateTime']['input'];
  to?: InputMaybe<Scalars['DateTime']['input']>;
  token: Scalars['String']['input'];
};


/** Reads: nothing here changes anything at the desk or a venue. Each answer about trading names its book. */
export type QueryPriceInfoArgs = {
  mode?: TradingMode;
  token: Scalars['String']['input'];
};


/** Reads: nothing here changes anything at the desk or a venue. Each answer about trading names its book. */
export type QueryPromotionArgs = {
  strategyId: Scalars['ID']['input'];
};


/** Reads: nothing here changes anything at the desk or a venue. Each answer about trading names its book. */
export type QueryQuotesArgs = {
  mode?: TradingMode;
  symbols: Array<Scalars['String']['input']>;
};


/** Reads: nothing here changes anything at the desk or a venue. Each answer about trading names its book. */
export type QueryReconciliationArgs = {
  mode: TradingMode;
};


/** Reads: nothing here changes anything at the desk or a venue. Each answer about trading names its book. */
export type QuerySearchSymbolsArgs = {
  mode?: TradingMode;
  text: Scalars['String']['input'];
};


/** Reads: nothing here changes anything at the desk or a venue. Each answer about trading names its book. */
export type QuerySearchTokensArgs = {
  text: Scalars['String']['input'];
};


/** Reads: nothing here changes anything at the desk or a venue. Each answer about trading names its book. */
export type QueryStatsArgs = {
  filter?: InputMaybe<TradeFilter>;
  groupBy?: InputMaybe<Array<StatsDimension>>;
  mode: TradingMode;
};


/** Reads: nothing here changes anything at the desk or a venue. Each answer about trading names its book. */
export type QueryStrategyArgs = {
  id: Scalars['ID']['input'];
};


/** Reads: nothing here changes anything at the desk or a venue. Each answer about trading names its book. */
export type QuerySweepArgs = {
  id: Scalars['ID']['input'];
};


/** Reads: nothing here changes anything at the desk or a venue. Each answer about trading names its book. */
export type QuerySweepsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  strategyId?: InputMaybe<Scalars['ID']['input']>;
};


/** Reads: nothing here changes anything at the desk or a venue. Each answer about trading names its book. */
export type QuerySystemStatusArgs = {
  mode: TradingMode;
};


/** Reads: nothing here changes anything at the desk or a venue. Each answer about trading names its book. */
export type QueryTokenPoolsArgs = {
  token: Scalars['String']['input'];
};


/** Reads: nothing here changes anything at the desk or a venue. Each answer about trading names its book. */
export type QueryTradeArgs = {
  id: Scalars['ID']['input'];
};


/** Reads: nothing here changes anything at the desk or a venue. Each answer about trading names its book. */
export type QueryTradeAsOfArgs = {
  at: Scalars['DateTime']['input'];
  id: Scalars['ID']['input'];
};


/** Reads: nothing here changes anything at the desk or a venue. Each answer about trading names its book. */
export type QueryTradesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TradeFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  mode: TradingMode;
  order?: TradeOrder;
  phase?: InputMaybe<TradePhase>;
};

/** What is not known. */
export type Question = {
  __typename?: 'Question';
  /** What will tell it, or what comes nearest. */
  instead: Scalars['String']['output'];
  /** The question. */
  question: Scalars['String']['output'];
  /** Why nobody can say. */
  why: Scalars['String']['output'];
};

/** The market in one symbol; unknown fields are null. */
export type Quote = {
  __typename?: 'Quote';
  /** Seconds since the price was true, as far as known. */
  ageSeconds?: Maybe<Scalars['Float']['output']>;
  /** Best ask, dollars per share or unit; null for a token. */
  ask?: Maybe<Scalars['Decimal']['output']>;
  /** Kind of instrument; null for an unknown symbol. */
  assetClass?: Maybe<AssetClass>;
  /** Best bid, dollars per share or unit; null for a token, which has no book of orders. */
  bid?: Maybe<Scalars['Decimal']['output']>;
  /** The source delays its prices on purpose, by some 15 minutes. */
  delayed: Scalars['Boolean']['output'];
  /** Change of the price per dollar of the underlying: calls 0..1, puts -1..0. */
  delta?: Maybe<Scalars['Float']['output']>;
  /** Change of delta per dollar of the underlying. */
  gamma?: Maybe<Scalars['Float']['output']>;
  /** Implied volatility as a fraction: 0.25 is 25 %. */
  iv?: Maybe<Scalars['Float']['output']>;
  /** Last trade, or a token’s judged price as in PriceInfo, dollars per share or unit. */
  last?: Maybe<Scalars['Decimal']['output']>;
  /** Mid of bid and ask, dollars per share or unit. */
  mid?: Maybe<Scalars['Decimal']['output']>;
  /** The book whose venue was asked. */
  mode: TradingMode;
  /** Open contracts; null for anything but an option. */
  openInterest?: Maybe<Scalars['Int']['output']>;
  /** When the desk received it. */
  receivedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The source, e.g. simulated, tradier, orats-live, jupiter. */
  source?: Maybe<Scalars['String']['output']>;
  /** The source’s time of the price; null when the source does not say. */
  sourceTime?: Maybe<Scalars['DateTime']['output']>;
  /** Too old to trust, or unknown. */
  stale: Scalars['Boolean']['output'];
  /** The requested symbol. */
  symbol: Scalars['String']['output'];
  /** Change of the price with time, dollars per share and calendar day. */
  theta?: Maybe<Scalars['Float']['output']>;
  /** Change of the price with implied volatility, dollars per share and percent point. */
  vega?: Maybe<Scalars['Float']['output']>;
  /** Contracts, shares or units traded today. */
  volume?: Maybe<Scalars['Decimal']['output']>;
};

/** Whether one book of the caller agrees with itself and with its venues, as of the last reconciliation. */
export type Reconciliation = {
  __typename?: 'Reconciliation';
  /** Four checks for each account that the book has traded in. */
  checks: Array<InvariantCheck>;
  /** When it was last compared; null before the first time. */
  lastRunAt?: Maybe<Scalars['DateTime']['output']>;
  /** The book. */
  mode: TradingMode;
};

/** A verdict and a probability before the outcome. It places nothing and never changes. */
export type RecordForecastInput = {
  /** What is claimed. */
  claim: ForecastClaim;
  /** AT_CLOSE: an exchange date, at most 366 days ahead. */
  closeOn?: InputMaybe<Scalars['Date']['input']>;
  /** AT_INSTANT and TARGET_FIRST: the last instant that counts, at most 14 days ahead, for a token 23 hours. */
  horizon?: InputMaybe<Scalars['DateTime']['input']>;
  /** 8 to 64 of A-Z a-z 0-9 -: the same key with the same input is done once. */
  idempotencyKey: Scalars['String']['input'];
  /** Dollars per share or unit; for TARGET_FIRST the target. */
  level: Scalars['Decimal']['input'];
  /** Name of the model that judged, at most 64 characters; scores are kept per model. */
  model: Scalars['String']['input'];
  /** Probability that the claim comes true, a fraction 0..1 with at most three decimals. */
  probability: Scalars['Float']['input'];
  /** Version of its prompt, at most 64 characters. */
  promptVersion?: InputMaybe<Scalars['String']['input']>;
  /** Its reasons, at most 10,000 characters. */
  rationale?: InputMaybe<Scalars['String']['input']>;
  /** AT_CLOSE and AT_INSTANT: the side of level. */
  side?: InputMaybe<ForecastSide>;
  /** TARGET_FIRST: the stop, dollars per share or unit, on the other side of the present price than the target. */
  stop?: InputMaybe<Scalars['Decimal']['input']>;
  /** Ticker, OCC symbol or mint. */
  symbol: Scalars['String']['input'];
  /** The verdict on a trade that wins when the claim comes true. */
  verdict: AiVerdict;
};

/** A source that did not count in a token’s price for one reason, in rounds that follow each other. */
export type RefusedPrice = {
  __typename?: 'RefusedPrice';
  /** The token’s mint. */
  mint: Scalars['String']['output'];
  /** Its last price, dollars for one whole token; null when it gave none. */
  price?: Maybe<Scalars['Decimal']['output']>;
  /** Why it did not count, in a sentence. */
  reason: Scalars['String']['output'];
  /** How many such rounds. */
  rounds: Scalars['Int']['output'];
  /** Start of the first of these rounds, within the last 30. */
  since: Scalars['DateTime']['output'];
  /** The source, as in SourcePrice. */
  source: Scalars['String']['output'];
  /** Its ticker, in its issuer’s words; null while unknown. */
  ticker?: Maybe<Scalars['String']['output']>;
  /** Start of the last of these rounds. */
  until: Scalars['DateTime']['output'];
};

/** How a person settled NEEDS_REVIEW, by the log. */
export type Review = {
  __typename?: 'Review';
  /** What the desk and the venue’s account history showed when the review was requested. */
  evidence?: Maybe<Scalars['String']['output']>;
  /** Price at which it was closed, dollars per share or unit; null when nothing was. */
  exitPrice?: Maybe<Scalars['Decimal']['output']>;
  /** How they knew, in their words. */
  note: Scalars['String']['output'];
  /** Quantity that it closed, in contracts, shares or token units; null when nothing was closed, or it was not recorded. */
  quantity?: Maybe<Scalars['Decimal']['output']>;
  /** When. */
  reviewedAt: Scalars['DateTime']['output'];
  /** Who, as the log names them: user:NAME. */
  reviewer: Scalars['String']['output'];
  /** How the trade, or the reviewed part of it, ended. */
  status: TradeStatus;
};

/** The true state of a trade under review, as a person found it. */
export type ReviewInput = {
  /** Dollars per share or unit at which it was closed; required exactly when something was. */
  exitPrice?: InputMaybe<Scalars['Decimal']['input']>;
  /** What was found out; logged. */
  note: Scalars['String']['input'];
  /** The part of the holding that this settles, in contracts, shares or token units; null: all. The rest reopens, with its exits, once the venue holds exactly that. */
  quantity?: InputMaybe<Scalars['Decimal']['input']>;
  /** OPEN when it is held as in the book; otherwise how it ended; CANCELED or REJECTED when nothing ever filled. */
  status: TradeStatus;
};

/** One rule that an entry was checked against. */
export type RiskCheck = {
  __typename?: 'RiskCheck';
  /** The entry’s own figure, in the same unit. */
  actual?: Maybe<Scalars['String']['output']>;
  /** What the rule allows, in its own unit. */
  limit?: Maybe<Scalars['String']['output']>;
  /** The outcome in a sentence. */
  message: Scalars['String']['output'];
  /** Whether it allows the entry. */
  passed: Scalars['Boolean']['output'];
  /** Name of the rule. */
  rule: Scalars['String']['output'];
};

/** What a user may do besides trading their own books. */
export type Role =
  /** Sees the server’s jobs and makes backups. */
  | 'ADMIN'
  /** Nothing. */
  | 'USER';

/** What an API token may do. */
export type Scope =
  /** The server’s jobs and backups; an ADMIN user’s tokens only. */
  | 'ADMIN'
  /** Every query and subscription of its user except jobs and backups; refreshPrices. Every other scope includes this. */
  | 'READ'
  /** Trading, alerts, strategies and backtests of PAPER; raising its kill switch. */
  | 'TRADE_PAPER'
  /** The same for REAL, if this server trades it. */
  | 'TRADE_REAL';

/** A difference as the caller saw it. */
export type SeenDifferenceInput = {
  /** InvariantCheck.difference, theirs − ours in dollars; a CONFLICT when it has changed. */
  difference: Scalars['Decimal']['input'];
  /** CASH or PNL; no other is accepted. */
  invariant: InvariantName;
};

/** A new session. */
export type Session = {
  __typename?: 'Session';
  /** When the session ends. */
  expiresAt: Scalars['DateTime']['output'];
  /** The session’s token: Authorization: Bearer TOKEN. Shown only here. */
  token: Scalars['String']['output'];
  /** Who signed in. */
  user: User;
};

/** Whose terms count for exits that the venue changed on its own; applies to all that wait. */
export type SettleExitAdjustmentInput = {
  /** ADOPT is refused when an exit has another size than the holding. */
  choice: AdjustmentChoice;
  /** The version that the caller saw; a stale one is a CONFLICT. */
  expectedVersion: Scalars['Int']['input'];
  /** Id of the trade. */
  id: Scalars['ID']['input'];
  /** 8 to 64 of A-Z a-z 0-9 -: the same key with the same input is done once. */
  idempotencyKey: Scalars['String']['input'];
  /** How the caller knows; logged. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** What a person decided on a fill that the venue corrects. */
export type SettleFillCorrectionInput = {
  /** The version that the caller saw; a stale one is a CONFLICT. */
  expectedVersion: Scalars['Int']['input'];
  /** Id of the trade. */
  id: Scalars['ID']['input'];
  /** What was found out; logged. */
  note: Scalars['String']['input'];
  /** Id of the order whose correction waits. */
  orderId: Scalars['ID']['input'];
  /** VENUE books the price difference now; refused when the venue lists another quantity. OURS leaves the book as it is. */
  take: CorrectionTake;
};

/** How an expired contract was settled, with its evidence. */
export type Settlement = {
  __typename?: 'Settlement';
  /** What became of its shares; null when it was settled before the desk delivered any. */
  delivery?: Maybe<ShareDelivery>;
  /** Intrinsic value in dollars per share. */
  intrinsic: Scalars['Decimal']['output'];
  /** Official regular close of the underlying on the expiry date, dollars. */
  price: Scalars['Decimal']['output'];
  /** When the desk settled it. */
  settledAt: Scalars['DateTime']['output'];
  /** Shares moved by exercise or assignment at that close: positive came in, negative went out; null when none moved. */
  shares?: Maybe<Scalars['Decimal']['output']>;
  /** Who published that official close. */
  source: Scalars['String']['output'];
  /** The instant of that close. */
  sourceTime: Scalars['DateTime']['output'];
};

/** What a token trade is paid in. */
export type SettlementToken =
  /** Solana’s own token. */
  | 'SOL'
  /** The dollar token. */
  | 'USDC';

/** How urgent an alert is. */
export type Severity =
  /** Look at it now: money may be at risk. */
  | 'CRITICAL'
  /** Good to know. */
  | 'INFO'
  /** Look at it today. */
  | 'WARNING';

/** What became of the shares behind a settled contract. A long one is exercised, a short one assigned. */
export type ShareDelivery =
  /** Due; the venue has not shown them yet. */
  | 'AWAITED'
  /** Its product, an index, pays cash and moves no shares. */
  | 'CASH'
  /** The account could not pay for or deliver the shares: paid out at intrinsic value. */
  | 'CLOSED_OUT'
  /** They came in as a trade of their own, or were taken out of held trades. */
  | 'DELIVERED'
  /** The venue did not show them by the close of the next exchange day: a person decides. */
  | 'MISSING'
  /** It was worthless: nothing was exercised. */
  | 'NONE';

/** What the sign-in page may offer. */
export type SignInOptions = {
  __typename?: 'SignInOptions';
  /** Whether a demo may be started: only on this machine. */
  demo: Scalars['Boolean']['output'];
  /** Whether a new user may sign up now. */
  signUp: Scalars['Boolean']['output'];
};

/** One place where the caller is signed in. */
export type SignedInSession = {
  __typename?: 'SignedInSession';
  /** When it began. */
  createdAt: Scalars['DateTime']['output'];
  /** This is the current session. */
  current: Scalars['Boolean']['output'];
  /** What the browser or program called itself. */
  device?: Maybe<Scalars['String']['output']>;
  /** Id of the session, by which it is revoked. */
  id: Scalars['ID']['output'];
  /** When it was last used, to the minute. */
  lastUsedAt: Scalars['DateTime']['output'];
};

/** A mark kept for history, with its age when it was taken. */
export type Snapshot = {
  __typename?: 'Snapshot';
  /** Seconds since the price was true, as far as known. */
  ageSeconds?: Maybe<Scalars['Float']['output']>;
  /** Best ask, dollars per share or unit; null for a token that is held. */
  ask?: Maybe<Scalars['Decimal']['output']>;
  /** Best bid, dollars per share or unit; for a token, what one unit fetches when the user’s whole holding is sold, fees and price impact of the swap included. */
  bid?: Maybe<Scalars['Decimal']['output']>;
  /** The source delays its prices on purpose, by some 15 minutes. */
  delayed: Scalars['Boolean']['output'];
  /** Change of the price per dollar of the underlying: calls 0..1, puts -1..0. */
  delta?: Maybe<Scalars['Float']['output']>;
  /** Whether it is from the minute after the exchange’s open, 9:30 in New York: it triggers nothing and widens no excursion. */
  firstMinute: Scalars['Boolean']['output'];
  /** Change of delta per dollar of the underlying. */
  gamma?: Maybe<Scalars['Float']['output']>;
  /** Id of the snapshot. */
  id: Scalars['ID']['output'];
  /** Implied volatility as a fraction: 0.25 is 25 %. */
  iv?: Maybe<Scalars['Float']['output']>;
  /** Why it was taken. */
  kind: SnapshotKind;
  /** Mid of bid and ask, dollars per share or unit; for a token, its judged price. */
  mid?: Maybe<Scalars['Decimal']['output']>;
  /** What it would fetch: the bid of a long position, the ask of a short one. */
  price?: Maybe<Scalars['Decimal']['output']>;
  /** When the desk received it. */
  receivedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The source, e.g. simulated, tradier, orats-live, jupiter. */
  source?: Maybe<Scalars['String']['output']>;
  /** The source’s time of the price; null when the source does not say. */
  sourceTime?: Maybe<Scalars['DateTime']['output']>;
  /** Too old to trust. */
  stale: Scalars['Boolean']['output'];
  /** When it was taken. */
  takenAt: Scalars['DateTime']['output'];
  /** Change of the price with time, dollars per share and calendar day. */
  theta?: Maybe<Scalars['Float']['output']>;
  /** Price of the underlying in dollars; null for an instrument without one. */
  underlyingPrice?: Maybe<Scalars['Decimal']['output']>;
  /** Change of the price with implied volatility, dollars per share and percent point. */
  vega?: Maybe<Scalars['Float']['output']>;
};

/** How many of the marks that were due on an exchange date were taken. */
export type SnapshotCompleteness = {
  __typename?: 'SnapshotCompleteness';
  /** The exchange date. */
  date: Scalars['Date']['output'];
  /** How many marks were due so far. */
  expected: Scalars['Int']['output'];
  /** What was missed, and why. */
  gaps: Array<SnapshotGap>;
  /** How many were taken. */
  taken: Scalars['Int']['output'];
};

/** A page of a list of Snapshot. */
export type SnapshotConnection = {
  __typename?: 'SnapshotConnection';
  /** The items with their cursors. */
  edges: Array<SnapshotEdge>;
  /** The items. */
  nodes: Array<Snapshot>;
  /** The page’s position in its list. */
  pageInfo: PageInfo;
  /** How many items the whole list has, over all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One item of a page: Snapshot. */
export type SnapshotEdge = {
  __typename?: 'SnapshotEdge';
  /** The item’s opaque position in its list. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Snapshot;
};

/** A span in which marks were missed. */
export type SnapshotGap = {
  __typename?: 'SnapshotGap';
  /** Why, in words. */
  cause: Scalars['String']['output'];
  /** How many marks were missed. */
  count: Scalars['Int']['output'];
  /** First mark missed. */
  from: Scalars['DateTime']['output'];
  /** Last mark missed. */
  to: Scalars['DateTime']['output'];
};

/** Why a snapshot was taken. */
export type SnapshotKind =
  /** The regular tick while a trade is open. */
  | 'INTRADAY'
  /** The bookend after the close. */
  | 'POST_CLOSE'
  /** The bookend before the open. */
  | 'PRE_MARKET';

/** The last answer of one source about a price. */
export type SourcePrice = {
  __typename?: 'SourcePrice';
  /** It counts in the price. */
  accepted: Scalars['Boolean']['output'];
  /** Best ask, dollars per share; null for a token. */
  ask?: Maybe<Scalars['Decimal']['output']>;
  /** Best bid, dollars per share; null for a token. */
  bid?: Maybe<Scalars['Decimal']['output']>;
  /** Dollars of SOL, USDC and USDT in the pools behind it; null when the source does not say. */
  liquidityUsd?: Maybe<Scalars['Decimal']['output']>;
  /** Dollars for one whole token or one share, also when refused; null when the source gave none. */
  price?: Maybe<Scalars['Decimal']['output']>;
  /** Why it does not count, in a sentence; null when it does. */
  reason?: Maybe<Scalars['String']['output']>;
  /** When this source’s own answer came. */
  receivedAt: Scalars['DateTime']['output'];
  /** For a token: JUPITER is its index price, DEXSCREENER its pools, QUOTE what a swap would get, PYTH what exchanges publish, for few tokens. For an option or a share: SIMULATED or TRADIER is the venue, ORATS the data provider. */
  source: Scalars['String']['output'];
};

/** What booking a split would do to a trade. */
export type SplitPreview = {
  __typename?: 'SplitPreview';
  /** Shares of all trades of the account afterwards; negative: short. */
  bookQuantity: Scalars['Decimal']['output'];
  /** Average entry price afterwards, dollars per new share; null: unknown. */
  entryPriceAfter?: Maybe<Scalars['Decimal']['output']>;
  /** Average entry price now, dollars per share; null: unknown. */
  entryPriceBefore?: Maybe<Scalars['Decimal']['output']>;
  /** Shares held afterwards, unsigned. */
  quantityAfter: Scalars['Decimal']['output'];
  /** Shares held now, unsigned. */
  quantityBefore: Scalars['Decimal']['output'];
  /** Stop-loss afterwards, dollars per new share; null: none. */
  stopLossAfter?: Maybe<Scalars['Decimal']['output']>;
  /** Take-profit afterwards, dollars per new share; null: none. */
  takeProfitAfter?: Maybe<Scalars['Decimal']['output']>;
  /** Cost of the holding afterwards, dollars: the same to the last digit. */
  valueAfter: Scalars['Decimal']['output'];
  /** Cost of the holding now, dollars. */
  valueBefore: Scalars['Decimal']['output'];
  /** Shares in the account; negative: short. When it exceeds bookQuantity, another trade is still to be split. */
  venueQuantity: Scalars['Decimal']['output'];
};

/** The dimensions by which closed trades are segmented. Times are the exchange’s, New York. */
export type StatsDimension =
  /** Name of the model that advised. */
  | 'AI_MODEL'
  /** What the model advised. */
  | 'AI_VERDICT'
  /** Kind of instrument. */
  | 'ASSET_CLASS'
  /** How it ended, a TradeStatus. */
  | 'CLOSE_REASON'
  /** Delta at entry without its sign, in ranges. */
  | 'DELTA'
  /** Calendar days to expiry at entry, in ranges. */
  | 'DTE'
  /** Hour of the entry’s first fill, e.g. 09:00–10:00. */
  | 'HOUR'
  /** IV rank at entry in percent points, in ranges. */
  | 'IV_RANK'
  /** Month of the close, e.g. 2026-03. */
  | 'MONTH'
  /** Regime of the market at entry, in the caller’s words. */
  | 'REGIME'
  /** Name of the scanner. */
  | 'SCANNER'
  /** Long or Short. */
  | 'SIDE'
  /** Name of the strategy. */
  | 'STRATEGY'
  /** Each label; a trade counts in the segment of every label that it has. */
  | 'TAG'
  /** Ticker of the underlying, or mint. */
  | 'UNDERLYING'
  /** Weekday of the entry’s first fill. */
  | 'WEEKDAY';

/** Statistics of the trades in one segment. */
export type StatsSegment = {
  __typename?: 'StatsSegment';
  /** The dimension that its trades have in common. */
  dimension: StatsDimension;
  /** Name of the segment: a name, a range, None or Unknown. */
  key: Scalars['String']['output'];
  /** Their figures. */
  stats: TradeStats;
};

/** One figure of a trade that a step changed. */
export type StoryChange = {
  __typename?: 'StoryChange';
  /** What it has been since; null: it has no value. */
  after?: Maybe<Scalars['String']['output']>;
  /** What it was before; null: it had no value. */
  before?: Maybe<Scalars['String']['output']>;
  /** The field of Trade. */
  field: Scalars['String']['output'];
};

/** One thing that happened to a trade. */
export type StoryStep = {
  __typename?: 'StoryStep';
  /** When. */
  at: Scalars['DateTime']['output'];
  /** Who: user:NAME, mcp:NAME for an assistant, strategy:ID, desk or venue. */
  by: Scalars['String']['output'];
  /** What it changed; empty for the first one shown. */
  changes: Array<StoryChange>;
  /** Lines of the log that it stands for: moves of a trail in a row are one step. */
  lines: Scalars['Int']['output'];
  /** What such an event means, whoever caused it. */
  meaning: Scalars['String']['output'];
  /** What happened, and where the log has it why, in its sentence. */
  message: Scalars['String']['output'];
  /** Seconds since the step before; null for the first one shown. */
  secondsSince?: Maybe<Scalars['Float']['output']>;
  /** Number of its line in the log; of several lines, of the last one. */
  sequence: Scalars['Int']['output'];
  /** What kind of event, as in TradeEvent. */
  type: Scalars['String']['output'];
};

/** A kind of strategy with parameters, under a name of its user’s own. */
export type Strategy = {
  __typename?: 'Strategy';
  /** Dollars that it may have at work in one book; null: in PAPER without a limit, in REAL not at all. */
  budget?: Maybe<Scalars['Decimal']['output']>;
  /** Id of the strategy. */
  id: Scalars['ID']['output'];
  /** Interval of the bars that it sees; null: the kind’s own interval. */
  interval?: Maybe<CandleInterval>;
  /** Name of its StrategyKind. */
  kind: Scalars['String']['output'];
  /** Unique among the user’s; the context.strategy of its trades. */
  name: Scalars['String']['output'];
  /** Every parameter of the kind, by name. */
  parameters: Scalars['JSON']['output'];
  /** Books in which it runs. */
  running: Array<TradingMode>;
  /** Where it has been started: the newest run in each book, PAPER first. */
  runs: Array<StrategyRun>;
  /** Evidence counts from here. */
  since: Scalars['DateTime']['output'];
  /** How far it has come on the way from the past to real money. */
  stage: StrategyStage;
  /** What it trades in PAPER and REAL: tickers, mints, underlyings or OCC symbols. */
  symbols: Array<Scalars['String']['output']>;
  /** Raised by each change of kind, code, parameters, symbols or interval, which also begins its evidence anew. */
  version: Scalars['Int']['output'];
};

/** What a strategy asks for. */
export type StrategyAction =
  /** The end of an entry that waits. */
  | 'CANCEL'
  /** A new position. */
  | 'ENTER'
  /** The end of one that it holds. */
  | 'EXIT';

/** A new strategy; with id, a change of that one: fields left out stay as they are. */
export type StrategyInput = {
  /** Dollars that it may have at work in one book; null: in PAPER without a limit, in REAL not at all. */
  budget?: InputMaybe<Scalars['Decimal']['input']>;
  /** Needed with id: the version that the change is based on. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Id of the strategy to change; left out: a new strategy is saved. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** Interval of the bars that it sees; null: the kind’s own interval. */
  interval?: InputMaybe<CandleInterval>;
  /** One of strategyKinds. */
  kind: Scalars['String']['input'];
  /** 1 to 64 characters, unique among the user’s. */
  name: Scalars['String']['input'];
  /** Values by name, by the kind’s schema; a number with decimals as text. Left out: its default. */
  parameters?: InputMaybe<Scalars['JSON']['input']>;
  /** What it trades in PAPER and REAL, at most 50: tickers, mints, underlyings or OCC symbols. */
  symbols?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** A kind of strategy: shipped, or from the operator’s folder. */
export type StrategyKind = {
  __typename?: 'StrategyKind';
  /** What it can trade. */
  assetClasses: Array<AssetClass>;
  /** Its idea, and when it fails. */
  description: Scalars['String']['output'];
  /** Why a kind from the operator’s folder could not be loaded; it can then be neither saved nor run. Null when it is loaded. */
  error?: Maybe<Scalars['String']['output']>;
  /** Interval of its bars when neither the strategy nor the backtest names one; null: the kind cannot be loaded. */
  interval?: Maybe<CandleInterval>;
  /** Its name, unique. */
  kind: Scalars['String']['output'];
  /** Whether it is still being loaded; it may then load without an error later. */
  loading: Scalars['Boolean']['output'];
  /** Whether it is from the operator’s folder. */
  own: Scalars['Boolean']['output'];
  /** A JSON Schema of an object: every property with its default and its description. */
  parameters: Scalars['JSON']['output'];
  /** What to call it on a screen. */
  title: Scalars['String']['output'];
  /** SHA-256 of its source text, in hexadecimal. */
  version: Scalars['String']['output'];
};

/** A strategy at work in one book. */
export type StrategyRun = {
  __typename?: 'StrategyRun';
  /** Dollars that its trades have at work: what they cost, what waits to enter, and the strikes of short puts less their premiums. */
  committed: Scalars['Decimal']['output'];
  /** Why it failed; null when it has not. */
  error?: Maybe<Scalars['String']['output']>;
  /** Start of the last bar that it was handed; null: none yet. */
  lastBarAt?: Maybe<Scalars['DateTime']['output']>;
  /** The book. */
  mode: TradingMode;
  /** Trades of its own that are pending or open. */
  openTrades: Scalars['Int']['output'];
  /** When it was last started. */
  since: Scalars['DateTime']['output'];
  /** Its state. */
  status: StrategyRunStatus;
};

/** The state of a strategy in one book. */
export type StrategyRunStatus =
  /** It threw or did not answer; error says what. */
  | 'FAILED'
  /** It is handed each new bar. */
  | 'RUNNING'
  /** A person or the desk stopped it. */
  | 'STOPPED';

/** How far a strategy has come; a changed one begins anew on the lowest rung. */
export type StrategyStage =
  /** It is tried on the past. */
  | 'BACKTEST'
  /** It may trade real money with its whole budget. */
  | 'FULL_REAL'
  /** It has earned its place in PAPER. */
  | 'PAPER'
  /** It may trade real money with a tenth of its budget. */
  | 'SMALL_REAL';

/** Pushes over a WebSocket (graphql-transport-ws). A cursor resumes where a lost connection ended. */
export type Subscription = {
  __typename?: 'Subscription';
  /** Alerts as they are raised, and each again once it is read or its cause is gone. */
  alertChanged: Alert;
  /** Alerts as they are raised. */
  alertRaised: Alert;
  /** How far a backtest is: its present state at once, then each change, at most ten a second. Completes after the last. */
  backtestProgress: BacktestProgress;
  /** The current positions of one book, then each that changes by a trade or a mark; one that ends comes with quantity 0. */
  positionUpdated: Position;
  /** The current quotes, then each that changes; checked once a second. */
  quoteUpdated: Quote;
  /** The status of the desk in one book, whenever it changes. */
  systemStatusChanged: SystemStatus;
  /** Each event of one book, in log order. */
  tradeUpdated: TradeEvent;
  /** Everything that changed in one book, one message per tick: events, and the current trades. */
  tradesChanged: TradeEventBatch;
};


/** Pushes over a WebSocket (graphql-transport-ws). A cursor resumes where a lost connection ended. */
export type SubscriptionAlertChangedArgs = {
  mode: TradingMode;
};


/** Pushes over a WebSocket (graphql-transport-ws). A cursor resumes where a lost connection ended. */
export type SubscriptionAlertRaisedArgs = {
  mode: TradingMode;
};


/** Pushes over a WebSocket (graphql-transport-ws). A cursor resumes where a lost connection ended. */
export type SubscriptionBacktestProgressArgs = {
  id: Scalars['ID']['input'];
};


/** Pushes over a WebSocket (graphql-transport-ws). A cursor resumes where a lost connection ended. */
export type SubscriptionPositionUpdatedArgs = {
  mode: TradingMode;
};


/** Pushes over a WebSocket (graphql-transport-ws). A cursor resumes where a lost connection ended. */
export type SubscriptionQuoteUpdatedArgs = {
  mode?: TradingMode;
  symbols: Array<Scalars['String']['input']>;
};


/** Pushes over a WebSocket (graphql-transport-ws). A cursor resumes where a lost connection ended. */
export type SubscriptionSystemStatusChangedArgs = {
  mode: TradingMode;
};


/** Pushes over a WebSocket (graphql-transport-ws). A cursor resumes where a lost connection ended. */
export type SubscriptionTradeUpdatedArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  mode: TradingMode;
};


/** Pushes over a WebSocket (graphql-transport-ws). A cursor resumes where a lost connection ended. */
export type SubscriptionTradesChangedArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  mode: TradingMode;
};

/** Backtests over a grid of parameters. */
export type Sweep = {
  __typename?: 'Sweep';
  /** When it was asked for. */
  createdAt: Scalars['DateTime']['output'];
  /** Why it, or its walk forward alone, failed; null when neither has. */
  error?: Maybe<Scalars['String']['output']>;
  /** When it ended; null while it has not. */
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Id of the sweep. */
  id: Scalars['ID']['output'];
  /** As run, every default filled in, with the grid. */
  input: Scalars['JSON']['output'];
  /** How much of its best run is luck; null until it is DONE, for one run, and for more than 500 runs or 100,000 trades. */
  overfitting?: Maybe<SweepOverfitting>;
  /** Share of the runs that are over, a fraction 0..1. */
  progress: Scalars['Float']['output'];
  /** Its runs that are over, the one with the best lower bound of expectancy first, those that failed last. */
  runs: SweepRunConnection;
  /** Runs that are over. */
  runsDone: Scalars['Int']['output'];
  /** Runs of its grid that failed, each with its own reason in `runs`. */
  runsFailed: Scalars['Int']['output'];
  /** All runs of the sweep, those of walk-forward spans included. */
  runsTotal: Scalars['Int']['output'];
  /** Its state. */
  status: BacktestStatus;
  /** The strategy that was run. */
  strategyId: Scalars['ID']['output'];
  /** Figures of the test spans only; null without a walk forward, and when a span failed. */
  walkForward?: Maybe<TradeStats>;
};


/** Backtests over a grid of parameters. */
export type SweepRunsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of a list of Sweep. */
export type SweepConnection = {
  __typename?: 'SweepConnection';
  /** The items with their cursors. */
  edges: Array<SweepEdge>;
  /** The items. */
  nodes: Array<Sweep>;
  /** The page’s position in its list. */
  pageInfo: PageInfo;
  /** How many items the whole list has, over all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One item of a page: Sweep. */
export type SweepEdge = {
  __typename?: 'SweepEdge';
  /** The item’s opaque position in its list. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Sweep;
};

/** One backtest for each combination of parameters. */
export type SweepInput = {
  /** What all runs have in common. */
  base: BacktestInput;
  /** Parameter name to a list of values; at most 10,000 runs. */
  grid: Scalars['JSON']['input'];
  /** Spans to choose and to test on; null: none. */
  walkForward?: InputMaybe<WalkForwardInput>;
};

/** How much of the best run of a sweep is luck. Sharpe ratios are per day, not annualised; null: too few days to say. */
export type SweepOverfitting = {
  __typename?: 'SweepOverfitting';
  /** The highest Sharpe ratio of all runs. */
  bestSharpe?: Maybe<Scalars['Float']['output']>;
  /** Exchange days on which a trade of any run closed. */
  days: Scalars['Int']['output'];
  /** Deflated Sharpe ratio: the chance that the true ratio of the best run lies above luckySharpe, a fraction 0..1 (Bailey & López de Prado 2014). */
  deflatedSharpe?: Maybe<Scalars['Float']['output']>;
  /** The highest Sharpe ratio to be expected of as many runs without any skill. */
  luckySharpe?: Maybe<Scalars['Float']['output']>;
  /** Chance that the run that is best on half of the days is below the median on the others, a fraction 0..1; 0.5 is luck (Bailey et al. 2017). */
  probability?: Maybe<Scalars['Float']['output']>;
  /** Runs that were compared: all runs of the grid that are DONE. */
  runs: Scalars['Int']['output'];
};

/** One run of a sweep. */
export type SweepRun = {
  __typename?: 'SweepRun';
  /** Its results. */
  backtest: Backtest;
  /** Its parameters. */
  parameters: Scalars['JSON']['output'];
};

/** A page of a list of SweepRun. */
export type SweepRunConnection = {
  __typename?: 'SweepRunConnection';
  /** The items with their cursors. */
  edges: Array<SweepRunEdge>;
  /** The items. */
  nodes: Array<SweepRun>;
  /** The page’s position in its list. */
  pageInfo: PageInfo;
  /** How many items the whole list has, over all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One item of a page: SweepRun. */
export type SweepRunEdge = {
  __typename?: 'SweepRunEdge';
  /** The item’s opaque position in its list. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: SweepRun;
};

/** A cause that trips, or has tripped, the caller’s kill switch automatically. */
export type SwitchCause = {
  __typename?: 'SwitchCause';
  /** When it was seen to be over; null while it lasts. */
  endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Which kind of cause. */
  kind: SwitchCauseKind;
  /** When it was found. */
  since: Scalars['DateTime']['output'];
  /** What it is about: an order’s tag, an account, a day or an event of the log; empty for a kind of which a book has one at most. */
  subject: Scalars['String']['output'];
  /** When it tripped the switch; null when the switch was up already. */
  trippedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The evidence, in a sentence with figures. */
  words: Scalars['String']['output'];
};

/** What trips a kill switch to HALT_ENTRIES automatically: all kinds in REAL, only LOG_BROKEN in PAPER. */
export type SwitchCauseKind =
  /** The desk’s clock is 30 seconds or more off the venue’s. */
  | 'CLOCK_OFF'
  /** The loss realised on an exchange day has reached maxDailyLoss. */
  | 'DAILY_LOSS'
  /** The last five orders that were sent all failed. */
  | 'FAILED_SENDS'
  /** The log was altered, or its events do not add up to what is stored. It is read whole after each start. */
  | 'LOG_BROKEN'
  /** An order has had no answer for five minutes. */
  | 'ORDER_UNKNOWN'
  /** The prices of half of the open trades or more contradict themselves. */
  | 'PRICE_CONFLICT'
  /** The venue refuses the stored token, with 401 or 403. */
  | 'TURNED_AWAY'
  /** The venue differs from the ledger twice in a row, in quantity or cash. */
  | 'VENUE_DIFFERS';

/** A share, fund or index that matches the text. */
export type SymbolMatch = {
  __typename?: 'SymbolMatch';
  /** Its name, as the venue has it; empty when the venue gives none. */
  description: Scalars['String']['output'];
  /** The exchange, in the venue’s code; null when it does not say. */
  exchange?: Maybe<Scalars['String']['output']>;
  /** Whether options on it are listed; null when the venue does not say. */
  optionable?: Maybe<Scalars['Boolean']['output']>;
  /** Ticker. */
  symbol: Scalars['String']['output'];
  /** Its type, in the venue’s words: stock, etf, index. */
  type: Scalars['String']['output'];
};

/** The active trades in one symbol of an account. */
export type SymbolUse = {
  __typename?: 'SymbolUse';
  /** What is traded. */
  symbol: Scalars['String']['output'];
  /** How many trades are active in it, pending entries included. */
  trades: Scalars['Int']['output'];
  /** How many of these trades have an exit that only the desk watches. */
  watched: Scalars['Int']['output'];
};

/** The status of the desk in one book. */
export type SystemStatus = {
  __typename?: 'SystemStatus';
  /** The phrase that armRealTrading expects, word for word; null while REAL cannot be armed. */
  armPhrase?: Maybe<Scalars['String']['output']>;
  /** Whether entries of real money may be placed now. */
  armed: Scalars['Boolean']['output'];
  /** REAL: until when it is armed. */
  armedUntil?: Maybe<Scalars['DateTime']['output']>;
  /** The desk’s time. */
  clock: Scalars['DateTime']['output'];
  /** Seconds since the oldest mark of an open trade was true; null when nothing is open or marked. */
  dataAgeSeconds?: Maybe<Scalars['Float']['output']>;
  /** What a file HALT_ENTRIES or HALT_ALL in the server’s data directory has stopped for everybody. */
  deskHalt: KillSwitchLevel;
  /** What is stopped, by the caller or by a file that halts everybody, whichever is stricter. */
  killSwitch: KillSwitchLevel;
  /** What the market of the caller’s venue is doing. */
  marketSession: MarketSession;
  /** The book. */
  mode: TradingMode;
  /** The session’s next change; null for a market that never closes. */
  nextSessionChange?: Maybe<Scalars['DateTime']['output']>;
  /** What the caller has stopped. */
  ownKillSwitch: KillSwitchLevel;
  /** The source of the session: the venue’s clock, its calendar, or our own calendar and why it is not the venue’s. */
  sessionSource: Scalars['String']['output'];
  /** Whether our own calendar replaces that of a venue that did not answer, or is not trusted. */
  sessionUnconfirmed: Scalars['Boolean']['output'];
  /** Whether the venue is simulated. */
  simulated: Scalars['Boolean']['output'];
  /** How complete today’s marks are. */
  snapshotCompleteness: SnapshotCompleteness;
  /** Causes that trip the caller’s kill switch automatically, oldest first: those that last, and ended ones that tripped a switch that is still up. A cause trips once: after a person lowers the switch, it stays down while the same cause lasts. */
  switchCauses: Array<SwitchCause>;
  /** The desk’s time is artificial, set by TEST_CLOCK. */
  testClock: Scalars['Boolean']['output'];
  /** Orders with an unknown outcome. */
  unknownOrders: Scalars['Int']['output'];
  /** Open trades whose stop does not work: it is not at the venue or, for a token, the desk may not act on it, as under HALT_ALL. */
  unprotectedTrades: Scalars['Int']['output'];
  /** The venue that the caller’s orders of this book go to. */
  venue: Scalars['String']['output'];
  /** Version of the server. */
  version: Scalars['String']['output'];
};

/** What a term is about. */
export type TermGroup =
  /** A book as a whole. */
  | 'BOOK'
  /** Limits of entries. */
  | 'LIMIT'
  /** What things cost, and how far that may be trusted. */
  | 'PRICE'
  /** What stops, protects and proves. */
  | 'SAFETY'
  /** What closed trades add up to. */
  | 'STATISTICS'
  /** Strategies, on the past and at work. */
  | 'STRATEGY'
  /** One trade, or a ticket. */
  | 'TRADE'
  /** A status, a code, a kind or another word of the API. */
  | 'WORD';

/** How long an order is valid. */
export type TimeInForce =
  /** Until the end of the exchange’s regular session; a token’s until midnight in New York. */
  | 'DAY'
  /** Until it fills or is canceled. */
  | 'GTC';

/** A Solana token. */
export type TokenInput = {
  /** Mint address. Not USDC and, in REAL, not SOL: both are cash. */
  mint: Scalars['String']['input'];
  /** What it is paid in. */
  settlement?: SettlementToken;
};

/** A token whose ticker, name or mint matches the text. */
export type TokenMatch = {
  __typename?: 'TokenMatch';
  /** Decimals of its mint; null while unknown. */
  decimals?: Maybe<Scalars['Int']['output']>;
  /** Its mint. Tickers and names can be copied; a mint cannot. */
  mint: Scalars['String']['output'];
  /** Its name, in its issuer’s words; null while unknown. */
  name?: Maybe<Scalars['String']['output']>;
  /** Its ticker, in its issuer’s words; null while unknown. */
  ticker?: Maybe<Scalars['String']['output']>;
  /** Whether Jupiter lists it as verified; null when Jupiter does not say. */
  verified?: Maybe<Scalars['Boolean']['output']>;
  /** Reasons not to buy it at any price, each in a sentence; some apply only to real money. */
  warnings: Array<Scalars['String']['output']>;
};

/** One pool that trades a token, as DexScreener lists it. */
export type TokenPool = {
  __typename?: 'TokenPool';
  /** It counts in the price. */
  accepted: Scalars['Boolean']['output'];
  /** Its address. */
  address: Scalars['String']['output'];
  /** Mint of its other side. */
  against: Scalars['String']['output'];
  /** Dollars of both sides as DexScreener claims; null when it claims none. */
  claimedUsd?: Maybe<Scalars['Decimal']['output']>;
  /** The exchange of the pool, such as raydium or orca. */
  dex: Scalars['String']['output'];
  /** Dollars of SOL, USDC or USDT in it; null when it holds none, or they cannot be calculated. */
  hardUsd?: Maybe<Scalars['Decimal']['output']>;
  /** Dollars for one whole token, from what the pool holds, else from DexScreener; null when neither is known. */
  price?: Maybe<Scalars['Decimal']['output']>;
  /** Why it does not count, in a sentence; null when it does. */
  reason?: Maybe<Scalars['String']['output']>;
};

/** A token’s pools, the deepest first. */
export type TokenPools = {
  __typename?: 'TokenPools';
  /** Those that count, and those that do not. */
  pools: Array<TokenPool>;
  /** When DexScreener’s answer came. */
  receivedAt: Scalars['DateTime']['output'];
};

/** The program of Solana that owns a mint and its accounts. */
export type TokenProgram =
  /** The original program, without extensions. */
  | 'SPL_TOKEN'
  /** The program with extensions, which may take fees, freeze or forbid a transfer. */
  | 'TOKEN_2022';

/** A trade from its ticket to its end: one entry and the exits that belong to it. */
export type Trade = {
  __typename?: 'Trade';
  /** False while the trade is active and no stored token reaches its account: the desk can neither watch, move nor close it. As of now, even for an earlier state of the trade. */
  accountReachable: Scalars['Boolean']['output'];
  /** The likely cause of exit changes by the venue that wait for a person, judged by their terms alone; null when none waits. */
  adjustedCause?: Maybe<DoubtCause>;
  /** When it was adopted from the wallet: it has no entry order, and its entry price comes from the cost that a person stated. Null for every other trade. */
  adoptedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Kind of instrument. */
  assetClass: AssetClass;
  /** The status that it closed with. */
  closeReason?: Maybe<TradeStatus>;
  /** When it ended. */
  closedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What was known at entry. */
  context: TradeContext;
  /** Dollars, with the multiplier, before fees: the cost of the holding, or of the entry once closed; negative for a credit. Null before the first fill. */
  costBasis?: Maybe<Scalars['Decimal']['output']>;
  /** Tokens: how many decimals a quantity has at most, those of its mint. */
  decimals?: Maybe<Scalars['Int']['output']>;
  /** For shares: the option trade whose exercise or assignment brought them. */
  deliveredFrom?: Maybe<Trade>;
  /** For an option: the share trades that its exercise or assignment opened or reduced. For shares: the option trades that took some. */
  deliveredTo: Array<Trade>;
  /** How the account differed when the trade was put under review; null when that is not the reason, or is over. */
  doubt?: Maybe<Doubt>;
  /** Options: calendar days to expiry at entry. */
  dteAtEntry?: Maybe<Scalars['Int']['output']>;
  /** Greeks at entry. */
  entryGreeks?: Maybe<Greeks>;
  /** Average of the entry fills, dollars per share or unit; null before the first. */
  entryPrice?: Maybe<Scalars['Decimal']['output']>;
  /** What happened to it, newest first. */
  events: TradeEventConnection;
  /** False when the excursions span a gap in the snapshots. */
  excursionsComplete: Scalars['Boolean']['output'];
  /** Greeks at exit. */
  exitGreeks?: Maybe<Greeks>;
  /** Average of the exit fills, dollars per share or unit; the intrinsic value of a settled contract. */
  exitPrice?: Maybe<Scalars['Decimal']['output']>;
  /** Options: expiry date. */
  expiration?: Maybe<Scalars['Date']['output']>;
  /** The schedule of its fees; null for a trade from before this was stored. */
  feeSchedule?: Maybe<Scalars['String']['output']>;
  /** Dollars of commissions and fees so far. */
  fees: Scalars['Decimal']['output'];
  /** Its fills compared with each fill model; null before the first fill and for shares from exercise or assignment. */
  fillComparison?: Maybe<FillComparison>;
  /** Simulated fills: the model that filled it; null at a real venue. */
  fillModel?: Maybe<FillModel>;
  /** Version of that model. */
  fillModelVersion?: Maybe<Scalars['String']['output']>;
  /** Contracts, shares or token units that the entry has filled; of tokens a little more or less than quantity. */
  filledQuantity: Scalars['Decimal']['output'];
  /** For a trailing stop: the best price of the exit side at the venue since entry, dollars per share or unit: a long’s highest bid, a short’s lowest ask, a token’s highest accepted price. */
  highWaterMark?: Maybe<Scalars['Decimal']['output']>;
  /** Minutes from the first fill to the close, or to now; null before it. */
  holdMinutes?: Maybe<Scalars['Float']['output']>;
  /** Id of the trade; carries its mode: paper_… or real_…. */
  id: Scalars['ID']['output'];
  /** The first stop, from the ticket or from the trail at the entry’s fill, dollars per share or unit after every booked split; later moves do not change it. The risk of 1 R is measured to it. Null: none. */
  initialStopLoss?: Maybe<Scalars['Decimal']['output']>;
  /** Limit of the entry, dollars per share or unit. */
  limitPrice?: Maybe<Scalars['Decimal']['output']>;
  /** The last mark; null before the first. */
  mark?: Maybe<Mark>;
  /** The worst price of the exit side since entry, dollars per share or unit from entry. */
  maxAdverseExcursion?: Maybe<Scalars['Decimal']['output']>;
  /** The best price of the exit side since entry, dollars per share or unit from entry. */
  maxFavorableExcursion?: Maybe<Scalars['Decimal']['output']>;
  /** The book that it belongs to; it never changes. */
  mode: TradingMode;
  /** Shares or units in one unit of quantity: 100 for a standard option. */
  multiplier: Scalars['Int']['output'];
  /** realizedPnl − fees, dollars; a trade wins when it is greater than 0. */
  netPnl?: Maybe<Scalars['Decimal']['output']>;
  /** Notes made later than context.notes. */
  notes?: Maybe<Scalars['String']['output']>;
  /** Contracts, shares or token units still held, unsigned. */
  openQuantity: Scalars['Decimal']['output'];
  /** When the entry first filled. */
  openedAt?: Maybe<Scalars['DateTime']['output']>;
  /** How the entry is priced. */
  orderType: OrderType;
  /** Its orders, oldest first; for a trade in an event, as of that event. */
  orders: Array<Order>;
  /** Whether it waits, is held or is over. */
  phase: TradePhase;
  /** When it was placed. */
  placedAt: Scalars['DateTime']['output'];
  /** Who closes the position at its stop or target. */
  protection: Protection;
  /** Why no stop works at the venue, and who protects the position meanwhile; null when the stop works there or none is wanted. For a trade in an event: its state then, with the desk’s watch as it is now. */
  protectionDetail?: Maybe<ProtectionDetail>;
  /** Contracts, shares or token units asked for. */
  quantity: Scalars['Decimal']['output'];
  /** netPnl plus the unrealizedPnl of a holding, in units of riskAtEntry; null when either is unknown. */
  rMultiple?: Maybe<Scalars['Decimal']['output']>;
  /** Dollars realised by exits so far, before fees. */
  realizedPnl?: Maybe<Scalars['Decimal']['output']>;
  /** Why it was rejected, canceled or needs review, in the venue’s or the desk’s words. */
  reason?: Maybe<Scalars['String']['output']>;
  /** netPnl plus the unrealizedPnl of a holding, in percent points (1 = 1 %) of the entry’s cost. */
  returnPct?: Maybe<Scalars['Decimal']['output']>;
  /** The last review in which a person settled it; null when there is none. */
  review?: Maybe<Review>;
  /** Options: call or put. */
  right?: Maybe<OptionRight>;
  /** Dollars from the entry to initialStopLoss over the filled quantity, before fees: 1 R. Null without such a stop, or when it locked in a gain. */
  riskAtEntry?: Maybe<Scalars['Decimal']['output']>;
  /** How it was settled at expiry. */
  settlement?: Maybe<Settlement>;
  /** Tokens: what it is bought with and sold for. */
  settlementToken?: Maybe<SettlementToken>;
  /** Direction of the entry. */
  side: OrderSide;
  /** Its marks over time, newest first. */
  snapshots: SnapshotConnection;
  /** Its state. */
  status: TradeStatus;
  /** Price at which the position is closed at a loss; null: none. */
  stopLoss?: Maybe<Scalars['Decimal']['output']>;
  /** Trigger of the entry, dollars per share or unit. */
  stopPrice?: Maybe<Scalars['Decimal']['output']>;
  /** Options: strike in dollars. */
  strike?: Maybe<Scalars['Decimal']['output']>;
  /** Compact OCC symbol, ticker or mint. */
  symbol: Scalars['String']['output'];
  /** Labels: those of the context and later ones. */
  tags: Array<Scalars['String']['output']>;
  /** Price at which the position is closed at a profit; null: none. */
  takeProfit?: Maybe<Scalars['Decimal']['output']>;
  /** Tokens: the issuer’s name for it, which others may have copied. */
  ticker?: Maybe<Scalars['String']['output']>;
  /** How long the entry is valid. */
  timeInForce: TimeInForce;
  /** P&L from mark.price to the stop in force, in dollars, before slippage and fees; null without a position, a stop or a mark. */
  toStop?: Maybe<Scalars['Decimal']['output']>;
  /** Percent points that the stop stays behind highWaterMark; null: the stop does not trail. */
  trailingPct?: Maybe<Scalars['Decimal']['output']>;
  /** The stop that the desk holds to now, dollars per share or unit: stopLoss, or a tighter one to which the venue’s has not been moved yet. Null when it does not trail. */
  trailingStop?: Maybe<Scalars['Decimal']['output']>;
  /** In PAPER: id of the REAL trade whose paperTwin this one is, to compare the two; null otherwise. */
  twinOf?: Maybe<Scalars['ID']['output']>;
  /** Ticker of the underlying; the share itself for equities, the mint for tokens. */
  underlying?: Maybe<Scalars['String']['output']>;
  /** Total seconds without a working stop, as unprotectedSince counts them. */
  unprotectedSeconds: Scalars['Float']['output'];
  /** Since when the wanted stop has not worked at the venue or, for a token, an unanswered swap or a review has kept the desk from acting on it; null while protected. */
  unprotectedSince?: Maybe<Scalars['DateTime']['output']>;
  /** Dollars that closing at mark.price would earn, before fees; null without position or price. */
  unrealizedPnl?: Maybe<Scalars['Decimal']['output']>;
  /** Why nothing may fill or trigger at the mark, in words: old, crossed, locked, one-sided, or out of session; null when something may, and for a closed trade. */
  untradable?: Maybe<Scalars['String']['output']>;
  /** The venue of its orders. */
  venue: Scalars['String']['output'];
  /** The number of its events; expectedVersion is compared with it. */
  version: Scalars['Int']['output'];
};


/** A trade from its ticket to its end: one entry and the exits that belong to it. */
export type TradeEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A trade from its ticket to its end: one entry and the exits that belong to it. */
export type TradeSnapshotsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kind?: InputMaybe<SnapshotKind>;
};

/** A page of a list of Trade. */
export type TradeConnection = {
  __typename?: 'TradeConnection';
  /** The items with their cursors. */
  edges: Array<TradeEdge>;
  /** The items. */
  nodes: Array<Trade>;
  /** The page’s position in its list. */
  pageInfo: PageInfo;
  /** How many items the whole list has, over all pages. */
  totalCount: Scalars['Int']['output'];
};

/** What was known at entry. It never changes. */
export type TradeContext = {
  __typename?: 'TradeContext';
  /** Probability that the trade makes money, 0..1. */
  aiConfidence?: Maybe<Scalars['Float']['output']>;
  /** Name of the model that advised. */
  aiModel?: Maybe<Scalars['String']['output']>;
  /** Version of the prompt that it was asked with. */
  aiPromptVersion?: Maybe<Scalars['String']['output']>;
  /** Its reasons, in its words. */
  aiRationale?: Maybe<Scalars['String']['output']>;
  /** What the model advised. */
  aiVerdict?: Maybe<AiVerdict>;
  /** The source of those of ivRank, ivPercentile, hv30 and earningsDate that the caller left out, e.g. orats; null when there is none. */
  contextSource?: Maybe<Scalars['String']['output']>;
  /** Next earnings date known at entry. */
  earningsDate?: Maybe<Scalars['Date']['output']>;
  /** Anything else worth keeping. */
  extra?: Maybe<Scalars['JSON']['output']>;
  /** 30-day historical volatility as a fraction: 0.25 is 25 %. */
  hv30?: Maybe<Scalars['Float']['output']>;
  /** IV percentile of the underlying, in percent points 0..100. */
  ivPercentile?: Maybe<Scalars['Float']['output']>;
  /** IV rank of the underlying, in percent points 0..100. */
  ivRank?: Maybe<Scalars['Float']['output']>;
  /** Regime of the market, in the caller’s words. */
  marketRegime?: Maybe<Scalars['String']['output']>;
  /** Notes at entry. */
  notes?: Maybe<Scalars['String']['output']>;
  /** Name of the scanner that found it. */
  scanner?: Maybe<Scalars['String']['output']>;
  /** What the scanner looked for. */
  scannerCriteria?: Maybe<Scalars['JSON']['output']>;
  /** The scanner’s score, in its own unit. */
  scannerScore?: Maybe<Scalars['Float']['output']>;
  /** Name of the strategy that asked for the trade. */
  strategy?: Maybe<Scalars['String']['output']>;
  /** Labels given at entry. */
  tags: Array<Scalars['String']['output']>;
  /** Trend of the underlying, in the caller’s words. */
  underlyingTrend?: Maybe<Scalars['String']['output']>;
};

/** What is known at entry. It never changes. */
export type TradeContextInput = {
  /** Probability that the trade makes money, 0..1. */
  aiConfidence?: InputMaybe<Scalars['Float']['input']>;
  /** Name of the model that advised. */
  aiModel?: InputMaybe<Scalars['String']['input']>;
  /** Version of the prompt that it was asked with. */
  aiPromptVersion?: InputMaybe<Scalars['String']['input']>;
  /** Its reasons, in its words. */
  aiRationale?: InputMaybe<Scalars['String']['input']>;
  /** What the model advised. */
  aiVerdict?: InputMaybe<AiVerdict>;
  /** Next earnings date known at entry. */
  earningsDate?: InputMaybe<Scalars['Date']['input']>;
  /** Anything else worth keeping. */
  extra?: InputMaybe<Scalars['JSON']['input']>;
  /** 30-day historical volatility as a fraction: 0.25 is 25 %. */
  hv30?: InputMaybe<Scalars['Float']['input']>;
  /** IV percentile of the underlying, in percent points 0..100. */
  ivPercentile?: InputMaybe<Scalars['Float']['input']>;
  /** IV rank of the underlying, in percent points 0..100. */
  ivRank?: InputMaybe<Scalars['Float']['input']>;
  /** Regime of the market, in the caller’s words. */
  marketRegime?: InputMaybe<Scalars['String']['input']>;
  /** Notes at entry. */
  notes?: InputMaybe<Scalars['String']['input']>;
  /** Name of the scanner that found it. */
  scanner?: InputMaybe<Scalars['String']['input']>;
  /** What the scanner looked for. */
  scannerCriteria?: InputMaybe<Scalars['JSON']['input']>;
  /** The scanner’s score, in its own unit. */
  scannerScore?: InputMaybe<Scalars['Float']['input']>;
  /** Name of the strategy that asked for the trade. */
  strategy?: InputMaybe<Scalars['String']['input']>;
  /** Labels to find the trade by. */
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Trend of the underlying, in the caller’s words. */
  underlyingTrend?: InputMaybe<Scalars['String']['input']>;
};

/** What a new ticket starts with. */
export type TradeDefaults = {
  __typename?: 'TradeDefaults';
  /** Contracts, shares or token units. */
  quantity?: Maybe<Scalars['Decimal']['output']>;
  /** Stop-loss in percent points below the entry. */
  stopLossPct?: Maybe<Scalars['Decimal']['output']>;
  /** Take-profit in percent points above the entry. */
  takeProfitPct?: Maybe<Scalars['Decimal']['output']>;
};

/** New defaults: a field left out stays as it is, null removes the default. */
export type TradeDefaultsInput = {
  /** Contracts, shares or token units. */
  quantity?: InputMaybe<Scalars['Decimal']['input']>;
  /** Stop-loss in percent points below the entry. */
  stopLossPct?: InputMaybe<Scalars['Decimal']['input']>;
  /** Take-profit in percent points above the entry. */
  takeProfitPct?: InputMaybe<Scalars['Decimal']['input']>;
};

/** One item of a page: Trade. */
export type TradeEdge = {
  __typename?: 'TradeEdge';
  /** The item’s opaque position in its list. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Trade;
};

/** Something that happened to a trade. */
export type TradeEvent = {
  __typename?: 'TradeEvent';
  /** Its position in the log; pass it as after to tradeUpdated and tradesChanged. */
  cursor: Scalars['String']['output'];
  /** What happened, in a sentence. */
  message: Scalars['String']['output'];
  /** When it happened. */
  occurredAt: Scalars['DateTime']['output'];
  /** Its number in the user’s log of this book: gapless, from 1. */
  sequence: Scalars['Int']['output'];
  /** The trade as of that event, with its orders. */
  trade: Trade;
  /** What kind of event, e.g. ENTRY_FILLED, EXITS_STANDING, CLOSED. */
  type: Scalars['String']['output'];
};

/** Everything that one tick changed, in one message. */
export type TradeEventBatch = {
  __typename?: 'TradeEventBatch';
  /** The trades that an event changed, as they are now. With marked it covers everything in trades. Never null. */
  changed?: Maybe<Array<Trade>>;
  /** Position in the log after this message; pass it as after to continue from here. */
  cursor: Scalars['String']['output'];
  /** What happened, oldest first. */
  events: Array<TradeEvent>;
  /** The trades with a new mark and no event, as they are now: select the fields that a mark changes. Never null. */
  marked?: Maybe<Array<Trade>>;
  /** Every trade that changed, including by a new mark, as it is now. */
  trades: Array<Trade>;
};

/** A page of a list of TradeEvent. */
export type TradeEventConnection = {
  __typename?: 'TradeEventConnection';
  /** The items with their cursors. */
  edges: Array<TradeEventEdge>;
  /** The items. */
  nodes: Array<TradeEvent>;
  /** The page’s position in its list. */
  pageInfo: PageInfo;
  /** How many items the whole list has, over all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One item of a page: TradeEvent. */
export type TradeEventEdge = {
  __typename?: 'TradeEventEdge';
  /** The item’s opaque position in its list. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: TradeEvent;
};

/** Which trades: all given fields must match. */
export type TradeFilter = {
  /** Name of the model that advised. */
  aiModel?: InputMaybe<Scalars['String']['input']>;
  /** Kind of instrument. */
  assetClass?: InputMaybe<AssetClass>;
  /** Closed at or after. */
  closedFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** Closed before. */
  closedTo?: InputMaybe<Scalars['DateTime']['input']>;
  /** Opened at or after. */
  openedFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** Opened before. */
  openedTo?: InputMaybe<Scalars['DateTime']['input']>;
  /** How it ended, by netPnl. */
  outcome?: InputMaybe<TradeOutcome>;
  /** Any of these states. */
  status?: InputMaybe<Array<TradeStatus>>;
  /** Name of the strategy. */
  strategy?: InputMaybe<Scalars['String']['input']>;
  /** OCC symbol, ticker or mint. */
  symbol?: InputMaybe<Scalars['String']['input']>;
  /** One of its labels. */
  tag?: InputMaybe<Scalars['String']['input']>;
  /** Text in symbol, strategy, scanner, tags or notes, in any case. */
  text?: InputMaybe<Scalars['String']['input']>;
  /** Ticker of the underlying, or mint. */
  underlying?: InputMaybe<Scalars['String']['input']>;
};

/** The time by which a list of trades is sorted. */
export type TradeOrder =
  /** When it was closed; only closed trades are listed. */
  | 'CLOSED'
  /** When it was placed. */
  | 'PLACED';

/** How a closed trade ended, by netPnl. */
export type TradeOutcome =
  /** netPnl < 0. */
  | 'LOSS'
  /** netPnl = 0. */
  | 'SCRATCH'
  /** netPnl > 0. */
  | 'WIN';

/** A trade’s phase. NEEDS_REVIEW keeps the phase that the trade had. */
export type TradePhase =
  /** Nothing is held any more, or nothing ever filled. */
  | 'CLOSED'
  /** A position is held. */
  | 'OPEN'
  /** The entry has not filled yet. */
  | 'PENDING';

/** What an order would cost and whether it would be accepted; nothing is sent. */
export type TradePreview = {
  __typename?: 'TradePreview';
  /** Price of the underlying at expiry, or of the share, at which the trade breaks even. */
  breakEven?: Maybe<Scalars['Decimal']['output']>;
  /** For a ticket: dollars free for new entries once it has filled, as in Portfolio.buyingPower; null when it cannot be priced or secured. */
  buyingPowerAfter?: Maybe<Scalars['Decimal']['output']>;
  /** REAL: the token that placing or closing exactly this input needs, valid once. */
  confirmationToken?: Maybe<Scalars['String']['output']>;
  /** Dollars before fees, negative for a credit; null when nothing can be priced. */
  cost?: Maybe<Scalars['Decimal']['output']>;
  /** For a close that sells shares covering short calls: how many would then be missing. The close is not refused. Null otherwise. */
  coverNote?: Maybe<Scalars['String']['output']>;
  /** For a ticket whose stop would not go to the venue with its entry: why, and who would watch it meanwhile; null otherwise. */
  exitsNote?: Maybe<Scalars['String']['output']>;
  /** When that token expires. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Dollars of commissions and fees. */
  fees?: Maybe<Scalars['Decimal']['output']>;
  /** Dollars lost if it is closed exactly at stopLoss; negative when that keeps a gain. After fees both ways for a ticket, after the exit’s fees for a trade. */
  lossAtStop?: Maybe<Scalars['Decimal']['output']>;
  /** The most that can be lost, dollars; null when there is no bound or no price. */
  maxLoss?: Maybe<Scalars['Decimal']['output']>;
  /** The most that can be won, dollars; null when there is no bound or no price. */
  maxProfit?: Maybe<Scalars['Decimal']['output']>;
  /** For a close: dollars that it would realise, before fees. */
  realizedPnl?: Maybe<Scalars['Decimal']['output']>;
  /** Every rule that was checked. */
  riskChecks: Array<RiskCheck>;
  /** For a ticket: dollars lost by entering and exiting at once, spread and fees both ways. */
  roundTrip?: Maybe<Scalars['Decimal']['output']>;
  /** The resulting stop, dollars per share or unit: as given, or the start of a trail without one. */
  stopLoss?: Maybe<Scalars['Decimal']['output']>;
};

/** Statistics of closed trades, all on netPnl; entries that never filled do not count. */
export type TradeStats = {
  __typename?: 'TradeStats';
  /** How well models predicted the outcome. */
  ai: AiStats;
  /** Average netPnl of the losses, dollars, negative. */
  averageLoss?: Maybe<Scalars['Decimal']['output']>;
  /** Average netPnl of the wins, dollars. */
  averageWin?: Maybe<Scalars['Decimal']['output']>;
  /** The trades by how they ended. */
  byClose: Array<CloseStats>;
  /** totalPnl over maxDrawdown, not annualised; null without a drawdown. */
  calmar?: Maybe<Scalars['Float']['output']>;
  /** Average netPnl of a trade, dollars. */
  expectancy: Estimate;
  /** Sum of the trades’ holding minutes: two at once count twice. */
  exposureMinutes: Scalars['Float']['output'];
  /** Commissions and fees, dollars. */
  fees: Scalars['Decimal']['output'];
  /** Most losses in a row. */
  longestLosingStreak: Scalars['Int']['output'];
  /** How many with netPnl < 0. */
  losses: Scalars['Int']['output'];
  /** Deepest fall of the running sum of netPnl, dollars. */
  maxDrawdown: Scalars['Decimal']['output'];
  /** Dollars won per dollar lost. */
  profitFactor: Estimate;
  /** How many with netPnl = 0. */
  scratches: Scalars['Int']['output'];
  /** The same statistics by the dimensions in groupBy; none within a segment. */
  segments: Array<StatsSegment>;
  /** Average netPnl over its sample standard deviation, per trade, not annualised; null for fewer than 2 trades, or when all are equal. */
  sharpe?: Maybe<Scalars['Float']['output']>;
  /** sharpe with its 95 % interval, by the standard error √((1 + sharpe²/2) / trades). */
  sharpeEstimate: Estimate;
  /** Average netPnl over the root mean square of the losses (others count 0), per trade, not annualised; null for fewer than 2 trades or without a loss. */
  sortino?: Maybe<Scalars['Float']['output']>;
  /** Sum of netPnl, dollars. */
  totalPnl: Scalars['Decimal']['output'];
  /** How many closed trades. */
  trades: Scalars['Int']['output'];
  /** Share of wins, a fraction 0..1. */
  winRate: Estimate;
  /** How many with netPnl > 0. */
  wins: Scalars['Int']['output'];
};

/** The state of a trade. */
export type TradeStatus =
  /** The entry was canceled, or its day ended, before it filled. */
  | 'CANCELED'
  /** An exit was requested and has not filled yet. */
  | 'CLOSING'
  /** The contract expired with intrinsic value and was settled at it. */
  | 'EXPIRED_ITM'
  /** The contract expired worthless. */
  | 'EXPIRED_OTM'
  /** Closed by a person. */
  | 'MANUAL_CLOSE'
  /** The desk does not know what is true; a person has to look. */
  | 'NEEDS_REVIEW'
  /** The entry filled, at least in part; a position is held. */
  | 'OPEN'
  /** The entry waits to be filled. */
  | 'PENDING'
  /** The venue refused the entry; reason has its words. */
  | 'REJECTED'
  /** Closed by its stop-loss. */
  | 'SL_HIT'
  /** Closed by its take-profit. */
  | 'TP_HIT';

/** What happened to a trade and why, by the log. */
export type TradeStory = {
  __typename?: 'TradeStory';
  /** Lines of the log before the first step that are left out; events of the trade has them. */
  earlier: Scalars['Int']['output'];
  /** What is not known of it and may still be, most urgent first. */
  openQuestions: Array<Question>;
  /** Oldest first. */
  steps: Array<StoryStep>;
  /** The trade as it is now. */
  trade: Trade;
};

/** Which of the two books: it never changes, and it decides database and venue. */
export type TradingMode =
  /** The paper book: no real money. */
  | 'PAPER'
  /** The real book: real money. */
  | 'REAL';

/** A field left out, at any depth, stays as it is; null clears it, or restores a new user’s default if it cannot be empty. */
export type UpdateSettingsInput = {
  /** What a new ticket starts with. */
  defaults?: InputMaybe<TradeDefaultsInput>;
  /** The version that the caller saw; a stale one is a CONFLICT. */
  expectedVersion: Scalars['Int']['input'];
  /** How simulated orders fill. CALIBRATED only when fillCalibration offers it: choosing it takes the fit of that moment. */
  fillModel?: InputMaybe<FillModel>;
  /** Key for Jupiter; stored encrypted. */
  jupiterApiKey?: InputMaybe<Scalars['String']['input']>;
  /** Limits for entries of both books. */
  limits?: InputMaybe<LimitsInput>;
  /** How the dashboard notifies of alerts. */
  notifications?: InputMaybe<NotificationsInput>;
  /** Token for ORATS; stored encrypted. */
  oratsToken?: InputMaybe<Scalars['String']['input']>;
  /** The venue of PAPER orders for options and shares. */
  paperVenue?: InputMaybe<PaperVenue>;
  /** Seconds between the dashboard’s polls while its socket is down, 5..300. */
  pollSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** Further limits for entries of REAL. */
  realLimits?: InputMaybe<LimitsInput>;
  /** Time zone for display, an IANA name. */
  timeZone?: InputMaybe<Scalars['String']['input']>;
  /** Account at Tradier. */
  tradierLive?: InputMaybe<BrokerAccountInput>;
  /** Account at Tradier’s sandbox. */
  tradierSandbox?: InputMaybe<BrokerAccountInput>;
  /** Address of the Solana wallet. */
  wallet?: InputMaybe<Scalars['String']['input']>;
};

/** A user with their own books. */
export type User = {
  __typename?: 'User';
  /** When the user signed up. */
  createdAt: Scalars['DateTime']['output'];
  /** Id of the user. */
  id: Scalars['ID']['output'];
  /** What the user may do. */
  role: Role;
  /** Name as typed at sign-up; names are compared case-insensitively. */
  username: Scalars['String']['output'];
};

/** The caller’s settings. */
export type UserSettings = {
  __typename?: 'UserSettings';
  /** What a new ticket starts with. */
  defaults: TradeDefaults;
  /** How simulated orders for options and shares fill; tokens fill on quotes. */
  fillModel: FillModel;
  /** Version of that model. CALIBRATED keeps the fit that it was chosen with until it is chosen again. */
  fillModelVersion: Scalars['String']['output'];
  /** Key for Jupiter, which checkProvider tests; prices are read with the server’s key. */
  jupiterApiKey: Credential;
  /** Limits for entries of both books. */
  limits: Limits;
  /** How the dashboard notifies of alerts. */
  notifications: Notifications;
  /** Token for ORATS. */
  oratsToken: Credential;
  /** The venue of PAPER orders for options and shares. */
  paperVenue: PaperVenue;
  /** Seconds between the dashboard’s polls while its socket is down. */
  pollSeconds: Scalars['Int']['output'];
  /** Further limits for entries of REAL: the stricter of the two counts. */
  realLimits: Limits;
  /** Time zone for display, an IANA name. */
  timeZone: Scalars['String']['output'];
  /** Account at Tradier. */
  tradierLive: BrokerAccount;
  /** Account at Tradier’s sandbox. */
  tradierSandbox: BrokerAccount;
  /** The number of changes; expectedVersion is compared with it. */
  version: Scalars['Int']['output'];
  /** Address of the Solana wallet. */
  wallet?: Maybe<Scalars['String']['output']>;
};

/** The result of one gate, or of all gates. */
export type Verdict =
  /** The evidence speaks against it. */
  | 'FAIL'
  /** The evidence does not suffice for either result yet. */
  | 'NOT_ENOUGH_DATA'
  /** The evidence suffices. */
  | 'PASS';

/** Parameters are chosen on each training span and tried on the span after it. */
export type WalkForwardInput = {
  /** Days of a test span. */
  testDays: Scalars['Int']['input'];
  /** Days of a training span. */
  trainDays: Scalars['Int']['input'];
};

/** The caller’s wallet as it was when last read. */
export type WalletHoldings = {
  __typename?: 'WalletHoldings';
  /** Seconds since asOf. */
  ageSeconds?: Maybe<Scalars['Int']['output']>;
  /** When the wallet was read; null before the first time. */
  asOf?: Maybe<Scalars['DateTime']['output']>;
  /** SOL that pays fees, without wrapped SOL, which only holdings has. */
  feeSol?: Maybe<Scalars['Decimal']['output']>;
  /** Booked holdings first, then USDC and SOL, then the rest; 500 at most. */
  holdings: Array<Holding>;
  /** SOL that entries leave in the wallet, for the fees of exits. */
  keptSol: Scalars['Decimal']['output'];
  /** Why the desk’s wallet is left out for the caller; null when it is not. */
  leftOut?: Maybe<Scalars['String']['output']>;
  /** Whether new entries may use this wallet: false while REAL is off, and for an earlier wallet. */
  named: Scalars['Boolean']['output'];
  /** The slot of the last reading, a whole number; null before the first. */
  slot?: Maybe<Scalars['String']['output']>;
  /** The source of the reading: solana-rpc. */
  source: Scalars['String']['output'];
  /** How many holdings are not listed. */
  unlisted: Scalars['Int']['output'];
  /** Its address; null while the caller has none on this desk. */
  wallet?: Maybe<Scalars['String']['output']>;
};

/** A token whose price the caller asked for within a day. */
export type WatchedToken = {
  __typename?: 'WatchedToken';
  /** Decimals of its mint; null while unknown. */
  decimals?: Maybe<Scalars['Int']['output']>;
  /** Its price now. */
  info: PriceInfo;
  /** Its mint. Tickers and names can be copied; a mint cannot. */
  mint: Scalars['String']['output'];
  /** Its name, in its issuer’s words; null while unknown. */
  name?: Maybe<Scalars['String']['output']>;
  /** Its ticker, in its issuer’s words; null while unknown. */
  ticker?: Maybe<Scalars['String']['output']>;
  /** Whether Jupiter lists it as verified; null when Jupiter does not say. */
  verified?: Maybe<Scalars['Boolean']['output']>;
  /** Reasons not to buy it at any price, each in a sentence; some apply only to real money. */
  warnings: Array<Scalars['String']['output']>;
};

export type AlertPartsFragment = { __typename?: 'Alert', id: string, mode: TradingMode, kind: string, severity: Severity, message: string, tradeId?: string | null, raisedAt: string, acknowledgedAt?: string | null, resolvedAt?: string | null, trade?: { __typename?: 'Trade', id: string, symbol: string, ticker?: string | null, underlying?: string | null, assetClass: AssetClass, expiration?: string | null, strike?: string | null, right?: OptionRight | null, status: TradeStatus, phase: TradePhase } | null };

export type AlertsQueryVariables = Exact<{
  mode: TradingMode;
  unreadOnly: Scalars['Boolean']['input'];
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type AlertsQuery = { __typename?: 'Query', alerts: { __typename?: 'AlertConnection', totalCount: number, nodes: Array<{ __typename?: 'Alert', id: string, mode: TradingMode, kind: string, severity: Severity, message: string, tradeId?: string | null, raisedAt: string, acknowledgedAt?: string | null, resolvedAt?: string | null, trade?: { __typename?: 'Trade', id: string, symbol: string, ticker?: string | null, underlying?: string | null, assetClass: AssetClass, expiration?: string | null, strike?: string | null, right?: OptionRight | null, status: TradeStatus, phase: TradePhase } | null }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, endCursor?: string | null } } };

export type AlertChangedSubscriptionVariables = Exact<{
  mode: TradingMode;
}>;


export type AlertChangedSubscription = { __typename?: 'Subscription', alertChanged: { __typename?: 'Alert', id: string, mode: TradingMode, kind: string, severity: Severity, message: string, tradeId?: string | null, raisedAt: string, acknowledgedAt?: string | null, resolvedAt?: string | null, trade?: { __typename?: 'Trade', id: string, symbol: string, ticker?: string | null, underlying?: string | null, assetClass: AssetClass, expiration?: string | null, strike?: string | null, right?: OptionRight | null, status: TradeStatus, phase: TradePhase } | null } };

export type AcknowledgeAlertMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type AcknowledgeAlertMutation = { __typename?: 'Mutation', acknowledgeAlert: { __typename?: 'Alert', id: string, mode: TradingMode, kind: string, severity: Severity, message: string, tradeId?: string | null, raisedAt: string, acknowledgedAt?: string | null, resolvedAt?: string | null, trade?: { __typename?: 'Trade', id: string, symbol: string, ticker?: string | null, underlying?: string | null, assetClass: AssetClass, expiration?: string | null, strike?: string | null, right?: OptionRight | null, status: TradeStatus, phase: TradePhase } | null } };

export type ResultsQueryVariables = Exact<{
  mode: TradingMode;
  filter?: InputMaybe<TradeFilter>;
}>;


export type ResultsQuery = { __typename?: 'Query', stats: { __typename?: 'TradeStats', sortino?: number | null, calmar?: number | null, exposureMinutes: number, trades: number, wins: number, losses: number, scratches: number, averageWin?: string | null, averageLoss?: string | null, totalPnl: string, fees: string, maxDrawdown: string, longestLosingStreak: number, sharpeEstimate: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number }, ai: { __typename?: 'AiStats', n: number, brier?: number | null, baseRate?: number | null, baseBrier?: number | null, lift?: number | null, calibration: Array<{ __typename?: 'CalibrationBucket', bucket: string, n: number, predicted?: number | null, observed?: number | null, low?: number | null, high?: number | null }> }, segments: Array<{ __typename?: 'StatsSegment', dimension: StatsDimension, key: string, stats: { __typename?: 'TradeStats', ai: { __typename?: 'AiStats', n: number, brier?: number | null } } }>, winRate: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number }, profitFactor: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number }, expectancy: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number }, byClose: Array<{ __typename?: 'CloseStats', reason: TradeStatus, count: number, pnl: string }> }, dailyPnl: Array<{ __typename?: 'DailyPnl', date: string, trades: number, wins: number, losses: number, netPnl: string, fees: string, drawdown: string }>, deposits: Array<{ __typename?: 'Deposit', at: string, amount: string }> };

export type FillsQueryVariables = Exact<{
  mode: TradingMode;
  filter?: InputMaybe<TradeFilter>;
}>;


export type FillsQuery = { __typename?: 'Query', fillQuality: { __typename?: 'FillQuality', withinSeconds: number, all: { __typename?: 'FillCost', fills: number, measured: number, total?: string | null, perUnit?: string | null, ofSpread?: string | null }, entries: { __typename?: 'FillCost', fills: number, measured: number, total?: string | null, perUnit?: string | null, ofSpread?: string | null }, exits: { __typename?: 'FillCost', fills: number, measured: number, total?: string | null, perUnit?: string | null, ofSpread?: string | null }, tight: { __typename?: 'FillCost', fills: number, measured: number, total?: string | null, perUnit?: string | null, ofSpread?: string | null }, delay: { __typename?: 'DelayCost', byDelayPerUnit?: string | null, atFill: { __typename?: 'FillCost', fills: number, measured: number, total?: string | null, perUnit?: string | null, ofSpread?: string | null }, atQuote: { __typename?: 'FillCost', fills: number, measured: number, total?: string | null, perUnit?: string | null, ofSpread?: string | null } } } };

export type FillCostPartsFragment = { __typename?: 'FillCost', fills: number, measured: number, total?: string | null, perUnit?: string | null, ofSpread?: string | null };

export type SegmentsQueryVariables = Exact<{
  mode: TradingMode;
  filter?: InputMaybe<TradeFilter>;
  by: Array<StatsDimension> | StatsDimension;
}>;


export type SegmentsQuery = { __typename?: 'Query', stats: { __typename?: 'TradeStats', segments: Array<{ __typename?: 'StatsSegment', dimension: StatsDimension, key: string, stats: { __typename?: 'TradeStats', trades: number, totalPnl: string, winRate: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number }, expectancy: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number } } }> } };

export type ExchangeDaysQueryVariables = Exact<{
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
}>;


export type ExchangeDaysQuery = { __typename?: 'Query', exchangeDays: Array<{ __typename?: 'ExchangeDay', date: string, open: boolean, halfDay: boolean, name?: string | null }> };

export type OutcomesQueryVariables = Exact<{
  mode: TradingMode;
  filter?: InputMaybe<TradeFilter>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type OutcomesQuery = { __typename?: 'Query', trades: { __typename?: 'TradeConnection', totalCount: number, nodes: Array<{ __typename?: 'Trade', id: string, symbol: string, ticker?: string | null, side: OrderSide, multiplier: number, filledQuantity: string, entryPrice?: string | null, exitPrice?: string | null, initialStopLoss?: string | null, riskAtEntry?: string | null, rMultiple?: string | null, costBasis?: string | null, fees: string, netPnl?: string | null, returnPct?: string | null, maxFavorableExcursion?: string | null, maxAdverseExcursion?: string | null, excursionsComplete: boolean, unprotectedSeconds: number, holdMinutes?: number | null, closedAt?: string | null }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, endCursor?: string | null } } };

export type FillErrorsQueryVariables = Exact<{
  mode: TradingMode;
  filter?: InputMaybe<TradeFilter>;
}>;


export type FillErrorsQuery = { __typename?: 'Query', fillErrors: Array<{ __typename?: 'FillError', model: FillModel, version: string, dimension?: StatsDimension | null, key?: string | null, refused: number, bySpread: Array<{ __typename?: 'FillErrorBySpread', spread: string, refused: number, cents: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number }, ofSpread: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number } }>, cents: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number }, ofSpread: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number } }> };

export type DistancePartsFragment = { __typename?: 'FillError', refused: number, cents: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number }, ofSpread: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number } };

export type CalibrationPartsFragment = { __typename?: 'CalibrationBucket', bucket: string, n: number, predicted?: number | null, observed?: number | null, low?: number | null, high?: number | null };

export type ForecastScoresQueryVariables = Exact<{ [key: string]: never; }>;


export type ForecastScoresQuery = { __typename?: 'Query', market: { __typename?: 'ForecastStats', open: number, n: number, voids: number, baseBrier?: number | null, lift?: number | null, brier: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number }, baseRate: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number }, calibration: Array<{ __typename?: 'CalibrationBucket', bucket: string, n: number, predicted?: number | null, observed?: number | null, low?: number | null, high?: number | null }>, models: Array<{ __typename?: 'ForecastModelStats', model: string, n: number, voids: number, baseBrier?: number | null, brier: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number } }> }, madeUp: { __typename?: 'ForecastStats', open: number, n: number, voids: number, baseBrier?: number | null, lift?: number | null, brier: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number }, baseRate: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number }, calibration: Array<{ __typename?: 'CalibrationBucket', bucket: string, n: number, predicted?: number | null, observed?: number | null, low?: number | null, high?: number | null }>, models: Array<{ __typename?: 'ForecastModelStats', model: string, n: number, voids: number, baseBrier?: number | null, brier: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number } }> } };

export type ForecastScoreFragment = { __typename?: 'ForecastStats', open: number, n: number, voids: number, baseBrier?: number | null, lift?: number | null, brier: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number }, baseRate: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number }, calibration: Array<{ __typename?: 'CalibrationBucket', bucket: string, n: number, predicted?: number | null, observed?: number | null, low?: number | null, high?: number | null }>, models: Array<{ __typename?: 'ForecastModelStats', model: string, n: number, voids: number, baseBrier?: number | null, brier: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number } }> };

export type ForecastsQueryVariables = Exact<{
  simulated: Scalars['Boolean']['input'];
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type ForecastsQuery = { __typename?: 'Query', forecasts: { __typename?: 'ForecastConnection', totalCount: number, nodes: Array<{ __typename?: 'Forecast', id: string, symbol: string, assetClass: AssetClass, venue: string, claim: ForecastClaim, side?: ForecastSide | null, level: string, stop?: string | null, closeOn?: string | null, horizon: string, probability: number, verdict: AiVerdict, model: string, promptVersion?: string | null, rationale?: string | null, recordedAt: string, recordedBy: string, price: string, priceSource: string, priceAgeSeconds: number, priceDelayed: boolean, status: ForecastStatus, settledAt?: string | null, decidedPrice?: string | null, decidedAt?: string | null, decidedBy?: string | null, bars?: number | null, reason?: string | null }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, endCursor?: string | null } } };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { __typename?: 'Query', viewer?: { __typename?: 'User', id: string, username: string, role: Role, createdAt: string } | null };

export type DeskStatusFragment = { __typename?: 'SystemStatus', mode: TradingMode, venue: string, simulated: boolean, marketSession: MarketSession, nextSessionChange?: string | null, sessionSource: string, sessionUnconfirmed: boolean, clock: string, testClock: boolean, dataAgeSeconds?: number | null, armPhrase?: string | null, armed: boolean, armedUntil?: string | null, killSwitch: KillSwitchLevel, ownKillSwitch: KillSwitchLevel, deskHalt: KillSwitchLevel, unknownOrders: number, unprotectedTrades: number, version: string, switchCauses: Array<{ __typename?: 'SwitchCause', kind: SwitchCauseKind, subject: string, since: string, trippedAt?: string | null, endedAt?: string | null, words: string }>, snapshotCompleteness: { __typename?: 'SnapshotCompleteness', date: string, expected: number, taken: number, gaps: Array<{ __typename?: 'SnapshotGap', from: string, to: string, count: number, cause: string }> } };

export type DeskStatusQueryVariables = Exact<{
  mode: TradingMode;
}>;


export type DeskStatusQuery = { __typename?: 'Query', systemStatus: { __typename?: 'SystemStatus', mode: TradingMode, venue: string, simulated: boolean, marketSession: MarketSession, nextSessionChange?: string | null, sessionSource: string, sessionUnconfirmed: boolean, clock: string, testClock: boolean, dataAgeSeconds?: number | null, armPhrase?: string | null, armed: boolean, armedUntil?: string | null, killSwitch: KillSwitchLevel, ownKillSwitch: KillSwitchLevel, deskHalt: KillSwitchLevel, unknownOrders: number, unprotectedTrades: number, version: string, switchCauses: Array<{ __typename?: 'SwitchCause', kind: SwitchCauseKind, subject: string, since: string, trippedAt?: string | null, endedAt?: string | null, words: string }>, snapshotCompleteness: { __typename?: 'SnapshotCompleteness', date: string, expected: number, taken: number, gaps: Array<{ __typename?: 'SnapshotGap', from: string, to: string, count: number, cause: string }> } } };

export type DeskStatusChangedSubscriptionVariables = Exact<{
  mode: TradingMode;
}>;


export type DeskStatusChangedSubscription = { __typename?: 'Subscription', systemStatusChanged: { __typename?: 'SystemStatus', mode: TradingMode, venue: string, simulated: boolean, marketSession: MarketSession, nextSessionChange?: string | null, sessionSource: string, sessionUnconfirmed: boolean, clock: string, testClock: boolean, dataAgeSeconds?: number | null, armPhrase?: string | null, armed: boolean, armedUntil?: string | null, killSwitch: KillSwitchLevel, ownKillSwitch: KillSwitchLevel, deskHalt: KillSwitchLevel, unknownOrders: number, unprotectedTrades: number, version: string, switchCauses: Array<{ __typename?: 'SwitchCause', kind: SwitchCauseKind, subject: string, since: string, trippedAt?: string | null, endedAt?: string | null, words: string }>, snapshotCompleteness: { __typename?: 'SnapshotCompleteness', date: string, expected: number, taken: number, gaps: Array<{ __typename?: 'SnapshotGap', from: string, to: string, count: number, cause: string }> } } };

export type SetKillSwitchMutationVariables = Exact<{
  mode: TradingMode;
  level: KillSwitchLevel;
}>;


export type SetKillSwitchMutation = { __typename?: 'Mutation', setKillSwitch: { __typename?: 'SystemStatus', mode: TradingMode, venue: string, simulated: boolean, marketSession: MarketSession, nextSessionChange?: string | null, sessionSource: string, sessionUnconfirmed: boolean, clock: string, testClock: boolean, dataAgeSeconds?: number | null, armPhrase?: string | null, armed: boolean, armedUntil?: string | null, killSwitch: KillSwitchLevel, ownKillSwitch: KillSwitchLevel, deskHalt: KillSwitchLevel, unknownOrders: number, unprotectedTrades: number, version: string, switchCauses: Array<{ __typename?: 'SwitchCause', kind: SwitchCauseKind, subject: string, since: string, trippedAt?: string | null, endedAt?: string | null, words: string }>, snapshotCompleteness: { __typename?: 'SnapshotCompleteness', date: string, expected: number, taken: number, gaps: Array<{ __typename?: 'SnapshotGap', from: string, to: string, count: number, cause: string }> } } };

export type DeskTradesQueryVariables = Exact<{
  mode: TradingMode;
}>;


export type DeskTradesQuery = { __typename?: 'Query', open: { __typename?: 'TradeConnection', totalCount: number, nodes: Array<{ __typename?: 'Trade', id: string, mode: TradingMode, version: number, status: TradeStatus, phase: TradePhase, assetClass: AssetClass, symbol: string, ticker?: string | null, decimals?: number | null, settlementToken?: SettlementToken | null, underlying?: string | null, expiration?: string | null, strike?: string | null, right?: OptionRight | null, multiplier: number, side: OrderSide, quantity: string, filledQuantity: string, openQuantity: string, orderType: OrderType, timeInForce: TimeInForce, limitPrice?: string | null, entryPrice?: string | null, exitPrice?: string | null, stopLoss?: string | null, takeProfit?: string | null, trailingPct?: string | null, trailingStop?: string | null, initialStopLoss?: string | null, toStop?: string | null, highWaterMark?: string | null, costBasis?: string | null, unrealizedPnl?: string | null, realizedPnl?: string | null, fees: string, netPnl?: string | null, returnPct?: string | null, placedAt: string, openedAt?: string | null, closedAt?: string | null, closeReason?: TradeStatus | null, reason?: string | null, accountReachable: boolean, protection: Protection, unprotectedSince?: string | null, unprotectedSeconds: number, venue: string, fillModel?: FillModel | null, fillModelVersion?: string | null, feeSchedule?: string | null, tags: Array<string>, untradable?: string | null, protectionDetail?: { __typename?: 'ProtectionDetail', cause: ProtectionCause, watchedEverySeconds?: number | null, dataDelaySeconds: number, words: string } | null, deliveredFrom?: { __typename?: 'Trade', id: string, symbol: string, assetClass: AssetClass, ticker?: string | null, underlying?: string | null, strike?: string | null, right?: OptionRight | null, side: OrderSide, status: TradeStatus } | null, mark?: { __typename?: 'Mark', bid?: string | null, ask?: string | null, mid?: string | null, price?: string | null, delta?: number | null, gamma?: number | null, theta?: number | null, vega?: number | null, iv?: number | null, underlyingPrice?: string | null, source?: string | null, sourceTime?: string | null, receivedAt?: string | null, ageSeconds?: number | null, delayed: boolean, stale: boolean } | null, context: { __typename?: 'TradeContext', strategy?: string | null, aiVerdict?: AiVerdict | null, aiConfidence?: number | null, aiModel?: string | null }, orders: Array<{ __typename?: 'Order', id: string, role: OrderRole, status: OrderStatus, placedAt: string, reason?: string | null }> }> }, pending: { __typename?: 'TradeConnection', totalCount: number, nodes: Array<{ __typename?: 'Trade', id: string, mode: TradingMode, version: number, status: TradeStatus, phase: TradePhase, assetClass: AssetClass, symbol: string, ticker?: string | null, decimals?: number | null, settlementToken?: SettlementToken | null, underlying?: string | null, expiration?: string | null, strike?: string | null, right?: OptionRight | null, multiplier: number, side: OrderSide, quantity: string, filledQuantity: string, openQuantity: string, orderType: OrderType, timeInForce: TimeInForce, limitPrice?: string | null, entryPrice?: string | null, exitPrice?: string | null, stopLoss?: string | null, takeProfit?: string | null, trailingPct?: string | null, trailingStop?: string | null, initialStopLoss?: string | null, toStop?: string | null, highWaterMark?: string | null, costBasis?: string | null, unrealizedPnl?: string | null, realizedPnl?: string | null, fees: string, netPnl?: string | null, returnPct?: string | null, placedAt: string, openedAt?: string | null, closedAt?: string | null, closeReason?: TradeStatus | null, reason?: string | null, accountReachable: boolean, protection: Protection, unprotectedSince?: string | null, unprotectedSeconds: number, venue: string, fillModel?: FillModel | null, fillModelVersion?: string | null, feeSchedule?: string | null, tags: Array<string>, untradable?: string | null, protectionDetail?: { __typename?: 'ProtectionDetail', cause: ProtectionCause, watchedEverySeconds?: number | null, dataDelaySeconds: number, words: string } | null, deliveredFrom?: { __typename?: 'Trade', id: string, symbol: string, assetClass: AssetClass, ticker?: string | null, underlying?: string | null, strike?: string | null, right?: OptionRight | null, side: OrderSide, status: TradeStatus } | null, mark?: { __typename?: 'Mark', bid?: string | null, ask?: string | null, mid?: string | null, price?: string | null, delta?: number | null, gamma?: number | null, theta?: number | null, vega?: number | null, iv?: number | null, underlyingPrice?: string | null, source?: string | null, sourceTime?: string | null, receivedAt?: string | null, ageSeconds?: number | null, delayed: boolean, stale: boolean } | null, context: { __typename?: 'TradeContext', strategy?: string | null, aiVerdict?: AiVerdict | null, aiConfidence?: number | null, aiModel?: string | null }, orders: Array<{ __typename?: 'Order', id: string, role: OrderRole, status: OrderStatus, placedAt: string, reason?: string | null }> }> } };

export type BookFiguresQueryVariables = Exact<{
  mode: TradingMode;
}>;


export type BookFiguresQuery = { __typename?: 'Query', portfolio: { __typename?: 'Portfolio', mode: TradingMode, connected: boolean, cash: string, equity: string, unmarked: number, buyingPower?: string | null, openPnl?: string | null, dayPnl?: string | null, toStops: string, withoutStop: number, realizedPnl: string, fees: string, deposits: string, asOf: string }, positions: Array<{ __typename?: 'Position', mode: TradingMode, symbol: string, ticker?: string | null, underlying?: string | null, assetClass: AssetClass, quantity: string, costBasis: string, tradeIds: Array<string> }>, limitUse: Array<{ __typename?: 'LimitUse', rule: string, used?: string | null, limit?: string | null, subject?: string | null, until?: string | null }> };

export type BookFragment = { __typename?: 'Portfolio', mode: TradingMode, connected: boolean, cash: string, equity: string, unmarked: number, buyingPower?: string | null, openPnl?: string | null, dayPnl?: string | null, toStops: string, withoutStop: number, realizedPnl: string, fees: string, deposits: string, asOf: string };

export type HoldingPartsFragment = { __typename?: 'Holding', mint: string, ticker?: string | null, program?: TokenProgram | null, decimals?: number | null, rawAmount: string, quantity?: string | null, frozen?: string | null, booked: string, ownBooked: string, unbooked?: string | null, missing?: string | null, money: boolean, slot?: string | null, since?: string | null };

export type WalletHoldingsQueryVariables = Exact<{
  mode: TradingMode;
}>;


export type WalletHoldingsQuery = { __typename?: 'Query', holdings?: { __typename?: 'WalletHoldings', wallet?: string | null, named: boolean, leftOut?: string | null, source: string, slot?: string | null, asOf?: string | null, ageSeconds?: number | null, feeSol?: string | null, keptSol: string, unlisted: number, holdings: Array<{ __typename?: 'Holding', mint: string, ticker?: string | null, program?: TokenProgram | null, decimals?: number | null, rawAmount: string, quantity?: string | null, frozen?: string | null, booked: string, ownBooked: string, unbooked?: string | null, missing?: string | null, money: boolean, slot?: string | null, since?: string | null }> } | null };

export type PreviewAdoptionQueryVariables = Exact<{
  input: AdoptHoldingInput;
}>;


export type PreviewAdoptionQuery = { __typename?: 'Query', previewAdoption: { __typename?: 'AdoptionPreview', wallet: string, mint: string, ticker: string, decimals: number, quantity: string, cost: string, price: string, unbooked: string, booked: string, slot: string, confirmationToken?: string | null, expiresAt?: string | null } };

export type AdoptHoldingMutationVariables = Exact<{
  input: AdoptHoldingInput;
}>;


export type AdoptHoldingMutation = { __typename?: 'Mutation', adoptHolding: { __typename?: 'Trade', id: string, mode: TradingMode, status: TradeStatus, version: number } };

export type FilterChoicesQueryVariables = Exact<{
  mode: TradingMode;
}>;


export type FilterChoicesQuery = { __typename?: 'Query', stats: { __typename?: 'TradeStats', segments: Array<{ __typename?: 'StatsSegment', dimension: StatsDimension, key: string }> } };

export type ClosedTradesQueryVariables = Exact<{
  mode: TradingMode;
  filter?: InputMaybe<TradeFilter>;
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type ClosedTradesQuery = { __typename?: 'Query', trades: { __typename?: 'TradeConnection', totalCount: number, nodes: Array<{ __typename?: 'Trade', maxFavorableExcursion?: string | null, maxAdverseExcursion?: string | null, excursionsComplete: boolean, holdMinutes?: number | null, dteAtEntry?: number | null, notes?: string | null, initialStopLoss?: string | null, riskAtEntry?: string | null, rMultiple?: string | null, id: string, mode: TradingMode, version: number, status: TradeStatus, phase: TradePhase, assetClass: AssetClass, symbol: string, ticker?: string | null, decimals?: number | null, settlementToken?: SettlementToken | null, underlying?: string | null, expiration?: string | null, strike?: string | null, right?: OptionRight | null, multiplier: number, side: OrderSide, quantity: string, filledQuantity: string, openQuantity: string, orderType: OrderType, timeInForce: TimeInForce, limitPrice?: string | null, entryPrice?: string | null, exitPrice?: string | null, stopLoss?: string | null, takeProfit?: string | null, trailingPct?: string | null, trailingStop?: string | null, toStop?: string | null, highWaterMark?: string | null, costBasis?: string | null, unrealizedPnl?: string | null, realizedPnl?: string | null, fees: string, netPnl?: string | null, returnPct?: string | null, placedAt: string, openedAt?: string | null, closedAt?: string | null, closeReason?: TradeStatus | null, reason?: string | null, accountReachable: boolean, protection: Protection, unprotectedSince?: string | null, unprotectedSeconds: number, venue: string, fillModel?: FillModel | null, fillModelVersion?: string | null, feeSchedule?: string | null, tags: Array<string>, untradable?: string | null, protectionDetail?: { __typename?: 'ProtectionDetail', cause: ProtectionCause, watchedEverySeconds?: number | null, dataDelaySeconds: number, words: string } | null, deliveredFrom?: { __typename?: 'Trade', id: string, symbol: string, assetClass: AssetClass, ticker?: string | null, underlying?: string | null, strike?: string | null, right?: OptionRight | null, side: OrderSide, status: TradeStatus } | null, mark?: { __typename?: 'Mark', bid?: string | null, ask?: string | null, mid?: string | null, price?: string | null, delta?: number | null, gamma?: number | null, theta?: number | null, vega?: number | null, iv?: number | null, underlyingPrice?: string | null, source?: string | null, sourceTime?: string | null, receivedAt?: string | null, ageSeconds?: number | null, delayed: boolean, stale: boolean } | null, context: { __typename?: 'TradeContext', strategy?: string | null, aiVerdict?: AiVerdict | null, aiConfidence?: number | null, aiModel?: string | null }, orders: Array<{ __typename?: 'Order', id: string, role: OrderRole, status: OrderStatus, placedAt: string, reason?: string | null }> }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, endCursor?: string | null } } };

export type ClosedTotalsQueryVariables = Exact<{
  mode: TradingMode;
  filter?: InputMaybe<TradeFilter>;
}>;


export type ClosedTotalsQuery = { __typename?: 'Query', stats: { __typename?: 'TradeStats', trades: number, wins: number, losses: number, scratches: number, averageWin?: string | null, averageLoss?: string | null, totalPnl: string, fees: string, maxDrawdown: string, longestLosingStreak: number, winRate: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number }, profitFactor: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number }, expectancy: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number }, byClose: Array<{ __typename?: 'CloseStats', reason: TradeStatus, count: number, pnl: string }> } };

export type ResultFiguresFragment = { __typename?: 'TradeStats', trades: number, wins: number, losses: number, scratches: number, averageWin?: string | null, averageLoss?: string | null, totalPnl: string, fees: string, maxDrawdown: string, longestLosingStreak: number, winRate: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number }, profitFactor: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number }, expectancy: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number }, byClose: Array<{ __typename?: 'CloseStats', reason: TradeStatus, count: number, pnl: string }> };

export type EstimatePartsFragment = { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number };

export type GlossaryQueryVariables = Exact<{ [key: string]: never; }>;


export type GlossaryQuery = { __typename?: 'Query', glossary: Array<{ __typename?: 'GlossaryTerm', name: string, title: string, group: TermGroup, meaning: string, unit?: string | null, formula?: string | null, saysNot?: string | null, related: Array<string> }> };

export type MarkPartsFragment = { __typename?: 'Mark', bid?: string | null, ask?: string | null, mid?: string | null, price?: string | null, delta?: number | null, gamma?: number | null, theta?: number | null, vega?: number | null, iv?: number | null, underlyingPrice?: string | null, source?: string | null, sourceTime?: string | null, receivedAt?: string | null, ageSeconds?: number | null, delayed: boolean, stale: boolean };

export type DeliveryLinkFragment = { __typename?: 'Trade', id: string, symbol: string, assetClass: AssetClass, ticker?: string | null, underlying?: string | null, strike?: string | null, right?: OptionRight | null, side: OrderSide, status: TradeStatus };

export type TradeRowFragment = { __typename?: 'Trade', id: string, mode: TradingMode, version: number, status: TradeStatus, phase: TradePhase, assetClass: AssetClass, symbol: string, ticker?: string | null, decimals?: number | null, settlementToken?: SettlementToken | null, underlying?: string | null, expiration?: string | null, strike?: string | null, right?: OptionRight | null, multiplier: number, side: OrderSide, quantity: string, filledQuantity: string, openQuantity: string, orderType: OrderType, timeInForce: TimeInForce, limitPrice?: string | null, entryPrice?: string | null, exitPrice?: string | null, stopLoss?: string | null, takeProfit?: string | null, trailingPct?: string | null, trailingStop?: string | null, initialStopLoss?: string | null, toStop?: string | null, highWaterMark?: string | null, costBasis?: string | null, unrealizedPnl?: string | null, realizedPnl?: string | null, fees: string, netPnl?: string | null, returnPct?: string | null, placedAt: string, openedAt?: string | null, closedAt?: string | null, closeReason?: TradeStatus | null, reason?: string | null, accountReachable: boolean, protection: Protection, unprotectedSince?: string | null, unprotectedSeconds: number, venue: string, fillModel?: FillModel | null, fillModelVersion?: string | null, feeSchedule?: string | null, tags: Array<string>, untradable?: string | null, protectionDetail?: { __typename?: 'ProtectionDetail', cause: ProtectionCause, watchedEverySeconds?: number | null, dataDelaySeconds: number, words: string } | null, deliveredFrom?: { __typename?: 'Trade', id: string, symbol: string, assetClass: AssetClass, ticker?: string | null, underlying?: string | null, strike?: string | null, right?: OptionRight | null, side: OrderSide, status: TradeStatus } | null, mark?: { __typename?: 'Mark', bid?: string | null, ask?: string | null, mid?: string | null, price?: string | null, delta?: number | null, gamma?: number | null, theta?: number | null, vega?: number | null, iv?: number | null, underlyingPrice?: string | null, source?: string | null, sourceTime?: string | null, receivedAt?: string | null, ageSeconds?: number | null, delayed: boolean, stale: boolean } | null, context: { __typename?: 'TradeContext', strategy?: string | null, aiVerdict?: AiVerdict | null, aiConfidence?: number | null, aiModel?: string | null }, orders: Array<{ __typename?: 'Order', id: string, role: OrderRole, status: OrderStatus, placedAt: string, reason?: string | null }> };

export type TradesChangedSubscriptionVariables = Exact<{
  mode: TradingMode;
}>;


export type TradesChangedSubscription = { __typename?: 'Subscription', tradesChanged: { __typename?: 'TradeEventBatch', cursor: string, events: Array<{ __typename?: 'TradeEvent', cursor: string, sequence: number, type: string, occurredAt: string, message: string, trade: { __typename?: 'Trade', id: string, symbol: string, ticker?: string | null, underlying?: string | null, strike?: string | null, right?: OptionRight | null, assetClass: AssetClass } }>, changed?: Array<{ __typename?: 'Trade', id: string, mode: TradingMode, version: number, status: TradeStatus, phase: TradePhase, assetClass: AssetClass, symbol: string, ticker?: string | null, decimals?: number | null, settlementToken?: SettlementToken | null, underlying?: string | null, expiration?: string | null, strike?: string | null, right?: OptionRight | null, multiplier: number, side: OrderSide, quantity: string, filledQuantity: string, openQuantity: string, orderType: OrderType, timeInForce: TimeInForce, limitPrice?: string | null, entryPrice?: string | null, exitPrice?: string | null, stopLoss?: string | null, takeProfit?: string | null, trailingPct?: string | null, trailingStop?: string | null, initialStopLoss?: string | null, toStop?: string | null, highWaterMark?: string | null, costBasis?: string | null, unrealizedPnl?: string | null, realizedPnl?: string | null, fees: string, netPnl?: string | null, returnPct?: string | null, placedAt: string, openedAt?: string | null, closedAt?: string | null, closeReason?: TradeStatus | null, reason?: string | null, accountReachable: boolean, protection: Protection, unprotectedSince?: string | null, unprotectedSeconds: number, venue: string, fillModel?: FillModel | null, fillModelVersion?: string | null, feeSchedule?: string | null, tags: Array<string>, untradable?: string | null, protectionDetail?: { __typename?: 'ProtectionDetail', cause: ProtectionCause, watchedEverySeconds?: number | null, dataDelaySeconds: number, words: string } | null, deliveredFrom?: { __typename?: 'Trade', id: string, symbol: string, assetClass: AssetClass, ticker?: string | null, underlying?: string | null, strike?: string | null, right?: OptionRight | null, side: OrderSide, status: TradeStatus } | null, mark?: { __typename?: 'Mark', bid?: string | null, ask?: string | null, mid?: string | null, price?: string | null, delta?: number | null, gamma?: number | null, theta?: number | null, vega?: number | null, iv?: number | null, underlyingPrice?: string | null, source?: string | null, sourceTime?: string | null, receivedAt?: string | null, ageSeconds?: number | null, delayed: boolean, stale: boolean } | null, context: { __typename?: 'TradeContext', strategy?: string | null, aiVerdict?: AiVerdict | null, aiConfidence?: number | null, aiModel?: string | null }, orders: Array<{ __typename?: 'Order', id: string, role: OrderRole, status: OrderStatus, placedAt: string, reason?: string | null }> }> | null, marked?: Array<{ __typename?: 'Trade', id: string, mode: TradingMode, phase: TradePhase, unrealizedPnl?: string | null, returnPct?: string | null, toStop?: string | null, highWaterMark?: string | null, trailingStop?: string | null, stopLoss?: string | null, unprotectedSeconds: number, untradable?: string | null, protectionDetail?: { __typename?: 'ProtectionDetail', cause: ProtectionCause, watchedEverySeconds?: number | null, dataDelaySeconds: number, words: string } | null, mark?: { __typename?: 'Mark', bid?: string | null, ask?: string | null, mid?: string | null, price?: string | null, delta?: number | null, gamma?: number | null, theta?: number | null, vega?: number | null, iv?: number | null, underlyingPrice?: string | null, source?: string | null, sourceTime?: string | null, receivedAt?: string | null, ageSeconds?: number | null, delayed: boolean, stale: boolean } | null }> | null } };

export type MarkedRowFragment = { __typename?: 'Trade', id: string, mode: TradingMode, phase: TradePhase, unrealizedPnl?: string | null, returnPct?: string | null, toStop?: string | null, highWaterMark?: string | null, trailingStop?: string | null, stopLoss?: string | null, unprotectedSeconds: number, untradable?: string | null, protectionDetail?: { __typename?: 'ProtectionDetail', cause: ProtectionCause, watchedEverySeconds?: number | null, dataDelaySeconds: number, words: string } | null, mark?: { __typename?: 'Mark', bid?: string | null, ask?: string | null, mid?: string | null, price?: string | null, delta?: number | null, gamma?: number | null, theta?: number | null, vega?: number | null, iv?: number | null, underlyingPrice?: string | null, source?: string | null, sourceTime?: string | null, receivedAt?: string | null, ageSeconds?: number | null, delayed: boolean, stale: boolean } | null };

export type CurrentQuotesQueryVariables = Exact<{
  mode: TradingMode;
  symbols: Array<Scalars['String']['input']> | Scalars['String']['input'];
}>;


export type CurrentQuotesQuery = { __typename?: 'Query', quotes: Array<{ __typename?: 'Quote', symbol: string, mode: TradingMode, assetClass?: AssetClass | null, bid?: string | null, ask?: string | null, mid?: string | null, last?: string | null, volume?: string | null, openInterest?: number | null, delta?: number | null, gamma?: number | null, theta?: number | null, vega?: number | null, iv?: number | null, source?: string | null, sourceTime?: string | null, receivedAt?: string | null, ageSeconds?: number | null, delayed: boolean, stale: boolean }> };

export type QuoteUpdatedSubscriptionVariables = Exact<{
  mode: TradingMode;
  symbols: Array<Scalars['String']['input']> | Scalars['String']['input'];
}>;


export type QuoteUpdatedSubscription = { __typename?: 'Subscription', quoteUpdated: { __typename?: 'Quote', symbol: string, mode: TradingMode, assetClass?: AssetClass | null, bid?: string | null, ask?: string | null, mid?: string | null, last?: string | null, volume?: string | null, openInterest?: number | null, delta?: number | null, gamma?: number | null, theta?: number | null, vega?: number | null, iv?: number | null, source?: string | null, sourceTime?: string | null, receivedAt?: string | null, ageSeconds?: number | null, delayed: boolean, stale: boolean } };

export type QuotePartsFragment = { __typename?: 'Quote', symbol: string, mode: TradingMode, assetClass?: AssetClass | null, bid?: string | null, ask?: string | null, mid?: string | null, last?: string | null, volume?: string | null, openInterest?: number | null, delta?: number | null, gamma?: number | null, theta?: number | null, vega?: number | null, iv?: number | null, source?: string | null, sourceTime?: string | null, receivedAt?: string | null, ageSeconds?: number | null, delayed: boolean, stale: boolean };

export type UsagePartsFragment = { __typename?: 'ProviderUsage', provider: Provider, counted: string, serverWide: boolean, used: number, allowance?: number | null, putOff: number, resetsAt?: string | null };

export type SparklinesQueryVariables = Exact<{
  mode: TradingMode;
}>;


export type SparklinesQuery = { __typename?: 'Query', trades: { __typename?: 'TradeConnection', nodes: Array<{ __typename?: 'Trade', id: string, snapshots: { __typename?: 'SnapshotConnection', nodes: Array<{ __typename?: 'Snapshot', id: string, takenAt: string, price?: string | null }> } }> } };

export type RecentEventsQueryVariables = Exact<{
  mode: TradingMode;
}>;


export type RecentEventsQuery = { __typename?: 'Query', trades: { __typename?: 'TradeConnection', nodes: Array<{ __typename?: 'Trade', id: string, symbol: string, ticker?: string | null, underlying?: string | null, strike?: string | null, right?: OptionRight | null, assetClass: AssetClass, events: { __typename?: 'TradeEventConnection', nodes: Array<{ __typename?: 'TradeEvent', cursor: string, sequence: number, type: string, occurredAt: string, message: string }> } }> } };

export type RefreshPricesMutationVariables = Exact<{
  mode: TradingMode;
}>;


export type RefreshPricesMutation = { __typename?: 'Mutation', refreshPrices: Array<{ __typename?: 'Trade', id: string, mode: TradingMode, version: number, status: TradeStatus, phase: TradePhase, assetClass: AssetClass, symbol: string, ticker?: string | null, decimals?: number | null, settlementToken?: SettlementToken | null, underlying?: string | null, expiration?: string | null, strike?: string | null, right?: OptionRight | null, multiplier: number, side: OrderSide, quantity: string, filledQuantity: string, openQuantity: string, orderType: OrderType, timeInForce: TimeInForce, limitPrice?: string | null, entryPrice?: string | null, exitPrice?: string | null, stopLoss?: string | null, takeProfit?: string | null, trailingPct?: string | null, trailingStop?: string | null, initialStopLoss?: string | null, toStop?: string | null, highWaterMark?: string | null, costBasis?: string | null, unrealizedPnl?: string | null, realizedPnl?: string | null, fees: string, netPnl?: string | null, returnPct?: string | null, placedAt: string, openedAt?: string | null, closedAt?: string | null, closeReason?: TradeStatus | null, reason?: string | null, accountReachable: boolean, protection: Protection, unprotectedSince?: string | null, unprotectedSeconds: number, venue: string, fillModel?: FillModel | null, fillModelVersion?: string | null, feeSchedule?: string | null, tags: Array<string>, untradable?: string | null, protectionDetail?: { __typename?: 'ProtectionDetail', cause: ProtectionCause, watchedEverySeconds?: number | null, dataDelaySeconds: number, words: string } | null, deliveredFrom?: { __typename?: 'Trade', id: string, symbol: string, assetClass: AssetClass, ticker?: string | null, underlying?: string | null, strike?: string | null, right?: OptionRight | null, side: OrderSide, status: TradeStatus } | null, mark?: { __typename?: 'Mark', bid?: string | null, ask?: string | null, mid?: string | null, price?: string | null, delta?: number | null, gamma?: number | null, theta?: number | null, vega?: number | null, iv?: number | null, underlyingPrice?: string | null, source?: string | null, sourceTime?: string | null, receivedAt?: string | null, ageSeconds?: number | null, delayed: boolean, stale: boolean } | null, context: { __typename?: 'TradeContext', strategy?: string | null, aiVerdict?: AiVerdict | null, aiConfidence?: number | null, aiModel?: string | null }, orders: Array<{ __typename?: 'Order', id: string, role: OrderRole, status: OrderStatus, placedAt: string, reason?: string | null }> }> };

export type PricePartsFragment = { __typename?: 'PriceInfo', token: string, price?: string | null, width?: string | null, confidence: number, asOf: string, parts: Array<{ __typename?: 'ConfidencePart', name: string, score: number, weight: number, cause: string }>, sources: Array<{ __typename?: 'SourcePrice', source: string, price?: string | null, receivedAt: string, liquidityUsd?: string | null, accepted: boolean, reason?: string | null }>, verdicts: Array<{ __typename?: 'PriceVerdict', action: PriceAction, allowed: boolean, reason?: string | null }> };

export type WatchedTokensQueryVariables = Exact<{ [key: string]: never; }>;


export type WatchedTokensQuery = { __typename?: 'Query', watchedTokens: Array<{ __typename?: 'WatchedToken', mint: string, ticker?: string | null, name?: string | null, decimals?: number | null, verified?: boolean | null, warnings: Array<string>, info: { __typename?: 'PriceInfo', token: string, price?: string | null, width?: string | null, confidence: number, asOf: string, parts: Array<{ __typename?: 'ConfidencePart', name: string, score: number, weight: number, cause: string }>, sources: Array<{ __typename?: 'SourcePrice', source: string, price?: string | null, receivedAt: string, liquidityUsd?: string | null, accepted: boolean, reason?: string | null }>, verdicts: Array<{ __typename?: 'PriceVerdict', action: PriceAction, allowed: boolean, reason?: string | null }> } }> };

export type SearchTokensQueryVariables = Exact<{
  text: Scalars['String']['input'];
}>;


export type SearchTokensQuery = { __typename?: 'Query', searchTokens: Array<{ __typename?: 'TokenMatch', mint: string, ticker?: string | null, name?: string | null, decimals?: number | null, verified?: boolean | null, warnings: Array<string> }> };

export type WatchTokenQueryVariables = Exact<{
  token: Scalars['String']['input'];
}>;


export type WatchTokenQuery = { __typename?: 'Query', priceInfo: { __typename?: 'PriceInfo', token: string, price?: string | null, width?: string | null, confidence: number, asOf: string, parts: Array<{ __typename?: 'ConfidencePart', name: string, score: number, weight: number, cause: string }>, sources: Array<{ __typename?: 'SourcePrice', source: string, price?: string | null, receivedAt: string, liquidityUsd?: string | null, accepted: boolean, reason?: string | null }>, verdicts: Array<{ __typename?: 'PriceVerdict', action: PriceAction, allowed: boolean, reason?: string | null }> } };

export type PriceHistoryQueryVariables = Exact<{
  token: Scalars['String']['input'];
  from: Scalars['DateTime']['input'];
  to?: InputMaybe<Scalars['DateTime']['input']>;
}>;


export type PriceHistoryQuery = { __typename?: 'Query', priceHistory: Array<{ __typename?: 'PricePoint', at: string, price?: string | null, confidence: number }> };

export type TokenPoolsQueryVariables = Exact<{
  token: Scalars['String']['input'];
}>;


export type TokenPoolsQuery = { __typename?: 'Query', tokenPools: { __typename?: 'TokenPools', receivedAt: string, pools: Array<{ __typename?: 'TokenPool', address: string, dex: string, against: string, price?: string | null, hardUsd?: string | null, claimedUsd?: string | null, accepted: boolean, reason?: string | null }> } };

export type PriceSourcesQueryVariables = Exact<{ [key: string]: never; }>;


export type PriceSourcesQuery = { __typename?: 'Query', refusedPrices: Array<{ __typename?: 'RefusedPrice', mint: string, ticker?: string | null, source: string, price?: string | null, reason: string, since: string, until: string, rounds: number }>, providerUsage: Array<{ __typename?: 'ProviderUsage', provider: Provider, counted: string, serverWide: boolean, used: number, allowance?: number | null, putOff: number, resetsAt?: string | null }> };

export type JudgedQuotesQueryVariables = Exact<{
  symbols: Array<Scalars['String']['input']> | Scalars['String']['input'];
  mode: TradingMode;
}>;


export type JudgedQuotesQuery = { __typename?: 'Query', judgedQuotes: Array<{ __typename?: 'PriceInfo', token: string, price?: string | null, confidence: number, asOf: string, sources: Array<{ __typename?: 'SourcePrice', source: string, bid?: string | null, ask?: string | null, price?: string | null, receivedAt: string, accepted: boolean, reason?: string | null }>, verdicts: Array<{ __typename?: 'PriceVerdict', action: PriceAction, allowed: boolean, reason?: string | null }> }> };

export type ArmRealTradingMutationVariables = Exact<{
  phrase: Scalars['String']['input'];
}>;


export type ArmRealTradingMutation = { __typename?: 'Mutation', armRealTrading: { __typename?: 'SystemStatus', mode: TradingMode, venue: string, simulated: boolean, marketSession: MarketSession, nextSessionChange?: string | null, sessionSource: string, sessionUnconfirmed: boolean, clock: string, testClock: boolean, dataAgeSeconds?: number | null, armPhrase?: string | null, armed: boolean, armedUntil?: string | null, killSwitch: KillSwitchLevel, ownKillSwitch: KillSwitchLevel, deskHalt: KillSwitchLevel, unknownOrders: number, unprotectedTrades: number, version: string, switchCauses: Array<{ __typename?: 'SwitchCause', kind: SwitchCauseKind, subject: string, since: string, trippedAt?: string | null, endedAt?: string | null, words: string }>, snapshotCompleteness: { __typename?: 'SnapshotCompleteness', date: string, expected: number, taken: number, gaps: Array<{ __typename?: 'SnapshotGap', from: string, to: string, count: number, cause: string }> } } };

export type DisarmRealTradingMutationVariables = Exact<{ [key: string]: never; }>;


export type DisarmRealTradingMutation = { __typename?: 'Mutation', disarmRealTrading: { __typename?: 'SystemStatus', mode: TradingMode, venue: string, simulated: boolean, marketSession: MarketSession, nextSessionChange?: string | null, sessionSource: string, sessionUnconfirmed: boolean, clock: string, testClock: boolean, dataAgeSeconds?: number | null, armPhrase?: string | null, armed: boolean, armedUntil?: string | null, killSwitch: KillSwitchLevel, ownKillSwitch: KillSwitchLevel, deskHalt: KillSwitchLevel, unknownOrders: number, unprotectedTrades: number, version: string, switchCauses: Array<{ __typename?: 'SwitchCause', kind: SwitchCauseKind, subject: string, since: string, trippedAt?: string | null, endedAt?: string | null, words: string }>, snapshotCompleteness: { __typename?: 'SnapshotCompleteness', date: string, expected: number, taken: number, gaps: Array<{ __typename?: 'SnapshotGap', from: string, to: string, count: number, cause: string }> } } };

export type LimitUsePartsFragment = { __typename?: 'LimitUse', rule: string, used?: string | null, limit?: string | null, subject?: string | null, until?: string | null };

export type AuditLogQueryVariables = Exact<{
  mode: TradingMode;
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type AuditLogQuery = { __typename?: 'Query', auditLog: { __typename?: 'AuditConnection', totalCount: number, nodes: Array<{ __typename?: 'AuditEntry', id: string, mode: TradingMode, at: string, actor: string, action: string, tradeId?: string | null, detail?: unknown | null, hash: string }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, endCursor?: string | null } } };

export type ReconciliationPartsFragment = { __typename?: 'Reconciliation', mode: TradingMode, lastRunAt?: string | null, checks: Array<{ __typename?: 'InvariantCheck', invariant: InvariantName, venue: string, account: string, state: InvariantState, ours?: string | null, theirs?: string | null, difference?: string | null, tolerance: string, within: boolean, evidence: string, since: string, checkedAt: string, acceptable: boolean, advice?: string | null, accepted?: { __typename?: 'AcceptedDifference', difference: string, at: string, actor: string, note: string } | null }> };

export type ReconciliationQueryVariables = Exact<{
  mode: TradingMode;
}>;


export type ReconciliationQuery = { __typename?: 'Query', reconciliation: { __typename?: 'Reconciliation', mode: TradingMode, lastRunAt?: string | null, checks: Array<{ __typename?: 'InvariantCheck', invariant: InvariantName, venue: string, account: string, state: InvariantState, ours?: string | null, theirs?: string | null, difference?: string | null, tolerance: string, within: boolean, evidence: string, since: string, checkedAt: string, acceptable: boolean, advice?: string | null, accepted?: { __typename?: 'AcceptedDifference', difference: string, at: string, actor: string, note: string } | null }> } };

export type AcceptDifferencesMutationVariables = Exact<{
  input: AcceptDifferencesInput;
}>;


export type AcceptDifferencesMutation = { __typename?: 'Mutation', acceptDifferences: { __typename?: 'Reconciliation', mode: TradingMode, lastRunAt?: string | null, checks: Array<{ __typename?: 'InvariantCheck', invariant: InvariantName, venue: string, account: string, state: InvariantState, ours?: string | null, theirs?: string | null, difference?: string | null, tolerance: string, within: boolean, evidence: string, since: string, checkedAt: string, acceptable: boolean, advice?: string | null, accepted?: { __typename?: 'AcceptedDifference', difference: string, at: string, actor: string, note: string } | null }> } };

export type AuditProofQueryVariables = Exact<{
  mode: TradingMode;
}>;


export type AuditProofQuery = { __typename?: 'Query', auditProof: { __typename?: 'AuditProof', mode: TradingMode, events: number, lastHash: string, head: string, checkedAt: string, fault?: { __typename?: 'AuditFault', sequence: number, problem: AuditProblem } | null } };

export type BackupPartsFragment = { __typename?: 'Backup', id: string, file: string, createdAt: string, cause: BackupCause, sizeBytes: number, stateHash: string, paperHash: string, realHash: string, rehearsal?: { __typename?: 'BackupRehearsal', at: string, passed: boolean, finding: string } | null };

export type BackupsQueryVariables = Exact<{ [key: string]: never; }>;


export type BackupsQuery = { __typename?: 'Query', backups: Array<{ __typename?: 'Backup', id: string, file: string, createdAt: string, cause: BackupCause, sizeBytes: number, stateHash: string, paperHash: string, realHash: string, rehearsal?: { __typename?: 'BackupRehearsal', at: string, passed: boolean, finding: string } | null }> };

export type CreateBackupMutationVariables = Exact<{ [key: string]: never; }>;


export type CreateBackupMutation = { __typename?: 'Mutation', createBackup: { __typename?: 'Backup', id: string, file: string, createdAt: string, cause: BackupCause, sizeBytes: number, stateHash: string, paperHash: string, realHash: string, rehearsal?: { __typename?: 'BackupRehearsal', at: string, passed: boolean, finding: string } | null } };

export type AccountReportsQueryVariables = Exact<{
  mode: TradingMode;
}>;


export type AccountReportsQuery = { __typename?: 'Query', accountReports: Array<{ __typename?: 'AccountReport', venue: string, account: string, named: boolean, type?: AccountKind | null, cash?: string | null, equity?: string | null, buyingPower?: string | null, shareBuyingPower?: string | null, dayTradeBuyingPower?: string | null, unsettledCash?: string | null, marginCall?: string | null, dayTrades: number, deposited?: string | null, asOf?: string | null }> };

export type MandatePartsFragment = { __typename?: 'Mandate', symbols?: Array<string> | null, maxOrderCost?: string | null, maxExposure?: string | null, maxTradesPerDay?: number | null };

export type ApiTokensQueryVariables = Exact<{ [key: string]: never; }>;


export type ApiTokensQuery = { __typename?: 'Query', apiTokens: Array<{ __typename?: 'ApiToken', id: string, name: string, scopes: Array<Scope>, createdAt: string, expiresAt?: string | null, lastUsedAt?: string | null, mandate?: { __typename?: 'Mandate', symbols?: Array<string> | null, maxOrderCost?: string | null, maxExposure?: string | null, maxTradesPerDay?: number | null } | null, mandateUse: Array<{ __typename?: 'MandateUse', mode: TradingMode, exposure: string, placedToday: number }> }> };

export type CreateApiTokenMutationVariables = Exact<{
  name: Scalars['String']['input'];
  scopes: Array<Scope> | Scope;
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  mandate?: InputMaybe<MandateInput>;
}>;


export type CreateApiTokenMutation = { __typename?: 'Mutation', createApiToken: { __typename?: 'CreatedApiToken', id: string, name: string, token: string } };

export type SetApiTokenMandateMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  mandate?: InputMaybe<MandateInput>;
}>;


export type SetApiTokenMandateMutation = { __typename?: 'Mutation', setApiTokenMandate: { __typename?: 'ApiToken', id: string, mandate?: { __typename?: 'Mandate', symbols?: Array<string> | null, maxOrderCost?: string | null, maxExposure?: string | null, maxTradesPerDay?: number | null } | null } };

export type RevokeApiTokenMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type RevokeApiTokenMutation = { __typename?: 'Mutation', revokeApiToken: boolean };

export type SettingsPartsFragment = { __typename?: 'UserSettings', version: number, paperVenue: PaperVenue, fillModel: FillModel, fillModelVersion: string, wallet?: string | null, pollSeconds: number, timeZone: string, tradierSandbox: { __typename?: 'BrokerAccount', configured: boolean, lastFour?: string | null, accountId?: string | null }, tradierLive: { __typename?: 'BrokerAccount', configured: boolean, lastFour?: string | null, accountId?: string | null }, oratsToken: { __typename?: 'Credential', configured: boolean, lastFour?: string | null }, jupiterApiKey: { __typename?: 'Credential', configured: boolean, lastFour?: string | null }, limits: { __typename?: 'Limits', maxOpenTrades?: number | null, maxTradesPerDay?: number | null, maxPerUnderlying?: number | null, maxPositionCost?: string | null, maxOrderCost?: string | null, maxDailyLoss?: string | null, maxDrawdown?: string | null, maxConsecutiveLosses?: number | null, lossCooldownMinutes?: number | null, maxExposure?: string | null, maxSlippagePct?: string | null, maxPriceImpactPct?: string | null, minPriceConfidence?: number | null }, defaults: { __typename?: 'TradeDefaults', stopLossPct?: string | null, takeProfitPct?: string | null, quantity?: string | null }, notifications: { __typename?: 'Notifications', browser: boolean, sound: boolean, minSeverity: Severity } };

export type LimitPartsFragment = { __typename?: 'Limits', maxOpenTrades?: number | null, maxTradesPerDay?: number | null, maxPerUnderlying?: number | null, maxPositionCost?: string | null, maxOrderCost?: string | null, maxDailyLoss?: string | null, maxDrawdown?: string | null, maxConsecutiveLosses?: number | null, lossCooldownMinutes?: number | null, maxExposure?: string | null, maxSlippagePct?: string | null, maxPriceImpactPct?: string | null, minPriceConfidence?: number | null };

export type SettingsQueryVariables = Exact<{ [key: string]: never; }>;


export type SettingsQuery = { __typename?: 'Query', settings: { __typename?: 'UserSettings', version: number, paperVenue: PaperVenue, fillModel: FillModel, fillModelVersion: string, wallet?: string | null, pollSeconds: number, timeZone: string, tradierSandbox: { __typename?: 'BrokerAccount', configured: boolean, lastFour?: string | null, accountId?: string | null }, tradierLive: { __typename?: 'BrokerAccount', configured: boolean, lastFour?: string | null, accountId?: string | null }, oratsToken: { __typename?: 'Credential', configured: boolean, lastFour?: string | null }, jupiterApiKey: { __typename?: 'Credential', configured: boolean, lastFour?: string | null }, limits: { __typename?: 'Limits', maxOpenTrades?: number | null, maxTradesPerDay?: number | null, maxPerUnderlying?: number | null, maxPositionCost?: string | null, maxOrderCost?: string | null, maxDailyLoss?: string | null, maxDrawdown?: string | null, maxConsecutiveLosses?: number | null, lossCooldownMinutes?: number | null, maxExposure?: string | null, maxSlippagePct?: string | null, maxPriceImpactPct?: string | null, minPriceConfidence?: number | null }, defaults: { __typename?: 'TradeDefaults', stopLossPct?: string | null, takeProfitPct?: string | null, quantity?: string | null }, notifications: { __typename?: 'Notifications', browser: boolean, sound: boolean, minSeverity: Severity } } };

export type UpdateSettingsMutationVariables = Exact<{
  input: UpdateSettingsInput;
}>;


export type UpdateSettingsMutation = { __typename?: 'Mutation', updateSettings: { __typename?: 'UserSettings', version: number, paperVenue: PaperVenue, fillModel: FillModel, fillModelVersion: string, wallet?: string | null, pollSeconds: number, timeZone: string, tradierSandbox: { __typename?: 'BrokerAccount', configured: boolean, lastFour?: string | null, accountId?: string | null }, tradierLive: { __typename?: 'BrokerAccount', configured: boolean, lastFour?: string | null, accountId?: string | null }, oratsToken: { __typename?: 'Credential', configured: boolean, lastFour?: string | null }, jupiterApiKey: { __typename?: 'Credential', configured: boolean, lastFour?: string | null }, limits: { __typename?: 'Limits', maxOpenTrades?: number | null, maxTradesPerDay?: number | null, maxPerUnderlying?: number | null, maxPositionCost?: string | null, maxOrderCost?: string | null, maxDailyLoss?: string | null, maxDrawdown?: string | null, maxConsecutiveLosses?: number | null, lossCooldownMinutes?: number | null, maxExposure?: string | null, maxSlippagePct?: string | null, maxPriceImpactPct?: string | null, minPriceConfidence?: number | null }, defaults: { __typename?: 'TradeDefaults', stopLossPct?: string | null, takeProfitPct?: string | null, quantity?: string | null }, notifications: { __typename?: 'Notifications', browser: boolean, sound: boolean, minSeverity: Severity } } };

export type CheckProviderMutationVariables = Exact<{
  provider: Provider;
}>;


export type CheckProviderMutation = { __typename?: 'Mutation', checkProvider: { __typename?: 'ProviderCheck', provider: Provider, ok: boolean, message: string, delayed?: boolean | null, latencyMs?: number | null, checkedAt: string, steps: Array<{ __typename?: 'ProviderStep', text: string, ok: boolean }> } };

export type ProviderUsageQueryVariables = Exact<{ [key: string]: never; }>;


export type ProviderUsageQuery = { __typename?: 'Query', providerUsage: Array<{ __typename?: 'ProviderUsage', provider: Provider, counted: string, serverWide: boolean, used: number, allowance?: number | null, putOff: number, resetsAt?: string | null }> };

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

export type AccountUsePartsFragment = { __typename?: 'AccountUse', venue: string, account: string, reachable: boolean, trades: number, watched: number, bySymbol: Array<{ __typename?: 'SymbolUse', symbol: string, trades: number, watched: number }> };

export type AccountsInUseQueryVariables = Exact<{
  mode: TradingMode;
}>;


export type AccountsInUseQuery = { __typename?: 'Query', accountsInUse: Array<{ __typename?: 'AccountUse', venue: string, account: string, reachable: boolean, trades: number, watched: number, bySymbol: Array<{ __typename?: 'SymbolUse', symbol: string, trades: number, watched: number }> }> };

export type FillCalibrationQueryVariables = Exact<{ [key: string]: never; }>;


export type FillCalibrationQuery = { __typename?: 'Query', fillCalibration: { __typename?: 'FillCalibration', mode: TradingMode, offered: boolean, why?: string | null, version?: string | null, earlier: number, later: number, laterFills: number, rivals: Array<{ __typename?: 'FillRival', model: FillModel, refuses: boolean, beaten: boolean, closer: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number } }> } };

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

export type BacktestStatsFragment = { __typename?: 'TradeStats', trades: number, wins: number, losses: number, scratches: number, averageWin?: string | null, averageLoss?: string | null, totalPnl: string, fees: string, maxDrawdown: string, longestLosingStreak: number, sharpeEstimate: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number }, winRate: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number }, profitFactor: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number }, expectancy: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number }, byClose: Array<{ __typename?: 'CloseStats', reason: TradeStatus, count: number, pnl: string }> };

export type BacktestRowFragment = { __typename?: 'Backtest', id: string, strategyId: string, status: BacktestStatus, progress: number, error?: string | null, input: unknown, createdAt: string, finishedAt?: string | null, stats?: { __typename?: 'TradeStats', trades: number, wins: number, losses: number, scratches: number, averageWin?: string | null, averageLoss?: string | null, totalPnl: string, fees: string, maxDrawdown: string, longestLosingStreak: number, sharpeEstimate: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number }, winRate: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number }, profitFactor: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number }, expectancy: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number }, byClose: Array<{ __typename?: 'CloseStats', reason: TradeStatus, count: number, pnl: string }> } | null };

export type LastBacktestsQueryVariables = Exact<{ [key: string]: never; }>;


export type LastBacktestsQuery = { __typename?: 'Query', backtests: { __typename?: 'BacktestConnection', nodes: Array<{ __typename?: 'Backtest', id: string, strategyId: string, status: BacktestStatus, progress: number, error?: string | null, input: unknown, createdAt: string, finishedAt?: string | null, stats?: { __typename?: 'TradeStats', trades: number, wins: number, losses: number, scratches: number, averageWin?: string | null, averageLoss?: string | null, totalPnl: string, fees: string, maxDrawdown: string, longestLosingStreak: number, sharpeEstimate: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number }, winRate: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number }, profitFactor: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number }, expectancy: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number }, byClose: Array<{ __typename?: 'CloseStats', reason: TradeStatus, count: number, pnl: string }> } | null }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean } } };

export type PastBacktestsQueryVariables = Exact<{
  strategyId: Scalars['ID']['input'];
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type PastBacktestsQuery = { __typename?: 'Query', backtests: { __typename?: 'BacktestConnection', totalCount: number, nodes: Array<{ __typename?: 'Backtest', id: string, strategyId: string, status: BacktestStatus, progress: number, error?: string | null, input: unknown, createdAt: string, finishedAt?: string | null, stats?: { __typename?: 'TradeStats', trades: number, wins: number, losses: number, scratches: number, averageWin?: string | null, averageLoss?: string | null, totalPnl: string, fees: string, maxDrawdown: string, longestLosingStreak: number, sharpeEstimate: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number }, winRate: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number }, profitFactor: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number }, expectancy: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number }, byClose: Array<{ __typename?: 'CloseStats', reason: TradeStatus, count: number, pnl: string }> } | null }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, endCursor?: string | null } } };

export type BacktestReportQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type BacktestReportQuery = { __typename?: 'Query', backtest?: { __typename?: 'Backtest', bars?: number | null, endCash?: string | null, endEquity?: string | null, maxDrawdown?: string | null, maxDrawdownPct?: number | null, exposurePct?: number | null, warnings: Array<string>, hash?: string | null, id: string, strategyId: string, status: BacktestStatus, progress: number, error?: string | null, input: unknown, createdAt: string, finishedAt?: string | null, log: Array<{ __typename?: 'BacktestLogLine', at: string, text: string }>, equity: Array<{ __typename?: 'EquityPoint', at: string, cash: string, equity?: string | null }>, openPositions: Array<{ __typename?: 'BacktestPosition', symbol: string, quantity: string, costBasis: string, price?: string | null }>, stats?: { __typename?: 'TradeStats', trades: number, wins: number, losses: number, scratches: number, averageWin?: string | null, averageLoss?: string | null, totalPnl: string, fees: string, maxDrawdown: string, longestLosingStreak: number, sharpeEstimate: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number }, winRate: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number }, profitFactor: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number }, expectancy: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number }, byClose: Array<{ __typename?: 'CloseStats', reason: TradeStatus, count: number, pnl: string }> } | null } | null };

export type BacktestTradesQueryVariables = Exact<{
  id: Scalars['ID']['input'];
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type BacktestTradesQuery = { __typename?: 'Query', backtest?: { __typename?: 'Backtest', id: string, trades: { __typename?: 'BacktestTradeConnection', totalCount: number, nodes: Array<{ __typename?: 'BacktestTrade', symbol: string, side: OrderSide, quantity: string, entryAt: string, entryPrice: string, exitAt: string, exitPrice: string, closeReason: TradeStatus, realizedPnl: string, fees: string, netPnl: string }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, endCursor?: string | null } } } | null };

export type BacktestMonteCarloQueryVariables = Exact<{
  id: Scalars['ID']['input'];
  runs: Scalars['Int']['input'];
  seed: Scalars['Int']['input'];
}>;


export type BacktestMonteCarloQuery = { __typename?: 'Query', backtest?: { __typename?: 'Backtest', id: string, monteCarlo?: { __typename?: 'MonteCarlo', runs: number, seed: number, endEquity: { __typename?: 'Quantiles', p5: string, p50: string, p95: string }, maxDrawdown: { __typename?: 'Quantiles', p5: string, p50: string, p95: string } } | null } | null };

export type RunBacktestMutationVariables = Exact<{
  input: BacktestInput;
}>;


export type RunBacktestMutation = { __typename?: 'Mutation', runBacktest: { __typename?: 'Backtest', id: string, strategyId: string, status: BacktestStatus, progress: number, error?: string | null, input: unknown, createdAt: string, finishedAt?: string | null, stats?: { __typename?: 'TradeStats', trades: number, wins: number, losses: number, scratches: number, averageWin?: string | null, averageLoss?: string | null, totalPnl: string, fees: string, maxDrawdown: string, longestLosingStreak: number, sharpeEstimate: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number }, winRate: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number }, profitFactor: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number }, expectancy: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number }, byClose: Array<{ __typename?: 'CloseStats', reason: TradeStatus, count: number, pnl: string }> } | null } };

export type CancelBacktestMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type CancelBacktestMutation = { __typename?: 'Mutation', cancelBacktest: { __typename?: 'Backtest', id: string, strategyId: string, status: BacktestStatus, progress: number, error?: string | null, input: unknown, createdAt: string, finishedAt?: string | null, stats?: { __typename?: 'TradeStats', trades: number, wins: number, losses: number, scratches: number, averageWin?: string | null, averageLoss?: string | null, totalPnl: string, fees: string, maxDrawdown: string, longestLosingStreak: number, sharpeEstimate: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number }, winRate: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number }, profitFactor: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number }, expectancy: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number }, byClose: Array<{ __typename?: 'CloseStats', reason: TradeStatus, count: number, pnl: string }> } | null } };

export type BacktestProgressSubscriptionVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type BacktestProgressSubscription = { __typename?: 'Subscription', backtestProgress: { __typename?: 'BacktestProgress', id: string, status: BacktestStatus, progress: number, bars: number, barsTotal: number, secondsLeft?: number | null } };

export type DataSetsQueryVariables = Exact<{ [key: string]: never; }>;


export type DataSetsQuery = { __typename?: 'Query', dataSets: Array<{ __typename?: 'DataSet', id: string, name: string, rows: number, hash: string, createdAt: string, series: Array<{ __typename?: 'DataSeries', symbol: string, kind: string, interval?: CandleInterval | null, rows: number, from: string, to: string, missing: number }> }> };

export type DeleteDataSetMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type DeleteDataSetMutation = { __typename?: 'Mutation', deleteDataSet: boolean };

export type DriftCausePartsFragment = { __typename?: 'DriftCause', cause: string, amount: string, trades: number };

export type DriftQueryVariables = Exact<{
  mode: TradingMode;
  filter?: InputMaybe<TradeFilter>;
}>;


export type DriftQuery = { __typename?: 'Query', drift: { __typename?: 'DriftReport', trades: number, awaiting: number, unknown: number, reference: string, expected: string, actual: string, total: string, causes: Array<{ __typename?: 'DriftCause', cause: string, amount: string, trades: number }> } };

export type DriftRowsQueryVariables = Exact<{
  mode: TradingMode;
  filter?: InputMaybe<TradeFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type DriftRowsQuery = { __typename?: 'Query', drift: { __typename?: 'DriftReport', rows: { __typename?: 'DriftRowConnection', totalCount: number, nodes: Array<{ __typename?: 'DriftRow', id: string, tradeId?: string | null, symbol: string, at: string, awaiting: boolean, problem?: string | null, expected: string, actual: string, causes: Array<{ __typename?: 'DriftCause', cause: string, amount: string, trades: number }> }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, endCursor?: string | null } } } };

export type GatePartsFragment = { __typename?: 'PromotionGate', rule: string, verdict: Verdict, limit: string, actual?: string | null, message: string };

export type PromotionPartsFragment = { __typename?: 'PromotionReport', strategyId: string, from: StrategyStage, to?: StrategyStage | null, verdict: Verdict, tradesNeeded?: number | null, falsePromotionPct: number, trades: number, since?: string | null, gates: Array<{ __typename?: 'PromotionGate', rule: string, verdict: Verdict, limit: string, actual?: string | null, message: string }> };

export type PromotionQueryVariables = Exact<{
  strategyId: Scalars['ID']['input'];
}>;


export type PromotionQuery = { __typename?: 'Query', promotion: { __typename?: 'PromotionReport', strategyId: string, from: StrategyStage, to?: StrategyStage | null, verdict: Verdict, tradesNeeded?: number | null, falsePromotionPct: number, trades: number, since?: string | null, gates: Array<{ __typename?: 'PromotionGate', rule: string, verdict: Verdict, limit: string, actual?: string | null, message: string }> } };

export type PromoteStrategyMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  expectedVersion: Scalars['Int']['input'];
}>;


export type PromoteStrategyMutation = { __typename?: 'Mutation', promoteStrategy: { __typename?: 'Strategy', id: string, version: number, name: string, kind: string, parameters: unknown, symbols: Array<string>, interval?: CandleInterval | null, budget?: string | null, stage: StrategyStage, since: string, running: Array<TradingMode>, runs: Array<{ __typename?: 'StrategyRun', mode: TradingMode, status: StrategyRunStatus, since: string, lastBarAt?: string | null, openTrades: number, committed: string, error?: string | null }> } };

export type DemoteStrategyMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  expectedVersion: Scalars['Int']['input'];
}>;


export type DemoteStrategyMutation = { __typename?: 'Mutation', demoteStrategy: { __typename?: 'Strategy', id: string, version: number, name: string, kind: string, parameters: unknown, symbols: Array<string>, interval?: CandleInterval | null, budget?: string | null, stage: StrategyStage, since: string, running: Array<TradingMode>, runs: Array<{ __typename?: 'StrategyRun', mode: TradingMode, status: StrategyRunStatus, since: string, lastBarAt?: string | null, openTrades: number, committed: string, error?: string | null }> } };

export type RunPartsFragment = { __typename?: 'StrategyRun', mode: TradingMode, status: StrategyRunStatus, since: string, lastBarAt?: string | null, openTrades: number, committed: string, error?: string | null };

export type StartStrategyMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  mode: TradingMode;
}>;


export type StartStrategyMutation = { __typename?: 'Mutation', startStrategy: { __typename?: 'Strategy', id: string, version: number, name: string, kind: string, parameters: unknown, symbols: Array<string>, interval?: CandleInterval | null, budget?: string | null, stage: StrategyStage, since: string, running: Array<TradingMode>, runs: Array<{ __typename?: 'StrategyRun', mode: TradingMode, status: StrategyRunStatus, since: string, lastBarAt?: string | null, openTrades: number, committed: string, error?: string | null }> } };

export type StopStrategyMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  mode: TradingMode;
}>;


export type StopStrategyMutation = { __typename?: 'Mutation', stopStrategy: { __typename?: 'Strategy', id: string, version: number, name: string, kind: string, parameters: unknown, symbols: Array<string>, interval?: CandleInterval | null, budget?: string | null, stage: StrategyStage, since: string, running: Array<TradingMode>, runs: Array<{ __typename?: 'StrategyRun', mode: TradingMode, status: StrategyRunStatus, since: string, lastBarAt?: string | null, openTrades: number, committed: string, error?: string | null }> } };

export type NoTradeRowFragment = { __typename?: 'NoTrade', id: string, mode: TradingMode, at: string, symbol: string, action: StrategyAction, side?: OrderSide | null, quantity?: string | null, code: NoTradeCode, message: string, actNeeded: boolean, tradeId?: string | null, shadowPnl?: string | null, shadowNote?: string | null };

export type NoTradesQueryVariables = Exact<{
  mode: TradingMode;
  strategyId?: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type NoTradesQuery = { __typename?: 'Query', noTrades: { __typename?: 'NoTradeConnection', totalCount: number, nodes: Array<{ __typename?: 'NoTrade', id: string, mode: TradingMode, at: string, symbol: string, action: StrategyAction, side?: OrderSide | null, quantity?: string | null, code: NoTradeCode, message: string, actNeeded: boolean, tradeId?: string | null, shadowPnl?: string | null, shadowNote?: string | null }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, endCursor?: string | null } } };

export type StrategyPartsFragment = { __typename?: 'Strategy', id: string, version: number, name: string, kind: string, parameters: unknown, symbols: Array<string>, interval?: CandleInterval | null, budget?: string | null, stage: StrategyStage, since: string, running: Array<TradingMode>, runs: Array<{ __typename?: 'StrategyRun', mode: TradingMode, status: StrategyRunStatus, since: string, lastBarAt?: string | null, openTrades: number, committed: string, error?: string | null }> };

export type KindPartsFragment = { __typename?: 'StrategyKind', kind: string, title: string, description: string, assetClasses: Array<AssetClass>, parameters: unknown, interval?: CandleInterval | null, version: string, own: boolean, error?: string | null, loading: boolean };

export type StrategiesQueryVariables = Exact<{ [key: string]: never; }>;


export type StrategiesQuery = { __typename?: 'Query', strategies: Array<{ __typename?: 'Strategy', id: string, version: number, name: string, kind: string, parameters: unknown, symbols: Array<string>, interval?: CandleInterval | null, budget?: string | null, stage: StrategyStage, since: string, running: Array<TradingMode>, runs: Array<{ __typename?: 'StrategyRun', mode: TradingMode, status: StrategyRunStatus, since: string, lastBarAt?: string | null, openTrades: number, committed: string, error?: string | null }> }>, strategyKinds: Array<{ __typename?: 'StrategyKind', kind: string, title: string, description: string, assetClasses: Array<AssetClass>, parameters: unknown, interval?: CandleInterval | null, version: string, own: boolean, error?: string | null, loading: boolean }> };

export type SaveStrategyMutationVariables = Exact<{
  input: StrategyInput;
}>;


export type SaveStrategyMutation = { __typename?: 'Mutation', saveStrategy: { __typename?: 'Strategy', id: string, version: number, name: string, kind: string, parameters: unknown, symbols: Array<string>, interval?: CandleInterval | null, budget?: string | null, stage: StrategyStage, since: string, running: Array<TradingMode>, runs: Array<{ __typename?: 'StrategyRun', mode: TradingMode, status: StrategyRunStatus, since: string, lastBarAt?: string | null, openTrades: number, committed: string, error?: string | null }> } };

export type SweepStateQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type SweepStateQuery = { __typename?: 'Query', sweep?: { __typename?: 'Sweep', id: string, status: BacktestStatus, progress: number, error?: string | null, input: unknown, createdAt: string, finishedAt?: string | null, runsDone: number, runsTotal: number, runsFailed: number, walkForward?: { __typename?: 'TradeStats', trades: number, wins: number, losses: number, scratches: number, averageWin?: string | null, averageLoss?: string | null, totalPnl: string, fees: string, maxDrawdown: string, longestLosingStreak: number, sharpeEstimate: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number }, winRate: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number }, profitFactor: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number }, expectancy: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number }, byClose: Array<{ __typename?: 'CloseStats', reason: TradeStatus, count: number, pnl: string }> } | null } | null };

export type SweepLuckQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type SweepLuckQuery = { __typename?: 'Query', sweep?: { __typename?: 'Sweep', id: string, overfitting?: { __typename?: 'SweepOverfitting', runs: number, days: number, probability?: number | null, bestSharpe?: number | null, luckySharpe?: number | null, deflatedSharpe?: number | null } | null } | null };

export type SweepRunsQueryVariables = Exact<{
  id: Scalars['ID']['input'];
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type SweepRunsQuery = { __typename?: 'Query', sweep?: { __typename?: 'Sweep', id: string, runs: { __typename?: 'SweepRunConnection', totalCount: number, nodes: Array<{ __typename?: 'SweepRun', parameters: unknown, backtest: { __typename?: 'Backtest', maxDrawdown?: string | null, maxDrawdownPct?: number | null, id: string, strategyId: string, status: BacktestStatus, progress: number, error?: string | null, input: unknown, createdAt: string, finishedAt?: string | null, stats?: { __typename?: 'TradeStats', trades: number, wins: number, losses: number, scratches: number, averageWin?: string | null, averageLoss?: string | null, totalPnl: string, fees: string, maxDrawdown: string, longestLosingStreak: number, sharpeEstimate: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number }, winRate: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number }, profitFactor: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number }, expectancy: { __typename?: 'Estimate', value?: number | null, low?: number | null, high?: number | null, n: number }, byClose: Array<{ __typename?: 'CloseStats', reason: TradeStatus, count: number, pnl: string }> } | null } }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, endCursor?: string | null } } } | null };

export type RunSweepMutationVariables = Exact<{
  input: SweepInput;
}>;


export type RunSweepMutation = { __typename?: 'Mutation', runSweep: { __typename?: 'Sweep', id: string, status: BacktestStatus, progress: number } };

export type CancelSweepMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type CancelSweepMutation = { __typename?: 'Mutation', cancelSweep: { __typename?: 'Sweep', id: string, status: BacktestStatus, progress: number } };

export type LastSweepQueryVariables = Exact<{
  strategyId: Scalars['ID']['input'];
}>;


export type LastSweepQuery = { __typename?: 'Query', sweeps: { __typename?: 'SweepConnection', nodes: Array<{ __typename?: 'Sweep', id: string, createdAt: string }> } };

export type ChainVolatilityQueryVariables = Exact<{
  mode: TradingMode;
  underlying: Scalars['String']['input'];
  expiration: Scalars['Date']['input'];
}>;


export type ChainVolatilityQuery = { __typename?: 'Query', optionChain: { __typename?: 'OptionChain', underlying: string, expiration: string, underlyingPrice?: string | null, rows: Array<{ __typename?: 'OptionChainRow', strike: string, call?: { __typename?: 'Quote', symbol: string, mode: TradingMode, iv?: number | null, sourceTime?: string | null, receivedAt?: string | null, stale: boolean } | null, put?: { __typename?: 'Quote', symbol: string, mode: TradingMode, iv?: number | null, sourceTime?: string | null, receivedAt?: string | null, stale: boolean } | null }> } };

export type VolatilityPartsFragment = { __typename?: 'Quote', symbol: string, mode: TradingMode, iv?: number | null, sourceTime?: string | null, receivedAt?: string | null, stale: boolean };

export type ExpirationsQueryVariables = Exact<{
  mode: TradingMode;
  underlying: Scalars['String']['input'];
}>;


export type ExpirationsQuery = { __typename?: 'Query', optionExpirations: Array<string> };

export type ShortDaysQueryVariables = Exact<{
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
}>;


export type ShortDaysQuery = { __typename?: 'Query', exchangeDays: Array<{ __typename?: 'ExchangeDay', date: string, halfDay: boolean, name?: string | null }> };

export type ChainQueryVariables = Exact<{
  mode: TradingMode;
  underlying: Scalars['String']['input'];
  expiration: Scalars['Date']['input'];
}>;


export type ChainQuery = { __typename?: 'Query', optionChain: { __typename?: 'OptionChain', underlying: string, expiration: string, underlyingPrice?: string | null, rows: Array<{ __typename?: 'OptionChainRow', strike: string, call?: { __typename?: 'Quote', symbol: string, mode: TradingMode, assetClass?: AssetClass | null, bid?: string | null, ask?: string | null, mid?: string | null, last?: string | null, volume?: string | null, openInterest?: number | null, delta?: number | null, gamma?: number | null, theta?: number | null, vega?: number | null, iv?: number | null, source?: string | null, sourceTime?: string | null, receivedAt?: string | null, ageSeconds?: number | null, delayed: boolean, stale: boolean } | null, put?: { __typename?: 'Quote', symbol: string, mode: TradingMode, assetClass?: AssetClass | null, bid?: string | null, ask?: string | null, mid?: string | null, last?: string | null, volume?: string | null, openInterest?: number | null, delta?: number | null, gamma?: number | null, theta?: number | null, vega?: number | null, iv?: number | null, source?: string | null, sourceTime?: string | null, receivedAt?: string | null, ageSeconds?: number | null, delayed: boolean, stale: boolean } | null }> } };

export type PreviewPartsFragment = { __typename?: 'TradePreview', cost?: string | null, fees?: string | null, maxLoss?: string | null, maxProfit?: string | null, breakEven?: string | null, buyingPowerAfter?: string | null, roundTrip?: string | null, realizedPnl?: string | null, exitsNote?: string | null, coverNote?: string | null, confirmationToken?: string | null, expiresAt?: string | null, riskChecks: Array<{ __typename?: 'RiskCheck', rule: string, passed: boolean, limit?: string | null, actual?: string | null, message: string }> };

export type PreviewTradeQueryVariables = Exact<{
  input: PlaceTradeInput;
}>;


export type PreviewTradeQuery = { __typename?: 'Query', previewTrade: { __typename?: 'TradePreview', cost?: string | null, fees?: string | null, maxLoss?: string | null, maxProfit?: string | null, breakEven?: string | null, buyingPowerAfter?: string | null, roundTrip?: string | null, realizedPnl?: string | null, exitsNote?: string | null, coverNote?: string | null, confirmationToken?: string | null, expiresAt?: string | null, riskChecks: Array<{ __typename?: 'RiskCheck', rule: string, passed: boolean, limit?: string | null, actual?: string | null, message: string }> } };

export type PlaceTradeMutationVariables = Exact<{
  input: PlaceTradeInput;
}>;


export type PlaceTradeMutation = { __typename?: 'Mutation', placeTrade: { __typename?: 'Trade', id: string, mode: TradingMode, version: number, status: TradeStatus, phase: TradePhase, assetClass: AssetClass, symbol: string, ticker?: string | null, decimals?: number | null, settlementToken?: SettlementToken | null, underlying?: string | null, expiration?: string | null, strike?: string | null, right?: OptionRight | null, multiplier: number, side: OrderSide, quantity: string, filledQuantity: string, openQuantity: string, orderType: OrderType, timeInForce: TimeInForce, limitPrice?: string | null, entryPrice?: string | null, exitPrice?: string | null, stopLoss?: string | null, takeProfit?: string | null, trailingPct?: string | null, trailingStop?: string | null, initialStopLoss?: string | null, toStop?: string | null, highWaterMark?: string | null, costBasis?: string | null, unrealizedPnl?: string | null, realizedPnl?: string | null, fees: string, netPnl?: string | null, returnPct?: string | null, placedAt: string, openedAt?: string | null, closedAt?: string | null, closeReason?: TradeStatus | null, reason?: string | null, accountReachable: boolean, protection: Protection, unprotectedSince?: string | null, unprotectedSeconds: number, venue: string, fillModel?: FillModel | null, fillModelVersion?: string | null, feeSchedule?: string | null, tags: Array<string>, untradable?: string | null, protectionDetail?: { __typename?: 'ProtectionDetail', cause: ProtectionCause, watchedEverySeconds?: number | null, dataDelaySeconds: number, words: string } | null, deliveredFrom?: { __typename?: 'Trade', id: string, symbol: string, assetClass: AssetClass, ticker?: string | null, underlying?: string | null, strike?: string | null, right?: OptionRight | null, side: OrderSide, status: TradeStatus } | null, mark?: { __typename?: 'Mark', bid?: string | null, ask?: string | null, mid?: string | null, price?: string | null, delta?: number | null, gamma?: number | null, theta?: number | null, vega?: number | null, iv?: number | null, underlyingPrice?: string | null, source?: string | null, sourceTime?: string | null, receivedAt?: string | null, ageSeconds?: number | null, delayed: boolean, stale: boolean } | null, context: { __typename?: 'TradeContext', strategy?: string | null, aiVerdict?: AiVerdict | null, aiConfidence?: number | null, aiModel?: string | null }, orders: Array<{ __typename?: 'Order', id: string, role: OrderRole, status: OrderStatus, placedAt: string, reason?: string | null }> } };

export type SearchSymbolsQueryVariables = Exact<{
  mode: TradingMode;
  text: Scalars['String']['input'];
}>;


export type SearchSymbolsQuery = { __typename?: 'Query', searchSymbols: Array<{ __typename?: 'SymbolMatch', symbol: string, description: string, exchange?: string | null, type: string }> };

export type CandlePartsFragment = { __typename?: 'Candle', at: string, open: string, high: string, low: string, close: string };

export type TradeCandlesQueryVariables = Exact<{
  mode: TradingMode;
  symbol: Scalars['String']['input'];
  underlying: Scalars['String']['input'];
  option: Scalars['Boolean']['input'];
  interval: CandleInterval;
  from: Scalars['DateTime']['input'];
  to?: InputMaybe<Scalars['DateTime']['input']>;
}>;


export type TradeCandlesQuery = { __typename?: 'Query', candles: Array<{ __typename?: 'Candle', at: string, open: string, high: string, low: string, close: string }>, beneath?: Array<{ __typename?: 'Candle', at: string, open: string, high: string, low: string, close: string }> };

export type QuestionPartsFragment = { __typename?: 'Question', question: string, why: string, instead: string };

export type TradeQuestionsQueryVariables = Exact<{
  topic: Scalars['String']['input'];
}>;


export type TradeQuestionsQuery = { __typename?: 'Query', explain: { __typename?: 'Explanation', story?: { __typename?: 'TradeStory', openQuestions: Array<{ __typename?: 'Question', question: string, why: string, instead: string }> } | null, unanswerable: Array<{ __typename?: 'Question', question: string, why: string, instead: string }> } };

export type TradeDetailFragment = { __typename?: 'Trade', twinOf?: string | null, adjustedCause?: DoubtCause | null, riskAtEntry?: string | null, rMultiple?: string | null, maxFavorableExcursion?: string | null, maxAdverseExcursion?: string | null, excursionsComplete: boolean, holdMinutes?: number | null, dteAtEntry?: number | null, notes?: string | null, id: string, mode: TradingMode, version: number, status: TradeStatus, phase: TradePhase, assetClass: AssetClass, symbol: string, ticker?: string | null, decimals?: number | null, settlementToken?: SettlementToken | null, underlying?: string | null, expiration?: string | null, strike?: string | null, right?: OptionRight | null, multiplier: number, side: OrderSide, quantity: string, filledQuantity: string, openQuantity: string, orderType: OrderType, timeInForce: TimeInForce, limitPrice?: string | null, entryPrice?: string | null, exitPrice?: string | null, stopLoss?: string | null, takeProfit?: string | null, trailingPct?: string | null, trailingStop?: string | null, initialStopLoss?: string | null, toStop?: string | null, highWaterMark?: string | null, costBasis?: string | null, unrealizedPnl?: string | null, realizedPnl?: string | null, fees: string, netPnl?: string | null, returnPct?: string | null, placedAt: string, openedAt?: string | null, closedAt?: string | null, closeReason?: TradeStatus | null, reason?: string | null, accountReachable: boolean, protection: Protection, unprotectedSince?: string | null, unprotectedSeconds: number, venue: string, fillModel?: FillModel | null, fillModelVersion?: string | null, feeSchedule?: string | null, tags: Array<string>, untradable?: string | null, doubt?: { __typename?: 'Doubt', cause: DoubtCause, bookQuantity: string, venueQuantity: string, newShares?: number | null, oldShares?: number | null, successor?: string | null, at: string } | null, context: { __typename?: 'TradeContext', strategy?: string | null, scanner?: string | null, scannerScore?: number | null, aiModel?: string | null, aiPromptVersion?: string | null, aiVerdict?: AiVerdict | null, aiConfidence?: number | null, aiRationale?: string | null, ivRank?: number | null, ivPercentile?: number | null, hv30?: number | null, underlyingTrend?: string | null, earningsDate?: string | null, marketRegime?: string | null, tags: Array<string>, notes?: string | null }, entryGreeks?: { __typename?: 'Greeks', delta?: number | null, gamma?: number | null, theta?: number | null, vega?: number | null, iv?: number | null } | null, exitGreeks?: { __typename?: 'Greeks', delta?: number | null, gamma?: number | null, theta?: number | null, vega?: number | null, iv?: number | null } | null, orders: Array<{ __typename?: 'Order', id: string, role: OrderRole, status: OrderStatus, side: OrderSide, type: OrderType, quantity: string, filledQuantity: string, limitPrice?: string | null, stopPrice?: string | null, slippagePct?: string | null, pays?: string | null, averagePrice?: string | null, tag: string, venueOrderId?: string | null, reason?: string | null, placedAt: string, correction?: { __typename?: 'FillCorrection', averagePrice?: string | null, filledQuantity: string, bookedPrice: string, toldAt: string, take?: CorrectionTake | null, note?: string | null, settledAt?: string | null, settledBy?: string | null } | null, adjustment?: { __typename?: 'ExitAdjustment', quantity: string, stopPrice?: string | null, limitPrice?: string | null, toldAt: string, comparedAt?: string | null, choice?: AdjustmentChoice | null, note?: string | null, settledAt?: string | null, settledBy?: string | null } | null, fills: Array<{ __typename?: 'Fill', id: string, quantity: string, price: string, fee: string, filledAt: string }> }>, settlement?: { __typename?: 'Settlement', settledAt: string, price: string, source: string, sourceTime: string, intrinsic: string, delivery?: ShareDelivery | null, shares?: string | null } | null, deliveredTo: Array<{ __typename?: 'Trade', id: string, symbol: string, assetClass: AssetClass, ticker?: string | null, underlying?: string | null, strike?: string | null, right?: OptionRight | null, side: OrderSide, status: TradeStatus }>, protectionDetail?: { __typename?: 'ProtectionDetail', cause: ProtectionCause, watchedEverySeconds?: number | null, dataDelaySeconds: number, words: string } | null, deliveredFrom?: { __typename?: 'Trade', id: string, symbol: string, assetClass: AssetClass, ticker?: string | null, underlying?: string | null, strike?: string | null, right?: OptionRight | null, side: OrderSide, status: TradeStatus } | null, mark?: { __typename?: 'Mark', bid?: string | null, ask?: string | null, mid?: string | null, price?: string | null, delta?: number | null, gamma?: number | null, theta?: number | null, vega?: number | null, iv?: number | null, underlyingPrice?: string | null, source?: string | null, sourceTime?: string | null, receivedAt?: string | null, ageSeconds?: number | null, delayed: boolean, stale: boolean } | null };

export type TradePageQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type TradePageQuery = { __typename?: 'Query', trade?: { __typename?: 'Trade', twinOf?: string | null, adjustedCause?: DoubtCause | null, riskAtEntry?: string | null, rMultiple?: string | null, maxFavorableExcursion?: string | null, maxAdverseExcursion?: string | null, excursionsComplete: boolean, holdMinutes?: number | null, dteAtEntry?: number | null, notes?: string | null, id: string, mode: TradingMode, version: number, status: TradeStatus, phase: TradePhase, assetClass: AssetClass, symbol: string, ticker?: string | null, decimals?: number | null, settlementToken?: SettlementToken | null, underlying?: string | null, expiration?: string | null, strike?: string | null, right?: OptionRight | null, multiplier: number, side: OrderSide, quantity: string, filledQuantity: string, openQuantity: string, orderType: OrderType, timeInForce: TimeInForce, limitPrice?: string | null, entryPrice?: string | null, exitPrice?: string | null, stopLoss?: string | null, takeProfit?: string | null, trailingPct?: string | null, trailingStop?: string | null, initialStopLoss?: string | null, toStop?: string | null, highWaterMark?: string | null, costBasis?: string | null, unrealizedPnl?: string | null, realizedPnl?: string | null, fees: string, netPnl?: string | null, returnPct?: string | null, placedAt: string, openedAt?: string | null, closedAt?: string | null, closeReason?: TradeStatus | null, reason?: string | null, accountReachable: boolean, protection: Protection, unprotectedSince?: string | null, unprotectedSeconds: number, venue: string, fillModel?: FillModel | null, fillModelVersion?: string | null, feeSchedule?: string | null, tags: Array<string>, untradable?: string | null, review?: { __typename?: 'Review', reviewedAt: string, reviewer: string, status: TradeStatus, exitPrice?: string | null, quantity?: string | null, note: string, evidence?: string | null } | null, fillComparison?: { __typename?: 'FillComparison', fills: number, measured: number, bid?: string | null, ask?: string | null, quoteAgeSeconds?: number | null, toMid?: string | null, models: Array<{ __typename?: 'ModelFill', model: FillModel, version: string, entryPrice?: string | null, exitPrice?: string | null, toMid?: string | null, difference?: string | null, reason?: string | null }> } | null, snapshots: { __typename?: 'SnapshotConnection', totalCount: number, nodes: Array<{ __typename?: 'Snapshot', id: string, kind: SnapshotKind, takenAt: string, price?: string | null, underlyingPrice?: string | null }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, endCursor?: string | null } }, events: { __typename?: 'TradeEventConnection', totalCount: number, nodes: Array<{ __typename?: 'TradeEvent', cursor: string, sequence: number, type: string, occurredAt: string, message: string, trade: { __typename?: 'Trade', stopLoss?: string | null, takeProfit?: string | null, trailingStop?: string | null } }> }, doubt?: { __typename?: 'Doubt', cause: DoubtCause, bookQuantity: string, venueQuantity: string, newShares?: number | null, oldShares?: number | null, successor?: string | null, at: string } | null, context: { __typename?: 'TradeContext', strategy?: string | null, scanner?: string | null, scannerScore?: number | null, aiModel?: string | null, aiPromptVersion?: string | null, aiVerdict?: AiVerdict | null, aiConfidence?: number | null, aiRationale?: string | null, ivRank?: number | null, ivPercentile?: number | null, hv30?: number | null, underlyingTrend?: string | null, earningsDate?: string | null, marketRegime?: string | null, tags: Array<string>, notes?: string | null }, entryGreeks?: { __typename?: 'Greeks', delta?: number | null, gamma?: number | null, theta?: number | null, vega?: number | null, iv?: number | null } | null, exitGreeks?: { __typename?: 'Greeks', delta?: number | null, gamma?: number | null, theta?: number | null, vega?: number | null, iv?: number | null } | null, orders: Array<{ __typename?: 'Order', id: string, role: OrderRole, status: OrderStatus, side: OrderSide, type: OrderType, quantity: string, filledQuantity: string, limitPrice?: string | null, stopPrice?: string | null, slippagePct?: string | null, pays?: string | null, averagePrice?: string | null, tag: string, venueOrderId?: string | null, reason?: string | null, placedAt: string, correction?: { __typename?: 'FillCorrection', averagePrice?: string | null, filledQuantity: string, bookedPrice: string, toldAt: string, take?: CorrectionTake | null, note?: string | null, settledAt?: string | null, settledBy?: string | null } | null, adjustment?: { __typename?: 'ExitAdjustment', quantity: string, stopPrice?: string | null, limitPrice?: string | null, toldAt: string, comparedAt?: string | null, choice?: AdjustmentChoice | null, note?: string | null, settledAt?: string | null, settledBy?: string | null } | null, fills: Array<{ __typename?: 'Fill', id: string, quantity: string, price: string, fee: string, filledAt: string }> }>, settlement?: { __typename?: 'Settlement', settledAt: string, price: string, source: string, sourceTime: string, intrinsic: string, delivery?: ShareDelivery | null, shares?: string | null } | null, deliveredTo: Array<{ __typename?: 'Trade', id: string, symbol: string, assetClass: AssetClass, ticker?: string | null, underlying?: string | null, strike?: string | null, right?: OptionRight | null, side: OrderSide, status: TradeStatus }>, protectionDetail?: { __typename?: 'ProtectionDetail', cause: ProtectionCause, watchedEverySeconds?: number | null, dataDelaySeconds: number, words: string } | null, deliveredFrom?: { __typename?: 'Trade', id: string, symbol: string, assetClass: AssetClass, ticker?: string | null, underlying?: string | null, strike?: string | null, right?: OptionRight | null, side: OrderSide, status: TradeStatus } | null, mark?: { __typename?: 'Mark', bid?: string | null, ask?: string | null, mid?: string | null, price?: string | null, delta?: number | null, gamma?: number | null, theta?: number | null, vega?: number | null, iv?: number | null, underlyingPrice?: string | null, source?: string | null, sourceTime?: string | null, receivedAt?: string | null, ageSeconds?: number | null, delayed: boolean, stale: boolean } | null } | null };

export type ChartedSnapshotFragment = { __typename?: 'Snapshot', id: string, kind: SnapshotKind, takenAt: string, price?: string | null, underlyingPrice?: string | null };

export type OlderSnapshotsQueryVariables = Exact<{
  id: Scalars['ID']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type OlderSnapshotsQuery = { __typename?: 'Query', trade?: { __typename?: 'Trade', id: string, snapshots: { __typename?: 'SnapshotConnection', nodes: Array<{ __typename?: 'Snapshot', id: string, kind: SnapshotKind, takenAt: string, price?: string | null, underlyingPrice?: string | null }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, endCursor?: string | null } } } | null };

export type AnnotateTradeMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  expectedVersion: Scalars['Int']['input'];
  notes?: InputMaybe<Scalars['String']['input']>;
  tags?: InputMaybe<Array<Scalars['String']['input']> | Scalars['String']['input']>;
}>;


export type AnnotateTradeMutation = { __typename?: 'Mutation', annotateTrade: { __typename?: 'Trade', id: string, version: number, notes?: string | null, tags: Array<string> } };

export type ReviewTradeMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  expectedVersion: Scalars['Int']['input'];
  resolution: ReviewInput;
}>;


export type ReviewTradeMutation = { __typename?: 'Mutation', reviewTrade: { __typename?: 'Trade', id: string, mode: TradingMode, version: number, status: TradeStatus, phase: TradePhase, assetClass: AssetClass, symbol: string, ticker?: string | null, decimals?: number | null, settlementToken?: SettlementToken | null, underlying?: string | null, expiration?: string | null, strike?: string | null, right?: OptionRight | null, multiplier: number, side: OrderSide, quantity: string, filledQuantity: string, openQuantity: string, orderType: OrderType, timeInForce: TimeInForce, limitPrice?: string | null, entryPrice?: string | null, exitPrice?: string | null, stopLoss?: string | null, takeProfit?: string | null, trailingPct?: string | null, trailingStop?: string | null, initialStopLoss?: string | null, toStop?: string | null, highWaterMark?: string | null, costBasis?: string | null, unrealizedPnl?: string | null, realizedPnl?: string | null, fees: string, netPnl?: string | null, returnPct?: string | null, placedAt: string, openedAt?: string | null, closedAt?: string | null, closeReason?: TradeStatus | null, reason?: string | null, accountReachable: boolean, protection: Protection, unprotectedSince?: string | null, unprotectedSeconds: number, venue: string, fillModel?: FillModel | null, fillModelVersion?: string | null, feeSchedule?: string | null, tags: Array<string>, untradable?: string | null, protectionDetail?: { __typename?: 'ProtectionDetail', cause: ProtectionCause, watchedEverySeconds?: number | null, dataDelaySeconds: number, words: string } | null, deliveredFrom?: { __typename?: 'Trade', id: string, symbol: string, assetClass: AssetClass, ticker?: string | null, underlying?: string | null, strike?: string | null, right?: OptionRight | null, side: OrderSide, status: TradeStatus } | null, mark?: { __typename?: 'Mark', bid?: string | null, ask?: string | null, mid?: string | null, price?: string | null, delta?: number | null, gamma?: number | null, theta?: number | null, vega?: number | null, iv?: number | null, underlyingPrice?: string | null, source?: string | null, sourceTime?: string | null, receivedAt?: string | null, ageSeconds?: number | null, delayed: boolean, stale: boolean } | null, context: { __typename?: 'TradeContext', strategy?: string | null, aiVerdict?: AiVerdict | null, aiConfidence?: number | null, aiModel?: string | null }, orders: Array<{ __typename?: 'Order', id: string, role: OrderRole, status: OrderStatus, placedAt: string, reason?: string | null }> } };

export type SettleFillCorrectionMutationVariables = Exact<{
  input: SettleFillCorrectionInput;
}>;


export type SettleFillCorrectionMutation = { __typename?: 'Mutation', settleFillCorrection: { __typename?: 'Trade', id: string, mode: TradingMode, version: number, status: TradeStatus, phase: TradePhase, assetClass: AssetClass, symbol: string, ticker?: string | null, decimals?: number | null, settlementToken?: SettlementToken | null, underlying?: string | null, expiration?: string | null, strike?: string | null, right?: OptionRight | null, multiplier: number, side: OrderSide, quantity: string, filledQuantity: string, openQuantity: string, orderType: OrderType, timeInForce: TimeInForce, limitPrice?: string | null, entryPrice?: string | null, exitPrice?: string | null, stopLoss?: string | null, takeProfit?: string | null, trailingPct?: string | null, trailingStop?: string | null, initialStopLoss?: string | null, toStop?: string | null, highWaterMark?: string | null, costBasis?: string | null, unrealizedPnl?: string | null, realizedPnl?: string | null, fees: string, netPnl?: string | null, returnPct?: string | null, placedAt: string, openedAt?: string | null, closedAt?: string | null, closeReason?: TradeStatus | null, reason?: string | null, accountReachable: boolean, protection: Protection, unprotectedSince?: string | null, unprotectedSeconds: number, venue: string, fillModel?: FillModel | null, fillModelVersion?: string | null, feeSchedule?: string | null, tags: Array<string>, untradable?: string | null, protectionDetail?: { __typename?: 'ProtectionDetail', cause: ProtectionCause, watchedEverySeconds?: number | null, dataDelaySeconds: number, words: string } | null, deliveredFrom?: { __typename?: 'Trade', id: string, symbol: string, assetClass: AssetClass, ticker?: string | null, underlying?: string | null, strike?: string | null, right?: OptionRight | null, side: OrderSide, status: TradeStatus } | null, mark?: { __typename?: 'Mark', bid?: string | null, ask?: string | null, mid?: string | null, price?: string | null, delta?: number | null, gamma?: number | null, theta?: number | null, vega?: number | null, iv?: number | null, underlyingPrice?: string | null, source?: string | null, sourceTime?: string | null, receivedAt?: string | null, ageSeconds?: number | null, delayed: boolean, stale: boolean } | null, context: { __typename?: 'TradeContext', strategy?: string | null, aiVerdict?: AiVerdict | null, aiConfidence?: number | null, aiModel?: string | null }, orders: Array<{ __typename?: 'Order', id: string, role: OrderRole, status: OrderStatus, placedAt: string, reason?: string | null }> } };

export type SettleExitAdjustmentMutationVariables = Exact<{
  input: SettleExitAdjustmentInput;
}>;


export type SettleExitAdjustmentMutation = { __typename?: 'Mutation', settleExitAdjustment: { __typename?: 'Trade', id: string, mode: TradingMode, version: number, status: TradeStatus, phase: TradePhase, assetClass: AssetClass, symbol: string, ticker?: string | null, decimals?: number | null, settlementToken?: SettlementToken | null, underlying?: string | null, expiration?: string | null, strike?: string | null, right?: OptionRight | null, multiplier: number, side: OrderSide, quantity: string, filledQuantity: string, openQuantity: string, orderType: OrderType, timeInForce: TimeInForce, limitPrice?: string | null, entryPrice?: string | null, exitPrice?: string | null, stopLoss?: string | null, takeProfit?: string | null, trailingPct?: string | null, trailingStop?: string | null, initialStopLoss?: string | null, toStop?: string | null, highWaterMark?: string | null, costBasis?: string | null, unrealizedPnl?: string | null, realizedPnl?: string | null, fees: string, netPnl?: string | null, returnPct?: string | null, placedAt: string, openedAt?: string | null, closedAt?: string | null, closeReason?: TradeStatus | null, reason?: string | null, accountReachable: boolean, protection: Protection, unprotectedSince?: string | null, unprotectedSeconds: number, venue: string, fillModel?: FillModel | null, fillModelVersion?: string | null, feeSchedule?: string | null, tags: Array<string>, untradable?: string | null, protectionDetail?: { __typename?: 'ProtectionDetail', cause: ProtectionCause, watchedEverySeconds?: number | null, dataDelaySeconds: number, words: string } | null, deliveredFrom?: { __typename?: 'Trade', id: string, symbol: string, assetClass: AssetClass, ticker?: string | null, underlying?: string | null, strike?: string | null, right?: OptionRight | null, side: OrderSide, status: TradeStatus } | null, mark?: { __typename?: 'Mark', bid?: string | null, ask?: string | null, mid?: string | null, price?: string | null, delta?: number | null, gamma?: number | null, theta?: number | null, vega?: number | null, iv?: number | null, underlyingPrice?: string | null, source?: string | null, sourceTime?: string | null, receivedAt?: string | null, ageSeconds?: number | null, delayed: boolean, stale: boolean } | null, context: { __typename?: 'TradeContext', strategy?: string | null, aiVerdict?: AiVerdict | null, aiConfidence?: number | null, aiModel?: string | null }, orders: Array<{ __typename?: 'Order', id: string, role: OrderRole, status: OrderStatus, placedAt: string, reason?: string | null }> } };

export type PreviewSplitQueryVariables = Exact<{
  input: BookSplitInput;
}>;


export type PreviewSplitQuery = { __typename?: 'Query', previewSplit: { __typename?: 'SplitPreview', quantityBefore: string, quantityAfter: string, entryPriceBefore?: string | null, entryPriceAfter?: string | null, valueBefore: string, valueAfter: string, stopLossAfter?: string | null, takeProfitAfter?: string | null, bookQuantity: string, venueQuantity: string } };

export type BookSplitMutationVariables = Exact<{
  input: BookSplitInput;
}>;


export type BookSplitMutation = { __typename?: 'Mutation', bookSplit: { __typename?: 'Trade', id: string, mode: TradingMode, version: number, status: TradeStatus, phase: TradePhase, assetClass: AssetClass, symbol: string, ticker?: string | null, decimals?: number | null, settlementToken?: SettlementToken | null, underlying?: string | null, expiration?: string | null, strike?: string | null, right?: OptionRight | null, multiplier: number, side: OrderSide, quantity: string, filledQuantity: string, openQuantity: string, orderType: OrderType, timeInForce: TimeInForce, limitPrice?: string | null, entryPrice?: string | null, exitPrice?: string | null, stopLoss?: string | null, takeProfit?: string | null, trailingPct?: string | null, trailingStop?: string | null, initialStopLoss?: string | null, toStop?: string | null, highWaterMark?: string | null, costBasis?: string | null, unrealizedPnl?: string | null, realizedPnl?: string | null, fees: string, netPnl?: string | null, returnPct?: string | null, placedAt: string, openedAt?: string | null, closedAt?: string | null, closeReason?: TradeStatus | null, reason?: string | null, accountReachable: boolean, protection: Protection, unprotectedSince?: string | null, unprotectedSeconds: number, venue: string, fillModel?: FillModel | null, fillModelVersion?: string | null, feeSchedule?: string | null, tags: Array<string>, untradable?: string | null, protectionDetail?: { __typename?: 'ProtectionDetail', cause: ProtectionCause, watchedEverySeconds?: number | null, dataDelaySeconds: number, words: string } | null, deliveredFrom?: { __typename?: 'Trade', id: string, symbol: string, assetClass: AssetClass, ticker?: string | null, underlying?: string | null, strike?: string | null, right?: OptionRight | null, side: OrderSide, status: TradeStatus } | null, mark?: { __typename?: 'Mark', bid?: string | null, ask?: string | null, mid?: string | null, price?: string | null, delta?: number | null, gamma?: number | null, theta?: number | null, vega?: number | null, iv?: number | null, underlyingPrice?: string | null, source?: string | null, sourceTime?: string | null, receivedAt?: string | null, ageSeconds?: number | null, delayed: boolean, stale: boolean } | null, context: { __typename?: 'TradeContext', strategy?: string | null, aiVerdict?: AiVerdict | null, aiConfidence?: number | null, aiModel?: string | null }, orders: Array<{ __typename?: 'Order', id: string, role: OrderRole, status: OrderStatus, placedAt: string, reason?: string | null }> } };

export type PreviewCloseQueryVariables = Exact<{
  input: CloseTradeInput;
}>;


export type PreviewCloseQuery = { __typename?: 'Query', previewClose: { __typename?: 'TradePreview', cost?: string | null, fees?: string | null, maxLoss?: string | null, maxProfit?: string | null, breakEven?: string | null, buyingPowerAfter?: string | null, roundTrip?: string | null, realizedPnl?: string | null, exitsNote?: string | null, coverNote?: string | null, confirmationToken?: string | null, expiresAt?: string | null, riskChecks: Array<{ __typename?: 'RiskCheck', rule: string, passed: boolean, limit?: string | null, actual?: string | null, message: string }> } };

export type CloseTradeMutationVariables = Exact<{
  input: CloseTradeInput;
}>;


export type CloseTradeMutation = { __typename?: 'Mutation', closeTrade: { __typename?: 'Trade', id: string, mode: TradingMode, version: number, status: TradeStatus, phase: TradePhase, assetClass: AssetClass, symbol: string, ticker?: string | null, decimals?: number | null, settlementToken?: SettlementToken | null, underlying?: string | null, expiration?: string | null, strike?: string | null, right?: OptionRight | null, multiplier: number, side: OrderSide, quantity: string, filledQuantity: string, openQuantity: string, orderType: OrderType, timeInForce: TimeInForce, limitPrice?: string | null, entryPrice?: string | null, exitPrice?: string | null, stopLoss?: string | null, takeProfit?: string | null, trailingPct?: string | null, trailingStop?: string | null, initialStopLoss?: string | null, toStop?: string | null, highWaterMark?: string | null, costBasis?: string | null, unrealizedPnl?: string | null, realizedPnl?: string | null, fees: string, netPnl?: string | null, returnPct?: string | null, placedAt: string, openedAt?: string | null, closedAt?: string | null, closeReason?: TradeStatus | null, reason?: string | null, accountReachable: boolean, protection: Protection, unprotectedSince?: string | null, unprotectedSeconds: number, venue: string, fillModel?: FillModel | null, fillModelVersion?: string | null, feeSchedule?: string | null, tags: Array<string>, untradable?: string | null, protectionDetail?: { __typename?: 'ProtectionDetail', cause: ProtectionCause, watchedEverySeconds?: number | null, dataDelaySeconds: number, words: string } | null, deliveredFrom?: { __typename?: 'Trade', id: string, symbol: string, assetClass: AssetClass, ticker?: string | null, underlying?: string | null, strike?: string | null, right?: OptionRight | null, side: OrderSide, status: TradeStatus } | null, mark?: { __typename?: 'Mark', bid?: string | null, ask?: string | null, mid?: string | null, price?: string | null, delta?: number | null, gamma?: number | null, theta?: number | null, vega?: number | null, iv?: number | null, underlyingPrice?: string | null, source?: string | null, sourceTime?: string | null, receivedAt?: string | null, ageSeconds?: number | null, delayed: boolean, stale: boolean } | null, context: { __typename?: 'TradeContext', strategy?: string | null, aiVerdict?: AiVerdict | null, aiConfidence?: number | null, aiModel?: string | null }, orders: Array<{ __typename?: 'Order', id: string, role: OrderRole, status: OrderStatus, placedAt: string, reason?: string | null }> } };

export type CancelTradeMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  expectedVersion: Scalars['Int']['input'];
  idempotencyKey: Scalars['String']['input'];
}>;


export type CancelTradeMutation = { __typename?: 'Mutation', cancelTrade: { __typename?: 'Trade', id: string, mode: TradingMode, version: number, status: TradeStatus, phase: TradePhase, assetClass: AssetClass, symbol: string, ticker?: string | null, decimals?: number | null, settlementToken?: SettlementToken | null, underlying?: string | null, expiration?: string | null, strike?: string | null, right?: OptionRight | null, multiplier: number, side: OrderSide, quantity: string, filledQuantity: string, openQuantity: string, orderType: OrderType, timeInForce: TimeInForce, limitPrice?: string | null, entryPrice?: string | null, exitPrice?: string | null, stopLoss?: string | null, takeProfit?: string | null, trailingPct?: string | null, trailingStop?: string | null, initialStopLoss?: string | null, toStop?: string | null, highWaterMark?: string | null, costBasis?: string | null, unrealizedPnl?: string | null, realizedPnl?: string | null, fees: string, netPnl?: string | null, returnPct?: string | null, placedAt: string, openedAt?: string | null, closedAt?: string | null, closeReason?: TradeStatus | null, reason?: string | null, accountReachable: boolean, protection: Protection, unprotectedSince?: string | null, unprotectedSeconds: number, venue: string, fillModel?: FillModel | null, fillModelVersion?: string | null, feeSchedule?: string | null, tags: Array<string>, untradable?: string | null, protectionDetail?: { __typename?: 'ProtectionDetail', cause: ProtectionCause, watchedEverySeconds?: number | null, dataDelaySeconds: number, words: string } | null, deliveredFrom?: { __typename?: 'Trade', id: string, symbol: string, assetClass: AssetClass, ticker?: string | null, underlying?: string | null, strike?: string | null, right?: OptionRight | null, side: OrderSide, status: TradeStatus } | null, mark?: { __typename?: 'Mark', bid?: string | null, ask?: string | null, mid?: string | null, price?: string | null, delta?: number | null, gamma?: number | null, theta?: number | null, vega?: number | null, iv?: number | null, underlyingPrice?: string | null, source?: string | null, sourceTime?: string | null, receivedAt?: string | null, ageSeconds?: number | null, delayed: boolean, stale: boolean } | null, context: { __typename?: 'TradeContext', strategy?: string | null, aiVerdict?: AiVerdict | null, aiConfidence?: number | null, aiModel?: string | null }, orders: Array<{ __typename?: 'Order', id: string, role: OrderRole, status: OrderStatus, placedAt: string, reason?: string | null }> } };

export type AdjustBracketMutationVariables = Exact<{
  input: AdjustBracketInput;
}>;


export type AdjustBracketMutation = { __typename?: 'Mutation', adjustBracket: { __typename?: 'Trade', id: string, mode: TradingMode, version: number, status: TradeStatus, phase: TradePhase, assetClass: AssetClass, symbol: string, ticker?: string | null, decimals?: number | null, settlementToken?: SettlementToken | null, underlying?: string | null, expiration?: string | null, strike?: string | null, right?: OptionRight | null, multiplier: number, side: OrderSide, quantity: string, filledQuantity: string, openQuantity: string, orderType: OrderType, timeInForce: TimeInForce, limitPrice?: string | null, entryPrice?: string | null, exitPrice?: string | null, stopLoss?: string | null, takeProfit?: string | null, trailingPct?: string | null, trailingStop?: string | null, initialStopLoss?: string | null, toStop?: string | null, highWaterMark?: string | null, costBasis?: string | null, unrealizedPnl?: string | null, realizedPnl?: string | null, fees: string, netPnl?: string | null, returnPct?: string | null, placedAt: string, openedAt?: string | null, closedAt?: string | null, closeReason?: TradeStatus | null, reason?: string | null, accountReachable: boolean, protection: Protection, unprotectedSince?: string | null, unprotectedSeconds: number, venue: string, fillModel?: FillModel | null, fillModelVersion?: string | null, feeSchedule?: string | null, tags: Array<string>, untradable?: string | null, protectionDetail?: { __typename?: 'ProtectionDetail', cause: ProtectionCause, watchedEverySeconds?: number | null, dataDelaySeconds: number, words: string } | null, deliveredFrom?: { __typename?: 'Trade', id: string, symbol: string, assetClass: AssetClass, ticker?: string | null, underlying?: string | null, strike?: string | null, right?: OptionRight | null, side: OrderSide, status: TradeStatus } | null, mark?: { __typename?: 'Mark', bid?: string | null, ask?: string | null, mid?: string | null, price?: string | null, delta?: number | null, gamma?: number | null, theta?: number | null, vega?: number | null, iv?: number | null, underlyingPrice?: string | null, source?: string | null, sourceTime?: string | null, receivedAt?: string | null, ageSeconds?: number | null, delayed: boolean, stale: boolean } | null, context: { __typename?: 'TradeContext', strategy?: string | null, aiVerdict?: AiVerdict | null, aiConfidence?: number | null, aiModel?: string | null }, orders: Array<{ __typename?: 'Order', id: string, role: OrderRole, status: OrderStatus, placedAt: string, reason?: string | null }> } };

export type TradeThenQueryVariables = Exact<{
  id: Scalars['ID']['input'];
  at: Scalars['DateTime']['input'];
}>;


export type TradeThenQuery = { __typename?: 'Query', tradeAsOf?: { __typename?: 'Trade', mode: TradingMode, version: number, status: TradeStatus, phase: TradePhase, assetClass: AssetClass, symbol: string, underlying?: string | null, expiration?: string | null, strike?: string | null, right?: OptionRight | null, multiplier: number, side: OrderSide, quantity: string, filledQuantity: string, openQuantity: string, orderType: OrderType, timeInForce: TimeInForce, limitPrice?: string | null, entryPrice?: string | null, exitPrice?: string | null, stopLoss?: string | null, takeProfit?: string | null, trailingPct?: string | null, trailingStop?: string | null, initialStopLoss?: string | null, highWaterMark?: string | null, costBasis?: string | null, unrealizedPnl?: string | null, realizedPnl?: string | null, fees: string, netPnl?: string | null, returnPct?: string | null, placedAt: string, openedAt?: string | null, closedAt?: string | null, closeReason?: TradeStatus | null, reason?: string | null, accountReachable: boolean, protection: Protection, unprotectedSince?: string | null, unprotectedSeconds: number, venue: string, fillModel?: FillModel | null, fillModelVersion?: string | null, feeSchedule?: string | null, tags: Array<string>, notes?: string | null, maxFavorableExcursion?: string | null, maxAdverseExcursion?: string | null, excursionsComplete: boolean, holdMinutes?: number | null, dteAtEntry?: number | null, adjustedCause?: DoubtCause | null, thenId: string, protectionDetail?: { __typename?: 'ProtectionDetail', cause: ProtectionCause, watchedEverySeconds?: number | null, dataDelaySeconds: number, words: string } | null, doubt?: { __typename?: 'Doubt', cause: DoubtCause, bookQuantity: string, venueQuantity: string, newShares?: number | null, oldShares?: number | null, successor?: string | null, at: string } | null, mark?: { __typename?: 'Mark', bid?: string | null, ask?: string | null, mid?: string | null, price?: string | null, delta?: number | null, gamma?: number | null, theta?: number | null, vega?: number | null, iv?: number | null, underlyingPrice?: string | null, source?: string | null, sourceTime?: string | null, receivedAt?: string | null, ageSeconds?: number | null, delayed: boolean, stale: boolean } | null, entryGreeks?: { __typename?: 'Greeks', delta?: number | null, gamma?: number | null, theta?: number | null, vega?: number | null, iv?: number | null } | null, exitGreeks?: { __typename?: 'Greeks', delta?: number | null, gamma?: number | null, theta?: number | null, vega?: number | null, iv?: number | null } | null, orders: Array<{ __typename?: 'Order', role: OrderRole, status: OrderStatus, side: OrderSide, type: OrderType, quantity: string, filledQuantity: string, limitPrice?: string | null, stopPrice?: string | null, averagePrice?: string | null, tag: string, venueOrderId?: string | null, reason?: string | null, placedAt: string, thenId: string, correction?: { __typename?: 'FillCorrection', averagePrice?: string | null, filledQuantity: string, bookedPrice: string, toldAt: string, take?: CorrectionTake | null, note?: string | null, settledAt?: string | null, settledBy?: string | null } | null, adjustment?: { __typename?: 'ExitAdjustment', quantity: string, stopPrice?: string | null, limitPrice?: string | null, toldAt: string, comparedAt?: string | null, choice?: AdjustmentChoice | null, note?: string | null, settledAt?: string | null, settledBy?: string | null } | null, fills: Array<{ __typename?: 'Fill', quantity: string, price: string, fee: string, filledAt: string, thenId: string }> }>, settlement?: { __typename?: 'Settlement', settledAt: string, price: string, source: string, sourceTime: string, intrinsic: string, delivery?: ShareDelivery | null, shares?: string | null } | null, deliveredFrom?: { __typename?: 'Trade', id: string, symbol: string, assetClass: AssetClass, ticker?: string | null, underlying?: string | null, strike?: string | null, right?: OptionRight | null, side: OrderSide, status: TradeStatus } | null, deliveredTo: Array<{ __typename?: 'Trade', id: string, symbol: string, assetClass: AssetClass, ticker?: string | null, underlying?: string | null, strike?: string | null, right?: OptionRight | null, side: OrderSide, status: TradeStatus }> } | null };

export type CorrectionPartsFragment = { __typename?: 'FillCorrection', averagePrice?: string | null, filledQuantity: string, bookedPrice: string, toldAt: string, take?: CorrectionTake | null, note?: string | null, settledAt?: string | null, settledBy?: string | null };

export type AdjustmentPartsFragment = { __typename?: 'ExitAdjustment', quantity: string, stopPrice?: string | null, limitPrice?: string | null, toldAt: string, comparedAt?: string | null, choice?: AdjustmentChoice | null, note?: string | null, settledAt?: string | null, settledBy?: string | null };

export type PreviewAdjustQueryVariables = Exact<{
  input: AdjustBracketInput;
}>;


export type PreviewAdjustQuery = { __typename?: 'Query', previewAdjust: { __typename?: 'TradePreview', cost?: string | null, fees?: string | null, maxLoss?: string | null, maxProfit?: string | null, breakEven?: string | null, buyingPowerAfter?: string | null, roundTrip?: string | null, realizedPnl?: string | null, exitsNote?: string | null, coverNote?: string | null, confirmationToken?: string | null, expiresAt?: string | null, riskChecks: Array<{ __typename?: 'RiskCheck', rule: string, passed: boolean, limit?: string | null, actual?: string | null, message: string }> } };

export const AlertPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AlertParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Alert"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"tradeId"}},{"kind":"Field","name":{"kind":"Name","value":"raisedAt"}},{"kind":"Field","name":{"kind":"Name","value":"acknowledgedAt"}},{"kind":"Field","name":{"kind":"Name","value":"resolvedAt"}},{"kind":"Field","name":{"kind":"Name","value":"trade"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"ticker"}},{"kind":"Field","name":{"kind":"Name","value":"underlying"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"expiration"}},{"kind":"Field","name":{"kind":"Name","value":"strike"}},{"kind":"Field","name":{"kind":"Name","value":"right"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}}]}}]}}]} as unknown as DocumentNode<AlertPartsFragment, unknown>;
export const FillCostPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FillCostParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FillCost"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fills"}},{"kind":"Field","name":{"kind":"Name","value":"measured"}},{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"perUnit"}},{"kind":"Field","name":{"kind":"Name","value":"ofSpread"}}]}}]} as unknown as DocumentNode<FillCostPartsFragment, unknown>;
export const EstimatePartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EstimateParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Estimate"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"low"}},{"kind":"Field","name":{"kind":"Name","value":"high"}},{"kind":"Field","name":{"kind":"Name","value":"n"}}]}}]} as unknown as DocumentNode<EstimatePartsFragment, unknown>;
export const DistancePartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DistanceParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FillError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"ofSpread"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"refused"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EstimateParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Estimate"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"low"}},{"kind":"Field","name":{"kind":"Name","value":"high"}},{"kind":"Field","name":{"kind":"Name","value":"n"}}]}}]} as unknown as DocumentNode<DistancePartsFragment, unknown>;
export const CalibrationPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CalibrationParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CalibrationBucket"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bucket"}},{"kind":"Field","name":{"kind":"Name","value":"n"}},{"kind":"Field","name":{"kind":"Name","value":"predicted"}},{"kind":"Field","name":{"kind":"Name","value":"observed"}},{"kind":"Field","name":{"kind":"Name","value":"low"}},{"kind":"Field","name":{"kind":"Name","value":"high"}}]}}]} as unknown as DocumentNode<CalibrationPartsFragment, unknown>;
export const ForecastScoreFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ForecastScore"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ForecastStats"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"open"}},{"kind":"Field","name":{"kind":"Name","value":"n"}},{"kind":"Field","name":{"kind":"Name","value":"voids"}},{"kind":"Field","name":{"kind":"Name","value":"brier"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"baseRate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"baseBrier"}},{"kind":"Field","name":{"kind":"Name","value":"lift"}},{"kind":"Field","name":{"kind":"Name","value":"calibration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CalibrationParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"models"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"n"}},{"kind":"Field","name":{"kind":"Name","value":"voids"}},{"kind":"Field","name":{"kind":"Name","value":"baseBrier"}},{"kind":"Field","name":{"kind":"Name","value":"brier"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EstimateParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Estimate"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"low"}},{"kind":"Field","name":{"kind":"Name","value":"high"}},{"kind":"Field","name":{"kind":"Name","value":"n"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CalibrationParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CalibrationBucket"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bucket"}},{"kind":"Field","name":{"kind":"Name","value":"n"}},{"kind":"Field","name":{"kind":"Name","value":"predicted"}},{"kind":"Field","name":{"kind":"Name","value":"observed"}},{"kind":"Field","name":{"kind":"Name","value":"low"}},{"kind":"Field","name":{"kind":"Name","value":"high"}}]}}]} as unknown as DocumentNode<ForecastScoreFragment, unknown>;
export const DeskStatusFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeskStatus"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SystemStatus"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"venue"}},{"kind":"Field","name":{"kind":"Name","value":"simulated"}},{"kind":"Field","name":{"kind":"Name","value":"marketSession"}},{"kind":"Field","name":{"kind":"Name","value":"nextSessionChange"}},{"kind":"Field","name":{"kind":"Name","value":"sessionSource"}},{"kind":"Field","name":{"kind":"Name","value":"sessionUnconfirmed"}},{"kind":"Field","name":{"kind":"Name","value":"clock"}},{"kind":"Field","name":{"kind":"Name","value":"testClock"}},{"kind":"Field","name":{"kind":"Name","value":"dataAgeSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"armPhrase"}},{"kind":"Field","name":{"kind":"Name","value":"armed"}},{"kind":"Field","name":{"kind":"Name","value":"armedUntil"}},{"kind":"Field","name":{"kind":"Name","value":"killSwitch"}},{"kind":"Field","name":{"kind":"Name","value":"ownKillSwitch"}},{"kind":"Field","name":{"kind":"Name","value":"switchCauses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"trippedAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"words"}}]}},{"kind":"Field","name":{"kind":"Name","value":"deskHalt"}},{"kind":"Field","name":{"kind":"Name","value":"unknownOrders"}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedTrades"}},{"kind":"Field","name":{"kind":"Name","value":"snapshotCompleteness"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"taken"}},{"kind":"Field","name":{"kind":"Name","value":"gaps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"cause"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]} as unknown as DocumentNode<DeskStatusFragment, unknown>;
export const BookFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Book"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Portfolio"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"connected"}},{"kind":"Field","name":{"kind":"Name","value":"cash"}},{"kind":"Field","name":{"kind":"Name","value":"equity"}},{"kind":"Field","name":{"kind":"Name","value":"unmarked"}},{"kind":"Field","name":{"kind":"Name","value":"buyingPower"}},{"kind":"Field","name":{"kind":"Name","value":"openPnl"}},{"kind":"Field","name":{"kind":"Name","value":"dayPnl"}},{"kind":"Field","name":{"kind":"Name","value":"toStops"}},{"kind":"Field","name":{"kind":"Name","value":"withoutStop"}},{"kind":"Field","name":{"kind":"Name","value":"realizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"fees"}},{"kind":"Field","name":{"kind":"Name","value":"deposits"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}}]}}]} as unknown as DocumentNode<BookFragment, unknown>;
export const HoldingPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HoldingParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Holding"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mint"}},{"kind":"Field","name":{"kind":"Name","value":"ticker"}},{"kind":"Field","name":{"kind":"Name","value":"program"}},{"kind":"Field","name":{"kind":"Name","value":"decimals"}},{"kind":"Field","name":{"kind":"Name","value":"rawAmount"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"frozen"}},{"kind":"Field","name":{"kind":"Name","value":"booked"}},{"kind":"Field","name":{"kind":"Name","value":"ownBooked"}},{"kind":"Field","name":{"kind":"Name","value":"unbooked"}},{"kind":"Field","name":{"kind":"Name","value":"missing"}},{"kind":"Field","name":{"kind":"Name","value":"money"}},{"kind":"Field","name":{"kind":"Name","value":"slot"}},{"kind":"Field","name":{"kind":"Name","value":"since"}}]}}]} as unknown as DocumentNode<HoldingPartsFragment, unknown>;
export const MarkPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Mark"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bid"}},{"kind":"Field","name":{"kind":"Name","value":"ask"}},{"kind":"Field","name":{"kind":"Name","value":"mid"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"delta"}},{"kind":"Field","name":{"kind":"Name","value":"gamma"}},{"kind":"Field","name":{"kind":"Name","value":"theta"}},{"kind":"Field","name":{"kind":"Name","value":"vega"}},{"kind":"Field","name":{"kind":"Name","value":"iv"}},{"kind":"Field","name":{"kind":"Name","value":"underlyingPrice"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"sourceTime"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"ageSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"delayed"}},{"kind":"Field","name":{"kind":"Name","value":"stale"}}]}}]} as unknown as DocumentNode<MarkPartsFragment, unknown>;
export const MarkedRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkedRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Trade"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"unrealizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"returnPct"}},{"kind":"Field","name":{"kind":"Name","value":"toStop"}},{"kind":"Field","name":{"kind":"Name","value":"highWaterMark"}},{"kind":"Field","name":{"kind":"Name","value":"trailingStop"}},{"kind":"Field","name":{"kind":"Name","value":"stopLoss"}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"untradable"}},{"kind":"Field","name":{"kind":"Name","value":"protectionDetail"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"watchedEverySeconds"}},{"kind":"Field","name":{"kind":"Name","value":"dataDelaySeconds"}},{"kind":"Field","name":{"kind":"Name","value":"words"}}]}},{"kind":"Field","name":{"kind":"Name","value":"mark"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Mark"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bid"}},{"kind":"Field","name":{"kind":"Name","value":"ask"}},{"kind":"Field","name":{"kind":"Name","value":"mid"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"delta"}},{"kind":"Field","name":{"kind":"Name","value":"gamma"}},{"kind":"Field","name":{"kind":"Name","value":"theta"}},{"kind":"Field","name":{"kind":"Name","value":"vega"}},{"kind":"Field","name":{"kind":"Name","value":"iv"}},{"kind":"Field","name":{"kind":"Name","value":"underlyingPrice"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"sourceTime"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"ageSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"delayed"}},{"kind":"Field","name":{"kind":"Name","value":"stale"}}]}}]} as unknown as DocumentNode<MarkedRowFragment, unknown>;
export const QuotePartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"QuoteParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Quote"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"bid"}},{"kind":"Field","name":{"kind":"Name","value":"ask"}},{"kind":"Field","name":{"kind":"Name","value":"mid"}},{"kind":"Field","name":{"kind":"Name","value":"last"}},{"kind":"Field","name":{"kind":"Name","value":"volume"}},{"kind":"Field","name":{"kind":"Name","value":"openInterest"}},{"kind":"Field","name":{"kind":"Name","value":"delta"}},{"kind":"Field","name":{"kind":"Name","value":"gamma"}},{"kind":"Field","name":{"kind":"Name","value":"theta"}},{"kind":"Field","name":{"kind":"Name","value":"vega"}},{"kind":"Field","name":{"kind":"Name","value":"iv"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"sourceTime"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"ageSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"delayed"}},{"kind":"Field","name":{"kind":"Name","value":"stale"}}]}}]} as unknown as DocumentNode<QuotePartsFragment, unknown>;
export const UsagePartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UsageParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ProviderUsage"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"counted"}},{"kind":"Field","name":{"kind":"Name","value":"serverWide"}},{"kind":"Field","name":{"kind":"Name","value":"used"}},{"kind":"Field","name":{"kind":"Name","value":"allowance"}},{"kind":"Field","name":{"kind":"Name","value":"putOff"}},{"kind":"Field","name":{"kind":"Name","value":"resetsAt"}}]}}]} as unknown as DocumentNode<UsagePartsFragment, unknown>;
export const PricePartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PriceParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PriceInfo"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"token"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}},{"kind":"Field","name":{"kind":"Name","value":"parts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"weight"}},{"kind":"Field","name":{"kind":"Name","value":"cause"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"liquidityUsd"}},{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"Field","name":{"kind":"Name","value":"verdicts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}}]}}]} as unknown as DocumentNode<PricePartsFragment, unknown>;
export const LimitUsePartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LimitUseParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitUse"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"used"}},{"kind":"Field","name":{"kind":"Name","value":"limit"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}}]} as unknown as DocumentNode<LimitUsePartsFragment, unknown>;
export const ReconciliationPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReconciliationParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Reconciliation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"lastRunAt"}},{"kind":"Field","name":{"kind":"Name","value":"checks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invariant"}},{"kind":"Field","name":{"kind":"Name","value":"venue"}},{"kind":"Field","name":{"kind":"Name","value":"account"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"ours"}},{"kind":"Field","name":{"kind":"Name","value":"theirs"}},{"kind":"Field","name":{"kind":"Name","value":"difference"}},{"kind":"Field","name":{"kind":"Name","value":"tolerance"}},{"kind":"Field","name":{"kind":"Name","value":"within"}},{"kind":"Field","name":{"kind":"Name","value":"evidence"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"checkedAt"}},{"kind":"Field","name":{"kind":"Name","value":"acceptable"}},{"kind":"Field","name":{"kind":"Name","value":"advice"}},{"kind":"Field","name":{"kind":"Name","value":"accepted"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"difference"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"actor"}},{"kind":"Field","name":{"kind":"Name","value":"note"}}]}}]}}]}}]} as unknown as DocumentNode<ReconciliationPartsFragment, unknown>;
export const BackupPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BackupParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Backup"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"file"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"sizeBytes"}},{"kind":"Field","name":{"kind":"Name","value":"stateHash"}},{"kind":"Field","name":{"kind":"Name","value":"paperHash"}},{"kind":"Field","name":{"kind":"Name","value":"realHash"}},{"kind":"Field","name":{"kind":"Name","value":"rehearsal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"passed"}},{"kind":"Field","name":{"kind":"Name","value":"finding"}}]}}]}}]} as unknown as DocumentNode<BackupPartsFragment, unknown>;
export const MandatePartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MandateParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Mandate"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"symbols"}},{"kind":"Field","name":{"kind":"Name","value":"maxOrderCost"}},{"kind":"Field","name":{"kind":"Name","value":"maxExposure"}},{"kind":"Field","name":{"kind":"Name","value":"maxTradesPerDay"}}]}}]} as unknown as DocumentNode<MandatePartsFragment, unknown>;
export const LimitPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LimitParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Limits"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"maxOpenTrades"}},{"kind":"Field","name":{"kind":"Name","value":"maxTradesPerDay"}},{"kind":"Field","name":{"kind":"Name","value":"maxPerUnderlying"}},{"kind":"Field","name":{"kind":"Name","value":"maxPositionCost"}},{"kind":"Field","name":{"kind":"Name","value":"maxOrderCost"}},{"kind":"Field","name":{"kind":"Name","value":"maxDailyLoss"}},{"kind":"Field","name":{"kind":"Name","value":"maxDrawdown"}},{"kind":"Field","name":{"kind":"Name","value":"maxConsecutiveLosses"}},{"kind":"Field","name":{"kind":"Name","value":"lossCooldownMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"maxExposure"}},{"kind":"Field","name":{"kind":"Name","value":"maxSlippagePct"}},{"kind":"Field","name":{"kind":"Name","value":"maxPriceImpactPct"}},{"kind":"Field","name":{"kind":"Name","value":"minPriceConfidence"}}]}}]} as unknown as DocumentNode<LimitPartsFragment, unknown>;
export const SettingsPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SettingsParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserSettings"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"paperVenue"}},{"kind":"Field","name":{"kind":"Name","value":"fillModel"}},{"kind":"Field","name":{"kind":"Name","value":"fillModelVersion"}},{"kind":"Field","name":{"kind":"Name","value":"tradierSandbox"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"configured"}},{"kind":"Field","name":{"kind":"Name","value":"lastFour"}},{"kind":"Field","name":{"kind":"Name","value":"accountId"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tradierLive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"configured"}},{"kind":"Field","name":{"kind":"Name","value":"lastFour"}},{"kind":"Field","name":{"kind":"Name","value":"accountId"}}]}},{"kind":"Field","name":{"kind":"Name","value":"oratsToken"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"configured"}},{"kind":"Field","name":{"kind":"Name","value":"lastFour"}}]}},{"kind":"Field","name":{"kind":"Name","value":"jupiterApiKey"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"configured"}},{"kind":"Field","name":{"kind":"Name","value":"lastFour"}}]}},{"kind":"Field","name":{"kind":"Name","value":"wallet"}},{"kind":"Field","name":{"kind":"Name","value":"limits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LimitParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"defaults"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stopLossPct"}},{"kind":"Field","name":{"kind":"Name","value":"takeProfitPct"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pollSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"notifications"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"browser"}},{"kind":"Field","name":{"kind":"Name","value":"sound"}},{"kind":"Field","name":{"kind":"Name","value":"minSeverity"}}]}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LimitParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Limits"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"maxOpenTrades"}},{"kind":"Field","name":{"kind":"Name","value":"maxTradesPerDay"}},{"kind":"Field","name":{"kind":"Name","value":"maxPerUnderlying"}},{"kind":"Field","name":{"kind":"Name","value":"maxPositionCost"}},{"kind":"Field","name":{"kind":"Name","value":"maxOrderCost"}},{"kind":"Field","name":{"kind":"Name","value":"maxDailyLoss"}},{"kind":"Field","name":{"kind":"Name","value":"maxDrawdown"}},{"kind":"Field","name":{"kind":"Name","value":"maxConsecutiveLosses"}},{"kind":"Field","name":{"kind":"Name","value":"lossCooldownMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"maxExposure"}},{"kind":"Field","name":{"kind":"Name","value":"maxSlippagePct"}},{"kind":"Field","name":{"kind":"Name","value":"maxPriceImpactPct"}},{"kind":"Field","name":{"kind":"Name","value":"minPriceConfidence"}}]}}]} as unknown as DocumentNode<SettingsPartsFragment, unknown>;
export const AccountUsePartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccountUseParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccountUse"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"venue"}},{"kind":"Field","name":{"kind":"Name","value":"account"}},{"kind":"Field","name":{"kind":"Name","value":"reachable"}},{"kind":"Field","name":{"kind":"Name","value":"trades"}},{"kind":"Field","name":{"kind":"Name","value":"watched"}},{"kind":"Field","name":{"kind":"Name","value":"bySymbol"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"trades"}},{"kind":"Field","name":{"kind":"Name","value":"watched"}}]}}]}}]} as unknown as DocumentNode<AccountUsePartsFragment, unknown>;
export const ResultFiguresFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ResultFigures"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TradeStats"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trades"}},{"kind":"Field","name":{"kind":"Name","value":"wins"}},{"kind":"Field","name":{"kind":"Name","value":"losses"}},{"kind":"Field","name":{"kind":"Name","value":"scratches"}},{"kind":"Field","name":{"kind":"Name","value":"winRate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"profitFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"expectancy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"averageWin"}},{"kind":"Field","name":{"kind":"Name","value":"averageLoss"}},{"kind":"Field","name":{"kind":"Name","value":"totalPnl"}},{"kind":"Field","name":{"kind":"Name","value":"fees"}},{"kind":"Field","name":{"kind":"Name","value":"maxDrawdown"}},{"kind":"Field","name":{"kind":"Name","value":"longestLosingStreak"}},{"kind":"Field","name":{"kind":"Name","value":"byClose"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"pnl"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EstimateParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Estimate"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"low"}},{"kind":"Field","name":{"kind":"Name","value":"high"}},{"kind":"Field","name":{"kind":"Name","value":"n"}}]}}]} as unknown as DocumentNode<ResultFiguresFragment, unknown>;
export const BacktestStatsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BacktestStats"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TradeStats"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ResultFigures"}},{"kind":"Field","name":{"kind":"Name","value":"sharpeEstimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EstimateParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Estimate"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"low"}},{"kind":"Field","name":{"kind":"Name","value":"high"}},{"kind":"Field","name":{"kind":"Name","value":"n"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ResultFigures"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TradeStats"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trades"}},{"kind":"Field","name":{"kind":"Name","value":"wins"}},{"kind":"Field","name":{"kind":"Name","value":"losses"}},{"kind":"Field","name":{"kind":"Name","value":"scratches"}},{"kind":"Field","name":{"kind":"Name","value":"winRate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"profitFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"expectancy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"averageWin"}},{"kind":"Field","name":{"kind":"Name","value":"averageLoss"}},{"kind":"Field","name":{"kind":"Name","value":"totalPnl"}},{"kind":"Field","name":{"kind":"Name","value":"fees"}},{"kind":"Field","name":{"kind":"Name","value":"maxDrawdown"}},{"kind":"Field","name":{"kind":"Name","value":"longestLosingStreak"}},{"kind":"Field","name":{"kind":"Name","value":"byClose"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"pnl"}}]}}]}}]} as unknown as DocumentNode<BacktestStatsFragment, unknown>;
export const BacktestRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BacktestRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Backtest"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"strategyId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"error"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"stats"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BacktestStats"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EstimateParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Estimate"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"low"}},{"kind":"Field","name":{"kind":"Name","value":"high"}},{"kind":"Field","name":{"kind":"Name","value":"n"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ResultFigures"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TradeStats"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trades"}},{"kind":"Field","name":{"kind":"Name","value":"wins"}},{"kind":"Field","name":{"kind":"Name","value":"losses"}},{"kind":"Field","name":{"kind":"Name","value":"scratches"}},{"kind":"Field","name":{"kind":"Name","value":"winRate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"profitFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"expectancy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"averageWin"}},{"kind":"Field","name":{"kind":"Name","value":"averageLoss"}},{"kind":"Field","name":{"kind":"Name","value":"totalPnl"}},{"kind":"Field","name":{"kind":"Name","value":"fees"}},{"kind":"Field","name":{"kind":"Name","value":"maxDrawdown"}},{"kind":"Field","name":{"kind":"Name","value":"longestLosingStreak"}},{"kind":"Field","name":{"kind":"Name","value":"byClose"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"pnl"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BacktestStats"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TradeStats"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ResultFigures"}},{"kind":"Field","name":{"kind":"Name","value":"sharpeEstimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}}]}}]} as unknown as DocumentNode<BacktestRowFragment, unknown>;
export const DriftCausePartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DriftCauseParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DriftCause"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"trades"}}]}}]} as unknown as DocumentNode<DriftCausePartsFragment, unknown>;
export const GatePartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"GateParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PromotionGate"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"limit"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<GatePartsFragment, unknown>;
export const PromotionPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PromotionParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PromotionReport"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"strategyId"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"tradesNeeded"}},{"kind":"Field","name":{"kind":"Name","value":"falsePromotionPct"}},{"kind":"Field","name":{"kind":"Name","value":"trades"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"gates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"GateParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"GateParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PromotionGate"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"limit"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<PromotionPartsFragment, unknown>;
export const NoTradeRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"NoTradeRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"NoTrade"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"actNeeded"}},{"kind":"Field","name":{"kind":"Name","value":"tradeId"}},{"kind":"Field","name":{"kind":"Name","value":"shadowPnl"}},{"kind":"Field","name":{"kind":"Name","value":"shadowNote"}}]}}]} as unknown as DocumentNode<NoTradeRowFragment, unknown>;
export const RunPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RunParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StrategyRun"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"lastBarAt"}},{"kind":"Field","name":{"kind":"Name","value":"openTrades"}},{"kind":"Field","name":{"kind":"Name","value":"committed"}},{"kind":"Field","name":{"kind":"Name","value":"error"}}]}}]} as unknown as DocumentNode<RunPartsFragment, unknown>;
export const StrategyPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StrategyParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Strategy"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"parameters"}},{"kind":"Field","name":{"kind":"Name","value":"symbols"}},{"kind":"Field","name":{"kind":"Name","value":"interval"}},{"kind":"Field","name":{"kind":"Name","value":"budget"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"running"}},{"kind":"Field","name":{"kind":"Name","value":"runs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RunParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RunParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StrategyRun"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"lastBarAt"}},{"kind":"Field","name":{"kind":"Name","value":"openTrades"}},{"kind":"Field","name":{"kind":"Name","value":"committed"}},{"kind":"Field","name":{"kind":"Name","value":"error"}}]}}]} as unknown as DocumentNode<StrategyPartsFragment, unknown>;
export const KindPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"KindParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StrategyKind"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"assetClasses"}},{"kind":"Field","name":{"kind":"Name","value":"parameters"}},{"kind":"Field","name":{"kind":"Name","value":"interval"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"own"}},{"kind":"Field","name":{"kind":"Name","value":"error"}},{"kind":"Field","name":{"kind":"Name","value":"loading"}}]}}]} as unknown as DocumentNode<KindPartsFragment, unknown>;
export const VolatilityPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"VolatilityParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Quote"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"iv"}},{"kind":"Field","name":{"kind":"Name","value":"sourceTime"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"stale"}}]}}]} as unknown as DocumentNode<VolatilityPartsFragment, unknown>;
export const PreviewPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PreviewParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TradePreview"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cost"}},{"kind":"Field","name":{"kind":"Name","value":"fees"}},{"kind":"Field","name":{"kind":"Name","value":"maxLoss"}},{"kind":"Field","name":{"kind":"Name","value":"maxProfit"}},{"kind":"Field","name":{"kind":"Name","value":"breakEven"}},{"kind":"Field","name":{"kind":"Name","value":"buyingPowerAfter"}},{"kind":"Field","name":{"kind":"Name","value":"roundTrip"}},{"kind":"Field","name":{"kind":"Name","value":"realizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"exitsNote"}},{"kind":"Field","name":{"kind":"Name","value":"coverNote"}},{"kind":"Field","name":{"kind":"Name","value":"riskChecks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"passed"}},{"kind":"Field","name":{"kind":"Name","value":"limit"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"confirmationToken"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}}]} as unknown as DocumentNode<PreviewPartsFragment, unknown>;
export const CandlePartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CandleParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Candle"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"open"}},{"kind":"Field","name":{"kind":"Name","value":"high"}},{"kind":"Field","name":{"kind":"Name","value":"low"}},{"kind":"Field","name":{"kind":"Name","value":"close"}}]}}]} as unknown as DocumentNode<CandlePartsFragment, unknown>;
export const QuestionPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"QuestionParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Question"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"question"}},{"kind":"Field","name":{"kind":"Name","value":"why"}},{"kind":"Field","name":{"kind":"Name","value":"instead"}}]}}]} as unknown as DocumentNode<QuestionPartsFragment, unknown>;
export const DeliveryLinkFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeliveryLink"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Trade"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"ticker"}},{"kind":"Field","name":{"kind":"Name","value":"underlying"}},{"kind":"Field","name":{"kind":"Name","value":"strike"}},{"kind":"Field","name":{"kind":"Name","value":"right"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]} as unknown as DocumentNode<DeliveryLinkFragment, unknown>;
export const TradeRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TradeRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Trade"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"ticker"}},{"kind":"Field","name":{"kind":"Name","value":"decimals"}},{"kind":"Field","name":{"kind":"Name","value":"settlementToken"}},{"kind":"Field","name":{"kind":"Name","value":"underlying"}},{"kind":"Field","name":{"kind":"Name","value":"expiration"}},{"kind":"Field","name":{"kind":"Name","value":"strike"}},{"kind":"Field","name":{"kind":"Name","value":"right"}},{"kind":"Field","name":{"kind":"Name","value":"multiplier"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"filledQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"openQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"orderType"}},{"kind":"Field","name":{"kind":"Name","value":"timeInForce"}},{"kind":"Field","name":{"kind":"Name","value":"limitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"entryPrice"}},{"kind":"Field","name":{"kind":"Name","value":"exitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"stopLoss"}},{"kind":"Field","name":{"kind":"Name","value":"takeProfit"}},{"kind":"Field","name":{"kind":"Name","value":"trailingPct"}},{"kind":"Field","name":{"kind":"Name","value":"trailingStop"}},{"kind":"Field","name":{"kind":"Name","value":"initialStopLoss"}},{"kind":"Field","name":{"kind":"Name","value":"toStop"}},{"kind":"Field","name":{"kind":"Name","value":"highWaterMark"}},{"kind":"Field","name":{"kind":"Name","value":"costBasis"}},{"kind":"Field","name":{"kind":"Name","value":"unrealizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"realizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"fees"}},{"kind":"Field","name":{"kind":"Name","value":"netPnl"}},{"kind":"Field","name":{"kind":"Name","value":"returnPct"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closeReason"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"accountReachable"}},{"kind":"Field","name":{"kind":"Name","value":"protection"}},{"kind":"Field","name":{"kind":"Name","value":"protectionDetail"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"watchedEverySeconds"}},{"kind":"Field","name":{"kind":"Name","value":"dataDelaySeconds"}},{"kind":"Field","name":{"kind":"Name","value":"words"}}]}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedSince"}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"venue"}},{"kind":"Field","name":{"kind":"Name","value":"fillModel"}},{"kind":"Field","name":{"kind":"Name","value":"fillModelVersion"}},{"kind":"Field","name":{"kind":"Name","value":"feeSchedule"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"deliveredFrom"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeliveryLink"}}]}},{"kind":"Field","name":{"kind":"Name","value":"untradable"}},{"kind":"Field","name":{"kind":"Name","value":"mark"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"context"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"strategy"}},{"kind":"Field","name":{"kind":"Name","value":"aiVerdict"}},{"kind":"Field","name":{"kind":"Name","value":"aiConfidence"}},{"kind":"Field","name":{"kind":"Name","value":"aiModel"}}]}},{"kind":"Field","name":{"kind":"Name","value":"orders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeliveryLink"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Trade"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"ticker"}},{"kind":"Field","name":{"kind":"Name","value":"underlying"}},{"kind":"Field","name":{"kind":"Name","value":"strike"}},{"kind":"Field","name":{"kind":"Name","value":"right"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Mark"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bid"}},{"kind":"Field","name":{"kind":"Name","value":"ask"}},{"kind":"Field","name":{"kind":"Name","value":"mid"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"delta"}},{"kind":"Field","name":{"kind":"Name","value":"gamma"}},{"kind":"Field","name":{"kind":"Name","value":"theta"}},{"kind":"Field","name":{"kind":"Name","value":"vega"}},{"kind":"Field","name":{"kind":"Name","value":"iv"}},{"kind":"Field","name":{"kind":"Name","value":"underlyingPrice"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"sourceTime"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"ageSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"delayed"}},{"kind":"Field","name":{"kind":"Name","value":"stale"}}]}}]} as unknown as DocumentNode<TradeRowFragment, unknown>;
export const CorrectionPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CorrectionParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FillCorrection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"averagePrice"}},{"kind":"Field","name":{"kind":"Name","value":"filledQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"bookedPrice"}},{"kind":"Field","name":{"kind":"Name","value":"toldAt"}},{"kind":"Field","name":{"kind":"Name","value":"take"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledBy"}}]}}]} as unknown as DocumentNode<CorrectionPartsFragment, unknown>;
export const AdjustmentPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AdjustmentParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ExitAdjustment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"stopPrice"}},{"kind":"Field","name":{"kind":"Name","value":"limitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"toldAt"}},{"kind":"Field","name":{"kind":"Name","value":"comparedAt"}},{"kind":"Field","name":{"kind":"Name","value":"choice"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledBy"}}]}}]} as unknown as DocumentNode<AdjustmentPartsFragment, unknown>;
export const TradeDetailFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TradeDetail"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Trade"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TradeRow"}},{"kind":"Field","name":{"kind":"Name","value":"twinOf"}},{"kind":"Field","name":{"kind":"Name","value":"adjustedCause"}},{"kind":"Field","name":{"kind":"Name","value":"doubt"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"bookQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"venueQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"newShares"}},{"kind":"Field","name":{"kind":"Name","value":"oldShares"}},{"kind":"Field","name":{"kind":"Name","value":"successor"}},{"kind":"Field","name":{"kind":"Name","value":"at"}}]}},{"kind":"Field","name":{"kind":"Name","value":"riskAtEntry"}},{"kind":"Field","name":{"kind":"Name","value":"rMultiple"}},{"kind":"Field","name":{"kind":"Name","value":"maxFavorableExcursion"}},{"kind":"Field","name":{"kind":"Name","value":"maxAdverseExcursion"}},{"kind":"Field","name":{"kind":"Name","value":"excursionsComplete"}},{"kind":"Field","name":{"kind":"Name","value":"holdMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"dteAtEntry"}},{"kind":"Field","name":{"kind":"Name","value":"notes"}},{"kind":"Field","name":{"kind":"Name","value":"context"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"strategy"}},{"kind":"Field","name":{"kind":"Name","value":"scanner"}},{"kind":"Field","name":{"kind":"Name","value":"scannerScore"}},{"kind":"Field","name":{"kind":"Name","value":"aiModel"}},{"kind":"Field","name":{"kind":"Name","value":"aiPromptVersion"}},{"kind":"Field","name":{"kind":"Name","value":"aiVerdict"}},{"kind":"Field","name":{"kind":"Name","value":"aiConfidence"}},{"kind":"Field","name":{"kind":"Name","value":"aiRationale"}},{"kind":"Field","name":{"kind":"Name","value":"ivRank"}},{"kind":"Field","name":{"kind":"Name","value":"ivPercentile"}},{"kind":"Field","name":{"kind":"Name","value":"hv30"}},{"kind":"Field","name":{"kind":"Name","value":"underlyingTrend"}},{"kind":"Field","name":{"kind":"Name","value":"earningsDate"}},{"kind":"Field","name":{"kind":"Name","value":"marketRegime"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"notes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"entryGreeks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"delta"}},{"kind":"Field","name":{"kind":"Name","value":"gamma"}},{"kind":"Field","name":{"kind":"Name","value":"theta"}},{"kind":"Field","name":{"kind":"Name","value":"vega"}},{"kind":"Field","name":{"kind":"Name","value":"iv"}}]}},{"kind":"Field","name":{"kind":"Name","value":"exitGreeks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"delta"}},{"kind":"Field","name":{"kind":"Name","value":"gamma"}},{"kind":"Field","name":{"kind":"Name","value":"theta"}},{"kind":"Field","name":{"kind":"Name","value":"vega"}},{"kind":"Field","name":{"kind":"Name","value":"iv"}}]}},{"kind":"Field","name":{"kind":"Name","value":"orders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"filledQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"limitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"stopPrice"}},{"kind":"Field","name":{"kind":"Name","value":"slippagePct"}},{"kind":"Field","name":{"kind":"Name","value":"pays"}},{"kind":"Field","name":{"kind":"Name","value":"averagePrice"}},{"kind":"Field","name":{"kind":"Name","value":"tag"}},{"kind":"Field","name":{"kind":"Name","value":"venueOrderId"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"correction"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CorrectionParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"adjustment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AdjustmentParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"fills"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"fee"}},{"kind":"Field","name":{"kind":"Name","value":"filledAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"settlement"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"sourceTime"}},{"kind":"Field","name":{"kind":"Name","value":"intrinsic"}},{"kind":"Field","name":{"kind":"Name","value":"delivery"}},{"kind":"Field","name":{"kind":"Name","value":"shares"}}]}},{"kind":"Field","name":{"kind":"Name","value":"deliveredTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeliveryLink"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeliveryLink"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Trade"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"ticker"}},{"kind":"Field","name":{"kind":"Name","value":"underlying"}},{"kind":"Field","name":{"kind":"Name","value":"strike"}},{"kind":"Field","name":{"kind":"Name","value":"right"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Mark"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bid"}},{"kind":"Field","name":{"kind":"Name","value":"ask"}},{"kind":"Field","name":{"kind":"Name","value":"mid"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"delta"}},{"kind":"Field","name":{"kind":"Name","value":"gamma"}},{"kind":"Field","name":{"kind":"Name","value":"theta"}},{"kind":"Field","name":{"kind":"Name","value":"vega"}},{"kind":"Field","name":{"kind":"Name","value":"iv"}},{"kind":"Field","name":{"kind":"Name","value":"underlyingPrice"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"sourceTime"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"ageSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"delayed"}},{"kind":"Field","name":{"kind":"Name","value":"stale"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TradeRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Trade"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"ticker"}},{"kind":"Field","name":{"kind":"Name","value":"decimals"}},{"kind":"Field","name":{"kind":"Name","value":"settlementToken"}},{"kind":"Field","name":{"kind":"Name","value":"underlying"}},{"kind":"Field","name":{"kind":"Name","value":"expiration"}},{"kind":"Field","name":{"kind":"Name","value":"strike"}},{"kind":"Field","name":{"kind":"Name","value":"right"}},{"kind":"Field","name":{"kind":"Name","value":"multiplier"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"filledQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"openQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"orderType"}},{"kind":"Field","name":{"kind":"Name","value":"timeInForce"}},{"kind":"Field","name":{"kind":"Name","value":"limitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"entryPrice"}},{"kind":"Field","name":{"kind":"Name","value":"exitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"stopLoss"}},{"kind":"Field","name":{"kind":"Name","value":"takeProfit"}},{"kind":"Field","name":{"kind":"Name","value":"trailingPct"}},{"kind":"Field","name":{"kind":"Name","value":"trailingStop"}},{"kind":"Field","name":{"kind":"Name","value":"initialStopLoss"}},{"kind":"Field","name":{"kind":"Name","value":"toStop"}},{"kind":"Field","name":{"kind":"Name","value":"highWaterMark"}},{"kind":"Field","name":{"kind":"Name","value":"costBasis"}},{"kind":"Field","name":{"kind":"Name","value":"unrealizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"realizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"fees"}},{"kind":"Field","name":{"kind":"Name","value":"netPnl"}},{"kind":"Field","name":{"kind":"Name","value":"returnPct"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closeReason"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"accountReachable"}},{"kind":"Field","name":{"kind":"Name","value":"protection"}},{"kind":"Field","name":{"kind":"Name","value":"protectionDetail"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"watchedEverySeconds"}},{"kind":"Field","name":{"kind":"Name","value":"dataDelaySeconds"}},{"kind":"Field","name":{"kind":"Name","value":"words"}}]}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedSince"}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"venue"}},{"kind":"Field","name":{"kind":"Name","value":"fillModel"}},{"kind":"Field","name":{"kind":"Name","value":"fillModelVersion"}},{"kind":"Field","name":{"kind":"Name","value":"feeSchedule"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"deliveredFrom"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeliveryLink"}}]}},{"kind":"Field","name":{"kind":"Name","value":"untradable"}},{"kind":"Field","name":{"kind":"Name","value":"mark"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"context"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"strategy"}},{"kind":"Field","name":{"kind":"Name","value":"aiVerdict"}},{"kind":"Field","name":{"kind":"Name","value":"aiConfidence"}},{"kind":"Field","name":{"kind":"Name","value":"aiModel"}}]}},{"kind":"Field","name":{"kind":"Name","value":"orders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CorrectionParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FillCorrection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"averagePrice"}},{"kind":"Field","name":{"kind":"Name","value":"filledQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"bookedPrice"}},{"kind":"Field","name":{"kind":"Name","value":"toldAt"}},{"kind":"Field","name":{"kind":"Name","value":"take"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledBy"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AdjustmentParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ExitAdjustment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"stopPrice"}},{"kind":"Field","name":{"kind":"Name","value":"limitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"toldAt"}},{"kind":"Field","name":{"kind":"Name","value":"comparedAt"}},{"kind":"Field","name":{"kind":"Name","value":"choice"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledBy"}}]}}]} as unknown as DocumentNode<TradeDetailFragment, unknown>;
export const ChartedSnapshotFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChartedSnapshot"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Snapshot"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"takenAt"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"underlyingPrice"}}]}}]} as unknown as DocumentNode<ChartedSnapshotFragment, unknown>;
export const AlertsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Alerts"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mode"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TradingMode"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"unreadOnly"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"alerts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mode"}}},{"kind":"Argument","name":{"kind":"Name","value":"unreadOnly"},"value":{"kind":"Variable","name":{"kind":"Name","value":"unreadOnly"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AlertParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AlertParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Alert"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"tradeId"}},{"kind":"Field","name":{"kind":"Name","value":"raisedAt"}},{"kind":"Field","name":{"kind":"Name","value":"acknowledgedAt"}},{"kind":"Field","name":{"kind":"Name","value":"resolvedAt"}},{"kind":"Field","name":{"kind":"Name","value":"trade"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"ticker"}},{"kind":"Field","name":{"kind":"Name","value":"underlying"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"expiration"}},{"kind":"Field","name":{"kind":"Name","value":"strike"}},{"kind":"Field","name":{"kind":"Name","value":"right"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}}]}}]}}]} as unknown as DocumentNode<AlertsQuery, AlertsQueryVariables>;
export const AlertChangedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"AlertChanged"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mode"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TradingMode"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"alertChanged"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mode"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AlertParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AlertParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Alert"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"tradeId"}},{"kind":"Field","name":{"kind":"Name","value":"raisedAt"}},{"kind":"Field","name":{"kind":"Name","value":"acknowledgedAt"}},{"kind":"Field","name":{"kind":"Name","value":"resolvedAt"}},{"kind":"Field","name":{"kind":"Name","value":"trade"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"ticker"}},{"kind":"Field","name":{"kind":"Name","value":"underlying"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"expiration"}},{"kind":"Field","name":{"kind":"Name","value":"strike"}},{"kind":"Field","name":{"kind":"Name","value":"right"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}}]}}]}}]} as unknown as DocumentNode<AlertChangedSubscription, AlertChangedSubscriptionVariables>;
export const AcknowledgeAlertDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AcknowledgeAlert"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"acknowledgeAlert"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AlertParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AlertParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Alert"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"tradeId"}},{"kind":"Field","name":{"kind":"Name","value":"raisedAt"}},{"kind":"Field","name":{"kind":"Name","value":"acknowledgedAt"}},{"kind":"Field","name":{"kind":"Name","value":"resolvedAt"}},{"kind":"Field","name":{"kind":"Name","value":"trade"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"ticker"}},{"kind":"Field","name":{"kind":"Name","value":"underlying"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"expiration"}},{"kind":"Field","name":{"kind":"Name","value":"strike"}},{"kind":"Field","name":{"kind":"Name","value":"right"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}}]}}]}}]} as unknown as DocumentNode<AcknowledgeAlertMutation, AcknowledgeAlertMutationVariables>;
export const ResultsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Results"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mode"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TradingMode"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"TradeFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mode"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"groupBy"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"AI_MODEL"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ResultFigures"}},{"kind":"Field","name":{"kind":"Name","value":"sharpeEstimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sortino"}},{"kind":"Field","name":{"kind":"Name","value":"calmar"}},{"kind":"Field","name":{"kind":"Name","value":"exposureMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"ai"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"n"}},{"kind":"Field","name":{"kind":"Name","value":"brier"}},{"kind":"Field","name":{"kind":"Name","value":"baseRate"}},{"kind":"Field","name":{"kind":"Name","value":"baseBrier"}},{"kind":"Field","name":{"kind":"Name","value":"lift"}},{"kind":"Field","name":{"kind":"Name","value":"calibration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CalibrationParts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"segments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dimension"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"stats"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ai"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"n"}},{"kind":"Field","name":{"kind":"Name","value":"brier"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"dailyPnl"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mode"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"trades"}},{"kind":"Field","name":{"kind":"Name","value":"wins"}},{"kind":"Field","name":{"kind":"Name","value":"losses"}},{"kind":"Field","name":{"kind":"Name","value":"netPnl"}},{"kind":"Field","name":{"kind":"Name","value":"fees"}},{"kind":"Field","name":{"kind":"Name","value":"drawdown"}}]}},{"kind":"Field","name":{"kind":"Name","value":"deposits"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mode"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EstimateParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Estimate"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"low"}},{"kind":"Field","name":{"kind":"Name","value":"high"}},{"kind":"Field","name":{"kind":"Name","value":"n"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ResultFigures"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TradeStats"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trades"}},{"kind":"Field","name":{"kind":"Name","value":"wins"}},{"kind":"Field","name":{"kind":"Name","value":"losses"}},{"kind":"Field","name":{"kind":"Name","value":"scratches"}},{"kind":"Field","name":{"kind":"Name","value":"winRate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"profitFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"expectancy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"averageWin"}},{"kind":"Field","name":{"kind":"Name","value":"averageLoss"}},{"kind":"Field","name":{"kind":"Name","value":"totalPnl"}},{"kind":"Field","name":{"kind":"Name","value":"fees"}},{"kind":"Field","name":{"kind":"Name","value":"maxDrawdown"}},{"kind":"Field","name":{"kind":"Name","value":"longestLosingStreak"}},{"kind":"Field","name":{"kind":"Name","value":"byClose"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"pnl"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CalibrationParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CalibrationBucket"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bucket"}},{"kind":"Field","name":{"kind":"Name","value":"n"}},{"kind":"Field","name":{"kind":"Name","value":"predicted"}},{"kind":"Field","name":{"kind":"Name","value":"observed"}},{"kind":"Field","name":{"kind":"Name","value":"low"}},{"kind":"Field","name":{"kind":"Name","value":"high"}}]}}]} as unknown as DocumentNode<ResultsQuery, ResultsQueryVariables>;
export const FillsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Fills"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mode"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TradingMode"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"TradeFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fillQuality"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mode"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"withinSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"all"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FillCostParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"entries"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FillCostParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"exits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FillCostParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tight"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FillCostParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"delay"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"atFill"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FillCostParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"atQuote"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FillCostParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"byDelayPerUnit"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FillCostParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FillCost"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fills"}},{"kind":"Field","name":{"kind":"Name","value":"measured"}},{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"perUnit"}},{"kind":"Field","name":{"kind":"Name","value":"ofSpread"}}]}}]} as unknown as DocumentNode<FillsQuery, FillsQueryVariables>;
export const SegmentsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Segments"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mode"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TradingMode"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"TradeFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"by"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"StatsDimension"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mode"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"groupBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"by"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"segments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dimension"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"stats"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trades"}},{"kind":"Field","name":{"kind":"Name","value":"winRate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"expectancy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalPnl"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EstimateParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Estimate"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"low"}},{"kind":"Field","name":{"kind":"Name","value":"high"}},{"kind":"Field","name":{"kind":"Name","value":"n"}}]}}]} as unknown as DocumentNode<SegmentsQuery, SegmentsQueryVariables>;
export const ExchangeDaysDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ExchangeDays"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"exchangeDays"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"open"}},{"kind":"Field","name":{"kind":"Name","value":"halfDay"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<ExchangeDaysQuery, ExchangeDaysQueryVariables>;
export const OutcomesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Outcomes"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mode"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TradingMode"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"TradeFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trades"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mode"}}},{"kind":"Argument","name":{"kind":"Name","value":"phase"},"value":{"kind":"EnumValue","value":"CLOSED"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"500"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"ticker"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"multiplier"}},{"kind":"Field","name":{"kind":"Name","value":"filledQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"entryPrice"}},{"kind":"Field","name":{"kind":"Name","value":"exitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"initialStopLoss"}},{"kind":"Field","name":{"kind":"Name","value":"riskAtEntry"}},{"kind":"Field","name":{"kind":"Name","value":"rMultiple"}},{"kind":"Field","name":{"kind":"Name","value":"costBasis"}},{"kind":"Field","name":{"kind":"Name","value":"fees"}},{"kind":"Field","name":{"kind":"Name","value":"netPnl"}},{"kind":"Field","name":{"kind":"Name","value":"returnPct"}},{"kind":"Field","name":{"kind":"Name","value":"maxFavorableExcursion"}},{"kind":"Field","name":{"kind":"Name","value":"maxAdverseExcursion"}},{"kind":"Field","name":{"kind":"Name","value":"excursionsComplete"}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"holdMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]} as unknown as DocumentNode<OutcomesQuery, OutcomesQueryVariables>;
export const FillErrorsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FillErrors"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mode"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TradingMode"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"TradeFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fillErrors"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mode"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"dimension"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"DistanceParts"}},{"kind":"Field","name":{"kind":"Name","value":"bySpread"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"spread"}},{"kind":"Field","name":{"kind":"Name","value":"cents"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"ofSpread"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"refused"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EstimateParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Estimate"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"low"}},{"kind":"Field","name":{"kind":"Name","value":"high"}},{"kind":"Field","name":{"kind":"Name","value":"n"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DistanceParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FillError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"ofSpread"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"refused"}}]}}]} as unknown as DocumentNode<FillErrorsQuery, FillErrorsQueryVariables>;
export const ForecastScoresDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ForecastScores"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"market"},"name":{"kind":"Name","value":"forecastStats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"simulated"},"value":{"kind":"BooleanValue","value":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ForecastScore"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"madeUp"},"name":{"kind":"Name","value":"forecastStats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"simulated"},"value":{"kind":"BooleanValue","value":true}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ForecastScore"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EstimateParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Estimate"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"low"}},{"kind":"Field","name":{"kind":"Name","value":"high"}},{"kind":"Field","name":{"kind":"Name","value":"n"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CalibrationParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CalibrationBucket"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bucket"}},{"kind":"Field","name":{"kind":"Name","value":"n"}},{"kind":"Field","name":{"kind":"Name","value":"predicted"}},{"kind":"Field","name":{"kind":"Name","value":"observed"}},{"kind":"Field","name":{"kind":"Name","value":"low"}},{"kind":"Field","name":{"kind":"Name","value":"high"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ForecastScore"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ForecastStats"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"open"}},{"kind":"Field","name":{"kind":"Name","value":"n"}},{"kind":"Field","name":{"kind":"Name","value":"voids"}},{"kind":"Field","name":{"kind":"Name","value":"brier"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"baseRate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"baseBrier"}},{"kind":"Field","name":{"kind":"Name","value":"lift"}},{"kind":"Field","name":{"kind":"Name","value":"calibration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CalibrationParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"models"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"n"}},{"kind":"Field","name":{"kind":"Name","value":"voids"}},{"kind":"Field","name":{"kind":"Name","value":"baseBrier"}},{"kind":"Field","name":{"kind":"Name","value":"brier"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}}]}}]}}]} as unknown as DocumentNode<ForecastScoresQuery, ForecastScoresQueryVariables>;
export const ForecastsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Forecasts"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"simulated"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"forecasts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"simulated"},"value":{"kind":"Variable","name":{"kind":"Name","value":"simulated"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"venue"}},{"kind":"Field","name":{"kind":"Name","value":"claim"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"stop"}},{"kind":"Field","name":{"kind":"Name","value":"closeOn"}},{"kind":"Field","name":{"kind":"Name","value":"horizon"}},{"kind":"Field","name":{"kind":"Name","value":"probability"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"promptVersion"}},{"kind":"Field","name":{"kind":"Name","value":"rationale"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}},{"kind":"Field","name":{"kind":"Name","value":"recordedBy"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"priceSource"}},{"kind":"Field","name":{"kind":"Name","value":"priceAgeSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"priceDelayed"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"decidedPrice"}},{"kind":"Field","name":{"kind":"Name","value":"decidedAt"}},{"kind":"Field","name":{"kind":"Name","value":"decidedBy"}},{"kind":"Field","name":{"kind":"Name","value":"bars"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]} as unknown as DocumentNode<ForecastsQuery, ForecastsQueryVariables>;
export const ViewerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]}}]} as unknown as DocumentNode<ViewerQuery, ViewerQueryVariables>;
export const DeskStatusDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DeskStatus"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mode"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TradingMode"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"systemStatus"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mode"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeskStatus"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeskStatus"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SystemStatus"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"venue"}},{"kind":"Field","name":{"kind":"Name","value":"simulated"}},{"kind":"Field","name":{"kind":"Name","value":"marketSession"}},{"kind":"Field","name":{"kind":"Name","value":"nextSessionChange"}},{"kind":"Field","name":{"kind":"Name","value":"sessionSource"}},{"kind":"Field","name":{"kind":"Name","value":"sessionUnconfirmed"}},{"kind":"Field","name":{"kind":"Name","value":"clock"}},{"kind":"Field","name":{"kind":"Name","value":"testClock"}},{"kind":"Field","name":{"kind":"Name","value":"dataAgeSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"armPhrase"}},{"kind":"Field","name":{"kind":"Name","value":"armed"}},{"kind":"Field","name":{"kind":"Name","value":"armedUntil"}},{"kind":"Field","name":{"kind":"Name","value":"killSwitch"}},{"kind":"Field","name":{"kind":"Name","value":"ownKillSwitch"}},{"kind":"Field","name":{"kind":"Name","value":"switchCauses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"trippedAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"words"}}]}},{"kind":"Field","name":{"kind":"Name","value":"deskHalt"}},{"kind":"Field","name":{"kind":"Name","value":"unknownOrders"}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedTrades"}},{"kind":"Field","name":{"kind":"Name","value":"snapshotCompleteness"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"taken"}},{"kind":"Field","name":{"kind":"Name","value":"gaps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"cause"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]} as unknown as DocumentNode<DeskStatusQuery, DeskStatusQueryVariables>;
export const DeskStatusChangedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"DeskStatusChanged"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mode"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TradingMode"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"systemStatusChanged"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mode"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeskStatus"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeskStatus"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SystemStatus"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"venue"}},{"kind":"Field","name":{"kind":"Name","value":"simulated"}},{"kind":"Field","name":{"kind":"Name","value":"marketSession"}},{"kind":"Field","name":{"kind":"Name","value":"nextSessionChange"}},{"kind":"Field","name":{"kind":"Name","value":"sessionSource"}},{"kind":"Field","name":{"kind":"Name","value":"sessionUnconfirmed"}},{"kind":"Field","name":{"kind":"Name","value":"clock"}},{"kind":"Field","name":{"kind":"Name","value":"testClock"}},{"kind":"Field","name":{"kind":"Name","value":"dataAgeSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"armPhrase"}},{"kind":"Field","name":{"kind":"Name","value":"armed"}},{"kind":"Field","name":{"kind":"Name","value":"armedUntil"}},{"kind":"Field","name":{"kind":"Name","value":"killSwitch"}},{"kind":"Field","name":{"kind":"Name","value":"ownKillSwitch"}},{"kind":"Field","name":{"kind":"Name","value":"switchCauses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"trippedAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"words"}}]}},{"kind":"Field","name":{"kind":"Name","value":"deskHalt"}},{"kind":"Field","name":{"kind":"Name","value":"unknownOrders"}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedTrades"}},{"kind":"Field","name":{"kind":"Name","value":"snapshotCompleteness"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"taken"}},{"kind":"Field","name":{"kind":"Name","value":"gaps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"cause"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]} as unknown as DocumentNode<DeskStatusChangedSubscription, DeskStatusChangedSubscriptionVariables>;
export const SetKillSwitchDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetKillSwitch"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mode"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TradingMode"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"level"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"KillSwitchLevel"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setKillSwitch"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mode"}}},{"kind":"Argument","name":{"kind":"Name","value":"level"},"value":{"kind":"Variable","name":{"kind":"Name","value":"level"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeskStatus"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeskStatus"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SystemStatus"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"venue"}},{"kind":"Field","name":{"kind":"Name","value":"simulated"}},{"kind":"Field","name":{"kind":"Name","value":"marketSession"}},{"kind":"Field","name":{"kind":"Name","value":"nextSessionChange"}},{"kind":"Field","name":{"kind":"Name","value":"sessionSource"}},{"kind":"Field","name":{"kind":"Name","value":"sessionUnconfirmed"}},{"kind":"Field","name":{"kind":"Name","value":"clock"}},{"kind":"Field","name":{"kind":"Name","value":"testClock"}},{"kind":"Field","name":{"kind":"Name","value":"dataAgeSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"armPhrase"}},{"kind":"Field","name":{"kind":"Name","value":"armed"}},{"kind":"Field","name":{"kind":"Name","value":"armedUntil"}},{"kind":"Field","name":{"kind":"Name","value":"killSwitch"}},{"kind":"Field","name":{"kind":"Name","value":"ownKillSwitch"}},{"kind":"Field","name":{"kind":"Name","value":"switchCauses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"trippedAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"words"}}]}},{"kind":"Field","name":{"kind":"Name","value":"deskHalt"}},{"kind":"Field","name":{"kind":"Name","value":"unknownOrders"}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedTrades"}},{"kind":"Field","name":{"kind":"Name","value":"snapshotCompleteness"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"taken"}},{"kind":"Field","name":{"kind":"Name","value":"gaps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"cause"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]} as unknown as DocumentNode<SetKillSwitchMutation, SetKillSwitchMutationVariables>;
export const DeskTradesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DeskTrades"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mode"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TradingMode"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"open"},"name":{"kind":"Name","value":"trades"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mode"}}},{"kind":"Argument","name":{"kind":"Name","value":"phase"},"value":{"kind":"EnumValue","value":"OPEN"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"500"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TradeRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"pending"},"name":{"kind":"Name","value":"trades"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mode"}}},{"kind":"Argument","name":{"kind":"Name","value":"phase"},"value":{"kind":"EnumValue","value":"PENDING"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"500"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TradeRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeliveryLink"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Trade"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"ticker"}},{"kind":"Field","name":{"kind":"Name","value":"underlying"}},{"kind":"Field","name":{"kind":"Name","value":"strike"}},{"kind":"Field","name":{"kind":"Name","value":"right"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Mark"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bid"}},{"kind":"Field","name":{"kind":"Name","value":"ask"}},{"kind":"Field","name":{"kind":"Name","value":"mid"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"delta"}},{"kind":"Field","name":{"kind":"Name","value":"gamma"}},{"kind":"Field","name":{"kind":"Name","value":"theta"}},{"kind":"Field","name":{"kind":"Name","value":"vega"}},{"kind":"Field","name":{"kind":"Name","value":"iv"}},{"kind":"Field","name":{"kind":"Name","value":"underlyingPrice"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"sourceTime"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"ageSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"delayed"}},{"kind":"Field","name":{"kind":"Name","value":"stale"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TradeRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Trade"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"ticker"}},{"kind":"Field","name":{"kind":"Name","value":"decimals"}},{"kind":"Field","name":{"kind":"Name","value":"settlementToken"}},{"kind":"Field","name":{"kind":"Name","value":"underlying"}},{"kind":"Field","name":{"kind":"Name","value":"expiration"}},{"kind":"Field","name":{"kind":"Name","value":"strike"}},{"kind":"Field","name":{"kind":"Name","value":"right"}},{"kind":"Field","name":{"kind":"Name","value":"multiplier"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"filledQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"openQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"orderType"}},{"kind":"Field","name":{"kind":"Name","value":"timeInForce"}},{"kind":"Field","name":{"kind":"Name","value":"limitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"entryPrice"}},{"kind":"Field","name":{"kind":"Name","value":"exitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"stopLoss"}},{"kind":"Field","name":{"kind":"Name","value":"takeProfit"}},{"kind":"Field","name":{"kind":"Name","value":"trailingPct"}},{"kind":"Field","name":{"kind":"Name","value":"trailingStop"}},{"kind":"Field","name":{"kind":"Name","value":"initialStopLoss"}},{"kind":"Field","name":{"kind":"Name","value":"toStop"}},{"kind":"Field","name":{"kind":"Name","value":"highWaterMark"}},{"kind":"Field","name":{"kind":"Name","value":"costBasis"}},{"kind":"Field","name":{"kind":"Name","value":"unrealizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"realizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"fees"}},{"kind":"Field","name":{"kind":"Name","value":"netPnl"}},{"kind":"Field","name":{"kind":"Name","value":"returnPct"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closeReason"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"accountReachable"}},{"kind":"Field","name":{"kind":"Name","value":"protection"}},{"kind":"Field","name":{"kind":"Name","value":"protectionDetail"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"watchedEverySeconds"}},{"kind":"Field","name":{"kind":"Name","value":"dataDelaySeconds"}},{"kind":"Field","name":{"kind":"Name","value":"words"}}]}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedSince"}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"venue"}},{"kind":"Field","name":{"kind":"Name","value":"fillModel"}},{"kind":"Field","name":{"kind":"Name","value":"fillModelVersion"}},{"kind":"Field","name":{"kind":"Name","value":"feeSchedule"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"deliveredFrom"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeliveryLink"}}]}},{"kind":"Field","name":{"kind":"Name","value":"untradable"}},{"kind":"Field","name":{"kind":"Name","value":"mark"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"context"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"strategy"}},{"kind":"Field","name":{"kind":"Name","value":"aiVerdict"}},{"kind":"Field","name":{"kind":"Name","value":"aiConfidence"}},{"kind":"Field","name":{"kind":"Name","value":"aiModel"}}]}},{"kind":"Field","name":{"kind":"Name","value":"orders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]} as unknown as DocumentNode<DeskTradesQuery, DeskTradesQueryVariables>;
export const BookFiguresDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"BookFigures"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mode"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TradingMode"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"portfolio"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mode"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Book"}}]}},{"kind":"Field","name":{"kind":"Name","value":"positions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mode"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"ticker"}},{"kind":"Field","name":{"kind":"Name","value":"underlying"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"costBasis"}},{"kind":"Field","name":{"kind":"Name","value":"tradeIds"}}]}},{"kind":"Field","name":{"kind":"Name","value":"limitUse"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mode"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LimitUseParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Book"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Portfolio"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"connected"}},{"kind":"Field","name":{"kind":"Name","value":"cash"}},{"kind":"Field","name":{"kind":"Name","value":"equity"}},{"kind":"Field","name":{"kind":"Name","value":"unmarked"}},{"kind":"Field","name":{"kind":"Name","value":"buyingPower"}},{"kind":"Field","name":{"kind":"Name","value":"openPnl"}},{"kind":"Field","name":{"kind":"Name","value":"dayPnl"}},{"kind":"Field","name":{"kind":"Name","value":"toStops"}},{"kind":"Field","name":{"kind":"Name","value":"withoutStop"}},{"kind":"Field","name":{"kind":"Name","value":"realizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"fees"}},{"kind":"Field","name":{"kind":"Name","value":"deposits"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LimitUseParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitUse"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"used"}},{"kind":"Field","name":{"kind":"Name","value":"limit"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}}]} as unknown as DocumentNode<BookFiguresQuery, BookFiguresQueryVariables>;
export const WalletHoldingsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WalletHoldings"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mode"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TradingMode"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"holdings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mode"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"wallet"}},{"kind":"Field","name":{"kind":"Name","value":"named"}},{"kind":"Field","name":{"kind":"Name","value":"leftOut"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"slot"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"ageSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"feeSol"}},{"kind":"Field","name":{"kind":"Name","value":"keptSol"}},{"kind":"Field","name":{"kind":"Name","value":"unlisted"}},{"kind":"Field","name":{"kind":"Name","value":"holdings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"HoldingParts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HoldingParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Holding"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mint"}},{"kind":"Field","name":{"kind":"Name","value":"ticker"}},{"kind":"Field","name":{"kind":"Name","value":"program"}},{"kind":"Field","name":{"kind":"Name","value":"decimals"}},{"kind":"Field","name":{"kind":"Name","value":"rawAmount"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"frozen"}},{"kind":"Field","name":{"kind":"Name","value":"booked"}},{"kind":"Field","name":{"kind":"Name","value":"ownBooked"}},{"kind":"Field","name":{"kind":"Name","value":"unbooked"}},{"kind":"Field","name":{"kind":"Name","value":"missing"}},{"kind":"Field","name":{"kind":"Name","value":"money"}},{"kind":"Field","name":{"kind":"Name","value":"slot"}},{"kind":"Field","name":{"kind":"Name","value":"since"}}]}}]} as unknown as DocumentNode<WalletHoldingsQuery, WalletHoldingsQueryVariables>;
export const PreviewAdoptionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PreviewAdoption"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AdoptHoldingInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"previewAdoption"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"wallet"}},{"kind":"Field","name":{"kind":"Name","value":"mint"}},{"kind":"Field","name":{"kind":"Name","value":"ticker"}},{"kind":"Field","name":{"kind":"Name","value":"decimals"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"cost"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"unbooked"}},{"kind":"Field","name":{"kind":"Name","value":"booked"}},{"kind":"Field","name":{"kind":"Name","value":"slot"}},{"kind":"Field","name":{"kind":"Name","value":"confirmationToken"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}}]}}]} as unknown as DocumentNode<PreviewAdoptionQuery, PreviewAdoptionQueryVariables>;
export const AdoptHoldingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AdoptHolding"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AdoptHoldingInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"adoptHolding"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<AdoptHoldingMutation, AdoptHoldingMutationVariables>;
export const FilterChoicesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FilterChoices"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mode"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TradingMode"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mode"}}},{"kind":"Argument","name":{"kind":"Name","value":"groupBy"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"UNDERLYING"},{"kind":"EnumValue","value":"STRATEGY"},{"kind":"EnumValue","value":"TAG"},{"kind":"EnumValue","value":"AI_MODEL"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"segments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dimension"}},{"kind":"Field","name":{"kind":"Name","value":"key"}}]}}]}}]}}]} as unknown as DocumentNode<FilterChoicesQuery, FilterChoicesQueryVariables>;
export const ClosedTradesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ClosedTrades"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mode"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TradingMode"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"TradeFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trades"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mode"}}},{"kind":"Argument","name":{"kind":"Name","value":"phase"},"value":{"kind":"EnumValue","value":"CLOSED"}},{"kind":"Argument","name":{"kind":"Name","value":"order"},"value":{"kind":"EnumValue","value":"CLOSED"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TradeRow"}},{"kind":"Field","name":{"kind":"Name","value":"maxFavorableExcursion"}},{"kind":"Field","name":{"kind":"Name","value":"maxAdverseExcursion"}},{"kind":"Field","name":{"kind":"Name","value":"excursionsComplete"}},{"kind":"Field","name":{"kind":"Name","value":"holdMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"dteAtEntry"}},{"kind":"Field","name":{"kind":"Name","value":"notes"}},{"kind":"Field","name":{"kind":"Name","value":"initialStopLoss"}},{"kind":"Field","name":{"kind":"Name","value":"riskAtEntry"}},{"kind":"Field","name":{"kind":"Name","value":"rMultiple"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeliveryLink"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Trade"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"ticker"}},{"kind":"Field","name":{"kind":"Name","value":"underlying"}},{"kind":"Field","name":{"kind":"Name","value":"strike"}},{"kind":"Field","name":{"kind":"Name","value":"right"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Mark"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bid"}},{"kind":"Field","name":{"kind":"Name","value":"ask"}},{"kind":"Field","name":{"kind":"Name","value":"mid"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"delta"}},{"kind":"Field","name":{"kind":"Name","value":"gamma"}},{"kind":"Field","name":{"kind":"Name","value":"theta"}},{"kind":"Field","name":{"kind":"Name","value":"vega"}},{"kind":"Field","name":{"kind":"Name","value":"iv"}},{"kind":"Field","name":{"kind":"Name","value":"underlyingPrice"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"sourceTime"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"ageSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"delayed"}},{"kind":"Field","name":{"kind":"Name","value":"stale"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TradeRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Trade"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"ticker"}},{"kind":"Field","name":{"kind":"Name","value":"decimals"}},{"kind":"Field","name":{"kind":"Name","value":"settlementToken"}},{"kind":"Field","name":{"kind":"Name","value":"underlying"}},{"kind":"Field","name":{"kind":"Name","value":"expiration"}},{"kind":"Field","name":{"kind":"Name","value":"strike"}},{"kind":"Field","name":{"kind":"Name","value":"right"}},{"kind":"Field","name":{"kind":"Name","value":"multiplier"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"filledQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"openQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"orderType"}},{"kind":"Field","name":{"kind":"Name","value":"timeInForce"}},{"kind":"Field","name":{"kind":"Name","value":"limitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"entryPrice"}},{"kind":"Field","name":{"kind":"Name","value":"exitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"stopLoss"}},{"kind":"Field","name":{"kind":"Name","value":"takeProfit"}},{"kind":"Field","name":{"kind":"Name","value":"trailingPct"}},{"kind":"Field","name":{"kind":"Name","value":"trailingStop"}},{"kind":"Field","name":{"kind":"Name","value":"initialStopLoss"}},{"kind":"Field","name":{"kind":"Name","value":"toStop"}},{"kind":"Field","name":{"kind":"Name","value":"highWaterMark"}},{"kind":"Field","name":{"kind":"Name","value":"costBasis"}},{"kind":"Field","name":{"kind":"Name","value":"unrealizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"realizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"fees"}},{"kind":"Field","name":{"kind":"Name","value":"netPnl"}},{"kind":"Field","name":{"kind":"Name","value":"returnPct"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closeReason"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"accountReachable"}},{"kind":"Field","name":{"kind":"Name","value":"protection"}},{"kind":"Field","name":{"kind":"Name","value":"protectionDetail"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"watchedEverySeconds"}},{"kind":"Field","name":{"kind":"Name","value":"dataDelaySeconds"}},{"kind":"Field","name":{"kind":"Name","value":"words"}}]}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedSince"}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"venue"}},{"kind":"Field","name":{"kind":"Name","value":"fillModel"}},{"kind":"Field","name":{"kind":"Name","value":"fillModelVersion"}},{"kind":"Field","name":{"kind":"Name","value":"feeSchedule"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"deliveredFrom"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeliveryLink"}}]}},{"kind":"Field","name":{"kind":"Name","value":"untradable"}},{"kind":"Field","name":{"kind":"Name","value":"mark"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"context"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"strategy"}},{"kind":"Field","name":{"kind":"Name","value":"aiVerdict"}},{"kind":"Field","name":{"kind":"Name","value":"aiConfidence"}},{"kind":"Field","name":{"kind":"Name","value":"aiModel"}}]}},{"kind":"Field","name":{"kind":"Name","value":"orders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]} as unknown as DocumentNode<ClosedTradesQuery, ClosedTradesQueryVariables>;
export const ClosedTotalsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ClosedTotals"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mode"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TradingMode"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"TradeFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stats"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mode"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ResultFigures"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EstimateParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Estimate"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"low"}},{"kind":"Field","name":{"kind":"Name","value":"high"}},{"kind":"Field","name":{"kind":"Name","value":"n"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ResultFigures"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TradeStats"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trades"}},{"kind":"Field","name":{"kind":"Name","value":"wins"}},{"kind":"Field","name":{"kind":"Name","value":"losses"}},{"kind":"Field","name":{"kind":"Name","value":"scratches"}},{"kind":"Field","name":{"kind":"Name","value":"winRate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"profitFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"expectancy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"averageWin"}},{"kind":"Field","name":{"kind":"Name","value":"averageLoss"}},{"kind":"Field","name":{"kind":"Name","value":"totalPnl"}},{"kind":"Field","name":{"kind":"Name","value":"fees"}},{"kind":"Field","name":{"kind":"Name","value":"maxDrawdown"}},{"kind":"Field","name":{"kind":"Name","value":"longestLosingStreak"}},{"kind":"Field","name":{"kind":"Name","value":"byClose"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"pnl"}}]}}]}}]} as unknown as DocumentNode<ClosedTotalsQuery, ClosedTotalsQueryVariables>;
export const GlossaryDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Glossary"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"glossary"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"group"}},{"kind":"Field","name":{"kind":"Name","value":"meaning"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"formula"}},{"kind":"Field","name":{"kind":"Name","value":"saysNot"}},{"kind":"Field","name":{"kind":"Name","value":"related"}}]}}]}}]} as unknown as DocumentNode<GlossaryQuery, GlossaryQueryVariables>;
export const TradesChangedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"TradesChanged"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mode"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TradingMode"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tradesChanged"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mode"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"events"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"sequence"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"trade"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"ticker"}},{"kind":"Field","name":{"kind":"Name","value":"underlying"}},{"kind":"Field","name":{"kind":"Name","value":"strike"}},{"kind":"Field","name":{"kind":"Name","value":"right"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"changed"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TradeRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"marked"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkedRow"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeliveryLink"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Trade"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"ticker"}},{"kind":"Field","name":{"kind":"Name","value":"underlying"}},{"kind":"Field","name":{"kind":"Name","value":"strike"}},{"kind":"Field","name":{"kind":"Name","value":"right"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Mark"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bid"}},{"kind":"Field","name":{"kind":"Name","value":"ask"}},{"kind":"Field","name":{"kind":"Name","value":"mid"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"delta"}},{"kind":"Field","name":{"kind":"Name","value":"gamma"}},{"kind":"Field","name":{"kind":"Name","value":"theta"}},{"kind":"Field","name":{"kind":"Name","value":"vega"}},{"kind":"Field","name":{"kind":"Name","value":"iv"}},{"kind":"Field","name":{"kind":"Name","value":"underlyingPrice"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"sourceTime"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"ageSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"delayed"}},{"kind":"Field","name":{"kind":"Name","value":"stale"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TradeRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Trade"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"ticker"}},{"kind":"Field","name":{"kind":"Name","value":"decimals"}},{"kind":"Field","name":{"kind":"Name","value":"settlementToken"}},{"kind":"Field","name":{"kind":"Name","value":"underlying"}},{"kind":"Field","name":{"kind":"Name","value":"expiration"}},{"kind":"Field","name":{"kind":"Name","value":"strike"}},{"kind":"Field","name":{"kind":"Name","value":"right"}},{"kind":"Field","name":{"kind":"Name","value":"multiplier"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"filledQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"openQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"orderType"}},{"kind":"Field","name":{"kind":"Name","value":"timeInForce"}},{"kind":"Field","name":{"kind":"Name","value":"limitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"entryPrice"}},{"kind":"Field","name":{"kind":"Name","value":"exitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"stopLoss"}},{"kind":"Field","name":{"kind":"Name","value":"takeProfit"}},{"kind":"Field","name":{"kind":"Name","value":"trailingPct"}},{"kind":"Field","name":{"kind":"Name","value":"trailingStop"}},{"kind":"Field","name":{"kind":"Name","value":"initialStopLoss"}},{"kind":"Field","name":{"kind":"Name","value":"toStop"}},{"kind":"Field","name":{"kind":"Name","value":"highWaterMark"}},{"kind":"Field","name":{"kind":"Name","value":"costBasis"}},{"kind":"Field","name":{"kind":"Name","value":"unrealizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"realizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"fees"}},{"kind":"Field","name":{"kind":"Name","value":"netPnl"}},{"kind":"Field","name":{"kind":"Name","value":"returnPct"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closeReason"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"accountReachable"}},{"kind":"Field","name":{"kind":"Name","value":"protection"}},{"kind":"Field","name":{"kind":"Name","value":"protectionDetail"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"watchedEverySeconds"}},{"kind":"Field","name":{"kind":"Name","value":"dataDelaySeconds"}},{"kind":"Field","name":{"kind":"Name","value":"words"}}]}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedSince"}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"venue"}},{"kind":"Field","name":{"kind":"Name","value":"fillModel"}},{"kind":"Field","name":{"kind":"Name","value":"fillModelVersion"}},{"kind":"Field","name":{"kind":"Name","value":"feeSchedule"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"deliveredFrom"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeliveryLink"}}]}},{"kind":"Field","name":{"kind":"Name","value":"untradable"}},{"kind":"Field","name":{"kind":"Name","value":"mark"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"context"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"strategy"}},{"kind":"Field","name":{"kind":"Name","value":"aiVerdict"}},{"kind":"Field","name":{"kind":"Name","value":"aiConfidence"}},{"kind":"Field","name":{"kind":"Name","value":"aiModel"}}]}},{"kind":"Field","name":{"kind":"Name","value":"orders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkedRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Trade"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"unrealizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"returnPct"}},{"kind":"Field","name":{"kind":"Name","value":"toStop"}},{"kind":"Field","name":{"kind":"Name","value":"highWaterMark"}},{"kind":"Field","name":{"kind":"Name","value":"trailingStop"}},{"kind":"Field","name":{"kind":"Name","value":"stopLoss"}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"untradable"}},{"kind":"Field","name":{"kind":"Name","value":"protectionDetail"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"watchedEverySeconds"}},{"kind":"Field","name":{"kind":"Name","value":"dataDelaySeconds"}},{"kind":"Field","name":{"kind":"Name","value":"words"}}]}},{"kind":"Field","name":{"kind":"Name","value":"mark"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkParts"}}]}}]}}]} as unknown as DocumentNode<TradesChangedSubscription, TradesChangedSubscriptionVariables>;
export const CurrentQuotesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CurrentQuotes"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mode"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TradingMode"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"symbols"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quotes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mode"}}},{"kind":"Argument","name":{"kind":"Name","value":"symbols"},"value":{"kind":"Variable","name":{"kind":"Name","value":"symbols"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"QuoteParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"QuoteParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Quote"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"bid"}},{"kind":"Field","name":{"kind":"Name","value":"ask"}},{"kind":"Field","name":{"kind":"Name","value":"mid"}},{"kind":"Field","name":{"kind":"Name","value":"last"}},{"kind":"Field","name":{"kind":"Name","value":"volume"}},{"kind":"Field","name":{"kind":"Name","value":"openInterest"}},{"kind":"Field","name":{"kind":"Name","value":"delta"}},{"kind":"Field","name":{"kind":"Name","value":"gamma"}},{"kind":"Field","name":{"kind":"Name","value":"theta"}},{"kind":"Field","name":{"kind":"Name","value":"vega"}},{"kind":"Field","name":{"kind":"Name","value":"iv"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"sourceTime"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"ageSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"delayed"}},{"kind":"Field","name":{"kind":"Name","value":"stale"}}]}}]} as unknown as DocumentNode<CurrentQuotesQuery, CurrentQuotesQueryVariables>;
export const QuoteUpdatedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"QuoteUpdated"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mode"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TradingMode"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"symbols"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quoteUpdated"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mode"}}},{"kind":"Argument","name":{"kind":"Name","value":"symbols"},"value":{"kind":"Variable","name":{"kind":"Name","value":"symbols"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"QuoteParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"QuoteParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Quote"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"bid"}},{"kind":"Field","name":{"kind":"Name","value":"ask"}},{"kind":"Field","name":{"kind":"Name","value":"mid"}},{"kind":"Field","name":{"kind":"Name","value":"last"}},{"kind":"Field","name":{"kind":"Name","value":"volume"}},{"kind":"Field","name":{"kind":"Name","value":"openInterest"}},{"kind":"Field","name":{"kind":"Name","value":"delta"}},{"kind":"Field","name":{"kind":"Name","value":"gamma"}},{"kind":"Field","name":{"kind":"Name","value":"theta"}},{"kind":"Field","name":{"kind":"Name","value":"vega"}},{"kind":"Field","name":{"kind":"Name","value":"iv"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"sourceTime"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"ageSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"delayed"}},{"kind":"Field","name":{"kind":"Name","value":"stale"}}]}}]} as unknown as DocumentNode<QuoteUpdatedSubscription, QuoteUpdatedSubscriptionVariables>;
export const SparklinesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Sparklines"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mode"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TradingMode"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trades"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mode"}}},{"kind":"Argument","name":{"kind":"Name","value":"phase"},"value":{"kind":"EnumValue","value":"OPEN"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"snapshots"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"40"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"takenAt"}},{"kind":"Field","name":{"kind":"Name","value":"price"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<SparklinesQuery, SparklinesQueryVariables>;
export const RecentEventsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RecentEvents"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mode"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TradingMode"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trades"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mode"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"12"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"ticker"}},{"kind":"Field","name":{"kind":"Name","value":"underlying"}},{"kind":"Field","name":{"kind":"Name","value":"strike"}},{"kind":"Field","name":{"kind":"Name","value":"right"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"events"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"4"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"sequence"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<RecentEventsQuery, RecentEventsQueryVariables>;
export const RefreshPricesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RefreshPrices"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mode"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TradingMode"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"refreshPrices"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mode"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TradeRow"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeliveryLink"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Trade"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"ticker"}},{"kind":"Field","name":{"kind":"Name","value":"underlying"}},{"kind":"Field","name":{"kind":"Name","value":"strike"}},{"kind":"Field","name":{"kind":"Name","value":"right"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Mark"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bid"}},{"kind":"Field","name":{"kind":"Name","value":"ask"}},{"kind":"Field","name":{"kind":"Name","value":"mid"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"delta"}},{"kind":"Field","name":{"kind":"Name","value":"gamma"}},{"kind":"Field","name":{"kind":"Name","value":"theta"}},{"kind":"Field","name":{"kind":"Name","value":"vega"}},{"kind":"Field","name":{"kind":"Name","value":"iv"}},{"kind":"Field","name":{"kind":"Name","value":"underlyingPrice"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"sourceTime"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"ageSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"delayed"}},{"kind":"Field","name":{"kind":"Name","value":"stale"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TradeRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Trade"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"ticker"}},{"kind":"Field","name":{"kind":"Name","value":"decimals"}},{"kind":"Field","name":{"kind":"Name","value":"settlementToken"}},{"kind":"Field","name":{"kind":"Name","value":"underlying"}},{"kind":"Field","name":{"kind":"Name","value":"expiration"}},{"kind":"Field","name":{"kind":"Name","value":"strike"}},{"kind":"Field","name":{"kind":"Name","value":"right"}},{"kind":"Field","name":{"kind":"Name","value":"multiplier"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"filledQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"openQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"orderType"}},{"kind":"Field","name":{"kind":"Name","value":"timeInForce"}},{"kind":"Field","name":{"kind":"Name","value":"limitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"entryPrice"}},{"kind":"Field","name":{"kind":"Name","value":"exitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"stopLoss"}},{"kind":"Field","name":{"kind":"Name","value":"takeProfit"}},{"kind":"Field","name":{"kind":"Name","value":"trailingPct"}},{"kind":"Field","name":{"kind":"Name","value":"trailingStop"}},{"kind":"Field","name":{"kind":"Name","value":"initialStopLoss"}},{"kind":"Field","name":{"kind":"Name","value":"toStop"}},{"kind":"Field","name":{"kind":"Name","value":"highWaterMark"}},{"kind":"Field","name":{"kind":"Name","value":"costBasis"}},{"kind":"Field","name":{"kind":"Name","value":"unrealizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"realizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"fees"}},{"kind":"Field","name":{"kind":"Name","value":"netPnl"}},{"kind":"Field","name":{"kind":"Name","value":"returnPct"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closeReason"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"accountReachable"}},{"kind":"Field","name":{"kind":"Name","value":"protection"}},{"kind":"Field","name":{"kind":"Name","value":"protectionDetail"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"watchedEverySeconds"}},{"kind":"Field","name":{"kind":"Name","value":"dataDelaySeconds"}},{"kind":"Field","name":{"kind":"Name","value":"words"}}]}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedSince"}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"venue"}},{"kind":"Field","name":{"kind":"Name","value":"fillModel"}},{"kind":"Field","name":{"kind":"Name","value":"fillModelVersion"}},{"kind":"Field","name":{"kind":"Name","value":"feeSchedule"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"deliveredFrom"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeliveryLink"}}]}},{"kind":"Field","name":{"kind":"Name","value":"untradable"}},{"kind":"Field","name":{"kind":"Name","value":"mark"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"context"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"strategy"}},{"kind":"Field","name":{"kind":"Name","value":"aiVerdict"}},{"kind":"Field","name":{"kind":"Name","value":"aiConfidence"}},{"kind":"Field","name":{"kind":"Name","value":"aiModel"}}]}},{"kind":"Field","name":{"kind":"Name","value":"orders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]} as unknown as DocumentNode<RefreshPricesMutation, RefreshPricesMutationVariables>;
export const WatchedTokensDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WatchedTokens"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"watchedTokens"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mint"}},{"kind":"Field","name":{"kind":"Name","value":"ticker"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"decimals"}},{"kind":"Field","name":{"kind":"Name","value":"verified"}},{"kind":"Field","name":{"kind":"Name","value":"warnings"}},{"kind":"Field","name":{"kind":"Name","value":"info"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PriceParts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PriceParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PriceInfo"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"token"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}},{"kind":"Field","name":{"kind":"Name","value":"parts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"weight"}},{"kind":"Field","name":{"kind":"Name","value":"cause"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"liquidityUsd"}},{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"Field","name":{"kind":"Name","value":"verdicts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}}]}}]} as unknown as DocumentNode<WatchedTokensQuery, WatchedTokensQueryVariables>;
export const SearchTokensDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SearchTokens"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"text"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"searchTokens"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"text"},"value":{"kind":"Variable","name":{"kind":"Name","value":"text"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mint"}},{"kind":"Field","name":{"kind":"Name","value":"ticker"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"decimals"}},{"kind":"Field","name":{"kind":"Name","value":"verified"}},{"kind":"Field","name":{"kind":"Name","value":"warnings"}}]}}]}}]} as unknown as DocumentNode<SearchTokensQuery, SearchTokensQueryVariables>;
export const WatchTokenDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WatchToken"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"token"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"priceInfo"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"token"},"value":{"kind":"Variable","name":{"kind":"Name","value":"token"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PriceParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PriceParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PriceInfo"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"token"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}},{"kind":"Field","name":{"kind":"Name","value":"parts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"weight"}},{"kind":"Field","name":{"kind":"Name","value":"cause"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"liquidityUsd"}},{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"Field","name":{"kind":"Name","value":"verdicts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}}]}}]} as unknown as DocumentNode<WatchTokenQuery, WatchTokenQueryVariables>;
export const PriceHistoryDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PriceHistory"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"token"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"priceHistory"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"token"},"value":{"kind":"Variable","name":{"kind":"Name","value":"token"}}},{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}}]}}]}}]} as unknown as DocumentNode<PriceHistoryQuery, PriceHistoryQueryVariables>;
export const TokenPoolsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TokenPools"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"token"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tokenPools"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"token"},"value":{"kind":"Variable","name":{"kind":"Name","value":"token"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"pools"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"dex"}},{"kind":"Field","name":{"kind":"Name","value":"against"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"hardUsd"}},{"kind":"Field","name":{"kind":"Name","value":"claimedUsd"}},{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]} as unknown as DocumentNode<TokenPoolsQuery, TokenPoolsQueryVariables>;
export const PriceSourcesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PriceSources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"refusedPrices"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mint"}},{"kind":"Field","name":{"kind":"Name","value":"ticker"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"rounds"}}]}},{"kind":"Field","name":{"kind":"Name","value":"providerUsage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UsageParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UsageParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ProviderUsage"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"counted"}},{"kind":"Field","name":{"kind":"Name","value":"serverWide"}},{"kind":"Field","name":{"kind":"Name","value":"used"}},{"kind":"Field","name":{"kind":"Name","value":"allowance"}},{"kind":"Field","name":{"kind":"Name","value":"putOff"}},{"kind":"Field","name":{"kind":"Name","value":"resetsAt"}}]}}]} as unknown as DocumentNode<PriceSourcesQuery, PriceSourcesQueryVariables>;
export const JudgedQuotesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"JudgedQuotes"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"symbols"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mode"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TradingMode"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"judgedQuotes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"symbols"},"value":{"kind":"Variable","name":{"kind":"Name","value":"symbols"}}},{"kind":"Argument","name":{"kind":"Name","value":"mode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mode"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"token"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"bid"}},{"kind":"Field","name":{"kind":"Name","value":"ask"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"Field","name":{"kind":"Name","value":"verdicts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}}]}}]}}]} as unknown as DocumentNode<JudgedQuotesQuery, JudgedQuotesQueryVariables>;
export const ArmRealTradingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ArmRealTrading"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"phrase"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"armRealTrading"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"phrase"},"value":{"kind":"Variable","name":{"kind":"Name","value":"phrase"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeskStatus"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeskStatus"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SystemStatus"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"venue"}},{"kind":"Field","name":{"kind":"Name","value":"simulated"}},{"kind":"Field","name":{"kind":"Name","value":"marketSession"}},{"kind":"Field","name":{"kind":"Name","value":"nextSessionChange"}},{"kind":"Field","name":{"kind":"Name","value":"sessionSource"}},{"kind":"Field","name":{"kind":"Name","value":"sessionUnconfirmed"}},{"kind":"Field","name":{"kind":"Name","value":"clock"}},{"kind":"Field","name":{"kind":"Name","value":"testClock"}},{"kind":"Field","name":{"kind":"Name","value":"dataAgeSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"armPhrase"}},{"kind":"Field","name":{"kind":"Name","value":"armed"}},{"kind":"Field","name":{"kind":"Name","value":"armedUntil"}},{"kind":"Field","name":{"kind":"Name","value":"killSwitch"}},{"kind":"Field","name":{"kind":"Name","value":"ownKillSwitch"}},{"kind":"Field","name":{"kind":"Name","value":"switchCauses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"trippedAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"words"}}]}},{"kind":"Field","name":{"kind":"Name","value":"deskHalt"}},{"kind":"Field","name":{"kind":"Name","value":"unknownOrders"}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedTrades"}},{"kind":"Field","name":{"kind":"Name","value":"snapshotCompleteness"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"taken"}},{"kind":"Field","name":{"kind":"Name","value":"gaps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"cause"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]} as unknown as DocumentNode<ArmRealTradingMutation, ArmRealTradingMutationVariables>;
export const DisarmRealTradingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DisarmRealTrading"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"disarmRealTrading"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeskStatus"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeskStatus"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SystemStatus"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"venue"}},{"kind":"Field","name":{"kind":"Name","value":"simulated"}},{"kind":"Field","name":{"kind":"Name","value":"marketSession"}},{"kind":"Field","name":{"kind":"Name","value":"nextSessionChange"}},{"kind":"Field","name":{"kind":"Name","value":"sessionSource"}},{"kind":"Field","name":{"kind":"Name","value":"sessionUnconfirmed"}},{"kind":"Field","name":{"kind":"Name","value":"clock"}},{"kind":"Field","name":{"kind":"Name","value":"testClock"}},{"kind":"Field","name":{"kind":"Name","value":"dataAgeSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"armPhrase"}},{"kind":"Field","name":{"kind":"Name","value":"armed"}},{"kind":"Field","name":{"kind":"Name","value":"armedUntil"}},{"kind":"Field","name":{"kind":"Name","value":"killSwitch"}},{"kind":"Field","name":{"kind":"Name","value":"ownKillSwitch"}},{"kind":"Field","name":{"kind":"Name","value":"switchCauses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"trippedAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"words"}}]}},{"kind":"Field","name":{"kind":"Name","value":"deskHalt"}},{"kind":"Field","name":{"kind":"Name","value":"unknownOrders"}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedTrades"}},{"kind":"Field","name":{"kind":"Name","value":"snapshotCompleteness"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"taken"}},{"kind":"Field","name":{"kind":"Name","value":"gaps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"cause"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]} as unknown as DocumentNode<DisarmRealTradingMutation, DisarmRealTradingMutationVariables>;
export const AuditLogDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AuditLog"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mode"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TradingMode"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"auditLog"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mode"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"actor"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"tradeId"}},{"kind":"Field","name":{"kind":"Name","value":"detail"}},{"kind":"Field","name":{"kind":"Name","value":"hash"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]} as unknown as DocumentNode<AuditLogQuery, AuditLogQueryVariables>;
export const ReconciliationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Reconciliation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mode"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TradingMode"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reconciliation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mode"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReconciliationParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReconciliationParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Reconciliation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"lastRunAt"}},{"kind":"Field","name":{"kind":"Name","value":"checks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invariant"}},{"kind":"Field","name":{"kind":"Name","value":"venue"}},{"kind":"Field","name":{"kind":"Name","value":"account"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"ours"}},{"kind":"Field","name":{"kind":"Name","value":"theirs"}},{"kind":"Field","name":{"kind":"Name","value":"difference"}},{"kind":"Field","name":{"kind":"Name","value":"tolerance"}},{"kind":"Field","name":{"kind":"Name","value":"within"}},{"kind":"Field","name":{"kind":"Name","value":"evidence"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"checkedAt"}},{"kind":"Field","name":{"kind":"Name","value":"acceptable"}},{"kind":"Field","name":{"kind":"Name","value":"advice"}},{"kind":"Field","name":{"kind":"Name","value":"accepted"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"difference"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"actor"}},{"kind":"Field","name":{"kind":"Name","value":"note"}}]}}]}}]}}]} as unknown as DocumentNode<ReconciliationQuery, ReconciliationQueryVariables>;
export const AcceptDifferencesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AcceptDifferences"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AcceptDifferencesInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"acceptDifferences"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReconciliationParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReconciliationParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Reconciliation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"lastRunAt"}},{"kind":"Field","name":{"kind":"Name","value":"checks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invariant"}},{"kind":"Field","name":{"kind":"Name","value":"venue"}},{"kind":"Field","name":{"kind":"Name","value":"account"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"ours"}},{"kind":"Field","name":{"kind":"Name","value":"theirs"}},{"kind":"Field","name":{"kind":"Name","value":"difference"}},{"kind":"Field","name":{"kind":"Name","value":"tolerance"}},{"kind":"Field","name":{"kind":"Name","value":"within"}},{"kind":"Field","name":{"kind":"Name","value":"evidence"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"checkedAt"}},{"kind":"Field","name":{"kind":"Name","value":"acceptable"}},{"kind":"Field","name":{"kind":"Name","value":"advice"}},{"kind":"Field","name":{"kind":"Name","value":"accepted"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"difference"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"actor"}},{"kind":"Field","name":{"kind":"Name","value":"note"}}]}}]}}]}}]} as unknown as DocumentNode<AcceptDifferencesMutation, AcceptDifferencesMutationVariables>;
export const AuditProofDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AuditProof"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mode"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TradingMode"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"auditProof"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mode"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"events"}},{"kind":"Field","name":{"kind":"Name","value":"lastHash"}},{"kind":"Field","name":{"kind":"Name","value":"head"}},{"kind":"Field","name":{"kind":"Name","value":"checkedAt"}},{"kind":"Field","name":{"kind":"Name","value":"fault"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sequence"}},{"kind":"Field","name":{"kind":"Name","value":"problem"}}]}}]}}]}}]} as unknown as DocumentNode<AuditProofQuery, AuditProofQueryVariables>;
export const BackupsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Backups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"backups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BackupParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BackupParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Backup"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"file"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"sizeBytes"}},{"kind":"Field","name":{"kind":"Name","value":"stateHash"}},{"kind":"Field","name":{"kind":"Name","value":"paperHash"}},{"kind":"Field","name":{"kind":"Name","value":"realHash"}},{"kind":"Field","name":{"kind":"Name","value":"rehearsal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"passed"}},{"kind":"Field","name":{"kind":"Name","value":"finding"}}]}}]}}]} as unknown as DocumentNode<BackupsQuery, BackupsQueryVariables>;
export const CreateBackupDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateBackup"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createBackup"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BackupParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BackupParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Backup"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"file"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"sizeBytes"}},{"kind":"Field","name":{"kind":"Name","value":"stateHash"}},{"kind":"Field","name":{"kind":"Name","value":"paperHash"}},{"kind":"Field","name":{"kind":"Name","value":"realHash"}},{"kind":"Field","name":{"kind":"Name","value":"rehearsal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"passed"}},{"kind":"Field","name":{"kind":"Name","value":"finding"}}]}}]}}]} as unknown as DocumentNode<CreateBackupMutation, CreateBackupMutationVariables>;
export const AccountReportsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AccountReports"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mode"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TradingMode"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accountReports"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mode"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"venue"}},{"kind":"Field","name":{"kind":"Name","value":"account"}},{"kind":"Field","name":{"kind":"Name","value":"named"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"cash"}},{"kind":"Field","name":{"kind":"Name","value":"equity"}},{"kind":"Field","name":{"kind":"Name","value":"buyingPower"}},{"kind":"Field","name":{"kind":"Name","value":"shareBuyingPower"}},{"kind":"Field","name":{"kind":"Name","value":"dayTradeBuyingPower"}},{"kind":"Field","name":{"kind":"Name","value":"unsettledCash"}},{"kind":"Field","name":{"kind":"Name","value":"marginCall"}},{"kind":"Field","name":{"kind":"Name","value":"dayTrades"}},{"kind":"Field","name":{"kind":"Name","value":"deposited"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}}]}}]}}]} as unknown as DocumentNode<AccountReportsQuery, AccountReportsQueryVariables>;
export const ApiTokensDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ApiTokens"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"apiTokens"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}},{"kind":"Field","name":{"kind":"Name","value":"mandate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MandateParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"mandateUse"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"exposure"}},{"kind":"Field","name":{"kind":"Name","value":"placedToday"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MandateParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Mandate"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"symbols"}},{"kind":"Field","name":{"kind":"Name","value":"maxOrderCost"}},{"kind":"Field","name":{"kind":"Name","value":"maxExposure"}},{"kind":"Field","name":{"kind":"Name","value":"maxTradesPerDay"}}]}}]} as unknown as DocumentNode<ApiTokensQuery, ApiTokensQueryVariables>;
export const CreateApiTokenDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateApiToken"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"name"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"scopes"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Scope"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"expiresAt"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mandate"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"MandateInput"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createApiToken"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"name"},"value":{"kind":"Variable","name":{"kind":"Name","value":"name"}}},{"kind":"Argument","name":{"kind":"Name","value":"scopes"},"value":{"kind":"Variable","name":{"kind":"Name","value":"scopes"}}},{"kind":"Argument","name":{"kind":"Name","value":"expiresAt"},"value":{"kind":"Variable","name":{"kind":"Name","value":"expiresAt"}}},{"kind":"Argument","name":{"kind":"Name","value":"mandate"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mandate"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"token"}}]}}]}}]} as unknown as DocumentNode<CreateApiTokenMutation, CreateApiTokenMutationVariables>;
export const SetApiTokenMandateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetApiTokenMandate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mandate"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"MandateInput"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setApiTokenMandate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"mandate"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mandate"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mandate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MandateParts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MandateParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Mandate"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"symbols"}},{"kind":"Field","name":{"kind":"Name","value":"maxOrderCost"}},{"kind":"Field","name":{"kind":"Name","value":"maxExposure"}},{"kind":"Field","name":{"kind":"Name","value":"maxTradesPerDay"}}]}}]} as unknown as DocumentNode<SetApiTokenMandateMutation, SetApiTokenMandateMutationVariables>;
export const RevokeApiTokenDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevokeApiToken"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokeApiToken"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}]}}]} as unknown as DocumentNode<RevokeApiTokenMutation, RevokeApiTokenMutationVariables>;
export const SettingsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Settings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"settings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SettingsParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LimitParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Limits"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"maxOpenTrades"}},{"kind":"Field","name":{"kind":"Name","value":"maxTradesPerDay"}},{"kind":"Field","name":{"kind":"Name","value":"maxPerUnderlying"}},{"kind":"Field","name":{"kind":"Name","value":"maxPositionCost"}},{"kind":"Field","name":{"kind":"Name","value":"maxOrderCost"}},{"kind":"Field","name":{"kind":"Name","value":"maxDailyLoss"}},{"kind":"Field","name":{"kind":"Name","value":"maxDrawdown"}},{"kind":"Field","name":{"kind":"Name","value":"maxConsecutiveLosses"}},{"kind":"Field","name":{"kind":"Name","value":"lossCooldownMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"maxExposure"}},{"kind":"Field","name":{"kind":"Name","value":"maxSlippagePct"}},{"kind":"Field","name":{"kind":"Name","value":"maxPriceImpactPct"}},{"kind":"Field","name":{"kind":"Name","value":"minPriceConfidence"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SettingsParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserSettings"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"paperVenue"}},{"kind":"Field","name":{"kind":"Name","value":"fillModel"}},{"kind":"Field","name":{"kind":"Name","value":"fillModelVersion"}},{"kind":"Field","name":{"kind":"Name","value":"tradierSandbox"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"configured"}},{"kind":"Field","name":{"kind":"Name","value":"lastFour"}},{"kind":"Field","name":{"kind":"Name","value":"accountId"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tradierLive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"configured"}},{"kind":"Field","name":{"kind":"Name","value":"lastFour"}},{"kind":"Field","name":{"kind":"Name","value":"accountId"}}]}},{"kind":"Field","name":{"kind":"Name","value":"oratsToken"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"configured"}},{"kind":"Field","name":{"kind":"Name","value":"lastFour"}}]}},{"kind":"Field","name":{"kind":"Name","value":"jupiterApiKey"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"configured"}},{"kind":"Field","name":{"kind":"Name","value":"lastFour"}}]}},{"kind":"Field","name":{"kind":"Name","value":"wallet"}},{"kind":"Field","name":{"kind":"Name","value":"limits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LimitParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"defaults"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stopLossPct"}},{"kind":"Field","name":{"kind":"Name","value":"takeProfitPct"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pollSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"notifications"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"browser"}},{"kind":"Field","name":{"kind":"Name","value":"sound"}},{"kind":"Field","name":{"kind":"Name","value":"minSeverity"}}]}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}}]}}]} as unknown as DocumentNode<SettingsQuery, SettingsQueryVariables>;
export const UpdateSettingsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateSettings"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateSettingsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateSettings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SettingsParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LimitParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Limits"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"maxOpenTrades"}},{"kind":"Field","name":{"kind":"Name","value":"maxTradesPerDay"}},{"kind":"Field","name":{"kind":"Name","value":"maxPerUnderlying"}},{"kind":"Field","name":{"kind":"Name","value":"maxPositionCost"}},{"kind":"Field","name":{"kind":"Name","value":"maxOrderCost"}},{"kind":"Field","name":{"kind":"Name","value":"maxDailyLoss"}},{"kind":"Field","name":{"kind":"Name","value":"maxDrawdown"}},{"kind":"Field","name":{"kind":"Name","value":"maxConsecutiveLosses"}},{"kind":"Field","name":{"kind":"Name","value":"lossCooldownMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"maxExposure"}},{"kind":"Field","name":{"kind":"Name","value":"maxSlippagePct"}},{"kind":"Field","name":{"kind":"Name","value":"maxPriceImpactPct"}},{"kind":"Field","name":{"kind":"Name","value":"minPriceConfidence"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SettingsParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserSettings"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"paperVenue"}},{"kind":"Field","name":{"kind":"Name","value":"fillModel"}},{"kind":"Field","name":{"kind":"Name","value":"fillModelVersion"}},{"kind":"Field","name":{"kind":"Name","value":"tradierSandbox"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"configured"}},{"kind":"Field","name":{"kind":"Name","value":"lastFour"}},{"kind":"Field","name":{"kind":"Name","value":"accountId"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tradierLive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"configured"}},{"kind":"Field","name":{"kind":"Name","value":"lastFour"}},{"kind":"Field","name":{"kind":"Name","value":"accountId"}}]}},{"kind":"Field","name":{"kind":"Name","value":"oratsToken"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"configured"}},{"kind":"Field","name":{"kind":"Name","value":"lastFour"}}]}},{"kind":"Field","name":{"kind":"Name","value":"jupiterApiKey"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"configured"}},{"kind":"Field","name":{"kind":"Name","value":"lastFour"}}]}},{"kind":"Field","name":{"kind":"Name","value":"wallet"}},{"kind":"Field","name":{"kind":"Name","value":"limits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LimitParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"defaults"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stopLossPct"}},{"kind":"Field","name":{"kind":"Name","value":"takeProfitPct"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pollSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"notifications"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"browser"}},{"kind":"Field","name":{"kind":"Name","value":"sound"}},{"kind":"Field","name":{"kind":"Name","value":"minSeverity"}}]}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}}]}}]} as unknown as DocumentNode<UpdateSettingsMutation, UpdateSettingsMutationVariables>;
export const CheckProviderDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CheckProvider"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"provider"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Provider"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"checkProvider"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"provider"},"value":{"kind":"Variable","name":{"kind":"Name","value":"provider"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"ok"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"delayed"}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"ok"}}]}},{"kind":"Field","name":{"kind":"Name","value":"latencyMs"}},{"kind":"Field","name":{"kind":"Name","value":"checkedAt"}}]}}]}}]} as unknown as DocumentNode<CheckProviderMutation, CheckProviderMutationVariables>;
export const ProviderUsageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ProviderUsage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"providerUsage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UsageParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UsageParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ProviderUsage"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"counted"}},{"kind":"Field","name":{"kind":"Name","value":"serverWide"}},{"kind":"Field","name":{"kind":"Name","value":"used"}},{"kind":"Field","name":{"kind":"Name","value":"allowance"}},{"kind":"Field","name":{"kind":"Name","value":"putOff"}},{"kind":"Field","name":{"kind":"Name","value":"resetsAt"}}]}}]} as unknown as DocumentNode<ProviderUsageQuery, ProviderUsageQueryVariables>;
export const SessionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Sessions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sessions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}},{"kind":"Field","name":{"kind":"Name","value":"device"}},{"kind":"Field","name":{"kind":"Name","value":"current"}}]}}]}}]} as unknown as DocumentNode<SessionsQuery, SessionsQueryVariables>;
export const RevokeSessionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevokeSession"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokeSession"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}]}}]} as unknown as DocumentNode<RevokeSessionMutation, RevokeSessionMutationVariables>;
export const ChangePasswordDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChangePassword"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"current"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"next"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changePassword"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"current"},"value":{"kind":"Variable","name":{"kind":"Name","value":"current"}}},{"kind":"Argument","name":{"kind":"Name","value":"next"},"value":{"kind":"Variable","name":{"kind":"Name","value":"next"}}}]}]}}]} as unknown as DocumentNode<ChangePasswordMutation, ChangePasswordMutationVariables>;
export const AccountsInUseDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AccountsInUse"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mode"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TradingMode"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accountsInUse"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mode"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccountUseParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccountUseParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccountUse"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"venue"}},{"kind":"Field","name":{"kind":"Name","value":"account"}},{"kind":"Field","name":{"kind":"Name","value":"reachable"}},{"kind":"Field","name":{"kind":"Name","value":"trades"}},{"kind":"Field","name":{"kind":"Name","value":"watched"}},{"kind":"Field","name":{"kind":"Name","value":"bySymbol"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"trades"}},{"kind":"Field","name":{"kind":"Name","value":"watched"}}]}}]}}]} as unknown as DocumentNode<AccountsInUseQuery, AccountsInUseQueryVariables>;
export const FillCalibrationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FillCalibration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fillCalibration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"offered"}},{"kind":"Field","name":{"kind":"Name","value":"why"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"earlier"}},{"kind":"Field","name":{"kind":"Name","value":"later"}},{"kind":"Field","name":{"kind":"Name","value":"laterFills"}},{"kind":"Field","name":{"kind":"Name","value":"rivals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"closer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"refuses"}},{"kind":"Field","name":{"kind":"Name","value":"beaten"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EstimateParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Estimate"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"low"}},{"kind":"Field","name":{"kind":"Name","value":"high"}},{"kind":"Field","name":{"kind":"Name","value":"n"}}]}}]} as unknown as DocumentNode<FillCalibrationQuery, FillCalibrationQueryVariables>;
export const SignInOptionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SignInOptions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signInOptions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signUp"}},{"kind":"Field","name":{"kind":"Name","value":"demo"}}]}}]}}]} as unknown as DocumentNode<SignInOptionsQuery, SignInOptionsQueryVariables>;
export const SignUpDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignUp"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"username"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"password"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signUp"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"username"},"value":{"kind":"Variable","name":{"kind":"Name","value":"username"}}},{"kind":"Argument","name":{"kind":"Name","value":"password"},"value":{"kind":"Variable","name":{"kind":"Name","value":"password"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}}]}}]}}]} as unknown as DocumentNode<SignUpMutation, SignUpMutationVariables>;
export const SignInDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignIn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"username"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"password"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signIn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"username"},"value":{"kind":"Variable","name":{"kind":"Name","value":"username"}}},{"kind":"Argument","name":{"kind":"Name","value":"password"},"value":{"kind":"Variable","name":{"kind":"Name","value":"password"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}}]}}]}}]} as unknown as DocumentNode<SignInMutation, SignInMutationVariables>;
export const StartDemoDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StartDemo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startDemo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}}]}}]}}]} as unknown as DocumentNode<StartDemoMutation, StartDemoMutationVariables>;
export const SignOutDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signOut"}}]}}]} as unknown as DocumentNode<SignOutMutation, SignOutMutationVariables>;
export const LastBacktestsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LastBacktests"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"backtests"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BacktestRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EstimateParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Estimate"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"low"}},{"kind":"Field","name":{"kind":"Name","value":"high"}},{"kind":"Field","name":{"kind":"Name","value":"n"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ResultFigures"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TradeStats"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trades"}},{"kind":"Field","name":{"kind":"Name","value":"wins"}},{"kind":"Field","name":{"kind":"Name","value":"losses"}},{"kind":"Field","name":{"kind":"Name","value":"scratches"}},{"kind":"Field","name":{"kind":"Name","value":"winRate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"profitFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"expectancy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"averageWin"}},{"kind":"Field","name":{"kind":"Name","value":"averageLoss"}},{"kind":"Field","name":{"kind":"Name","value":"totalPnl"}},{"kind":"Field","name":{"kind":"Name","value":"fees"}},{"kind":"Field","name":{"kind":"Name","value":"maxDrawdown"}},{"kind":"Field","name":{"kind":"Name","value":"longestLosingStreak"}},{"kind":"Field","name":{"kind":"Name","value":"byClose"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"pnl"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BacktestStats"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TradeStats"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ResultFigures"}},{"kind":"Field","name":{"kind":"Name","value":"sharpeEstimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BacktestRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Backtest"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"strategyId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"error"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"stats"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BacktestStats"}}]}}]}}]} as unknown as DocumentNode<LastBacktestsQuery, LastBacktestsQueryVariables>;
export const PastBacktestsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PastBacktests"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"strategyId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"backtests"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"strategyId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"strategyId"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BacktestRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EstimateParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Estimate"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"low"}},{"kind":"Field","name":{"kind":"Name","value":"high"}},{"kind":"Field","name":{"kind":"Name","value":"n"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ResultFigures"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TradeStats"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trades"}},{"kind":"Field","name":{"kind":"Name","value":"wins"}},{"kind":"Field","name":{"kind":"Name","value":"losses"}},{"kind":"Field","name":{"kind":"Name","value":"scratches"}},{"kind":"Field","name":{"kind":"Name","value":"winRate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"profitFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"expectancy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"averageWin"}},{"kind":"Field","name":{"kind":"Name","value":"averageLoss"}},{"kind":"Field","name":{"kind":"Name","value":"totalPnl"}},{"kind":"Field","name":{"kind":"Name","value":"fees"}},{"kind":"Field","name":{"kind":"Name","value":"maxDrawdown"}},{"kind":"Field","name":{"kind":"Name","value":"longestLosingStreak"}},{"kind":"Field","name":{"kind":"Name","value":"byClose"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"pnl"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BacktestStats"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TradeStats"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ResultFigures"}},{"kind":"Field","name":{"kind":"Name","value":"sharpeEstimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BacktestRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Backtest"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"strategyId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"error"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"stats"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BacktestStats"}}]}}]}}]} as unknown as DocumentNode<PastBacktestsQuery, PastBacktestsQueryVariables>;
export const BacktestReportDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"BacktestReport"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"backtest"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BacktestRow"}},{"kind":"Field","name":{"kind":"Name","value":"bars"}},{"kind":"Field","name":{"kind":"Name","value":"endCash"}},{"kind":"Field","name":{"kind":"Name","value":"endEquity"}},{"kind":"Field","name":{"kind":"Name","value":"maxDrawdown"}},{"kind":"Field","name":{"kind":"Name","value":"maxDrawdownPct"}},{"kind":"Field","name":{"kind":"Name","value":"exposurePct"}},{"kind":"Field","name":{"kind":"Name","value":"warnings"}},{"kind":"Field","name":{"kind":"Name","value":"hash"}},{"kind":"Field","name":{"kind":"Name","value":"log"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"equity"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"cash"}},{"kind":"Field","name":{"kind":"Name","value":"equity"}}]}},{"kind":"Field","name":{"kind":"Name","value":"openPositions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"costBasis"}},{"kind":"Field","name":{"kind":"Name","value":"price"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EstimateParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Estimate"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"low"}},{"kind":"Field","name":{"kind":"Name","value":"high"}},{"kind":"Field","name":{"kind":"Name","value":"n"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ResultFigures"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TradeStats"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trades"}},{"kind":"Field","name":{"kind":"Name","value":"wins"}},{"kind":"Field","name":{"kind":"Name","value":"losses"}},{"kind":"Field","name":{"kind":"Name","value":"scratches"}},{"kind":"Field","name":{"kind":"Name","value":"winRate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"profitFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"expectancy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"averageWin"}},{"kind":"Field","name":{"kind":"Name","value":"averageLoss"}},{"kind":"Field","name":{"kind":"Name","value":"totalPnl"}},{"kind":"Field","name":{"kind":"Name","value":"fees"}},{"kind":"Field","name":{"kind":"Name","value":"maxDrawdown"}},{"kind":"Field","name":{"kind":"Name","value":"longestLosingStreak"}},{"kind":"Field","name":{"kind":"Name","value":"byClose"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"pnl"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BacktestStats"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TradeStats"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ResultFigures"}},{"kind":"Field","name":{"kind":"Name","value":"sharpeEstimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BacktestRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Backtest"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"strategyId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"error"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"stats"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BacktestStats"}}]}}]}}]} as unknown as DocumentNode<BacktestReportQuery, BacktestReportQueryVariables>;
export const BacktestTradesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"BacktestTrades"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"backtest"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"trades"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"entryAt"}},{"kind":"Field","name":{"kind":"Name","value":"entryPrice"}},{"kind":"Field","name":{"kind":"Name","value":"exitAt"}},{"kind":"Field","name":{"kind":"Name","value":"exitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"closeReason"}},{"kind":"Field","name":{"kind":"Name","value":"realizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"fees"}},{"kind":"Field","name":{"kind":"Name","value":"netPnl"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]} as unknown as DocumentNode<BacktestTradesQuery, BacktestTradesQueryVariables>;
export const BacktestMonteCarloDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"BacktestMonteCarlo"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"runs"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"seed"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"backtest"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"monteCarlo"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"runs"},"value":{"kind":"Variable","name":{"kind":"Name","value":"runs"}}},{"kind":"Argument","name":{"kind":"Name","value":"seed"},"value":{"kind":"Variable","name":{"kind":"Name","value":"seed"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"runs"}},{"kind":"Field","name":{"kind":"Name","value":"seed"}},{"kind":"Field","name":{"kind":"Name","value":"endEquity"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"p5"}},{"kind":"Field","name":{"kind":"Name","value":"p50"}},{"kind":"Field","name":{"kind":"Name","value":"p95"}}]}},{"kind":"Field","name":{"kind":"Name","value":"maxDrawdown"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"p5"}},{"kind":"Field","name":{"kind":"Name","value":"p50"}},{"kind":"Field","name":{"kind":"Name","value":"p95"}}]}}]}}]}}]}}]} as unknown as DocumentNode<BacktestMonteCarloQuery, BacktestMonteCarloQueryVariables>;
export const RunBacktestDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RunBacktest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"BacktestInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"runBacktest"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BacktestRow"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EstimateParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Estimate"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"low"}},{"kind":"Field","name":{"kind":"Name","value":"high"}},{"kind":"Field","name":{"kind":"Name","value":"n"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ResultFigures"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TradeStats"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trades"}},{"kind":"Field","name":{"kind":"Name","value":"wins"}},{"kind":"Field","name":{"kind":"Name","value":"losses"}},{"kind":"Field","name":{"kind":"Name","value":"scratches"}},{"kind":"Field","name":{"kind":"Name","value":"winRate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"profitFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"expectancy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"averageWin"}},{"kind":"Field","name":{"kind":"Name","value":"averageLoss"}},{"kind":"Field","name":{"kind":"Name","value":"totalPnl"}},{"kind":"Field","name":{"kind":"Name","value":"fees"}},{"kind":"Field","name":{"kind":"Name","value":"maxDrawdown"}},{"kind":"Field","name":{"kind":"Name","value":"longestLosingStreak"}},{"kind":"Field","name":{"kind":"Name","value":"byClose"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"pnl"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BacktestStats"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TradeStats"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ResultFigures"}},{"kind":"Field","name":{"kind":"Name","value":"sharpeEstimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BacktestRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Backtest"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"strategyId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"error"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"stats"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BacktestStats"}}]}}]}}]} as unknown as DocumentNode<RunBacktestMutation, RunBacktestMutationVariables>;
export const CancelBacktestDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CancelBacktest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelBacktest"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BacktestRow"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EstimateParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Estimate"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"low"}},{"kind":"Field","name":{"kind":"Name","value":"high"}},{"kind":"Field","name":{"kind":"Name","value":"n"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ResultFigures"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TradeStats"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trades"}},{"kind":"Field","name":{"kind":"Name","value":"wins"}},{"kind":"Field","name":{"kind":"Name","value":"losses"}},{"kind":"Field","name":{"kind":"Name","value":"scratches"}},{"kind":"Field","name":{"kind":"Name","value":"winRate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"profitFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"expectancy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"averageWin"}},{"kind":"Field","name":{"kind":"Name","value":"averageLoss"}},{"kind":"Field","name":{"kind":"Name","value":"totalPnl"}},{"kind":"Field","name":{"kind":"Name","value":"fees"}},{"kind":"Field","name":{"kind":"Name","value":"maxDrawdown"}},{"kind":"Field","name":{"kind":"Name","value":"longestLosingStreak"}},{"kind":"Field","name":{"kind":"Name","value":"byClose"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"pnl"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BacktestStats"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TradeStats"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ResultFigures"}},{"kind":"Field","name":{"kind":"Name","value":"sharpeEstimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BacktestRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Backtest"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"strategyId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"error"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"stats"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BacktestStats"}}]}}]}}]} as unknown as DocumentNode<CancelBacktestMutation, CancelBacktestMutationVariables>;
export const BacktestProgressDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"BacktestProgress"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"backtestProgress"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"bars"}},{"kind":"Field","name":{"kind":"Name","value":"barsTotal"}},{"kind":"Field","name":{"kind":"Name","value":"secondsLeft"}}]}}]}}]} as unknown as DocumentNode<BacktestProgressSubscription, BacktestProgressSubscriptionVariables>;
export const DataSetsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DataSets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dataSets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"rows"}},{"kind":"Field","name":{"kind":"Name","value":"hash"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"series"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"interval"}},{"kind":"Field","name":{"kind":"Name","value":"rows"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"missing"}}]}}]}}]}}]} as unknown as DocumentNode<DataSetsQuery, DataSetsQueryVariables>;
export const DeleteDataSetDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteDataSet"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteDataSet"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}]}}]} as unknown as DocumentNode<DeleteDataSetMutation, DeleteDataSetMutationVariables>;
export const DriftDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Drift"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mode"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TradingMode"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"TradeFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"drift"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mode"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trades"}},{"kind":"Field","name":{"kind":"Name","value":"awaiting"}},{"kind":"Field","name":{"kind":"Name","value":"unknown"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}},{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"causes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DriftCauseParts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DriftCauseParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DriftCause"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"trades"}}]}}]} as unknown as DocumentNode<DriftQuery, DriftQueryVariables>;
export const DriftRowsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DriftRows"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mode"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TradingMode"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"TradeFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"drift"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mode"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rows"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"tradeId"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"awaiting"}},{"kind":"Field","name":{"kind":"Name","value":"problem"}},{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}},{"kind":"Field","name":{"kind":"Name","value":"causes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DriftCauseParts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DriftCauseParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DriftCause"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"trades"}}]}}]} as unknown as DocumentNode<DriftRowsQuery, DriftRowsQueryVariables>;
export const PromotionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Promotion"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"strategyId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"promotion"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"strategyId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"strategyId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PromotionParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"GateParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PromotionGate"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"limit"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PromotionParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PromotionReport"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"strategyId"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"tradesNeeded"}},{"kind":"Field","name":{"kind":"Name","value":"falsePromotionPct"}},{"kind":"Field","name":{"kind":"Name","value":"trades"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"gates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"GateParts"}}]}}]}}]} as unknown as DocumentNode<PromotionQuery, PromotionQueryVariables>;
export const PromoteStrategyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PromoteStrategy"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"expectedVersion"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"promoteStrategy"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"expectedVersion"},"value":{"kind":"Variable","name":{"kind":"Name","value":"expectedVersion"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"StrategyParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RunParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StrategyRun"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"lastBarAt"}},{"kind":"Field","name":{"kind":"Name","value":"openTrades"}},{"kind":"Field","name":{"kind":"Name","value":"committed"}},{"kind":"Field","name":{"kind":"Name","value":"error"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StrategyParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Strategy"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"parameters"}},{"kind":"Field","name":{"kind":"Name","value":"symbols"}},{"kind":"Field","name":{"kind":"Name","value":"interval"}},{"kind":"Field","name":{"kind":"Name","value":"budget"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"running"}},{"kind":"Field","name":{"kind":"Name","value":"runs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RunParts"}}]}}]}}]} as unknown as DocumentNode<PromoteStrategyMutation, PromoteStrategyMutationVariables>;
export const DemoteStrategyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DemoteStrategy"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"expectedVersion"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"demoteStrategy"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"expectedVersion"},"value":{"kind":"Variable","name":{"kind":"Name","value":"expectedVersion"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"StrategyParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RunParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StrategyRun"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"lastBarAt"}},{"kind":"Field","name":{"kind":"Name","value":"openTrades"}},{"kind":"Field","name":{"kind":"Name","value":"committed"}},{"kind":"Field","name":{"kind":"Name","value":"error"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StrategyParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Strategy"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"parameters"}},{"kind":"Field","name":{"kind":"Name","value":"symbols"}},{"kind":"Field","name":{"kind":"Name","value":"interval"}},{"kind":"Field","name":{"kind":"Name","value":"budget"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"running"}},{"kind":"Field","name":{"kind":"Name","value":"runs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RunParts"}}]}}]}}]} as unknown as DocumentNode<DemoteStrategyMutation, DemoteStrategyMutationVariables>;
export const StartStrategyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StartStrategy"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mode"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TradingMode"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startStrategy"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"mode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mode"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"StrategyParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RunParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StrategyRun"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"lastBarAt"}},{"kind":"Field","name":{"kind":"Name","value":"openTrades"}},{"kind":"Field","name":{"kind":"Name","value":"committed"}},{"kind":"Field","name":{"kind":"Name","value":"error"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StrategyParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Strategy"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"parameters"}},{"kind":"Field","name":{"kind":"Name","value":"symbols"}},{"kind":"Field","name":{"kind":"Name","value":"interval"}},{"kind":"Field","name":{"kind":"Name","value":"budget"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"running"}},{"kind":"Field","name":{"kind":"Name","value":"runs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RunParts"}}]}}]}}]} as unknown as DocumentNode<StartStrategyMutation, StartStrategyMutationVariables>;
export const StopStrategyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StopStrategy"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mode"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TradingMode"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stopStrategy"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"mode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mode"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"StrategyParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RunParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StrategyRun"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"lastBarAt"}},{"kind":"Field","name":{"kind":"Name","value":"openTrades"}},{"kind":"Field","name":{"kind":"Name","value":"committed"}},{"kind":"Field","name":{"kind":"Name","value":"error"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StrategyParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Strategy"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"parameters"}},{"kind":"Field","name":{"kind":"Name","value":"symbols"}},{"kind":"Field","name":{"kind":"Name","value":"interval"}},{"kind":"Field","name":{"kind":"Name","value":"budget"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"running"}},{"kind":"Field","name":{"kind":"Name","value":"runs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RunParts"}}]}}]}}]} as unknown as DocumentNode<StopStrategyMutation, StopStrategyMutationVariables>;
export const NoTradesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"NoTrades"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mode"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TradingMode"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"strategyId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"noTrades"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mode"}}},{"kind":"Argument","name":{"kind":"Name","value":"strategyId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"strategyId"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"NoTradeRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"NoTradeRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"NoTrade"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"actNeeded"}},{"kind":"Field","name":{"kind":"Name","value":"tradeId"}},{"kind":"Field","name":{"kind":"Name","value":"shadowPnl"}},{"kind":"Field","name":{"kind":"Name","value":"shadowNote"}}]}}]} as unknown as DocumentNode<NoTradesQuery, NoTradesQueryVariables>;
export const StrategiesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Strategies"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"strategies"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"StrategyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"strategyKinds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"KindParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RunParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StrategyRun"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"lastBarAt"}},{"kind":"Field","name":{"kind":"Name","value":"openTrades"}},{"kind":"Field","name":{"kind":"Name","value":"committed"}},{"kind":"Field","name":{"kind":"Name","value":"error"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StrategyParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Strategy"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"parameters"}},{"kind":"Field","name":{"kind":"Name","value":"symbols"}},{"kind":"Field","name":{"kind":"Name","value":"interval"}},{"kind":"Field","name":{"kind":"Name","value":"budget"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"running"}},{"kind":"Field","name":{"kind":"Name","value":"runs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RunParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"KindParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StrategyKind"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"assetClasses"}},{"kind":"Field","name":{"kind":"Name","value":"parameters"}},{"kind":"Field","name":{"kind":"Name","value":"interval"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"own"}},{"kind":"Field","name":{"kind":"Name","value":"error"}},{"kind":"Field","name":{"kind":"Name","value":"loading"}}]}}]} as unknown as DocumentNode<StrategiesQuery, StrategiesQueryVariables>;
export const SaveStrategyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SaveStrategy"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"StrategyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"saveStrategy"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"StrategyParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RunParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StrategyRun"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"lastBarAt"}},{"kind":"Field","name":{"kind":"Name","value":"openTrades"}},{"kind":"Field","name":{"kind":"Name","value":"committed"}},{"kind":"Field","name":{"kind":"Name","value":"error"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StrategyParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Strategy"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"parameters"}},{"kind":"Field","name":{"kind":"Name","value":"symbols"}},{"kind":"Field","name":{"kind":"Name","value":"interval"}},{"kind":"Field","name":{"kind":"Name","value":"budget"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"running"}},{"kind":"Field","name":{"kind":"Name","value":"runs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RunParts"}}]}}]}}]} as unknown as DocumentNode<SaveStrategyMutation, SaveStrategyMutationVariables>;
export const SweepStateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SweepState"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sweep"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"error"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"runsDone"}},{"kind":"Field","name":{"kind":"Name","value":"runsTotal"}},{"kind":"Field","name":{"kind":"Name","value":"runsFailed"}},{"kind":"Field","name":{"kind":"Name","value":"walkForward"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BacktestStats"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EstimateParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Estimate"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"low"}},{"kind":"Field","name":{"kind":"Name","value":"high"}},{"kind":"Field","name":{"kind":"Name","value":"n"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ResultFigures"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TradeStats"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trades"}},{"kind":"Field","name":{"kind":"Name","value":"wins"}},{"kind":"Field","name":{"kind":"Name","value":"losses"}},{"kind":"Field","name":{"kind":"Name","value":"scratches"}},{"kind":"Field","name":{"kind":"Name","value":"winRate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"profitFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"expectancy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"averageWin"}},{"kind":"Field","name":{"kind":"Name","value":"averageLoss"}},{"kind":"Field","name":{"kind":"Name","value":"totalPnl"}},{"kind":"Field","name":{"kind":"Name","value":"fees"}},{"kind":"Field","name":{"kind":"Name","value":"maxDrawdown"}},{"kind":"Field","name":{"kind":"Name","value":"longestLosingStreak"}},{"kind":"Field","name":{"kind":"Name","value":"byClose"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"pnl"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BacktestStats"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TradeStats"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ResultFigures"}},{"kind":"Field","name":{"kind":"Name","value":"sharpeEstimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}}]}}]} as unknown as DocumentNode<SweepStateQuery, SweepStateQueryVariables>;
export const SweepLuckDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SweepLuck"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sweep"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"overfitting"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"runs"}},{"kind":"Field","name":{"kind":"Name","value":"days"}},{"kind":"Field","name":{"kind":"Name","value":"probability"}},{"kind":"Field","name":{"kind":"Name","value":"bestSharpe"}},{"kind":"Field","name":{"kind":"Name","value":"luckySharpe"}},{"kind":"Field","name":{"kind":"Name","value":"deflatedSharpe"}}]}}]}}]}}]} as unknown as DocumentNode<SweepLuckQuery, SweepLuckQueryVariables>;
export const SweepRunsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SweepRuns"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sweep"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"runs"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"parameters"}},{"kind":"Field","name":{"kind":"Name","value":"backtest"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BacktestRow"}},{"kind":"Field","name":{"kind":"Name","value":"maxDrawdown"}},{"kind":"Field","name":{"kind":"Name","value":"maxDrawdownPct"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EstimateParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Estimate"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"low"}},{"kind":"Field","name":{"kind":"Name","value":"high"}},{"kind":"Field","name":{"kind":"Name","value":"n"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ResultFigures"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TradeStats"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trades"}},{"kind":"Field","name":{"kind":"Name","value":"wins"}},{"kind":"Field","name":{"kind":"Name","value":"losses"}},{"kind":"Field","name":{"kind":"Name","value":"scratches"}},{"kind":"Field","name":{"kind":"Name","value":"winRate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"profitFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"expectancy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"averageWin"}},{"kind":"Field","name":{"kind":"Name","value":"averageLoss"}},{"kind":"Field","name":{"kind":"Name","value":"totalPnl"}},{"kind":"Field","name":{"kind":"Name","value":"fees"}},{"kind":"Field","name":{"kind":"Name","value":"maxDrawdown"}},{"kind":"Field","name":{"kind":"Name","value":"longestLosingStreak"}},{"kind":"Field","name":{"kind":"Name","value":"byClose"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"pnl"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BacktestStats"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TradeStats"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ResultFigures"}},{"kind":"Field","name":{"kind":"Name","value":"sharpeEstimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EstimateParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BacktestRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Backtest"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"strategyId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"error"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"stats"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BacktestStats"}}]}}]}}]} as unknown as DocumentNode<SweepRunsQuery, SweepRunsQueryVariables>;
export const RunSweepDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RunSweep"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SweepInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"runSweep"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}}]}}]}}]} as unknown as DocumentNode<RunSweepMutation, RunSweepMutationVariables>;
export const CancelSweepDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CancelSweep"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelSweep"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}}]}}]}}]} as unknown as DocumentNode<CancelSweepMutation, CancelSweepMutationVariables>;
export const LastSweepDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LastSweep"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"strategyId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sweeps"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"strategyId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"strategyId"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]}}]}}]} as unknown as DocumentNode<LastSweepQuery, LastSweepQueryVariables>;
export const ChainVolatilityDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ChainVolatility"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mode"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TradingMode"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"underlying"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"expiration"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"optionChain"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mode"}}},{"kind":"Argument","name":{"kind":"Name","value":"underlying"},"value":{"kind":"Variable","name":{"kind":"Name","value":"underlying"}}},{"kind":"Argument","name":{"kind":"Name","value":"expiration"},"value":{"kind":"Variable","name":{"kind":"Name","value":"expiration"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"underlying"}},{"kind":"Field","name":{"kind":"Name","value":"expiration"}},{"kind":"Field","name":{"kind":"Name","value":"underlyingPrice"}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"strike"}},{"kind":"Field","name":{"kind":"Name","value":"call"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"VolatilityParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"put"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"VolatilityParts"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"VolatilityParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Quote"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"iv"}},{"kind":"Field","name":{"kind":"Name","value":"sourceTime"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"stale"}}]}}]} as unknown as DocumentNode<ChainVolatilityQuery, ChainVolatilityQueryVariables>;
export const ExpirationsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Expirations"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mode"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TradingMode"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"underlying"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"optionExpirations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mode"}}},{"kind":"Argument","name":{"kind":"Name","value":"underlying"},"value":{"kind":"Variable","name":{"kind":"Name","value":"underlying"}}}]}]}}]} as unknown as DocumentNode<ExpirationsQuery, ExpirationsQueryVariables>;
export const ShortDaysDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ShortDays"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"exchangeDays"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"halfDay"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<ShortDaysQuery, ShortDaysQueryVariables>;
export const ChainDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Chain"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mode"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TradingMode"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"underlying"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"expiration"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"optionChain"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mode"}}},{"kind":"Argument","name":{"kind":"Name","value":"underlying"},"value":{"kind":"Variable","name":{"kind":"Name","value":"underlying"}}},{"kind":"Argument","name":{"kind":"Name","value":"expiration"},"value":{"kind":"Variable","name":{"kind":"Name","value":"expiration"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"underlying"}},{"kind":"Field","name":{"kind":"Name","value":"expiration"}},{"kind":"Field","name":{"kind":"Name","value":"underlyingPrice"}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"strike"}},{"kind":"Field","name":{"kind":"Name","value":"call"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"QuoteParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"put"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"QuoteParts"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"QuoteParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Quote"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"bid"}},{"kind":"Field","name":{"kind":"Name","value":"ask"}},{"kind":"Field","name":{"kind":"Name","value":"mid"}},{"kind":"Field","name":{"kind":"Name","value":"last"}},{"kind":"Field","name":{"kind":"Name","value":"volume"}},{"kind":"Field","name":{"kind":"Name","value":"openInterest"}},{"kind":"Field","name":{"kind":"Name","value":"delta"}},{"kind":"Field","name":{"kind":"Name","value":"gamma"}},{"kind":"Field","name":{"kind":"Name","value":"theta"}},{"kind":"Field","name":{"kind":"Name","value":"vega"}},{"kind":"Field","name":{"kind":"Name","value":"iv"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"sourceTime"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"ageSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"delayed"}},{"kind":"Field","name":{"kind":"Name","value":"stale"}}]}}]} as unknown as DocumentNode<ChainQuery, ChainQueryVariables>;
export const PreviewTradeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PreviewTrade"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PlaceTradeInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"previewTrade"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PreviewParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PreviewParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TradePreview"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cost"}},{"kind":"Field","name":{"kind":"Name","value":"fees"}},{"kind":"Field","name":{"kind":"Name","value":"maxLoss"}},{"kind":"Field","name":{"kind":"Name","value":"maxProfit"}},{"kind":"Field","name":{"kind":"Name","value":"breakEven"}},{"kind":"Field","name":{"kind":"Name","value":"buyingPowerAfter"}},{"kind":"Field","name":{"kind":"Name","value":"roundTrip"}},{"kind":"Field","name":{"kind":"Name","value":"realizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"exitsNote"}},{"kind":"Field","name":{"kind":"Name","value":"coverNote"}},{"kind":"Field","name":{"kind":"Name","value":"riskChecks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"passed"}},{"kind":"Field","name":{"kind":"Name","value":"limit"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"confirmationToken"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}}]} as unknown as DocumentNode<PreviewTradeQuery, PreviewTradeQueryVariables>;
export const PlaceTradeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PlaceTrade"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PlaceTradeInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"placeTrade"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TradeRow"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeliveryLink"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Trade"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"ticker"}},{"kind":"Field","name":{"kind":"Name","value":"underlying"}},{"kind":"Field","name":{"kind":"Name","value":"strike"}},{"kind":"Field","name":{"kind":"Name","value":"right"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Mark"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bid"}},{"kind":"Field","name":{"kind":"Name","value":"ask"}},{"kind":"Field","name":{"kind":"Name","value":"mid"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"delta"}},{"kind":"Field","name":{"kind":"Name","value":"gamma"}},{"kind":"Field","name":{"kind":"Name","value":"theta"}},{"kind":"Field","name":{"kind":"Name","value":"vega"}},{"kind":"Field","name":{"kind":"Name","value":"iv"}},{"kind":"Field","name":{"kind":"Name","value":"underlyingPrice"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"sourceTime"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"ageSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"delayed"}},{"kind":"Field","name":{"kind":"Name","value":"stale"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TradeRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Trade"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"ticker"}},{"kind":"Field","name":{"kind":"Name","value":"decimals"}},{"kind":"Field","name":{"kind":"Name","value":"settlementToken"}},{"kind":"Field","name":{"kind":"Name","value":"underlying"}},{"kind":"Field","name":{"kind":"Name","value":"expiration"}},{"kind":"Field","name":{"kind":"Name","value":"strike"}},{"kind":"Field","name":{"kind":"Name","value":"right"}},{"kind":"Field","name":{"kind":"Name","value":"multiplier"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"filledQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"openQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"orderType"}},{"kind":"Field","name":{"kind":"Name","value":"timeInForce"}},{"kind":"Field","name":{"kind":"Name","value":"limitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"entryPrice"}},{"kind":"Field","name":{"kind":"Name","value":"exitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"stopLoss"}},{"kind":"Field","name":{"kind":"Name","value":"takeProfit"}},{"kind":"Field","name":{"kind":"Name","value":"trailingPct"}},{"kind":"Field","name":{"kind":"Name","value":"trailingStop"}},{"kind":"Field","name":{"kind":"Name","value":"initialStopLoss"}},{"kind":"Field","name":{"kind":"Name","value":"toStop"}},{"kind":"Field","name":{"kind":"Name","value":"highWaterMark"}},{"kind":"Field","name":{"kind":"Name","value":"costBasis"}},{"kind":"Field","name":{"kind":"Name","value":"unrealizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"realizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"fees"}},{"kind":"Field","name":{"kind":"Name","value":"netPnl"}},{"kind":"Field","name":{"kind":"Name","value":"returnPct"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closeReason"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"accountReachable"}},{"kind":"Field","name":{"kind":"Name","value":"protection"}},{"kind":"Field","name":{"kind":"Name","value":"protectionDetail"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"watchedEverySeconds"}},{"kind":"Field","name":{"kind":"Name","value":"dataDelaySeconds"}},{"kind":"Field","name":{"kind":"Name","value":"words"}}]}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedSince"}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"venue"}},{"kind":"Field","name":{"kind":"Name","value":"fillModel"}},{"kind":"Field","name":{"kind":"Name","value":"fillModelVersion"}},{"kind":"Field","name":{"kind":"Name","value":"feeSchedule"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"deliveredFrom"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeliveryLink"}}]}},{"kind":"Field","name":{"kind":"Name","value":"untradable"}},{"kind":"Field","name":{"kind":"Name","value":"mark"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"context"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"strategy"}},{"kind":"Field","name":{"kind":"Name","value":"aiVerdict"}},{"kind":"Field","name":{"kind":"Name","value":"aiConfidence"}},{"kind":"Field","name":{"kind":"Name","value":"aiModel"}}]}},{"kind":"Field","name":{"kind":"Name","value":"orders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]} as unknown as DocumentNode<PlaceTradeMutation, PlaceTradeMutationVariables>;
export const SearchSymbolsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SearchSymbols"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mode"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TradingMode"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"text"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"searchSymbols"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mode"}}},{"kind":"Argument","name":{"kind":"Name","value":"text"},"value":{"kind":"Variable","name":{"kind":"Name","value":"text"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"exchange"}},{"kind":"Field","name":{"kind":"Name","value":"type"}}]}}]}}]} as unknown as DocumentNode<SearchSymbolsQuery, SearchSymbolsQueryVariables>;
export const TradeCandlesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TradeCandles"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mode"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TradingMode"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"symbol"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"underlying"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"option"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"interval"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CandleInterval"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"candles"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mode"}}},{"kind":"Argument","name":{"kind":"Name","value":"symbol"},"value":{"kind":"Variable","name":{"kind":"Name","value":"symbol"}}},{"kind":"Argument","name":{"kind":"Name","value":"interval"},"value":{"kind":"Variable","name":{"kind":"Name","value":"interval"}}},{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CandleParts"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"beneath"},"name":{"kind":"Name","value":"candles"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mode"}}},{"kind":"Argument","name":{"kind":"Name","value":"symbol"},"value":{"kind":"Variable","name":{"kind":"Name","value":"underlying"}}},{"kind":"Argument","name":{"kind":"Name","value":"interval"},"value":{"kind":"Variable","name":{"kind":"Name","value":"interval"}}},{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"option"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CandleParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CandleParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Candle"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"open"}},{"kind":"Field","name":{"kind":"Name","value":"high"}},{"kind":"Field","name":{"kind":"Name","value":"low"}},{"kind":"Field","name":{"kind":"Name","value":"close"}}]}}]} as unknown as DocumentNode<TradeCandlesQuery, TradeCandlesQueryVariables>;
export const TradeQuestionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TradeQuestions"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"topic"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"explain"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"topic"},"value":{"kind":"Variable","name":{"kind":"Name","value":"topic"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"story"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"openQuestions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"QuestionParts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"unanswerable"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"QuestionParts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"QuestionParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Question"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"question"}},{"kind":"Field","name":{"kind":"Name","value":"why"}},{"kind":"Field","name":{"kind":"Name","value":"instead"}}]}}]} as unknown as DocumentNode<TradeQuestionsQuery, TradeQuestionsQueryVariables>;
export const TradePageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TradePage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trade"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TradeDetail"}},{"kind":"Field","name":{"kind":"Name","value":"review"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reviewedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reviewer"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"exitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"evidence"}}]}},{"kind":"Field","name":{"kind":"Name","value":"fillComparison"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fills"}},{"kind":"Field","name":{"kind":"Name","value":"measured"}},{"kind":"Field","name":{"kind":"Name","value":"bid"}},{"kind":"Field","name":{"kind":"Name","value":"ask"}},{"kind":"Field","name":{"kind":"Name","value":"quoteAgeSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"toMid"}},{"kind":"Field","name":{"kind":"Name","value":"models"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"entryPrice"}},{"kind":"Field","name":{"kind":"Name","value":"exitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"toMid"}},{"kind":"Field","name":{"kind":"Name","value":"difference"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"snapshots"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"500"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ChartedSnapshot"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"events"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"500"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"sequence"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"trade"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stopLoss"}},{"kind":"Field","name":{"kind":"Name","value":"takeProfit"}},{"kind":"Field","name":{"kind":"Name","value":"trailingStop"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeliveryLink"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Trade"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"ticker"}},{"kind":"Field","name":{"kind":"Name","value":"underlying"}},{"kind":"Field","name":{"kind":"Name","value":"strike"}},{"kind":"Field","name":{"kind":"Name","value":"right"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Mark"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bid"}},{"kind":"Field","name":{"kind":"Name","value":"ask"}},{"kind":"Field","name":{"kind":"Name","value":"mid"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"delta"}},{"kind":"Field","name":{"kind":"Name","value":"gamma"}},{"kind":"Field","name":{"kind":"Name","value":"theta"}},{"kind":"Field","name":{"kind":"Name","value":"vega"}},{"kind":"Field","name":{"kind":"Name","value":"iv"}},{"kind":"Field","name":{"kind":"Name","value":"underlyingPrice"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"sourceTime"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"ageSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"delayed"}},{"kind":"Field","name":{"kind":"Name","value":"stale"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TradeRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Trade"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"ticker"}},{"kind":"Field","name":{"kind":"Name","value":"decimals"}},{"kind":"Field","name":{"kind":"Name","value":"settlementToken"}},{"kind":"Field","name":{"kind":"Name","value":"underlying"}},{"kind":"Field","name":{"kind":"Name","value":"expiration"}},{"kind":"Field","name":{"kind":"Name","value":"strike"}},{"kind":"Field","name":{"kind":"Name","value":"right"}},{"kind":"Field","name":{"kind":"Name","value":"multiplier"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"filledQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"openQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"orderType"}},{"kind":"Field","name":{"kind":"Name","value":"timeInForce"}},{"kind":"Field","name":{"kind":"Name","value":"limitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"entryPrice"}},{"kind":"Field","name":{"kind":"Name","value":"exitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"stopLoss"}},{"kind":"Field","name":{"kind":"Name","value":"takeProfit"}},{"kind":"Field","name":{"kind":"Name","value":"trailingPct"}},{"kind":"Field","name":{"kind":"Name","value":"trailingStop"}},{"kind":"Field","name":{"kind":"Name","value":"initialStopLoss"}},{"kind":"Field","name":{"kind":"Name","value":"toStop"}},{"kind":"Field","name":{"kind":"Name","value":"highWaterMark"}},{"kind":"Field","name":{"kind":"Name","value":"costBasis"}},{"kind":"Field","name":{"kind":"Name","value":"unrealizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"realizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"fees"}},{"kind":"Field","name":{"kind":"Name","value":"netPnl"}},{"kind":"Field","name":{"kind":"Name","value":"returnPct"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closeReason"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"accountReachable"}},{"kind":"Field","name":{"kind":"Name","value":"protection"}},{"kind":"Field","name":{"kind":"Name","value":"protectionDetail"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"watchedEverySeconds"}},{"kind":"Field","name":{"kind":"Name","value":"dataDelaySeconds"}},{"kind":"Field","name":{"kind":"Name","value":"words"}}]}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedSince"}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"venue"}},{"kind":"Field","name":{"kind":"Name","value":"fillModel"}},{"kind":"Field","name":{"kind":"Name","value":"fillModelVersion"}},{"kind":"Field","name":{"kind":"Name","value":"feeSchedule"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"deliveredFrom"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeliveryLink"}}]}},{"kind":"Field","name":{"kind":"Name","value":"untradable"}},{"kind":"Field","name":{"kind":"Name","value":"mark"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"context"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"strategy"}},{"kind":"Field","name":{"kind":"Name","value":"aiVerdict"}},{"kind":"Field","name":{"kind":"Name","value":"aiConfidence"}},{"kind":"Field","name":{"kind":"Name","value":"aiModel"}}]}},{"kind":"Field","name":{"kind":"Name","value":"orders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CorrectionParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FillCorrection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"averagePrice"}},{"kind":"Field","name":{"kind":"Name","value":"filledQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"bookedPrice"}},{"kind":"Field","name":{"kind":"Name","value":"toldAt"}},{"kind":"Field","name":{"kind":"Name","value":"take"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledBy"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AdjustmentParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ExitAdjustment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"stopPrice"}},{"kind":"Field","name":{"kind":"Name","value":"limitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"toldAt"}},{"kind":"Field","name":{"kind":"Name","value":"comparedAt"}},{"kind":"Field","name":{"kind":"Name","value":"choice"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledBy"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TradeDetail"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Trade"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TradeRow"}},{"kind":"Field","name":{"kind":"Name","value":"twinOf"}},{"kind":"Field","name":{"kind":"Name","value":"adjustedCause"}},{"kind":"Field","name":{"kind":"Name","value":"doubt"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"bookQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"venueQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"newShares"}},{"kind":"Field","name":{"kind":"Name","value":"oldShares"}},{"kind":"Field","name":{"kind":"Name","value":"successor"}},{"kind":"Field","name":{"kind":"Name","value":"at"}}]}},{"kind":"Field","name":{"kind":"Name","value":"riskAtEntry"}},{"kind":"Field","name":{"kind":"Name","value":"rMultiple"}},{"kind":"Field","name":{"kind":"Name","value":"maxFavorableExcursion"}},{"kind":"Field","name":{"kind":"Name","value":"maxAdverseExcursion"}},{"kind":"Field","name":{"kind":"Name","value":"excursionsComplete"}},{"kind":"Field","name":{"kind":"Name","value":"holdMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"dteAtEntry"}},{"kind":"Field","name":{"kind":"Name","value":"notes"}},{"kind":"Field","name":{"kind":"Name","value":"context"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"strategy"}},{"kind":"Field","name":{"kind":"Name","value":"scanner"}},{"kind":"Field","name":{"kind":"Name","value":"scannerScore"}},{"kind":"Field","name":{"kind":"Name","value":"aiModel"}},{"kind":"Field","name":{"kind":"Name","value":"aiPromptVersion"}},{"kind":"Field","name":{"kind":"Name","value":"aiVerdict"}},{"kind":"Field","name":{"kind":"Name","value":"aiConfidence"}},{"kind":"Field","name":{"kind":"Name","value":"aiRationale"}},{"kind":"Field","name":{"kind":"Name","value":"ivRank"}},{"kind":"Field","name":{"kind":"Name","value":"ivPercentile"}},{"kind":"Field","name":{"kind":"Name","value":"hv30"}},{"kind":"Field","name":{"kind":"Name","value":"underlyingTrend"}},{"kind":"Field","name":{"kind":"Name","value":"earningsDate"}},{"kind":"Field","name":{"kind":"Name","value":"marketRegime"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"notes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"entryGreeks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"delta"}},{"kind":"Field","name":{"kind":"Name","value":"gamma"}},{"kind":"Field","name":{"kind":"Name","value":"theta"}},{"kind":"Field","name":{"kind":"Name","value":"vega"}},{"kind":"Field","name":{"kind":"Name","value":"iv"}}]}},{"kind":"Field","name":{"kind":"Name","value":"exitGreeks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"delta"}},{"kind":"Field","name":{"kind":"Name","value":"gamma"}},{"kind":"Field","name":{"kind":"Name","value":"theta"}},{"kind":"Field","name":{"kind":"Name","value":"vega"}},{"kind":"Field","name":{"kind":"Name","value":"iv"}}]}},{"kind":"Field","name":{"kind":"Name","value":"orders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"filledQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"limitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"stopPrice"}},{"kind":"Field","name":{"kind":"Name","value":"slippagePct"}},{"kind":"Field","name":{"kind":"Name","value":"pays"}},{"kind":"Field","name":{"kind":"Name","value":"averagePrice"}},{"kind":"Field","name":{"kind":"Name","value":"tag"}},{"kind":"Field","name":{"kind":"Name","value":"venueOrderId"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"correction"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CorrectionParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"adjustment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AdjustmentParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"fills"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"fee"}},{"kind":"Field","name":{"kind":"Name","value":"filledAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"settlement"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"sourceTime"}},{"kind":"Field","name":{"kind":"Name","value":"intrinsic"}},{"kind":"Field","name":{"kind":"Name","value":"delivery"}},{"kind":"Field","name":{"kind":"Name","value":"shares"}}]}},{"kind":"Field","name":{"kind":"Name","value":"deliveredTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeliveryLink"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChartedSnapshot"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Snapshot"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"takenAt"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"underlyingPrice"}}]}}]} as unknown as DocumentNode<TradePageQuery, TradePageQueryVariables>;
export const OlderSnapshotsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OlderSnapshots"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trade"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"snapshots"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"500"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ChartedSnapshot"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ChartedSnapshot"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Snapshot"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"takenAt"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"underlyingPrice"}}]}}]} as unknown as DocumentNode<OlderSnapshotsQuery, OlderSnapshotsQueryVariables>;
export const AnnotateTradeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AnnotateTrade"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"expectedVersion"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"notes"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"tags"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"annotateTrade"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"expectedVersion"},"value":{"kind":"Variable","name":{"kind":"Name","value":"expectedVersion"}}},{"kind":"Argument","name":{"kind":"Name","value":"notes"},"value":{"kind":"Variable","name":{"kind":"Name","value":"notes"}}},{"kind":"Argument","name":{"kind":"Name","value":"tags"},"value":{"kind":"Variable","name":{"kind":"Name","value":"tags"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"notes"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}}]}}]}}]} as unknown as DocumentNode<AnnotateTradeMutation, AnnotateTradeMutationVariables>;
export const ReviewTradeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReviewTrade"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"expectedVersion"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"resolution"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReviewInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reviewTrade"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"expectedVersion"},"value":{"kind":"Variable","name":{"kind":"Name","value":"expectedVersion"}}},{"kind":"Argument","name":{"kind":"Name","value":"resolution"},"value":{"kind":"Variable","name":{"kind":"Name","value":"resolution"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TradeRow"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeliveryLink"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Trade"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"ticker"}},{"kind":"Field","name":{"kind":"Name","value":"underlying"}},{"kind":"Field","name":{"kind":"Name","value":"strike"}},{"kind":"Field","name":{"kind":"Name","value":"right"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Mark"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bid"}},{"kind":"Field","name":{"kind":"Name","value":"ask"}},{"kind":"Field","name":{"kind":"Name","value":"mid"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"delta"}},{"kind":"Field","name":{"kind":"Name","value":"gamma"}},{"kind":"Field","name":{"kind":"Name","value":"theta"}},{"kind":"Field","name":{"kind":"Name","value":"vega"}},{"kind":"Field","name":{"kind":"Name","value":"iv"}},{"kind":"Field","name":{"kind":"Name","value":"underlyingPrice"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"sourceTime"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"ageSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"delayed"}},{"kind":"Field","name":{"kind":"Name","value":"stale"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TradeRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Trade"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"ticker"}},{"kind":"Field","name":{"kind":"Name","value":"decimals"}},{"kind":"Field","name":{"kind":"Name","value":"settlementToken"}},{"kind":"Field","name":{"kind":"Name","value":"underlying"}},{"kind":"Field","name":{"kind":"Name","value":"expiration"}},{"kind":"Field","name":{"kind":"Name","value":"strike"}},{"kind":"Field","name":{"kind":"Name","value":"right"}},{"kind":"Field","name":{"kind":"Name","value":"multiplier"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"filledQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"openQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"orderType"}},{"kind":"Field","name":{"kind":"Name","value":"timeInForce"}},{"kind":"Field","name":{"kind":"Name","value":"limitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"entryPrice"}},{"kind":"Field","name":{"kind":"Name","value":"exitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"stopLoss"}},{"kind":"Field","name":{"kind":"Name","value":"takeProfit"}},{"kind":"Field","name":{"kind":"Name","value":"trailingPct"}},{"kind":"Field","name":{"kind":"Name","value":"trailingStop"}},{"kind":"Field","name":{"kind":"Name","value":"initialStopLoss"}},{"kind":"Field","name":{"kind":"Name","value":"toStop"}},{"kind":"Field","name":{"kind":"Name","value":"highWaterMark"}},{"kind":"Field","name":{"kind":"Name","value":"costBasis"}},{"kind":"Field","name":{"kind":"Name","value":"unrealizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"realizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"fees"}},{"kind":"Field","name":{"kind":"Name","value":"netPnl"}},{"kind":"Field","name":{"kind":"Name","value":"returnPct"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closeReason"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"accountReachable"}},{"kind":"Field","name":{"kind":"Name","value":"protection"}},{"kind":"Field","name":{"kind":"Name","value":"protectionDetail"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"watchedEverySeconds"}},{"kind":"Field","name":{"kind":"Name","value":"dataDelaySeconds"}},{"kind":"Field","name":{"kind":"Name","value":"words"}}]}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedSince"}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"venue"}},{"kind":"Field","name":{"kind":"Name","value":"fillModel"}},{"kind":"Field","name":{"kind":"Name","value":"fillModelVersion"}},{"kind":"Field","name":{"kind":"Name","value":"feeSchedule"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"deliveredFrom"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeliveryLink"}}]}},{"kind":"Field","name":{"kind":"Name","value":"untradable"}},{"kind":"Field","name":{"kind":"Name","value":"mark"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"context"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"strategy"}},{"kind":"Field","name":{"kind":"Name","value":"aiVerdict"}},{"kind":"Field","name":{"kind":"Name","value":"aiConfidence"}},{"kind":"Field","name":{"kind":"Name","value":"aiModel"}}]}},{"kind":"Field","name":{"kind":"Name","value":"orders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]} as unknown as DocumentNode<ReviewTradeMutation, ReviewTradeMutationVariables>;
export const SettleFillCorrectionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SettleFillCorrection"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SettleFillCorrectionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"settleFillCorrection"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TradeRow"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeliveryLink"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Trade"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"ticker"}},{"kind":"Field","name":{"kind":"Name","value":"underlying"}},{"kind":"Field","name":{"kind":"Name","value":"strike"}},{"kind":"Field","name":{"kind":"Name","value":"right"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Mark"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bid"}},{"kind":"Field","name":{"kind":"Name","value":"ask"}},{"kind":"Field","name":{"kind":"Name","value":"mid"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"delta"}},{"kind":"Field","name":{"kind":"Name","value":"gamma"}},{"kind":"Field","name":{"kind":"Name","value":"theta"}},{"kind":"Field","name":{"kind":"Name","value":"vega"}},{"kind":"Field","name":{"kind":"Name","value":"iv"}},{"kind":"Field","name":{"kind":"Name","value":"underlyingPrice"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"sourceTime"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"ageSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"delayed"}},{"kind":"Field","name":{"kind":"Name","value":"stale"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TradeRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Trade"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"ticker"}},{"kind":"Field","name":{"kind":"Name","value":"decimals"}},{"kind":"Field","name":{"kind":"Name","value":"settlementToken"}},{"kind":"Field","name":{"kind":"Name","value":"underlying"}},{"kind":"Field","name":{"kind":"Name","value":"expiration"}},{"kind":"Field","name":{"kind":"Name","value":"strike"}},{"kind":"Field","name":{"kind":"Name","value":"right"}},{"kind":"Field","name":{"kind":"Name","value":"multiplier"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"filledQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"openQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"orderType"}},{"kind":"Field","name":{"kind":"Name","value":"timeInForce"}},{"kind":"Field","name":{"kind":"Name","value":"limitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"entryPrice"}},{"kind":"Field","name":{"kind":"Name","value":"exitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"stopLoss"}},{"kind":"Field","name":{"kind":"Name","value":"takeProfit"}},{"kind":"Field","name":{"kind":"Name","value":"trailingPct"}},{"kind":"Field","name":{"kind":"Name","value":"trailingStop"}},{"kind":"Field","name":{"kind":"Name","value":"initialStopLoss"}},{"kind":"Field","name":{"kind":"Name","value":"toStop"}},{"kind":"Field","name":{"kind":"Name","value":"highWaterMark"}},{"kind":"Field","name":{"kind":"Name","value":"costBasis"}},{"kind":"Field","name":{"kind":"Name","value":"unrealizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"realizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"fees"}},{"kind":"Field","name":{"kind":"Name","value":"netPnl"}},{"kind":"Field","name":{"kind":"Name","value":"returnPct"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closeReason"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"accountReachable"}},{"kind":"Field","name":{"kind":"Name","value":"protection"}},{"kind":"Field","name":{"kind":"Name","value":"protectionDetail"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"watchedEverySeconds"}},{"kind":"Field","name":{"kind":"Name","value":"dataDelaySeconds"}},{"kind":"Field","name":{"kind":"Name","value":"words"}}]}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedSince"}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"venue"}},{"kind":"Field","name":{"kind":"Name","value":"fillModel"}},{"kind":"Field","name":{"kind":"Name","value":"fillModelVersion"}},{"kind":"Field","name":{"kind":"Name","value":"feeSchedule"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"deliveredFrom"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeliveryLink"}}]}},{"kind":"Field","name":{"kind":"Name","value":"untradable"}},{"kind":"Field","name":{"kind":"Name","value":"mark"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"context"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"strategy"}},{"kind":"Field","name":{"kind":"Name","value":"aiVerdict"}},{"kind":"Field","name":{"kind":"Name","value":"aiConfidence"}},{"kind":"Field","name":{"kind":"Name","value":"aiModel"}}]}},{"kind":"Field","name":{"kind":"Name","value":"orders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]} as unknown as DocumentNode<SettleFillCorrectionMutation, SettleFillCorrectionMutationVariables>;
export const SettleExitAdjustmentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SettleExitAdjustment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SettleExitAdjustmentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"settleExitAdjustment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TradeRow"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeliveryLink"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Trade"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"ticker"}},{"kind":"Field","name":{"kind":"Name","value":"underlying"}},{"kind":"Field","name":{"kind":"Name","value":"strike"}},{"kind":"Field","name":{"kind":"Name","value":"right"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Mark"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bid"}},{"kind":"Field","name":{"kind":"Name","value":"ask"}},{"kind":"Field","name":{"kind":"Name","value":"mid"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"delta"}},{"kind":"Field","name":{"kind":"Name","value":"gamma"}},{"kind":"Field","name":{"kind":"Name","value":"theta"}},{"kind":"Field","name":{"kind":"Name","value":"vega"}},{"kind":"Field","name":{"kind":"Name","value":"iv"}},{"kind":"Field","name":{"kind":"Name","value":"underlyingPrice"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"sourceTime"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"ageSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"delayed"}},{"kind":"Field","name":{"kind":"Name","value":"stale"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TradeRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Trade"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"ticker"}},{"kind":"Field","name":{"kind":"Name","value":"decimals"}},{"kind":"Field","name":{"kind":"Name","value":"settlementToken"}},{"kind":"Field","name":{"kind":"Name","value":"underlying"}},{"kind":"Field","name":{"kind":"Name","value":"expiration"}},{"kind":"Field","name":{"kind":"Name","value":"strike"}},{"kind":"Field","name":{"kind":"Name","value":"right"}},{"kind":"Field","name":{"kind":"Name","value":"multiplier"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"filledQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"openQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"orderType"}},{"kind":"Field","name":{"kind":"Name","value":"timeInForce"}},{"kind":"Field","name":{"kind":"Name","value":"limitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"entryPrice"}},{"kind":"Field","name":{"kind":"Name","value":"exitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"stopLoss"}},{"kind":"Field","name":{"kind":"Name","value":"takeProfit"}},{"kind":"Field","name":{"kind":"Name","value":"trailingPct"}},{"kind":"Field","name":{"kind":"Name","value":"trailingStop"}},{"kind":"Field","name":{"kind":"Name","value":"initialStopLoss"}},{"kind":"Field","name":{"kind":"Name","value":"toStop"}},{"kind":"Field","name":{"kind":"Name","value":"highWaterMark"}},{"kind":"Field","name":{"kind":"Name","value":"costBasis"}},{"kind":"Field","name":{"kind":"Name","value":"unrealizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"realizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"fees"}},{"kind":"Field","name":{"kind":"Name","value":"netPnl"}},{"kind":"Field","name":{"kind":"Name","value":"returnPct"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closeReason"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"accountReachable"}},{"kind":"Field","name":{"kind":"Name","value":"protection"}},{"kind":"Field","name":{"kind":"Name","value":"protectionDetail"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"watchedEverySeconds"}},{"kind":"Field","name":{"kind":"Name","value":"dataDelaySeconds"}},{"kind":"Field","name":{"kind":"Name","value":"words"}}]}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedSince"}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"venue"}},{"kind":"Field","name":{"kind":"Name","value":"fillModel"}},{"kind":"Field","name":{"kind":"Name","value":"fillModelVersion"}},{"kind":"Field","name":{"kind":"Name","value":"feeSchedule"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"deliveredFrom"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeliveryLink"}}]}},{"kind":"Field","name":{"kind":"Name","value":"untradable"}},{"kind":"Field","name":{"kind":"Name","value":"mark"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"context"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"strategy"}},{"kind":"Field","name":{"kind":"Name","value":"aiVerdict"}},{"kind":"Field","name":{"kind":"Name","value":"aiConfidence"}},{"kind":"Field","name":{"kind":"Name","value":"aiModel"}}]}},{"kind":"Field","name":{"kind":"Name","value":"orders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]} as unknown as DocumentNode<SettleExitAdjustmentMutation, SettleExitAdjustmentMutationVariables>;
export const PreviewSplitDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PreviewSplit"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"BookSplitInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"previewSplit"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quantityBefore"}},{"kind":"Field","name":{"kind":"Name","value":"quantityAfter"}},{"kind":"Field","name":{"kind":"Name","value":"entryPriceBefore"}},{"kind":"Field","name":{"kind":"Name","value":"entryPriceAfter"}},{"kind":"Field","name":{"kind":"Name","value":"valueBefore"}},{"kind":"Field","name":{"kind":"Name","value":"valueAfter"}},{"kind":"Field","name":{"kind":"Name","value":"stopLossAfter"}},{"kind":"Field","name":{"kind":"Name","value":"takeProfitAfter"}},{"kind":"Field","name":{"kind":"Name","value":"bookQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"venueQuantity"}}]}}]}}]} as unknown as DocumentNode<PreviewSplitQuery, PreviewSplitQueryVariables>;
export const BookSplitDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"BookSplit"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"BookSplitInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bookSplit"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TradeRow"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeliveryLink"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Trade"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"ticker"}},{"kind":"Field","name":{"kind":"Name","value":"underlying"}},{"kind":"Field","name":{"kind":"Name","value":"strike"}},{"kind":"Field","name":{"kind":"Name","value":"right"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Mark"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bid"}},{"kind":"Field","name":{"kind":"Name","value":"ask"}},{"kind":"Field","name":{"kind":"Name","value":"mid"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"delta"}},{"kind":"Field","name":{"kind":"Name","value":"gamma"}},{"kind":"Field","name":{"kind":"Name","value":"theta"}},{"kind":"Field","name":{"kind":"Name","value":"vega"}},{"kind":"Field","name":{"kind":"Name","value":"iv"}},{"kind":"Field","name":{"kind":"Name","value":"underlyingPrice"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"sourceTime"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"ageSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"delayed"}},{"kind":"Field","name":{"kind":"Name","value":"stale"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TradeRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Trade"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"ticker"}},{"kind":"Field","name":{"kind":"Name","value":"decimals"}},{"kind":"Field","name":{"kind":"Name","value":"settlementToken"}},{"kind":"Field","name":{"kind":"Name","value":"underlying"}},{"kind":"Field","name":{"kind":"Name","value":"expiration"}},{"kind":"Field","name":{"kind":"Name","value":"strike"}},{"kind":"Field","name":{"kind":"Name","value":"right"}},{"kind":"Field","name":{"kind":"Name","value":"multiplier"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"filledQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"openQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"orderType"}},{"kind":"Field","name":{"kind":"Name","value":"timeInForce"}},{"kind":"Field","name":{"kind":"Name","value":"limitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"entryPrice"}},{"kind":"Field","name":{"kind":"Name","value":"exitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"stopLoss"}},{"kind":"Field","name":{"kind":"Name","value":"takeProfit"}},{"kind":"Field","name":{"kind":"Name","value":"trailingPct"}},{"kind":"Field","name":{"kind":"Name","value":"trailingStop"}},{"kind":"Field","name":{"kind":"Name","value":"initialStopLoss"}},{"kind":"Field","name":{"kind":"Name","value":"toStop"}},{"kind":"Field","name":{"kind":"Name","value":"highWaterMark"}},{"kind":"Field","name":{"kind":"Name","value":"costBasis"}},{"kind":"Field","name":{"kind":"Name","value":"unrealizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"realizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"fees"}},{"kind":"Field","name":{"kind":"Name","value":"netPnl"}},{"kind":"Field","name":{"kind":"Name","value":"returnPct"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closeReason"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"accountReachable"}},{"kind":"Field","name":{"kind":"Name","value":"protection"}},{"kind":"Field","name":{"kind":"Name","value":"protectionDetail"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"watchedEverySeconds"}},{"kind":"Field","name":{"kind":"Name","value":"dataDelaySeconds"}},{"kind":"Field","name":{"kind":"Name","value":"words"}}]}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedSince"}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"venue"}},{"kind":"Field","name":{"kind":"Name","value":"fillModel"}},{"kind":"Field","name":{"kind":"Name","value":"fillModelVersion"}},{"kind":"Field","name":{"kind":"Name","value":"feeSchedule"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"deliveredFrom"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeliveryLink"}}]}},{"kind":"Field","name":{"kind":"Name","value":"untradable"}},{"kind":"Field","name":{"kind":"Name","value":"mark"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"context"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"strategy"}},{"kind":"Field","name":{"kind":"Name","value":"aiVerdict"}},{"kind":"Field","name":{"kind":"Name","value":"aiConfidence"}},{"kind":"Field","name":{"kind":"Name","value":"aiModel"}}]}},{"kind":"Field","name":{"kind":"Name","value":"orders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]} as unknown as DocumentNode<BookSplitMutation, BookSplitMutationVariables>;
export const PreviewCloseDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PreviewClose"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CloseTradeInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"previewClose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PreviewParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PreviewParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TradePreview"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cost"}},{"kind":"Field","name":{"kind":"Name","value":"fees"}},{"kind":"Field","name":{"kind":"Name","value":"maxLoss"}},{"kind":"Field","name":{"kind":"Name","value":"maxProfit"}},{"kind":"Field","name":{"kind":"Name","value":"breakEven"}},{"kind":"Field","name":{"kind":"Name","value":"buyingPowerAfter"}},{"kind":"Field","name":{"kind":"Name","value":"roundTrip"}},{"kind":"Field","name":{"kind":"Name","value":"realizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"exitsNote"}},{"kind":"Field","name":{"kind":"Name","value":"coverNote"}},{"kind":"Field","name":{"kind":"Name","value":"riskChecks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"passed"}},{"kind":"Field","name":{"kind":"Name","value":"limit"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"confirmationToken"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}}]} as unknown as DocumentNode<PreviewCloseQuery, PreviewCloseQueryVariables>;
export const CloseTradeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CloseTrade"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CloseTradeInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"closeTrade"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TradeRow"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeliveryLink"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Trade"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"ticker"}},{"kind":"Field","name":{"kind":"Name","value":"underlying"}},{"kind":"Field","name":{"kind":"Name","value":"strike"}},{"kind":"Field","name":{"kind":"Name","value":"right"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Mark"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bid"}},{"kind":"Field","name":{"kind":"Name","value":"ask"}},{"kind":"Field","name":{"kind":"Name","value":"mid"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"delta"}},{"kind":"Field","name":{"kind":"Name","value":"gamma"}},{"kind":"Field","name":{"kind":"Name","value":"theta"}},{"kind":"Field","name":{"kind":"Name","value":"vega"}},{"kind":"Field","name":{"kind":"Name","value":"iv"}},{"kind":"Field","name":{"kind":"Name","value":"underlyingPrice"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"sourceTime"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"ageSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"delayed"}},{"kind":"Field","name":{"kind":"Name","value":"stale"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TradeRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Trade"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"ticker"}},{"kind":"Field","name":{"kind":"Name","value":"decimals"}},{"kind":"Field","name":{"kind":"Name","value":"settlementToken"}},{"kind":"Field","name":{"kind":"Name","value":"underlying"}},{"kind":"Field","name":{"kind":"Name","value":"expiration"}},{"kind":"Field","name":{"kind":"Name","value":"strike"}},{"kind":"Field","name":{"kind":"Name","value":"right"}},{"kind":"Field","name":{"kind":"Name","value":"multiplier"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"filledQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"openQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"orderType"}},{"kind":"Field","name":{"kind":"Name","value":"timeInForce"}},{"kind":"Field","name":{"kind":"Name","value":"limitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"entryPrice"}},{"kind":"Field","name":{"kind":"Name","value":"exitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"stopLoss"}},{"kind":"Field","name":{"kind":"Name","value":"takeProfit"}},{"kind":"Field","name":{"kind":"Name","value":"trailingPct"}},{"kind":"Field","name":{"kind":"Name","value":"trailingStop"}},{"kind":"Field","name":{"kind":"Name","value":"initialStopLoss"}},{"kind":"Field","name":{"kind":"Name","value":"toStop"}},{"kind":"Field","name":{"kind":"Name","value":"highWaterMark"}},{"kind":"Field","name":{"kind":"Name","value":"costBasis"}},{"kind":"Field","name":{"kind":"Name","value":"unrealizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"realizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"fees"}},{"kind":"Field","name":{"kind":"Name","value":"netPnl"}},{"kind":"Field","name":{"kind":"Name","value":"returnPct"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closeReason"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"accountReachable"}},{"kind":"Field","name":{"kind":"Name","value":"protection"}},{"kind":"Field","name":{"kind":"Name","value":"protectionDetail"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"watchedEverySeconds"}},{"kind":"Field","name":{"kind":"Name","value":"dataDelaySeconds"}},{"kind":"Field","name":{"kind":"Name","value":"words"}}]}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedSince"}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"venue"}},{"kind":"Field","name":{"kind":"Name","value":"fillModel"}},{"kind":"Field","name":{"kind":"Name","value":"fillModelVersion"}},{"kind":"Field","name":{"kind":"Name","value":"feeSchedule"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"deliveredFrom"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeliveryLink"}}]}},{"kind":"Field","name":{"kind":"Name","value":"untradable"}},{"kind":"Field","name":{"kind":"Name","value":"mark"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"context"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"strategy"}},{"kind":"Field","name":{"kind":"Name","value":"aiVerdict"}},{"kind":"Field","name":{"kind":"Name","value":"aiConfidence"}},{"kind":"Field","name":{"kind":"Name","value":"aiModel"}}]}},{"kind":"Field","name":{"kind":"Name","value":"orders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]} as unknown as DocumentNode<CloseTradeMutation, CloseTradeMutationVariables>;
export const CancelTradeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CancelTrade"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"expectedVersion"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelTrade"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"expectedVersion"},"value":{"kind":"Variable","name":{"kind":"Name","value":"expectedVersion"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TradeRow"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeliveryLink"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Trade"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"ticker"}},{"kind":"Field","name":{"kind":"Name","value":"underlying"}},{"kind":"Field","name":{"kind":"Name","value":"strike"}},{"kind":"Field","name":{"kind":"Name","value":"right"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Mark"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bid"}},{"kind":"Field","name":{"kind":"Name","value":"ask"}},{"kind":"Field","name":{"kind":"Name","value":"mid"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"delta"}},{"kind":"Field","name":{"kind":"Name","value":"gamma"}},{"kind":"Field","name":{"kind":"Name","value":"theta"}},{"kind":"Field","name":{"kind":"Name","value":"vega"}},{"kind":"Field","name":{"kind":"Name","value":"iv"}},{"kind":"Field","name":{"kind":"Name","value":"underlyingPrice"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"sourceTime"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"ageSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"delayed"}},{"kind":"Field","name":{"kind":"Name","value":"stale"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TradeRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Trade"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"ticker"}},{"kind":"Field","name":{"kind":"Name","value":"decimals"}},{"kind":"Field","name":{"kind":"Name","value":"settlementToken"}},{"kind":"Field","name":{"kind":"Name","value":"underlying"}},{"kind":"Field","name":{"kind":"Name","value":"expiration"}},{"kind":"Field","name":{"kind":"Name","value":"strike"}},{"kind":"Field","name":{"kind":"Name","value":"right"}},{"kind":"Field","name":{"kind":"Name","value":"multiplier"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"filledQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"openQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"orderType"}},{"kind":"Field","name":{"kind":"Name","value":"timeInForce"}},{"kind":"Field","name":{"kind":"Name","value":"limitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"entryPrice"}},{"kind":"Field","name":{"kind":"Name","value":"exitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"stopLoss"}},{"kind":"Field","name":{"kind":"Name","value":"takeProfit"}},{"kind":"Field","name":{"kind":"Name","value":"trailingPct"}},{"kind":"Field","name":{"kind":"Name","value":"trailingStop"}},{"kind":"Field","name":{"kind":"Name","value":"initialStopLoss"}},{"kind":"Field","name":{"kind":"Name","value":"toStop"}},{"kind":"Field","name":{"kind":"Name","value":"highWaterMark"}},{"kind":"Field","name":{"kind":"Name","value":"costBasis"}},{"kind":"Field","name":{"kind":"Name","value":"unrealizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"realizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"fees"}},{"kind":"Field","name":{"kind":"Name","value":"netPnl"}},{"kind":"Field","name":{"kind":"Name","value":"returnPct"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closeReason"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"accountReachable"}},{"kind":"Field","name":{"kind":"Name","value":"protection"}},{"kind":"Field","name":{"kind":"Name","value":"protectionDetail"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"watchedEverySeconds"}},{"kind":"Field","name":{"kind":"Name","value":"dataDelaySeconds"}},{"kind":"Field","name":{"kind":"Name","value":"words"}}]}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedSince"}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"venue"}},{"kind":"Field","name":{"kind":"Name","value":"fillModel"}},{"kind":"Field","name":{"kind":"Name","value":"fillModelVersion"}},{"kind":"Field","name":{"kind":"Name","value":"feeSchedule"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"deliveredFrom"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeliveryLink"}}]}},{"kind":"Field","name":{"kind":"Name","value":"untradable"}},{"kind":"Field","name":{"kind":"Name","value":"mark"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"context"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"strategy"}},{"kind":"Field","name":{"kind":"Name","value":"aiVerdict"}},{"kind":"Field","name":{"kind":"Name","value":"aiConfidence"}},{"kind":"Field","name":{"kind":"Name","value":"aiModel"}}]}},{"kind":"Field","name":{"kind":"Name","value":"orders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]} as unknown as DocumentNode<CancelTradeMutation, CancelTradeMutationVariables>;
export const AdjustBracketDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AdjustBracket"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AdjustBracketInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"adjustBracket"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TradeRow"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeliveryLink"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Trade"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"ticker"}},{"kind":"Field","name":{"kind":"Name","value":"underlying"}},{"kind":"Field","name":{"kind":"Name","value":"strike"}},{"kind":"Field","name":{"kind":"Name","value":"right"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Mark"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bid"}},{"kind":"Field","name":{"kind":"Name","value":"ask"}},{"kind":"Field","name":{"kind":"Name","value":"mid"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"delta"}},{"kind":"Field","name":{"kind":"Name","value":"gamma"}},{"kind":"Field","name":{"kind":"Name","value":"theta"}},{"kind":"Field","name":{"kind":"Name","value":"vega"}},{"kind":"Field","name":{"kind":"Name","value":"iv"}},{"kind":"Field","name":{"kind":"Name","value":"underlyingPrice"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"sourceTime"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"ageSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"delayed"}},{"kind":"Field","name":{"kind":"Name","value":"stale"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TradeRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Trade"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"ticker"}},{"kind":"Field","name":{"kind":"Name","value":"decimals"}},{"kind":"Field","name":{"kind":"Name","value":"settlementToken"}},{"kind":"Field","name":{"kind":"Name","value":"underlying"}},{"kind":"Field","name":{"kind":"Name","value":"expiration"}},{"kind":"Field","name":{"kind":"Name","value":"strike"}},{"kind":"Field","name":{"kind":"Name","value":"right"}},{"kind":"Field","name":{"kind":"Name","value":"multiplier"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"filledQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"openQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"orderType"}},{"kind":"Field","name":{"kind":"Name","value":"timeInForce"}},{"kind":"Field","name":{"kind":"Name","value":"limitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"entryPrice"}},{"kind":"Field","name":{"kind":"Name","value":"exitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"stopLoss"}},{"kind":"Field","name":{"kind":"Name","value":"takeProfit"}},{"kind":"Field","name":{"kind":"Name","value":"trailingPct"}},{"kind":"Field","name":{"kind":"Name","value":"trailingStop"}},{"kind":"Field","name":{"kind":"Name","value":"initialStopLoss"}},{"kind":"Field","name":{"kind":"Name","value":"toStop"}},{"kind":"Field","name":{"kind":"Name","value":"highWaterMark"}},{"kind":"Field","name":{"kind":"Name","value":"costBasis"}},{"kind":"Field","name":{"kind":"Name","value":"unrealizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"realizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"fees"}},{"kind":"Field","name":{"kind":"Name","value":"netPnl"}},{"kind":"Field","name":{"kind":"Name","value":"returnPct"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closeReason"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"accountReachable"}},{"kind":"Field","name":{"kind":"Name","value":"protection"}},{"kind":"Field","name":{"kind":"Name","value":"protectionDetail"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"watchedEverySeconds"}},{"kind":"Field","name":{"kind":"Name","value":"dataDelaySeconds"}},{"kind":"Field","name":{"kind":"Name","value":"words"}}]}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedSince"}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"venue"}},{"kind":"Field","name":{"kind":"Name","value":"fillModel"}},{"kind":"Field","name":{"kind":"Name","value":"fillModelVersion"}},{"kind":"Field","name":{"kind":"Name","value":"feeSchedule"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"deliveredFrom"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeliveryLink"}}]}},{"kind":"Field","name":{"kind":"Name","value":"untradable"}},{"kind":"Field","name":{"kind":"Name","value":"mark"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"context"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"strategy"}},{"kind":"Field","name":{"kind":"Name","value":"aiVerdict"}},{"kind":"Field","name":{"kind":"Name","value":"aiConfidence"}},{"kind":"Field","name":{"kind":"Name","value":"aiModel"}}]}},{"kind":"Field","name":{"kind":"Name","value":"orders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]} as unknown as DocumentNode<AdjustBracketMutation, AdjustBracketMutationVariables>;
export const TradeThenDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TradeThen"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"at"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tradeAsOf"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"at"},"value":{"kind":"Variable","name":{"kind":"Name","value":"at"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"thenId"},"name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"underlying"}},{"kind":"Field","name":{"kind":"Name","value":"expiration"}},{"kind":"Field","name":{"kind":"Name","value":"strike"}},{"kind":"Field","name":{"kind":"Name","value":"right"}},{"kind":"Field","name":{"kind":"Name","value":"multiplier"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"filledQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"openQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"orderType"}},{"kind":"Field","name":{"kind":"Name","value":"timeInForce"}},{"kind":"Field","name":{"kind":"Name","value":"limitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"entryPrice"}},{"kind":"Field","name":{"kind":"Name","value":"exitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"stopLoss"}},{"kind":"Field","name":{"kind":"Name","value":"takeProfit"}},{"kind":"Field","name":{"kind":"Name","value":"trailingPct"}},{"kind":"Field","name":{"kind":"Name","value":"trailingStop"}},{"kind":"Field","name":{"kind":"Name","value":"initialStopLoss"}},{"kind":"Field","name":{"kind":"Name","value":"highWaterMark"}},{"kind":"Field","name":{"kind":"Name","value":"costBasis"}},{"kind":"Field","name":{"kind":"Name","value":"unrealizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"realizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"fees"}},{"kind":"Field","name":{"kind":"Name","value":"netPnl"}},{"kind":"Field","name":{"kind":"Name","value":"returnPct"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closeReason"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"accountReachable"}},{"kind":"Field","name":{"kind":"Name","value":"protection"}},{"kind":"Field","name":{"kind":"Name","value":"protectionDetail"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"watchedEverySeconds"}},{"kind":"Field","name":{"kind":"Name","value":"dataDelaySeconds"}},{"kind":"Field","name":{"kind":"Name","value":"words"}}]}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedSince"}},{"kind":"Field","name":{"kind":"Name","value":"unprotectedSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"venue"}},{"kind":"Field","name":{"kind":"Name","value":"fillModel"}},{"kind":"Field","name":{"kind":"Name","value":"fillModelVersion"}},{"kind":"Field","name":{"kind":"Name","value":"feeSchedule"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"notes"}},{"kind":"Field","name":{"kind":"Name","value":"maxFavorableExcursion"}},{"kind":"Field","name":{"kind":"Name","value":"maxAdverseExcursion"}},{"kind":"Field","name":{"kind":"Name","value":"excursionsComplete"}},{"kind":"Field","name":{"kind":"Name","value":"holdMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"dteAtEntry"}},{"kind":"Field","name":{"kind":"Name","value":"adjustedCause"}},{"kind":"Field","name":{"kind":"Name","value":"doubt"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"bookQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"venueQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"newShares"}},{"kind":"Field","name":{"kind":"Name","value":"oldShares"}},{"kind":"Field","name":{"kind":"Name","value":"successor"}},{"kind":"Field","name":{"kind":"Name","value":"at"}}]}},{"kind":"Field","name":{"kind":"Name","value":"mark"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarkParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"entryGreeks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"delta"}},{"kind":"Field","name":{"kind":"Name","value":"gamma"}},{"kind":"Field","name":{"kind":"Name","value":"theta"}},{"kind":"Field","name":{"kind":"Name","value":"vega"}},{"kind":"Field","name":{"kind":"Name","value":"iv"}}]}},{"kind":"Field","name":{"kind":"Name","value":"exitGreeks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"delta"}},{"kind":"Field","name":{"kind":"Name","value":"gamma"}},{"kind":"Field","name":{"kind":"Name","value":"theta"}},{"kind":"Field","name":{"kind":"Name","value":"vega"}},{"kind":"Field","name":{"kind":"Name","value":"iv"}}]}},{"kind":"Field","name":{"kind":"Name","value":"orders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"thenId"},"name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"filledQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"limitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"stopPrice"}},{"kind":"Field","name":{"kind":"Name","value":"averagePrice"}},{"kind":"Field","name":{"kind":"Name","value":"tag"}},{"kind":"Field","name":{"kind":"Name","value":"venueOrderId"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"correction"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CorrectionParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"adjustment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AdjustmentParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"fills"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"thenId"},"name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"fee"}},{"kind":"Field","name":{"kind":"Name","value":"filledAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"settlement"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"sourceTime"}},{"kind":"Field","name":{"kind":"Name","value":"intrinsic"}},{"kind":"Field","name":{"kind":"Name","value":"delivery"}},{"kind":"Field","name":{"kind":"Name","value":"shares"}}]}},{"kind":"Field","name":{"kind":"Name","value":"deliveredFrom"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeliveryLink"}}]}},{"kind":"Field","name":{"kind":"Name","value":"deliveredTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeliveryLink"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarkParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Mark"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bid"}},{"kind":"Field","name":{"kind":"Name","value":"ask"}},{"kind":"Field","name":{"kind":"Name","value":"mid"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"delta"}},{"kind":"Field","name":{"kind":"Name","value":"gamma"}},{"kind":"Field","name":{"kind":"Name","value":"theta"}},{"kind":"Field","name":{"kind":"Name","value":"vega"}},{"kind":"Field","name":{"kind":"Name","value":"iv"}},{"kind":"Field","name":{"kind":"Name","value":"underlyingPrice"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"sourceTime"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"ageSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"delayed"}},{"kind":"Field","name":{"kind":"Name","value":"stale"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CorrectionParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FillCorrection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"averagePrice"}},{"kind":"Field","name":{"kind":"Name","value":"filledQuantity"}},{"kind":"Field","name":{"kind":"Name","value":"bookedPrice"}},{"kind":"Field","name":{"kind":"Name","value":"toldAt"}},{"kind":"Field","name":{"kind":"Name","value":"take"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledBy"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AdjustmentParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ExitAdjustment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"stopPrice"}},{"kind":"Field","name":{"kind":"Name","value":"limitPrice"}},{"kind":"Field","name":{"kind":"Name","value":"toldAt"}},{"kind":"Field","name":{"kind":"Name","value":"comparedAt"}},{"kind":"Field","name":{"kind":"Name","value":"choice"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledBy"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeliveryLink"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Trade"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"symbol"}},{"kind":"Field","name":{"kind":"Name","value":"assetClass"}},{"kind":"Field","name":{"kind":"Name","value":"ticker"}},{"kind":"Field","name":{"kind":"Name","value":"underlying"}},{"kind":"Field","name":{"kind":"Name","value":"strike"}},{"kind":"Field","name":{"kind":"Name","value":"right"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]} as unknown as DocumentNode<TradeThenQuery, TradeThenQueryVariables>;
export const PreviewAdjustDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PreviewAdjust"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AdjustBracketInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"previewAdjust"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PreviewParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PreviewParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TradePreview"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cost"}},{"kind":"Field","name":{"kind":"Name","value":"fees"}},{"kind":"Field","name":{"kind":"Name","value":"maxLoss"}},{"kind":"Field","name":{"kind":"Name","value":"maxProfit"}},{"kind":"Field","name":{"kind":"Name","value":"breakEven"}},{"kind":"Field","name":{"kind":"Name","value":"buyingPowerAfter"}},{"kind":"Field","name":{"kind":"Name","value":"roundTrip"}},{"kind":"Field","name":{"kind":"Name","value":"realizedPnl"}},{"kind":"Field","name":{"kind":"Name","value":"exitsNote"}},{"kind":"Field","name":{"kind":"Name","value":"coverNote"}},{"kind":"Field","name":{"kind":"Name","value":"riskChecks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"passed"}},{"kind":"Field","name":{"kind":"Name","value":"limit"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"confirmationToken"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}}]} as unknown as DocumentNode<PreviewAdjustQuery, PreviewAdjustQueryVariables>;