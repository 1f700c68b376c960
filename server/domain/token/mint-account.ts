/** Extensions of a Token-2022 mint that concern its holders. Addresses are base58; null: nobody. */
export interface MintExtensions {
  /** The fee on each transfer: the higher of the present fee and the one announced. Null: none. */
  readonly transferFee: {
    readonly bps: number;
    /** The most raw units of one fee. */
    readonly most: bigint;
    /** The address that may change the fee. */
    readonly authority: string | null;
  } | null;
  /** The address that may move or burn anybody’s tokens. */
  readonly permanentDelegate: string | null;
  /** Whether new accounts start frozen. */
  readonly startsFrozen: boolean;
  readonly nonTransferable: boolean;
  /** A program that may refuse each transfer. */
  readonly transferHook: string | null;
  /** The address that may stop all transfers; `paused`: they are stopped. */
  readonly pausable: { readonly authority: string | null; readonly paused: boolean } | null;
  /** The address that may close the mint. */
  readonly closeAuthority: string | null;
  /** Whether amounts may be hidden. */
  readonly confidentialTransfer: boolean;
  /** Whether the shown amount differs from the one held: by interest or a scale. */
  readonly scaled: boolean;
  /** Numbers of extensions that the desk does not know. */
  readonly unknown: readonly number[];
}

/** A mint as it is on the chain. */
export interface MintAccount {
  readonly mint: string;
  /** The program that owns it: SPL Token or Token-2022. */
  readonly tokenProgram: string;
  readonly decimals: number;
  /** Raw units. */
  readonly supply: bigint;
  /** The address that may mint more; null: nobody. */
  readonly mintAuthority: string | null;
  /** The address that may freeze accounts; null: nobody. */
  readonly freezeAuthority: string | null;
  /** Null for SPL Token, which has none. */
  readonly extensions: MintExtensions | null;
  readonly slot: bigint;
}
