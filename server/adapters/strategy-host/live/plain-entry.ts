import type { StrategyBracket, StrategyEntry } from '../../../domain/strategy/strategy.ts';

/** Reduces a strategy's entry to text and numbers: nothing else can be stored or leave the thread. */
export function plainEntry(entry: StrategyEntry): StrategyEntry {
  const { symbol, side, quantity, orderType, limitPrice, bracket } = entry;
  const exits = bracket ? plainBracket(bracket) : {};
  return {
    ...{ symbol: String(symbol), quantity: String(quantity) },
    side: String(side) as StrategyEntry['side'],
    ...(isGiven(orderType) && { orderType: String(orderType) as 'MARKET' }),
    ...(isGiven(limitPrice) && { limitPrice: plainPrice(limitPrice) }),
    ...(Object.keys(exits).length > 0 && { bracket: exits }),
  };
}

function plainBracket({ stopLoss, takeProfit, trailingPct }: StrategyBracket): StrategyBracket {
  return {
    ...(isGiven(stopLoss) && { stopLoss: plainPrice(stopLoss) }),
    ...(isGiven(takeProfit) && { takeProfit: plainPrice(takeProfit) }),
    ...(isGiven(trailingPct) && { trailingPct: plainPrice(trailingPct) }),
  };
}

/** Strategies in plain JavaScript may write null for what they leave out. */
function isGiven<T>(value: T | null | undefined): value is T {
  return value !== undefined && value !== null;
}

function plainPrice(value: number | string): number | string {
  return typeof value === 'number' && Number.isFinite(value) ? value : String(value);
}
