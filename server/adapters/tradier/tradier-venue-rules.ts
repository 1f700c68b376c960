import { BrokerRejected, type Submission } from '../../ports/broker.ts';
import { durationRefusal, isOfDurations, legsOf } from './tradier-durations.ts';
import type { OrderRow } from './tradier-schema.ts';
import type { VenueRule } from '../../ports/learned-venue-rules.ts';

export type OnVenueRule = (lesson: VenueRule, words: string) => Promise<void>;

/**
 * How long an account's exits may stay in force. Whether the venue accepts a DAY entry with GTC exits is
 * unknown, so the venue itself has to show it, once.
 */
export class DurationRulesLearned {
  readonly #known: Set<VenueRule>;

  constructor(
    known: Iterable<VenueRule> = [],
    private readonly onVenueRule?: OnVenueRule,
  ) {
    this.#known = new Set(known);
  }

  get rules() {
    return {
      mixedDurations: !this.#known.has('NO_MIXED_DURATIONS'),
      standingExits: !this.#known.has('NO_STANDING_EXITS'),
    };
  }

  /** Returns the refusal; one about durations is marked and remembered. */
  async learned(refused: BrokerRejected, { orders }: Submission): Promise<BrokerRejected> {
    const durations = new Set(orders.map((order) => order.timeInForce));
    const withEntry = orders.some(({ role }) => role === 'ENTRY');
    const learned = await this.#learn(refused.message, durations, withEntry);
    return learned ? new BrokerRejected(refused.message, true) : refused;
  }

  /** Does the same for a refusal after the acknowledgement. Each list repeats it; it is remembered once. */
  async heard(row: OrderRow): Promise<void> {
    const words = durationRefusal(row);
    const durations = new Set(legsOf(row).flatMap(({ duration }) => duration?.toUpperCase() ?? []));
    if (words) await this.#learn(words, durations, row.class !== 'oco');
  }

  async #learn(
    words: string,
    durations: ReadonlySet<string>,
    withEntry: boolean,
  ): Promise<boolean> {
    if (!isOfDurations(words) || !durations.has('GTC')) return false;
    // A refusal while all orders are GTC may also be about the entry.
    if (withEntry && durations.size === 1) return false;
    const lesson = withEntry ? 'NO_MIXED_DURATIONS' : 'NO_STANDING_EXITS';
    if (this.#known.has(lesson)) return true;
    this.#known.add(lesson);
    await this.onVenueRule?.(lesson, words);
    return true;
  }
}
