import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import {
  contradictions,
  ENVIRONMENT,
  SERVER_ADDRESS,
  type Environment,
} from './config/environment.ts';
import { ConfigError, problemsOf } from './config/problems.ts';
import { keypairProblem } from './config/keypair-file.ts';
import { secretIn } from './config/secret-file.ts';
import { isLoopback } from './config/loopback.ts';
import type { PaperConfig } from './config/paper-config.ts';
import type { RealConfig } from './config/real-config.ts';
import type { SharedConfig } from './config/shared-config.ts';

const PUBLIC_HERMES = 'https://hermes.pyth.network';

/** Everything that the environment sets, in the program's own terms. */
export interface Config extends SharedConfig {
  readonly paper: PaperConfig;
  readonly real: RealConfig;
}

/**
 * Reads and checks the environment. Creates the secret key when there is none yet.
 * @throws {ConfigError} listing everything that is wrong, each with its variable's name.
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

/**
 * The server and the API token that a tool speaks for, whatever else is set.
 * @throws {ConfigError}
 */
export function loadServerAddress(source: NodeJS.ProcessEnv = process.env): Config['mcp'] {
  const parsed = SERVER_ADDRESS.safeParse(presentIn(source));
  if (!parsed.success) throw new ConfigError(problemsOf(parsed.error));
  return { url: parsed.data.TWINBOOK_URL, token: parsed.data.TWINBOOK_TOKEN ?? null };
}

/**
 * Where the data are, whatever else is set. Creates nothing.
 * @throws {ConfigError}
 */
export function loadStores(source: NodeJS.ProcessEnv = process.env): ReturnType<typeof storesOf> {
  const parsed = ENVIRONMENT.safeParse(presentIn(source));
  if (!parsed.success) throw new ConfigError(problemsOf(parsed.error));
  return storesOf(parsed.data);
}

/** An empty variable counts as unset, as many tools mean it. */
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
    paper: {
      tradier: {
        url: env.TRADIER_SANDBOX_URL,
        token: env.TRADIER_SANDBOX_TOKEN ?? null,
        account: env.TRADIER_SANDBOX_ACCOUNT ?? null,
      },
    },
    real: {
      tradierUrl: env.TRADIER_LIVE_URL,
      solana: {
        ...{ rpcUrl: env.SOLANA_RPC_URL ?? null, keypairFile: env.WALLET_KEYPAIR ?? null },
        allowedMints: env.ALLOWED_MINTS,
      },
    },
    orats: {
      url: env.ORATS_URL,
      token: env.ORATS_TOKEN ?? null,
      monthlyAllowance: env.ORATS_MONTHLY_ALLOWANCE ?? null,
    },
    jupiter: { url: env.JUPITER_URL, apiKey: env.JUPITER_API_KEY ?? null },
    dexscreenerUrl: env.DEXSCREENER_URL,
    pyth: pythOf(env),
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

/** The public Hermes answers no request without a key; a Hermes of the operator's own may. */
function pythOf({ PYTH_URL: url, PYTH_API_KEY: apiKey }: Environment) {
  if (url === undefined && apiKey === undefined) return null;
  return { url: url ?? PUBLIC_HERMES, apiKey: apiKey ?? null };
}

function storesOf(env: Environment) {
  return {
    dataDir: path.resolve(env.DATA_DIR),
    strategiesDir: path.resolve(env.STRATEGIES_DIR ?? path.join(env.DATA_DIR, 'strategies')),
    databaseUrl: env.DATABASE_URL ?? null,
    directDatabaseUrl: env.DIRECT_DATABASE_URL ?? env.DATABASE_URL ?? null,
    realDatabaseUrl: env.REAL_DATABASE_URL ?? null,
    mongodbUrl: env.MONGODB_URL ?? null,
    redisUrl: env.REDIS_URL ?? null,
  };
}
