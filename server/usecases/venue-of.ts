import type { VenueName } from '../domain/book/mode.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Broker } from '../ports/broker.ts';
import type { BookDeps } from './book-deps.ts';
import type { Actor } from './trading-system.ts';

/** Where new trades of this user go. Demo users trade at the simulated venue only. */
export async function venueOf(deps: BookDeps, actor: Actor): Promise<VenueName> {
  if (deps.book.mode === 'REAL') return 'TRADIER_LIVE';
  if (actor.demo) return 'SIMULATED';
  return (await deps.settings.of(actor.username)).paperVenue;
}

/** @throws {Refusal} where this mode may not trade, or the user has no account at the venue. */
export async function brokerFor(deps: BookDeps, actor: Actor, venue: VenueName): Promise<Broker> {
  if (!deps.mayTrade) {
    throw new Refusal('REAL_MODE_DISABLED', 'Real trading is off on this desk.');
  }
  const broker = await deps.brokers.of(actor.username, venue);
  if (broker) return broker;
  throw new Refusal(
    'VENUE_UNAVAILABLE',
    `Settings hold no token and account for ${venue}: the order was not sent.`,
  );
}
