import { Decimal, ZERO } from '../decimal.ts';
import type { Mint, Username } from '../ids.ts';
import { heldBy, type BookedLot } from './compare-wallet.ts';
import { isMoney, wholeUnits, type TokenProgram, type WalletHolding } from './wallet-look.ts';

/** A wallet's holding of one mint, and how much of it is booked. Whole units, except `raw`. */
export interface HoldingReport {
  readonly mint: Mint;
  /** The ticker from the trades that hold it: no source is asked for the name of a stranger's token. */
  readonly ticker: string | null;
  readonly program: TokenProgram | null;
  /** Null while no source has given them; then the amounts in whole units are null too. */
  readonly decimals: number | null;
  readonly raw: bigint;
  readonly quantity: Decimal | null;
  readonly frozen: Decimal | null;
  /** Booked by trades of all users who share the wallet, and by the caller’s own. */
  readonly booked: Decimal;
  readonly ownBooked: Decimal;
  readonly unbooked: Decimal | null;
  /** The quantity that the books hold and the wallet does not. */
  readonly missing: Decimal | null;
  /** Whether it is USDC or SOL: the part of them that is not booked is the book’s cash, not a holding to adopt. */
  readonly money: boolean;
  /** The slot at which this amount was first read, and the time of that reading. */
  readonly slot: number | null;
  readonly since: Date | null;
}

export interface KeptHolding extends WalletHolding {
  readonly slot: number;
  readonly since: Date;
}

/** A lot with the known facts of its token. */
export interface NamedLot extends BookedLot {
  readonly ticker: string;
  readonly decimals: number;
}

interface Reported {
  readonly kept: readonly KeptHolding[];
  /** Lots that each hold something. */
  readonly lots: readonly NamedLot[];
  readonly most: number;
}

/**
 * Booked holdings and money come first, then the others by mint, so that strangers' tokens are last. Those
 * beyond `most` are only counted.
 */
export function reportHoldings(
  { kept, lots, most }: Reported,
  username: Username,
): Pick<WalletReport, 'holdings' | 'unlisted'> {
  const booked = heldBy(lots);
  const own = heldBy(lots.filter((lot) => lot.username === username));
  const byMint = new Map(kept.map((each) => [each.mint, each]));
  const named = new Map(lots.map((each) => [each.mint, each]));
  const mints = [...new Set([...byMint.keys(), ...booked.keys()])];
  const shown = mints
    .filter((mint) => booked.has(mint) || byMint.get(mint)?.raw !== 0n)
    .map((mint) => ({ mint, rank: rank(mint, booked) }))
    .sort((a, b) => a.rank - b.rank || (a.mint < b.mint ? -1 : 1));
  const holdings = shown.slice(0, most).map(({ mint }) =>
    rowOf(mint, {
      holding: byMint.get(mint) ?? null,
      lot: named.get(mint) ?? null,
      booked: booked.get(mint) ?? ZERO,
      ownBooked: own.get(mint) ?? ZERO,
    }),
  );
  return { holdings, unlisted: shown.length - holdings.length };
}

interface Known {
  readonly holding: KeptHolding | null;
  readonly lot: NamedLot | null;
  readonly booked: Decimal;
  readonly ownBooked: Decimal;
}

function rowOf(mint: Mint, { holding, lot, booked, ownBooked }: Known): HoldingReport {
  const decimals = holding?.decimals ?? lot?.decimals ?? null;
  const there = holding ?? NOTHING_THERE;
  const quantity = holding ? wholeUnits(holding.raw, decimals) : ZERO;
  return {
    ...{ mint, ticker: lot?.ticker ?? null, program: there.program, decimals, quantity },
    ...{ raw: there.raw, frozen: holding ? wholeUnits(there.frozen, decimals) : ZERO },
    ...{ booked, ownBooked, money: isMoney(mint), slot: there.slot, since: there.since },
    unbooked: quantity && Decimal.max(quantity.minus(booked), ZERO),
    missing: quantity && Decimal.max(booked.minus(quantity), ZERO),
  };
}

const NOTHING_THERE = { program: null, raw: 0n, frozen: 0n, slot: null, since: null } as const;

function rank(mint: Mint, booked: ReadonlyMap<Mint, Decimal>): number {
  if (booked.has(mint)) return 0;
  return isMoney(mint) ? 1 : 2;
}

/** A wallet in the form that a user may see, with its holdings. */
export interface WalletReport {
  /** The wallet's address; null while the user has none here. */
  readonly wallet: string | null;
  /** Whether new entries may go there; false for a wallet used earlier, and while REAL is off. */
  readonly named: boolean;
  /** Why the desk’s wallet is left out for this user, in a sentence; null when it is not, or there is none. */
  readonly leftOut: string | null;
  /** The slot and the time of the last reading; null before the first. */
  readonly slot: number | null;
  readonly asOf: Date | null;
  /** SOL that pays fees, without wrapped SOL; null before the first reading. */
  readonly feeSol: Decimal | null;
  /** SOL that entries leave in the wallet, so that exits can pay their fees. */
  readonly keptSol: Decimal;
  readonly holdings: readonly HoldingReport[];
  /** The number of holdings that are not listed. */
  readonly unlisted: number;
}
