import { describeOrder } from '../order/describe-order.ts';
import type { Order } from '../order/order.ts';
import type { VenueOrder } from '../order/venue-order.ts';
import type { TradeDraft } from '../trade/trade-draft.ts';
import { takeFills, type ReportContext } from './take-fills.ts';

/**
 * Ends a swap that is in a block but moved something other than its order. It cannot land again, so its token
 * is free again; the network kept its fee. A person has to find out what it moved.
 */
export function endStrayLanding(
  draft: TradeDraft,
  order: Order,
  report: VenueOrder,
  context: ReportContext,
): void {
  const reason = 'its transaction landed and moved something else';
  takeFills(draft, order.id, report, context);
  draft.setOrder(order.id, { status: 'REJECTED', reason, absentSyncs: 0 });
  if (order.status === 'UNKNOWN') draft.resolve('ORDER_UNKNOWN');
  draft.record('ORDER_REJECTED', `${describeOrder(order)} ended: ${reason}.`);
  if (draft.trade.status !== 'NEEDS_REVIEW')
    draft.askForReview(
      `The swap of the ${describeOrder(order)} landed and moved something else than its order: compare the wallet.`,
    );
}
