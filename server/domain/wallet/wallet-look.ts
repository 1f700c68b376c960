import { ZERO, type Decimal } from '../decimal.ts';
import type { Mint } from '../ids.ts';
import { SOL_MINT, USDC_MINT } from '../token/mint.ts';
import { fromRawUnits } from '../token/raw-units.ts';

/** The program that owns a mint and its accounts. */
export type TokenProgram = 'SPL_TOKEN' | 'TOKEN_2022';

/** A wallet's holding of one mint, over all its accounts of both token programs; SOL counts wrapped and unwrapped. */
export interface WalletHolding {
  readonly mint: Mint;
  /** Raw units. */
  readonly raw: bigint;
  /** Raw units in frozen accounts: they exist, but cannot be moved. */
  readonly frozen: bigint;
  /** Decimals of the mint; null while no source has given them. */
  readonly decimals: number | null;
  /** Null only for SOL. */
  readonly program: TokenProgram | null;
  readonly accounts: number;
}

/** One reading of a wallet, all at one slot. */
export interface WalletLook {
  /** The wallet's address. */
  readonly wallet: string;
  /** The slot of the chain at which it is true. */
  readonly slot: number;
  /** SOL of the wallet itself, in lamports: this pays fees. Wrapped SOL is among the holdings only. */
  readonly lamports: bigint;
  /** One row for each mint; SOL always has one. */
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

/** The holdings of a wallet, sorted by mint; wrapped SOL is added to SOL. */
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

/** Whole units of a mint that a wallet holds; null while its decimals are not known. */
export function heldIn({ holdings }: Pick<WalletLook, 'holdings'>, mint: Mint): Decimal | null {
  const found = holdings.find((each) => each.mint === mint);
  return found ? wholeUnits(found.raw, found.decimals) : ZERO;
}

export function wholeUnits(raw: bigint, decimals: number | null): Decimal | null {
  return decimals === null ? null : fromRawUnits(raw, decimals);
}

/** Whether a mint is money, which comes and goes as deposits; any other token that arrives is a holding. */
export function isMoney(mint: Mint): boolean {
  return mint === SOL_MINT || mint === USDC_MINT;
}
