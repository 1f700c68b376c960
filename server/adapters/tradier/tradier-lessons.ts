import { BrokerRejected, type Submission } from '../../ports/broker.ts';
import type { VenueLesson } from '../../ports/venue-lessons.ts';

export type OnLesson = (lesson: VenueLesson, words: string) => Promise<void>;

/** Refusals that are about `duration`, of the validator and of the order system. */
const OF_DURATIONS =
  /parameter, duration|IncorrectTimeInForce|ExpirationTypeNotTheSame|InvalidOrderExpiration/i;

/**
 * How long an account's exits may stand. Nobody has shown a DAY entry with GTC exits accepted, nor
 * refused: the venue itself has to tell, once.
 */
export class DurationLessons {
  private readonly known: Set<VenueLesson>;

  constructor(
    known: Iterable<VenueLesson> = [],
    private readonly onLesson?: OnLesson,
  ) {
    this.known = new Set(known);
  }

  get rules() {
    return {
      mixedDurations: !this.known.has('NO_MIXED_DURATIONS'),
      standingExits: !this.known.has('NO_STANDING_EXITS'),
    };
  }

  /** The refusal, marked where it was about durations; then it is remembered. */
  async learned(refused: BrokerRejected, { orders }: Submission): Promise<BrokerRejected> {
    const durations = new Set(orders.map((order) => order.timeInForce));
    if (!OF_DURATIONS.test(refused.message) || !durations.has('GTC')) return refused;
    const withEntry = orders.some(({ role }) => role === 'ENTRY');
    // All GTC and refused: that may as well be the entry's fault.
    if (withEntry && durations.size === 1) return refused;
    const lesson = withEntry ? 'NO_MIXED_DURATIONS' : 'NO_STANDING_EXITS';
    this.known.add(lesson);
    await this.onLesson?.(lesson, refused.message);
    return new BrokerRejected(refused.message, true);
  }
}
