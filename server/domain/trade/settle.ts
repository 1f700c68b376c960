import { ZERO, type Decimal } from '../decimal.ts';
import type { OptionContract } from '../instrument/instrument.ts';
import { intrinsicValue } from '../instrument/intrinsic-value.ts';
import { isFinal } from '../order/order-status.ts';
import { applyExitFill } from './apply-fill.ts';
import { widenExcursions } from './excursions.ts';
import type { TradeDraft } from './trade-draft.ts';

/** The closing print by which a contract is settled. */
export interface ClosingPrint {
  readonly price: Decimal;
  readonly source: string;
  readonly sourceTime: Date;
}

/**
 * Settles an expired contract by its official close, once: what is held goes at intrinsic value,
 * without a fee, and what still worked at the venue has died with the contract.
 */
export function settle(draft: TradeDraft, contract: OptionContract, print: ClosingPrint): void {
  const { trade, at } = draft;
  // What is under review holds a quantity in doubt: a person settles it.
  if (trade.phase !== 'OPEN' || trade.settlement || trade.status === 'NEEDS_REVIEW') return;
  const intrinsic = intrinsicValue(contract, print.price);
  const quantity = trade.openQuantity;
  for (const order of draft.orders) {
    if (!isFinal(order.status)) draft.setOrder(order.id, { status: diedAs(order.status) });
  }
  draft.set(widenExcursions(trade, intrinsic));
  draft.set(applyExitFill(draft.trade, { quantity, price: intrinsic, fee: ZERO }));
  const status = intrinsic.isZero() ? 'EXPIRED_OTM' : 'EXPIRED_ITM';
  draft.set({
    status,
    phase: 'CLOSED',
    closeReason: status,
    closedAt: print.sourceTime,
    closeRequest: null,
    wantedBracket: null,
    reason: null,
    settlement: { ...print, settledAt: at, intrinsic },
  });
  draft.resolve('UNPROTECTED').resolve('EXIT_REFUSED').resolve('ORDER_UNKNOWN');
  draft.tell(
    'SETTLED',
    `${status}: ${contract.underlying} closed at ${print.price.toFixed()} (${print.source}), worth ${intrinsic.toFixed()}.`,
  );
}

function diedAs(status: string): 'CANCELED' | 'EXPIRED' {
  return status === 'INTENT' ? 'CANCELED' : 'EXPIRED';
}
