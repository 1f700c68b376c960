import type { Figures } from '../term.ts';

/** At what prices orders fill. */
export const FILLS: Figures = {
  spread: {
    title: 'Spread',
    fields: ['FillCost.ofSpread', 'FillErrorBySpread.spread'],
    unit: 'share of ask − bid',
    formula: 'cost against the mid ÷ (ask − bid)',
    related: ['mid', 'roundTrip', 'fillQuality'],
    aliases: ['bid ask spread'],
  },
  fillModel: {
    title: 'Fill model',
    fields: ['Trade.fillModel', 'UserSettings.fillModel'],
    unit: 'a FillModel',
    saysNot: 'What a real venue would have done.',
    related: ['fillError', 'fillQuality', 'calibrated'],
  },
  fillQuality: {
    title: 'Fill quality',
    fields: ['Query.fillQuality'],
    unit: 'dollars from the mid',
    related: ['spread', 'fillError'],
  },
  fillError: {
    title: 'Distance of a fill model',
    fields: ['FillError.cents'],
    unit: 'cents per share or unit',
    formula: 'mean |price of the model − price of the venue| over the same fills',
    saysNot: 'Anything about orders that the venue did not fill.',
    related: ['fillModel', 'fillQuality'],
  },
  calibrated: {
    title: 'CALIBRATED',
    fields: ['Query.fillCalibration'],
    unit: 'shares of the spread',
    related: ['fillModel', 'fillError'],
  },
};
