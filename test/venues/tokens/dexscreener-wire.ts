import { SOL, USDC, type EmulatedToken } from './emulated-token.ts';

/** The answer of the firewall in front of DexScreener to clients that it rejects. */
export const CLOUDFLARE = {
  status: 403,
  html: '<!DOCTYPE html><html><title>Attention Required! | Cloudflare</title></html>',
};
const WORTHLESS = '6zq1tXVXqU5uoAaFFAnqxCzPw2jkePuyWFnYH2xGpump';

export interface EmulatedPair extends Readonly<Record<string, unknown>> {
  readonly pairAddress: string;
}

interface PairTerms {
  readonly address: string;
  readonly base: { readonly mint: string; readonly ticker: string };
  readonly quote: { readonly mint: string; readonly ticker: string; readonly usd: number };
  /** Dollars for one base token. */
  readonly price: number;
  readonly liquidityUsd: number;
}

export function pairJson({ address, base, quote, price, liquidityUsd }: PairTerms): EmulatedPair {
  return {
    chainId: 'solana',
    dexId: 'raydium',
    url: `https://dexscreener.com/solana/${address.toLowerCase()}`,
    pairAddress: address,
    labels: ['CLMM'],
    baseToken: { address: base.mint, name: base.ticker, symbol: base.ticker },
    quoteToken: { address: quote.mint, name: quote.ticker, symbol: quote.ticker },
    priceNative: numeral(price / quote.usd),
    priceUsd: numeral(price),
    txns: { m5: { buys: 3, sells: 4 }, h1: { buys: 191, sells: 214 }, h24: { buys: 1, sells: 2 } },
    volume: { h24: 207_946.53, h1: 12_447.69, m5: 117.93 },
    priceChange: { h1: 0.92, h24: 8.24 },
    liquidity: {
      usd: liquidityUsd,
      base: liquidityUsd / 2 / price,
      quote: liquidityUsd / 2 / quote.usd,
    },
    fdv: 261_550_342,
    marketCap: 261_550_342,
    pairCreatedAt: 1_775_036_809_000,
  };
}

/** A pool with SOL and one with USDC, which share the token's liquidity. */
export function honestPairs(token: EmulatedToken, solUsd: number): readonly EmulatedPair[] {
  const base = { mint: token.mint, ticker: token.ticker };
  const at = { base, price: token.price, liquidityUsd: token.liquidityUsd / 2 };
  const sol = { mint: SOL, ticker: 'SOL', usd: solUsd };
  const usdc = { mint: USDC, ticker: 'USDC', usd: 1 };
  const pairs = [];
  if (token.mint !== SOL) pairs.push(pairJson({ ...at, address: addressOf(token, 1), quote: sol }));
  if (token.mint !== USDC)
    pairs.push(pairJson({ ...at, address: addressOf(token, 2), quote: usdc }));
  return pairs;
}

/** Deep by its own word alone: $2.4 M of a worthless token, at 4,900 times the price. */
export function fakeDeepPair(token: EmulatedToken): EmulatedPair {
  return pairJson({
    address: addressOf(token, 8),
    base: { mint: token.mint, ticker: token.ticker },
    quote: { mint: WORTHLESS, ticker: 'DITH', usd: 0.000_02 },
    price: token.price * 4_900,
    liquidityUsd: 2_400_000,
  });
}

/** A pool that trades another token for this one: its price is the other's. */
export function otherSidePair(token: EmulatedToken, other: EmulatedToken): EmulatedPair {
  return pairJson({
    address: addressOf(token, 9),
    base: { mint: other.mint, ticker: other.ticker },
    quote: { mint: token.mint, ticker: token.ticker, usd: token.price },
    price: other.price,
    liquidityUsd: 500_000,
  });
}

/** Four significant digits, and never an exponent. */
function numeral(value: number): string {
  const places = Math.max(0, 3 - Math.floor(Math.log10(value)));
  return value.toFixed(Math.min(places, 100));
}

function addressOf({ mint }: EmulatedToken, n: number): string {
  return `${mint.slice(0, -1)}${n}`;
}
