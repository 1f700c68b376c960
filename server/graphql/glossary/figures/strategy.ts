import type { Figures } from '../term.ts';

/** Strategies at work, and on their way to real money. */
export const STRATEGY: Figures = {
  strategy: {
    title: 'Strategy',
    fields: ['Strategy.name'],
    unit: 'a name',
    related: ['stage', 'budget', 'backtest'],
  },
  stage: {
    title: 'Rung',
    fields: ['Strategy.stage'],
    unit: 'a StrategyStage',
    saysNot: 'That it earns: it says what evidence it has passed.',
    related: ['promotionGate', 'since'],
    aliases: ['rung', 'ladder', 'promotion'],
  },
  since: {
    title: 'Evidence since',
    fields: ['Strategy.since'],
    unit: 'an instant',
    related: ['stage', 'strategyVersion'],
  },
  strategyVersion: {
    title: 'Version of a strategy',
    fields: ['Strategy.version'],
    unit: 'changes',
    related: ['since'],
  },
  budget: {
    title: 'Budget',
    fields: ['Strategy.budget'],
    unit: 'dollars',
    saysNot: 'The most that can be lost: it does not bound short calls and price jumps.',
    related: ['committed'],
  },
  committed: {
    title: 'At work',
    fields: ['StrategyRun.committed'],
    unit: 'dollars',
    related: ['budget'],
  },
  promotionGate: {
    title: 'Gate',
    fields: ['PromotionReport.verdict', 'PromotionGate.verdict'],
    unit: 'a Verdict',
    saysNot: 'That it should be promoted: a person decides that.',
    related: ['stage', 'tradesNeeded', 'falsePromotionPct'],
    aliases: ['gate', 'gates'],
  },
  tradesNeeded: {
    title: 'Trades still needed',
    fields: ['PromotionReport.tradesNeeded'],
    unit: 'trades',
    related: ['promotionGate'],
  },
  falsePromotionPct: {
    title: 'False promotions',
    fields: ['PromotionReport.falsePromotionPct'],
    unit: 'percent points',
    related: ['promotionGate'],
  },
  drift: {
    title: 'Drift',
    fields: ['DriftReport.total'],
    unit: 'dollars',
    formula: 'actual − expected = Σ of all causes, to the last digit',
    saysNot:
      'Whether the strategy is good: only how far its result is from what it should have made.',
    related: ['expected', 'actual', 'awaiting', 'unknownDrift'],
  },
  expected: {
    title: 'Expected',
    fields: ['DriftReport.expected'],
    unit: 'dollars',
    related: ['drift'],
  },
  actual: {
    title: 'Actual',
    fields: ['DriftReport.actual'],
    unit: 'dollars',
    related: ['drift', 'totalPnl'],
  },
  awaiting: {
    title: 'Not compared yet',
    fields: ['DriftReport.awaiting'],
    unit: 'trades',
    related: ['drift'],
  },
  unknownDrift: {
    title: 'Without a reference',
    fields: ['DriftReport.unknown'],
    unit: 'trades',
    related: ['drift'],
  },
  noTrades: {
    title: 'No-trades',
    fields: ['NoTrade.code'],
    unit: 'a NoTradeCode',
    related: ['shadowPnl'],
    aliases: ['no trade', 'skipped'],
  },
  shadowPnl: {
    title: 'What it would have made',
    fields: ['NoTrade.shadowPnl'],
    unit: 'dollars',
    saysNot: 'That a venue would have filled it: models did.',
    related: ['noTrades'],
  },
};
