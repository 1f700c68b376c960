import type { Figures } from '../term.ts';

/** Sensitivities of options. */
export const GREEKS: Figures = {
  delta: {
    title: 'Delta',
    fields: ['Greeks.delta', 'Mark.delta', 'Quote.delta'],
    unit: 'shares for each share of the contract',
    formula:
      'as the source reports it; for a book × quantity × multiplier, in dollars × underlyingPrice',
    saysNot: 'The change over a large move: delta itself changes by gamma.',
    related: ['gamma', 'theta', 'vega', 'iv'],
    aliases: ['delta dollars', 'net delta'],
  },
  gamma: {
    title: 'Gamma',
    fields: ['Greeks.gamma', 'Mark.gamma', 'Quote.gamma'],
    unit: 'delta per dollar',
    related: ['delta'],
  },
  theta: {
    title: 'Theta',
    fields: ['Greeks.theta', 'Mark.theta', 'Quote.theta'],
    unit: 'dollars per share and calendar day',
    formula: 'as the source reports it; for a book × quantity × multiplier',
    saysNot: 'What tomorrow brings: it assumes that nothing else changes.',
    related: ['delta', 'vega'],
    aliases: ['time decay'],
  },
  vega: {
    title: 'Vega',
    fields: ['Greeks.vega', 'Mark.vega', 'Quote.vega'],
    unit: 'dollars per share and percent point of volatility',
    related: ['iv', 'theta'],
  },
  iv: {
    title: 'Implied volatility',
    fields: ['Greeks.iv', 'Mark.iv', 'Quote.iv'],
    unit: 'fraction a year',
    saysNot: 'How far the underlying will move: it is what the option’s price assumes.',
    related: ['ivRank', 'ivPercentile', 'hv30'],
    aliases: ['volatility'],
  },
};
