import type { Username } from '../domain/ids.ts';
import type { Provider } from './provider-probe.ts';

/** Requests made to a provider with one token, and its allowance in a period. */
export interface ProviderUsage {
  readonly provider: Provider;
  /** What is counted together: `requests`, or a bucket such as `MARKET`. */
  readonly counted: string;
  /** The token is the server's, not the user's own. */
  readonly serverWide: boolean;
  readonly used: number;
  /** Null when the allowance is unknown. */
  readonly allowance: number | null;
  /** Requests on this server since it started that had to wait, or were dropped, to stay within the allowance. */
  readonly putOff: number;
  /** Null when the period starts with the next request. */
  readonly resetsAt: Date | null;
}

export interface ProviderUsages {
  /** Usage of the tokens that the user may see: their own, and for ADMIN users the server's. */
  of(username: Username): Promise<readonly ProviderUsage[]>;
}
