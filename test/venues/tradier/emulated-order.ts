import { dec, ZERO, type Decimal } from '../../../server/domain/decimal.ts';

export interface EmulatedOrder {
  readonly id: number;
  readonly class: string;
  /** The status in the venue's word; tests may also set unknown words. */
  status: string;
  type: string | null;
  readonly symbol: string | null;
  readonly optionSymbol: string | null;
  readonly side: string | null;
  quantity: Decimal;
  duration: string | null;
  price: Decimal | null;
  stop: Decimal | null;
  filled: Decimal;
  /** Sum of quantity times price over the fills. */
  paid: Decimal;
  lastPrice: Decimal;
  lastQuantity: Decimal;
  /** True for a stop limit whose stop was touched. */
  triggered: boolean;
  readonly tag: string | null;
  readonly createdAt: Date;
  changedAt: Date;
  reason: string | null;
  pricelessReads: number;
  parent: EmulatedOrder | null;
  readonly legs: EmulatedOrder[];
}

export type OrderDraft = Partial<EmulatedOrder> & Pick<EmulatedOrder, 'id' | 'class' | 'createdAt'>;

export function emulatedOrder(draft: OrderDraft): EmulatedOrder {
  return {
    status: 'open',
    type: null,
    symbol: null,
    optionSymbol: null,
    side: null,
    quantity: ZERO,
    duration: null,
    price: null,
    stop: null,
    filled: ZERO,
    paid: ZERO,
    lastPrice: ZERO,
    lastQuantity: ZERO,
    triggered: false,
    tag: null,
    changedAt: draft.createdAt,
    reason: null,
    pricelessReads: 0,
    parent: null,
    legs: [],
    ...draft,
  };
}

const FINAL = new Set(['filled', 'expired', 'canceled', 'rejected', 'error']);
const WORKING = new Set(['open', 'partially_filled', 'pending']);

export function isFinal(order: EmulatedOrder): boolean {
  return FINAL.has(order.status);
}

/** Whether it may fill; an exit that waits for its entry may not. */
export function isLive(order: EmulatedOrder): boolean {
  return order.legs.length === 0 && WORKING.has(order.status) && !waitsForEntry(order);
}

export function waitsForEntry(order: EmulatedOrder): boolean {
  const entry = order.parent?.class.startsWith('oto') ? order.parent.legs[0] : undefined;
  return entry !== undefined && entry !== order && entry.status !== 'filled';
}

export function remaining(order: EmulatedOrder): Decimal {
  return order.quantity.minus(order.filled);
}

export function tradedSymbol(order: Pick<EmulatedOrder, 'symbol' | 'optionSymbol'>): string {
  return order.optionSymbol ?? order.symbol ?? '';
}

export function multiplier(symbol: string): Decimal {
  return dec(/\d{6}[CP]\d{8}$/.test(symbol) ? 100 : 1);
}

export function buys(order: Pick<EmulatedOrder, 'side'>): boolean {
  return order.side?.startsWith('buy') ?? false;
}
