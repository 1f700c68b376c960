import { refusedBy, symbolChecks } from '../../domain/account/mandate-checks.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Actor } from '../../ports/trading-system.ts';
import { boundNow, mandateIn, type Bound, type MandateDeps } from './mandate-gate.ts';

/** What a request does to a trade that is there: change it in its market, or take somebody's word for it. */
export type Touching = { readonly underlying: string } | 'WORD';

/**
 * Whether a caller that is bound so may do it. What a book takes on somebody's word moves money or ends trades
 * without an order, which no bound measures: it is a person's.
 * @throws {Refusal} FORBIDDEN, UNAUTHENTICATED
 */
export function checkTouching(bound: Bound | null, touching: Touching): void {
  const mandate = mandateIn(bound);
  if (!mandate) return;
  if (touching === 'WORD') {
    const message = 'Mandate: what the book takes on somebody’s word is a person’s.';
    throw new Refusal('FORBIDDEN', message, { rule: 'MANDATE_PERSON' });
  }
  const refusal = refusedBy(symbolChecks(mandate, [touching.underlying]));
  if (refusal) throw refusal;
}

/** The same, by what binds at this moment. @throws {Refusal} FORBIDDEN, UNAUTHENTICATED */
export async function admitTouching(
  deps: MandateDeps,
  { tokenId }: Pick<Actor, 'tokenId'>,
  touching: Touching,
): Promise<void> {
  checkTouching(await boundNow(deps, tokenId), touching);
}
