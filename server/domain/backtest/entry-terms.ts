import { dec } from '../decimal.ts';
import type { OrderSide } from '../order/order.ts';
import type { StrategyEntry } from '../strategy/strategy.ts';
import { exactText, QUANTITY_DIGITS, readExact } from './exact.ts';
import { wholeUnits } from './funds.ts';
import type { TradeTerms } from './trade-terms.ts';
import type { Market } from './market.ts';
import { readPrice } from './order-price.ts';

/** The side of an entry. BUY and SELL open a contract as well: the instrument says what they mean. */
export function sideOf(side: OrderSide, { instrument }: Market): OrderSide | null {
  if (side.endsWith('TO_CLOSE')) return null;
  const way = side.startsWith('BUY') ? 'BUY' : 'SELL';
  if (instrument.contract) return `${way}_TO_OPEN`;
  return side === way ? way : null;
}

export function termsOf(asked: StrategyEntry, market: Market): TradeTerms | string {
  const quantity = sizeOf(asked.quantity, market);
  if (typeof quantity === 'string') return quantity;
  const type = asked.orderType ?? 'MARKET';
  if (type !== 'MARKET' && type !== 'LIMIT') return `an entry is MARKET or LIMIT, not ${type}`;
  if ((type === 'LIMIT') !== isGiven(asked.limitPrice))
    return 'a LIMIT order has a limit price, a MARKET order has none';
  const { stopLoss, takeProfit, trailingPct } = asked.bracket ?? {};
  const prices = [asked.limitPrice, stopLoss, takeProfit].map((price) =>
    isGiven(price) ? readPrice(price) : undefined,
  );
  if (prices.includes(null)) return 'its prices are not all above 0';
  const trailPct = isGiven(trailingPct) ? pctOf(trailingPct) : null;
  if (typeof trailPct === 'string') return trailPct;
  const [limit = null, stop = null, target = null] = prices;
  return { quantity, limit, stop, target, trailPct };
}

function sizeOf(text: string, { instrument }: Market): bigint | string {
  const quantity = readExact(String(text), QUANTITY_DIGITS);
  if (quantity === null || quantity <= 0n) return `the quantity is ${text}`;
  const isWhole = instrument.assetClass === 'TOKEN' || quantity === wholeUnits(quantity);
  return isWhole ? quantity : 'the quantity is no whole number';
}

/** Whether a value is given: strategies in plain JavaScript may write null for what they leave out. */
function isGiven<T>(value: T | null | undefined): value is T {
  return value !== undefined && value !== null;
}

function pctOf(value: number | string) {
  const wrong = 'a trail is more than 0 and less than 100 percent points';
  if (readExact(String(value), 10) === null) return wrong;
  const pct = dec(value);
  return pct.greaterThan(0) && pct.lessThan(100) ? pct : wrong;
}

export function describeEntry({
  symbol,
  side,
  quantity,
  orderType,
  limitPrice,
  bracket,
}: StrategyEntry) {
  const price = (value: number | string | undefined) =>
    isGiven(value) ? (readPrice(value)?.text ?? String(value)) : '';
  const units = readExact(String(quantity), QUANTITY_DIGITS);
  const size = units === null ? String(quantity) : exactText(units, QUANTITY_DIGITS);
  const { stopLoss, takeProfit, trailingPct } = bracket ?? {};
  const exits = [price(stopLoss), price(takeProfit), trailingPct ?? ''];
  return ['ENTER', symbol, side, size, orderType ?? 'MARKET', price(limitPrice), ...exits].join(
    ' ',
  );
}
