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
  /** It has crossed below and nothing was held, or it was at a bar that was missed, where nothing is told. */
  leaves: boolean;
}

/** Takes the next fast − slow; whether it has crossed above. */
function turned(follower: Follower, now: number | null): boolean {
  const { before } = follower;
  follower.before = now;
  if (now === null || before === null) return false;
  const rises = now > 0 && before <= 0;
  const falls = now < 0 && before >= 0;
  if (rises || falls) follower.leaves = falls;
  return rises;
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
          follower = { averages: new ExactAverages(fast, slow), before: null, leaves: false };
          followers.set(symbol, follower);
          for (const bar of desk.history(symbol, longest + 1).slice(0, -1))
            follower.before = follower.averages.add(bar.close);
        }
        const rises = turned(follower, follower.averages.add(close));
        if (!rises && !follower.leaves) return;
        const held = desk.position(symbol) !== null;
        if (rises && !held) desk.enter({ symbol, side: openingSide(symbol, 'BUY'), quantity });
        if (!follower.leaves || !held) return;
        desk.exit(symbol);
        follower.leaves = false;
      },
    };
  },
} satisfies StrategyDefinition;
