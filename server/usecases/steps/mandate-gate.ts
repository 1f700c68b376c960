import type { Mandate } from '../../domain/account/mandate.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Book, BookChange } from '../../ports/book.ts';
import type { StandingMandate } from '../../ports/mandates.ts';
import type { Actor } from '../../ports/trading-system.ts';
import type { BookDeps } from './book-deps.ts';

export type MandateDeps = Pick<BookDeps, 'mandates' | 'clock'>;
type Asking = Pick<Actor, 'username' | 'tokenId'>;

/** An API token with its mandate as it is now. `standing` null: it was revoked or has expired. */
export interface Bound {
  readonly tokenId: string;
  readonly standing: StandingMandate | null;
}

/** Null: no token asks, and no mandate binds. */
export async function boundNow(
  { mandates, clock }: MandateDeps,
  tokenId: string | null | undefined,
): Promise<Bound | null> {
  if (tokenId == null) return null;
  if (!mandates) throw new Error('A desk that API tokens reach needs their mandates.');
  return { tokenId, standing: await mandates.standingMandate(tokenId, clock.now()) };
}

/** The most tries of one request while mandates change; there is hardly ever a second change. */
const LOOKS = 10;

class MandateMoved extends Error {
  override readonly name = 'MandateMoved';
}

/**
 * A change of a book under the mandate of `tokenId`: a change of a mandate raises its turn in the book before it is
 * answered, so that nothing is stored after that under the earlier mandate. The mandate is read ahead: it lives in
 * another database, and no transaction may wait for its connection.
 */
export async function changeWithin<T>(
  deps: MandateDeps & { readonly book: Pick<Book, 'read' | 'change'> },
  {
    username,
    tokenId,
  }: { readonly username: string; readonly tokenId?: string | null | undefined },
  work: (change: BookChange, bound: Bound | null) => Promise<T>,
): Promise<T> {
  const { book } = deps;
  if (tokenId == null) return book.change(username, (change) => work(change, null));
  for (let look = 1; ; look += 1) {
    const turn = await book.read(username).mandateTurn();
    const bound = await boundNow(deps, tokenId);
    try {
      return await book.change(username, async (change) => {
        if ((await change.mandateTurn()) !== turn) throw new MandateMoved();
        return work(change, bound);
      });
    } catch (error) {
      if (!(error instanceof MandateMoved) || look === LOOKS) throw error;
    }
  }
}

/** @throws {Refusal} UNAUTHENTICATED when the token is no longer valid. */
export function mandateIn(bound: Bound | null): Mandate | null {
  if (bound && !bound.standing)
    throw new Refusal('UNAUTHENTICATED', 'The API token was revoked or has expired');
  return bound?.standing?.mandate ?? null;
}

/**
 * The mandate of the caller's API token at this moment; null for a session, and for a token without.
 * @throws {Refusal} UNAUTHENTICATED when the token was revoked or has expired since the request came in.
 */
export async function mandateNow(
  deps: MandateDeps,
  { tokenId }: Pick<Asking, 'tokenId'>,
): Promise<Mandate | null> {
  return mandateIn(await boundNow(deps, tokenId));
}
