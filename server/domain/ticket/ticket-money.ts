import type { OptionContract } from '../instrument/instrument.ts';
import { dec, ZERO, type Decimal } from '../decimal.ts';
import type { Quote } from '../market/quote.ts';
import { feeFor } from '../matching/fee-schedule.ts';
import type { Ticket } from './ticket.ts';
import { directionOf } from '../order/order.ts';

/** A ticket's figures in dollars; null when it cannot be priced or has no bound. */
export interface TicketMoney {
  /** The assumed entry price: the limit or stop, or else the far side of the market. */
  readonly price: Decimal | null;
  /** Dollars paid at entry; negative for a credit. */
  readonly cost: Decimal | null;
  readonly fees: Decimal;
  /** Cash that the trade ties up: the cost of a long, the strike less the premium of a short put. */
  readonly capital: Decimal | null;
  readonly maxLoss: Decimal | null;
  readonly maxProfit: Decimal | null;
  /** Price of the underlying at expiry, or of the share, at which the entry breaks even. */
  readonly breakEven: Decimal | null;
}

const UNPRICED = {
  price: null,
  cost: null,
  capital: null,
  maxLoss: null,
  maxProfit: null,
  breakEven: null,
};

export function ticketMoney(ticket: Ticket, quote: Quote | null): TicketMoney {
  const { instrument, quantity } = ticket;
  const fees = feeAt(ticket, quote);
  const price = entryReference(ticket, quote);
  if (!price) return { ...UNPRICED, fees };
  const size = quantity.times(instrument.multiplier);
  const paid = price.times(size);
  switch (instrument.assetClass) {
    case 'OPTION':
      return optionMoney(instrument, {
        price,
        paid,
        size,
        fees,
        long: directionOf(ticket.side) === 1,
      });
    case 'EQUITY':
    case 'TOKEN':
      return {
        price,
        cost: paid,
        fees,
        capital: paid.plus(fees),
        maxLoss: paid.plus(fees),
        maxProfit: null,
        breakEven: price,
      };
  }
}

interface OptionPremium {
  readonly price: Decimal;
  readonly paid: Decimal;
  /** Quantity times multiplier. */
  readonly size: Decimal;
  readonly fees: Decimal;
  readonly long: boolean;
}

function optionMoney(
  { strike, right }: OptionContract,
  { price, paid, size, fees, long }: OptionPremium,
): TicketMoney {
  const atStrike = strike.times(size);
  const put = right === 'PUT';
  const breakEven = put ? strike.minus(price) : strike.plus(price);
  const common = { price, fees, breakEven };
  if (long) {
    const maxProfit = put ? atStrike.minus(paid).minus(fees) : null;
    return { ...common, cost: paid, capital: paid.plus(fees), maxLoss: paid.plus(fees), maxProfit };
  }
  return {
    ...common,
    cost: paid.neg(),
    capital: put ? atStrike.minus(paid).plus(fees) : ZERO,
    maxLoss: put ? atStrike.minus(paid).plus(fees) : null,
    maxProfit: paid.minus(fees),
  };
}

/** Dollars lost by entering and exiting at once: spread and fees both ways. Null without both prices. */
export function roundTrip(
  { side, quantity, instrument }: Ticket,
  price: Decimal | null,
  quote: Quote | null,
): Decimal | null {
  const exit = directionOf(side) === 1 ? quote?.bid : quote?.ask;
  if (!price || !exit) return null;
  const size = quantity.times(instrument.multiplier).times(directionOf(side));
  return exit.minus(price).times(size).minus(feeAt({ instrument, quantity }, quote).times(2));
}

/** Dollars of fees for one side: by our schedule, or what the network takes for a swap. */
export function feeAt(
  { instrument, quantity }: Pick<Ticket, 'instrument' | 'quantity'>,
  quote: Quote | null,
) {
  if (quote?.assetClass === 'TOKEN' && quote.swapFee) return quote.swapFee;
  return feeFor(instrument.assetClass, quantity);
}

function entryReference(
  { orderType, limitPrice, stopPrice, side }: Ticket,
  quote: Quote | null,
): Decimal | null {
  if (limitPrice) return limitPrice;
  if (orderType === 'STOP') return stopPrice;
  return (directionOf(side) === 1 ? quote?.ask : quote?.bid) ?? null;
}

/** An exit further from the mark than this is flagged, never replaced. */
const FAR = { stopShare: dec('0.05'), targetTimes: dec(20) };

/** The exits that look like a typing error, in words; empty when none does. */
export function farFromMark(
  bracket: { stopLoss: Decimal | null; takeProfit: Decimal | null },
  side: Ticket['side'],
  mark: Decimal | null,
): readonly string[] {
  if (!mark || mark.isZero()) return [];
  const [low, high] =
    directionOf(side) === 1
      ? [bracket.stopLoss, bracket.takeProfit]
      : [bracket.takeProfit, bracket.stopLoss];
  const found: string[] = [];
  if (low?.lessThan(mark.times(FAR.stopShare)))
    found.push(`${low.toFixed()} is far below the mark of ${mark.toFixed()}`);
  if (high?.greaterThan(mark.times(FAR.targetTimes)))
    found.push(`${high.toFixed()} is far above the mark of ${mark.toFixed()}`);
  return found;
}
