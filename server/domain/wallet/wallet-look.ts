import { ZERO, type Decimal } from '../decimal.ts';
import type { Mint } from '../ids.ts';
import { SOL_MINT, USDC_MINT } from '../token/mint.ts';
import { fromRawUnits } from '../token/raw-units.ts';

/** The program that owns a mint and its accounts. */
export type TokenProgram = 'SPL_TOKEN' | 'TOKEN_2022';

/** What a wallet holds of one mint, over all its accounts of both token programs; of SOL, wrapped or not. */
export interface WalletHolding {
  readonly mint: Mint;
  /** Raw units. */
  readonly raw: bigint;
  /** Raw units in accounts that somebody has frozen: they are there, and cannot be moved. */
  readonly frozen: bigint;
  /** Of its mint; null while nobody has told them. */
  readonly decimals: number | null;
  /** Null for SOL alone. */
  readonly program: TokenProgram | null;
  readonly accounts: number;
}

/** One reading of a wallet, all of one slot. */
export interface WalletLook {
  /** Its address. */
  readonly wallet: string;
  /** The slot of the chain that it is true of. */
  readonly slot: number;
  /** SOL of the wallet itself, in lamports: this pays fees. Wrapped SOL is among the holdings only. */
  readonly lamports: bigint;
  /** One row a mint; SOL is always there. */
  readonly holdings: readonly WalletHolding[];
  readonly readAt: Date;
}

/** One account of a token in the wallet, as the chain lists it. */
export interface TokenAccount {
  readonly mint: Mint;
  readonly raw: bigint;
  readonly decimals: number | null;
  readonly program: TokenProgram;
  readonly frozen: boolean;
}

export const SOL_DECIMALS = 9;
export const USDC_DECIMALS = 6;

/** The holdings of a wallet by mint, in the order of mints; wrapped SOL is added to SOL. */
export function holdingsOf(
  lamports: bigint,
  accounts: readonly TokenAccount[],
): readonly WalletHolding[] {
  const sol = { mint: SOL_MINT, frozen: 0n, decimals: SOL_DECIMALS, program: null, accounts: 0 };
  const byMint = new Map<Mint, WalletHolding>([[SOL_MINT, { ...sol, raw: lamports }]]);
  for (const { mint, raw, decimals, program, frozen } of accounts) {
    const stood = byMint.get(mint) ?? { mint, decimals, raw: 0n, frozen: 0n, accounts: 0 };
    byMint.set(mint, {
      ...stood,
      program,
      raw: stood.raw + raw,
      frozen: stood.frozen + (frozen ? raw : 0n),
      accounts: stood.accounts + 1,
    });
  }
  return [...byMint.values()].sort((a, b) => (a.mint < b.mint ? -1 : 1));
}

/** Whole units that a wallet holds of a mint; null while nobody has told its decimals. */
export function heldIn({ holdings }: Pick<WalletLook, 'holdings'>, mint: Mint): Decimal | null {
  const found = holdings.find((each) => each.mint === mint);
  return found ? wholeUnits(found.raw, found.decimals) : ZERO;
}

export function wholeUnits(raw: bigint, decimals: number | null): Decimal | null {
  return decimals === null ? null : fromRawUnits(raw, decimals);
}

/** Money comes and goes as deposits; anything else that arrives is a holding, and no money. */
export function isMoney(mint: Mint): boolean {
  return mint === SOL_MINT || mint === USDC_MINT;
}
