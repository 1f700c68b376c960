/** How much of a mint a token account held before and after, in raw units. An account that did not exist holds 0. */
export interface TokenChange {
  /** The token account’s address. */
  readonly account: string;
  readonly mint: string;
  readonly owner: string;
  readonly before: bigint;
  readonly after: bigint;
}

/** Lamports of one account, before and after. */
export interface LamportChange {
  readonly address: string;
  readonly before: bigint;
  readonly after: bigint;
}

/** What a transaction in a block has done, according to the chain. */
export interface LandedTransaction {
  readonly signature: string;
  readonly slot: bigint;
  /** The time of its block; null where it is not known. */
  readonly blockTime: Date | null;
  /** Null: it succeeded. Else the chain’s error as JSON; then only its fee was taken. */
  readonly error: string | null;
  /** The program’s own code in that error, such as 6001 for slippage; null where it has none. */
  readonly errorCode: number | null;
  /** Lamports for network and priority, paid by the first account. */
  readonly fee: bigint;
  readonly feePayer: string;
  /** Every account of the transaction, including those of lookup tables, in order. */
  readonly lamports: readonly LamportChange[];
  readonly tokens: readonly TokenChange[];
}
