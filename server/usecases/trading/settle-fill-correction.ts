import type { Fill } from '../../domain/order/order.ts';
import { settleCorrection, type CorrectionWord } from '../../domain/reports/settle-correction.ts';
import type { Trade } from '../../domain/trade/trade.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import type { SettleCorrectionInput } from '../../ports/trade-doors.ts';
import type { Actor } from '../../ports/trading-system.ts';
import type { ChangeKind } from '../steps/decision.ts';
import { versionedChange } from '../steps/versioned-change.ts';

/** `fills`: all of the corrected order. */
export const SETTLE_CORRECTION: ChangeKind<{
  readonly word: CorrectionWord;
  readonly fills: readonly Fill[];
}> = {
  name: 'SETTLE_CORRECTION',
  take: (draft, { word, fills }) => settleCorrection(draft, word, fills),
};

/** Settles the venue's correction of a fill; sends nothing. @throws {Refusal} CONFLICT, NOT_FOUND, BAD_USER_INPUT */
export async function settleFillCorrection(
  deps: BookDeps,
  actor: Actor,
  input: SettleCorrectionInput,
): Promise<Trade> {
  const { id, orderId, take, note } = input;
  const call = { ...input, actor, action: 'SETTLE_FILL_CORRECTION', onWord: true };
  const settled = await versionedChange(deps, call, SETTLE_CORRECTION, async (book) => {
    const orders = (await book.allOrdersOf([id])).get(id) ?? [];
    const fills = orders.find((order) => order.id === orderId)?.fills ?? [];
    return { word: { orderId, take, note }, fills };
  });
  return settled.trade;
}
