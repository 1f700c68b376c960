import { waitingAdjustment } from '../order/waiting-adjustment.ts';
import { describeAdjusted } from './adjusted-cause.ts';
import { isUncompared } from '../trade/hold-adjusted.ts';
import type { TradeDraft } from '../trade/trade-draft.ts';

/** Records that the account holds what the book does: a person can then choose the venue's terms or the desk's. */
export function recordComparison(draft: TradeDraft): void {
  if (!isUncompared(draft.after)) return;
  const changed: string[] = [];
  for (const order of draft.orders) {
    const adjustment = waitingAdjustment(order);
    if (!adjustment) continue;
    draft.setOrder(order.id, { adjustment: { ...adjustment, comparedAt: draft.at } });
    const { quantity, stopPrice, limitPrice } = adjustment;
    const terms = [quantity, stopPrice, limitPrice].map((each) => each?.toFixed() ?? '–');
    changed.push([order.id, ...terms].join(' '));
  }
  const message = describeAdjusted(draft.orders);
  draft.alert('FOREIGN_CHANGE', 'WARNING', message, changed.join(', '));
  draft.record('EXITS_ADJUSTED', message);
}
