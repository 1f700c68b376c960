import { dec, type Decimal } from '../../domain/decimal.ts';
import type { Mint } from '../../domain/ids.ts';
import { NoRoute, type SwapQuote, type SwapQuoteAsked } from '../../ports/token-market.ts';
import { SOL_MINT as SOL, USDC_MINT as USDC } from '../../domain/token/mint.ts';
import { SIMULATED_TOKENS } from './simulated-token-list.ts';
import { poolsBetween, type Moment, type SimulatedPool } from './simulated-token-pools.ts';

const ALL_BPS = 10_000;
/** The share of the output that the router takes, in basis points. */
const PLATFORM_BPS = { ofSolAndUsdc: 2, others: 10 };

interface Passed {
  /** Whole tokens that come out. */
  readonly out: Decimal;
  /** What would come out of pools of infinite depth without fees. */
  readonly ideal: Decimal;
  readonly route: readonly string[];
}

/** What a swap gets by its best route: through one pool, or through two by way of SOL or USDC. */
export function swapNow(asked: SwapQuoteAsked, moment: Moment): Omit<SwapQuote, 'receivedAt'> {
  const { inputMint, outputMint, inAmount, slippageBps } = asked;
  const [input, output] = [SIMULATED_TOKENS.get(inputMint), SIMULATED_TOKENS.get(outputMint)];
  if (!input || !output) throw new NoRoute('The simulated market has no such token');
  if (input === output) throw new NoRoute('A token is not swapped for itself');
  const start: Passed = { out: whole(inAmount, input.decimals), ideal: dec(1), route: [] };
  const from = { ...start, ideal: start.out };
  const ways = [
    through(from, [inputMint, outputMint], moment),
    ...[SOL, USDC].map((middle) => through(from, [inputMint, middle, outputMint], moment)),
  ];
  const best = bestOf(ways);
  const platformFeeBps =
    isMajor(inputMint) && isMajor(outputMint) ? PLATFORM_BPS.ofSolAndUsdc : PLATFORM_BPS.others;
  const kept = best?.out.times(ALL_BPS - platformFeeBps).div(ALL_BPS);
  const outAmount = kept ? raw(kept, output.decimals) : 0n;
  if (!best || outAmount === 0n) throw new NoRoute('Nothing would come out of a swap of this size');
  return {
    ...{ ...asked, outAmount, platformFeeBps, route: best.route },
    leastOutAmount: (outAmount * BigInt(ALL_BPS - slippageBps)) / BigInt(ALL_BPS),
    impactPct: dec(100).minus(best.out.div(best.ideal).times(100)).toDecimalPlaces(6),
  };
}

function through(from: Passed, mints: readonly Mint[], moment: Moment): Passed | null {
  let passed: Passed | null = from;
  for (const [n, mint] of mints.slice(0, -1).entries()) {
    const before: Passed = passed;
    const pools = poolsBetween(mint, mints[n + 1]!, moment);
    passed = bestOf(pools.map((pool) => throughPool(before, mint, pool)));
    if (!passed) return null;
  }
  return passed;
}

/** Constant product: the product of both reserves stays the same. */
function throughPool(
  { out: given, ideal, route }: Passed,
  mint: Mint,
  pool: SimulatedPool,
): Passed {
  const { base, quote } = pool.reserves;
  const [mine, other] = pool.base === mint ? [base, quote] : [quote, base];
  const paid = given.times(ALL_BPS - pool.feeBps).div(ALL_BPS);
  return {
    out: other.times(paid).div(mine.plus(paid)),
    ideal: ideal.times(other).div(mine),
    route: [...route, pool.dex],
  };
}

function bestOf(ways: readonly (Passed | null)[]): Passed | null {
  let best: Passed | null = null;
  for (const way of ways) if (way && (!best || way.out.greaterThan(best.out))) best = way;
  return best;
}

function isMajor(mint: Mint): boolean {
  return mint === SOL || mint === USDC;
}

function whole(amount: bigint, decimals: number): Decimal {
  return dec(String(amount)).div(dec(10).pow(decimals));
}

function raw(amount: Decimal, decimals: number): bigint {
  return BigInt(amount.times(dec(10).pow(decimals)).floor().toFixed());
}
