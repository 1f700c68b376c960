import { dec, type Decimal } from '../../../server/domain/decimal.ts';
import { parseOccSymbol } from '../../../server/domain/instrument/occ-symbol.ts';
import {
  NO_GREEKS,
  type EquityQuote,
  type OptionQuote,
} from '../../../server/domain/market/quote.ts';
import { matchOrder, type MatchResult } from '../../../server/domain/matching/matching-engine.ts';
import { entryOrder } from '../../../server/domain/trade/make-order.ts';
import type { OrderSide } from '../../../server/domain/order/order.ts';
import type { VenueOrder } from '../../../server/domain/order/venue-order.ts';
import { applyReports } from '../../../server/domain/reports/apply-report.ts';
import { makeTrade } from '../../../server/domain/ticket/make-trade.ts';
import { parseTicket } from '../../../server/domain/ticket/parse-ticket.ts';
import { settle, type Delivery } from '../../../server/domain/expiry/settle.ts';
import { TradeDraft } from '../../../server/domain/trade/trade-draft.ts';
import type { Trade, TradeAggregate } from '../../../server/domain/trade/trade.ts';

export interface RecordedEntry {
  readonly symbol: string;
  readonly side: OrderSide;
  readonly quantity: Decimal;
  readonly at: Date;
}

/** A quote of an option or a share, fresh at `at`; null when nobody bids or asks. */
export function recordedQuote(
  symbol: string,
  at: Date,
  bid: Decimal | null,
  ask: Decimal | null,
): OptionQuote | EquityQuote {
  const price = {
    symbol,
    bid,
    ask,
    last: null,
    volume: null,
    source: 'recording',
    sourceTime: at,
    receivedAt: at,
    delayed: false,
  };
  const option = { openInterest: null, greeks: NO_GREEKS, underlyingPrice: null };
  return parseOccSymbol(symbol)
    ? { ...price, ...option, assetClass: 'OPTION' }
    : { ...price, assetClass: 'EQUITY' };
}

/** The engine's result for a market order on that quote. */
export function matchEntry(
  { side, quantity, at }: RecordedEntry,
  quote: OptionQuote | EquityQuote,
): MatchResult {
  return matchOrder(
    {
      side,
      type: 'MARKET',
      role: 'ENTRY',
      remaining: quantity,
      limitPrice: null,
      stopPrice: null,
      triggered: false,
    },
    { quote, model: 'TOUCH', available: quantity, tick: dec('0.01'), now: at },
  );
}

/** An open trade, made by the desk's own ledger from a ticket and the venue's report. */
export function openTrade(entry: RecordedEntry, price: Decimal, fee: Decimal): TradeAggregate {
  const { symbol, side, quantity, at } = entry;
  const ticket = parseTicket(
    {
      mode: 'PAPER',
      idempotencyKey: 'recorded-entry',
      ...(parseOccSymbol(symbol) ? { option: { symbol } } : { equity: { symbol } }),
      side,
      quantity,
      orderType: 'MARKET',
      timeInForce: 'DAY',
    },
    at,
  );
  const trade = makeTrade(ticket, {
    id: symbol,
    mode: 'PAPER',
    username: 'ada',
    venue: 'SIMULATED',
    venueAccount: 'sim-ada',
    fillModel: 'TOUCH',
    fillFit: null,
    fillModelVersion: 'TOUCH v1',
    dteAtEntry: null,
    twinOf: null,
    strategyRun: null,
    at,
  });
  const order = entryOrder(trade, { nextId: () => `${symbol}-1`, tag: 'tag-1', at });
  const sent = { ...order, status: 'SUBMITTED' } as const;
  const draft = TradeDraft.of({ trade, orders: [sent] }, at, 'venue');
  const report = filledReport(entry, price);
  applyReports(draft, [{ orderId: order.id, report }], { feeFor: () => fee, entryMark: null });
  return draft.after;
}

/** The trade after the desk settles it at an official close of the underlying. */
export function settleAt(
  held: TradeAggregate,
  price: Decimal,
  sourceTime: Date,
  delivery?: Delivery,
): TradeAggregate {
  const { instrument } = held.trade;
  if (instrument.assetClass !== 'OPTION') throw new TypeError('Shares do not expire');
  const draft = TradeDraft.of(held, sourceTime, 'desk');
  settle(draft, instrument, { price, source: 'recording', sourceTime }, delivery);
  return draft.after;
}

/** The dollars of `cash` after the cash flow of these trades. */
export function cashAfter(cash: number, trades: readonly Trade[]): string {
  return trades.reduce((total, trade) => total.plus(trade.cashFlow), dec(cash)).toFixed(2);
}

function filledReport({ symbol, side, quantity, at }: RecordedEntry, price: Decimal): VenueOrder {
  return {
    venueOrderId: '1',
    tag: 'tag-1',
    shape: 'SINGLE',
    status: 'FILLED',
    rawStatus: 'filled',
    cancelPending: false,
    symbol,
    side,
    type: 'MARKET',
    quantity,
    filledQuantity: quantity,
    averagePrice: price,
    limitPrice: null,
    stopPrice: null,
    reason: null,
    createdAt: at,
    changedAt: at,
    legs: [],
  };
}
