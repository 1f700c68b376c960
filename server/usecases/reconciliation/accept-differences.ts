import { acceptDifferences } from '../../domain/reconciliation/accept-differences.ts';
import { acceptedMoney, checksWithPaidIn } from '../../domain/reconciliation/accepted-money.ts';
import type { InvariantCheck } from '../../domain/reconciliation/invariant.ts';
import { describeAccepted } from '../../domain/reconciliation/recorded-difference.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { BookChange } from '../../ports/book.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { doneBefore, rememberDone } from '../steps/idempotency.ts';
import { changeWithin } from '../steps/mandate-gate.ts';
import { checkTouching } from '../steps/touching.ts';
import { actorName, refuse } from '../steps/refuse.ts';
import { recordInvariants } from './record-invariants.ts';
import type { AcceptInput } from '../../ports/desk-of-book.ts';
import type { Actor } from '../../ports/trading-system.ts';

const OPERATION = 'acceptDifferences';
const ACCEPTED = 'a difference that a person accepted';

/**
 * Takes a person's word that a difference in money at a venue has a known reason, e.g. a deposit: only later
 * changes are compared. Nothing is sent. Cash of an account of real money is booked as paid in or out; no other
 * money of the book moves.
 */
export class AcceptDifferences {
  constructor(private readonly deps: Pick<BookDeps, 'book' | 'clock' | 'mandates'>) {}

  /** Returns all checks afterwards. @throws {Refusal} CONFLICT, IDEMPOTENCY_MISMATCH, BAD_USER_INPUT. */
  async execute(actor: Actor, input: AcceptInput): Promise<readonly InvariantCheck[]> {
    const { book, clock } = this.deps;
    const at = clock.now();
    try {
      return await changeWithin(this.deps, actor, async (change, bound) => {
        const done = await doneBefore(change, OPERATION, input);
        if (done === null) checkTouching(bound, 'WORD');
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
  const checks = await change.invariantChecks();
  const accepted = acceptDifferences(checks, input, by);
  const current = { mode: input.mode, checks };
  const booked = acceptedMoney(current, accepted, await change.accountFunds());
  const kept = checksWithPaidIn(checks, accepted, booked);
  await change.keepInvariants(kept);
  await recordInvariants(change, kept, at);
  const message = describeAccepted(accepted);
  const { venue, account, differences } = input;
  const place = { venue, ...(account == null ? {} : { account }) };
  const detail = { ...place, differences, note: accepted[0]?.accepted?.note };
  const about = { occurredAt: at, actor, message, tradeId: null, detail };
  await change.append({ ...about, type: 'DIFFERENCES_ACCEPTED' });
  for (const { amount, funds } of booked) {
    const origin = { venue: funds.venue, account: funds.account, words: ACCEPTED };
    await change.deposit(amount, at, actor, origin);
    await change.keepFunds(funds);
  }
  await rememberDone(change, OPERATION, input, '', at);
}
