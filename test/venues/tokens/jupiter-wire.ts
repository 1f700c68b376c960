import type { Arrived } from '../wire-server.ts';
import type { EmulatedToken } from './emulated-token.ts';

/** Errors of the gateway of 2026, which names no key in them. */
export const BAD_KEY = { status: 401, json: { code: 401, message: 'Unauthorized' } };
export const NO_ACCESS = {
  status: 403,
  json: { code: 403, message: 'API key does not have access to this endpoint' },
};
export const OPAQUE = { status: 500, json: { error: 'Something unexpected occurred' } };

export function priceJson(token: EmulatedToken, blockId: number): Record<string, unknown> {
  return {
    createdAt: '2024-06-05T08:55:25.527Z',
    liquidity: token.liquidityUsd,
    usdPrice: token.price,
    blockId,
    decimals: token.decimals,
    priceChange24h: -0.9783456433451198,
  };
}

export function tokenJson(token: EmulatedToken): Record<string, unknown> {
  return {
    id: token.mint,
    name: token.name,
    symbol: token.ticker,
    decimals: token.decimals,
    tokenProgram: 'TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA',
    holderCount: 1021173,
    usdPrice: token.price,
    audit: { mintAuthorityDisabled: true, freezeAuthorityDisabled: true, topHoldersPercentage: 31 },
    organicScore: 96.6,
    organicScoreLabel: 'high',
    isVerified: true,
    tags: ['verified'],
    createdAt: '2024-06-07T10:26:40.709Z',
  };
}

export interface EmulatedSwap {
  readonly query: Arrived['query'];
  readonly outAmount: bigint;
  /** The price impact as a ratio; a loss is positive. */
  readonly impactRatio: number;
  readonly platformFeeBps: number;
}

/** A swap through a pool of constant product that holds the thinner token's liquidity. */
export function swapBetween(
  input: EmulatedToken,
  output: EmulatedToken,
  query: Arrived['query'],
  platformFeeBps: number,
): EmulatedSwap {
  const usdIn = (Number(query['amount']) / 10 ** input.decimals) * input.price;
  const side = Math.min(input.liquidityUsd, output.liquidityUsd) / 2;
  const impactRatio = usdIn / (side + usdIn);
  const usdOut = usdIn * (1 - impactRatio) * (1 - platformFeeBps / 10_000);
  const out = Math.floor((usdOut / output.price) * 10 ** output.decimals);
  return { query, outAmount: BigInt(out), impactRatio, platformFeeBps };
}

function swapJson({ query, outAmount }: EmulatedSwap): Record<string, unknown> {
  const { inputMint, outputMint, amount, slippageBps } = query;
  const swapInfo = { ammKey: 'HTvjzsfX3yU6BUodCjZ5vZkUrAxMDTrBs3CJaq43ashR', label: 'Whirlpool' };
  const amounts = { inputMint, outputMint, inAmount: amount, outAmount: String(outAmount) };
  return {
    ...amounts,
    otherAmountThreshold: String((outAmount * BigInt(10_000 - Number(slippageBps))) / 10_000n),
    swapMode: 'ExactIn',
    slippageBps: Number(slippageBps),
    routePlan: [{ swapInfo: { ...swapInfo, ...amounts }, percent: 100, bps: 10_000 }],
  };
}

/** `GET /swap/v2/order` without a taker. */
export function orderJson(swap: EmulatedSwap): Record<string, unknown> {
  const { platformFeeBps, impactRatio } = swap;
  return {
    ...swapJson(swap),
    mode: 'ultra',
    priceImpactPct: String(-impactRatio),
    priceImpact: -impactRatio * 100,
    feeBps: platformFeeBps,
    platformFee: { feeBps: platformFeeBps },
    router: 'metis',
    transaction: null,
    requestId: '019e07c7-8589-734c-a7e4-546473535fad',
    totalTime: 359,
  };
}

/** `GET /swap/v1/quote`. */
export function quoteJson(swap: EmulatedSwap): Record<string, unknown> {
  return {
    ...swapJson(swap),
    platformFee: null,
    priceImpactPct: String(swap.impactRatio),
    contextSlot: 451_244_243,
    timeTaken: 0.0014,
  };
}
