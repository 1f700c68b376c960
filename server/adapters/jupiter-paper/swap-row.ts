import { fromColumns, toColumns, type Columns, type Shape } from '../database/sql/record-shape.ts';
import type { PaperSwap, TradeLot } from './swap-store.ts';

const SWAP: Shape<PaperSwap> = {
  number: 'number',
  tag: 'text',
  tradeId: 'text',
  mint: 'text',
  side: 'text',
  type: 'text',
  quantity: 'decimal',
  limitPrice: 'decimal',
  fate: 'text',
  reason: 'text',
  filledQuantity: 'decimal',
  filledValue: 'decimal',
  fees: 'decimal',
  sentAt: 'time',
  endedAt: 'time',
};

export function swapFromRow(row: object): PaperSwap {
  return fromColumns<PaperSwap>(row, SWAP);
}

export function swapToRow(swap: PaperSwap): Columns {
  return toColumns(swap, SWAP);
}

const LOT: Shape<TradeLot> = { mint: 'text', quantity: 'decimal', cost: 'decimal' };

export function lotFromRow(row: object): TradeLot {
  return fromColumns<TradeLot>(row, LOT);
}

export function lotToRow(lot: TradeLot): Columns {
  return toColumns(lot, LOT);
}
