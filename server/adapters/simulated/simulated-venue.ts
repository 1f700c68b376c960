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

/** The venue's own heartbeat: orders meet the market also between their owners' calls. */
export class SimulatedVenue {
  constructor(
    private readonly store: VenueStore,
    private readonly market: VenueMarket,
    private readonly clock: Clock,
  ) {}

  /**
   * Brings every account with an order that is due up to the present. Returns accounts whose orders changed,
   * and the errors of others: one bad account does not keep other orders from the market.
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

  /** A beat that is nobody's takes one statement, and one look at each symbol for which an order waits. */
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
