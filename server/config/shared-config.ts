import type { SignUpPolicy } from '../usecases/accounts/sign-in-options.ts';

/** Configuration of both books and of the server around them. */
export interface SharedConfig {
  readonly host: string;
  readonly port: number;
  /** Only this machine can reach the server. */
  readonly loopbackOnly: boolean;
  /** The origin that browsers use; null: where the server listens. */
  readonly publicUrl: string | null;
  /** Absolute path of the folder with the data. */
  readonly dataDir: string;
  /** Absolute path of the folder with the operator's own strategies. */
  readonly strategiesDir: string;
  /** Null: SQLite in `dataDir`. */
  readonly databaseUrl: string | null;
  /** The same database without a pooler in between, for listeners and jobs. */
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
    /** Requests per month in the plan; null when not stated. */
    readonly monthlyAllowance: number | null;
  };
  readonly jupiter: { readonly url: string; readonly apiKey: string | null };
  readonly dexscreenerUrl: string;
  /** Null: Pyth is not asked. */
  readonly pyth: { readonly url: string; readonly apiKey: string | null } | null;
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
