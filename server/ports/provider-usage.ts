import type { Provider } from './provider-probe.ts';

/** What was asked of a provider with one token, of what it allows in a period. */
export interface ProviderUsage {
  readonly provider: Provider;
  /** What is counted together: `requests`, or a bucket such as `MARKET`. */
  readonly counted: string;
  /** The token is the server's, not the user's own. */
  readonly serverWide: boolean;
  readonly used: number;
  /** Null where nobody said what is allowed. */
  readonly allowance: number | null;
  /** Requests that had to wait, or were given up, to stay within it; on this server, since it started. */
  readonly putOff: number;
  /** Null where the period begins with the next request. */
  readonly resetsAt: Date | null;
}

export interface ProviderUsages {
  /** Of the tokens that the user may know of: own ones, and for ADMIN users the server's. */
  of(username: string): Promise<readonly ProviderUsage[]>;
}
