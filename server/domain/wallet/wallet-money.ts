import { dec, ZERO, type Decimal } from '../decimal.ts';
import { SOL_MINT, USDC_MINT } from '../token/mint.ts';
import { heldIn, type WalletLook } from './wallet-look.ts';

/** Whole units of the two mints that are money, exact to the raw unit. */
export interface Coins {
  readonly usdc: Decimal;
  readonly sol: Decimal;
}

/** A wallet's money at one time, and the part of it that the desk’s own swaps of all books had moved by then. */
export interface CoinsThen {
  readonly held: Coins;
  readonly moved: Coins;
}

/** A wallet’s money for one user’s book, now. */
export interface CoinsNow extends CoinsThen {
  /** The part of it that the user’s own swaps have moved by now. */
  readonly ownMoved: Coins;
}

/**
 * The money that has come to a wallet, or gone, without a swap of the desk. FIRST: none of it is booked yet, so
 * it is what the wallet holds without the user’s own swaps; other users' swaps came before the user’s book saw
 * the wallet. All amounts are compared in units of the coin, never in dollars.
 */
export interface CoinsMove {
  readonly kind: 'FIRST' | 'NOTHING' | 'CAME';
  readonly coins: Coins;
}

export const NO_COINS: Coins = { usdc: ZERO, sol: ZERO };
const CENT_DIGITS = 2;

export function coinsOf(look: Pick<WalletLook, 'holdings'>): Coins {
  return { usdc: heldIn(look, USDC_MINT) ?? ZERO, sol: heldIn(look, SOL_MINT) ?? ZERO };
}

export function coinsMove(base: CoinsThen | null, now: CoinsNow): CoinsMove {
  if (!base) return { kind: 'FIRST', coins: minus(now.held, now.ownMoved) };
  const coins = minus(minus(now.held, now.moved), minus(base.held, base.moved));
  return { kind: isNothing(coins) ? 'NOTHING' : 'CAME', coins };
}

/** Dollars, to the cent: USDC counts one for one, SOL at its price. Null where SOL moved and has no price. */
export function dollarsOf({ usdc, sol }: Coins, solPrice: Decimal | null): Decimal | null {
  if (sol.isZero()) return usdc;
  return solPrice && usdc.plus(sol.times(solPrice).toDecimalPlaces(CENT_DIGITS));
}

/** `12.5 USDC and −0.1 SOL`; an amount of 0 is left out. */
export function describeCoins({ usdc, sol }: Coins): string {
  const named = [
    [usdc, 'USDC'],
    [sol, 'SOL'],
  ] as const;
  const said = named.filter(([amount]) => !amount.isZero());
  return said.map(([amount, name]) => `${amount.toFixed()} ${name}`).join(' and ') || 'nothing';
}

export function sameCoins(one: Coins, other: Coins): boolean {
  return isNothing(minus(one, other));
}

function isNothing({ usdc, sol }: Coins): boolean {
  return usdc.isZero() && sol.isZero();
}

function minus(one: Coins, other: Coins): Coins {
  return { usdc: dec(one.usdc).minus(other.usdc), sol: dec(one.sol).minus(other.sol) };
}
