import type { Decimal } from '../decimal.ts';
import { describeQuantity, isQuantity } from '../instrument/quantity.ts';
import { badInput } from '../refusal.ts';
import type { Trade } from '../trade/trade.ts';
import { checkPrice } from './parse-ticket.ts';
import type { CloseInput } from './ticket.ts';

/** The part of a request that says what is closed, and how. */
export interface AskedClose {
  readonly quantity?: Decimal | null | undefined;
  readonly orderType: CloseInput['orderType'];
  readonly limitPrice?: Decimal | null | undefined;
}

export interface CloseTerms {
  readonly orderType: 'MARKET' | 'LIMIT';
  readonly limitPrice: Decimal | null;
}

/**
 * Finds what is wrong with a close before anything else is asked. What depends on how the trade stands counts only
 * while it stands as the caller saw it; else the caller gets the CONFLICT.
 * @throws {Refusal} BAD_USER_INPUT
 */
export function checkCloseInput(trade: Trade, input: CloseInput): void {
  closeTerms(trade, input);
  const { quantity } = input;
  if (quantity && !isQuantity(trade.instrument, quantity))
    throw badInput('input.quantity', `${describeQuantity(trade.instrument)}.`);
  // What of a trade under review can be closed, the venue tells.
  const isSeen = trade.version === input.expectedVersion;
  const inDoubt = trade.status === 'NEEDS_REVIEW' && trade.phase === 'OPEN';
  if (isSeen && !inDoubt) closeQuantity(trade, input, null);
}

/** @throws {Refusal} BAD_USER_INPUT */
export function closeTerms(
  { instrument }: Pick<Trade, 'instrument'>,
  { orderType, limitPrice = null }: Pick<AskedClose, 'orderType' | 'limitPrice'>,
): CloseTerms {
  if (orderType !== 'MARKET' && orderType !== 'LIMIT') {
    throw badInput('input.orderType', 'A close is MARKET or LIMIT.');
  }
  if ((orderType === 'LIMIT') !== (limitPrice !== null)) {
    throw badInput('input.limitPrice', 'A LIMIT close needs it, a MARKET close has none.');
  }
  checkPrice('input.limitPrice', limitPrice, instrument);
  return { orderType, limitPrice };
}

/** `closable`: what the venue holds of a trade under review. */
export function closeQuantity(
  trade: Trade,
  input: Pick<AskedClose, 'quantity'>,
  closable: Decimal | null,
): Decimal {
  const { status, openQuantity } = trade;
  const inDoubt = status === 'NEEDS_REVIEW' && closable !== null;
  if (status !== 'OPEN' && status !== 'CLOSING' && !inDoubt) {
    throw badInput('input.id', `A trade that is ${status} has nothing to close.`);
  }
  const most = inDoubt ? closable : openQuantity;
  if (most.isZero()) throw badInput('input.quantity', 'The venue holds nothing of it to close.');
  const quantity = input.quantity ?? most;
  if (!isQuantity(trade.instrument, quantity) || quantity.greaterThan(most)) {
    const what = inDoubt ? 'held of it at the venue' : 'held';
    const which = describeQuantity(trade.instrument, most.toFixed());
    throw badInput('input.quantity', `${which}: what is ${what}.`);
  }
  return quantity;
}
