/** One thing that must or should work for the server to be ready. */
export interface ReadinessCheck {
  readonly name: string;
  /** A check that is not essential, such as a provider, is reported and does not make the server unready. */
  readonly essential: boolean;
  /** Null when all is well; otherwise what is wrong, in words that any caller may read. */
  readonly check: () => Promise<string | null>;
}
