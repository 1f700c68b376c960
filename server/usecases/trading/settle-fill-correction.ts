import { settleCorrection } from '../../domain/reports/settle-correction.ts';
import type { Trade } from '../../domain/trade/trade.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import type { SettleCorrectionInput } from '../../ports/trade-doors.ts';
import type { Actor } from '../../ports/trading-system.ts';
import { versionedChange } from '../steps/versioned-change.ts';

/** Settles the venue's correction of a fill; sends nothing. @throws {Refusal} CONFLICT, NOT_FOUND, BAD_USER_INPUT */
export async function settleFillCorrection(
  deps: BookDeps,
  actor: Actor,
  input: SettleCorrectionInput,
): Promise<Trade> {
  const { id, orderId } = input;
  const call = { ...input, actor, action: 'SETTLE_FILL_CORRECTION', onWord: true };
  const settled = await versionedChange(deps, call, async (draft, book) => {
    const orders = (await book.allOrdersOf([id])).get(id) ?? [];
    const fills = orders.find((order) => order.id === orderId)?.fills ?? [];
    settleCorrection(draft, input, fills);
  });
  return settled.trade;
}
