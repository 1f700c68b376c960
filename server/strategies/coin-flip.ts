import type { StrategyDefinition } from '../domain/strategy/definition.ts';
import { openingSide } from './helpers/option-symbol.ts';

interface Parameters {
  readonly every: number;
  readonly hold: number;
  readonly quantity: string;
}

interface Count {
  bars: number;
  /** The bar at whose end it closes. */
  closesAt: number;
}

export default {
  title: 'Coin flip',
  description:
    'A yardstick without an edge: every few bars it buys where a coin says so and sells a few bars later. It fails by its fees, always; what judges strategies must not let it pass.',
  assetClasses: ['OPTION', 'EQUITY', 'TOKEN'],
  parameters: {
    every: {
      ...{ type: 'integer', minimum: 1, default: 10 },
      description: 'Bars from one flip to the next.',
    },
    hold: {
      ...{ type: 'integer', minimum: 1, default: 5 },
      description: 'Bars from buying to selling.',
    },
    quantity: {
      ...{ type: 'string', format: 'decimal', default: '1' },
      description: 'How much to buy, in contracts, shares or tokens.',
    },
  },
  create: ({ every, hold, quantity }: Parameters) => {
    const counts = new Map<string, Count>();
    return {
      onBar: ({ symbol }, desk) => {
        const count = counts.get(symbol) ?? { bars: 0, closesAt: 0 };
        counts.set(symbol, count);
        count.bars += 1;
        const held = desk.position(symbol) !== null;
        if (held && count.bars >= count.closesAt) desk.exit(symbol);
        if (held || count.bars % every !== 0 || desk.random() >= 0.5) return;
        // What it holds is not seen at a missed bar, and closes when it was to.
        if (!desk.missed) count.closesAt = count.bars + hold;
        desk.enter({ symbol, side: openingSide(symbol, 'BUY'), quantity });
      },
    };
  },
} satisfies StrategyDefinition;
