import type { TradeDraft } from '../trade/trade-draft.ts';
import { directionOf } from '../order/order.ts';
import { trailedBracket } from '../trade/trail-stop.ts';

/** Requests the stop in force at the venue; the planner moves it there. */
export function askMove(draft: TradeDraft): void {
  const { trade } = draft;
  if (!trade.trail) return;
  const wanted = trailedBracket(trade);
  const trail = { ...trade.trail, asked: wanted.stopLoss, askedAt: draft.at };
  draft.set({ wantedBracket: wanted, trail });
  const from = trade.bracket.stopLoss?.toFixed() ?? 'none';
  const best = trade.trail.best?.toFixed() ?? '—';
  const side = directionOf(trade.side) === 1 ? 'bid' : 'ask';
  draft.record(
    'BRACKET_REQUESTED',
    `Stop ${from} → ${wanted.stopLoss?.toFixed()} asked for: best ${side} ${best}, trail ${trail.pct.toFixed()} %.`,
  );
}
