import { dec, Decimal } from '../decimal.ts';

/** Where a user has set no limit, an entry's own size may cost it so much, in percent points. */
const ENTRY_IMPACT_PCT = dec(3);
/** What an entry may lose by being sold at once, its sale may lose by its size. */
const EXIT_IMPACT_PCT = dec(10);
/** What a quote states for a person's sale is believed up to here: nobody else confirms it. */
const PERSON_IMPACT_PCT = dec(50);

/**
 * Percent points by which an entry may get less than its price says, for its size alone. `quoted`: what our own quote
 * states, which is believed within bounds.
 */
export function entryImpactPct(limit: Decimal | null, quoted: Decimal): Decimal {
  return limit ?? Decimal.max(0, Decimal.min(quoted, ENTRY_IMPACT_PCT));
}

/**
 * The same of an exit: the user's limit never narrows it, since no limit blocks an exit. `quoted`: what the quote of a
 * person's sale states, which is believed within bounds; null: the desk sells.
 */
export function exitImpactPct(limit: Decimal | null, quoted: Decimal | null): Decimal {
  return Decimal.max(EXIT_IMPACT_PCT, limit ?? 0, Decimal.min(quoted ?? 0, PERSON_IMPACT_PCT));
}
