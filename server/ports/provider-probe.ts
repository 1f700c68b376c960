export type Provider =
  'TRADIER_SANDBOX' | 'TRADIER_LIVE' | 'ORATS' | 'JUPITER' | 'DEXSCREENER' | 'SOLANA';

/** One thing that had to go well, in the order of asking; the first that did not is the last. */
export interface ProviderStep {
  readonly text: string;
  readonly ok: boolean;
}

export interface ProviderCheck {
  readonly provider: Provider;
  readonly ok: boolean;
  /** A sentence for the user; never a secret. */
  readonly message: string;
  /** Whether it delays its prices; null where it does not tell. */
  readonly delayed: boolean | null;
  readonly latencyMs: number | null;
  readonly checkedAt: Date;
  readonly steps: readonly ProviderStep[];
}

/** Asks a provider with a user's stored credentials and changes nothing there. A failure is an answer, not an error. */
export interface ProviderProbe {
  /** Providers that this server can ask. */
  readonly providers: readonly Provider[];
  check(username: string, provider: Provider): Promise<ProviderCheck>;
}
