/** An operation offered in the playground. */
export interface PlaygroundExample {
  readonly name: string;
  readonly query: string;
  readonly variables?: object;
}

/** Examples from a book to a trade, its push and its outcome; each runs as it is. */
export const PLAYGROUND_EXAMPLES: readonly PlaygroundExample[] = [
  {
    name: '1 The book',
    query: `query Book {
  portfolio(mode: PAPER) { equity cash openPnl dayPnl realizedPnl fees deposits asOf }
  positions(mode: PAPER) { symbol quantity averagePrice unrealizedPnl mark { price ageSeconds } }
  trades(mode: PAPER, phase: OPEN, first: 20) {
    nodes { id symbol status entryPrice stopLoss takeProfit unrealizedPnl mark { price delta } }
  }
}`,
  },
  {
    name: '2 An option chain',
    query: `query Chain {
  optionExpirations(underlying: "SPY")
  quotes(symbols: ["SPY", "QQQ"]) { symbol bid ask mid last ageSeconds }
}`,
  },
  {
    name: '3 Place a trade',
    query: `# The same key with the same input, however often, is the same trade and one order.
mutation Place($input: PlaceTradeInput!) {
  placeTrade(input: $input) { id version status reason orders { role status type stopPrice limitPrice } }
}`,
    variables: {
      input: {
        mode: 'PAPER',
        idempotencyKey: 'playground-0001',
        equity: { symbol: 'SPY' },
        side: 'BUY',
        quantity: '5',
        orderType: 'MARKET',
        bracket: { stopLoss: '400', takeProfit: '900' },
      },
    },
  },
  {
    name: '4 Live',
    query: `subscription Live($after: String) {
  tradesChanged(mode: PAPER, after: $after) {
    cursor
    events { type message trade { id } }
    trades { id status netPnl unrealizedPnl mark { price ageSeconds stale } }
  }
}`,
    variables: { after: null },
  },
  {
    name: '5 How it went',
    query: `query HowItWent {
  stats(mode: PAPER, groupBy: [UNDERLYING, CLOSE_REASON]) {
    trades totalPnl maxDrawdown sharpe
    winRate { value low high n }
    segments { dimension key stats { trades totalPnl winRate { value n } } }
  }
  equityCurve(mode: PAPER) { at cash equity }
  auditLog(mode: PAPER, first: 10) { nodes { at actor action detail hash } }
}`,
  },
  {
    name: '6 Start a demo',
    query: `# Signs you in as a new demo user, in place of who is signed in now: this page has its cookie then.
# Elsewhere, send the token as the header  Authorization: Bearer TOKEN
mutation StartDemo {
  startDemo { token expiresAt user { username } }
}`,
  },
];
