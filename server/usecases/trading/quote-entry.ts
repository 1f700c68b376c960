import { dec, Decimal } from '../../domain/decimal.ts';
import type { Token } from '../../domain/instrument/instrument.ts';
import type { NoQuote } from '../../domain/price/gate-quote.ts';
import type { JudgedPrice } from '../../domain/price/judged-price.ts';
import { badInput } from '../../domain/refusal.ts';
import { fromDollars, SETTLEMENTS, USDC_PRICE } from '../../domain/swap/settlement.ts';
import type { SwapQuote, SwapQuoteAsked } from '../../domain/token/swap-quote.ts';
import type { Clock } from '../../ports/clock.ts';
import { MarketDataUnavailable } from '../../ports/market-data.ts';
import { NoRoute, type TokenUrgency } from '../../ports/token-market.ts';
import type { TokenTrading } from '../../ports/token-trading.ts';

/** The parts of an entry that decide how it is quoted. */
export interface SizedEntry {
  readonly instrument: Token;
  readonly quantity: Decimal;
  /** Null: at the market. */
  readonly limitPrice: Decimal | null;
}

export interface QuotedEntry {
  readonly bought: SwapQuote | NoQuote;
  /** The quote to sell at once again what is bought; null where there is none. */
  readonly sale: SwapQuote | null;
}

export interface QuoteTerms {
  /** The price by which the dollars of the size are reckoned. */
  readonly judged: JudgedPrice;
  readonly slippagePct: Decimal;
  readonly urgency: TokenUrgency;
}

/** Dollars: a smaller order that nothing routes is too small; a larger one has another fault. */
const SMALL = dec(100);
const BPS_A_POINT = 100;

/**
 * Quotes an entry's own size in both directions. Null while no price is known by which to reckon it.
 * @throws {Refusal} BAD_USER_INPUT for a quantity that is too small to route.
 */
export async function quoteEntry(
  trading: TokenTrading,
  clock: Clock,
  entry: SizedEntry,
  terms: QuoteTerms,
): Promise<QuotedEntry | null> {
  const price = referencePrice(entry, terms.judged);
  if (!price) return null;
  const dollars = entry.quantity.times(price);
  const mint = entry.instrument.symbol;
  const usdc = SETTLEMENTS.USDC.mint;
  const slippageBps = terms.slippagePct.times(BPS_A_POINT).toDecimalPlaces(0).toNumber();
  const inAmount = fromDollars(dollars, 'USDC', USDC_PRICE);
  if (inAmount === 0n) throw tooSmall();
  const quote = (asked: Omit<SwapQuoteAsked, 'slippageBps'>) =>
    quoted(trading, clock, { ...asked, slippageBps }, terms.urgency);
  const bought = await quote({ inputMint: usdc, outputMint: mint, inAmount });
  if ('why' in bought) {
    if (bought.why === 'NO_ROUTE' && isSmall(dollars, terms.judged)) throw tooSmall();
    return { bought, sale: null };
  }
  if (bought.outAmount === 0n) throw tooSmall();
  const sold = await quote({ inputMint: mint, outputMint: usdc, inAmount: bought.outAmount });
  return { bought, sale: 'why' in sold ? null : sold };
}

/** The lower of limit and price, as a limit above the price is not the cost now. A price not believed counts too. */
function referencePrice({ limitPrice }: SizedEntry, judged: JudgedPrice): Decimal | null {
  const told = judged.sources.find(({ price }) => price !== null)?.price;
  const price = judged.price ?? judged.lastAccepted?.price ?? told ?? null;
  return limitPrice && price ? Decimal.min(limitPrice, price) : (limitPrice ?? price);
}

/** Whether a swap of about $100 is routed, and this is less. */
function isSmall(dollars: Decimal, { sources }: JudgedPrice): boolean {
  const routes = sources.some(({ source, accepted }) => source === 'QUOTE' && accepted);
  return dollars.lessThan(SMALL) && routes;
}

function tooSmall() {
  return badInput('input.quantity', 'Nothing routes so little: buy more.');
}

async function quoted(
  trading: TokenTrading,
  clock: Clock,
  asked: SwapQuoteAsked,
  urgency: TokenUrgency,
): Promise<SwapQuote | NoQuote> {
  try {
    return await trading.quote(asked, urgency);
  } catch (error) {
    const receivedAt = clock.now();
    if (error instanceof NoRoute) return { why: 'NO_ROUTE', receivedAt };
    if (!(error instanceof MarketDataUnavailable)) throw error;
    return { why: error.putOff ? 'PUT_OFF' : 'SILENT', receivedAt };
  }
}
