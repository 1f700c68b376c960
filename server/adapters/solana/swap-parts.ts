import type { Limits } from '../../domain/account/settings.ts';
import type { Mint, Username } from '../../domain/ids.ts';
import type { Clock } from '../../ports/clock.ts';
import type { LandedSwaps } from '../../ports/landed-swaps.ts';
import type { SolanaChain } from '../../ports/solana-chain.ts';
import type { SwapInspector, SwapSigner } from '../../ports/swap-inspection.ts';
import type { SwapOrders } from '../../ports/swap-orders.ts';
import type { TokenMarkets } from '../../ports/token-trading.ts';

/** What swaps of one user from one wallet are made with. */
export interface SwapParts {
  readonly username: Username;
  readonly chain: SolanaChain;
  readonly orders: SwapOrders;
  readonly inspector: SwapInspector;
  readonly signer: SwapSigner;
  /** Prices that orders are held against, and quotes. */
  readonly tokens: TokenMarkets;
  readonly clock: Clock;
  /** The user's limits in this book. */
  readonly limits: () => Promise<readonly Limits[]>;
  /** Mints that the book holds or waits for, whoever's: what else is in the wallet is nobody's business here. */
  readonly booked: () => Promise<readonly Mint[]>;
  /** What is booked of this wallet's swaps. */
  readonly landed: LandedSwaps;
  /** The desk stops: nothing is signed any more. */
  readonly isStopping: () => boolean;
  /** Resolves after so many milliseconds of the machine's time. */
  readonly pause: (ms: number) => Promise<void>;
}
