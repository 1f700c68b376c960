import type { Instrument } from '../../domain/instrument/instrument.ts';
import { venueFor } from '../../domain/trade/venue-for.ts';
import { DEFAULT_VENUE, type PaperVenue, type VenueName } from '../../domain/venue.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Trade } from '../../domain/trade/trade.ts';
import { accountOf } from '../../domain/trade/venue-account.ts';
import type { Broker } from '../../ports/broker.ts';
import type { SettingsStore } from '../../ports/desk.ts';
import type { BookDeps } from './book-deps.ts';
import { describeShut } from './describe-shut.ts';
import { checkMayTrade } from './real-gate.ts';
import type { Actor } from '../../ports/trading-system.ts';

/** Where a user's new trade goes. Demo users trade options and shares only at the simulated venue. */
export async function venueOf(
  { book, settings }: Pick<BookDeps, 'book' | 'settings'>,
  actor: Actor,
  { assetClass }: Pick<Instrument, 'assetClass'>,
): Promise<VenueName> {
  return venueFor(book.mode, assetClass, await paperVenueOf(settings, actor));
}

export async function paperVenueOf(settings: SettingsStore, actor: Actor): Promise<PaperVenue> {
  return actor.demo ? DEFAULT_VENUE : (await settings.of(actor.username)).paperVenue;
}

/**
 * The broker for a new entry: that of the account in the current settings.
 * @throws {Refusal} when this mode may not trade, or the user has no account at the venue.
 */
export async function brokerForEntry(
  deps: BookDeps,
  actor: Actor,
  venue: VenueName,
): Promise<Broker> {
  checkMayTrade(deps);
  const broker = await deps.brokers.forEntries(actor.username, venue);
  if (broker) return broker;
  throw new Refusal(
    'VENUE_UNAVAILABLE',
    `Settings hold no token and account for ${venue}: the order was not sent.`,
  );
}

/**
 * The broker for an existing trade: that of the account in which it was made, and no other.
 * @throws {Refusal} when this mode may not trade, or no stored token reaches that account.
 */
export async function brokerOfTrade(deps: BookDeps, trade: Trade): Promise<Broker> {
  checkMayTrade(deps);
  const place = accountOf(trade);
  const broker = await deps.brokers.of(trade.username, place);
  if (broker) return broker;
  const why = await deps.brokers.whyNone(trade.username, place);
  throw new Refusal('VENUE_UNAVAILABLE', `${describeShut(place, why)} Nothing was sent.`);
}
