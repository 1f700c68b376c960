/** Of Token-2022, the extensions of a mint that concern whoever holds it. Addresses are base58; null: nobody. */
export interface MintExtensions {
  /** Taken off each transfer: the higher of the fee now and the one announced. Null: none. */
  readonly transferFee: {
    readonly bps: number;
    /** Raw units of one fee at most. */
    readonly most: bigint;
    /** Who may change it. */
    readonly authority: string | null;
  } | null;
  /** May move or burn anybody’s tokens. */
  readonly permanentDelegate: string | null;
  /** New accounts start frozen. */
  readonly startsFrozen: boolean;
  readonly nonTransferable: boolean;
  /** A program that may refuse each transfer. */
  readonly transferHook: string | null;
  /** Somebody may stop all transfers; `paused`: they have. */
  readonly pausable: { readonly authority: string | null; readonly paused: boolean } | null;
  /** May close the mint. */
  readonly closeAuthority: string | null;
  /** Amounts may be hidden. */
  readonly confidentialTransfer: boolean;
  /** What is shown is not what is held: interest or a scale. */
  readonly scaled: boolean;
  /** Numbers of extensions that are not known here. */
  readonly unknown: readonly number[];
}

/** A mint as the chain has it. */
export interface MintAccount {
  readonly mint: string;
  /** The program that owns it: SPL Token or Token-2022. */
  readonly tokenProgram: string;
  readonly decimals: number;
  /** Raw units. */
  readonly supply: bigint;
  /** Who may mint more; null: nobody. */
  readonly mintAuthority: string | null;
  /** Who may freeze accounts; null: nobody. */
  readonly freezeAuthority: string | null;
  /** Null for SPL Token, which has none. */
  readonly extensions: MintExtensions | null;
  readonly slot: bigint;
}
