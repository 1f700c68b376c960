import type { SwapOffer } from './swap-offer.ts';
import type { SwapTerms } from './swap-terms.ts';

/** One instruction, with its accounts by address. */
export interface ReadInstruction {
  readonly program: string;
  readonly accounts: readonly string[];
  readonly data: Uint8Array;
}

/** A transaction’s message in the form that would be signed. Addresses are base58. */
export interface ReadMessage {
  readonly version: 'legacy' | number;
  readonly feePayer: string;
  /** All who have to sign, the fee payer first. */
  readonly signers: readonly string[];
  readonly blockhash: string;
  /** Lookup tables that our RPC does not know in full, so that the accounts in them are not known. */
  readonly unresolvedTables: readonly string[];
  readonly instructions: readonly ReadInstruction[];
}

export interface TokenState {
  readonly mint: string;
  readonly owner: string;
  /** Raw units. */
  readonly amount: bigint;
  readonly delegate: string | null;
  readonly closeAuthority: string | null;
  readonly frozen: boolean;
}

export interface AccountState {
  readonly lamports: bigint;
  /** The program that owns the account. */
  readonly program: string;
  /** Null: it is no token account. */
  readonly token: TokenState | null;
}

/** An account that the transaction may change: now, and after the simulation. Null: it does not exist. */
export interface AccountLook {
  readonly address: string;
  readonly before: AccountState | null;
  readonly after: AccountState | null;
}

export interface Simulation {
  /** Null: the simulation succeeded. Else the chain’s error as JSON. */
  readonly error: string | null;
  /** Every account that the transaction may write to. */
  readonly accounts: readonly AccountLook[];
}

/** The wallet’s own token accounts, by the programs of their mints; null where a mint is not known. */
export interface OwnAccounts {
  readonly input: string | null;
  readonly output: string | null;
  /** The account for wrapped SOL. */
  readonly wrapped: string;
}

/** All that an inspection uses to judge. */
export interface SwapEvidence {
  readonly terms: SwapTerms;
  readonly offer: SwapOffer;
  /** Null: the message cannot be read. */
  readonly message: ReadMessage | null;
  readonly own: OwnAccounts;
  /** The block height of our own RPC; null: not known. */
  readonly blockHeight: bigint | null;
  /** Null: there was no simulation, and `unsimulated` says why. */
  readonly simulation: Simulation | null;
  readonly unsimulated: string | null;
  readonly now: Date;
}
