import { sameDecimal } from '../../domain/decimal.ts';
import type { OrderId } from '../../domain/ids.ts';
import type { VenueOrder } from '../../domain/order/venue-order.ts';
import { applyReports } from '../../domain/reports/apply-report.ts';
import type { NextStep } from '../../domain/exits/next-step.ts';
import type { Bracket, TradeAggregate } from '../../domain/trade/trade.ts';
import { BrokerBusy, BrokerRejected, BrokerUnreachable, type Broker } from '../../ports/broker.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { changeTrade } from '../steps/change-trade.ts';
import type { ChangeKind } from '../steps/decision.ts';
import { reportContext } from './learn-outcome.ts';

type Change = Extract<NextStep, { kind: 'CHANGE' }>;

/** `refusal`: why the venue did not move it; null when it did. `bracket`: what was asked for. */
export const LEARN_MOVE: ChangeKind<{
  readonly orderId: OrderId;
  readonly seen: VenueOrder | null;
  readonly refusal: string | null;
  readonly bracket: Bracket;
}> = {
  name: 'LEARN_MOVE',
  take: (draft, { orderId, seen, refusal, bracket }) => {
    const reports = seen ? [{ orderId, report: seen }] : [];
    applyReports(draft, reports, reportContext(draft, null));
    if (refusal === null) return;
    // A newer request was not refused.
    if (wantsOther(draft.trade.wantedBracket, bracket)) return;
    draft.set({ wantedBracket: null });
    draft.alert('EXIT_REFUSED', 'WARNING', `The venue did not move the exit: ${refusal}`);
    draft.record('EXITS_LOST', `The exit was not moved: ${refusal}. The old one stands.`);
  },
};

export interface ChangedExit {
  readonly stands: TradeAggregate;
  /** The venue's reason for refusing the change; null when it took it, or the answer was lost. */
  readonly refusal: string | null;
}

/**
 * Moves a lone exit's price in place, then reads the order. A refusal leaves the old price on record and at
 * the venue; after a lost answer the request stays, and the next sync compares it with the venue.
 */
export async function changeExit(
  deps: Pick<BookDeps, 'book' | 'clock' | 'onUnlistedMove' | 'passFaultPoint'>,
  broker: Broker,
  { trade }: TradeAggregate,
  { order, bracket }: Change,
): Promise<ChangedExit> {
  const { clock } = deps;
  const id = order.venueOrderId ?? '';
  const stop = order.role === 'STOP_LOSS';
  const prices = {
    stopPrice: stop ? bracket.stopLoss : null,
    limitPrice: stop ? bracket.stopLimit : bracket.takeProfit,
  };
  const refusal = await asked(() => broker.change(id, prices));
  deps.passFaultPoint?.('change: asked');
  const seen = refusal === null ? await broker.order(id, true).catch(() => null) : null;
  deps.passFaultPoint?.('change: looked');
  const meta = { at: clock.now(), actor: 'venue' };
  const answer = { orderId: order.id, seen, refusal, bracket };
  const stands = await changeTrade(deps, trade, meta, LEARN_MOVE, () => answer);
  deps.passFaultPoint?.('change: learned');
  return { stands, refusal };
}

function wantsOther(wanted: Bracket | null, refused: Bracket): boolean {
  const names = ['stopLoss', 'stopLimit', 'takeProfit'] as const;
  return wanted !== null && !names.every((name) => sameDecimal(wanted[name], refused[name]));
}

/** The venue's reason when it refused; null when it agreed, or the answer is unknown. */
async function asked(change: () => Promise<void>): Promise<string | null> {
  try {
    await change();
    return null;
  } catch (error) {
    if (error instanceof BrokerRejected) return error.message;
    if (error instanceof BrokerUnreachable || error instanceof BrokerBusy) return null;
    throw error;
  }
}
