/** One thing that must work, or had better, for the server to be ready. */
export interface ReadinessCheck {
  readonly name: string;
  /** What is not essential, such as a provider, is told and does not make the server unready. */
  readonly essential: boolean;
  /** Null where all is well, else what is wrong, fit for anybody to read. */
  readonly check: () => Promise<string | null>;
}
