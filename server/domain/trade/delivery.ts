import { Decimal, sum, ZERO } from '../decimal.ts';
import type { OptionContract } from '../instrument/instrument.ts';
import { isAdjusted, isCashSettled } from '../instrument/option-product.ts';
import { isWorking } from '../order/order-status.ts';
import { applyEntryFill, applyExitFill } from './apply-fill.ts';
import { widenExcursions } from './excursions.ts';
import { makeTrade } from './make-trade.ts';
import type { ClosingPrint } from './settle.ts';
import { NO_CONTEXT } from './trade-context.ts';
import { TradeDraft } from './trade-draft.ts';
import { directionOf, NO_BRACKET, type Trade, type TradeAggregate } from './trade.ts';

/**
 * Shares that exercise or assignment of all that is held would move, signed: positive come in. Zero
 * where the product pays cash, and for adjusted contracts, of which nobody here knows what they deliver.
 */
export function sharesDue(
  { openQuantity, side }: Pick<Trade, 'openQuantity' | 'side'>,
  contract: OptionContract,
): Decimal {
  if (isCashSettled(contract) || isAdjusted(contract)) return ZERO;
  const direction = directionOf(side) * (contract.right === 'CALL' ? 1 : -1);
  return openQuantity.times(contract.multiplier).times(direction);
}

/**
 * How many of the shares that a venue moved for a symbol are those of one trade, which is due so many,
 * after other trades in it were served.
 */
export function sharesOf(due: Decimal, told: Decimal, served: readonly Trade[]): Decimal {
  const left = told.minus(sum(served.map(({ settlement }) => settlement?.shares ?? ZERO)));
  if (left.times(due).lessThanOrEqualTo(0)) return ZERO;
  return Decimal.min(left.abs(), due.abs()).times(due.isNegative() ? -1 : 1);
}

/** Who wanted it: a long holder exercises, a short one is assigned. */
export function deliveryWord(side: Trade['side']): 'exercise' | 'assignment' {
  return directionOf(side) === 1 ? 'exercise' : 'assignment';
}

/**
 * A trade of the shares that came in, bought at the official close: together with the intrinsic value of
 * the option that is the strike. It has no entry order, for nobody placed one.
 */
export function receiveShares(
  option: Trade,
  { id, shares, print, at }: { id: string; shares: Decimal; print: ClosingPrint; at: Date },
): TradeDraft {
  const { underlying: symbol } = option.instrument;
  const { mode, username, venue, venueAccount, context } = option;
  const word = deliveryWord(option.side);
  const notes = `${word === 'exercise' ? 'Exercise' : 'Assignment'} of ${option.id}, ${option.instrument.symbol}.`;
  const trade = makeTrade(
    {
      mode,
      instrument: { assetClass: 'EQUITY', symbol, underlying: symbol, multiplier: 1 },
      side: 'BUY',
      quantity: shares,
      orderType: 'MARKET',
      limitPrice: null,
      stopPrice: null,
      timeInForce: 'DAY',
      bracket: NO_BRACKET,
      trailingPct: null,
      context: { ...NO_CONTEXT, strategy: context.strategy, tags: context.tags, notes },
    },
    {
      ...{ id, mode, username, venue, venueAccount, at },
      ...{ fillModel: null, fillModelVersion: null, dteAtEntry: null },
    },
  );
  const draft = new TradeDraft(null, { trade, orders: [] }, at, 'venue');
  draft.set(applyEntryFill(trade, { quantity: shares, price: print.price, fee: ZERO }));
  draft.set({
    status: 'OPEN',
    phase: 'OPEN',
    openedAt: print.sourceTime,
    deliveredFrom: option.id,
    mark: closeMark(print, at),
  });
  const words = `${shares.toFixed()} ${symbol} came by ${word} of ${option.instrument.symbol}`;
  return draft.tell(
    'SHARES_RECEIVED',
    `${words}, at the official close of ${print.price.toFixed()}.`,
  );
}

/** The last price that is known of the shares: until the market opens nobody bids for them. */
function closeMark({ price, source, sourceTime }: ClosingPrint, receivedAt: Date): Trade['mark'] {
  return {
    ...{ bid: null, ask: null, mid: null, price, underlyingPrice: null },
    ...{ delta: null, gamma: null, theta: null, vega: null, iv: null },
    ...{ source, sourceTime, receivedAt, delayed: false },
  };
}

/**
 * Takes shares out of a trade, as sold at the official close. A person wrote or bought the option that
 * took them, so what goes whole ends as MANUAL_CLOSE, with the delivery as its reason.
 */
export function giveShares(
  draft: TradeDraft,
  option: Trade,
  { quantity, print }: { quantity: Decimal; print: ClosingPrint },
): TradeDraft {
  const { price, sourceTime } = print;
  const word = deliveryWord(option.side);
  const reason = `${quantity.toFixed()} delivered by ${word} of ${option.instrument.symbol} (${option.id}) at ${price.toFixed()}`;
  draft.set(widenExcursions(draft.trade, price));
  draft.set(applyExitFill(draft.trade, { quantity, price, fee: ZERO }));
  draft.set({ deliveredTo: [...draft.trade.deliveredTo, option.id] });
  if (draft.trade.openQuantity.isZero()) {
    draft.set({
      ...{ status: 'MANUAL_CLOSE', phase: 'CLOSED', closeReason: 'MANUAL_CLOSE' },
      ...{ closedAt: sourceTime, reason, closeRequest: null, wantedBracket: null },
    });
    draft.resolve('UNPROTECTED').resolve('EXIT_REFUSED').resolve('ORDER_UNKNOWN');
  }
  return draft.tell('SHARES_GIVEN', `${reason}, the official close.`);
}

export interface Allotment {
  readonly held: TradeAggregate;
  readonly quantity: Decimal;
}

/**
 * Which held share trades so many shares are given out of: those that no working order lays claim to
 * first, and the oldest of them first. Null where there are not enough.
 */
export function allotShares(
  active: readonly TradeAggregate[],
  option: Trade,
  shares: Decimal,
): readonly Allotment[] | null {
  const holding = active
    .filter(({ trade }) => isOfferedBy(trade, option))
    .sort((a, b) => claims(a) - claims(b) || openedAt(a) - openedAt(b));
  const allotted: Allotment[] = [];
  let left = shares;
  for (const held of holding) {
    if (left.isZero()) break;
    const quantity = Decimal.min(left, held.trade.openQuantity);
    allotted.push({ held, quantity });
    left = left.minus(quantity);
  }
  return left.isZero() ? allotted : null;
}

function isOfferedBy(trade: Trade, option: Trade): boolean {
  const { instrument, status, venue, venueAccount, openQuantity, side } = trade;
  const held = (status === 'OPEN' || status === 'CLOSING') && !openQuantity.isZero();
  const same = venue === option.venue && venueAccount === option.venueAccount;
  const ours =
    instrument.assetClass === 'EQUITY' && instrument.symbol === option.instrument.underlying;
  return held && same && ours && directionOf(side) === 1;
}

function claims({ orders }: TradeAggregate): number {
  return orders.some((order) => order.role !== 'ENTRY' && isWorking(order.status)) ? 1 : 0;
}

function openedAt({ trade }: TradeAggregate): number {
  return (trade.openedAt ?? trade.placedAt).getTime();
}
