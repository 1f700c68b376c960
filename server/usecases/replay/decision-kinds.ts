import { END_WAITING_ENTRY } from '../book/end-waiting-entries.ts';
import {
  ASK_PERSON,
  CONFIRM_DELIVERY,
  GIVE_SHARES,
  MISS_DELIVERY,
  SETTLE,
  TAKE_SHARES,
} from '../expiry/settle-kinds.ts';
import { ADVANCE } from '../orders/advance-kind.ts';
import { LEARN_MOVE } from '../orders/change-exit.ts';
import { RECORD_COMPARISON } from '../orders/compare-adjusted.ts';
import { AGREE_POSITION } from '../orders/compare-overfill.ts';
import { FLAG_DIFFERENCE } from '../orders/flag-trades.ts';
import { SEND_FOR_THE_DAY } from '../orders/for-the-day.ts';
import { LEARN_ANSWER, LEARN_ORDERS } from '../orders/learn-kinds.ts';
import { LEARN_LISTS } from '../orders/learn-reports.ts';
import { PREPARE_HELD, SUBMIT_HELD } from '../orders/submit-held.ts';
import { SUBMIT } from '../orders/submit-stored.ts';
import {
  END_UNSIGNED,
  GIVE_WAY,
  KEEP_INSPECTED,
  LEARN_LANDING,
  SUBMIT_SIGNED,
} from '../orders/swap-kinds.ts';
import { WATCH_UNPROTECTED } from '../orders/sync-orders.ts';
import type { BeginKind, ChangeKind } from '../steps/decision.ts';
import { REQUEST_BRACKET } from '../trading/adjust-bracket.ts';
import { ADOPT } from '../trading/adopt-kind.ts';
import { ANNOTATE } from '../trading/annotate-trade.ts';
import { BOOK_SPLIT } from '../trading/book-split.ts';
import { REQUEST_CANCEL } from '../trading/cancel-trade.ts';
import { REQUEST_CLOSE } from '../trading/close-trade.ts';
import { DENY_ENTRY, PLACE_ENTRY } from '../trading/entry-kinds.ts';
import { RESOLVE_REVIEW } from '../trading/review-trade.ts';
import { SETTLE_ADJUSTMENT } from '../trading/settle-exit-adjustment.ts';
import { SETTLE_CORRECTION } from '../trading/settle-fill-correction.ts';
import { CLOSE_AT_EXIT } from '../watch/close-at-exit.ts';
import { SELL_AT_EXIT } from '../watch/sell-at-exit.ts';
import { ASK_MOVE, HOLD_TRAIL, RECORD_TRAIL } from '../watch/trail-kinds.ts';

/** Every kind of decision that makes a new trade, by its name. */
export const BEGIN_KINDS = byName<BeginKind<never>>([PLACE_ENTRY, DENY_ENTRY, TAKE_SHARES, ADOPT]);

/** Every kind of decision on a trade that exists already, by its name. */
export const CHANGE_KINDS = byName<ChangeKind<never, unknown>>([
  ...[SUBMIT, SUBMIT_HELD, SEND_FOR_THE_DAY, LEARN_ANSWER, LEARN_ORDERS, LEARN_LISTS, LEARN_MOVE],
  ...[ADVANCE, WATCH_UNPROTECTED, AGREE_POSITION, RECORD_COMPARISON, FLAG_DIFFERENCE],
  ...[END_UNSIGNED, GIVE_WAY, KEEP_INSPECTED, PREPARE_HELD, SUBMIT_SIGNED, LEARN_LANDING],
  ...[CLOSE_AT_EXIT, SELL_AT_EXIT, HOLD_TRAIL, RECORD_TRAIL, ASK_MOVE, END_WAITING_ENTRY],
  ...[REQUEST_CLOSE, REQUEST_BRACKET, REQUEST_CANCEL, SETTLE_ADJUSTMENT, BOOK_SPLIT],
  ...[ANNOTATE, RESOLVE_REVIEW, SETTLE_CORRECTION],
  ...[ASK_PERSON, SETTLE, CONFIRM_DELIVERY, MISS_DELIVERY, GIVE_SHARES],
]);

function byName<Kind extends { readonly name: string }>(
  kinds: readonly Kind[],
): ReadonlyMap<string, Kind> {
  return new Map(kinds.map((kind) => [kind.name, kind]));
}
