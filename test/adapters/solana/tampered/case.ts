import type { InspectionRule } from '../../../../server/domain/swap/inspection/check.ts';
import type { SwapTerms } from '../../../../server/ports/swap-inspection.ts';
import type { OrderedSwap, OrderParts } from '../../../venues/solana/order-transaction.ts';
import { BONK, SOL } from '../../../venues/tokens/emulated-token.ts';
import type { SolanaScene } from '../solana-scene.ts';

export const SOL_TERMS = { inputMint: SOL, inAmount: 1_000_000_000n } as const;
export const SALE = { inputMint: BONK, outputMint: SOL, inAmount: 100_000_000_000n } as const;

/** Who gives an account away gives its rent, too. */
export const GIVEN_AWAY: readonly InspectionRule[] = ['SIMULATED_HOLDINGS', 'SIMULATED_SOL'];

/** One way in which an order is not what was agreed. */
export interface Case {
  readonly title: string;
  /** Every rule that refuses it. */
  readonly rules: readonly InspectionRule[];
  /** Further rules may refuse it too: what it says and what it does are both wrong. */
  readonly among?: boolean;
  readonly terms?: Partial<SwapTerms>;
  readonly tamper?: (order: OrderParts, swap: OrderedSwap) => void;
  /** After the order was handed out. */
  readonly then?: (scene: SolanaScene) => void;
}
