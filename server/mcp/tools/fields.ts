/** Selections that several tools share. */
export const PAGE = 'totalCount edges { cursor } pageInfo { hasNextPage endCursor }';

export const PRICE = 'price bid ask mid ageSeconds source stale delayed';

export const GREEKS = 'delta gamma theta vega iv';

export const ESTIMATE = '{ value low high n }';

export const STATS = `trades wins losses scratches totalPnl fees
  winRate ${ESTIMATE} expectancy ${ESTIMATE} profitFactor ${ESTIMATE}
  averageWin averageLoss maxDrawdown longestLosingStreak exposureMinutes`;

export const STRATEGY = `{ id name kind version parameters symbols interval budget stage since running
  runs { mode status since lastBarAt openTrades committed error } }`;

/** Fields of a trade in a list. */
export const TRADE = `id mode version phase status reason assetClass symbol ticker underlying side right strike
  expiration venue orderType limitPrice stopPrice timeInForce quantity filledQuantity openQuantity placedAt
  openedAt closedAt entryPrice exitPrice costBasis stopLoss takeProfit trailingPct trailingStop
  realizedPnl unrealizedPnl fees netPnl returnPct rMultiple closeReason protection unprotectedSince untradable
  mark { ${PRICE} } tags notes twinOf
  context { strategy aiVerdict aiConfidence aiModel }`;
