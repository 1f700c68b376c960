import { decimalOf, amountAt, ExactSum } from '../../domain/columns/amounts.ts';
import type { DriftEvidence } from '../../domain/promotion/evidence.ts';
import type { Username } from '../../domain/ids.ts';
import type { KeptDrift } from './kept-drift.ts';

/**
 * The drift of trades that were entered at or after an instant and have been compared. Trades whose expected result
 * is unknown are counted, and are no evidence. Reads only what has changed.
 */
export async function driftOfStrategy(
  kept: Pick<KeptDrift, 'of'>,
  username: Username,
  strategyId: string,
  since: Date,
): Promise<DriftEvidence> {
  const { rows, names } = await kept.of(username);
  const wanted = names.find(strategyId);
  const [expected, actual] = [new ExactSum(), new ExactSum()];
  const [gross, unexplained] = [new ExactSum(), new ExactSum()];
  let found = 0;
  let unknown = 0;
  for (let row = 0; row < rows.size; row += 1) {
    if (rows.codes.strategyId[row] !== wanted) continue;
    if (rows.numbers.at[row]! < since.getTime()) continue;
    if (rows.codes.problem[row]! >= 0) {
      unknown += 1;
      continue;
    }
    found += 1;
    const one = amountAt(rows.amounts.expected, row);
    const other = amountAt(rows.amounts.actual, row);
    expected.put(one);
    actual.put(other);
    gross.add(0, decimalOf(one).abs());
    unexplained.add(0, decimalOf(amountAt(rows.amounts.UNEXPLAINED, row)).abs());
  }
  return {
    ...{ trades: found, unknown, expected: expected.total, actual: actual.total },
    ...{ gross: gross.total, unexplained: unexplained.total },
  };
}
