import { dec, Decimal } from '../decimal.ts';

/** Percent points that an entry's own size may cost it, where the user has set no limit. */
const ENTRY_IMPACT_PCT = dec(3);
/** Percent points that a sale's size may cost it: the same that an entry may lose by being sold at once. */
const EXIT_IMPACT_PCT = dec(10);
/** The most impact that the quote of a person's sale is believed to state: no other source confirms it. */
const PERSON_IMPACT_PCT = dec(50);

/**
 * Percent points by which an entry may get less than its price says, because of its size. `quoted`: the impact
 * that our own quote states, which is believed within bounds.
 */
export function entryImpactPct(limit: Decimal | null, quoted: Decimal): Decimal {
  return limit ?? Decimal.max(0, Decimal.min(quoted, ENTRY_IMPACT_PCT));
}

/**
 * The same for an exit. The user's limit never narrows it, since no limit blocks an exit. `quoted`: the impact
 * that the quote of a person's sale states, which is believed within bounds; null: the desk sells.
 */
export function exitImpactPct(limit: Decimal | null, quoted: Decimal | null): Decimal {
  return Decimal.max(EXIT_IMPACT_PCT, limit ?? 0, Decimal.min(quoted ?? 0, PERSON_IMPACT_PCT));
}
