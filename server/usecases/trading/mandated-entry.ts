import { refusedBy } from '../../domain/account/mandate-checks.ts';
import type { Quote } from '../../domain/market/quote.ts';
import type { RiskCheck } from '../../domain/refusal.ts';
import { ticketMoney } from '../../domain/ticket/ticket-money.ts';
import type { Ticket } from '../../domain/ticket/ticket.ts';
import type { BookChange } from '../../ports/book.ts';
import type { Actor } from '../../ports/trading-system.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { boundNow, type Bound } from '../steps/mandate-gate.ts';
import { boundsOfEntry } from '../steps/entry-bounds.ts';

interface Asked {
  readonly actor: Actor;
  readonly ticket: Ticket;
  /** Null: no source was asked yet, or none answered. */
  readonly quote: Quote | null;
}

/**
 * The bounds of the caller's mandate on an entry, reckoned as far as a price is known.
 * @throws {Refusal} FORBIDDEN by the first bound that the entry exceeds; UNAUTHENTICATED
 */
export async function withinMandate(
  deps: Pick<BookDeps, 'book' | 'mandates' | 'clock'>,
  { actor, ticket, quote }: Asked,
): Promise<readonly RiskCheck[]> {
  const { username, tokenId } = actor;
  if (tokenId === undefined) return [];
  const bound = await boundNow(deps, tokenId);
  const reader = deps.book.read(username);
  const checks = await boundsOfEntry(reader, bound, entryOf(ticket, quote), deps.clock.now());
  const refusal = refusedBy(checks.filter(({ actual }) => actual !== null));
  if (refusal) throw refusal;
  return checks;
}

/**
 * The last check, in the transaction that stores the entry: simultaneous entries of a token exceed no bound together.
 * @throws {Refusal} FORBIDDEN, UNAUTHENTICATED
 */
export async function checkInTransaction(
  change: BookChange,
  bound: Bound | null,
  { ticket, quote }: Omit<Asked, 'actor'>,
  now: Date,
): Promise<void> {
  const refusal = refusedBy(await boundsOfEntry(change, bound, entryOf(ticket, quote), now));
  if (refusal) throw refusal;
}

function entryOf(ticket: Ticket, quote: Quote | null) {
  return { instrument: ticket.instrument, capital: ticketMoney(ticket, quote).capital };
}
