import { describe, expect, it } from 'vitest';
import { backtestData } from '../../../server/adapters/strategy-host/columns/backtest-data.ts';
import { digitsBySymbol } from '../../../server/domain/bars/quote-table.ts';
import { kindOf, ran } from '../../support/values/backtests.ts';
import type { SeriesColumns } from '../../../server/adapters/strategy-host/columns/series-columns.ts';

const TINY = 'DezXAZ8z7PnrnRJjz3wXBoRgixCa6xjnB7YaB1pPB263';

function quotes(symbol: string, digits: number, units: number): SeriesColumns {
  const values = Float64Array.of(units);
  const price = { digits, values };
  return {
    ...{ symbol, kind: 'quotes', interval: null, at: Float64Array.of(1_700_000_000_000) },
    columns: new Map([
      ['bid', price],
      ['ask', price],
    ]),
  };
}

describe('quotes of several symbols', () => {
  it('keep the units of each, so that the digits of a cheap one take none from a dear one', () => {
    const all = [quotes('DEAR', 2, 9_000_000), quotes('TINY', 15, 13), quotes('WHOLE', 0, 7)];
    const { quotes: table } = backtestData(all);
    expect(table!.symbols).toEqual(['DEAR', 'TINY', 'WHOLE']);
    expect([...table!.bid]).toEqual([9_000_000, 13, 7]);
    expect([...digitsBySymbol(table!).values()]).toEqual([2, 15, 0]);
  });

  it('are seen and filled each in its own digits', () => {
    const seen: unknown[] = [];
    const buys = kindOf(() => ({
      onQuote: ({ symbol, ask }, desk) => {
        seen.push(ask);
        desk.enter({ symbol, side: 'BUY', quantity: '1' });
      },
    }));
    const data = backtestData([quotes('DEAR', 2, 9_000_000), quotes(TINY, 15, 13)]);
    const input = { symbols: ['DEAR', TINY], interval: null, from: 0, fees: null };
    const { openPositions } = ran(buys, data, input);
    expect(seen).toEqual([90_000, 1.3e-14]);
    expect(openPositions).toMatchObject([
      { symbol: 'DEAR', costBasis: '90000' },
      { symbol: TINY, costBasis: '0.000000000000013' },
    ]);
  });
});
