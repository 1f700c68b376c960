import { isShares } from '../instrument/instrument.ts';
import type { Decimal } from '../decimal.ts';
import { tickSize } from '../instrument/tick-size.ts';
import { isWorking } from '../order/order-status.ts';
import { badInput } from '../refusal.ts';
import { isRestingExit } from '../exits/exit-session.ts';
import { bracketWith, settle, waitingOf, type Waiting } from './settle-adjustment.ts';
import type { SplitRatio } from '../trade/split-ratio.ts';
import { splitQuantity, splitTrade } from '../trade/split-trade.ts';
import { pricesIn } from '../exits/take-terms.ts';
import { isUnprotected, isStanding } from '../trade/standing-exits.ts';
import type { TradeDraft } from '../trade/trade-draft.ts';
import { type Trade } from '../trade/trade.ts';
import { directionOf } from '../order/order.ts';

/** More new or old shares than any company's split has had. */
const MOST_SHARES = 1000;

/** The symbol's position in the book, over all trades of the account, and at the venue. Signed. */
export interface Holdings {
  readonly ours: Decimal;
  readonly theirs: Decimal;
}

/**
 * Books a split of a trade's shares: the same value in another number of shares. No cash moves, nothing is
 * realised, and no fill changes. When the account then holds what the book does, the trade reopens; otherwise
 * it stays under review until other trades of the symbol are split too. Only whole shares are booked: a
 * payout for odd shares is an exit, booked by a review of that part first.
 * @throws {Refusal} BAD_USER_INPUT, with the field, when it is no split of shares, or does not bring the book
 * nearer to the venue.
 */
export function bookSplit(
  draft: TradeDraft,
  ratio: SplitRatio,
  { ours, theirs }: Holdings,
  note: string | null,
): void {
  const before = draft.trade;
  checkMayBeSplit(draft);
  checkRatio(before, ratio);
  const after = splitTrade(before, ratio);
  const grown = after.openQuantity.minus(before.openQuantity).times(directionOf(before.side));
  const holdings = { ours: ours.plus(grown), theirs };
  checkNearer(ours, holdings, before);
  draft.set(after);
  carryExits(draft);
  const [fresh, old] = [ratio.newShares.toFixed(), ratio.oldShares.toFixed()];
  const booked = `A split of ${fresh} for ${old} is booked: ${before.openQuantity.toFixed()} are ${after.openQuantity.toFixed()}, at the same cost`;
  goOn(draft, holdings, booked);
  draft.record('SPLIT_BOOKED', `${booked}. ${note ?? ''}`.trim());
}

function checkMayBeSplit({ trade, orders }: TradeDraft): void {
  const bad = (reason: string) => badInput('input.id', reason);
  if (!isShares(trade.instrument)) throw bad('Only shares are split.');
  if (trade.status !== 'NEEDS_REVIEW')
    throw bad(`A trade that is ${trade.status} waits for no split.`);
  if (trade.openQuantity.isZero()) throw bad('Nothing of it is held.');
  if (trade.closeRequest) throw bad('A close of it is under way.');
  const busy = orders.find(
    (order) => isWorking(order.status) && (!isStanding(order) || !isRestingExit(order)),
  );
  if (busy) throw bad(`Its ${busy.role} order is ${busy.status}: it may still fill.`);
}

function checkRatio({ openQuantity }: Trade, ratio: SplitRatio): void {
  for (const name of ['newShares', 'oldShares'] as const) {
    const shares = ratio[name];
    if (!shares.isInteger() || shares.lessThan(1) || shares.greaterThan(MOST_SHARES))
      throw badInput(`input.${name}`, `A whole number from 1 to ${MOST_SHARES}.`);
  }
  if (ratio.newShares.equals(ratio.oldShares))
    throw badInput('input.newShares', 'As many new shares as old ones are no split.');
  const held = splitQuantity(openQuantity, ratio);
  if (held.isInteger()) return;
  const odd = openQuantity.mod(ratio.oldShares).toFixed();
  throw badInput(
    'input.newShares',
    `Of ${openQuantity.toFixed()} held that makes ${held.toDecimalPlaces(4).toFixed()}: book the ${odd} odd ones first, as closed at what was paid for them.`,
  );
}

/** Each booking brings the book nearer to what the venue shows, and never past it. */
function checkNearer(ours: Decimal, then: Holdings, { instrument }: Trade): void {
  const missing = then.theirs.minus(ours);
  const left = then.theirs.minus(then.ours);
  const past = left.times(missing).isNegative() && !left.isZero();
  if (left.abs().lessThan(missing.abs()) && !past) return;
  const { symbol } = instrument;
  throw badInput(
    'input.newShares',
    `The book would hold ${then.ours.toFixed()} of ${symbol}, and the venue shows ${then.theirs.toFixed()}.`,
  );
}

/** Adopts exits that the venue split too, when they differ only by rounding. */
function carryExits(draft: TradeDraft): void {
  const waiting = waitingOf(draft);
  const taken = waiting.filter((each) => isCarried(draft.trade, each));
  const { trade } = draft;
  draft.set({ bracket: bracketWith(trade.bracket, taken) });
  settle(draft, taken, { choice: 'ADOPT', note: null });
  for (const { order, adjustment } of waiting) {
    if (taken.some((each) => each.order.id === order.id)) continue;
    const asked = pricesIn(trade.wantedBracket ?? trade.bracket, order);
    const compared = { ...adjustment, comparedAt: null };
    const quantity = trade.openQuantity.plus(order.filledQuantity);
    draft.setOrder(order.id, { ...asked, quantity, adjustment: compared });
  }
}

function isCarried(trade: Trade, { order, adjustment }: Waiting): boolean {
  const wanted = pricesIn(trade.bracket, order);
  const pairs = [
    [wanted.stopPrice, adjustment.stopPrice],
    [wanted.limitPrice, adjustment.limitPrice],
  ] as const;
  const near = pairs.every(([ours, theirs]) => {
    if (!ours || !theirs) return ours === theirs;
    return ours.minus(theirs).abs().lessThanOrEqualTo(tickSize(trade.instrument, ours));
  });
  const size = adjustment.quantity.minus(order.filledQuantity);
  return near && !trade.wantedBracket && size.equals(trade.openQuantity);
}

function goOn(draft: TradeDraft, { ours, theirs }: Holdings, booked: string): void {
  const left = theirs.minus(ours);
  if (left.isZero()) {
    draft.become('OPEN', { reason: null, doubt: null });
    if (isUnprotected(draft.after)) draft.set({ protection: 'NONE' });
    draft.resolve('NEEDS_REVIEW').resolve('FOREIGN_CHANGE');
    return;
  }
  const how = left.times(ours).isNegative() ? 'fewer' : 'more';
  const { symbol } = draft.trade.instrument;
  const reason = `${booked}. The venue still shows ${left.abs().toFixed()} ${how} of ${symbol} than this book: another trade of it waits too.`;
  const { doubt } = draft.trade;
  const none = { newShares: null, oldShares: null, awaitsHistory: false };
  draft.set({ reason, doubt: doubt && { ...doubt, ...none, ours, theirs } });
}
