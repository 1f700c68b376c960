/** Called after each request to a provider with whether it answered at all; a refusal counts as an answer. */
export interface ProviderPulse {
  answered(): void;
  failed(): void;
}
