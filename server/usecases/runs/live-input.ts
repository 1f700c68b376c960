import type { Candle } from '../../domain/market/candle.ts';
import type { RunInput, RunLine } from '../../domain/strategy/strategy-run.ts';
import type { StrategyBar } from '../../domain/strategy/strategy.ts';
import type { LiveCall, LiveInput } from '../../ports/live-host.ts';

export function barOf(symbol: string, candle: Candle): StrategyBar {
  const { at, open, high, low, close, volume } = candle;
  return {
    ...{ symbol, at, open: open.toNumber(), high: high.toNumber(), low: low.toNumber() },
    ...{ close: close.toNumber(), volume: volume?.toNumber() ?? 0 },
  };
}

/** What an instance is given, in plain values. */
export function liveInput(input: RunInput): LiveInput {
  switch (input.kind) {
    case 'WARM_UP': {
      const { kind, symbol, bars } = input;
      return { kind, symbol, bars: bars.map((candle) => barOf(symbol, candle)) };
    }
    case 'BAR':
      return { kind: 'BAR', bar: input.bar };
    case 'QUOTE':
      return { kind: 'QUOTE', quote: input.quote };
    case 'FILL':
      return { kind: 'FILL', fill: input.fill };
  }
}

/** A call of the journal, to be made again. */
export function callOf({ at, input, reads }: RunLine): LiveCall {
  return { at, input: liveInput(input), desk: reads };
}
