/** Every served subscription, as a user opens it; the last sends at once. BACKTEST is a backtest's id. */
export const WATCHED: Record<string, string> = {
  tradeUpdated: 'subscription { tradeUpdated(mode: PAPER) { cursor trade { id notes symbol } } }',
  tradesChanged:
    'subscription { tradesChanged(mode: PAPER) { events { trade { id } } trades { id } } }',
  positionUpdated: 'subscription { positionUpdated(mode: PAPER) { symbol tradeIds } }',
  alertChanged: 'subscription { alertChanged(mode: PAPER) { id tradeId message } }',
  alertRaised: 'subscription { alertRaised(mode: PAPER) { id tradeId message } }',
  systemStatusChanged:
    'subscription { systemStatusChanged(mode: PAPER) { killSwitch unprotectedTrades } }',
  backtestProgress: 'subscription { backtestProgress(id: "BACKTEST") { id status } }',
  quoteUpdated: 'subscription { quoteUpdated(symbols: ["SPY"]) { symbol } }',
};
