import type { Username } from '../../../domain/ids.ts';
import { ZERO, type Decimal } from '../../../domain/decimal.ts';
import { valueOfFills } from '../../../domain/order/corrected-fills.ts';
import type { AskedMove, ExitAdjustment } from '../../../domain/order/exit-adjustment.ts';
import type { FillCorrection } from '../../../domain/order/fill-correction.ts';
import type { Order } from '../../../domain/order/order.ts';
import type { PreparedSwap } from '../../../domain/order/prepared-swap.ts';
import { FILL, fillFromRow, withValue, type FillRow } from './fill-row.ts';
import {
  fromColumns,
  orNone,
  revive,
  toColumns,
  type Columns,
  type Shape,
} from '../sql/record-shape.ts';

type Parts = 'fills' | 'correction' | 'adjustment' | 'askedMove' | 'swap';
type FlatOrder = Omit<Order, Parts>;

const ORDER: Shape<FlatOrder> = {
  id: 'text',
  tradeId: 'text',
  role: 'text',
  status: 'text',
  side: 'text',
  type: 'text',
  timeInForce: 'text',
  quantity: 'decimal',
  filledQuantity: 'decimal',
  filledValue: 'decimal',
  namedFees: 'decimal',
  limitPrice: 'decimal',
  stopPrice: 'decimal',
  slippagePct: 'decimal',
  pays: 'decimal',
  averagePrice: 'decimal',
  tag: 'text',
  venueOrderId: 'text',
  venueParentId: 'text',
  reason: 'text',
  cancelRequested: 'flag',
  absentSyncs: 'number',
  placedAt: 'time',
  sentAt: 'time',
  updatedAt: 'time',
};

const CORRECTION: Shape<FillCorrection> = {
  averagePrice: 'decimal',
  filledQuantity: 'decimal',
  bookedPrice: 'decimal',
  toldAt: 'time',
  take: 'text',
  note: 'text',
  settledAt: 'time',
  settledBy: 'text',
};
const CORRECTED = 'corrected_';

const ADJUSTMENT: Shape<ExitAdjustment> = {
  quantity: 'decimal',
  stopPrice: 'decimal',
  limitPrice: 'decimal',
  toldAt: 'time',
  comparedAt: 'time',
  choice: 'text',
  note: 'text',
  settledAt: 'time',
  settledBy: 'text',
};
const ADJUSTED = 'adjusted_';

const ASKED_MOVE: Shape<AskedMove> = { stopPrice: 'decimal', limitPrice: 'decimal', at: 'time' };
const ASKED = 'asked_';

const SWAP: Shape<PreparedSwap> = {
  wallet: 'text',
  mint: 'text',
  requestId: 'text',
  blockhash: 'text',
  lastValidHeight: 'number',
  tokenBefore: 'decimal',
  settledBefore: 'decimal',
  beforeSlot: 'number',
  solPrice: 'decimal',
  solPriceAt: 'time',
  slot: 'number',
  finalizedAt: 'time',
  usdcMoved: 'decimal',
  solMoved: 'decimal',
};
const SWAPPED = 'swap_';

export interface OrderRow {
  readonly id: string;
  readonly trade_id: string;
  readonly username: Username;
  readonly status: string;
  readonly last_fill: string | null;
  readonly corrected_told_at: number | string | null;
  readonly adjusted_told_at: number | string | null;
  readonly asked_at: number | string | null;
  readonly swap_blockhash: string | null;
  readonly fills?: FillRow[];
}

/** Adds the order's position in its trade, whether rules still read it, and the id of its last fill. */
export function orderToRow(
  order: Order,
  username: Username,
  { position, counts, lastFill }: { position: number; counts: boolean; lastFill: string | null },
): Columns {
  const { fills: _, correction, adjustment, askedMove, swap, ...flat } = order;
  const kept = { position_in_trade: position, counts: counts ? 1 : 0, last_fill: lastFill };
  const parts = {
    ...orNone(correction, CORRECTION, CORRECTED),
    ...orNone(adjustment, ADJUSTMENT, ADJUSTED),
    ...orNone(askedMove, ASKED_MOVE, ASKED),
    ...orNone(swap, SWAP, SWAPPED),
  };
  return { ...toColumns(flat, ORDER), ...parts, username, ...kept };
}

/** The order without its fills. */
export function flatOrderFromRow(row: OrderRow): Omit<Order, 'fills'> {
  const part = <T>(known: unknown, shape: Shape<T>, prefix: string): T | null =>
    known === null ? null : fromColumns<T>(row, shape, prefix);
  const flat = fromColumns<FlatOrder>(row, ORDER);
  return Object.assign(flat, {
    namedFees: flat.namedFees ?? ZERO,
    correction: part(row.corrected_told_at, CORRECTION, CORRECTED),
    adjustment: part(row.adjusted_told_at, ADJUSTMENT, ADJUSTED),
    askedMove: part(row.asked_at, ASKED_MOVE, ASKED),
    swap: part(row.swap_blockhash, SWAP, SWAPPED),
  });
}

export function orderFromRow(row: OrderRow): Order {
  return Object.assign(flatOrderFromRow(row), { fills: (row.fills ?? []).map(fillFromRow) });
}

/** Orders of earlier versions have no fees that a venue named. */
function withFees(order: FlatOrder): FlatOrder {
  return { ...order, namedFees: order.namedFees ?? ZERO };
}

/** Fields that lines of earlier versions do not have. */
const EARLIER = {
  ...{ sentAt: null, correction: null, adjustment: null, askedMove: null },
  ...{ slippagePct: null, pays: null, swap: null },
};

/** Reads an order written by `JSON.stringify`. */
export function orderFromJson(json: Order): Order {
  const fills = json.fills.map((fill) => withValue(revive(fill, FILL)));
  const { correction, adjustment, askedMove, swap, ...flat } = { ...EARLIER, ...json };
  const order = { ...withFees(revive<FlatOrder>(flat, ORDER)), fills };
  // Lines older than this sum hold all fills.
  const filledValue = (order.filledValue as Decimal | undefined) ?? valueOfFills(fills);
  return {
    ...order,
    filledValue,
    correction: correction && revive<FillCorrection>(correction, CORRECTION),
    adjustment: adjustment && revive<ExitAdjustment>(adjustment, ADJUSTMENT),
    askedMove: askedMove && revive<AskedMove>(askedMove, ASKED_MOVE),
    swap: swap && revive<PreparedSwap>(swap, SWAP),
  };
}
