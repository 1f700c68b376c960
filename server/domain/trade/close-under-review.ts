import { Decimal, ZERO } from '../decimal.ts';
import { isSameSymbol } from '../instrument/share-class.ts';
import { badInput } from '../refusal.ts';
import { type Trade, type TradeAggregate } from './trade.ts';
import { directionOf } from '../order/order.ts';

/** Whether a person has asked to close what the venue holds of a trade under review. */
export function closesUnderReview({ status, closeRequest }: Trade): boolean {
  return status === 'NEEDS_REVIEW' && closeRequest !== null && closeRequest.missing !== null;
}

/** The largest quantity that a closing order may have: the holding, less what the venue did not show. */
export function closableOf({ openQuantity, closeRequest }: Trade): Decimal {
  return Decimal.max(openQuantity.minus(closeRequest?.missing ?? ZERO), ZERO);
}

/**
 * How much of a trade under review a person may close: the quantity that its account shows, less the holdings
 * of the symbol in trades that are not under review, and at most the book's holding. `theirs` is signed.
 * @throws {Refusal} BAD_USER_INPUT while the outcome of one of its orders is unknown.
 */
export function closableAtVenue(
  { trade, orders }: TradeAggregate,
  theirs: Decimal,
  others: readonly Trade[],
): Decimal {
  const flying = orders.find(({ status }) => status === 'SUBMITTED' || status === 'UNKNOWN');
  if (flying) {
    const what = `Its ${flying.role} order is ${flying.status}`;
    throw badInput(
      'input.id',
      `${what}: it may still fill, so nothing is closed until it is settled.`,
    );
  }
  const sure = others.filter(
    ({ id, instrument, status }) =>
      id !== trade.id &&
      isSameSymbol(instrument.symbol, trade.instrument.symbol) &&
      status !== 'NEEDS_REVIEW',
  );
  const free = sure.reduce(
    (left, other) => left.minus(other.openQuantity.times(directionOf(other.side))),
    theirs,
  );
  const ours = free.times(directionOf(trade.side));
  return Decimal.max(Decimal.min(ours, trade.openQuantity), ZERO);
}
