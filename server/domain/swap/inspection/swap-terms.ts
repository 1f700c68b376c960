import type { Decimal } from '../../decimal.ts';
import type { Mint } from '../../ids.ts';

/** What has been agreed, and so what a transaction may do at most. */
export interface SwapTerms {
  /** What the swap is for: an entry leaves enough SOL for exits, an exit may use it. */
  readonly purpose: 'ENTRY' | 'EXIT';
  /** The wallet’s address, base58. */
  readonly wallet: string;
  readonly inputMint: Mint;
  readonly outputMint: Mint;
  /** Raw units that go in, exactly. */
  readonly inAmount: bigint;
  /** Raw units that come out at least: see `swap-floor.ts`. */
  readonly floor: bigint;
  /** The slippage that was asked for. */
  readonly slippageBps: number;
  /** Percent points of impact at most; null: no limit is set. */
  readonly maxImpactPct: Decimal | null;
}
