import type { InspectionRule } from '../../../../server/domain/swap/inspection/check.ts';
import type { SwapTerms } from '../../../../server/ports/swap-inspection.ts';
import type { OrderedSwap, OrderParts } from '../../../venues/solana/order-transaction.ts';
import { BONK, SOL } from '../../../venues/tokens/emulated-token.ts';
import type { SolanaScene } from '../solana-scene.ts';

export const SOL_TERMS = { inputMint: SOL, inAmount: 1_000_000_000n } as const;
export const SALE = { inputMint: BONK, outputMint: SOL, inAmount: 100_000_000_000n } as const;

/** The rules that refuse an account given away, because its rent goes with it. */
export const GIVEN_AWAY: readonly InspectionRule[] = ['SIMULATED_HOLDINGS', 'SIMULATED_SOL'];

/** One way in which an order differs from what was agreed. */
export interface Case {
  readonly title: string;
  /** Every rule that refuses the order. */
  readonly rules: readonly InspectionRule[];
  /** True when further rules may refuse the order too, because both its words and its effect are wrong. */
  readonly among?: boolean;
  readonly terms?: Partial<SwapTerms>;
  readonly tamper?: (order: OrderParts, swap: OrderedSwap) => void;
  /** Runs after the order was returned. */
  readonly then?: (scene: SolanaScene) => void;
}
