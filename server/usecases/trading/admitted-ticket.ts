import { Refusal } from '../../domain/refusal.ts';
import { ticketMint } from '../../domain/ticket/parse-instrument.ts';
import type { Ticket, TicketInput } from '../../domain/ticket/ticket.ts';
import type { VenueName } from '../../domain/venue.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import type { Asked } from '../steps/confirmation.ts';
import { admitTouching } from '../steps/touching.ts';
import { admitEntry } from '../steps/real-gate.ts';
import { venueOf } from '../steps/venue-of.ts';
import { withinMandate } from './mandated-entry.ts';
import { readTicket } from './read-ticket.ts';

interface AskedEntry extends Asked {
  readonly input: TicketInput;
}

/**
 * Reads an entry and lets it in, before a market or an account is asked about it.
 * @throws {Refusal} BAD_USER_INPUT; then FORBIDDEN by the caller's mandate, for an entry at the market as far as it
 * needs no price; then REAL_MODE_DISABLED, CONFIRMATION_REQUIRED; then PRICE_UNTRUSTED while
 * no source gives a token's decimals.
 */
export async function admittedTicket(
  deps: BookDeps,
  asked: AskedEntry,
  now: Date,
): Promise<{ readonly ticket: Ticket; readonly venue: VenueName }> {
  const { actor, input } = asked;
  const admit = async (instrument: Parameters<typeof venueOf>[2]) => {
    const venue = await venueOf(deps, actor, instrument);
    await admitEntry(deps, asked, venue);
    return venue;
  };
  try {
    const ticket = await readTicket(deps, actor, input, now);
    await withinMandate(deps, { actor, ticket, quote: null });
    return { ticket, venue: await admit(ticket.instrument) };
  } catch (error) {
    if (error instanceof Refusal && error.code === 'PRICE_UNTRUSTED') {
      const mint = ticketMint(input);
      if (mint) await admitTouching(deps, actor, { underlying: mint });
      await admit({ assetClass: 'TOKEN' });
    }
    throw error;
  }
}
