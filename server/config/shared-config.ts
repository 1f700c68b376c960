import type { SignUpPolicy } from '../usecases/accounts/sign-in-options.ts';

/** What both books, and the server around them, are told by the environment. */
export interface SharedConfig {
  readonly host: string;
  readonly port: number;
  /** Nobody but this machine can reach the server. */
  readonly loopbackOnly: boolean;
  /** The origin that browsers use; null: where the server listens. */
  readonly publicUrl: string | null;
  /** Absolute. */
  readonly dataDir: string;
  /** Null: SQLite in `dataDir`. */
  readonly databaseUrl: string | null;
  /** The same database without a pooler between: what listens, and the jobs. */
  readonly directDatabaseUrl: string | null;
  readonly realDatabaseUrl: string | null;
  readonly mongodbUrl: string | null;
  readonly redisUrl: string | null;
  readonly secretKey: string;
  readonly signUpPolicy: SignUpPolicy;
  readonly realTrading: boolean;
  readonly orats: {
    readonly url: string;
    readonly token: string | null;
    /** Requests a month that the plan allows; null: nobody said. */
    readonly monthlyAllowance: number | null;
  };
  readonly jupiter: { readonly url: string; readonly apiKey: string | null };
  readonly dexscreenerUrl: string;
  /** Cadence of the jobs, in seconds of the desk's clock. */
  readonly cadence: {
    readonly sync: number;
    readonly snapshot: number;
    readonly tokenPrice: number;
  };
  /** Null: the machine's clock. */
  readonly testClock: { readonly start: Date; readonly speed: number } | null;
  /** Null wherever people trade: see `TEST_FAULTS`. */
  readonly testFaults: 'points' | 'no-reconciliation' | null;
  readonly mcp: { readonly url: string; readonly token: string | null };
}
