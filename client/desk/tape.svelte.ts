import type { TradesChangedSubscription } from '../gql/graphql.ts';

type Batch = TradesChangedSubscription['tradesChanged']['events'];
export type TapeEvent = Omit<Batch[number], 'trade'> & {
  trade: Omit<Batch[number]['trade'], '__typename'>;
};

const KEPT = 60;

/** The last changes of all trades of a book, newest first, each once. */
export class Tape {
  events: readonly TapeEvent[] = $state.raw([]);

  add(events: readonly TapeEvent[]): void {
    if (events.length === 0) return;
    const known = new Map([...events, ...this.events].map((event) => [event.cursor, event]));
    this.events = [...known.values()].sort((a, b) => b.sequence - a.sequence).slice(0, KEPT);
  }

  clear(): void {
    this.events = [];
  }
}
