import type { SignalBars, StrategyDefinition } from '../domain/strategy/definition.ts';
import { crossSignals } from './helpers/cross-signals.ts';
import { ExactAverages } from './helpers/exact-averages.ts';
import { openingSide } from './helpers/option-symbol.ts';

interface Parameters {
  readonly fast: number;
  readonly slow: number;
  readonly quantity: string;
}

interface Follower {
  readonly averages: ExactAverages;
  /** Of fast − slow at the bar before; null while there is none. */
  before: number | null;
}

export default {
  title: 'Moving-average cross',
  description:
    'A yardstick: buys when the fast average of closes crosses above the slow one and sells when it crosses below; long only. It lives from long trends and fails in a market without one, where each cross is late and costs.',
  assetClasses: ['OPTION', 'EQUITY', 'TOKEN'],
  parameters: {
    fast: {
      ...{ type: 'integer', minimum: 1, maximum: 5000, default: 20 },
      description: 'Bars of the fast average, fewer than of the slow one.',
    },
    slow: {
      ...{ type: 'integer', minimum: 2, maximum: 5000, default: 50 },
      description: 'Bars of the slow average.',
    },
    quantity: {
      ...{ type: 'string', format: 'decimal', default: '1' },
      description: 'How much to buy, in contracts, shares or tokens.',
    },
  },
  history: ({ slow, fast }: Parameters) => Math.max(slow, fast) + 1,
  columnar: ({ fast, slow, quantity }: Parameters) => ({
    // Only shares and tokens are played by columns.
    entry: { side: 'BUY', quantity },
    signals: (bars: SignalBars) => crossSignals(bars, fast, slow),
  }),
  create: ({ fast, slow, quantity }: Parameters) => {
    const followers = new Map<string, Follower>();
    const longest = Math.max(fast, slow);
    return {
      onBar: ({ symbol, close }, desk) => {
        let follower = followers.get(symbol);
        if (!follower) {
          follower = { averages: new ExactAverages(fast, slow), before: null };
          followers.set(symbol, follower);
          for (const bar of desk.history(symbol, longest + 1).slice(0, -1))
            follower.before = follower.averages.add(bar.close);
        }
        const { before } = follower;
        const now = follower.averages.add(close);
        follower.before = now;
        if (now === null || before === null || now === before) return;
        const held = desk.position(symbol) !== null;
        if (now > 0 && before <= 0 && !held)
          desk.enter({ symbol, side: openingSide(symbol, 'BUY'), quantity });
        else if (now < 0 && before >= 0 && held) desk.exit(symbol);
      },
    };
  },
} satisfies StrategyDefinition;
