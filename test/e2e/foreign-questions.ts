import { expect } from 'vitest';
import { FORECAST_QUESTIONS } from './foreign-forecasts.ts';
import { STRATEGY_QUESTIONS } from './foreign-strategies.ts';
import { API_TOKEN_QUESTIONS } from './foreign-tokens.ts';
import { MARKER, type Hers } from './hers.ts';
export { MARKER, type Hers };

const close = (hers: Hers) =>
  `{ id: "${hers.trade.id}", expectedVersion: ${hers.trade.version}, idempotencyKey: "bobs-close-1" }`;
const adjust = (hers: Hers) =>
  `{ id: "${hers.trade.id}", expectedVersion: ${hers.trade.version}, idempotencyKey: "bobs-adjust", stopLoss: "1" }`;
const split = (hers: Hers) =>
  `{ id: "${hers.trade.id}", expectedVersion: ${hers.trade.version}, idempotencyKey: "bobs-split", newShares: 10, oldShares: 1 }`;
const ticket = (key: string) =>
  `{ mode: PAPER, idempotencyKey: "${key}", equity: { symbol: "SPY" }, side: BUY, quantity: "1", limitPrice: "1" }`;
const adopt = `{ mode: REAL, idempotencyKey: "bobs-adopt", mint: "DezXAZ8z7PnrnRJjz3wXBoRgixCa6xjnB7YaB1pPB263",
  quantity: "1", cost: "1", note: "mine" }`;
const PASSWORD = 'long enough';

/** Every served field, requested by Bob with Ada's ids. A text is the code of the refusal. */
export const FOREIGN_QUESTIONS: Readonly<
  Record<string, readonly [query: (hers: Hers) => string, answer: string | object]>
