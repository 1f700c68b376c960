import { describeOrder } from '../order/describe-order.ts';
import type { Order } from '../order/order.ts';
import type { VenueOrder } from '../order/venue-order.ts';
import type { TradeDraft } from '../trade/trade-draft.ts';
import { takeFills, type ReportContext } from './take-fills.ts';

/**
 * Ends a swap that is in a block and moved something else than its order. It lands no second time, so its token is
 * free again; the network kept its fee. What it moved is for a person to find out.
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
