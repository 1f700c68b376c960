import type { Decimal } from '../decimal.ts';
import type { Mint } from '../ids.ts';

/** What a swap of real money is followed by from its inspection to its end; stored before it is signed. */
export interface PreparedSwap {
  /** The address that pays, gets and signs. */
  readonly wallet: string;
  readonly mint: Mint;
  /** The router's id of the inspected order. */
  readonly requestId: string;
  readonly blockhash: string;
  /** The highest block that can take it, by the router or by our own chain's word: the larger of both. */
  readonly lastValidHeight: number;
  /** Raw units of the token, and of what it is settled in, that the wallet held before it; lamports of SOL. */
  readonly tokenBefore: Decimal;
  readonly settledBefore: Decimal;
  /** The slot that both are of; null: an earlier version did not keep it. */
  readonly beforeSlot: number | null;
  /** Dollars for one SOL, by which its fees are booked; null while no price of SOL was ever accepted. */
  readonly solPrice: Decimal | null;
  /** When that price was accepted. */
  readonly solPriceAt: Date | null;
  /** The slot of the block that took it; null while none is known. */
  readonly slot: number | null;
  /** When that block was seen to be final; null while it may still vanish. */
  readonly finalizedAt: Date | null;
  /** Whole USDC and SOL, wrapped or not, that it moved in the wallet, fees and rent inside; null until it landed. */
  readonly usdcMoved: Decimal | null;
  readonly solMoved: Decimal | null;
}

/** It was booked from a block that may still vanish. */
export function awaitsFinality(swap: PreparedSwap | null): boolean {
  return swap !== null && swap.slot !== null && swap.finalizedAt === null;
}
