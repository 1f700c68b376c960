/**
 * Who may request a field besides a session of its user: `anybody` needs no token; `reader` is a token of any
 * scope, `trader` one with the scope of the requested book, `real trader` one with that of REAL, `any trader` one with that of either, `admin` one with scope ADMIN; `person` allows no
 * token at all.
 */
export type Who =
  'anybody' | 'reader' | 'trader' | 'real trader' | 'any trader' | 'admin' | 'person';

/** Every served field, as in the public contract. */
export const WHO_MAY: Readonly<Record<string, Who>> = {
  // Query
  viewer: 'anybody',
  signInOptions: 'anybody',
  sessions: 'reader',
  apiTokens: 'reader',
  mandate: 'reader',
  systemStatus: 'reader',
  limitUse: 'reader',
  trades: 'reader',
  trade: 'reader',
  tradeAsOf: 'reader',
  equityCurve: 'reader',
  auditLog: 'reader',
  auditProof: 'reader',
  reconciliation: 'reader',
  accountsInUse: 'reader',
  accountReports: 'reader',
  positions: 'reader',
  portfolio: 'reader',
  holdings: 'reader',
  stats: 'reader',
  fillQuality: 'reader',
  drift: 'reader',
  fillErrors: 'reader',
  fillCalibration: 'reader',
  dailyPnl: 'reader',
  deposits: 'reader',
  exchangeDays: 'reader',
  previewTrade: 'reader',
  previewClose: 'reader',
  previewAdjust: 'reader',
  previewSplit: 'reader',
  previewAdoption: 'reader',
  quotes: 'reader',
  searchSymbols: 'reader',
  optionExpirations: 'reader',
  optionChain: 'reader',
  candles: 'reader',
  priceInfo: 'reader',
  judgedQuotes: 'reader',
  watchedTokens: 'reader',
  refusedPrices: 'reader',
  searchTokens: 'reader',
  tokenPools: 'reader',
  priceHistory: 'reader',
  providerUsage: 'reader',
  settings: 'reader',
  alerts: 'reader',
  strategyKinds: 'reader',
  noTrades: 'reader',
  strategies: 'reader',
  strategy: 'reader',
  backtest: 'reader',
  backtests: 'reader',
  sweep: 'reader',
  sweeps: 'reader',
  dataSets: 'reader',
  promotion: 'reader',
  jobs: 'admin',
  backups: 'admin',
  // Mutation
  signUp: 'anybody',
  signIn: 'anybody',
  startDemo: 'anybody',
  signOut: 'person',
  changePassword: 'person',
  revokeSession: 'person',
  createApiToken: 'person',
  revokeApiToken: 'person',
  setApiTokenMandate: 'person',
  updateSettings: 'person',
  checkProvider: 'person',
  placeTrade: 'trader',
  closeTrade: 'trader',
  cancelTrade: 'trader',
  adjustBracket: 'trader',
  acceptDifferences: 'trader',
  reviewTrade: 'trader',
  settleFillCorrection: 'trader',
  settleExitAdjustment: 'trader',
  bookSplit: 'trader',
  adoptHolding: 'real trader',
  annotateTrade: 'trader',
  depositPaper: 'trader',
  setKillSwitch: 'trader',
  acknowledgeAlert: 'trader',
  armRealTrading: 'person',
  disarmRealTrading: 'real trader',
  refreshPrices: 'reader',
  createBackup: 'admin',
  saveStrategy: 'any trader',
  startStrategy: 'trader',
  stopStrategy: 'trader',
  runBacktest: 'any trader',
  cancelBacktest: 'any trader',
  runSweep: 'any trader',
  cancelSweep: 'any trader',
  deleteDataSet: 'any trader',
  promoteStrategy: 'person',
  demoteStrategy: 'any trader',
  // Subscription
  tradeUpdated: 'reader',
  tradesChanged: 'reader',
  positionUpdated: 'reader',
  alertChanged: 'reader',
  alertRaised: 'reader',
  systemStatusChanged: 'reader',
  quoteUpdated: 'reader',
  backtestProgress: 'reader',
};

export const SCOPES = ['READ', 'TRADE_PAPER', 'TRADE_REAL', 'ADMIN'] as const;
export type Scope = (typeof SCOPES)[number];

export function mayAsk(scope: Scope, field: string, book: 'PAPER' | 'REAL'): boolean {
  const who = WHO_MAY[field];
  if (who === 'trader') return scope === `TRADE_${book}`;
  if (who === 'any trader') return scope.startsWith('TRADE_');
  if (who === 'real trader') return scope === 'TRADE_REAL';
  if (who === 'admin') return scope === 'ADMIN';
  return who === 'anybody' || who === 'reader';
}
