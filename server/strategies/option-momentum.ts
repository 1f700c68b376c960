import type { StrategyDefinition } from '../domain/strategy/definition.ts';
import { bracketOf, nearestByDelta } from './helpers/option-choice.ts';
import { optionNamed } from './helpers/option-symbol.ts';

interface Parameters {
  readonly lookback: number;
  readonly movePct: number;
  readonly hold: number;
  readonly delta: number;
  readonly minDays: number;
  readonly maxDays: number;
  readonly stopLossPct: number;
  readonly takeProfitPct: number;
  readonly quantity: string;
}

interface Held {
  readonly contract: string;
  bars: number;
}

export default {
  title: 'Option momentum by delta and days',
  description:
    'A move of the underlying over some bars buys an option in its direction, chosen by delta and by days to expiry, and holds it for a while. It lives from moves that go on. It fails in a sideways market, and where implied volatility is dear after the move.',
  assetClasses: ['OPTION'],
  interval: 'ONE_DAY',
  parameters: {
    lookback: {
      ...{ type: 'integer', minimum: 1, maximum: 1000, default: 20 },
      description: 'Bars over which the move is measured.',
    },
    movePct: {
      ...{ type: 'number', minimum: 0.01, maximum: 100, default: 2 },
      description: 'Percent points that the underlying has to move.',
    },
    hold: {
      ...{ type: 'integer', minimum: 1, maximum: 1000, default: 10 },
      description: 'Bars after which it closes.',
    },
    delta: {
      ...{ type: 'number', minimum: 0.05, maximum: 0.95, default: 0.4 },
      description: 'Absolute delta of the contract, a fraction.',
    },
    minDays: {
      ...{ type: 'integer', minimum: 0, maximum: 400, default: 20 },
      description: 'Fewest days to its expiry.',
    },
    maxDays: {
      ...{ type: 'integer', minimum: 0, maximum: 400, default: 60 },
      description: 'Most days to its expiry.',
    },
    stopLossPct: {
      ...{ type: 'integer', minimum: 0, maximum: 99, default: 50 },
      description: 'Percent points below the price paid at which it stops; 0: no stop.',
    },
    takeProfitPct: {
      ...{ type: 'integer', minimum: 0, maximum: 1000, default: 100 },
      description: 'Percent points above the price paid at which it takes profit; 0: no target.',
    },
    quantity: {
      ...{ type: 'string', format: 'decimal', default: '1' },
      description: 'Contracts to buy.',
    },
  },
  history: ({ lookback }: Parameters) => lookback + 1,
  create: (p: Parameters) => {
    const all = new Map<string, Held>();
    return {
      onBar: ({ symbol, close }, desk) => {
        if (optionNamed(symbol)) return;
        const held = all.get(symbol);
        if (held) {
          held.bars += 1;
          const position = desk.position(held.contract);
          if (position && held.bars > p.hold) desk.exit(held.contract);
          // At a bar that was missed nothing is told of a position: only the next contract takes its place.
          if (position || held.bars <= 1) return;
        }
        const past = desk.history(symbol, p.lookback + 1);
        const first = past[0]?.close;
        if (past.length <= p.lookback || !first) return;
        const move = (close / first - 1) * 100;
        if (Math.abs(move) < p.movePct) return;
        const right = move > 0 ? 'C' : 'P';
        const { delta, minDays, maxDays } = p;
        const chain = desk.chain(symbol);
        const found = nearestByDelta(chain, desk.now, { right, delta, minDays, maxDays });
        if (!found?.ask) return;
        all.set(symbol, { contract: found.symbol, bars: 0 });
        const bracket = bracketOf(found.ask, p.stopLossPct, p.takeProfitPct);
        desk.enter({ symbol: found.symbol, side: 'BUY_TO_OPEN', quantity: p.quantity, bracket });
      },
    };
  },
} satisfies StrategyDefinition;
