import type { Decimal } from 'decimal.js';

/** One ticket; prices in dollars, instants in milliseconds. */
export interface Plan {
  readonly symbol: string;
  readonly side: 'BUY_TO_OPEN' | 'SELL_TO_OPEN' | 'BUY';
  readonly quantity: number;
  readonly at: number;
  readonly limit: string | null;
  readonly stop: string | null;
  readonly target: string | null;
  readonly stopLimit: string | null;
  readonly trailPct: string | null;
  /** When a person closes the position at the market, if it is still held. */
  readonly closeAt: number | null;
}

export interface Fact {
  readonly at: number;
  readonly bid: Decimal | null;
  readonly ask: Decimal | null;
  readonly size: number;
}

export interface Outcome {
  /** `REFUSED`: no price could be trusted, so there is no trade. */
  readonly status: string;
  readonly entries: readonly string[];
  readonly exits: readonly string[];
  readonly closedAt: string | null;
  readonly fees: string;
  readonly realized: string;
  readonly net: string;
  /** The cost of the open position, in dollars. */
  readonly openCost: string;
  readonly cash: string;
  readonly best: string | null;
  readonly worst: string | null;
  readonly marks: readonly (string | null)[];
  /** The instant, kind and price of each bookend, e.g. `2021-01-04T21:20:00.000Z POST_CLOSE 12.3`. */
  readonly bookends: readonly string[];
  readonly settledBy: string | null;
  /** Signed number of shares that were delivered at the official close. */
  readonly shares: string | null;
}
