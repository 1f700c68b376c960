import { dec, Decimal } from '../../decimal.ts';
import type { SwapQuote } from '../../token/swap-quote.ts';

const HUNDRED = dec(100);
const BPS = 10_000n;

/** A swap at a price on which our sources agree. */
export interface PricedSwap {
  /** Raw units that go in. */
  readonly inAmount: bigint;
  readonly inDecimals: number;
  readonly outDecimals: number;
  /** Dollars for one whole unit of the input, and of the output. */
  readonly inPrice: Decimal;
  readonly outPrice: Decimal;
  /** Percent points that the swap's own size may cost; null: no limit is set, and no impact is allowed. */
  readonly maxImpactPct: Decimal | null;
  /** Percent points. */
  readonly slippagePct: Decimal;
}

/** The least raw units that must come out: by the price, less the impact and slippage that are allowed. */
export function floorByPrice(swap: PricedSwap): bigint {
  const { inAmount, inDecimals, outDecimals, inPrice, outPrice } = swap;
  const dollars = dec(inAmount.toString()).times(dec(10).pow(-inDecimals)).times(inPrice);
  const fair = dollars.div(outPrice).times(dec(10).pow(outDecimals));
  const kept = share(swap.maxImpactPct ?? dec(0)).times(share(swap.slippagePct));
  return rawUp(fair.times(kept));
}

/** The floor without a trusted price, for a person: the quote that they confirmed, less its slippage. */
export function floorByQuote({ outAmount }: Pick<SwapQuote, 'outAmount'>, bps: number): bigint {
  return (outAmount * (BPS - BigInt(bps))) / BPS;
}

/**
 * The slippage to order with, so that a swap that would now get `outAmount` never gets less than its floor; at
 * most `mostBps`. Null where even now it gets less.
 */
export function slippageAbove(outAmount: bigint, floor: bigint, mostBps: number): number | null {
  if (outAmount <= 0n || outAmount < floor) return null;
  const room = ((outAmount - floor) * BPS) / outAmount;
  return room < BigInt(mostBps) ? Number(room) : mostBps;
}

/** The floor without a trusted price, for the desk itself: the worse of two quotes in a row, less its slippage. */
export function floorByLooks(
  looks: readonly [Pick<SwapQuote, 'outAmount'>, Pick<SwapQuote, 'outAmount'>],
  bps: number,
): bigint {
  const [one, two] = looks.map((look) => floorByQuote(look, bps)) as [bigint, bigint];
  return one < two ? one : two;
}

function share(pct: Decimal): Decimal {
  return HUNDRED.minus(pct).div(HUNDRED);
}

/** Raw units, rounded up to a whole one. */
function rawUp(raw: Decimal): bigint {
  return BigInt(raw.toDecimalPlaces(0, Decimal.ROUND_UP).toFixed());
}
