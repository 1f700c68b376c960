import type { CashMove } from '../../../server/domain/book/cash-move.ts';
import { CURVE, moveRow } from '../../../server/domain/book/curve-columns.ts';
import type { CurvePrices, CurveSpan } from '../../../server/domain/book/curve-prices.ts';
import { equityCurve } from '../../../server/domain/book/equity-curve.ts';
import { everyRow } from '../../../server/domain/columns/columns.ts';
import { Names } from '../../../server/domain/columns/names.ts';
import { RowSet } from '../../../server/domain/columns/row-set.ts';

/** The equity curve of moves that are in log order. */
export function curveOf(moves: readonly CashMove[], prices: CurvePrices, span: CurveSpan) {
  const names = new Names();
  const rows = RowSet.of(
    CURVE,
    moves.map((move, at) => moveRow(move, at + 1, names)),
  );
  return equityCurve({ rows, names }, everyRow({ rows }), prices, span);
}
