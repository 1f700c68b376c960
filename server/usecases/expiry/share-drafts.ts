import { idPrefix } from '../../domain/mode.ts';
import type { Decimal } from '../../domain/decimal.ts';
import { allotShares } from '../../domain/expiry/allot-shares.ts';
import { giveShares } from '../../domain/expiry/give-shares.ts';
import { receiveShares } from '../../domain/expiry/receive-shares.ts';
import type { ClosingPrint } from '../../domain/expiry/settle.ts';
import { TradeDraft } from '../../domain/trade/trade-draft.ts';
import type { Trade } from '../../domain/trade/trade.ts';
import type { BookReader } from '../../ports/book.ts';
import type { Ids } from '../../ports/ids.ts';

/**
 * The share trades that a delivery opens or takes from, to be stored with the option in one transaction,
 * so that no crash parts them. Null where the book does not hold what would have to be given.
 */
export async function shareDrafts(
  reader: BookReader,
  option: Trade,
  { shares, print, ids, at }: { shares: Decimal; print: ClosingPrint; ids: Ids; at: Date },
): Promise<readonly TradeDraft[] | null> {
  if (shares.greaterThan(0)) {
    const id = `${idPrefix(option.mode)}${ids.next()}`;
    return [receiveShares(option, { id, shares, print, at })];
  }
  const allotted = allotShares(await reader.activeTrades(), option, shares.abs(), print.sourceTime);
  if (!allotted) return null;
  return allotted.map(({ held, quantity }) =>
    giveShares(TradeDraft.of(held, at, 'venue'), option, { quantity, print }),
  );
}
