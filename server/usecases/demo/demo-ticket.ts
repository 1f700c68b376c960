import { daysToExpiry } from '../../domain/calendar/market-calendar.ts';
import { dec, type Decimal } from '../../domain/decimal.ts';
import { isOption, type Instrument } from '../../domain/instrument/instrument.ts';
import { parseOccSymbol } from '../../domain/instrument/occ-symbol.ts';
import { roundToTick } from '../../domain/instrument/tick-size.ts';
import type { Quote } from '../../domain/market/quote.ts';
import type { TicketInput } from '../../domain/ticket/ticket.ts';
import type { JudgedPrice } from '../../domain/price/judged-price.ts';
import type { TokenFacts } from '../../domain/token/token-facts.ts';
import { NO_CONTEXT, type TradeContext } from '../../domain/trade/trade-context.ts';
import type { MarketData } from '../../ports/market-data.ts';
import type { DemoTokenTrade, DemoTrade } from './demo-script.ts';

/** Significant digits of the exits' prices, as a person would type them. */
const PRICE_DIGITS = 4;

/** The ticket of a scripted trade in the current market; null when nothing suitable is quoted. */
export async function demoTicket(
  trade: DemoTrade,
  market: MarketData,
  { now, idempotencyKey }: { now: Date; idempotencyKey: string },
): Promise<TicketInput | null> {
  const found = trade.right
    ? await findContract(trade, market, now)
    : await findShares(trade, market);
  if (!found?.quote.ask || found.quote.ask.isZero()) return null;
  const { instrument, quote } = found;
  const limitPrice = roundToTick(instrument, found.quote.ask, 'up');
  const away = (pct: number, direction: 'down' | 'up'): Decimal =>
    roundToTick(instrument, limitPrice.times(dec(100).plus(pct)).div(100), direction);
  return {
    mode: 'PAPER',
    idempotencyKey,
    ...(isOption(instrument)
      ? { option: { symbol: instrument.symbol }, side: 'BUY_TO_OPEN' }
      : { equity: { symbol: instrument.symbol }, side: 'BUY' }),
    quantity: dec(trade.quantity),
    orderType: 'LIMIT',
    limitPrice,
    timeInForce: 'GTC',
    bracket: {
      stopLoss: away(-trade.stopPct, 'down'),
      takeProfit: away(trade.targetPct, 'up'),
      trailingPct: trade.trailPct === null ? null : dec(trade.trailPct),
    },
    context: demoContext(trade, quote.symbol),
  };
}

/** The ticket of a scripted purchase of tokens; null while no source gives their price. */
export function demoTokenTicket(
  trade: DemoTokenTrade,
  { price }: JudgedPrice,
  { ticker, decimals }: TokenFacts,
  idempotencyKey: string,
): TicketInput | null {
  if (!price) return null;
  const away = (pct: number): Decimal =>
    price.times(dec(100).plus(pct)).div(100).toSignificantDigits(PRICE_DIGITS);
  return {
    ...{ mode: 'PAPER', idempotencyKey, token: { mint: trade.mint }, side: 'BUY' },
    quantity: dec(trade.dollars).div(price).toSignificantDigits(3).toDecimalPlaces(decimals),
    ...{ orderType: 'MARKET', timeInForce: 'GTC' },
    bracket: {
      stopLoss: away(-trade.stopPct),
      takeProfit: away(trade.targetPct),
      trailingPct: trade.trailPct === null ? null : dec(trade.trailPct),
    },
    context: demoContext(trade, ticker),
  };
}

type Reasoned = Pick<
  DemoTrade,
  'strategy' | 'scanner' | 'scannerScore' | 'aiVerdict' | 'aiConfidence'
>;

function demoContext(
  { strategy, scanner, scannerScore, aiVerdict, aiConfidence }: Reasoned,
  what: string,
): TradeContext {
  return {
    ...NO_CONTEXT,
    ...{ strategy, scanner, scannerScore, aiVerdict, aiConfidence },
    ...{ aiModel: 'demo-model', aiPromptVersion: 'p1', tags: ['demo'] },
    aiRationale: `${strategy}: ${what} scored ${scannerScore} on ${scanner}.`,
  };
}

interface Found {
  readonly instrument: Instrument;
  readonly quote: Quote;
}

async function findContract(
  trade: DemoTrade,
  market: MarketData,
  now: Date,
): Promise<Found | null> {
  const expirations = await market.expirations(trade.underlying);
  const expiration = expirations.find((date) => daysToExpiry(date, now) >= trade.days);
  if (!expiration) return null;
  const chain = await market.chain(trade.underlying, expiration);
  const wanted = chain.underlyingPrice?.times(dec(100).plus(trade.moneyness)).div(100);
  if (!wanted) return null;
  const [nearest] = [...chain.rows].sort((a, b) =>
    a.strike.minus(wanted).abs().comparedTo(b.strike.minus(wanted).abs()),
  );
  const quote = trade.right === 'CALL' ? nearest?.call : nearest?.put;
  const instrument = quote && parseOccSymbol(quote.symbol);
  return quote && instrument ? { instrument, quote } : null;
}

async function findShares({ underlying }: DemoTrade, market: MarketData): Promise<Found | null> {
  const quote = (await market.quotes([underlying])).get(underlying);
  if (!quote) return null;
  const instrument: Instrument = {
    assetClass: 'EQUITY',
    symbol: underlying,
    underlying,
    multiplier: 1,
  };
  return { instrument, quote };
}
