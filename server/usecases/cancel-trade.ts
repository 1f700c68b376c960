import { badInput } from '../domain/refusal.ts';
import type { CancelInput } from '../domain/trade/ticket.ts';
import type { TradeDraft } from '../domain/trade/trade-draft.ts';
import type { Trade } from '../domain/trade/trade.ts';
import type { KeyedChange } from './keyed-change.ts';
import type { Actor } from './trading-system.ts';

/** Takes a PENDING entry back. The trade is CANCELED when the venue has confirmed it, not before. */
export class CancelTrade {
  constructor(private readonly keyedChange: KeyedChange) {}

  execute(actor: Actor, input: CancelInput): Promise<Trade> {
    return this.keyedChange.execute({ actor, operation: 'cancelTrade', input }, requestCancel);
  }
}

function requestCancel(draft: TradeDraft): void {
  const { trade, at } = draft;
  if (trade.status !== 'PENDING') {
    throw badInput('input.id', `A trade that is ${trade.status} has no entry to cancel.`);
  }
  draft.set({
    closeRequest: {
      quantity: trade.quantity,
      orderType: 'MARKET',
      limitPrice: null,
      role: 'CLOSE',
      requestedAt: at,
    },
  });
  draft.tell('CANCEL_REQUESTED', 'Cancel of the entry asked for.');
}
