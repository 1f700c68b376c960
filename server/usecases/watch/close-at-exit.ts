import { mayCloseAgain } from '../../domain/exits/close-back-off.ts';
import { exitSignal, type ExitSignal } from '../../domain/exits/exit-signal.ts';
import type { Quote } from '../../domain/market/quote.ts';
import { UNASKED } from '../../domain/trade/taken-back.ts';
import type { TradeAggregate } from '../../domain/trade/trade.ts';
import type { ChangeKind } from '../steps/decision.ts';

/** The desk closes at an exit that no venue holds. `quote`: the quote that reached it. */
export const CLOSE_AT_EXIT: ChangeKind<{ readonly quote: Quote }> = {
  name: 'CLOSE_AT_EXIT',
  take: (draft, { quote }) => {
    const { at } = draft;
    const role = signalToClose(draft.after, quote, at);
    if (!role) return;
    const { openQuantity: quantity } = draft.trade;
    const terms = { orderType: 'MARKET', limitPrice: null, ...UNASKED } as const;
    draft.become('CLOSING', { closeRequest: { quantity, ...terms, role, requestedAt: at } });
    draft.record('CLOSE_REQUESTED', words(role, quote));
  },
};

/** The exit that was reached and that the desk closes for now; null while a refused close backs off. */
export function signalToClose(
  aggregate: TradeAggregate,
  quote: Quote,
  now: Date,
): ExitSignal | null {
  return mayCloseAgain(aggregate.orders, now) ? exitSignal(aggregate, quote, now) : null;
}

function words(signal: ExitSignal, quote: Quote): string {
  const name = signal === 'STOP_LOSS' ? 'Stop' : 'Target';
  return `${name} reached at ${quote.bid?.toFixed() ?? '—'} × ${quote.ask?.toFixed() ?? '—'}; the venue held no exit there, the desk closes.`;
}
