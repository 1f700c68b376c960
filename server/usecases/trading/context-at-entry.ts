import { lacksFigures, withFigures, type TradeContext } from '../../domain/trade/trade-context.ts';
import type { Ticket } from '../../domain/ticket/ticket.ts';
import type { VenueName } from '../../domain/venue.ts';
import type { Actor } from '../../ports/trading-system.ts';
import type { BookDeps } from '../steps/book-deps.ts';

/** The market supplies what the caller left out, once, at entry. */
export async function contextAtEntry(
  { sources }: Pick<BookDeps, 'sources'>,
  { username }: Actor,
  venue: VenueName,
  { instrument, context }: Ticket,
): Promise<TradeContext> {
  if (!lacksFigures(context) || !sources.figuresOf) return context;
  return withFigures(context, await sources.figuresOf(username, venue, instrument.underlying));
}
