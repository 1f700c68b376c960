import type { Columns } from '../columns/columns.ts';
import type { Layout, Row, Shape } from '../columns/layout.ts';
import type { Names } from '../columns/names.ts';
import type { TradeId } from '../ids.ts';
import type { CashMove } from './cash-move.ts';
import type { PriceTick } from './curve-prices.ts';

export interface CurveShape extends Shape {
  readonly numbers: 'at' | 'place';
  /** A deposit's `cashFlow` is its amount, and it has no size. A tick has only a price. */
  readonly amounts: 'cashFlow' | 'size' | 'price';
  readonly codes: 'trade' | 'kind';
}

/** The cash moves of a book and the prices of its trades; at one instant the moves come first, in the log's order. */
export type CurveColumns = Columns<CurveShape>;

export const CURVE: Layout<CurveShape> = {
  numbers: ['at', 'place'],
  amounts: ['cashFlow', 'size', 'price'],
  codes: ['trade', 'kind'],
  sort: ['at', 'place'],
};

export const CURVE_KIND = { DEPOSIT: 0, MOVE: 1, TICK: 2 } as const;

/** Stands for the trade in a row that concerns none. */
export const NO_TRADE: TradeId = '';

export function moveRow(move: CashMove, sequence: number, names: Names): Row<CurveShape> {
  const numbers = { at: move.at.getTime(), place: sequence };
  if (move.kind === 'DEPOSIT')
    return {
      ...{ id: NO_TRADE, numbers, codes: { trade: -1, kind: CURVE_KIND.DEPOSIT } },
      amounts: { cashFlow: move.amount, size: null, price: null },
    };
  const { tradeId, cashFlow, size, price } = move;
  const codes = { trade: names.codeOf(tradeId), kind: CURVE_KIND.MOVE };
  return { id: tradeId, numbers, amounts: { cashFlow, size, price }, codes };
}

export function tickRow({ at, tradeId, price }: PriceTick, names: Names): Row<CurveShape> {
  return {
    id: tradeId,
    numbers: { at: at.getTime(), place: Number.MAX_SAFE_INTEGER },
    amounts: { cashFlow: null, size: null, price },
    codes: { trade: names.codeOf(tradeId), kind: CURVE_KIND.TICK },
  };
}
