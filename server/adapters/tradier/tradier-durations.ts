import type { OrderRow } from './tradier-schema.ts';

/** Refusals about `duration` by Tradier's validator and by its order system. */
const OF_DURATIONS =
  /parameter, duration|IncorrectTimeInForce|ExpirationTypeNotTheSame|InvalidOrderExpiration/i;

export function isOfDurations(words: string): boolean {
  return OF_DURATIONS.test(words);
}

/** The venue's words when it refused the order, or one of its legs, for its duration; otherwise null. */
export function durationRefusal(row: OrderRow): string | null {
  const refused = [row, ...legsOf(row)].filter(
    ({ status }) => status === 'rejected' || status === 'error',
  );
  const said = refused.map((each) => each.reason_description ?? wordsOf(each.errors) ?? '');
  return said.find(isOfDurations) ?? null;
}

/** The legs of an order; a single order is its own leg. */
export function legsOf(row: OrderRow): readonly OrderRow[] {
  return row.leg.length > 0 ? row.leg.flatMap(legsOf) : [row];
}

export function wordsOf(errors: unknown): string | null {
  if (typeof errors === 'string') return errors;
  return errors && typeof errors === 'object' ? JSON.stringify(errors) : null;
}
