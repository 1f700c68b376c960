import type { Decimal } from '../decimal.ts';
import { describeQuantity, isQuantity } from '../instrument/quantity.ts';
import { badInput } from '../refusal.ts';
import type { Trade } from '../trade/trade.ts';
import { checkPrice } from './parse-ticket.ts';
import type { CloseInput } from './ticket.ts';

/** The part of a request that says how much is closed, and how. */
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
 * Finds what is wrong with a close before anything else is asked. Checks that depend on the trade's state count
 * only while it is the state that the caller saw; else the caller gets the CONFLICT.
 * @throws {Refusal} BAD_USER_INPUT
 */
export function checkCloseInput(trade: Trade, input: CloseInput): void {
  closeTerms(trade, input);
  const { quantity } = input;
  if (quantity && !isQuantity(trade.instrument, quantity))
    throw badInput('input.quantity', `${describeQuantity(trade.instrument)}.`);
  // For a trade under review, the venue says how much can be closed.
  const isSeen = trade.version === input.expectedVersion;
  const inDoubt = trade.status === 'NEEDS_REVIEW' && trade.phase === 'OPEN';
  if (isSeen && !inDoubt) closeQuantity(trade, input, null);
}

/** The order type and limit of a close. @throws {Refusal} BAD_USER_INPUT */
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

/** The quantity of a close. `closable`: what the venue holds of a trade under review. */
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
