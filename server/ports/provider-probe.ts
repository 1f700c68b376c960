import type { Username } from '../domain/ids.ts';

export type Provider =
  'TRADIER_SANDBOX' | 'TRADIER_LIVE' | 'ORATS' | 'JUPITER' | 'DEXSCREENER' | 'SOLANA';

/** One step of a check, in the order of asking. The first step that fails is the last. */
export interface ProviderStep {
  readonly text: string;
  readonly ok: boolean;
}

export interface ProviderCheck {
  readonly provider: Provider;
  readonly ok: boolean;
  /** A sentence for the user, without secrets. */
  readonly message: string;
  /** Whether the provider's prices are delayed; null when it does not say. */
  readonly delayed: boolean | null;
  readonly latencyMs: number | null;
  readonly checkedAt: Date;
  readonly steps: readonly ProviderStep[];
}

/**
 * Calls a provider with a user's stored credentials and changes nothing there. A failure is a result, not an
 * error.
 */
export interface ProviderProbe {
  /** Providers that this server can check. */
  readonly providers: readonly Provider[];
  check(username: Username, provider: Provider): Promise<ProviderCheck>;
}
