import { Decimal, exactTotal, sum, ZERO } from '../decimal.ts';
import type { Mint, Username } from '../ids.ts';
import type { Finding } from '../reconciliation/invariant.ts';
import type { Difference } from '../reconciliation/why-differs.ts';
import { heldIn, type WalletLook } from './wallet-look.ts';

/** The holdings of a wallet in the books of all users who share it, and what is under way there. */
export interface WalletBooks {
  /** Whole units by mint, over every open trade in the wallet. */
  readonly held: ReadonlyMap<Mint, Decimal>;
  /** Mints with a swap on its way, or one booked so lately that a node may not show it yet. */
  readonly moving: ReadonlySet<Mint>;
}

/** A user's holding of one mint, over all of the user's trades. */
export interface BookedLot {
  readonly username: Username;
  readonly mint: Mint;
  readonly quantity: Decimal;
}

export function heldBy(lots: readonly BookedLot[]): ReadonlyMap<Mint, Decimal> {
  const held = new Map<Mint, Decimal>();
  for (const { mint, quantity } of lots) held.set(mint, (held.get(mint) ?? ZERO).plus(quantity));
  return held;
}

/** Mints that one look cannot compare: something moved, or may have, between the two reads of the books. */
export function movingBetween(before: WalletBooks, after: WalletBooks): ReadonlySet<Mint> {
  const moving = new Set([...before.moving, ...after.moving]);
  for (const mint of new Set([...before.held.keys(), ...after.held.keys()])) {
    const [then, now] = [before.held.get(mint) ?? ZERO, after.held.get(mint) ?? ZERO];
    if (!then.equals(now)) moving.add(mint);
  }
  return moving;
}

/**
 * Mints of which the wallet holds less than the books: something left the wallet without the desk. More than
 * the books hold is no difference: anybody may send a wallet anything.
 */
export function missingIn(
  look: Pick<WalletLook, 'holdings'>,
  { held, moving }: WalletBooks,
): readonly Difference[] {
  return [...held]
    .filter(([mint]) => !moving.has(mint))
    .flatMap(([symbol, ours]) => {
      const theirs = heldIn(look, symbol);
      return theirs?.lessThan(ours) ? [{ symbol, ours, theirs }] : [];
    });
}

/** The quantity that no book has, at least 0; null while the decimals are not known. */
export function unbookedIn(
  look: Pick<WalletLook, 'holdings'>,
  held: ReadonlyMap<Mint, Decimal>,
  mint: Mint,
): Decimal | null {
  const there = heldIn(look, mint);
  return there && Decimal.max(there.minus(held.get(mint) ?? ZERO), ZERO);
}

/** The invariants of a wallet: the chain says quantities and coins, but no cost. */
export function walletFindings(
  look: Pick<WalletLook, 'holdings'>,
  books: WalletBooks,
  /** Why the wallet’s money cannot be compared now; null when it agrees. */
  whyNotMoney: string | null,
): readonly Finding[] {
  const said = 'The chain tells no cost; the book agrees with itself.';
  return [
    quantityOf(look, books),
    finding('AVERAGE_PRICE', 'HOLDS', said),
    whyNotMoney === null
      ? finding('CASH', 'HOLDS', 'USDC and SOL are booked to the last unit.')
      : finding('CASH', 'UNKNOWN', whyNotMoney),
    finding('PNL', 'HOLDS', said),
  ];
}

function quantityOf(look: Pick<WalletLook, 'holdings'>, books: WalletBooks): Finding {
  const { held, moving } = books;
  const rows = [...held].filter(([mint]) => !moving.has(mint));
  const unread = rows.find(([mint]) => heldIn(look, mint) === null);
  const sides = {
    ours: exactTotal(rows.map(([, ours]) => ours)),
    theirs: sum(rows.map(([mint]) => heldIn(look, mint) ?? ZERO)),
  };
  const missing = missingIn(look, books);
  if (missing.length > 0) {
    const words = missing.map(
      ({ symbol, ours, theirs }) =>
        `${symbol}: ${ours.toFixed()} in the books, ${theirs.toFixed()} in the wallet.`,
    );
    return { ...finding('QUANTITY', 'DIFFERS', words.join(' ')), ...sides };
  }
  if (moving.size > 0) return finding('QUANTITY', 'UNKNOWN', 'A swap is under way.');
  if (unread) return finding('QUANTITY', 'UNKNOWN', `Nobody tells the decimals of ${unread[0]}.`);
  const tokens = rows.length === 1 ? '1 token is' : `${rows.length} tokens are`;
  const words = rows.length === 0 ? 'Nothing is booked.' : `${tokens} there, to the last unit.`;
  return finding('QUANTITY', 'HOLDS', words);
}

function finding(
  invariant: Finding['invariant'],
  state: Finding['state'],
  evidence: string,
): Finding {
  return { invariant, state, evidence, within: false, ours: null, theirs: null, tolerance: ZERO };
}
