import type { StrategyDefinition } from '../domain/strategy/definition.ts';
import { HeldBars } from './helpers/held-bars.ts';

interface Parameters {
  readonly lookback: number;
  readonly movePct: number;
  readonly minVolume: number;
  readonly maxSpreadPct: number;
  readonly stopLossPct: number;
  readonly takeProfitPct: number;
  readonly hold: number;
  readonly quantity: string;
}

export default {
  title: 'Token momentum with a liquidity filter',
  description:
    'Buys a token that has risen over some bars, where enough of it is traded and the spread is small, and leaves at its stop, its target or after a while. It lives from moves that feed themselves. It fails when the crowd turns at once, and where the price can be moved by one seller.',
  assetClasses: ['TOKEN', 'EQUITY'],
  interval: 'FIVE_MINUTES',
  parameters: {
    lookback: {
      ...{ type: 'integer', minimum: 1, maximum: 1000, default: 12 },
      description: 'Bars over which the rise is measured.',
    },
    movePct: {
      ...{ type: 'number', minimum: 0.01, maximum: 1000, default: 5 },
      description: 'Percent points that it has to rise.',
    },
    minVolume: {
      ...{ type: 'number', minimum: 0, default: 0 },
      description:
        'Dollars traded over those bars at least; 0: not looked at, as for prices that come without volume.',
    },
    maxSpreadPct: {
      ...{ type: 'number', minimum: 0, maximum: 100, default: 1 },
      description:
        'Percent points of the mid that bid and ask may lie apart; looked at where quotes are known.',
    },
    stopLossPct: {
      ...{ type: 'number', minimum: 0.1, maximum: 99, default: 5 },
      description: 'Percent points below the close at which it stops.',
    },
    takeProfitPct: {
      ...{ type: 'number', minimum: 0.1, maximum: 10000, default: 15 },
      description: 'Percent points above the close at which it takes profit.',
    },
    hold: {
      ...{ type: 'integer', minimum: 1, maximum: 10000, default: 48 },
      description: 'Bars after which it sells in any case.',
    },
    quantity: {
      ...{ type: 'string', format: 'decimal', default: '1' },
      description: 'How many tokens to buy.',
    },
  },
  history: ({ lookback }: Parameters) => lookback + 1,
  create: (p: Parameters) => {
    const held = new HeldBars();
    return {
      onBar: ({ symbol, close }, desk) => {
        const bars = held.count(symbol, desk.position(symbol));
        if (bars >= p.hold) {
          desk.exit(symbol);
          held.leave(symbol);
        }
        if (bars > 0) return;
        const past = desk.history(symbol, p.lookback + 1);
        const first = past[0]?.close;
        if (past.length <= p.lookback || !first) return;
        if ((close / first - 1) * 100 < p.movePct) return;
        const traded = past.slice(1).reduce((sum, bar) => sum + bar.volume * bar.close, 0);
        if (traded < p.minVolume) return;
        const quote = desk.quote(symbol);
        if (quote?.bid && quote.ask) {
          const mid = (quote.bid + quote.ask) / 2;
          if (((quote.ask - quote.bid) / mid) * 100 > p.maxSpreadPct) return;
        }
        const stopLoss = (close * (1 - p.stopLossPct / 100)).toPrecision(9);
        const takeProfit = (close * (1 + p.takeProfitPct / 100)).toPrecision(9);
        const bracket = { stopLoss: Number(stopLoss), takeProfit: Number(takeProfit) };
        desk.enter({ symbol, side: 'BUY', quantity: p.quantity, bracket });
      },
    };
  },
} satisfies StrategyDefinition;
