import type { TradeId, Username } from '../../domain/ids.ts';
import { alertsOfChange } from '../../domain/trade/alerts-of-change.ts';
import { TradeDraft } from '../../domain/trade/trade-draft.ts';
import type { TradeAggregate } from '../../domain/trade/trade.ts';
import type { BookChange } from '../../ports/book.ts';
import { alertCover } from './alert-cover.ts';
import type { BookDeps } from './book-deps.ts';

/** Stores a draft's result and raises its alerts, inside the given transaction. */
export async function storeDraft(change: BookChange, draft: TradeDraft): Promise<void> {
  if (draft.events.length === 0) return;
  await change.save(draft.before, draft.after, draft.events);
  const { raised, over } = alertsOfChange(draft.before, draft.after);
  for (const kind of [...draft.resolved, ...over])
    await change.resolve(kind, draft.trade.id, draft.at);
  for (const alert of [...draft.alerts, ...raised]) await change.raise(alert, draft.at);
  await alertCover(change, draft);
}

export interface ChangeBy {
  readonly at: Date;
  readonly actor: string;
  /** Submissions whose orders are all loaded into the draft, however old. */
  readonly tags?: readonly string[];
}

/** Loads a trade under its user's lock, lets `decide` change the draft, and stores it. */
export function changeTrade(
  { book, onUnlistedMove }: Pick<BookDeps, 'book' | 'onUnlistedMove'>,
  username: Username,
  tradeId: TradeId,
  { at, actor, tags }: ChangeBy,
  decide: (draft: TradeDraft, change: BookChange) => void | Promise<void>,
): Promise<TradeAggregate> {
  return book.change(username, async (change) => {
    const stored = await change.trade(tradeId, tags);
    if (!stored) throw new Error(`Trade ${tradeId} of ${username} is not in the book.`);
    const draft = TradeDraft.of(stored, at, actor, onUnlistedMove);
    await decide(draft, change);
    await storeDraft(change, draft);
    return draft.events.length > 0 ? draft.after : stored;
  });
}
