import { exchangeDate } from '../../domain/calendar/market-calendar.ts';
import { grouped } from '../../domain/grouped.ts';
import { exactTotal } from '../../domain/decimal.ts';
import type { VenueOrderId } from '../../domain/ids.ts';
import type { AccountEvent } from '../../domain/order/account-event.ts';
import { isBuy } from '../../domain/order/order.ts';
import type { VenueOrder, VenuePosition } from '../../domain/order/venue-order.ts';
import type { PaperSwap, TradeLot } from './swap-store.ts';

const PRICE_DIGITS = 18;
const ID = /^swap-([1-9]\d{0,14})$/;

export function idOf({ number }: Pick<PaperSwap, 'number'>): VenueOrderId {
  return `swap-${number}`;
}

/** Null for an id of another venue. */
export function numberOf(id: VenueOrderId): number | null {
  const [, digits] = ID.exec(id) ?? [];
  return digits === undefined ? null : Number(digits);
}

const WORDS: Readonly<Record<PaperSwap['fate'], string>> = {
  LANDED: 'landed',
  REVERTED: 'failed on chain',
  LOST: 'never landed',
};

export function orderView(swap: PaperSwap): VenueOrder {
  const { mint, fate, sentAt, endedAt, ...told } = swap;
  const { tag, side, type, quantity, limitPrice, reason, filledQuantity, filledValue, fees } = told;
  return {
    ...{ venueOrderId: idOf(swap), tag, shape: 'SINGLE', symbol: mint, side, type, quantity },
    status: fate === 'LANDED' ? 'FILLED' : 'REJECTED',
    rawStatus: WORDS[fate],
    cancelPending: false,
    ...{ filledQuantity, filledValue, fees, averagePrice: priceOf(swap) },
    ...{ limitPrice, stopPrice: null, reason },
    ...{ createdAt: sentAt, changedAt: endedAt, legs: [] },
  };
}

/** A wallet holds a token as one position, whichever trades bought it. */
export function positionsOf(lots: readonly TradeLot[]): readonly VenuePosition[] {
  return [...grouped(lots, ({ mint }) => mint)].map(([symbol, ofMint]) => ({
    symbol,
    quantity: exactTotal(ofMint.map(({ quantity }) => quantity)),
    costBasis: exactTotal(ofMint.map(({ cost }) => cost)),
  }));
}

/** The wallet's statement: one line for each swap that filled, before its fees. */
export function accountEvent(swap: PaperSwap): AccountEvent | null {
  const { mint, side, endedAt, filledQuantity, filledValue } = swap;
  if (filledQuantity.isZero()) return null;
  const buys = isBuy(side);
  return {
    ...{ kind: 'TRADE', date: exchangeDate(endedAt), symbol: mint, price: priceOf(swap) },
    quantity: buys ? filledQuantity : filledQuantity.negated(),
    amount: buys ? filledValue.negated() : filledValue,
    description: `${buys ? 'Bought' : 'Sold'} by ${idOf(swap)}`,
  };
}

function priceOf({ filledQuantity, filledValue }: PaperSwap) {
  if (filledQuantity.isZero()) return null;
  return filledValue.div(filledQuantity).toSignificantDigits(PRICE_DIGITS);
}
