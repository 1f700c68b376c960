import { decimalOf, amountAt, ExactSum } from '../../domain/columns/amounts.ts';
import type { Decimal } from '../../domain/decimal.ts';
import type { Username } from '../../domain/ids.ts';
import type { KeptDrift } from './kept-drift.ts';

/** What one strategy's trades came to beside their references, in dollars. */
export interface StrategyDrift {
  /** Trades of its own and of its reference, pairs counted once. */
  readonly rows: number;
  readonly expected: Decimal;
  readonly actual: Decimal;
  /** The sum of what each row differs by, whatever its sign: gains do not hide losses. */
  readonly apart: Decimal;
  /** The sum of what no cause explains, whatever its sign. */
  readonly unexplained: Decimal;
}

/** Of the trades that were entered at or after an instant and have been compared. Reads only what has changed. */
export async function driftOfStrategy(
  kept: Pick<KeptDrift, 'of'>,
  username: Username,
  strategyId: string,
  since: Date,
): Promise<StrategyDrift> {
  const { rows, names } = await kept.of(username);
  const wanted = names.find(strategyId);
  const [expected, actual] = [new ExactSum(), new ExactSum()];
  const [apart, unexplained] = [new ExactSum(), new ExactSum()];
  let found = 0;
  for (let row = 0; row < rows.size; row += 1) {
    if (rows.codes.strategyId[row] !== wanted) continue;
    if (rows.numbers.at[row]! < since.getTime()) continue;
    found += 1;
    const one = amountAt(rows.amounts.expected, row);
    const other = amountAt(rows.amounts.actual, row);
    expected.put(one);
    actual.put(other);
    apart.add(0, decimalOf(other).minus(decimalOf(one)).abs());
    unexplained.add(0, decimalOf(amountAt(rows.amounts.UNEXPLAINED, row)).abs());
  }
  return {
    ...{ rows: found, expected: expected.total, actual: actual.total },
    ...{ apart: apart.total, unexplained: unexplained.total },
  };
}