> = {
  ...STRATEGY_QUESTIONS,
  ...API_TOKEN_QUESTIONS,
  // Query
  viewer: [() => '{ viewer { username } }', { viewer: { username: 'bob' } }],
  signInOptions: [() => '{ signInOptions { signUp demo } }', { signInOptions: { signUp: true } }],
  sessions: [() => '{ sessions { current } }', { sessions: [{ current: true }] }],
  systemStatus: [
    () =>
      '{ systemStatus(mode: PAPER) { unknownOrders unprotectedTrades snapshotCompleteness { expected } } }',
    { systemStatus: { unknownOrders: 0, snapshotCompleteness: { expected: 0 } } },
  ],
  trades: [
    () => `{ trades(mode: PAPER, filter: { text: "${MARKER}" }) { totalCount nodes { id } } }`,
    { trades: { totalCount: 0, nodes: [] } },
  ],
  trade: [(hers) => `{ trade(id: "${hers.trade.id}") { id } }`, { trade: null }],
  tradeAsOf: [
    (hers) => `{ tradeAsOf(id: "${hers.trade.id}", at: "2100-01-01T00:00:00Z") { id } }`,
    { tradeAsOf: null },
  ],
  equityCurve: [
    () => '{ equityCurve(mode: PAPER) { cash equity } }',
    { equityCurve: [{ cash: '100000', equity: '100000' }] },
  ],
  auditLog: [
    () => '{ auditLog(mode: PAPER) { nodes { actor action tradeId detail } } }',
    { auditLog: { nodes: [{ action: 'DEPOSITED', actor: 'desk' }] } },
  ],
  auditProof: [
    () => '{ auditProof(mode: PAPER) { events fault { sequence } } }',
    { auditProof: { events: 1, fault: null } },
  ],
  reconciliation: [
    () => '{ reconciliation(mode: PAPER) { lastRunAt checks { evidence } } }',
    { reconciliation: { lastRunAt: null, checks: [] } },
  ],
  limitUse: [
    () => '{ limitUse(mode: PAPER) { rule used } }',
    {
      limitUse: [
        { rule: 'MAX_OPEN_TRADES', used: '0' },
        { rule: 'MAX_TRADES_PER_DAY', used: '0' },
        { rule: 'MAX_PER_UNDERLYING', used: '0' },
        { rule: 'MAX_ORDER_COST', used: null },
        { rule: 'MAX_POSITION_COST', used: '0' },
        { rule: 'MAX_EXPOSURE', used: '0' },
        { rule: 'MAX_DAILY_LOSS', used: '0' },
        { rule: 'MAX_DRAWDOWN', used: null },
        { rule: 'LOSS_STREAK', used: null },
      ],
    },
  ],
  accountsInUse: [() => '{ accountsInUse(mode: PAPER) { account } }', { accountsInUse: [] }],
  accountReports: [() => '{ accountReports(mode: REAL) { account } }', { accountReports: [] }],
  positions: [() => '{ positions(mode: PAPER) { symbol tradeIds } }', { positions: [] }],
  holdings: [
    () => '{ holdings(mode: REAL) { wallet holdings { mint } } }',
    { holdings: { wallet: null, holdings: [] } },
  ],
  previewAdoption: [() => `{ previewAdoption(input: ${adopt}) { cost } }`, 'REAL_MODE_DISABLED'],
  portfolio: [
    () => '{ portfolio(mode: PAPER) { cash fees } }',
    { portfolio: { cash: '100000', fees: '0' } },
  ],
  stats: [() => `{ stats(mode: PAPER) { trades } }`, { stats: { trades: 0 } }],
  fillQuality: [
    () => '{ fillQuality(mode: PAPER) { all { fills measured total } } }',
    { fillQuality: { all: { fills: 0, measured: 0, total: null } } },
  ],
  drift: [
    () => '{ drift(mode: PAPER) { trades actual rows { totalCount } } }',
    { drift: { trades: 0, actual: '0', rows: { totalCount: 0 } } },
  ],
  fillErrors: [
    () => '{ fillErrors(mode: PAPER) { dimension cents { n } refused } }',
    { fillErrors: Array(6).fill({ dimension: null, cents: { n: 0 }, refused: 0 }) },
  ],
  fillCalibration: [
    () => '{ fillCalibration { offered earlier later version } }',
    { fillCalibration: { offered: false, earlier: 0, later: 0, version: null } },
  ],
  dailyPnl: [() => '{ dailyPnl(mode: PAPER) { date netPnl } }', { dailyPnl: [] }],
  deposits: [() => '{ deposits(mode: PAPER) { amount } }', { deposits: [{ amount: '100000' }] }],
  exchangeDays: [
    () => '{ exchangeDays(from: "2026-11-26", to: "2026-11-26") { name } }',
    { exchangeDays: [{ name: 'Thanksgiving' }] },
  ],
  previewTrade: [(hers) => `{ previewTrade(input: ${ticket(hers.key)}) { cost } }`, {}],
  previewClose: [(hers) => `{ previewClose(input: ${close(hers)}) { cost } }`, 'NOT_FOUND'],
  previewAdjust: [(hers) => `{ previewAdjust(input: ${adjust(hers)}) { cost } }`, 'NOT_FOUND'],
  previewSplit: [(hers) => `{ previewSplit(input: ${split(hers)}) { valueAfter } }`, 'NOT_FOUND'],
  quotes: [(hers) => `{ quotes(symbols: ["${hers.trade.symbol}"]) { bid } }`, {}],
  searchSymbols: [() => '{ searchSymbols(text: "SPY") { symbol } }', {}],
  optionExpirations: [() => '{ optionExpirations(underlying: "SPY") }', {}],
  optionChain: [
    () => '{ optionChain(underlying: "SPY", expiration: "2026-03-27") { rows { strike } } }',
    {},
  ],
  candles: [
    () =>
      '{ candles(symbol: "SPY", interval: ONE_DAY, from: "2026-03-02T00:00:00Z", to: "2026-03-10T00:00:00Z") { close } }',
    {},
  ],
  searchTokens: [() => '{ searchTokens(text: " ") { mint } }', 'BAD_USER_INPUT'],
  watchedTokens: [() => '{ watchedTokens { mint } }', { watchedTokens: [] }],
  refusedPrices: [() => '{ refusedPrices { mint } }', { refusedPrices: [] }],
  priceInfo: [() => '{ priceInfo(token: "spy") { price } }', 'BAD_USER_INPUT'],
  judgedQuotes: [() => '{ judgedQuotes(symbols: ["SPY"]) { token } }', {}],
  tokenPools: [
    () =>
      '{ tokenPools(token: "So11111111111111111111111111111111111111112") { pools { address } } }',
    'BAD_USER_INPUT',
  ],
  priceHistory: [
    () =>
      '{ priceHistory(token: "So11111111111111111111111111111111111111112", from: "2026-03-09T00:00:00Z", to: "2026-03-10T00:00:00Z") { price } }',
    { priceHistory: [] },
  ],
  providerUsage: [() => '{ providerUsage { used } }', { providerUsage: [] }],
  settings: [
    () => '{ settings { version limits { maxOpenTrades } } }',
    { settings: { version: 1 } },
  ],
  alerts: [
    () => '{ alerts(mode: PAPER, unreadOnly: false) { totalCount } }',
    { alerts: { totalCount: 0 } },
  ],
  jobs: [() => '{ jobs { name } }', 'FORBIDDEN'],
  backups: [() => '{ backups { file } }', 'FORBIDDEN'],
  // Mutation
  signUp: [
    () => `mutation { signUp(username: "ADA", password: "${PASSWORD}") { token } }`,
    'BAD_USER_INPUT',
  ],
  signIn: [
    () => 'mutation { signIn(username: "ada", password: "not her password") { token } }',
    'UNAUTHENTICATED',
  ],
  startDemo: [() => 'mutation { startDemo { user { username } } }', {}],
  changePassword: [
    () => `mutation { changePassword(current: "${PASSWORD}", next: "even longer still") }`,
    { changePassword: true },
  ],
  revokeSession: [(hers) => `mutation { revokeSession(id: "${hers.session}") }`, 'NOT_FOUND'],
  placeTrade: [(hers) => `mutation { placeTrade(input: ${ticket(hers.key)}) { status } }`, {}],
  adoptHolding: [() => `mutation { adoptHolding(input: ${adopt}) { id } }`, 'REAL_MODE_DISABLED'],
  closeTrade: [(hers) => `mutation { closeTrade(input: ${close(hers)}) { id } }`, 'NOT_FOUND'],
  cancelTrade: [
    (
      hers,
    ) => `mutation { cancelTrade(id: "${hers.trade.id}", expectedVersion: ${hers.trade.version},
      idempotencyKey: "bobs-cancel") { id } }`,
    'NOT_FOUND',
  ],
  adjustBracket: [
    (hers) => `mutation { adjustBracket(input: ${adjust(hers)}) { id } }`,
    'NOT_FOUND',
  ],
  reviewTrade: [
    (
      hers,
    ) => `mutation { reviewTrade(id: "${hers.trade.id}", expectedVersion: ${hers.trade.version},
      resolution: { status: OPEN, note: "mine" }) { id } }`,
    'NOT_FOUND',
  ],
  settleFillCorrection: [
    (
      hers,
    ) => `mutation { settleFillCorrection(input: { id: "${hers.trade.id}", expectedVersion: ${hers.trade.version},
      orderId: "none", take: OURS, note: "mine" }) { id } }`,
    'NOT_FOUND',
  ],
  settleExitAdjustment: [
    (
      hers,
    ) => `mutation { settleExitAdjustment(input: { id: "${hers.trade.id}", expectedVersion: ${hers.trade.version},
      idempotencyKey: "bobs-choice", choice: KEEP }) { id } }`,
    'NOT_FOUND',
  ],
  createBackup: [() => 'mutation { createBackup { file } }', 'FORBIDDEN'],
  bookSplit: [(hers) => `mutation { bookSplit(input: ${split(hers)}) { id } }`, 'NOT_FOUND'],
  annotateTrade: [
    (hers) =>
      `mutation { annotateTrade(id: "${hers.trade.id}", expectedVersion: ${hers.trade.version}, notes: "mine") { id } }`,
    'NOT_FOUND',
  ],
  acceptDifferences: [
    () =>
      `mutation { acceptDifferences(input: { mode: PAPER, idempotencyKey: "bobs-word-1", venue: "SIMULATED",
      differences: [{ invariant: CASH, difference: "1" }], note: "mine" }) { lastRunAt } }`,
    'BAD_USER_INPUT',
  ],
  depositPaper: [
    () => 'mutation { depositPaper(amount: 1) { deposits } }',
    { depositPaper: { deposits: '100001' } },
  ],
  armRealTrading: [
    () => 'mutation { armRealTrading(phrase: "TRADE REAL MONEY") { armed } }',
    'REAL_MODE_DISABLED',
  ],
  disarmRealTrading: [
    () => 'mutation { disarmRealTrading { armed armPhrase } }',
    { disarmRealTrading: { armed: false, armPhrase: null } },
  ],
  refreshPrices: [() => 'mutation { refreshPrices(mode: PAPER) { id } }', { refreshPrices: [] }],
  updateSettings: [
    () =>
      'mutation { updateSettings(input: { expectedVersion: 1, limits: { maxOpenTrades: 7 } }) { version } }',
    { updateSettings: { version: 2 } },
  ],
  checkProvider: [
    () => 'mutation { checkProvider(provider: ORATS) { ok } }',
    { checkProvider: { ok: false } },
  ],
  setKillSwitch: [
    () => 'mutation { setKillSwitch(mode: PAPER, level: HALT_ALL) { killSwitch } }',
    { setKillSwitch: { killSwitch: 'HALT_ALL' } },
  ],
  acknowledgeAlert: [
    (hers) => `mutation { acknowledgeAlert(id: "${hers.alert}") { id } }`,
    'NOT_FOUND',
  ],
  ...FORECAST_QUESTIONS,
  explain: [(hers) => `{ explain(topic: "${hers.trade.id}") { topic } }`, 'NOT_FOUND'],
  glossary: [() => '{ glossary { name } }', { glossary: expect.any(Array) as unknown[] }],
};
