import type { StandingPrice } from '../../domain/forecast/forecast.ts';
import type { ForecastSubject } from '../../domain/forecast/forecast-input.ts';
import { midOf } from '../../domain/market/quote.ts';
import { badInput, Refusal } from '../../domain/refusal.ts';
import type { VenueName } from '../../domain/venue.ts';
import type { Actor } from '../../ports/trading-system.ts';
import { askMarket } from '../steps/ask-market.ts';
import type { ForecastDeps } from './forecast-deps.ts';

type Deps = Pick<ForecastDeps, 'sources' | 'prices'>;

/**
 * The current price as a forecast is recorded. A token is watched from then on, so that its minutes are kept.
 * @throws {Refusal} BAD_USER_INPUT for `input.symbol`; PRICE_UNTRUSTED; VENUE_UNAVAILABLE.
 */
export function standingPrice(
  deps: Deps,
  actor: Actor,
  { symbol, assetClass }: ForecastSubject,
  venue: VenueName,
): Promise<StandingPrice> {
  return assetClass === 'TOKEN'
    ? judgedPrice(deps, actor, symbol)
    : quotedPrice(deps, actor, symbol, venue);
}

async function judgedPrice({ prices }: Deps, actor: Actor, mint: string): Promise<StandingPrice> {
  const { price, asOf, sources } = await prices.priceInfo(actor, mint);
  if (!price) throw new Refusal('PRICE_UNTRUSTED', `No price of ${mint} is believed now.`);
  const told = sources.filter(({ accepted }) => accepted).map(({ source }) => source);
  return {
    ...{ price, bid: null, ask: null, priceSource: told.join(', ').toLowerCase() },
    ...{ pricedAt: asOf, priceDelayed: false },
  };
}

async function quotedPrice(
  { sources }: Deps,
  { username }: Actor,
  symbol: string,
  venue: VenueName,
): Promise<StandingPrice> {
  const quotes = await askMarket(sources, { username, venue }, (market) => market.quotes([symbol]));
  const quote = quotes.get(symbol);
  if (!quote) throw badInput('input.symbol', `${symbol} has no quote here.`);
  const price = midOf(quote) ?? quote.last;
  if (!price) throw new Refusal('PRICE_UNTRUSTED', `The quote of ${symbol} has no price.`);
  const { bid, ask, source, sourceTime, receivedAt, delayed } = quote;
  return {
    ...{ price, bid, ask, priceSource: source },
    ...{ pricedAt: sourceTime ?? receivedAt, priceDelayed: delayed },
  };
}
