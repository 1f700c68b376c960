import { daysToExpiry } from '../../domain/calendar/market-calendar.ts';
import { dec, type Decimal } from '../../domain/decimal.ts';
import { isOption, type Instrument } from '../../domain/instrument/instrument.ts';
import { parseOccSymbol } from '../../domain/instrument/occ-symbol.ts';
import { roundToTick } from '../../domain/instrument/tick-size.ts';
import type { Quote } from '../../domain/market/quote.ts';
import type { TicketInput } from '../../domain/ticket/ticket.ts';
import { NO_CONTEXT } from '../../domain/trade/trade-context.ts';
import type { MarketData } from '../../ports/market-data.ts';
import type { DemoTrade } from './demo-script.ts';

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
  const { strategy, scanner, scannerScore, aiVerdict, aiConfidence } = trade;
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
    context: {
      ...NO_CONTEXT,
      ...{ strategy, scanner, scannerScore, aiVerdict, aiConfidence },
      aiModel: 'demo-model',
      aiPromptVersion: 'p1',
      aiRationale: `${strategy}: ${quote.symbol} scored ${scannerScore} on ${scanner}.`,
      tags: ['demo'],
    },
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
