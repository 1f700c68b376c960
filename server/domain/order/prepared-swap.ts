import type { Decimal } from '../decimal.ts';
import type { Mint } from '../ids.ts';

/** The data by which a swap of real money is followed from its inspection to its end; stored before it is signed. */
export interface PreparedSwap {
  /** The address that pays, receives and signs. */
  readonly wallet: string;
  readonly mint: Mint;
  /** The router's id of the inspected order. */
  readonly requestId: string;
  readonly blockhash: string;
  /** The highest block that can take the swap, by the router or by our own chain source: the larger of both. */
  readonly lastValidHeight: number;
  /** What the wallet held before the swap: raw units of the token and of what it is settled in; lamports for SOL. */
  readonly tokenBefore: Decimal;
  readonly settledBefore: Decimal;
  /** The slot of both balances; null: stored by an earlier version, which did not keep it. */
  readonly beforeSlot: number | null;
  /** Dollars for one SOL, by which the swap's fees are booked; null while no price of SOL was ever accepted. */
  readonly solPrice: Decimal | null;
  /** When that price was accepted. */
  readonly solPriceAt: Date | null;
  /** The slot of the block that took the swap; null while none is known. */
  readonly slot: number | null;
  /** When the desk saw that block final; null while it may still vanish. */
  readonly finalizedAt: Date | null;
  /** Whole USDC and SOL, wrapped or not, that it moved in the wallet, with fees and rent; null until it landed. */
  readonly usdcMoved: Decimal | null;
  readonly solMoved: Decimal | null;
}

/** Whether the swap was booked from a block that may still vanish. */
export function awaitsFinality(swap: PreparedSwap | null): boolean {
  return swap !== null && swap.slot !== null && swap.finalizedAt === null;
}
