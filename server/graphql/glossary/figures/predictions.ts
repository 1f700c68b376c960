import type { Figures } from '../term.ts';

/** How good the models’ predictions were. */
export const PREDICTIONS: Figures = {
  brier: {
    title: 'Brier score',
    fields: ['AiStats.brier'],
    unit: 'from 0, perfect, to 1',
    formula: 'mean of (aiConfidence − outcome)², outcome 1 for a win, else 0',
    saysNot: 'Anything without baseBrier: a score is only good where it is lower than that.',
    related: ['baseBrier', 'calibration', 'aiConfidence'],
  },
  baseBrier: {
    title: 'Brier score of the base rate',
    fields: ['AiStats.baseBrier'],
    unit: 'from 0 to 0.25',
    formula: 'baseRate × (1 − baseRate)',
    related: ['brier', 'baseRate'],
  },
  baseRate: {
    title: 'Base rate',
    fields: ['AiStats.baseRate'],
    unit: 'fraction 0..1',
    related: ['baseBrier', 'winRate'],
  },
  calibration: {
    title: 'Calibration',
    fields: ['AiStats.calibration'],
    unit: 'ten ranges',
    formula: 'in each range of aiConfidence: share of wins against mean confidence',
    saysNot:
      'Whether the model can tell good trades from bad ones: always predicting the base rate is calibrated, too.',
    related: ['brier', 'aiConfidence'],
  },
  lift: {
    title: 'Lift',
    fields: ['AiStats.lift'],
    unit: 'a ratio',
    formula: 'win rate with BUY or STRONG_BUY ÷ win rate of all with a verdict',
    saysNot: 'How much money the advice made.',
    related: ['winRate', 'aiVerdict'],
  },
};
