import type { BacktestTrade } from './backtest-report.ts';

/** Trades in one text: a long list then has few texts, and a page of it needs only one or two. */
export const TRADES_IN_TEXT = 500;

/** Trades in order of closing as JSON texts, the last closed first: a thread passes a text as a whole, but objects one by one. */
export function packTrades(trades: readonly BacktestTrade[]): readonly string[] {
  const texts: string[] = [];
  for (let end = trades.length; end > 0; end -= TRADES_IN_TEXT)
    texts.push(JSON.stringify(trades.slice(Math.max(0, end - TRADES_IN_TEXT), end).reverse()));
  return texts;
}

/** The trades of such texts, again in order of closing. */
export function unpackTrades(texts: readonly string[]): readonly BacktestTrade[] {
  return texts.flatMap((text) => JSON.parse(text) as BacktestTrade[]).reverse();
}
