import { venueChanges } from '../../domain/matching/venue-changes.ts';
import type { Clock } from '../../ports/clock.ts';
import { touchOf } from '../../domain/matching/order-wait.ts';
import { advanceVenue } from './advance-venue.ts';
import { reachedMarks } from './gauge-marks.ts';
import type { VenueMarket } from './venue-market.ts';
import type { VenueStore } from './venue-store.ts';

export interface VenueBeat {
  readonly changed: readonly string[];
  readonly failures: readonly unknown[];
}

/** The venue's own heartbeat: orders also meet the market between the calls of their owners. */
export class SimulatedVenue {
  constructor(
    private readonly store: VenueStore,
    private readonly market: VenueMarket,
    private readonly clock: Clock,
  ) {}

  /**
   * Brings every account with a due order up to the present. Returns the accounts whose orders changed, and
   * the errors of others: one bad account does not keep other orders from the market.
   */
  async tick(): Promise<VenueBeat> {
    const changed: string[] = [];
    const failures: unknown[] = [];
    for (const account of await this.#due()) {
      try {
        if (await this.meet(account)) changed.push(account);
      } catch (failure) {
        failures.push(failure);
      }
    }
    return { changed, failures };
  }

  /** When no account is due, this takes one statement and one quote for each symbol that an order waits for. */
  async #due(): Promise<readonly string[]> {
    const waiting = await this.store.waiting();
    const symbols = [...new Set(waiting.first.map(({ symbol }) => symbol))];
    const quotes = await this.market.quotes(symbols);
    const now = this.clock.now();
    const touches = new Map([...quotes].map(([name, quote]) => [name, touchOf(quote, now)]));
    const marks = reachedMarks(waiting, touches);
    const { firstEnd } = waiting;
    const ends = firstEnd !== null && firstEnd <= now;
    return marks.length > 0 || ends ? this.store.due(marks, now) : [];
  }

  /** Matches one account's orders against the market now; returns whether any changed. */
  meet(account: string): Promise<boolean> {
    return this.store.change(account, async (state) => {
      const next = await advanceVenue(state, this.market, this.clock.now(), null);
      return { state: next, result: venueChanges(state, next).length > 0 };
    });
  }
}
