import type { TradeDetailFragment, TradeStatus } from '../gql/graphql.ts';
import type { Exact } from '../lib/exact.ts';
import { exact, Exact as Decimal, typed } from '../lib/exact.ts';
import { counted, quantity } from '../lib/format.ts';
import { daysUntil } from '../lib/times.ts';
import { direction } from '../figures/trade-figures.ts';

export interface Ending {
  readonly status: TradeStatus;
  readonly label: string;
}

/** The outcomes offered for a review, by what the book holds; the server decides. */
export function endings(trade: TradeDetailFragment, now: number): readonly Ending[] {
  const held = exact(trade.openQuantity)?.gt(0) ?? false;
  const filled = exact(trade.filledQuantity)?.gt(0) ?? false;
  if (!filled) {
    return [
      { status: 'CANCELED', label: 'It never filled' },
      { status: 'REJECTED', label: 'The venue refused it' },
    ];
  }
  const ended: Ending[] = [
    { status: 'MANUAL_CLOSE', label: 'Closed by hand' },
    { status: 'SL_HIT', label: 'Its stop filled' },
    { status: 'TP_HIT', label: 'Its target filled' },
  ];
  const days = trade.expiration ? daysUntil(trade.expiration, now) : Infinity;
  if (days <= 0) {
    ended.push({ status: 'EXPIRED_ITM', label: 'Expired with a value' });
    ended.push({ status: 'EXPIRED_OTM', label: 'Expired worthless' });
  }
  return held && days >= 0 ? [{ status: 'OPEN', label: 'Still open as booked' }, ...ended] : ended;
}

/** True when the outcome closes all that is held, at a price that the reader must enter. */
export function needsPrice(trade: TradeDetailFragment, status: TradeStatus): boolean {
  const held = exact(trade.openQuantity)?.gt(0) ?? false;
  return held && status !== 'OPEN' && status !== 'EXPIRED_OTM';
}

/** The typed part of the open quantity; null when the text is no such number. */
export function typedPart(trade: TradeDetailFragment, text: string): Exact | null {
  const part = typed(text);
  if (!part?.gt(0) || part.decimalPlaces() > decimalsOf(trade)) return null;
  return part.lte(trade.openQuantity) ? part : null;
}

/** Contracts and shares are whole; a token is as fine as its mint. */
function decimalsOf({ decimals }: TradeDetailFragment): number {
  return decimals ?? 0;
}

/** Which parts can be typed, in words. */
export function describePart(trade: TradeDetailFragment): string {
  const most = quantity(trade.openQuantity);
  const decimals = decimalsOf(trade);
  if (decimals === 0) return `A whole number from 1 to ${most}.`;
  return `More than 0 and at most ${most}, with ${counted(decimals, 'decimal')} or fewer.`;
}

export interface MoneyOfReview {
  /** Change of the book's cash, negative when it pays. */
  readonly cash: Exact;
  /** The trade's realised P&L after it, net of fees. */
  readonly net: Exact;
}

/** How settling changes the book: it closes the open quantity, or a part, at the price without a fee. Null while unknown. */
export function moneyOfReview(
  trade: TradeDetailFragment,
  status: TradeStatus,
  typedPrice: Exact | null,
  part: Exact | null,
): MoneyOfReview | null {
  const price = needsPrice(trade, status) ? typedPrice : new Decimal(0);
  const held = exact(trade.openQuantity);
  const closed = part ?? held;
  const cost = exact(trade.phase === 'CLOSED' ? '0' : (trade.costBasis ?? '0'));
  const realized = exact(trade.realizedPnl ?? '0');
  const fees = exact(trade.fees);
  if (!price || !held || !closed || !cost || !realized || !fees) return null;
  if (status === 'OPEN') return { cash: new Decimal(0), net: realized.minus(fees) };
  const cash = price.times(closed).times(trade.multiplier).times(direction(trade.side));
  const share = held.isZero() ? cost : cost.times(closed).div(held);
  return { cash, net: realized.plus(cash).minus(share).minus(fees) };
}
