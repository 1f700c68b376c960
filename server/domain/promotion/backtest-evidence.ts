import type { BacktestPosition, BacktestTrade } from '../backtest/backtest-report.ts';
import { instrumentOf } from '../bars/instrument-of.ts';
import { dec } from '../decimal.ts';
import { atRisk, gainCap, type FilledEntry } from './at-risk.ts';
import type { EvidenceTrade } from './evidence.ts';

/** A backtest's trades as evidence; each position open at its end counts as one more trade of its symbol. */
export function evidenceOfRun(
  trades: readonly BacktestTrade[],
  open: readonly BacktestPosition[],
  end: Date,
): readonly EvidenceTrade[] {
  return [...trades.map(closed), ...open.map((position) => held(position, end))];
}

function closed({
  symbol,
  side,
  quantity,
  entryPrice,
  fees,
  ...trade
}: BacktestTrade): EvidenceTrade {
  const price = dec(entryPrice);
  return {
    ...{ openedAt: new Date(trade.entryAt), closedAt: new Date(trade.exitAt) },
    ...bounds({ ...named(symbol), side, quantity: dec(quantity), price, fees: dec(fees) }),
    net: dec(trade.netPnl),
  };
}

function held({ symbol, quantity, costBasis }: BacktestPosition, end: Date): EvidenceTrade {
  const size = dec(quantity);
  const { instrument } = named(symbol);
  const price = dec(costBasis).div(size.times(instrument.multiplier));
  const side = size.isNegative() ? 'SELL' : 'BUY';
  const entry = { instrument, side, quantity: size.abs(), price, fees: dec(0) } as const;
  return { openedAt: end, closedAt: null, ...bounds(entry), net: null };
}

function bounds(entry: FilledEntry) {
  return { atRisk: atRisk(entry), gainCap: gainCap(entry) };
}

function named(symbol: string) {
  return { instrument: instrumentOf(symbol).instrument };
}
