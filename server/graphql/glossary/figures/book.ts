import type { Figures } from '../term.ts';

/** A book as a whole. */
export const BOOK: Figures = {
  equity: {
    title: 'Equity',
    fields: ['Portfolio.equity', 'EquityPoint.equity'],
    unit: 'dollars',
    formula: 'cash + positions at cost + openPnl',
    saysNot:
      'What selling everything would bring: a mark is the price for the best size only, and closing costs fees.',
    related: ['cash', 'openPnl', 'unmarked', 'deposits'],
    aliases: ['net worth', 'account value'],
  },
  cash: {
    title: 'Cash',
    fields: ['Portfolio.cash', 'EquityPoint.cash'],
    unit: 'dollars',
    formula: 'deposits + realizedPnl − fees − positions at cost, exactly, at every event',
    related: ['deposits', 'buyingPower'],
  },
  buyingPower: {
    title: 'Buying power',
    fields: ['Portfolio.buyingPower'],
    unit: 'dollars',
    formula: 'on paper: cash − what waiting entries may still cost − strikes of short puts',
    saysNot: 'That an order of that size passes the limits.',
    related: ['buyingPowerAfter', 'maxOrderCost'],
  },
  dayPnl: {
    title: 'Day P&L',
    fields: ['Portfolio.dayPnl'],
    unit: 'dollars',
    formula:
      'Σ (netPnl + unrealizedPnl now − the same at New York’s midnight) of trades held or ended today',
    saysNot: 'What was realised today: marks move it, too.',
    related: ['openPnl', 'maxDailyLoss'],
    aliases: ['today', 'daily pnl'],
  },
  openPnl: {
    title: 'Open P&L',
    fields: ['Portfolio.openPnl'],
    unit: 'dollars',
    formula: 'Σ unrealizedPnl of positions with a trusted mark',
    saysNot: 'Anything about positions without a mark; unmarked counts those.',
    related: ['unrealizedPnl', 'unmarked', 'equity'],
  },
  unmarked: {
    title: 'Carried at cost',
    fields: ['Portfolio.unmarked'],
    unit: 'positions',
    related: ['equity', 'stale'],
  },
  toStops: {
    title: 'If every stop fills',
    fields: ['Portfolio.toStops'],
    unit: 'dollars',
    formula: 'Σ toStop of open trades with a stop and a mark',
    saysNot:
      'The most that can be lost: a market may open beyond a stop, and withoutStop trades are left out.',
    related: ['toStop', 'withoutStop', 'lossAtStop'],
    aliases: ['risk', 'open risk', 'heat'],
  },
  withoutStop: {
    title: 'Without a stop or a mark',
    fields: ['Portfolio.withoutStop'],
    unit: 'trades',
    related: ['toStops', 'unprotectedTrades'],
  },
  deposits: {
    title: 'Deposits',
    fields: ['Portfolio.deposits', 'AccountReport.deposited'],
    unit: 'dollars',
    saysNot: 'That a person paid it in: in REAL it begins with what was there when first seen.',
    related: ['equity', 'cash'],
  },
  connected: {
    title: 'Connected',
    fields: ['Portfolio.connected'],
    unit: 'yes or no',
    related: ['equity'],
  },
};
