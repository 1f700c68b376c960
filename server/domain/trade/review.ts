import { dec, ZERO, type Decimal } from '../decimal.ts';
import { isFinal } from '../order/order-status.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { settlementInstant } from '../instrument/last-trading.ts';
import { badInput } from '../refusal.ts';
import { applyExitFill } from './apply-fill.ts';
import { widenExcursions } from './excursions.ts';
import type { TradeEvent } from './trade-event.ts';
import type { TradeDraft } from './trade-draft.ts';
import { phaseOf, tradeMayBecome, type TradeStatus } from './trade-status.ts';

/** What a person found out about a trade that the desk could not judge. */
export interface Resolution {
  readonly status: TradeStatus;
  /** Dollars per share or unit at which all that is held was closed; null where nothing was. */
  readonly exitPrice: Decimal | null;
  readonly note: string;
}

/**
 * Settles NEEDS_REVIEW by a person's word. What is held goes at the price that was said, without a fee,
 * so that the money adds up as after any other exit.
 * @throws {Refusal} BAD_USER_INPUT where the word contradicts what the book holds.
 */
export function resolveReview(draft: TradeDraft, resolution: Resolution): void {
  const { status, note } = resolution;
  if (draft.trade.status !== 'NEEDS_REVIEW') {
    throw badInput('id', `A trade that is ${draft.trade.status} waits for no review.`);
  }
  if (status === 'NEEDS_REVIEW' || !tradeMayBecome('NEEDS_REVIEW', status)) {
    throw badInput('resolution.status', `A review does not end in ${status}.`);
  }
  if (note.trim() === '') throw badInput('resolution.note', 'Say what you found out.');
  const exitPrice = checkedPrice(draft, resolution);
  if (status === 'OPEN') draft.set({ status, phase: 'OPEN', reason: null, protection: 'NONE' });
  else end(draft, status, exitPrice, note);
  for (const kind of ['NEEDS_REVIEW', 'FOREIGN_CHANGE', 'UNPROTECTED', 'EXIT_REFUSED'] as const)
    draft.resolve(kind);
  const at = exitPrice ? ` at ${exitPrice.toFixed()}` : '';
  draft.tell('REVIEWED', `Reviewed: ${status}${at}. ${note}`);
}

/** A review as the log tells it. */
export interface Review extends Resolution {
  readonly reviewedAt: Date;
  /** `user:NAME`. */
  readonly reviewer: string;
  /** What the desk, and the venue's history, said when they asked for it; null where the log does not tell. */
  readonly evidence: string | null;
}

const TOLD = /^Reviewed: \w+(?: at (\d+(?:\.\d+)?))?\. (.*)$/s;

/** Reads what `resolveReview` told; `asked` is what made the trade NEEDS_REVIEW. */
export function reviewTold(reviewed: TradeEvent, asked: TradeEvent | null): Review | null {
  const [, price, note] = TOLD.exec(reviewed.message) ?? [];
  if (note === undefined) return null;
  const before = asked && asked.sequence < reviewed.sequence ? asked : null;
  return {
    status: reviewed.trade.status,
    exitPrice: price === undefined ? null : dec(price),
    note,
    reviewedAt: reviewed.occurredAt,
    reviewer: reviewed.actor,
    evidence: before && (before.trade.reason ?? before.message),
  };
}

function end(
  draft: TradeDraft,
  status: Exclude<TradeStatus, 'NEEDS_REVIEW'>,
  exitPrice: Decimal | null,
  reason: string,
): void {
  const { trade, at } = draft;
  if (exitPrice) {
    const quantity = trade.openQuantity;
    draft.set(applyExitFill(trade, { quantity, price: exitPrice, fee: ZERO }));
    draft.set(widenExcursions(trade, exitPrice));
  }
  for (const order of draft.orders) {
    if (isFinal(order.status)) continue;
    if (order.status === 'INTENT') draft.setOrder(order.id, { status: 'CANCELED', reason });
    else if (status.startsWith('EXPIRED')) draft.setOrder(order.id, { status: 'EXPIRED' });
  }
  const ended = { closeReason: status, closedAt: trade.closedAt ?? at, reason };
  const asked = { closeRequest: null, wantedBracket: null };
  draft.set({ status, phase: phaseOf(status), ...ended, ...asked });
}

/** The price at which all that is held goes; null where nothing does. */
function checkedPrice(draft: TradeDraft, { status, exitPrice }: Resolution): Decimal | null {
  const { trade } = draft;
  const held = !trade.openQuantity.isZero();
  const holds = held ? `${trade.openQuantity.toFixed()} held` : 'nothing held';
  if (!fits(draft, status)) {
    throw badInput('resolution.status', `${status} contradicts the book: ${holds}.`);
  }
  const closes = held && status !== 'OPEN';
  if (!closes && exitPrice) throw badInput('resolution.exitPrice', 'Nothing is closed by this.');
  if (!closes) return null;
  if (status === 'EXPIRED_OTM') {
    if (!exitPrice || exitPrice.isZero()) return ZERO;
    throw badInput('resolution.exitPrice', 'What expires out of the money is worth 0.');
  }
  if (!exitPrice) throw badInput('resolution.exitPrice', `It closes the ${holds}: at what price?`);
  const least = status === 'EXPIRED_ITM' ? exitPrice.greaterThan(0) : !exitPrice.isNegative();
  if (!least) throw badInput('resolution.exitPrice', 'Too low for how it ended.');
  return exitPrice;
}

function fits({ trade, at }: TradeDraft, status: TradeStatus): boolean {
  if (status === 'OPEN') return !trade.openQuantity.isZero();
  if (status === 'CANCELED' || status === 'REJECTED') return trade.filledQuantity.isZero();
  if (trade.filledQuantity.isZero()) return false;
  return !status.startsWith('EXPIRED') || isDue(trade.instrument, at);
}

/** Its settlement price exists, whoever knows it. */
function isDue(instrument: Instrument, at: Date): boolean {
  return instrument.assetClass === 'OPTION' && settlementInstant(instrument) <= at;
}
