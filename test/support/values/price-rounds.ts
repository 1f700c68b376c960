import { dec } from '../../../server/domain/decimal.ts';
import type { Mint } from '../../../server/domain/ids.ts';
import type { Observation, PriceRound } from '../../../server/domain/price/observation.ts';
import type { TokenFacts } from '../../../server/ports/token-market.ts';

export const SOL: Mint = 'So11111111111111111111111111111111111111112';
export const USDC: Mint = 'EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v';
export const BONK: Mint = 'DezXAZ8z7PnrnRJjz3wXBoRgixCa6xjnB7YaB1pPB263';
export const WIF: Mint = 'EKpQGSJtjMFqKZ9KQanSqYXRcF8fBopzLHYxdM65zcjm';

/** A round of a token whose three sources agree on a price. */
export function aRound(
  mint: Mint,
  at: Date,
  price: string,
  parts: Partial<PriceRound> = {},
): PriceRound {
  const said = (after: number) => ({
    receivedAt: new Date(at.getTime() + after),
    price: dec(price),
    width: dec('0.001'),
    refused: null,
  });
  const observations: Observation[] = [
    { source: 'JUPITER', ...said(120), hardLiquidityUsd: null, blockId: 434_629_553 },
    { source: 'DEXSCREENER', ...said(340), hardLiquidityUsd: dec('812345.67'), blockId: null },
    { source: 'QUOTE', ...said(560), hardLiquidityUsd: null, blockId: null },
  ];
  const quoteSize = { usd: dec(100), impactPct: dec('0.01'), platformFeeBps: 10 };
  return { mint, at, observations, quoteSize, ...parts };
}

export function someFacts(mint: Mint, parts: Partial<TokenFacts> = {}): TokenFacts {
  return {
    mint,
    ...{ ticker: 'BONK', name: 'Bonk', decimals: 5, tokenProgram: null },
    ...{ hasMintAuthority: false, hasFreezeAuthority: false, suspicious: false, verified: true },
    ...{ topHoldersPct: null, organicScore: null, createdAt: null },
    ...parts,
  };
}
