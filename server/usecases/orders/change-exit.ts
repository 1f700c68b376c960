import { sameDecimal } from '../../domain/decimal.ts';
import { applyReports } from '../../domain/reports/apply-report.ts';
import type { NextStep } from '../../domain/exits/next-step.ts';
import type { Bracket, TradeAggregate } from '../../domain/trade/trade.ts';
import { BrokerBusy, BrokerRejected, BrokerUnreachable, type Broker } from '../../ports/broker.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { changeTrade } from '../steps/change-trade.ts';
import { reportContext } from './send-orders.ts';

type Change = Extract<NextStep, { kind: 'CHANGE' }>;

export interface ChangedExit {
  readonly stands: TradeAggregate;
  /** The venue's words where it took neither old nor new for an answer; null otherwise. */
  readonly refusal: string | null;
}

/**
 * Moves a lone exit's price in place, then learns what stands. A refusal leaves the old price on record
 * and at the venue; a lost answer leaves the wish, which the next sync compares with what stands.
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
  const stands = await changeTrade(deps, trade.username, trade.id, meta, (draft) => {
    const reports = seen ? [{ orderId: order.id, report: seen }] : [];
    applyReports(draft, reports, reportContext(draft, null));
    if (refusal === null) return;
    // What somebody has asked for meanwhile was not refused.
    if (wantsOther(draft.trade.wantedBracket, bracket)) return;
    draft.set({ wantedBracket: null });
    draft.alert('EXIT_REFUSED', 'WARNING', `The venue did not move the exit: ${refusal}`);
    draft.record('EXITS_LOST', `The exit was not moved: ${refusal}. The old one stands.`);
  });
  deps.passFaultPoint?.('change: learned');
  return { stands, refusal };
}

function wantsOther(wanted: Bracket | null, refused: Bracket): boolean {
  const names = ['stopLoss', 'stopLimit', 'takeProfit'] as const;
  return wanted !== null && !names.every((name) => sameDecimal(wanted[name], refused[name]));
}

/** The venue's words where it said no; null where it did, or nobody knows. */
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
