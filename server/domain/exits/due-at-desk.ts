import type { Decimal } from '../decimal.ts';
import type { Order } from '../order/order.ts';
import type { JudgedPrice } from '../price/judged-price.ts';
import type { TradeAggregate } from '../trade/trade.ts';
import { mayCloseAgain } from './close-back-off.ts';
import type { ExitSignal } from './exit-signal.ts';
import { limitMet } from './limit-met.ts';
import { nextAtDesk } from './next-at-desk.ts';
import { nearExit } from './token-exits.ts';
import { isTrailDue } from './trail-pace.ts';

/** What is due for a trade whose limits and exits the desk holds. */
export type DueAtDesk =
  /** Its orders are not what is wanted. */
  | { readonly kind: 'ADVANCE' }
  /** Its price has reached an exit: a quote decides. */
  | { readonly kind: 'EXIT'; readonly role: ExitSignal }
  /** Its price meets a limit: a quote decides. */
  | { readonly kind: 'LIMIT'; readonly order: MetOrder; readonly price: Decimal }
  /** Its stop has trailed since it was last recorded. */
  | { readonly kind: 'TRAIL' };

export type MetOrder = Order & { readonly limitPrice: Decimal };

/** The name under which quotes for an exit are asked for in turn. */
export function nameOfExit({ trade }: TradeAggregate, role: ExitSignal): string {
  return `${trade.id} ${role}`;
}

/**
 * Decides by what was just read and judged; the caller decides again under the lock. `mayAsk`: whether a quote
 * may be asked for now, by an exit's name or a waiting order's id.
 */
export function dueAtDesk(
  aggregate: TradeAggregate,
  judged: JudgedPrice,
  now: Date,
  mayAsk: (about: string) => boolean,
): DueAtDesk | null {
  const { kind } = nextAtDesk(aggregate, now);
  if (aggregate.trade.status !== 'NEEDS_REVIEW' && kind !== 'NONE' && kind !== 'WAIT')
    return { kind: 'ADVANCE' };
  const role = nearExit(aggregate, judged);
  if (role && mayAsk(nameOfExit(aggregate, role)) && mayCloseAgain(aggregate.orders, now))
    return { kind: 'EXIT', role };
  const order = limitMet(aggregate, judged, now);
  const { price } = judged;
  if (order?.limitPrice && price && mayAsk(order.id))
    return { kind: 'LIMIT', order: { ...order, limitPrice: order.limitPrice }, price };
  return isTrailDue(aggregate.trade, now) ? { kind: 'TRAIL' } : null;
}
