import type { TradeId, Username } from '../../domain/ids.ts';
import { alertsOfChange } from '../../domain/trade/alerts-of-change.ts';
import type { TradeAggregate } from '../../domain/trade/trade.ts';
import type { BookChange } from '../../ports/book.ts';
import type { Ids } from '../../ports/ids.ts';
import { alertCover } from './alert-cover.ts';
import type { BookDeps } from './book-deps.ts';
import { decide, type ChangeKind, type Decided, type DecidedBy } from './decision.ts';

/** Stores what was decided, with what made it, and raises its alerts, inside the given transaction. */
export async function storeDecided(change: BookChange, { draft, made }: Decided): Promise<void> {
  if (draft.events.length === 0) return;
  await change.save(draft.before, draft.after, draft.events, made);
  const { raised, over } = alertsOfChange(draft.before, draft.after);
  const gone = [...draft.resolved, ...over];
  if (gone.length > 0) await change.resolve(gone, draft.trade.id, draft.at);
  for (const alert of [...draft.alerts, ...raised]) await change.raise(alert, draft.at);
  await alertCover(change, draft);
}

export interface ChangeBy extends DecidedBy {
  /** Submissions whose orders are all loaded into the draft, however old. */
  readonly tags?: readonly string[];
  /** Given when the kind draws ids. */
  readonly ids?: Ids;
}

type Given<Input> = (
  stored: TradeAggregate,
  change: BookChange,
) => Input | null | Promise<Input | null>;

type Storing = Pick<BookDeps, 'book' | 'onUnlistedMove'>;

/**
 * Loads a trade under its user's lock, reads the decision's input, decides and stores it. Null as input: nothing is
 * decided.
 */
export async function changeTrade<Input, Told>(
  deps: Storing,
  of: { readonly username: Username; readonly id: TradeId },
  by: ChangeBy,
  kind: ChangeKind<Input, Told>,
  given: Given<Input>,
): Promise<TradeAggregate> {
  return (await changeAndTell(deps, of, by, kind, given)).stands;
}

/** The same, and returns also what the decision returned; null when nothing was decided. */
export function changeAndTell<Input, Told>(
  { book, onUnlistedMove }: Storing,
  { username, id }: { readonly username: Username; readonly id: TradeId },
  { at, actor, tags, ids }: ChangeBy,
  kind: ChangeKind<Input, Told>,
  given: Given<Input>,
): Promise<{ readonly stands: TradeAggregate; readonly told: Told | null }> {
  return book.change(username, async (change) => {
    const stored = await change.trade(id, tags);
    if (!stored) throw new Error(`Trade ${id} of ${username} is not in the book.`);
    const input = await given(stored, change);
    if (input === null) return { stands: stored, told: null };
    const decided = decide(kind, stored, { at, actor, onUnlistedMove, ids }, input);
    await storeDecided(change, decided);
    const { draft, told } = decided;
    return { stands: draft.events.length > 0 ? draft.after : stored, told };
  });
}
