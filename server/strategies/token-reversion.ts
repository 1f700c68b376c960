import { ATR, EMA } from 'trading-signals';
import type { StrategyDefinition } from '../domain/strategy/definition.ts';
import { warmed } from './helpers/warmed.ts';

interface Parameters {
  readonly period: number;
  readonly width: number;
  readonly trailingPct: number;
  readonly quantity: string;
}

interface Band {
  readonly average: EMA;
  readonly range: ATR;
}

/** Both indicators forget an old bar by about 1 − 2/period each: after this many periods 1e-8 of it is left. */
const PERIODS = 20;

export default {
  title: 'Token mean reversion with a trailing stop',
  description:
    'Buys a token that has fallen some average ranges below its average, and sells at the average or where a stop that follows the highs is hit. It bets that a fall was too fast. It fails when the fall has a reason: then each further low looks cheap, and only the stop ends it.',
  assetClasses: ['TOKEN', 'EQUITY'],
  interval: 'FIVE_MINUTES',
  parameters: {
    period: {
      ...{ type: 'integer', minimum: 2, maximum: 500, default: 20 },
      description: 'Bars of the average and of the average range.',
    },
    width: {
      ...{ type: 'number', minimum: 0.1, maximum: 20, default: 2 },
      description: 'Average ranges below the average at which it buys.',
    },
    trailingPct: {
      ...{ type: 'number', minimum: 0.1, maximum: 50, default: 4 },
      description: 'Percent points below the highest price by which the stop follows.',
    },
    quantity: {
      ...{ type: 'string', format: 'decimal', default: '1' },
      description: 'How many tokens to buy.',
    },
  },
  history: ({ period }: Parameters) => period * PERIODS,
  create: (p: Parameters) => {
    const bands = new Map<string, Band>();
    return {
      onBar: (bar, desk) => {
        const { symbol, close } = bar;
        const band = warmed(bands, symbol, desk, p.period * PERIODS, (past) => {
          const made = { average: new EMA(p.period), range: new ATR(p.period) };
          for (const each of past) {
            made.average.add(each.close);
            made.range.add(each);
          }
          return made;
        });
        const average = band.average.add(close);
        const range = band.range.add(bar);
        if (average === null || range === null || !band.average.isStable) return;
        if (desk.position(symbol)) {
          if (close >= average) desk.exit(symbol);
          return;
        }
        if (close > average - p.width * range) return;
        const stopLoss = Number((close * (1 - p.trailingPct / 100)).toPrecision(9));
        const bracket = { stopLoss, trailingPct: p.trailingPct };
        desk.enter({ symbol, side: 'BUY', quantity: p.quantity, bracket });
      },
    };
  },
} satisfies StrategyDefinition;
