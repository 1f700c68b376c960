import { dec, Decimal } from '../decimal.ts';
import type { Mint } from '../ids.ts';
import { USDC_MINT } from '../token/mint.ts';
import { fromRawUnits } from '../token/raw-units.ts';
import type { SwapQuote } from '../token/swap-quote.ts';
import { LEAST_WIDTH, type Observation, type QuoteSize, type Unpriced } from './observation.ts';

/** Why there is no quote. */
export interface NoQuote {
  readonly why: 'NO_ROUTE' | 'SILENT' | 'PUT_OFF' | 'MALFORMED';
  readonly receivedAt: Date;
}

export interface GatedQuote {
  readonly observation: Observation;
  /** Null without a quote that makes sense. */
  readonly size: QuoteSize | null;
}

const ONE = dec(1);
const HUNDRED = dec(100);
const BPS = 10_000;
const USDC_DECIMALS = 6;
/** Percent points. Above `most`, a quote is its own size's price only; no size improves a price below `least`. */
export const IMPACT_PCT = { most: dec(10), least: dec(-1) } as const;

/**
 * A quote of USDC for a token, or of the token for USDC, after its gates: what it pays for one token without
 * its stated price impact and platform fee, at one dollar per USDC. Swap v2 takes its impact from Jupiter's own
 * index, so the price is as wide as the impact that was taken out: it may not decide by that alone.
 */
export function gateQuote(mint: Mint, decimals: number, quote: SwapQuote | NoQuote): GatedQuote {
  const base = { source: 'QUOTE', receivedAt: quote.receivedAt, hardLiquidityUsd: null } as const;
  const refuse = (refused: Unpriced, price: Decimal | null = null): GatedQuote => ({
    observation: { ...base, price, refused },
    size: null,
  });
  if ('why' in quote) return refuse(quote.why);
  if (!isOfMint(quote, mint) || isTwisted(quote)) return refuse('CONTRADICTS_ITSELF');
  if (quote.outAmount === 0n) return refuse('ZERO');
  const { impactPct, platformFeeBps } = quote;
  const { usd, tokens } = amounts(quote, decimals);
  const impact = impactPct.dividedBy(HUNDRED);
  const kept = ONE.minus(impact).times(ONE.minus(dec(platformFeeBps).dividedBy(BPS)));
  // More significant digits than any price has: an endless quotient would fill 150.
  const paid = usd.dividedBy(tokens);
  const fair = buys(quote) ? paid.times(kept) : paid.dividedBy(kept);
  const price = fair.toSignificantDigits(30);
  if (impactPct.greaterThan(IMPACT_PCT.most)) return refuse('THIN', price);
  const width = Decimal.max(LEAST_WIDTH, impact.abs().toSignificantDigits(6));
  return {
    observation: { ...base, price, width, blockId: null, refused: null },
    size: { usd, impactPct, platformFeeBps },
  };
}

function buys(quote: SwapQuote): boolean {
  return quote.inputMint === USDC_MINT;
}

function isOfMint({ inputMint, outputMint }: SwapQuote, mint: Mint): boolean {
  return (
    (inputMint === USDC_MINT && outputMint === mint) ||
    (inputMint === mint && outputMint === USDC_MINT)
  );
}

/** Whether the quote's own figures exclude each other. */
function isTwisted({ inAmount, outAmount, leastOutAmount, slippageBps, ...quote }: SwapQuote) {
  const { impactPct, platformFeeBps } = quote;
  // One raw unit of rounding either way.
  const least = (outAmount * BigInt(BPS - slippageBps)) / BigInt(BPS) - 1n;
  return (
    inAmount <= 0n ||
    outAmount < 0n ||
    leastOutAmount > outAmount ||
    leastOutAmount < least ||
    impactPct.lessThan(IMPACT_PCT.least) ||
    impactPct.greaterThanOrEqualTo(HUNDRED) ||
    platformFeeBps < 0 ||
    platformFeeBps >= BPS
  );
}

function amounts(quote: SwapQuote, decimals: number): { usd: Decimal; tokens: Decimal } {
  const [dollars, units] = buys(quote)
    ? [quote.inAmount, quote.outAmount]
    : [quote.outAmount, quote.inAmount];
  return { usd: fromRawUnits(dollars, USDC_DECIMALS), tokens: fromRawUnits(units, decimals) };
}
