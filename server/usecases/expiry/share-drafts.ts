import type { Decimal } from '../../domain/decimal.ts';
import { allocateShares } from '../../domain/expiry/allocate-shares.ts';
import type { ClosingPrint } from '../../domain/expiry/settle.ts';
import type { OnUnlistedMove } from '../../domain/trade/trade-draft.ts';
import type { Trade } from '../../domain/trade/trade.ts';
import type { BookReader } from '../../ports/book.ts';
import type { Ids } from '../../ports/ids.ts';
import { begin, decide, type Decided } from '../steps/decision.ts';
import { GIVE_SHARES, TAKE_SHARES } from './settle-kinds.ts';

interface Delivered {
  readonly shares: Decimal;
  readonly print: ClosingPrint;
  readonly ids: Ids;
  readonly at: Date;
  readonly onUnlistedMove: OnUnlistedMove | undefined;
}

/**
 * The share trades that a delivery opens or reduces, to be stored with the option in one transaction, so no
 * crash separates them. Null when the book does not hold the shares to deliver.
 */
export async function shareDrafts(
  reader: BookReader,
  option: Trade,
  { shares, print, ids, at, onUnlistedMove }: Delivered,
): Promise<readonly Decided[] | null> {
  const by = { at, actor: 'venue', onUnlistedMove, ids };
  if (shares.greaterThan(0)) return [begin(TAKE_SHARES, by, { option, shares, print })];
  const active = await reader.activeTrades();
  const allocated = allocateShares(active, option, shares.abs(), print.sourceTime);
  if (!allocated) return null;
  return allocated.map(({ held, quantity }) =>
    decide(GIVE_SHARES, held, by, { option, quantity, print }),
  );
}
