import type { Mark } from '../../domain/market/mark.ts';
import type { SwapFate, VenueOrder } from '../../domain/order/venue-order.ts';
import type { TradeAggregate } from '../../domain/trade/trade.ts';
import type { SignedOrder } from '../../ports/broker.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { changeTrade } from '../steps/change-trade.ts';
import { entryMarkOf } from '../steps/entry-mark.ts';
import { lookAtCauses } from '../steps/trip-switch.ts';
import type { SwapAt } from './swap-at.ts';
import { LEARN_LANDING } from './swap-kinds.ts';
import { toSubmission } from './to-submission.ts';

/**
 * Sends what was signed and stored, once. What the chain then shows is booked. Where it shows nothing yet, a swap
 * without an answer is UNKNOWN, any other stays SUBMITTED; the next syncs look again.
 */
export async function handOver(
  deps: BookDeps,
  at: SwapAt,
  signed: SignedOrder,
): Promise<TradeAggregate> {
  const silence = await send(deps, signed);
  deps.passFaultPoint?.('swap: sent');
  const stored = await deps.book.read(at.username).trade(at.tradeId);
  if (!stored) throw new Error(`Trade ${at.tradeId} of ${at.username} is not in the book.`);
  const fate = await look(deps, at, stored);
  deps.passFaultPoint?.('swap: looked');
  const report = fate.kind === 'LANDED' ? fate.report : null;
  const mark = report && (await markOf(deps, stored, report));
  const by = { at: deps.clock.now(), actor: 'venue' };
  const { tag, username, tradeId: id } = at;
  const told = { tag, venueOrderId: signed.venueOrderId, report, mark, silence };
  const learned = await changeTrade(deps, { username, id }, by, LEARN_LANDING, () => told);
  deps.passFaultPoint?.('swap: learned');
  if (silence !== null || report?.status !== 'FILLED') await followFailure(deps, at);
  return learned;
}

/** Why it is not known whether the swap arrived; null: it was taken. */
async function send({ log }: BookDeps, signed: SignedOrder): Promise<string | null> {
  try {
    await signed.send();
    return null;
  } catch (error) {
    // Whatever failed, it may have arrived: only the chain can show it.
    const reason = error instanceof Error ? error.message : String(error);
    log.warn('A swap went out without an answer', { signature: signed.venueOrderId, reason });
    return reason;
  }
}

async function look(
  { log }: BookDeps,
  { broker, tag }: SwapAt,
  { trade, orders }: TradeAggregate,
): Promise<SwapFate> {
  const ours = orders.filter((order) => order.tag === tag);
  try {
    return await broker.fateOf(toSubmission({ trade }, ours));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    log.warn('The chain does not tell what became of a swap yet', { tag, reason });
    return { kind: 'OPEN' };
  }
}

function markOf(
  { sources }: BookDeps,
  { trade }: TradeAggregate,
  { filledQuantity }: VenueOrder,
): Promise<Mark | null> {
  if (trade.openedAt || filledQuantity.isZero()) return Promise.resolve(null);
  return entryMarkOf(sources, trade.username, trade);
}

/** A swap that failed may be the one that trips the switch; its outcome is stored by then. */
async function followFailure(deps: BookDeps, { username }: SwapAt): Promise<void> {
  try {
    await deps.book.change(username, (change) => lookAtCauses(deps, change));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    deps.log.error('What a failed send trips is not looked at yet', { username, reason });
  }
}
