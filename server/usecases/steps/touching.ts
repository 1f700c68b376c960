import { refusedBy, symbolChecks } from '../../domain/account/mandate-checks.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Actor } from '../../ports/trading-system.ts';
import { boundNow, mandateIn, type Bound, type MandateDeps } from './mandate-gate.ts';

/** What a request does to an existing trade: change it in its market, or take the caller's word for it. */
export type Touching = { readonly underlying: string } | 'WORD';

/**
 * Checks that a caller with this mandate may do it. What a book takes on a caller's word moves money or ends trades
 * without an order, which no mandate measures: only a person may do it.
 * @throws {Refusal} FORBIDDEN, UNAUTHENTICATED
 */
export function checkTouching(bound: Bound | null, touching: Touching): void {
  const mandate = mandateIn(bound);
  if (!mandate) return;
  if (touching === 'WORD') {
    const message = 'Mandate: only a person may settle what the book takes on trust.';
    throw new Refusal('FORBIDDEN', message, { rule: 'MANDATE_PERSON' });
  }
  const refusal = refusedBy(symbolChecks(mandate, [touching.underlying]));
  if (refusal) throw refusal;
}

/** The same, by the mandate of this moment. @throws {Refusal} FORBIDDEN, UNAUTHENTICATED */
export async function admitTouching(
  deps: MandateDeps,
  { tokenId }: Pick<Actor, 'tokenId'>,
  touching: Touching,
): Promise<void> {
  checkTouching(await boundNow(deps, tokenId), touching);
}
