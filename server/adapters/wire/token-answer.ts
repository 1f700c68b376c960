/** Whether a token has access to an account; it may belong to another login. */
export interface TokenAnswer {
  /** Null: the venue did not answer, and its next request will meet the same failure. */
  readonly open: boolean | null;
  /** The venue's words when the account is not open. */
  readonly words: string;
}
