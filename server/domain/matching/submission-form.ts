import { isOption } from '../instrument/instrument.ts';
import { onTick } from '../instrument/tick-size.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { isBuy } from '../order/order.ts';
import type { SubmittedOrder, VenueSubmission } from './venue-submission.ts';
import { isClosing } from './venue-state.ts';

/** Why a submission is malformed, in the venue's words; null when it is well formed. */
export function malformedReason(submission: VenueSubmission): string | null {
  const { instrument, orders, fillModel, fillFit } = submission;
  if (fillModel === 'QUOTE') return 'QUOTE fills tokens only: choose another fill model.';
  if (fillModel === 'CALIBRATED' && !fillFit) return 'CALIBRATED fills by its fit, and has none.';
  for (const order of orders) {
    const wrong = orderReason(order, instrument);
    if (wrong) return wrong;
  }
  return shapeReason(submission);
}

function orderReason(order: SubmittedOrder, instrument: Instrument): string | null {
  const { quantity, limitPrice, stopPrice, type } = order;
  if (!quantity.isInteger() || !quantity.greaterThan(0)) {
    return 'Quantity must be a whole number greater than 0.';
  }
  const opensOrCloses = order.side !== 'BUY' && order.side !== 'SELL';
  if (opensOrCloses !== isOption(instrument)) {
    return `Side ${order.side} is not valid for ${instrument.symbol}.`;
  }
  const wantsLimit = type === 'LIMIT' || type === 'STOP_LIMIT';
  const wantsStop = type === 'STOP' || type === 'STOP_LIMIT';
  if (wantsLimit !== (limitPrice !== null)) return `Price does not go with a ${type} order.`;
  if (wantsStop !== (stopPrice !== null)) return `Stop does not go with a ${type} order.`;
  for (const price of [limitPrice, stopPrice]) {
    if (!price) continue;
    if (!price.greaterThan(0)) return 'Prices must be greater than 0.';
    if (!onTick(instrument, price)) {
      return `${price.toFixed()} is not a valid price increment for ${instrument.symbol}.`;
    }
  }
  return null;
}

function shapeReason({ shape, orders }: VenueSubmission): string | null {
  const [first, ...rest] = orders;
  if (!first) return 'An order has at least one leg.';
  if (shape === 'SINGLE') return rest.length === 0 ? null : 'A single order has one leg.';
  const exits = shape === 'OTOCO' ? rest : orders;
  if (shape === 'OTOCO' && (isClosing(first) || exits.length < 1 || exits.length > 2)) {
    return 'An OTOCO is an opening order with one or two closing orders.';
  }
  if (shape === 'OCO' && exits.length !== 2) return 'An OCO has two closing orders.';
  return exitsReason(exits, shape === 'OTOCO' ? first : null);
}

function exitsReason(
  exits: readonly SubmittedOrder[],
  entry: SubmittedOrder | null,
): string | null {
  const [one, two] = exits;
  if (!one) return null;
  if (!exits.every(isClosing)) return 'Exits must be closing orders.';
  if (exits.some((exit) => exit.type === 'MARKET')) return 'An exit needs a price.';
  if (entry && isBuy(entry.side) === isBuy(one.side)) return 'Exits must oppose the entry.';
  if (entry && !entry.quantity.equals(one.quantity)) return 'Exits must be as large as the entry.';
  return two ? pairReason(one, two) : null;
}

function pairReason(one: SubmittedOrder, two: SubmittedOrder): string | null {
  if (one.side !== two.side) return 'OCO legs must be on the same side.';
  if (!one.quantity.equals(two.quantity)) return 'OCO legs must be of the same quantity.';
  if (one.timeInForce !== two.timeInForce) return 'OCO legs must have the same duration.';
  if ((one.type === 'LIMIT') === (two.type === 'LIMIT')) return 'OCO legs must differ in type.';
  return null;
}
