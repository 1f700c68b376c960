import type { StrategyDefinition } from '../domain/strategy/definition.ts';
import type { StrategyDesk } from '../domain/strategy/strategy.ts';
import { openingSide } from './helpers/option-symbol.ts';

interface Parameters {
  readonly quantity: string;
  readonly side: 'BUY' | 'SELL';
}

export default {
  title: 'Buy and hold',
  description:
    'A yardstick: enters each symbol at its first bar or quote and holds it to the end or to expiry. Any idea should beat it after fees. It fails whenever the market falls, since it never leaves.',
  assetClasses: ['OPTION', 'EQUITY', 'TOKEN'],
  parameters: {
    quantity: {
      type: 'string',
      format: 'decimal',
      default: '1',
      description: 'How much of each symbol, in contracts, shares or tokens.',
    },
    side: {
      type: 'string',
      enum: ['BUY', 'SELL'],
      default: 'BUY',
      description: 'BUY holds long, SELL short.',
    },
  },
  create: ({ quantity, side }: Parameters) => {
    const entered = new Set<string>();
    const first = ({ symbol }: { readonly symbol: string }, desk: StrategyDesk) => {
      if (entered.has(symbol) || desk.missed) return;
      entered.add(symbol);
      desk.enter({ symbol, side: openingSide(symbol, side), quantity });
    };
    return { onBar: first, onQuote: first };
  },
} satisfies StrategyDefinition;
