import { acceptDifferences } from '../../domain/reconciliation/accept-differences.ts';
import type { InvariantCheck } from '../../domain/reconciliation/invariant.ts';
import { describeAccepted } from '../../domain/reconciliation/recorded-difference.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { BookChange } from '../../ports/book.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { doneBefore, rememberDone } from '../steps/idempotency.ts';
import { actorName, refuse } from '../steps/refuse.ts';
import { recordInvariants } from './record-invariants.ts';
import type { AcceptInput } from '../../ports/desk-of-book.ts';
import type { Actor } from '../../ports/trading-system.ts';

const OPERATION = 'acceptDifferences';

/**
 * Takes a person's word that a difference in money at a venue has a known reason, e.g. a deposit: only later
 * changes are compared. Nothing is sent, and no money of the book moves.
 */
export class AcceptDifferences {
  constructor(private readonly deps: Pick<BookDeps, 'book' | 'clock'>) {}

  /** Returns all checks afterwards. @throws {Refusal} CONFLICT, IDEMPOTENCY_MISMATCH, BAD_USER_INPUT. */
  async execute(actor: Actor, input: AcceptInput): Promise<readonly InvariantCheck[]> {
    const { book, clock } = this.deps;
    const at = clock.now();
    try {
      return await book.change(actor.username, async (change) => {
        const done = await doneBefore(change, OPERATION, input);
        if (done === null) await accept(change, input, { at, actor: actorName(actor) });
        return change.invariantChecks();
      });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return refuse(book, actor, error, { action: 'ACCEPT_DIFFERENCES', at, tradeId: null });
    }
  }
}

async function accept(
  change: BookChange,
  input: AcceptInput,
  by: { readonly at: Date; readonly actor: string },
): Promise<void> {
  const { at, actor } = by;
  const accepted = acceptDifferences(await change.invariantChecks(), input, by);
  await change.keepInvariants(accepted);
  await recordInvariants(change, accepted, at);
  const message = describeAccepted(accepted);
  const { venue, account, differences } = input;
  const place = { venue, ...(account == null ? {} : { account }) };
  const detail = { ...place, differences, note: accepted[0]?.accepted?.note };
  const about = { occurredAt: at, actor, message, tradeId: null, detail };
  await change.append({ ...about, type: 'DIFFERENCES_ACCEPTED' });
  await rememberDone(change, OPERATION, input, '', at);
}
