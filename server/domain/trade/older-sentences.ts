/* eslint-disable no-restricted-syntax -- The one reader of sentences: see below. */
import { dec } from '../decimal.ts';
import type { TradeEvent } from './trade-event.ts';
import type { Review, Trade } from './trade.ts';

/**
 * Reads what earlier versions stored only as a sentence. Frozen: the desk no longer writes sentences to be
 * read, and stored ones do not change. New facts are fields.
 */

const REVIEWED = /^Reviewed: \w+(?: at (\d+(?:\.\d+)?))?\. (.*)$/s;
const NOTHING_YET = 'The venue’s history says nothing about it yet.';

/** A review from before reviews were fields; `asked` is the event that made the trade NEEDS_REVIEW. */
export function olderReview(reviewed: TradeEvent, asked: TradeEvent | null): Review | null {
  const [, price, note] = REVIEWED.exec(reviewed.message) ?? [];
  if (note === undefined) return null;
  const before = asked && asked.sequence < reviewed.sequence ? asked : null;
  return {
    status: reviewed.trade.status,
    exitPrice: price === undefined ? null : dec(price),
    quantity: price === undefined || !before ? null : before.trade.openQuantity,
    note,
    at: reviewed.occurredAt,
    reviewer: reviewed.actor,
    evidence: before && (before.trade.reason ?? before.message),
  };
}

/** Whether a trade put under review before `awaitsHistory` existed still waits for the account's history. */
export function awaitedHistory({ reason }: Pick<Trade, 'reason'>): boolean {
  return reason?.endsWith(NOTHING_YET) ?? false;
}
