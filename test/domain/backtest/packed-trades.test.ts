import { expect, it } from 'vitest';
import {
  packTrades,
  TRADES_IN_TEXT,
  unpackTrades,
} from '../../../server/domain/backtest/packed-trades.ts';
import { someTrades } from '../../support/values/strategies.ts';

it.each([0, 1, TRADES_IN_TEXT, 2 * TRADES_IN_TEXT + 1])(
  '%i trades become texts that a page of the last finds by its place, and come back in order',
  (count) => {
    const trades = someTrades(count);
    const texts = packTrades(trades);
    expect(texts).toHaveLength(Math.ceil(count / TRADES_IN_TEXT));
    const lengths = texts.map((text) => (JSON.parse(text) as unknown[]).length);
    expect(lengths.slice(0, -1)).toEqual(lengths.slice(1).map(() => TRADES_IN_TEXT));
    const newest = JSON.parse(texts[0] ?? '[null]') as unknown[];
    expect(newest[0]).toEqual(trades.at(-1) ?? null);
    expect(unpackTrades(texts)).toEqual(trades);
  },
);
