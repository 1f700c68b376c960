export const SOL = 'So11111111111111111111111111111111111111112';
export const USDC = 'EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v';
export const BONK = 'DezXAZ8z7PnrnRJjz3wXBoRgixCa6xjnB7YaB1pPB263';
export const WIF = 'EKpQGSJtjMFqKZ9KQanSqYXRcF8fBopzLHYxdM65zcjm';

/** A token as all sources know it, with amounts in dollars; the emulators round as the real sources do. */
export interface EmulatedToken {
  readonly mint: string;
  readonly ticker: string;
  readonly name: string;
  readonly decimals: number;
  readonly price: number;
  /** Dollars in all pools of the token together, both sides counted. */
  readonly liquidityUsd: number;
}

/** Prices and depths of September 2026. */
export const EMULATED_TOKENS: readonly EmulatedToken[] = [
  token(SOL, 'SOL', 'Wrapped SOL', 9, 120.7831, 664_519_635),
  token(USDC, 'USDC', 'USD Coin', 6, 1, 400_000_000),
  token(BONK, 'Bonk', 'Bonk', 5, 2.9494e-6, 1_268_385),
  token(WIF, '$WIF', 'dogwifhat', 6, 0.2043, 5_970_960),
];

export function token(
  mint: string,
  ticker: string,
  name: string,
  decimals: number,
  price: number,
  liquidityUsd: number,
): EmulatedToken {
  return { mint, ticker, name, decimals, price, liquidityUsd };
}
