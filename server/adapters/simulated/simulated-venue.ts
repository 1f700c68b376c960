import { venueChanges } from '../../domain/matching/venue-changes.ts';
import type { Clock } from '../../ports/clock.ts';
import { advanceVenue } from './advance-venue.ts';
import type { VenueMarket } from './venue-market.ts';
import type { VenueStore } from './venue-store.ts';

/** The venue's own heartbeat: orders meet the market between the calls of their owners too. */
export class SimulatedVenue {
  constructor(
    private readonly store: VenueStore,
    private readonly market: VenueMarket,
    private readonly clock: Clock,
  ) {}

  /**
   * Brings every account with a working order up to the present. Resolves to those where an order
   * changed. @throws {AggregateError} once all had their turn, where some failed.
   */
  async tick(): Promise<readonly string[]> {
    const changed: string[] = [];
    const failures: unknown[] = [];
    for (const account of await this.store.accounts()) {
      try {
        if (await this.advance(account)) changed.push(account);
      } catch (failure) {
        failures.push(failure);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'Accounts of the simulated venue');
    return changed;
  }

  private advance(account: string): Promise<boolean> {
    return this.store.change(account, async (state) => {
      const next = await advanceVenue(state, this.market, this.clock.now());
      return { state: next, result: venueChanges(state, next).length > 0 };
    });
  }
}
