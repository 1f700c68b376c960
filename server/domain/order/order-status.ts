export type OrderStatus =
  | 'INTENT'
  | 'SUBMITTED'
  | 'UNKNOWN'
  | 'ACCEPTED'
  | 'PARTIALLY_FILLED'
  | 'FILLED'
  | 'CANCELED'
  | 'EXPIRED'
  | 'REJECTED'
  | 'DENIED';

/** The moves an order may make. PARTIALLY_FILLED may follow itself: each further fill is a step. */
const NEXT: Record<OrderStatus, readonly OrderStatus[]> = {
  // ACCEPTED: by the desk itself, which holds the order until its price is met and then submits it. REJECTED:
  // by a router that does not build the order, before any of it is signed.
  INTENT: ['SUBMITTED', 'ACCEPTED', 'REJECTED', 'DENIED', 'CANCELED'],
  SUBMITTED: [
    'UNKNOWN',
    'ACCEPTED',
    'REJECTED',
    'PARTIALLY_FILLED',
    'FILLED',
    'CANCELED',
    'EXPIRED',
  ],
  UNKNOWN: ['ACCEPTED', 'REJECTED', 'PARTIALLY_FILLED', 'FILLED', 'CANCELED', 'EXPIRED'],
  // INTENT again: the order waited at the desk, its price is met, and it is inspected.
  ACCEPTED: [
    'INTENT',
    'SUBMITTED',
    'PARTIALLY_FILLED',
    'FILLED',
    'CANCELED',
    'EXPIRED',
    'REJECTED',
    'DENIED',
  ],
  PARTIALLY_FILLED: ['PARTIALLY_FILLED', 'FILLED', 'CANCELED', 'EXPIRED'],
  FILLED: [],
  CANCELED: [],
  EXPIRED: [],
  REJECTED: [],
  DENIED: [],
};

export const ORDER_STATUSES = Object.keys(NEXT) as OrderStatus[];

export function mayFollow(from: OrderStatus, to: OrderStatus): boolean {
  return NEXT[from].includes(to);
}

/** Whether nothing more can happen to the order. */
export function isFinal(status: OrderStatus): boolean {
  return NEXT[status].length === 0;
}

/** Whether the order may still fill at the venue, as far as the desk knows. */
export function isWorking(status: OrderStatus): boolean {
  return status !== 'INTENT' && !isFinal(status);
}
