/** Told after each call to a provider whether the provider answered at all, a refusal included. */
export interface ProviderPulse {
  answered(): void;
  failed(): void;
}
