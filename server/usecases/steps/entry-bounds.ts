import {
  mandateChecks,
  type MandatedEntry,
  type MandateUse,
} from '../../domain/account/mandate-checks.ts';
import { startOfExchangeDay } from '../../domain/calendar/market-calendar.ts';
import type { RiskCheck } from '../../domain/refusal.ts';
import { committedOf } from '../../domain/risk/reserved.ts';
import type { BookReader } from '../../ports/book.ts';
import { mandateIn, type Bound } from './mandate-gate.ts';

/** Every bound of an API token's mandate that its entry meets, with the result. @throws {Refusal} UNAUTHENTICATED */
export async function boundsOfEntry(
  reader: BookReader,
  bound: Bound | null,
  entry: MandatedEntry,
  now: Date,
): Promise<readonly RiskCheck[]> {
  const mandate = mandateIn(bound);
  if (!bound || !mandate) return [];
  return mandateChecks(mandate, entry, await mandateUseOf(reader, bound.tokenId, now));
}

/** The same for an entry of a strategy that the token started: a token that is no longer valid admits none. */
export async function boundsOfRun(
  ...[reader, bound, entry, now]: Parameters<typeof boundsOfEntry>
): Promise<readonly RiskCheck[]> {
  return bound && !bound.standing ? [GONE] : boundsOfEntry(reader, bound, entry, now);
}

const GONE: RiskCheck = {
  ...{ rule: 'MANDATE_TOKEN', passed: false, limit: null, actual: null },
  message: 'Mandate: the API token that started the strategy was revoked or has expired.',
};

/** What a token has used of its mandate in a book. */
export async function mandateUseOf(
  reader: BookReader,
  tokenId: string,
  now: Date,
): Promise<MandateUse> {
  const active = await reader.activeTrades();
  const asked = active.flatMap(({ trade }) => [trade.id, trade.deliveredFrom ?? trade.id]);
  const own = await reader.placedBy(tokenId, [...new Set(asked)]);
  const ofToken = active.filter(
    ({ trade: { id, deliveredFrom } }) => own.has(id) || own.has(deliveredFrom ?? ''),
  );
  return {
    exposure: committedOf(ofToken),
    placedToday: await reader.countPlacedBy(tokenId, startOfExchangeDay(now)),
  };
}
