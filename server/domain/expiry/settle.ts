import type { TradeId } from '../ids.ts';
import { type Decimal } from '../decimal.ts';
import type { OptionContract } from '../instrument/instrument.ts';
import { intrinsicValue } from '../instrument/intrinsic-value.ts';
import { isCashSettled } from '../instrument/option-product.ts';
import { isFinal } from '../order/order-status.ts';
import { applyExitFill, executionAt } from '../trade/apply-fill.ts';
import { widenExcursions } from '../trade/excursions.ts';
import type { TradeDraft } from '../trade/trade-draft.ts';
import { type ShareDelivery, type Trade } from '../trade/trade.ts';
import { directionOf } from '../order/order.ts';

/** The official closing price at which a contract is settled. */
export interface ClosingPrint {
  readonly price: Decimal;
  readonly source: string;
  readonly sourceTime: Date;
}

/** What the venue does with an in-the-money contract that delivers shares. */
export interface Delivery {
  readonly delivery: Extract<ShareDelivery, 'CLOSED_OUT' | 'AWAITED' | 'DELIVERED' | 'MISSING'>;
  /** Signed: positive for shares that come in. */
  readonly shares: Decimal | null;
  /** The share trades that the delivery opens or reduces. */
  readonly tradeIds: readonly TradeId[];
}

export const CLOSED_OUT: Delivery = { delivery: 'CLOSED_OUT', shares: null, tradeIds: [] };

/** Whether a trade is held, not yet settled and not under review; a person settles a trade under review. */
export function maySettle({ phase, settlement, status }: Trade): boolean {
  return phase === 'OPEN' && !settlement && status !== 'NEEDS_REVIEW';
}

/**
 * Settles an expired contract at its official close, once. What is held goes at intrinsic value, without a
 * fee, and working orders end with the contract. Shares move at the same close, as trades of their own.
 */
export function settle(
  draft: TradeDraft,
  contract: OptionContract,
  print: ClosingPrint,
  delivery: Delivery = CLOSED_OUT,
): void {
  const { trade, at } = draft;
  if (!maySettle(trade)) return;
  const intrinsic = intrinsicValue(contract, print.price);
  const quantity = trade.openQuantity;
  const became = outcome(contract, intrinsic, delivery);
  for (const order of draft.orders) {
    if (!isFinal(order.status)) draft.setOrder(order.id, { status: diedAs(order.status) });
  }
  draft.set(widenExcursions(trade, intrinsic));
  draft.set(applyExitFill(draft.trade, executionAt(quantity, intrinsic)));
  const status = intrinsic.isZero() ? 'EXPIRED_OTM' : 'EXPIRED_ITM';
  draft.set({
    settlement: { ...print, settledAt: at, intrinsic, ...became },
    deliveredTo: became.delivery === 'DELIVERED' ? delivery.tradeIds : [],
  });
  draft.become(status, {
    closeReason: status,
    closedAt: print.sourceTime,
    closeRequest: null,
    wantedBracket: null,
    reason: null,
  });
  draft.resolve('UNPROTECTED').resolve('EXIT_REFUSED').resolve('ORDER_UNKNOWN');
  const worth = `${status}: ${contract.underlying} closed at ${print.price.toFixed()} (${print.source}), worth ${intrinsic.toFixed()}`;
  draft.record('SETTLED', `${worth}; ${describeDelivery(trade, became)}.`, print.sourceTime);
}

function outcome(contract: OptionContract, intrinsic: Decimal, { delivery, shares }: Delivery) {
  if (intrinsic.isZero()) return { delivery: 'NONE', shares: null } as const;
  if (isCashSettled(contract)) return { delivery: 'CASH', shares: null } as const;
  return { delivery, shares };
}

function describeDelivery(
  { side, instrument }: Trade,
  { delivery, shares }: { delivery: ShareDelivery; shares: Decimal | null },
): string {
  const by = directionOf(side) === 1 ? 'exercised' : 'assigned';
  const moved = `${shares?.abs().toFixed()} ${instrument.underlying}`;
  switch (delivery) {
    case 'NONE':
      return 'nothing to exercise';
    case 'CASH':
      return `${by}, settled in cash`;
    case 'CLOSED_OUT':
      return 'closed out at that value, for the account could not carry the shares';
    case 'AWAITED':
      return `${moved} are due, once the venue shows them`;
    case 'DELIVERED':
      return `${by}, ${moved} ${shares?.isNegative() ? 'delivered' : 'received'}`;
    case 'MISSING':
      return `${moved} are due that nobody can find`;
  }
}

function diedAs(status: string): 'CANCELED' | 'EXPIRED' {
  return status === 'INTENT' ? 'CANCELED' : 'EXPIRED';
}
