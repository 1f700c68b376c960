import { dec } from '../../domain/decimal.ts';
import { bookSplit as book, type Holdings } from '../../domain/reports/book-split.ts';
import type { SplitRatio } from '../../domain/trade/split-ratio.ts';
import type { Trade } from '../../domain/trade/trade.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import type { ChangeKind } from '../steps/decision.ts';
import type { KeyedChange } from '../orders/keyed-change.ts';
import type { BookSplitInput } from '../../ports/trade-doors.ts';
import type { Actor } from '../../ports/trading-system.ts';
import { holdingsOf } from '../orders/venue-holding.ts';
import { brokerOfTrade } from '../steps/venue-of.ts';

/** `holdings`: as the venue reported them. */
export const BOOK_SPLIT: ChangeKind<{
  readonly ratio: SplitRatio;
  readonly holdings: Holdings | null;
  readonly note: string | null;
}> = {
  name: 'BOOK_SPLIT',
  take: (draft, { ratio, holdings, note }) => {
    if (holdings) book(draft, ratio, holdings, note);
  },
};

/**
 * Books a split of shares that a person reported, after reading the venue's positions.
 * @throws {Refusal} CONFLICT, NOT_FOUND, VENUE_UNAVAILABLE; BAD_USER_INPUT with the field.
 */
export function bookSplit(
  deps: BookDeps,
  keyedChange: KeyedChange,
  actor: Actor,
  input: BookSplitInput,
): Promise<Trade> {
  let holdings: Holdings | null = null;
  return keyedChange.execute(
    { actor, operation: 'bookSplit', input, sends: false, onWord: true },
    BOOK_SPLIT,
    () => ({ ratio: splitRatioOf(input), holdings, note: input.note?.trim() || null }),
    async ({ trade }) => {
      holdings = await holdingsOf(deps, await brokerOfTrade(deps, trade), trade);
    },
  );
}

export function splitRatioOf({ newShares, oldShares }: BookSplitInput): SplitRatio {
  return { newShares: dec(newShares), oldShares: dec(oldShares) };
}
