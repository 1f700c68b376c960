import type { Figures } from '../term.ts';

/** Strategies on the past. */
export const RUNS: Figures = {
  backtest: {
    title: 'Backtest',
    fields: ['Query.backtest'],
    unit: 'a run',
    saysNot: 'What will happen: it fills by a model, on data that a person chose.',
    related: ['warnings', 'runDrawdown', 'exposurePct', 'monteCarlo'],
  },
  warnings: {
    title: 'Warnings',
    fields: ['Backtest.warnings'],
    unit: 'sentences',
    related: ['backtest'],
  },
  endEquity: {
    title: 'Equity at the end',
    fields: ['Backtest.endEquity', 'Backtest.endCash'],
    unit: 'dollars',
    related: ['runDrawdown'],
  },
  runDrawdown: {
    title: 'Drawdown of a run',
    fields: ['Backtest.maxDrawdown', 'Backtest.maxDrawdownPct'],
    unit: 'dollars',
    formula: 'max over the bars’ ends of (highest equity before − equity)',
    saysNot: 'What happened within a bar. Unlike maxDrawdown it counts open positions.',
    related: ['maxDrawdown', 'monteCarlo'],
    aliases: ['backtest drawdown', 'maxDrawdownPct'],
  },
  exposurePct: {
    title: 'Exposure',
    fields: ['Backtest.exposurePct'],
    unit: 'percent points of the bars',
    related: ['exposureMinutes'],
  },
  monteCarlo: {
    title: 'Other orders of the same trades',
    fields: ['Backtest.monteCarlo'],
    unit: 'dollars',
    formula:
      'the same number of trades drawn with replacement, many times; 5 %, 50 % and 95 % of the results',
    saysNot: 'Anything about markets that the trades have not seen.',
    related: ['runDrawdown'],
  },
  bestSharpe: {
    title: 'Best Sharpe ratio',
    fields: ['SweepOverfitting.bestSharpe'],
    unit: 'a ratio per day',
    saysNot: 'That the run is good: it is the luckiest of many.',
    related: ['luckySharpe', 'deflatedSharpe'],
  },
  luckySharpe: {
    title: 'Lucky Sharpe ratio',
    fields: ['SweepOverfitting.luckySharpe'],
    unit: 'a ratio per day',
    related: ['deflatedSharpe'],
  },
  deflatedSharpe: {
    title: 'Deflated Sharpe ratio',
    fields: ['SweepOverfitting.deflatedSharpe'],
    unit: 'fraction 0..1',
    saysNot: 'Anything about sets of parameters that were tried elsewhere.',
    related: ['luckySharpe', 'overfitting'],
  },
  overfitting: {
    title: 'Chance of overfitting',
    fields: ['SweepOverfitting.probability'],
    unit: 'fraction 0..1',
    related: ['deflatedSharpe'],
    aliases: ['pbo'],
  },
  walkForward: {
    title: 'Walk forward',
    fields: ['Sweep.walkForward'],
    unit: 'statistics',
    related: ['backtest', 'overfitting'],
  },
};
