import { dec, Decimal } from '../decimal.ts';

/** What an entry may lose by being sold at once, its sale may lose by its size: percent points. */
const EXIT_IMPACT_PCT = dec(10);

/**
 * Percent points by which an exit's own size may move its price before it is not signed: the user's limit never
 * narrows it, since no limit blocks an exit. `quoted`: what a person was told and confirmed.
 */
export function exitImpactPct(limit: Decimal | null, quoted: Decimal | null): Decimal {
  return Decimal.max(EXIT_IMPACT_PCT, limit ?? 0, quoted ?? 0);
}
