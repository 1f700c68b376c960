import { RSI } from 'trading-signals';
import type { StrategyDefinition } from '../domain/strategy/definition.ts';
import { bracketOf, nearestByDelta } from './helpers/option-choice.ts';
import { optionNamed } from './helpers/option-symbol.ts';
import { warmed } from './helpers/warmed.ts';

interface Parameters {
  readonly period: number;
  readonly oversold: number;
  readonly overbought: number;
  readonly delta: number;
  readonly minDays: number;
  readonly maxDays: number;
  readonly stopLossPct: number;
  readonly quantity: string;
}

/** Wilder's smoothing forgets an old bar by 1 − 1/period each: after this many periods 1e-8 of it is left. */
const PERIODS = 20;

interface Watch {
  readonly rsi: RSI;
  contract: string | null;
}

export default {
  title: 'RSI mean reversion with long options',
  description:
    'An RSI below its lower bound buys a call, one above its upper bound a put; it closes once the RSI is back in the middle. It bets that a fast move was too far. It fails in trends, where the RSI stays extreme for long, and by time decay while nothing happens.',
  assetClasses: ['OPTION'],
  interval: 'ONE_DAY',
  parameters: {
    period: {
      ...{ type: 'integer', minimum: 2, maximum: 100, default: 14 },
      description: 'Bars of the RSI.',
    },
    oversold: {
      ...{ type: 'integer', minimum: 1, maximum: 49, default: 30 },
      description: 'RSI below which it buys a call.',
    },
    overbought: {
      ...{ type: 'integer', minimum: 51, maximum: 99, default: 70 },
      description: 'RSI above which it buys a put.',
    },
    delta: {
      ...{ type: 'number', minimum: 0.05, maximum: 0.95, default: 0.5 },
      description: 'Absolute delta of the contract, a fraction.',
    },
    minDays: {
      ...{ type: 'integer', minimum: 0, maximum: 400, default: 14 },
      description: 'Fewest days to its expiry.',
    },
    maxDays: {
      ...{ type: 'integer', minimum: 0, maximum: 400, default: 45 },
      description: 'Most days to its expiry.',
    },
    stopLossPct: {
      ...{ type: 'integer', minimum: 0, maximum: 99, default: 50 },
      description: 'Percent points below the price paid at which it stops; 0: no stop.',
    },
    quantity: {
      ...{ type: 'string', format: 'decimal', default: '1' },
      description: 'Contracts to buy.',
    },
  },
  history: ({ period }: Parameters) => period * PERIODS,
  create: (p: Parameters) => {
    const watches = new Map<string, Watch>();
    return {
      onBar: ({ symbol, close }, desk) => {
        if (optionNamed(symbol)) return;
        const watch = warmed(watches, symbol, desk, p.period * PERIODS, (past) => {
          const rsi = new RSI(p.period);
          for (const bar of past) rsi.add(bar.close);
          return { rsi, contract: null };
        });
        const value = watch.rsi.add(close);
        if (value === null) return;
        const { contract } = watch;
        if (contract && desk.position(contract)) {
          const isCall = optionNamed(contract)?.right === 'C';
          if (isCall ? value >= 50 : value <= 50) desk.exit(contract);
          return;
        }
        if (value >= p.oversold && value <= p.overbought) return;
        // Of prices that stand still the RSI is 100, and means nothing.
        const past = desk.history(symbol, p.period + 1);
        if (past.every((each) => each.close === close)) return;
        const right = value < p.oversold ? 'C' : 'P';
        const { delta, minDays, maxDays } = p;
        const chain = desk.chain(symbol);
        const found = nearestByDelta(chain, desk.now, { right, delta, minDays, maxDays });
        if (!found?.ask) return;
        watch.contract = found.symbol;
        const bracket = bracketOf(found.ask, p.stopLossPct, 0);
        desk.enter({ symbol: found.symbol, side: 'BUY_TO_OPEN', quantity: p.quantity, bracket });
      },
    };
  },
} satisfies StrategyDefinition;
