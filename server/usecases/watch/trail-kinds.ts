import type { Decimal } from '../../domain/decimal.ts';
import { askMove } from '../../domain/exits/ask-move.ts';
import { isTrailDue } from '../../domain/exits/trail-pace.ts';
import { describeTrail, stopInForce, trailedBracket } from '../../domain/trade/trail-stop.ts';
import type { ChangeKind } from '../steps/decision.ts';

/** A stop that trails at the desk goes on record, where the desk holds the exits for good. */
export const HOLD_TRAIL: ChangeKind<object> = {
  name: 'HOLD_TRAIL',
  take: (draft) => {
    const { trade, at } = draft;
    if (!trade.trail || !isTrailDue(trade, at)) return;
    const bracket = trailedBracket(trade);
    const words = describeTrail(trade, trade.bracket.stopLoss, bracket.stopLoss);
    draft.set({ bracket, trail: { ...trade.trail, asked: bracket.stopLoss, askedAt: at } });
    draft.record('STOP_TRAILED', `${words}; the desk holds to it itself.`);
  },
};

/** A stop that trails at the desk is recorded, without an order. `from`: the stop that was recorded last. */
export const RECORD_TRAIL: ChangeKind<{ readonly from: Decimal | null }> = {
  name: 'RECORD_TRAIL',
  take: (draft, { from }) => {
    const words = describeTrail(draft.trade, from, stopInForce(draft.trade));
    draft.record('STOP_TRAILED', `${words}; the desk holds to it itself.`);
  },
};

/** The venue's stop is to follow the market. */
export const ASK_MOVE: ChangeKind<object> = { name: 'ASK_MOVE', take: askMove };
