import type { MintAccount } from '../domain/token/mint-account.ts';
import type { LandedTransaction } from '../domain/swap/landed-transaction.ts';
import type { TokenUrgency } from './token-market.ts';

export type { LandedTransaction, MintAccount };

/** How sure a cluster is of a block. Nothing that is finalized goes away. */
export type Commitment = 'processed' | 'confirmed' | 'finalized';

/**
 * Why the chain cannot be known now. SILENT: no answer. BUSY: over our or its allowance. REFUSED: an error in
 * its own words. UNREADABLE: an answer of another shape. LAGS: it is behind what it has said before, or says
 * so itself. CONTRADICTS: two of its answers cannot both be true. OTHER_CLUSTER: it is not the chain that is
 * expected.
 */
export type ChainTrouble =
  'SILENT' | 'BUSY' | 'REFUSED' | 'UNREADABLE' | 'LAGS' | 'CONTRADICTS' | 'OTHER_CLUSTER';

/** Nothing follows from it: neither that something happened nor that it did not. Its message names no URL. */
export class ChainUnknown extends Error {
  override readonly name = 'ChainUnknown';

  constructor(
    readonly trouble: ChainTrouble,
    message: string,
  ) {
    super(message);
  }
}

export interface LatestBlockhash {
  readonly blockhash: string;
  readonly lastValidBlockHeight: bigint;
  readonly slot: bigint;
}

/** The newest block of a commitment. */
export interface ChainTip {
  readonly slot: bigint;
  readonly blockHeight: bigint;
}

export interface SignatureStatus {
  readonly slot: bigint;
  /** Null: it succeeded. Else the chain’s error as JSON. */
  readonly error: string | null;
  readonly commitment: Commitment;
}

export interface SignatureStatuses {
  /** The slot that the answer is of. */
  readonly slot: bigint;
  /** Statuses in the order asked; null: not found in all of the chain's history. */
  readonly statuses: readonly (SignatureStatus | null)[];
}

/** A token account of an owner, of SPL Token or Token-2022. */
export interface TokenHolding {
  /** The token account’s own address. */
  readonly account: string;
  readonly mint: string;
  readonly tokenProgram: string;
  /** Raw units. */
  readonly amount: bigint;
  readonly frozen: boolean;
  /** Lamports in the account: its rent, and for wrapped SOL the SOL itself. */
  readonly lamports: bigint;
}

/** All that a wallet holds, as of one slot at least. */
export interface WalletHoldings {
  /** The lowest slot of the answers that it is put together from. */
  readonly slot: bigint;
  readonly lamports: bigint;
  readonly tokens: readonly TokenHolding[];
}

/**
 * What we ask our own RPC. Every answer is of the expected cluster and no older than what it has said before.
 * @throws {ChainUnknown} everywhere.
 */
export interface SolanaChain {
  /** Asks again which cluster it is. */
  checkCluster(urgency?: TokenUrgency): Promise<void>;
  latestBlockhash(commitment: Commitment, urgency?: TokenUrgency): Promise<LatestBlockhash>;
  /** Number of blocks, which is less than the number of slots. */
  blockHeight(commitment: Commitment, urgency?: TokenUrgency): Promise<bigint>;
  /** Slot and height of one block, so that an answer of a later slot is known to be past that height. */
  tip(commitment: Commitment, urgency?: TokenUrgency): Promise<ChainTip>;
  /** Whether a transaction with this blockhash could still land, as a block of that commitment sees it. */
  isBlockhashValid(
    blockhash: string,
    commitment: Commitment,
    urgency?: TokenUrgency,
  ): Promise<boolean>;
  /** Looks through all of its history. */
  signatureStatuses(
    signatures: readonly string[],
    urgency?: TokenUrgency,
  ): Promise<SignatureStatuses>;
  /** What a transaction did; null while no block of that commitment has it. */
  landed(
    signature: string,
    commitment: Exclude<Commitment, 'processed'>,
    urgency?: TokenUrgency,
  ): Promise<LandedTransaction | null>;
  /** What a wallet holds, SOL and tokens of both programs. `atSlot`: no answer may be older. */
  holdings(owner: string, atSlot?: bigint, urgency?: TokenUrgency): Promise<WalletHoldings>;
  /** The same for these mints alone, however many other tokens strangers have sent. */
  held(
    owner: string,
    mints: readonly string[],
    atSlot?: bigint,
    urgency?: TokenUrgency,
  ): Promise<WalletHoldings>;
  /** Lamports. */
  balance(address: string, urgency?: TokenUrgency): Promise<bigint>;
  /** Null: there is no such account, or it is no mint. */
  mint(mint: string, urgency?: TokenUrgency): Promise<MintAccount | null>;
}
