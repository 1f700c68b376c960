import { badInput } from '../../domain/refusal.ts';
import { restOfEntry } from '../../domain/exits/beside-entry.ts';
import type { CancelInput } from '../../domain/ticket/ticket.ts';
import type { TradeDraft } from '../../domain/trade/trade-draft.ts';
import { takenBack } from '../../domain/trade/taken-back.ts';
import type { Trade, TradeAggregate } from '../../domain/trade/trade.ts';
import type { ChangeKind } from '../steps/decision.ts';
import type { KeyedChange } from '../orders/keyed-change.ts';
import type { Actor } from '../../ports/trading-system.ts';

export const REQUEST_CANCEL: ChangeKind<object> = { name: 'REQUEST_CANCEL', take: requestCancel };

/**
 * Cancels a PENDING entry, or the rest of a partly filled one: what has filled stays open, with exits of its
 * size. It is done only when the venue has confirmed the cancel.
 */
export class CancelTrade {
  constructor(private readonly keyedChange: KeyedChange) {}

  execute(actor: Actor, input: CancelInput): Promise<Trade> {
    const checkInput = (stored: TradeAggregate) => {
      if (stored.trade.version === input.expectedVersion) checkCancelable(stored);
    };
    const call = { actor, operation: 'cancelTrade', input, sends: false, checkInput };
    return this.keyedChange.execute(call, REQUEST_CANCEL, () => ({}));
  }
}

function checkCancelable(stands: TradeAggregate): void {
  const { trade } = stands;
  if (trade.status !== 'PENDING' && trade.status !== 'OPEN') {
    throw badInput('input.id', `A trade that is ${trade.status} has no entry to cancel.`);
  }
  if (trade.status === 'OPEN' && restOfEntry(stands).isZero()) {
    throw badInput('input.id', 'Its entry has ended: nothing is left to cancel.');
  }
}

function requestCancel(draft: TradeDraft): void {
  const { trade, at } = draft;
  checkCancelable(draft.after);
  draft.set({ closeRequest: takenBack(trade, at) });
  const { filledQuantity, quantity } = trade;
  const filled = `${filledQuantity.toFixed()} of ${quantity.toFixed()} filled`;
  const what =
    trade.status === 'OPEN' ? `the rest of the entry asked for, ${filled}` : 'the entry asked for';
  draft.record('CANCEL_REQUESTED', `Cancel of ${what}.`);
}
