import { BY_ITS_VENUE } from '../matching/fill-model.ts';
import { type Decimal } from '../decimal.ts';
import { applyEntryFill, executionAt } from '../trade/apply-fill.ts';
import { makeTrade } from '../ticket/make-trade.ts';
import type { ClosingPrint } from './settle.ts';
import { deliveryWord } from './shares-due.ts';
import { NO_CONTEXT } from '../trade/trade-context.ts';
import { TradeDraft } from '../trade/trade-draft.ts';
import { NO_BRACKET, type Trade } from '../trade/trade.ts';

/**
 * A new trade for shares that came in, bought at the official close: together with the option's intrinsic value
 * this makes the strike. It has no entry order, because no order was placed.
 */
export function takeDelivery(
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
      ...{ twinOf: option.twinOf, strategyRun: option.strategyRun },
      ...BY_ITS_VENUE,
      dteAtEntry: null,
    },
  );
  const draft = new TradeDraft(null, { trade, orders: [] }, at, 'venue');
  draft.set(applyEntryFill(trade, executionAt(shares, print.price)));
  draft.become('OPEN', {
    openedAt: print.sourceTime,
    deliveredFrom: option.id,
    mark: closeMark(print, at),
  });
  const words = `${shares.toFixed()} ${symbol} came by ${word} of ${option.instrument.symbol}`;
  return draft.record(
    'SHARES_RECEIVED',
    `${words}, at the official close of ${print.price.toFixed()}.`,
  );
}

/** The last known price of the shares: there is no bid until the market opens. */
function closeMark({ price, source, sourceTime }: ClosingPrint, receivedAt: Date): Trade['mark'] {
  return {
    ...{ bid: null, ask: null, mid: null, price, underlyingPrice: null },
    ...{ delta: null, gamma: null, theta: null, vega: null, iv: null },
    ...{ source, sourceTime, receivedAt, delayed: false },
  };
}
