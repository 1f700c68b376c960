import type { Username } from '../../domain/ids.ts';
import { isSameSymbol } from '../../domain/instrument/share-class.ts';
import type { History } from '../../domain/order/describe-statement.ts';
import { flagDifference } from '../../domain/reconciliation/flag-difference.ts';
import type { TradeAggregate } from '../../domain/trade/trade.ts';
import { isIn, type VenueAccount } from '../../domain/trade/venue-account.ts';
import type { Difference, LikelyCause } from '../../domain/reconciliation/why-differs.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { changeTrade } from '../steps/change-trade.ts';
import type { ChangeKind } from '../steps/decision.ts';

export const FLAG_DIFFERENCE: ChangeKind<Pick<Flag, 'difference' | 'likely' | 'history'>> = {
  name: 'FLAG_DIFFERENCE',
  take: (draft, { difference, ...found }) => flagDifference(draft, difference, found),
};

interface Flag {
  readonly username: Username;
  readonly place: VenueAccount;
  readonly difference: Difference;
  readonly likely: LikelyCause;
  /** What the account's statement says. */
  readonly history: History;
  /** The trades for which this is not recorded yet. */
  readonly isDue: (aggregate: TradeAggregate) => boolean;
}

/** Puts the open trades of a symbol in one account under review, because the account holds another quantity. */
export async function flagTrades(
  deps: Pick<BookDeps, 'book' | 'clock' | 'onUnlistedMove'>,
  { username, place, difference, likely, history, isDue }: Flag,
): Promise<void> {
  const { book, clock } = deps;
  const at = clock.now();
  const active = (await book.read(username).activeTrades()).filter(isIn(place));
  for (const { trade } of active) {
    if (!isSameSymbol(trade.instrument.symbol, difference.symbol) || trade.phase !== 'OPEN')
      continue;
    const by = { at, actor: 'venue' };
    await changeTrade(deps, { username, id: trade.id }, by, FLAG_DIFFERENCE, (stored) =>
      isDue(stored) ? { difference, likely, history } : null,
    );
  }
}
