import { describe, expect, it } from 'vitest';
import type { BarColumns } from '../../../server/domain/bars/bar-columns.ts';
import { lookAhead } from '../../../server/domain/backtest/look-ahead.ts';
import type { StrategyDefinition } from '../../../server/domain/strategy/definition.ts';
import { barsOf, kindOf, ran, type Row } from '../../support/values/backtests.ts';

const MINUTE = 60_000;

describe('the future', () => {
  const rows: Row[] = Array.from({ length: 120 }, (_, i) => {
    const price = 100 + Math.round(10 * Math.sin(i / 7));
    return [price, price + 1, price - 1, price];
  });
  const bars = barsOf(rows);

  /** Buys when the last close is above the mean of ten, sells when it is below. */
  const honest = kindOf(() => ({
    onBar: ({ symbol, close }, desk) => {
      const past = desk.history(symbol, 10);
      const mean = past.reduce((sum, bar) => sum + bar.close, 0) / past.length;
      if (close > mean && !desk.position(symbol))
        desk.enter({ symbol, side: 'BUY', quantity: '1' });
      if (close < mean && desk.position(symbol)) desk.exit(symbol);
    },
  }));

  /** A strategy that looks at the bar after the one that it is shown. */
  const cheater = (data: BarColumns) =>
    kindOf(() => ({
      onBar: ({ symbol, at }, desk) => {
        const next = data.at.indexOf(at.getTime()) + 1;
        const rises = data.close[next]! > data.close[next - 1]!;
        if (rises && !desk.position(symbol)) desk.enter({ symbol, side: 'BUY', quantity: '1' });
        if (!rises && desk.position(symbol)) desk.exit(symbol);
      },
    }));

  const decisionsOf = (definition: StrategyDefinition, columns: BarColumns) =>
    ran(definition, { bars: [columns] }).decisions;

  it('cut off changes no decision before it, and a cheater’s', () => {
    const data = { bars: [bars], quotes: null };
    const fair = decisionsOf(honest, bars);
    expect(fair.length).toBeGreaterThan(5);
    expect(lookAhead(data, fair, (cut) => decisionsOf(honest, cut.bars[0]!), 100)).toBeNull();
    const unfair = decisionsOf(cheater(bars), bars);
    const again = (cut: typeof data) => decisionsOf(cheater(cut.bars[0]!), cut.bars[0]!);
    expect(lookAhead(data, unfair, (cut) => again(cut as typeof data))).not.toBeNull();
  });

  it('perturbed changes nothing before it, and a cheater is caught', () => {
    for (const middle of [20, 61, 100]) {
      const other = perturbed(bars, middle);
      const known = bars.at[middle]!;
      const before = (definition: StrategyDefinition, columns: BarColumns) =>
        decisionsOf(definition, columns).filter(({ at }) => at <= known);
      expect(before(honest, other)).toEqual(before(honest, bars));
    }
    const differs = Array.from({ length: 100 }, (_, i) => i + 10).some((middle) => {
      const other = perturbed(bars, middle);
      const upTo = ({ at }: { at: number }) => at <= bars.at[middle]!;
      const [one, two] = [decisionsOf(cheater(bars), bars), decisionsOf(cheater(other), other)];
      return JSON.stringify(one.filter(upTo)) !== JSON.stringify(two.filter(upTo));
    });
    expect(differs).toBe(true);
  });

  it('shifted by a bar shifts every decision of an honest strategy by a bar, and not those of one that knows the day', () => {
    const later = { ...bars, at: bars.at.map((at) => at + MINUTE) };
    const moved = (definition: StrategyDefinition) =>
      decisionsOf(definition, bars).map(({ at, by, asked }) => ({
        at: at + MINUTE,
        by: by + MINUTE,
        asked,
      }));
    expect(decisionsOf(honest, later)).toEqual(moved(honest));
    // The cheater knows the unshifted day by heart.
    expect(decisionsOf(cheater(bars), later)).not.toEqual(moved(cheater(bars)));
  });
});

/** The same bars up to `from`, and bars of half or double the price from there on. */
function perturbed(bars: BarColumns, from: number): BarColumns {
  const change = (column: Float64Array) =>
    column.map((units, i) => (i < from ? units : Math.round((i % 3 === 0 ? 0.5 : 2) * units)));
  return {
    ...bars,
    open: change(bars.open),
    high: change(bars.high),
    low: change(bars.low),
    close: change(bars.close),
  };
}
