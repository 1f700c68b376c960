import type { Knex } from 'knex';
import type { VenueName } from '../../../domain/venue.ts';
import type { VenueRule, LearnedVenueRules } from '../../../ports/learned-venue-rules.ts';

const LESSONS: ReadonlySet<string> = new Set<VenueRule>([
  'NO_MIXED_DURATIONS',
  'NO_STANDING_EXITS',
]);

/** Stored in a book's table `venue_lessons`. */
export class SqlLearnedVenueRules implements LearnedVenueRules {
  constructor(private readonly knex: Knex) {}

  async of(venue: VenueName, account: string): Promise<ReadonlySet<VenueRule>> {
    const known = await this.knex('venue_lessons')
      .where({ venue, account })
      .pluck<string[]>('lesson');
    return new Set(known.filter((lesson): lesson is VenueRule => LESSONS.has(lesson)));
  }

  async learn(learned: Parameters<LearnedVenueRules['learn']>[0]): Promise<void> {
    const { venue, account, lesson, words, at } = learned;
    await this.knex('venue_lessons')
      .insert({ venue, account, lesson, words, learned_at: at.getTime() })
      .onConflict(['venue', 'account', 'lesson'])
      .ignore();
  }
}
