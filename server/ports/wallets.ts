import type { Mint, Username } from '../domain/ids.ts';
import type { Adoption } from '../domain/wallet/adoption.ts';
import type { NamedLot, KeptHolding } from '../domain/wallet/holding-report.ts';
import type { WalletLook } from '../domain/wallet/wallet-look.ts';
import type { Coins } from '../domain/wallet/wallet-money.ts';

/** The chain did not answer, is another cluster, lags or contradicts itself: nothing is known of the wallet now. */
export class WalletUnread extends Error {
  override readonly name = 'WalletUnread';
}

/** Reads wallets from the chain. */
export interface WalletChain {
  /** All that the wallet holds, as of one slot. @throws {WalletUnread} in words without an address of a server. */
  look(wallet: string): Promise<WalletLook>;
}

/** The last reading of a wallet that was kept. */
export interface KeptWallet extends Pick<WalletLook, 'wallet' | 'slot' | 'lamports' | 'readAt'> {
  readonly holdings: readonly KeptHolding[];
}

/** What the books of all users have in one wallet, read at one moment. */
export interface BooksOfWallet {
  /** Open trades that hold something there. */
  readonly lots: readonly NamedLot[];
  /** Mints with a swap that may be on its way, or that was booked at or after `since`. */
  readonly moving: ReadonlySet<Mint>;
  /** Whole units of money that swaps have moved, over all users. */
  readonly moved: Coins;
  /** The same by user; a user who has moved nothing is absent. */
  readonly movedBy: ReadonlyMap<Username, Coins>;
  /** How often something of each mint was adopted, over all users. */
  readonly adopted: ReadonlyMap<Mint, number>;
}

/** What is kept of wallets. It belongs to the desk: users may share one. */
export interface WalletStore {
  /** False, and nothing is changed, for a reading of an older slot than the kept reading. */
  keep(look: WalletLook): Promise<boolean>;
  kept(wallet: string): Promise<KeptWallet | null>;
  books(wallet: string, since: Date): Promise<BooksOfWallet>;
}

/** What a user’s change of the book adds for a wallet. */
export interface WalletWrites {
  /**
   * Stores an adoption under its number.
   * @throws {AdoptedMeanwhile} another one, of any user, has this number.
   */
  keepAdoption(adoption: Adoption): Promise<void>;
  /** Adds what a swap of the user’s moved of a wallet’s money, so that it is no deposit: whole units, signed. */
  moveCoins(wallet: string, coins: Coins): Promise<void>;
}

export class AdoptedMeanwhile extends Error {
  override readonly name = 'AdoptedMeanwhile';
}

export interface Wallets {
  readonly store: WalletStore;
  /** Null while REAL is off: only what is kept can be read. */
  readonly chain: WalletChain | null;
}
