import type { Figures } from '../term.ts';

/** Ratios, falls and how sure they are. */
export const RATIOS: Figures = {
  sharpe: {
    title: 'Sharpe, a trade',
    fields: ['TradeStats.sharpe', 'TradeStats.sharpeEstimate'],
    unit: 'a ratio per trade',
    formula: 'mean netPnl ÷ its sample standard deviation',
    saysNot: 'A yearly ratio: it cannot be compared with published ones.',
    related: ['sortino', 'calmar', 'deflatedSharpe'],
    aliases: ['sharpe ratio', 'sharpeEstimate'],
  },
  sortino: {
    title: 'Sortino, a trade',
    fields: ['TradeStats.sortino'],
    unit: 'a ratio per trade',
    formula: 'mean netPnl ÷ √(mean of min(netPnl, 0)²)',
    saysNot: 'A yearly ratio.',
    related: ['sharpe'],
  },
  calmar: {
    title: 'Calmar',
    fields: ['TradeStats.calmar'],
    unit: 'a ratio',
    formula: 'totalPnl ÷ maxDrawdown',
    saysNot: 'A yearly ratio.',
    related: ['maxDrawdown'],
  },
  maxDrawdown: {
    title: 'Max drawdown',
    fields: ['TradeStats.maxDrawdown'],
    unit: 'dollars',
    formula: 'max over trades of (highest running Σ netPnl before − running Σ netPnl)',
    saysNot: 'Unrealised losses between trades: open positions are not in it.',
    related: ['calmar', 'runDrawdown'],
    aliases: ['drawdown', 'deepest fall'],
  },
  profitFactor: {
    title: 'Profit factor',
    fields: ['TradeStats.profitFactor'],
    unit: 'dollars won per dollar lost',
    formula: 'Σ netPnl of wins ÷ |Σ netPnl of losses|',
    saysNot: 'How much it earns, or how often.',
    related: ['expectancy', 'winRate'],
  },
  longestLosingStreak: {
    title: 'Longest losing streak',
    fields: ['TradeStats.longestLosingStreak'],
    unit: 'trades',
    saysNot:
      'That something is wrong: a coin loses seven in a row once in a hundred and twenty-eight.',
    related: ['maxDrawdown'],
  },
  n: {
    title: 'n',
    fields: ['Estimate.n', 'AiStats.n'],
    unit: 'trades, or what its field counts',
    saysNot:
      'That they are independent: trades of one day often are not. Below 30, not enough data.',
    related: ['expectancy', 'winRate'],
    aliases: ['sample size'],
  },
  interval: {
    title: '95 % interval',
    fields: ['Estimate.low', 'Estimate.high'],
    unit: 'the unit of its figure',
    formula:
      'Wilson for rates, Student’s t for means, the delta method for ratios, Lo (2002) for Sharpe',
    saysNot:
      'That the true value lies in it with 95 % after many looks: that holds for one planned look.',
    related: ['n', 'expectancy'],
    aliases: ['confidence interval', 'whisker', 'low', 'high'],
  },
};
