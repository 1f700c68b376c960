import { SystemClock } from '../../../server/adapters/system/system-clock.ts';
import { venueOrders } from '../../../server/domain/matching/venue-order-view.ts';
import type { VenueOrder } from '../../../server/domain/order/venue-order.ts';
import { readingBook, type Evidence, type Findings } from './evidence.ts';

/** Checks that the simulated venue has no tag twice, and only tags that the desk has stored. */
export async function venueTags(evidence: Evidence): Promise<Findings> {
  return readingBook(evidence, async (knex) => {
    const { SqlVenueStore } = evidence.source.program.venueStore;
    const store = new SqlVenueStore(knex, new SystemClock());
    const known = new Set(await knex('orders').pluck<string[]>('tag'));
    const faults: string[] = [];
    let seen = 0;
    for (const { username } of evidence.desk.users) {
      const sent = await store.change(username, async (state) => ({
        ...{ state, result: venueOrders(state) },
      }));
      seen += sent.length;
      faults.push(...wrongTags(sent, known).map((words) => `${username}: ${words}`));
    }
    return { seen: `${seen} orders of ${evidence.desk.users.length} accounts`, faults };
  });
}

/** In words, which tags of an account occur twice or are not the desk's. */
export function wrongTags(
  sent: readonly Pick<VenueOrder, 'tag'>[],
  known: ReadonlySet<string>,
): readonly string[] {
  const tags = sent.map(({ tag }) => tag ?? 'no tag');
  return [
    ...tags.filter((tag, at) => tags.indexOf(tag) !== at).map((tag) => `${tag} is there twice`),
    ...tags.filter((tag) => !known.has(tag)).map((tag) => `${tag} is nobody's`),
  ];
}
