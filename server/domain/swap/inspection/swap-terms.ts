import type { Decimal } from '../../decimal.ts';
import type { Mint } from '../../ids.ts';

/** What was agreed, and so the most that a transaction may do. */
export interface SwapTerms {
  /** What the swap is for: an entry leaves enough SOL for exits, an exit may use it. */
  readonly purpose: 'ENTRY' | 'EXIT';
  /** The wallet’s address, base58. */
  readonly wallet: string;
  readonly inputMint: Mint;
  readonly outputMint: Mint;
  /** Raw units that go in, exactly. */
  readonly inAmount: bigint;
  /** The least raw units that come out: see `swap-floor.ts`. */
  readonly floor: bigint;
  /** The slippage that was ordered. */
  readonly slippageBps: number;
  /** The most impact, in percent points; null: no limit is set. */
  readonly maxImpactPct: Decimal | null;
}
