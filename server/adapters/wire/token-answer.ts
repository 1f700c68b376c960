/** A token may be of another login than the account that is asked for. */
export interface TokenAnswer {
  /** Null: the venue did not say, and says so again to whoever asks it for more. */
  readonly open: boolean | null;
  /** The venue's words where it is not open. */
  readonly words: string;
}
