import type { Limits } from '../../domain/account/settings.ts';
import type { Mint, Username } from '../../domain/ids.ts';
import type { Clock } from '../../ports/clock.ts';
import type { LandedSwaps } from '../../ports/landed-swaps.ts';
import type { SolanaChain } from '../../ports/solana-chain.ts';
import type { SwapInspector, SwapSigner } from '../../ports/swap-inspection.ts';
import type { SwapOrders } from '../../ports/swap-orders.ts';
import type { TokenMarkets } from '../../ports/token-trading.ts';

/** What is needed to make one user's swaps from one wallet. */
export interface SwapParts {
  readonly username: Username;
  readonly chain: SolanaChain;
  readonly orders: SwapOrders;
  readonly inspector: SwapInspector;
  readonly signer: SwapSigner;
  /** Quotes, and the prices that orders are checked against. */
  readonly tokens: TokenMarkets;
  readonly clock: Clock;
  /** The user's limits in this book. */
  readonly limits: () => Promise<readonly Limits[]>;
  /** Mints that the book holds or waits for, for any user; the rest of the wallet does not concern the desk. */
  readonly booked: () => Promise<readonly Mint[]>;
  /** The booked swaps of this wallet. */
  readonly landed: LandedSwaps;
  /** True once the desk stops: then nothing is signed any more. */
  readonly isStopping: () => boolean;
  /** Resolves after so many milliseconds of the machine's time. */
  readonly pause: (ms: number) => Promise<void>;
}
