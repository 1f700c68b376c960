import type { Figures } from '../term.ts';

/** What closed trades add up to. */
export const STATISTICS: Figures = {
  trades: {
    title: 'Trades',
    fields: ['TradeStats.trades', 'DriftReport.trades', 'PromotionReport.trades'],
    unit: 'closed trades that filled',
    related: ['n', 'wins', 'losses'],
  },
  winRate: {
    title: 'Win rate',
    fields: ['TradeStats.winRate'],
    unit: 'fraction 0..1',
    formula: 'wins ÷ trades',
    saysNot: 'Whether it earns: averageWin and averageLoss decide at which rate it breaks even.',
    related: ['wins', 'averageWin', 'averageLoss', 'expectancy'],
    aliases: ['hit rate'],
  },
  wins: {
    title: 'Wins',
    fields: ['TradeStats.wins'],
    unit: 'trades',
    related: ['winRate', 'losses', 'scratches'],
  },
  losses: { title: 'Losses', fields: ['TradeStats.losses'], unit: 'trades', related: ['wins'] },
  scratches: { title: 'Scratches', fields: ['TradeStats.scratches'], unit: 'trades' },
  expectancy: {
    title: 'Expectancy',
    fields: ['TradeStats.expectancy'],
    unit: 'dollars a trade',
    formula: 'Σ netPnl ÷ trades',
    saysNot: 'What the next trade earns. Where its interval includes 0, no edge is shown.',
    related: ['interval', 'n', 'totalPnl'],
    aliases: ['edge', 'mean trade', 'average trade'],
  },
  averageWin: {
    title: 'Average win',
    fields: ['TradeStats.averageWin'],
    unit: 'dollars',
    related: ['averageLoss', 'winRate'],
  },
  averageLoss: {
    title: 'Average loss',
    fields: ['TradeStats.averageLoss'],
    unit: 'dollars',
    related: ['averageWin', 'winRate'],
  },
  totalPnl: {
    title: 'Net, all trades',
    fields: ['TradeStats.totalPnl'],
    unit: 'dollars',
    formula: 'Σ netPnl of closed trades',
    related: ['netPnl', 'expectancy'],
    aliases: ['total'],
  },
  exposureMinutes: {
    title: 'Exposure',
    fields: ['TradeStats.exposureMinutes'],
    unit: 'minutes',
    formula: 'Σ holdMinutes',
    related: ['holdMinutes', 'exposurePct'],
  },
  byClose: {
    title: 'Endings',
    fields: ['TradeStats.byClose'],
    unit: 'trades and dollars',
    related: ['closeReason'],
  },
  segments: {
    title: 'Segments',
    fields: ['TradeStats.segments'],
    unit: 'statistics',
    saysNot: 'Why: the best of many segments looks good by chance.',
    related: ['expectancy', 'n'],
  },
};
