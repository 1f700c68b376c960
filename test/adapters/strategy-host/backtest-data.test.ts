import { describe, expect, it } from 'vitest';
import { backtestData } from '../../../server/adapters/strategy-host/columns/backtest-data.ts';
import type { SeriesColumns } from '../../../server/adapters/strategy-host/columns/series-columns.ts';

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
  it('share the unit of the finest', () => {
    const { quotes: table } = backtestData([quotes('A', 2, 150), quotes('B', 4, 12_345)]);
    expect(table).toMatchObject({ digits: 4, symbols: ['A', 'B'] });
    expect([...table!.bid]).toEqual([15_000, 12_345]);
  });

  it('are refused where one would be held inexactly', () => {
    const both = [quotes('DEAR', 2, 50_000_000), quotes('TINY', 18, 13)];
    expect(() => backtestData(both)).toThrow('Quotes of DEAR are too large');
    expect(backtestData([quotes('TINY', 18, 13)]).quotes?.bid[0]).toBe(13);
  });
});
