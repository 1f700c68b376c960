import { dec, Decimal } from '../../decimal.ts';
import type { SwapQuote } from '../../token/swap-quote.ts';

const HUNDRED = dec(100);
const BPS = 10_000n;

/** A swap at a price that our sources agree on. */
export interface PricedSwap {
  /** Raw units that go in. */
  readonly inAmount: bigint;
  readonly inDecimals: number;
  readonly outDecimals: number;
  /** Dollars for one whole unit of what goes in, and of what comes out. */
  readonly inPrice: Decimal;
  readonly outPrice: Decimal;
  /** Percent points that its own size may cost; null: no limit is set, and no impact is allowed for. */
  readonly maxImpactPct: Decimal | null;
  /** Percent points. */
  readonly slippagePct: Decimal;
}

/** Raw units that have to come out: what the price says, less impact and slippage as far as they are allowed. */
export function floorByPrice(swap: PricedSwap): bigint {
  const { inAmount, inDecimals, outDecimals, inPrice, outPrice } = swap;
  const dollars = dec(inAmount.toString()).times(dec(10).pow(-inDecimals)).times(inPrice);
  const fair = dollars.div(outPrice).times(dec(10).pow(outDecimals));
  const kept = share(swap.maxImpactPct ?? dec(0)).times(share(swap.slippagePct));
  return rawUp(fair.times(kept));
}

/** Without a trusted price, for a person: what the quote that they confirmed says, less its slippage. */
export function floorByQuote({ outAmount }: Pick<SwapQuote, 'outAmount'>, bps: number): bigint {
  return (outAmount * (BPS - BigInt(bps))) / BPS;
}

/**
 * The slippage to order with, so that a swap that gets `outAmount` now never gets less than its floor: `mostBps`
 * at most. Null where even now it gets less.
 */
export function slippageAbove(outAmount: bigint, floor: bigint, mostBps: number): number | null {
  if (outAmount <= 0n || outAmount < floor) return null;
  const room = ((outAmount - floor) * BPS) / outAmount;
  return room < BigInt(mostBps) ? Number(room) : mostBps;
}

/** Without a trusted price, for the desk itself: the worse of two quotes in a row, less its slippage. */
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

/** Of a fraction of a raw unit, the whole one. */
function rawUp(raw: Decimal): bigint {
  return BigInt(raw.toDecimalPlaces(0, Decimal.ROUND_UP).toFixed());
}
