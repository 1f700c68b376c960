import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { contradictions, ENVIRONMENT, type Environment } from './config/environment.ts';
import { ConfigError, problemsOf } from './config/problems.ts';
import { keypairProblem } from './config/keypair-file.ts';
import { secretIn } from './config/secret-file.ts';
import { isLoopback } from './config/loopback.ts';
import type { SignUpPolicy } from './usecases/accounts/sign-in-options.ts';

/** All that the environment decides, in the words of the rest of the program. */
export interface Config {
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
  readonly tradier: {
    readonly sandboxUrl: string;
    readonly liveUrl: string;
    readonly sandboxToken: string | null;
    readonly sandboxAccount: string | null;
  };
  readonly orats: {
    readonly url: string;
    readonly token: string | null;
    /** Requests a month that the plan allows; null: nobody said. */
    readonly monthlyAllowance: number | null;
  };
  readonly jupiter: { readonly url: string; readonly apiKey: string | null };
  readonly dexscreenerUrl: string;
  readonly solana: { readonly rpcUrl: string | null; readonly keypairFile: string | null };
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

/**
 * Reads and checks the environment; the secret key is made where there is none yet.
 * @throws {ConfigError} with everything that is wrong, each with its variable's name.
 */
export function loadConfig(source: NodeJS.ProcessEnv = process.env): Config {
  const given = presentIn(source);
  const parsed = ENVIRONMENT.safeParse(given);
  const keypair = given.WALLET_KEYPAIR && keypairProblem(given.WALLET_KEYPAIR);
  const problems = [
    ...(parsed.error ? problemsOf(parsed.error) : []),
    ...contradictions(given),
    ...(keypair ? [`WALLET_KEYPAIR: ${keypair}`] : []),
  ];
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
  return configOf(parsed.data, secretOf(parsed.data));
}

/** An empty variable is how many tools unset one. */
function presentIn(source: NodeJS.ProcessEnv): Record<string, string> {
  const given: Record<string, string> = {};
  for (const [name, value] of Object.entries(source)) if (value) given[name] = value;
  return given;
}

function secretOf(env: Environment): string {
  if (env.SECRET_KEY !== undefined) return env.SECRET_KEY;
  const directory = path.resolve(env.DATA_DIR);
  try {
    if (!existsSync(directory)) mkdirSync(directory, { recursive: true, mode: 0o700 });
    return secretIn(directory);
  } catch (error) {
    throw new ConfigError([
      `DATA_DIR: ${directory} cannot be written: ${(error as Error).message}`,
    ]);
  }
}

function configOf(env: Environment, secretKey: string): Config {
  const loopbackOnly = isLoopback(env.HOST);
  return {
    host: env.HOST,
    port: env.PORT,
    loopbackOnly,
    publicUrl: env.PUBLIC_URL ?? null,
    ...storesOf(env),
    secretKey,
    signUpPolicy: env.ALLOW_SIGN_UP ?? (loopbackOnly ? 'first' : 'never'),
    realTrading: env.REAL_TRADING === 'on',
    tradier: {
      sandboxUrl: env.TRADIER_SANDBOX_URL,
      liveUrl: env.TRADIER_LIVE_URL,
      sandboxToken: env.TRADIER_SANDBOX_TOKEN ?? null,
      sandboxAccount: env.TRADIER_SANDBOX_ACCOUNT ?? null,
    },
    orats: {
      url: env.ORATS_URL,
      token: env.ORATS_TOKEN ?? null,
      monthlyAllowance: env.ORATS_MONTHLY_ALLOWANCE ?? null,
    },
    jupiter: { url: env.JUPITER_URL, apiKey: env.JUPITER_API_KEY ?? null },
    dexscreenerUrl: env.DEXSCREENER_URL,
    solana: { rpcUrl: env.SOLANA_RPC_URL ?? null, keypairFile: env.WALLET_KEYPAIR ?? null },
    cadence: {
      sync: env.SYNC_SECONDS,
      snapshot: env.SNAPSHOT_SECONDS,
      tokenPrice: env.TOKEN_PRICE_SECONDS,
    },
    testClock: env.TEST_CLOCK ? { start: env.TEST_CLOCK, speed: env.TEST_CLOCK_SPEED } : null,
    testFaults: env.TEST_FAULTS ?? null,
    mcp: { url: env.TWINBOOK_URL, token: env.TWINBOOK_TOKEN ?? null },
  };
}

function storesOf(env: Environment) {
  return {
    dataDir: path.resolve(env.DATA_DIR),
    databaseUrl: env.DATABASE_URL ?? null,
    directDatabaseUrl: env.DIRECT_DATABASE_URL ?? env.DATABASE_URL ?? null,
    realDatabaseUrl: env.REAL_DATABASE_URL ?? null,
    mongodbUrl: env.MONGODB_URL ?? null,
    redisUrl: env.REDIS_URL ?? null,
  };
}
