import { mapDecimal, type Decimal } from '../decimal.ts';
import { roundToTick } from '../instrument/tick-size.ts';
import type { SplitRatio } from './split-ratio.ts';
import type { Bracket, Trade, Trail } from './trade.ts';

/** Digits kept of prices and past quantities that have no finite decimal form. */
const DIGITS = 12;

export function splitQuantity(quantity: Decimal, { newShares, oldShares }: SplitRatio): Decimal {
  return quantity.times(newShares).div(oldShares);
}

/** A price in dollars per new share. */
export function splitPrice(price: Decimal, { newShares, oldShares }: SplitRatio): Decimal {
  return price.times(oldShares).div(newShares);
}

/**
 * Restates a trade in new shares. Cost, proceeds, P&L and fees stay the same to the last digit, so averages
 * move by the reciprocal of the ratio. The open quantity is exact; only the display of past quantities is
 * rounded. Prices that the desk sends go to the nearest tick. The mark may be in old shares, so it is unknown
 * until the next one.
 */
export function splitTrade(trade: Trade, ratio: SplitRatio): Trade {
  const sized = (quantity: Decimal) => splitQuantity(quantity, ratio).toDecimalPlaces(DIGITS);
  const priced = (price: Decimal | null) =>
    mapDecimal(price, (known) => splitPrice(known, ratio).toDecimalPlaces(DIGITS));
  const openQuantity = splitQuantity(trade.openQuantity, ratio);
  const filledQuantity = openQuantity.plus(sized(trade.filledQuantity.minus(trade.openQuantity)));
  const rest = sized(trade.quantity.minus(trade.filledQuantity));
  return {
    ...trade,
    ...{ openQuantity, filledQuantity, quantity: filledQuantity.plus(rest) },
    exitedQuantity: sized(trade.exitedQuantity),
    exitFilled: sized(trade.exitFilled),
    limitPrice: priced(trade.limitPrice),
    stopPrice: priced(trade.stopPrice),
    bracket: splitBracket(trade, trade.bracket, ratio),
    wantedBracket: trade.wantedBracket && splitBracket(trade, trade.wantedBracket, ratio),
    trail: trade.trail && splitTrail(trade.trail, priced),
    maxFavorableExcursion: priced(trade.maxFavorableExcursion),
    maxAdverseExcursion: priced(trade.maxAdverseExcursion),
    mark: null,
    split: together(trade.split, ratio),
  };
}

function splitBracket({ instrument }: Trade, bracket: Bracket, ratio: SplitRatio): Bracket {
  const onTick = (price: Decimal | null) =>
    mapDecimal(price, (known) => roundToTick(instrument, splitPrice(known, ratio), 'nearest'));
  return {
    stopLoss: onTick(bracket.stopLoss),
    takeProfit: onTick(bracket.takeProfit),
    stopLimit: onTick(bracket.stopLimit),
  };
}

/** The trail in new shares. The desk has not asked for any stop at the new prices yet. */
function splitTrail(trail: Trail, priced: (price: Decimal | null) => Decimal | null): Trail {
  const { start, best, beyond } = trail;
  const prices = { start: priced(start), best: priced(best), beyond: priced(beyond) };
  return { ...trail, ...prices, asked: null };
}

function together(before: SplitRatio | null, { newShares, oldShares }: SplitRatio): SplitRatio {
  return {
    newShares: (before?.newShares ?? newShares.div(newShares)).times(newShares),
    oldShares: (before?.oldShares ?? oldShares.div(oldShares)).times(oldShares),
  };
}
