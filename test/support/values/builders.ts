import type { InvariantCheck } from '../../../server/domain/reconciliation/invariant.ts';
import { ZERO, dec } from '../../../server/domain/decimal.ts';
import type {
  Equity,
  OptionContract,
  Token,
} from '../../../server/domain/instrument/instrument.ts';
import type { Mark } from '../../../server/domain/market/mark.ts';
import { executionAt, type Execution } from '../../../server/domain/trade/apply-fill.ts';
import { NO_GREEKS } from '../../../server/domain/market/quote.ts';
import type { Fill, Order } from '../../../server/domain/order/order.ts';
import type { NewTradeEvent, TradeEventType } from '../../../server/domain/trade/trade-event.ts';
import { NO_BRACKET, type Trade, type TradeAggregate } from '../../../server/domain/trade/trade.ts';
import { NO_CONTEXT } from '../../../server/domain/trade/trade-context.ts';
import type { BookChange } from '../../../server/ports/book.ts';
import { UNJOURNALLED } from './unjournalled.ts';
import { NOON } from '../fakes/fake-clock.ts';

export const SPY_CALL: OptionContract = {
  assetClass: 'OPTION',
  symbol: 'SPY260327C00560000',
  root: 'SPY',
  underlying: 'SPY',
  expiration: '2026-03-27',
  strike: dec(560),
  right: 'CALL',
  multiplier: 100,
};

/** A check of cash: since the first look, Tradier's has grown by 999.30 dollars more than trades explain. */
export const A_DEPOSIT: InvariantCheck = {
  ...{ invariant: 'CASH', venue: 'TRADIER_SANDBOX', account: 'VA1', state: 'DIFFERS' },
  ...{ ours: dec('-451.05'), theirs: dec('548.25'), tolerance: dec('2.11'), within: false },
  evidence: 'Its change since the first look.',
  ...{ since: NOON, checkedAt: NOON },
  ...{ base: dec(100_000), baseFees: dec('0.70'), countedFees: dec('2.80') },
  told: { difference: dec('999.30'), tolerance: dec('2.11') },
  accepted: null,
};

export const AAPL: Equity = {
  assetClass: 'EQUITY',
  symbol: 'AAPL',
  underlying: 'AAPL',
  multiplier: 1,
};

/** BONK, with its five decimals. */
export function aToken(parts: Partial<Token> = {}): Token {
  const mint = 'DezXAZ8z7PnrnRJjz3wXBoRgixCa6xjnB7YaB1pPB263';
  return {
    ...{ assetClass: 'TOKEN', symbol: mint, underlying: mint, multiplier: 1 },
    ...{ ticker: 'BONK', decimals: 5, settlement: 'USDC', market: 'SOLANA' },
    ...parts,
  };
}

/** A pending purchase of one call, just placed, before its first event. */
export function aTrade(parts: Partial<Trade> = {}): Trade {
  return {
    id: 'paper_trade-1',
    mode: 'PAPER',
    username: 'ada',
    version: 0,
    status: 'PENDING',
    phase: 'PENDING',
    instrument: SPY_CALL,
    side: 'BUY_TO_OPEN',
    quantity: dec(1),
    orderType: 'LIMIT',
    limitPrice: dec('1.50'),
    stopPrice: null,
    timeInForce: 'DAY',
    filledQuantity: ZERO,
    openQuantity: ZERO,
    entryCost: ZERO,
    openCost: ZERO,
    exitProceeds: ZERO,
    exitedQuantity: ZERO,
    exitFilled: ZERO,
    realizedPnl: ZERO,
    fees: ZERO,
    cashFlow: ZERO,
    bracket: NO_BRACKET,
    wantedBracket: null,
    trail: null,
    closeRequest: null,
    review: null,
    doubt: null,
    split: null,
    protection: 'NONE',
    unprotectedSince: null,
    unprotectedSeconds: 0,
    context: NO_CONTEXT,
    notes: null,
    tags: [],
    entryGreeks: null,
    exitGreeks: null,
    entryUnderlyingPrice: null,
    dteAtEntry: null,
    fillModel: null,
    fillModelVersion: null,
    fillFit: null,
    feeSchedule: 'RETAIL v1',
    venue: 'SIMULATED',
    venueAccount: 'sim-ada',
    reason: null,
    placedAt: NOON,
    openedAt: null,
    closedAt: null,
    closeReason: null,
    settlement: null,
    twinOf: null,
    strategyRun: null,
    adoptedAt: null,
    deliveredFrom: null,
    deliveredTo: [],
    maxFavorableExcursion: null,
    maxAdverseExcursion: null,
    excursionsComplete: true,
    mark: null,
    ...parts,
  };
}

