import { indexVenueOrders, type VenueOrderIndex } from '../../domain/order/match-report.ts';
import type { Order } from '../../domain/order/order.ts';
import { awaitsFinality } from '../../domain/order/prepared-swap.ts';
import type { SwapFate, VenueOrder } from '../../domain/order/venue-order.ts';
import { worksAtVenue } from '../../domain/order/waits-at-desk.ts';
import type { Trade, TradeAggregate } from '../../domain/trade/trade.ts';
import { BrokerUnreachable, type PreparingBroker } from '../../ports/broker.ts';
import { toSubmission } from './to-submission.ts';

/** After this many unanswered questions in a row the chain is silent, not just about one swap. */
const SILENT_AFTER = 3;
const MINUTE_MS = 60_000;

/**
 * What the chain answers about each swap of these trades that is signed and not settled for good. It lists none by
 * itself, so nothing follows for a swap that it was not asked about. Each minute another swap is asked about first, so
 * that swaps without an answer keep no other from its turn.
 */
export async function lookUpSwaps(
  broker: PreparingBroker,
  trades: readonly TradeAggregate[],
  now: Date,
): Promise<VenueOrderIndex> {
  const { unread } = await broker.orders();
  const listed: VenueOrder[] = [];
  const absent = new Set<string>();
  let silence = 0;
  for (const { trade, order } of inTurn(swapsToAsk(trades), now)) {
    if (silence >= SILENT_AFTER) break;
    const fate = await fateOf(broker, trade, order);
    silence = fate ? 0 : silence + 1;
    if (fate?.kind === 'LANDED') listed.push(fate.report);
    if (fate?.kind === 'ABSENT' && order.venueOrderId) absent.add(order.venueOrderId);
  }
  return { ...indexVenueOrders({ listed, complete: false, unread }), absent };
}

function swapsToAsk(trades: readonly TradeAggregate[]) {
  return trades.flatMap(({ trade, orders }) =>
    orders.filter(isAsked).map((order) => ({ trade, order })),
  );
}

function inTurn<T>(all: readonly T[], now: Date): readonly T[] {
  const first = Math.floor(now.getTime() / MINUTE_MS) % Math.max(1, all.length);
  return [...all.slice(first), ...all.slice(0, first)];
}

/** The swap may still land, or what was booked of it may still vanish. */
function isAsked(order: Order): boolean {
  if (!order.swap || !order.venueOrderId) return false;
  return worksAtVenue(order) || awaitsFinality(order.swap);
}

/** Null: the chain cannot be known now. */
async function fateOf(
  broker: PreparingBroker,
  trade: Trade,
  order: Order,
): Promise<SwapFate | null> {
  try {
    return await broker.fateOf(toSubmission({ trade }, [order]));
  } catch (error) {
    if (error instanceof BrokerUnreachable) return null;
    throw error;
  }
}
