import { instrumentOf } from '../bars/instrument-of.ts';
import { dec, type Decimal } from '../decimal.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { roundToTick, type TickDirection } from '../instrument/tick-size.ts';
import type { TradingMode } from '../mode.ts';
import { isEntering } from '../order/is-entering.ts';
import { directionOf, isBuy, type OrderSide } from '../order/order.ts';
import type { TicketInput } from '../ticket/ticket.ts';
import type { TradeAggregate } from '../trade/trade.ts';
import type { RunDecision } from './run-decision.ts';
import type { StrategyRun } from './strategy-run.ts';
import type { StrategyEntry } from './strategy.ts';

const NUMBER = /^\d{1,30}(\.\d{1,30})?(e-?\d{1,2})?$/i;

type Made = Omit<TicketInput, 'mode' | 'idempotencyKey'> | string;

/**
 * The ticket that a strategy's entry stands for, or why there is none. Like in a backtest, BUY and SELL open a
 * contract as well, and a price between two ticks becomes the nearest.
 */
export function askedTicket(
  entry: StrategyEntry,
  { key }: Pick<RunDecision, 'key'>,
  run: Pick<StrategyRun, 'strategyId' | 'name' | 'kind' | 'version'> & {
    readonly mode: TradingMode;
  },
): TicketInput | string {
  const made = termsOf(entry);
  if (typeof made === 'string') return made;
  const { strategyId, kind, version, name, mode } = run;
  const context = { strategy: name, extra: { strategyId, kind, version } };
  return { ...made, mode, idempotencyKey: key, context };
}

function termsOf(entry: StrategyEntry): Made {
  const { instrument } = instrumentOf(entry.symbol);
  const side = sideOf(entry.side, instrument);
  if (side === null) return `the side ${entry.side} does not open it`;
  const quantity = positive(entry.quantity);
  if (!quantity) return `the quantity is ${entry.quantity}`;
  const orderType = entry.orderType ?? 'MARKET';
  if (orderType !== 'MARKET' && orderType !== 'LIMIT')
    return `an entry is MARKET or LIMIT, not ${orderType}`;
  if ((orderType === 'LIMIT') !== (entry.limitPrice !== undefined))
    return 'a LIMIT order has a limit price, a MARKET order has none';
  const prices = pricesOf(entry, instrument, side);
  if (typeof prices === 'string') return prices;
  // A waiting entry waits until it is canceled, like in a backtest.
  const timeInForce = orderType === 'LIMIT' ? 'GTC' : 'DAY';
  return { ...named(instrument), side, quantity, orderType, timeInForce, ...prices };
}

/** The entry's prices on the instrument's ticks: a limit is never worse than the strategy asked for. */
function pricesOf(
  entry: StrategyEntry,
  instrument: Instrument,
  side: OrderSide,
): Pick<TicketInput, 'limitPrice' | 'bracket'> | string {
  const { stopLoss, takeProfit, trailingPct } = entry.bracket ?? {};
  const given = { limitPrice: entry.limitPrice, stopLoss, takeProfit };
  const prices = Object.entries(given).map(([name, price]) => {
    if (price === undefined) return [name, null] as const;
    const value = positive(price);
    const way: TickDirection = name !== 'limitPrice' ? 'nearest' : isBuy(side) ? 'down' : 'up';
    const onTick = value && roundToTick(instrument, value, way);
    return [name, onTick?.greaterThan(0) ? onTick : undefined] as const;
  });
  if (prices.some(([, price]) => price === undefined)) return 'its prices are not all above 0';
  const { limitPrice = null, ...exits } = Object.fromEntries(prices) as Record<
    string,
    Decimal | null
  >;
  const trail = trailingPct === undefined ? null : positive(trailingPct);
  if (trailingPct !== undefined && !trail?.lessThan(100))
    return 'a trail is more than 0 and less than 100 percent points';
  return { limitPrice, bracket: { ...exits, trailingPct: trail } };
}

/** Why an entry goes against the strategy's holdings or waiting entries; null: it does not. */
export function whyAgainst(
  symbol: string,
  side: OrderSide,
  own: readonly TradeAggregate[],
): string | null {
  const same = own.filter(({ trade }) => trade.instrument.symbol === symbol);
  const other = same.filter(({ trade }) => directionOf(trade.side) !== directionOf(side));
  if (other.some(({ trade }) => trade.openQuantity.greaterThan(0)))
    return 'it is against the present position';
  return other.some(({ orders }) => isEntering(orders)) ? 'an order on the other side waits' : null;
}

function sideOf(side: OrderSide, { assetClass }: Instrument): OrderSide | null {
  if (side.endsWith('TO_CLOSE')) return null;
  const way = side.startsWith('BUY') ? 'BUY' : 'SELL';
  if (assetClass === 'OPTION') return `${way}_TO_OPEN`;
  return side === way ? way : null;
}

function positive(value: number | string): Decimal | null {
  const text = String(value).trim();
  if (!NUMBER.test(text)) return null;
  const number = dec(text);
  return number.greaterThan(0) ? number : null;
}

function named({ assetClass, symbol }: Instrument) {
  if (assetClass === 'OPTION') return { option: { symbol } };
  return assetClass === 'EQUITY' ? { equity: { symbol } } : { token: { mint: symbol } };
}
