import type { Username } from '../../domain/ids.ts';
import type { TradingMode } from '../../domain/mode.ts';
import type { VenueName, VenueOf } from '../../domain/venue.ts';
import type { VenueAccount } from '../../domain/trade/venue-account.ts';
import type { Broker, Brokers } from '../../ports/broker.ts';

/** A user's accounts at one venue; same terms as `Brokers`. */
export interface VenueBrokers {
  of(username: Username, account: string): Promise<Broker | null>;
  forEntries(username: Username): Promise<Broker | null>;
  whyNone(username: Username, account: string): Promise<string>;
}

/** Picks the venue named on the trade's row, among the venues it was given. */
export class UserBrokers<M extends TradingMode> implements Brokers {
  readonly #venues: Partial<Record<VenueName, VenueBrokers>>;

  /** The type takes no venue of the other mode. */
  constructor(
    readonly mode: M,
    venues: { readonly [V in VenueOf<M>]?: VenueBrokers },
  ) {
    this.#venues = venues;
  }

  async of(username: Username, { venue, account }: VenueAccount): Promise<Broker | null> {
    return (await this.#venues[venue]?.of(username, account)) ?? null;
  }

  async forEntries(username: Username, venue: VenueName): Promise<Broker | null> {
    return (await this.#venues[venue]?.forEntries(username)) ?? null;
  }

  async whyNone(username: Username, { venue, account }: VenueAccount): Promise<string> {
    const why = await this.#venues[venue]?.whyNone(username, account);
    return why ?? `this book trades nothing at ${venue}`;
  }
}
