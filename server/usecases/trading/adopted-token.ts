import type { Mint } from '../../domain/ids.ts';
import type { Token } from '../../domain/instrument/instrument.ts';
import { Refusal } from '../../domain/refusal.ts';
import { MarketDataUnavailable } from '../../ports/market-data.ts';
import type { TokenMarkets } from '../../ports/token-trading.ts';

const ENDS = 4;

/**
 * A token by its mint. Its decimals are the chain’s; its ticker is the directory's, for people to read, else the ends
 * of the mint: a holding is booked whether or not the directory knows it.
 * @throws {Refusal} VENUE_UNAVAILABLE while no source gives its decimals.
 */
export async function tokenNamed(
  tokens: TokenMarkets,
  mint: Mint,
  decimals: number | null,
): Promise<Token> {
  if (decimals === null)
    throw new Refusal('VENUE_UNAVAILABLE', 'The chain cannot give the decimals of this mint now.');
  const units = { assetClass: 'TOKEN', symbol: mint, underlying: mint, multiplier: 1 } as const;
  const ticker = (await tickerOf(tokens, mint)) ?? `${mint.slice(0, ENDS)}…${mint.slice(-ENDS)}`;
  return { ...units, ticker, decimals, settlement: 'USDC', market: 'SOLANA' };
}

async function tickerOf(tokens: TokenMarkets, mint: Mint): Promise<string | null> {
  try {
    return (await tokens.of('SOLANA').factsOf(mint))?.ticker ?? null;
  } catch (error) {
    if (error instanceof MarketDataUnavailable) return null;
    throw error;
  }
}
