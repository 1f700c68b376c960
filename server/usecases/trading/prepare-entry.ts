import { Refusal, type RiskCheck } from '../../domain/refusal.ts';
import type { Tag, Username } from '../../domain/ids.ts';
import { waitsAtDesk } from '../../domain/order/waits-at-desk.ts';
import { isPreparing, type PreparedOrder } from '../../ports/broker.ts';
import type { SwapUnderWay } from '../../ports/swap-under-way.ts';
import { prepareOrder, type NotPrepared } from '../orders/prepare-order.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { begin, idsAgain, type Decided } from '../steps/decision.ts';
import { decideEntry, givenOf, type Entering } from './draft-entry.ts';
import { PLACE_ENTRY } from './entry-kinds.ts';

/** An entry as it is stored, with the result of its inspection. */
export interface PreparedEntry {
  readonly decided: Decided<void>;
  readonly ready: PreparedOrder | NotPrepared;
}

/**
 * Inspects an entry that would go out now, before anything of it is stored. Null where the venue signs for itself, or
 * the entry waits at the desk.
 * @throws {Refusal} RISK_DENIED with the rules that it breaks, and an alert of its own.
 */
export async function prepareEntry(
  deps: BookDeps,
  entering: Entering,
): Promise<PreparedEntry | null> {
  const { broker, actor } = entering;
  if (!isPreparing(broker)) return null;
  const decided = decideEntry(deps, entering);
  const { draft } = decided;
  const [order] = draft.orders;
  if (!order || waitsAtDesk(order)) return null;
  const ready = await prepareOrder(deps, broker, draft.trade, order);
  deps.passFaultPoint?.('swap: inspected');
  if ('unsigned' in ready) {
    const { checks, unsigned } = ready;
    if (checks) throw await refused(deps, actor.username, { ...unsigned, checks, tag: order.tag });
    return { decided, ready };
  }
  return { decided: inspected(deps, entering, decided, ready), ready };
}

/** The same entry, ids included, with the prepared swap by which its fate is followed. */
function inspected(
  { book }: BookDeps,
  entering: Entering,
  { made }: Decided,
  { swap: prepared }: PreparedOrder,
): Decided<void> {
  const by = { at: made.at, actor: made.actor, ids: idsAgain(made.ids) };
  return begin(PLACE_ENTRY, by, { ...givenOf(book.mode, entering), prepared });
}

interface RefusedEntry {
  readonly reason: string;
  readonly checks: readonly RiskCheck[];
  /** The tag of this very attempt: another attempt with the same key alerts again. */
  readonly tag: Tag;
}

async function refused(
  { book, clock }: BookDeps,
  username: Username,
  { reason, checks, tag: subject }: RefusedEntry,
): Promise<Refusal> {
  const message = `An entry was not signed: ${reason}.`;
  const alert = { kind: 'ORDER_REFUSED', severity: 'CRITICAL', message, tradeId: null } as const;
  await book.change(username, (change) => change.raise({ ...alert, subject }, clock.now()));
  return new Refusal('RISK_DENIED', message, { checks });
}

/** Another swap of the same token from the same wallet comes first. */
export function underWay({ message }: SwapUnderWay): Refusal {
  const check = { rule: 'ONE_SWAP_A_TOKEN', passed: false, limit: '1', actual: '1' };
  const words = `Not now: ${message}. Try again when its outcome is known.`;
  return new Refusal('RISK_DENIED', words, { checks: [{ ...check, message: words }] });
}
