import type { OrderId } from '../ids.ts';
import { Decimal, saidPrice } from '../decimal.ts';
import type { Mark } from '../market/mark.ts';
import { describeOrder } from '../order/describe-order.ts';
import type { Fill, Order } from '../order/order.ts';
import type { VenueOrder } from '../order/venue-order.ts';
import { applyExitFill, applyFee, type Execution } from '../trade/apply-fill.ts';
import { widenExcursions } from '../trade/excursions.ts';
import type { TradeDraft } from '../trade/trade-draft.ts';
import { bookEntryFill } from './book-entry-fill.ts';
import { isHalfReported } from './unpriced.ts';

/** What the ledger needs in addition to the report; `entryMark`: the market as the entry filled, if known. */
export interface ReportContext {
  readonly feeFor: (quantity: Decimal) => Decimal;
  readonly entryMark: Mark | null;
}

const PRICE_DIGITS = 10;
/** Decimal places of a price computed from a value: tokens cost as little as a millionth of a cent. */
const EXACT_PRICE_DIGITS = 18;

/**
 * Books the fills that the venue reports beyond those booked, and the fees that it names. False while a
 * reported fill has no price or size: the next report brings them.
 */
export function takeFills(
  draft: TradeDraft,
  orderId: OrderId,
  report: VenueOrder,
  context: ReportContext,
): boolean {
  const order = draft.order(orderId);
  const fresh = report.filledQuantity.minus(order.filledQuantity);
  if (isHalfReported(report)) return false;
  if (fresh.lessThanOrEqualTo(0)) {
    takeFees(draft, order, report);
    return true;
  }
  if (!report.averagePrice) return false;
  const { price, value } = executed(order, report, report.averagePrice);
  const fill: Fill = {
    id: `${order.id}-${report.filledQuantity.toString()}`,
    orderId,
    quantity: fresh,
    price,
    value,
    fee: report.fees?.minus(order.namedFees) ?? context.feeFor(fresh),
    filledAt: report.changedAt ?? draft.at,
  };
  draft.setOrder(orderId, {
    fills: [...order.fills, fill],
    filledQuantity: report.filledQuantity,
    filledValue: order.filledValue.plus(value),
    namedFees: report.fees ?? order.namedFees,
    averagePrice: report.averagePrice,
  });
  bookFill(draft, order, fill, context);
  return true;
}

/** What the fresh part of a report cost or brought: by the venue's value, else by its average price. */
function executed(order: Order, report: VenueOrder, averagePrice: Decimal) {
  const fresh = report.filledQuantity.minus(order.filledQuantity);
  if (report.filledValue) {
    const value = report.filledValue.minus(order.filledValue);
    return { value, price: rounded(value.div(fresh), EXACT_PRICE_DIGITS) };
  }
  const all = averagePrice.times(report.filledQuantity);
  const price = rounded(all.minus(order.filledValue).div(fresh), PRICE_DIGITS);
  return { value: fresh.times(price), price };
}

function rounded(price: Decimal, digits: number): Decimal {
  return price.toDecimalPlaces(digits, Decimal.ROUND_HALF_EVEN);
}

/** Books a fee that comes without a fresh fill: a swap that failed on chain has one. */
function takeFees(draft: TradeDraft, order: Order, { fees }: VenueOrder): void {
  if (!fees || fees.equals(order.namedFees)) return;
  const fee = fees.minus(order.namedFees);
  draft.setOrder(order.id, { namedFees: fees });
  draft.set(applyFee(draft.trade, fee));
  draft.record('FEE_CHARGED', `${describeOrder(order)} cost a fee of ${fee.toFixed()} dollars.`);
}

function bookFill(draft: TradeDraft, order: Order, fill: Fill, context: ReportContext): void {
  if (order.role === 'ENTRY') return bookEntryFill(draft, fill, context.entryMark);
  const held = draft.trade.openQuantity;
  const booked = Decimal.min(held, fill.quantity);
  draft.set({ exitFilled: draft.trade.exitFilled.plus(fill.quantity) });
  if (booked.greaterThan(0)) {
    draft.set(widenExcursions(draft.trade, fill.price));
    draft.set(applyExitFill(draft.trade, partOf(fill, booked)));
    draft.record(
      'EXIT_FILLED',
      `${describeOrder(order)} filled ${booked} at ${saidPrice(fill.price)}.`,
      fill.filledAt,
    );
  }
  if (booked.lessThan(fill.quantity)) {
    const excess = fill.quantity.minus(booked);
    const reason = `${describeOrder(order)} filled ${fill.quantity} while ${held} were held: ${excess} not booked.`;
    draft.alert('NEEDS_REVIEW', 'CRITICAL', reason);
    draft.record('NEEDS_REVIEW', reason);
  }
}

/** The part of a fill that was held. */
function partOf(fill: Fill, quantity: Decimal): Execution {
  if (quantity.equals(fill.quantity)) return fill;
  const fee = fill.fee.times(quantity).div(fill.quantity);
  return { quantity, value: quantity.times(fill.price), fee };
}
