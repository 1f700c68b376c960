import { heldAt, heldOf } from '../../domain/trade/held-of.ts';
import type { TradeAggregate } from '../../domain/trade/trade.ts';
import { isIn } from '../../domain/trade/venue-account.ts';
import type { Broker } from '../../ports/broker.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { changeTrade } from '../steps/change-trade.ts';
import type { ChangeKind } from '../steps/decision.ts';
import { awaitsCount } from './is-quiet.ts';

/** The account holds what the book does, so that the trade ends as it did before the doubt. */
export const AGREE_POSITION: ChangeKind<object> = {
  name: 'AGREE_POSITION',
  take: (draft) => {
    const { closeReason } = draft.trade;
    if (!closeReason) return;
    draft.become(closeReason, { reason: null });
    draft.record('CLOSED', `${closeReason}: the position at the venue agrees.`);
  },
};

/**
 * After both exits filled, compares the venue's position with the book's: was more really closed than was
 * held? If they agree, the trade closes as before; if they differ, or the venue cannot be asked, it stays
 * under review.
 */
export async function compareOverfill(
  deps: BookDeps,
  broker: Broker,
  stands: TradeAggregate,
): Promise<TradeAggregate> {
  const { book, clock } = deps;
  const { id, username, instrument, closeReason } = stands.trade;
  if (!awaitsCount(stands) || !closeReason) return stands;
  const positions = await broker.positions().catch(() => null);
  const active = (await book.read(username).activeTrades()).filter(isIn(broker));
  const theirs = positions && heldAt(positions, instrument.symbol);
  if (!theirs?.equals(heldOf(active, instrument.symbol))) return stands;
  const by = { at: clock.now(), actor: 'venue' };
  return changeTrade(deps, { username, id }, by, AGREE_POSITION, ({ trade }) =>
    trade.version === stands.trade.version ? {} : null,
  );
}
