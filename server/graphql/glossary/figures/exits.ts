import type { Figures } from '../term.ts';

/** Where a trade ends, and how far its price went. */
export const EXITS: Figures = {
  stopLoss: {
    title: 'Stop',
    fields: ['Trade.stopLoss', 'TradePreview.stopLoss'],
    unit: 'dollars per share or unit',
    saysNot: 'The price of the fill: the stop becomes an order when it is reached.',
    related: ['takeProfit', 'trailingStop', 'protection', 'toStop'],
    aliases: ['stop', 'stop loss'],
  },
  takeProfit: {
    title: 'Target',
    fields: ['Trade.takeProfit'],
    unit: 'dollars per share or unit',
    related: ['stopLoss', 'protection'],
    aliases: ['target'],
  },
  trailingStop: {
    title: 'Trailing stop',
    fields: ['Trade.trailingStop'],
    unit: 'dollars per share or unit',
    formula:
      'highWaterMark × (1 − trailingPct ÷ 100) for a long, moved by a tick at least, never looser',
    related: ['stopLoss', 'highWaterMark', 'trailingPct'],
    aliases: ['trail'],
  },
  highWaterMark: {
    title: 'Best price since entry',
    fields: ['Trade.highWaterMark'],
    unit: 'dollars per share or unit',
    related: ['trailingStop'],
  },
  trailingPct: {
    title: 'Trail',
    fields: ['Trade.trailingPct'],
    unit: 'percent points',
    related: ['trailingStop'],
  },
  toStop: {
    title: 'To the stop',
    fields: ['Trade.toStop'],
    unit: 'dollars',
    formula: '(stop in force − mark.price) × openQuantity × multiplier × direction',
    related: ['toStops', 'stopLoss'],
  },
  initialStopLoss: {
    title: 'First stop',
    fields: ['Trade.initialStopLoss'],
    unit: 'dollars per share or unit',
    related: ['stopLoss', 'riskAtEntry'],
  },
  riskAtEntry: {
    title: '1 R',
    fields: ['Trade.riskAtEntry'],
    unit: 'dollars',
    formula: '|entry − initialStopLoss| × filledQuantity × multiplier',
    related: ['rMultiple', 'toStop', 'initialStopLoss'],
  },
  rMultiple: {
    title: 'In units of risk',
    fields: ['Trade.rMultiple'],
    unit: 'R',
    formula: '(netPnl + unrealizedPnl) ÷ riskAtEntry',
    saysNot: 'That no more than 1 R could be lost: a stop does not guarantee its price.',
    related: ['riskAtEntry', 'stopLoss'],
    aliases: ['r', 'r multiple'],
  },
  maxFavorableExcursion: {
    title: 'Best since entry',
    fields: ['Trade.maxFavorableExcursion'],
    unit: 'dollars per share or unit from entry',
    formula: 'the best exit-side price of all snapshots − entryPrice, in the trade’s direction',
    saysNot:
      'What happened between two snapshots or after the exit, or whether best or worst came first.',
    related: ['maxAdverseExcursion', 'excursionsComplete'],
    aliases: ['mfe', 'best'],
  },
  maxAdverseExcursion: {
    title: 'Worst since entry',
    fields: ['Trade.maxAdverseExcursion'],
    unit: 'dollars per share or unit from entry',
    formula: 'the worst exit-side price of all snapshots − entryPrice, in the trade’s direction',
    saysNot:
      'What happened between two snapshots or after the exit, or whether best or worst came first.',
    related: ['maxFavorableExcursion', 'excursionsComplete'],
    aliases: ['mae', 'worst'],
  },
  excursionsComplete: {
    title: 'Excursions complete',
    fields: ['Trade.excursionsComplete'],
    unit: 'yes or no',
    related: ['maxFavorableExcursion', 'maxAdverseExcursion'],
  },
};
