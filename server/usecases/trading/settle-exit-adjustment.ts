import { ZERO, type Decimal } from '../../domain/decimal.ts';
import { settleAdjustment, type AdjustmentWord } from '../../domain/reports/settle-adjustment.ts';
import type { Trade } from '../../domain/trade/trade.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import type { ChangeKind } from '../steps/decision.ts';
import type { KeyedChange } from '../orders/keyed-change.ts';
import type { SettleAdjustmentInput } from '../../ports/trade-doors.ts';
import type { Actor } from '../../ports/trading-system.ts';
import { goneFrom } from '../orders/venue-holding.ts';
import { brokerOfTrade } from '../steps/venue-of.ts';

/** `gone`: see `settleAdjustment`. */
export const SETTLE_ADJUSTMENT: ChangeKind<{
  readonly word: AdjustmentWord;
  readonly gone: Decimal;
}> = {
  name: 'SETTLE_ADJUSTMENT',
  take: (draft, { word, gone }) => settleAdjustment(draft, word, gone),
};

/**
 * Settles the venue's own changes to a trade's exits: its terms go on record, or the desk restores its own.
 * @throws {Refusal} CONFLICT, NOT_FOUND, VENUE_UNAVAILABLE; BAD_USER_INPUT when account and book differ.
 */
export function settleExitAdjustment(
  deps: BookDeps,
  keyedChange: KeyedChange,
  actor: Actor,
  input: SettleAdjustmentInput,
): Promise<Trade> {
  const call = { actor, operation: 'settleExitAdjustment', input, onWord: true };
  const word = { choice: input.choice, note: input.note?.trim() || null };
  let gone: Decimal = ZERO;
  return keyedChange.execute(
    call,
    SETTLE_ADJUSTMENT,
    () => ({ word, gone }),
    async ({ trade }) => {
      gone = await goneFrom(deps, await brokerOfTrade(deps, trade), trade);
    },
  );
}
