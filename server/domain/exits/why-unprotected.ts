import { isFinal } from '../order/order-status.ts';
import type { Order } from '../order/order.ts';
import { waitsForEntry } from '../order/waits-for-entry.ts';
import { exitsReturnAt, isRestingExit, describeReturn } from './exit-session.ts';
import { hasExpired } from '../trade/has-expired.ts';
import { heldByDesk } from '../trade/held-by-desk.ts';
import { isHeld } from '../trade/hold-adjusted.ts';
import { isUnprotected } from '../trade/standing-exits.ts';
import type { TradeAggregate } from '../trade/trade.ts';

/** Why a position that wants a stop has none working at the venue. */
export type ProtectionCause =
  | 'ENTRY_FILL'
  | 'REPLACING'
  | 'CLOSING'
  | 'UNCONFIRMED'
  | 'REFUSED'
  | 'REJECTED_LATER'
  | 'CANCELED_ELSEWHERE'
  | 'NOT_SENT'
  | 'SESSION_CLOSED'
  | 'MINIMUM_GAP'
  | 'HALTED'
  | 'DESK_DOWN'
  | 'NO_BROKER'
  | 'NO_PRICE'
  | 'NO_ROUTE'
  | 'IN_REVIEW'
  | 'ADJUSTED'
  | 'EXPIRED';

export interface WhyUnprotected {
  readonly cause: ProtectionCause;
  /** Starts in lower case and has no full stop, to fit into sentences. */
  readonly words: string;
}

/** Null while a stop of the position's size works at the venue, or none is wanted. */
export function whyUnprotected(aggregate: TradeAggregate, now: Date): WhyUnprotected | null {
  const { trade, orders } = aggregate;
  if (!isUnprotected(aggregate)) return null;
  if (trade.status === 'NEEDS_REVIEW')
    return because('IN_REVIEW', 'the trade is in doubt, and a person has to look first');
  if (heldByDesk(trade))
    return because(
      'UNCONFIRMED',
      'a swap of it got no answer, and none goes out until it is settled',
    );
  if (isHeld(aggregate))
    return because('ADJUSTED', 'the venue changed it by itself, and a person has to choose first');
  if (hasExpired(trade.instrument, now))
    return because('EXPIRED', 'its contract has expired and waits to be settled');
  if (trade.status === 'CLOSING') return because('CLOSING', 'a close is under way in its place');
  if (orders.some((order) => waitsForEntry(order, orders)))
    return because('ENTRY_FILL', 'the entry is still filling, and its exits wait for all of it');
  const stop = orders.findLast((order) => order.role === 'STOP_LOSS' && isRestingExit(order));
  return stop ? ofStop(stop, aggregate, now) : withoutStop(aggregate);
}

function because(cause: ProtectionCause, words: string): WhyUnprotected {
  return { cause, words };
}

/** No stop order was ever made for the position. */
function withoutStop({ trade: { protection, bracket } }: TradeAggregate): WhyUnprotected {
  const pair = bracket.stopLoss !== null && bracket.takeProfit !== null;
  if (protection === 'WATCHED' && pair)
    return because('MINIMUM_GAP', 'stop and target are closer together than the venue takes');
  return because('ENTRY_FILL', 'the exits follow the entry’s fill and do not stand yet');
}

/** The reason, by the state of the newest stop. */
function ofStop(stop: Order, aggregate: TradeAggregate, now: Date): WhyUnprotected {
  if (stop.status === 'SUBMITTED' || stop.status === 'UNKNOWN')
    return because('UNCONFIRMED', 'the stop went out, and the venue has not confirmed it');
  if (aggregate.trade.wantedBracket || !isFinal(stop.status) || stop.status === 'FILLED')
    return because('REPLACING', 'it is being moved, or sized anew to what is held');
  if (stop.status === 'REJECTED' || stop.status === 'DENIED') return ofRefused(stop);
  if (stop.status !== 'EXPIRED') return ofCanceled(stop, aggregate);
  const back = exitsReturnAt(aggregate.orders, now);
  const until = back ? `, and it is placed again on ${describeReturn(back)}` : '';
  return because('SESSION_CLOSED', `the stop ended with its session${until}`);
}

function ofRefused(stop: Order): WhyUnprotected {
  return stop.venueOrderId !== null || stop.venueParentId !== null
    ? because('REJECTED_LATER', `the venue took the stop and rejected it later: ${said(stop)}`)
    : because('REFUSED', `the venue refused the stop: ${said(stop)}`);
}

function ofCanceled(stop: Order, { orders }: TradeAggregate): WhyUnprotected {
  const entry = orders.find(({ tag, role }) => tag === stop.tag && role === 'ENTRY');
  if (entry && entry.status !== 'FILLED')
    return because('ENTRY_FILL', 'the stop went with the rest of its entry, and is placed anew');
  if (stop.venueOrderId === null)
    return because('NOT_SENT', `the stop did not reach the venue: ${said(stop)}`);
  return stop.cancelRequested
    ? because('REPLACING', 'it was taken back, and does not stand again yet')
    : because('CANCELED_ELSEWHERE', 'the stop was canceled at the venue, not by this desk');
}

function said({ reason }: Order): string {
  return reason?.replace(/\.$/, '') ?? 'it gave no reason';
}
