import { SPL_TOKEN, TOKEN_2022 } from '../../token/token-programs.ts';

export { SPL_TOKEN, TOKEN_2022 };

/** Addresses of the programs that a swap may call. */
export const SYSTEM_PROGRAM = '11111111111111111111111111111111';
export const COMPUTE_BUDGET = 'ComputeBudget111111111111111111111111111111';
export const ASSOCIATED_TOKEN = 'ATokenGPvbdGVxr1b2hvZbsiqW5xWH25efTNsLJA8knL';
export const JUPITER_V6 = 'JUP6LkbZbjS1jKKwapdHNy74zcZ3tLUZoi5QNyVTaV4';

/** A transaction that calls any other program is not signed. */
export const ALLOWED_PROGRAMS: ReadonlySet<string> = new Set([
  ...[SYSTEM_PROGRAM, COMPUTE_BUDGET, SPL_TOKEN, TOKEN_2022, ASSOCIATED_TOKEN, JUPITER_V6],
]);

/** Lamports for each signature. */
export const SIGNATURE_LAMPORTS = 5_000n;
/** The most lamports for network and priority: 0.005 SOL. */
export const MOST_FEE_LAMPORTS = 5_000_000n;
/** Lamports that an entry leaves for exits: 0.02 SOL. */
export const KEPT_LAMPORTS = 20_000_000n;
/** The most token accounts that a swap may open for us. */
export const MOST_OPENED = 2;
/** The most lamports of rent for one: a Token-2022 account with a few extensions. */
export const MOST_RENT_LAMPORTS = 2_200_000n;
