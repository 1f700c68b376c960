import { dec, type Decimal } from '../decimal.ts';
import type { Mint } from '../ids.ts';
import { SOL_MINT, USDC_MINT, USDT_MINT } from '../token/mint.ts';
import type { AcceptedPrice } from './judged-price.ts';
import { isWithin, SPREAD } from './spread.ts';
import type { TokenPool } from './told.ts';

const DOLLAR = dec(1);

/** A pool's trustworthy figures: its price in SOL, USDC or USDT, and how much of that it holds. */
export interface HardPool {
  /** US dollars for one whole token. */
  readonly price: Decimal;
  /** Dollars of SOL, USDC or USDT in the pool. */
  readonly hardUsd: Decimal;
  readonly traded: boolean;
  /** DexScreener's own price in dollars is another one. */
  readonly contradicts: boolean;
  /** When the price of SOL that converts it was accepted; null for a pool that holds dollars. */
  readonly convertedAt: Date | null;
}

/** Whether the pool's quote is SOL, USDC or USDT, and not the token itself. */
export function isQuotedInHard(mint: Mint, { quoteMint }: TokenPool): boolean {
  const hard = quoteMint === SOL_MINT || quoteMint === USDC_MINT || quoteMint === USDT_MINT;
  return hard && quoteMint !== mint;
}

/** The pool in dollars; null where it holds SOL and SOL has no accepted price. */
export function inDollars(
  pool: TokenPool,
  sol: AcceptedPrice | null,
): HardPool | null | 'MALFORMED' {
  const ofSol = pool.quoteMint === SOL_MINT ? sol : undefined;
  if (ofSol === null) return null;
  const { priceNative, quoteReserve, priceUsd } = pool;
  if (!isAmount(priceNative) || !isAmount(quoteReserve)) return 'MALFORMED';
  const dollars = ofSol?.price ?? DOLLAR;
  const price = priceNative.times(dollars);
  return {
    price,
    hardUsd: quoteReserve.times(dollars),
    // Not reported is not none: the documented sample of a pool has no trades at all.
    traded: pool.tradesInHour !== 0,
    contradicts: priceUsd !== null && !isWithin(price, priceUsd, SPREAD.conflict),
    convertedAt: ofSol?.at ?? null,
  };
}

function isAmount(value: Decimal | null): value is Decimal {
  return value !== null && value.isFinite() && !value.lessThan(0);
}
