import type { TradeId } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { TradeAggregate } from '../../domain/trade/trade.ts';
import type { BookReader } from '../../ports/book.ts';
import type { BookDeps } from './book-deps.ts';
import { storeDecided } from './change-trade.ts';
import { decide, type ChangeKind } from './decision.ts';
import { changeWithin } from './mandate-gate.ts';
import { checkTouching } from './touching.ts';
import { checkVersion, ownTrade } from './own-trade.ts';
import { actorName, refuse } from './refuse.ts';
import type { Actor } from '../../ports/trading-system.ts';

export interface VersionedCall {
  readonly actor: Actor;
  /** The action's name in the log, e.g. ANNOTATE_TRADE. */
  readonly action: string;
  readonly id: TradeId;
  readonly expectedVersion: number;
  /** See `KeyedChange`. */
  readonly onWord?: boolean;
}

/**
 * A person's change of a trade that sends nothing: owner, version and change in one transaction; a refusal is
 * logged. Doing it twice is a CONFLICT, so it needs no key.
 */
export async function versionedChange<Input>(
  deps: Pick<BookDeps, 'book' | 'clock' | 'mandates' | 'onUnlistedMove' | 'passFaultPoint'>,
  { actor, action, id, expectedVersion, onWord }: VersionedCall,
  kind: ChangeKind<Input>,
  given: (book: BookReader) => Input | Promise<Input>,
): Promise<TradeAggregate> {
  const { book, clock, passFaultPoint } = deps;
  const at = clock.now();
  try {
    return await changeWithin(deps, actor, async (change, bound) => {
      const stored = await ownTrade(change, id);
      const by = { at, actor: actorName(actor), onUnlistedMove: deps.onUnlistedMove };
      // A fault of the input is reported first; at another version it cannot be found.
      const isCurrent = stored.trade.version === expectedVersion;
      const decided = isCurrent ? decide(kind, stored, by, await given(change)) : null;
      const { underlying } = stored.trade.instrument;
      checkTouching(bound, onWord ? 'WORD' : { underlying });
      checkVersion(stored, expectedVersion);
      await storeDecided(change, decided!);
      passFaultPoint?.('request: in transaction');
      return decided!.draft.after;
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refuse(book, actor, error, { action, at, tradeId: null });
  }
}
