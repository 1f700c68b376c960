import { z } from 'zod';
import { isLoopback } from './loopback.ts';
import type { SandboxUrl } from './paper-config.ts';
import type { LiveUrl } from './real-config.ts';

function isAt(address: string, host: string): boolean {
  return URL.parse(address)?.hostname === host;
}

const text = z.string().min(1);
const seconds = z.coerce.number('a number of seconds').min(1, 'at least 1').max(86_400);

function url(...protocols: string[]) {
  return z.string().refine(
    (value) => {
      const parsed = URL.parse(value);
      return parsed !== null && protocols.includes(parsed.protocol);
    },
    `a URL that begins with ${protocols.map((each) => `${each}//`).join(' or ')}`,
  );
}

const web = url('http:', 'https:').transform((value) => value.replace(/\/+$/, ''));

/** Neither URL may take the other's place: a paper order that went to production would be real. */
const sandbox = web
  .refine(
    (value) => !isAt(value, 'api.tradier.com'),
    'an address of the sandbox, not of production',
  )
  .transform((value) => value as SandboxUrl);
const live = web
  .refine(
    (value) => !isAt(value, 'sandbox.tradier.com'),
    'an address of production, not of the sandbox',
  )
  .transform((value) => value as LiveUrl);
/** Base58 of 32 bytes, as far as its letters show. */
const mints = z
  .string()
  .transform((value) => value.split(',').map((each) => each.trim()))
  .refine(
    (all) => all.every((each) => /^[1-9A-HJ-NP-Za-km-z]{32,44}$/.test(each)),
    'mints of tokens, separated by commas',
  );

const postgres = url('postgres:', 'postgresql:');

const instant = z.iso
  .datetime({ offset: true, error: 'an ISO instant such as 2026-03-27T14:30:00Z' })
  .transform((value) => new Date(value));

const origin = url('http:', 'https:').transform((value, context) => {
  const { origin: only, pathname, search } = new URL(value);
  if (pathname !== '/' || search !== '') context.addIssue('an origin, without a path');
  return only;
});

/** Every variable that the program knows, as listed in the public contract. */
export const ENVIRONMENT = z.object({
  HOST: text.default('127.0.0.1'),
  PORT: z.coerce
    .number('a port')
    .int('a port')
    .min(0, 'a port')
    .max(65_535, 'a port')
    .default(4000),
  PUBLIC_URL: origin.optional(),
  DATA_DIR: text.default('./data'),
  DATABASE_URL: postgres.optional(),
  DIRECT_DATABASE_URL: postgres.optional(),
  REAL_DATABASE_URL: postgres.optional(),
  MONGODB_URL: url('mongodb:', 'mongodb+srv:').optional(),
  REDIS_URL: url('redis:', 'rediss:').optional(),
  SECRET_KEY: z.string().min(32, 'at least 32 characters').optional(),
  ALLOW_SIGN_UP: z.enum(['first', 'always', 'never'], 'first, always or never').optional(),
  REAL_TRADING: z.enum(['on', 'off'], 'on or off').default('off'),
  TRADIER_SANDBOX_URL: sandbox.default('https://sandbox.tradier.com/v1' as SandboxUrl),
  TRADIER_LIVE_URL: live.default('https://api.tradier.com/v1' as LiveUrl),
  ORATS_URL: web.default('https://api.orats.io/datav2'),
  JUPITER_URL: web.default('https://api.jup.ag'),
  DEXSCREENER_URL: web.default('https://api.dexscreener.com'),
  PYTH_URL: web.optional(),
  TRADIER_SANDBOX_TOKEN: text.optional(),
  TRADIER_SANDBOX_ACCOUNT: text.optional(),
  ORATS_TOKEN: text.optional(),
  ORATS_MONTHLY_ALLOWANCE: z.coerce
    .number('a number')
    .int('a whole number')
    .min(1, 'at least 1')
    .optional(),
  JUPITER_API_KEY: text.optional(),
  PYTH_API_KEY: text.optional(),
  SOLANA_RPC_URL: web.optional(),
  WALLET_KEYPAIR: text.optional(),
  ALLOWED_MINTS: mints.default([]),
  SYNC_SECONDS: seconds.default(60),
  SNAPSHOT_SECONDS: seconds.default(40),
  TOKEN_PRICE_SECONDS: seconds.default(10),
  TEST_CLOCK: instant.optional(),
  TEST_CLOCK_SPEED: z.coerce
    .number('a number')
    .min(1, '1 to 1000')
    .max(1000, '1 to 1000')
    .default(1),
  TEST_FAULTS: z.enum(['points', 'no-reconciliation'], 'points or no-reconciliation').optional(),
  STRATEGIES_DIR: text.optional(),
  TWINBOOK_URL: web.default('http://127.0.0.1:4000'),
  TWINBOOK_TOKEN: text.optional(),
});

/** What a tool needs that speaks to a server. */
export const SERVER_ADDRESS = ENVIRONMENT.pick({ TWINBOOK_URL: true, TWINBOOK_TOKEN: true });

export type Environment = z.infer<typeof ENVIRONMENT>;

/** Conflicts between variables that are each valid; reported together with all other problems. */
export function contradictions(given: Readonly<Record<string, string>>): string[] {
  const problems: string[] = [];
  const { HOST, SECRET_KEY, TEST_CLOCK, REAL_TRADING, DATABASE_URL, DIRECT_DATABASE_URL } = given;
  if (TEST_CLOCK !== undefined && REAL_TRADING === 'on') {
    problems.push('TEST_CLOCK: refused together with REAL_TRADING=on');
  }
  if (HOST !== undefined && !isLoopback(HOST) && SECRET_KEY === undefined) {
    problems.push('SECRET_KEY: required when HOST is not loopback');
  }
  if (DIRECT_DATABASE_URL !== undefined && DATABASE_URL === undefined) {
    problems.push('DIRECT_DATABASE_URL: says nothing without DATABASE_URL');
  }
  if (DIRECT_DATABASE_URL === undefined && isPooled(DATABASE_URL)) {
    problems.push(
      'DIRECT_DATABASE_URL: required where DATABASE_URL goes through a pooler: LISTEN and the jobs need the server itself',
    );
  }
  return [...problems, ...faultProblems(given)];
}

/** Faults are for tests: they need a test clock, no real trading and no other users. */
function faultProblems(given: Readonly<Record<string, string>>): string[] {
  const { TEST_FAULTS, TEST_CLOCK, REAL_TRADING, HOST } = given;
  if (TEST_FAULTS === undefined) return [];
  return [
    ...(TEST_CLOCK === undefined ? ['TEST_FAULTS: refused without TEST_CLOCK'] : []),
    ...(REAL_TRADING === 'on' ? ['TEST_FAULTS: refused together with REAL_TRADING=on'] : []),
    ...(HOST !== undefined && !isLoopback(HOST)
      ? ['TEST_FAULTS: refused where HOST is not loopback']
      : []),
  ];
}

/** Recognises Neon's poolers by their names; other poolers cannot be recognised. */
function isPooled(url: string | undefined): boolean {
  return /-pooler$/.test(URL.parse(url ?? '')?.hostname.split('.')[0] ?? '');
}