/** `aTrade` after its fill: one call at 1.50, no fees. */
export function anOpenTrade(parts: Partial<Trade> = {}): Trade {
  return aTrade({
    status: 'OPEN',
    phase: 'OPEN',
    filledQuantity: dec(1),
    openQuantity: dec(1),
    entryCost: dec(150),
    openCost: dec(150),
    cashFlow: dec(-150),
    openedAt: NOON,
    ...parts,
  });
}

/** `anOpenTrade` after its close for `proceeds` dollars, with all fees paid at once. */
export function aClosedTrade(proceeds: string, fees: string, parts: Partial<Trade> = {}): Trade {
  const result = dec(proceeds).minus(150);
  return anOpenTrade({
    status: 'MANUAL_CLOSE',
    phase: 'CLOSED',
    openQuantity: ZERO,
    openCost: ZERO,
    exitedQuantity: dec(1),
    exitProceeds: dec(proceeds),
    realizedPnl: result,
    fees: dec(fees),
    cashFlow: result.minus(fees),
    closedAt: NOON,
    closeReason: 'MANUAL_CLOSE',
    ...parts,
  });
}

export function anOrder(parts: Partial<Order> = {}): Order {
  return {
    id: 'paper_order-1',
    tradeId: 'paper_trade-1',
    role: 'ENTRY',
    status: 'INTENT',
    side: 'BUY_TO_OPEN',
    type: 'LIMIT',
    timeInForce: 'DAY',
    quantity: dec(1),
    filledQuantity: ZERO,
    filledValue: ZERO,
    namedFees: ZERO,
    limitPrice: dec('1.50'),
    stopPrice: null,
    averagePrice: null,
    tag: 'tag-1',
    venueOrderId: null,
    venueParentId: null,
    reason: null,
    cancelRequested: false,
    absentSyncs: 0,
    sentAt: null,
    placedAt: NOON,
    updatedAt: NOON,
    fills: [],
    correction: null,
    adjustment: null,
    askedMove: null,
    swap: null,
    slippagePct: null,
    pays: null,
    ...parts,
  };
}

export function aFill(parts: Partial<Fill> = {}): Fill {
  const { quantity = dec(1), price = dec('1.50') } = parts;
  return {
    id: 'paper_order-1:1',
    orderId: 'paper_order-1',
    ...{ quantity, price, value: quantity.times(price) },
    fee: ZERO,
    filledAt: NOON,
    ...parts,
  };
}

export function anExecution(quantity: number | string, price: string, fee = '0'): Execution {
  return { ...executionAt(dec(quantity), dec(price)), fee: dec(fee) };
}

export function aMark(parts: Partial<Mark> = {}): Mark {
  return {
    ...NO_GREEKS,
    bid: dec('1.40'),
    ask: dec('1.60'),
    mid: dec('1.50'),
    price: dec('1.40'),
    underlyingPrice: dec('558.20'),
    source: 'simulated',
    sourceTime: NOON,
    receivedAt: NOON,
    delayed: false,
    ...parts,
  };
}

export function anEvent(trade: Trade, type: TradeEventType = 'INTENT_STORED'): NewTradeEvent {
  return {
    type,
    occurredAt: NOON,
    message: `${type} of ${trade.id}`,
    actor: 'desk',
    trade,
    orders: [],
  };
}

/** Stores a trade with one event that raises its version, and returns the stored trade. */
export async function keep(
  book: BookChange,
  before: TradeAggregate | null,
  trade: Trade,
  orders: TradeAggregate['orders'] = before?.orders ?? [],
): Promise<TradeAggregate> {
  const next = { ...trade, version: (before?.trade.version ?? 0) + 1 };
  const after = { trade: next, orders };
  await book.save(before, after, [{ ...anEvent(next), orders }], UNJOURNALLED);
  return after;
}
