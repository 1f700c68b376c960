import type { Decimal } from '../decimal.ts';
import type { AdjustmentChoice, ExitAdjustment, ExitTerms } from '../order/exit-adjustment.ts';
import type { Order } from '../order/order.ts';
import { describeTerms, waitingAdjustment } from '../order/waiting-adjustment.ts';
import { badInput } from '../refusal.ts';
import { rememberAskedMove } from '../exits/asked-move.ts';
import { describeOrder } from '../order/describe-order.ts';
import type { TradeDraft } from '../trade/trade-draft.ts';
import type { Bracket } from '../trade/trade.ts';

/** A person's choice between the exit terms that a venue set by itself and the desk's own. */
export interface AdjustmentWord {
  readonly choice: AdjustmentChoice;
  readonly note: string | null;
}

/** An exit that waits for a choice. */
export interface Waiting {
  readonly order: Order;
  readonly adjustment: ExitAdjustment;
}

/**
 * Settles the venue's changes to a trade's exits. ADOPT records the venue's prices and changes nothing there;
 * KEEP lets the planner restore what the desk has on record, or what was asked for last. `gone`: how much more
 * the book holds than the venue.
 * @throws {Refusal} BAD_USER_INPUT when no exit waits, the trade is not OPEN, the account holds another
 * quantity than the book, or ADOPT would leave exits of another size than the position.
 */
export function settleAdjustment(draft: TradeDraft, word: AdjustmentWord, gone: Decimal): void {
  const waiting = waitingOf(draft);
  const { status } = draft.trade;
  if (waiting.length === 0) throw badInput('input.id', 'The venue changed no exit of this trade.');
  if (status !== 'OPEN') {
    throw badInput('input.id', `A trade that is ${status} waits for no choice of its exits.`);
  }
  checkHeld(gone, 'input.choice');
  if (word.choice === 'ADOPT') adopt(draft, waiting);
  settle(draft, waiting, word);
  const said = waiting.map(({ order, adjustment }) =>
    word.choice === 'ADOPT'
      ? `${describeOrder(order)} ${describeTerms(adjustment)} taken over from the venue, instead of ${describeTerms(order)}`
      : `${describeOrder(order)} ${describeTerms(order)} kept, and not the venue’s ${describeTerms(adjustment)}`,
  );
  draft.record('ADJUSTMENT_SETTLED', `${said.join('; ')}. ${word.note ?? ''}`.trim());
}

/** Settles them by new exits from a person, which replace the venue's. @throws {Refusal} as `settleAdjustment`. */
export function overrideAdjustment(draft: TradeDraft, gone: Decimal): void {
  const waiting = waitingOf(draft);
  if (waiting.length === 0) return;
  checkHeld(gone, 'input.id');
  settle(draft, waiting, { choice: 'KEEP', note: null });
}

export function waitingOf({ orders }: TradeDraft): readonly Waiting[] {
  return orders.flatMap((order) => {
    const adjustment = waitingAdjustment(order);
    return adjustment ? [{ order, adjustment }] : [];
  });
}

function checkHeld(gone: Decimal, field: string): void {
  if (gone.isZero()) return;
  const how = gone.isNegative() ? 'more' : 'fewer';
  throw badInput(
    field,
    `The venue shows ${gone.abs().toFixed()} ${how} than this book: the exits stay until that is settled.`,
  );
}

function adopt(draft: TradeDraft, waiting: readonly Waiting[]): void {
  const { openQuantity, trail } = draft.trade;
  for (const { order, adjustment } of waiting) {
    const size = adjustment.quantity.minus(order.filledQuantity);
    if (size.equals(openQuantity)) continue;
    const held = `${openQuantity.toFixed()} are held`;
    throw badInput(
      'input.choice',
      `The ${describeOrder(order)} stands for ${size.toFixed()}, and ${held}.`,
    );
  }
  rememberAskedMove(draft);
  const bracket = bracketWith(draft.trade.bracket, waiting);
  // The same as when a person sets a stop: the trail moves it on from the next better price.
  const moved = trail && { ...trail, beyond: trail.best, asked: null };
  draft.set({ bracket, wantedBracket: null, trail: moved });
}

/** The bracket with the prices of these exits. */
export function bracketWith(bracket: Bracket, taken: readonly Waiting[]): Bracket {
  return taken.reduce(
    (so, { order: { role }, adjustment: { stopPrice, limitPrice } }) =>
      role === 'STOP_LOSS'
        ? { ...so, stopLoss: stopPrice, stopLimit: limitPrice }
        : { ...so, takeProfit: limitPrice },
    bracket,
  );
}

/** Gives each order the terms that it now has at the venue. */
export function settle(
  draft: TradeDraft,
  waiting: readonly Waiting[],
  { choice, note }: AdjustmentWord,
): void {
  const settled = { choice, note, settledAt: draft.at, settledBy: draft.actor };
  for (const { order, adjustment } of waiting)
    draft.setOrder(order.id, {
      ...standing(adjustment),
      adjustment: { ...adjustment, ...settled },
    });
}

function standing({ quantity, stopPrice, limitPrice }: ExitTerms): ExitTerms {
  return { quantity, stopPrice, limitPrice };
}
