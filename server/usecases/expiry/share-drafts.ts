import { idPrefix } from '../../domain/mode.ts';
import type { Decimal } from '../../domain/decimal.ts';
import { allocateShares } from '../../domain/expiry/allocate-shares.ts';
import { deliverShares } from '../../domain/expiry/deliver-shares.ts';
import { takeDelivery } from '../../domain/expiry/take-delivery.ts';
import type { ClosingPrint } from '../../domain/expiry/settle.ts';
import { TradeDraft, type OnUnlistedMove } from '../../domain/trade/trade-draft.ts';
import type { Trade } from '../../domain/trade/trade.ts';
import type { BookReader } from '../../ports/book.ts';
import type { Ids } from '../../ports/ids.ts';

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
): Promise<readonly TradeDraft[] | null> {
  if (shares.greaterThan(0)) {
    const id = `${idPrefix(option.mode)}${ids.next()}`;
    return [takeDelivery(option, { id, shares, print, at })];
  }
  const allocated = allocateShares(
    await reader.activeTrades(),
    option,
    shares.abs(),
    print.sourceTime,
  );
  if (!allocated) return null;
  return allocated.map(({ held, quantity }) =>
    deliverShares(TradeDraft.of(held, at, 'venue', onUnlistedMove), option, { quantity, print }),
  );
}
