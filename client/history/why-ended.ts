import { originOf } from '../figures/settlement.ts';
import { price } from '../lib/format.ts';
import { neverFilled, type ClosedTrade } from './days.ts';

/** Why a trade ended, in a line next to its status; empty when the status explains it. */
export function whyEnded(trade: ClosedTrade): string {
  if (trade.reason) return trade.reason;
  if (trade.status === 'TP_HIT')
    return `target leg${trade.exitPrice ? `, ${price(trade.exitPrice)}` : ''}`;
  if (trade.status === 'SL_HIT' && trade.stopLoss && trade.exitPrice) {
    return `stop ${price(trade.stopLoss)}, got ${price(trade.exitPrice)}`;
  }
  if (trade.deliveredFrom) return `delivered by ${originOf(trade.deliveredFrom)}`;
  return neverFilled(trade) ? 'never filled' : '';
}
