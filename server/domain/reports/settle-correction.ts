import type { OrderId } from '../ids.ts';
import { fillsAt, valueOfFills } from '../order/corrected-fills.ts';
import type { CorrectionTake, FillCorrection } from '../order/fill-correction.ts';
import { waitingCorrection } from '../order/is-correction.ts';
import { type Fill, type Order, directionOf } from '../order/order.ts';
import { badInput } from '../refusal.ts';
import { correctEntryCost, correctExitProceeds } from '../trade/apply-fill.ts';
import { describeOrder } from '../order/describe-order.ts';
import { rebaseExcursions, widenExcursions } from '../trade/excursions.ts';
import { isOverfilled } from './overfill.ts';
import { endAlert, listed } from './record-correction.ts';
import type { TradeDraft } from '../trade/trade-draft.ts';

/** A person's decision on a waiting correction. */
export interface CorrectionWord {
  readonly orderId: OrderId;
  readonly take: CorrectionTake;
  readonly note: string;
}

/**
 * Settles a correction by a person's decision: books the price difference now, or keeps what is booked.
 * `fills`: all fills of the order, because the draft may lack the older ones.
 * @throws {Refusal} BAD_USER_INPUT when no correction waits, the note is empty, or the venue's figures differ
 * in more than price.
 */
export function settleCorrection(
  draft: TradeDraft,
  { orderId, take, note }: CorrectionWord,
  fills: readonly Fill[],
): void {
  const order = draft.orders.find(({ id }) => id === orderId);
  const correction = order && waitingCorrection(order);
  if (!correction)
    throw badInput('orderId', 'The trade has no such order with a correction that waits.');
  if (note.trim() === '') throw badInput('note', 'Say what you found out.');
  if (take === 'VENUE') book(draft, { ...order, fills }, correction);
  const settled = { take, note, settledAt: draft.at, settledBy: draft.actor };
  draft.setOrder(orderId, { correction: { ...correction, ...settled } });
  endAlert(draft);
  const ours = correction.bookedPrice.toFixed();
  const decided =
    take === 'VENUE'
      ? `corrected from ${ours} to ${listed(correction)}`
      : `kept at ${ours}; the venue lists ${listed(correction)}`;
  draft.record('CORRECTION_SETTLED', `${describeOrder(order)} ${decided}. ${note}`);
}

function book(draft: TradeDraft, order: Order, { averagePrice, filledQuantity }: FillCorrection) {
  if (!averagePrice || !filledQuantity.equals(order.filledQuantity))
    throw badInput(
      'take',
      'The venue lists another quantity: compare the position, then review the trade.',
    );
  if (order.role !== 'ENTRY' && isOverfilled(draft.trade))
    throw badInput('take', 'An exit filled more than was held, so not all of it is booked.');
  const before = draft.trade;
  const fills = fillsAt(order.fills, averagePrice);
  const filledValue = valueOfFills(fills);
  const difference = filledValue
    .minus(order.filledValue)
    .times(before.instrument.multiplier)
    .times(directionOf(before.side));
  draft.setOrder(order.id, { fills, filledValue, averagePrice });
  if (order.role === 'ENTRY') {
    draft.set(correctEntryCost(before, difference));
    draft.set(rebaseExcursions(draft.trade, before));
  } else {
    draft.set(correctExitProceeds(before, difference));
    draft.set(widenExcursions(draft.trade, averagePrice));
  }
}
