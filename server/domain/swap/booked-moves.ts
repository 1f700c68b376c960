import { dec, type Decimal } from '../decimal.ts';
import type { Mint } from '../ids.ts';
import type { Token } from '../instrument/instrument.ts';
import { isBuy, type Order } from '../order/order.ts';
import { SOL_MINT } from '../token/mint.ts';
import { SETTLEMENTS, USDC_PRICE } from './settlement.ts';
import type { SwapOrder } from './swap-order.ts';

/** A swap that is in a block, with its booked figures. */
export interface BookedSwap {
  readonly token: Pick<Token, 'symbol' | 'decimals' | 'settlement'>;
  readonly side: Order['side'];
  /** Whole tokens, and what they cost or brought in dollars; 0 where it failed on chain. */
  readonly quantity: Decimal;
  readonly value: Decimal;
  /** Dollars for network and rent. */
  readonly fees: Decimal;
  /** Dollars for one SOL, by which value and fees were booked; null: no fees are booked yet. */
  readonly solPrice: Decimal | null;
}

/** Raw units of a mint that these swaps moved in their wallet, with fees; positive came in. Wrapped SOL is SOL. */
export function bookedMove(swaps: readonly BookedSwap[], mint: Mint): Decimal {
  return swaps.reduce((sum, swap) => sum.plus(moveOf(swap, mint)), dec(0));
}

function moveOf({ token, side, quantity, value, fees, solPrice }: BookedSwap, mint: Mint): Decimal {
  const coin = SETTLEMENTS[token.settlement];
  const each = token.settlement === 'SOL' ? solPrice : USDC_PRICE;
  const sign = isBuy(side) ? 1 : -1;
  let move = dec(0);
  if (token.symbol === mint) move = move.plus(raw(quantity, token.decimals).times(sign));
  if (coin.mint === mint && each)
    move = move.minus(raw(value.div(each), coin.decimals).times(sign));
  if (mint === SOL_MINT && solPrice)
    move = move.minus(raw(fees.div(solPrice), SETTLEMENTS.SOL.decimals));
  return move;
}

/** In raw units. Dollars are booked to more digits than these have, so the nearest unit is the one that moved. */
function raw(amount: Decimal, decimals: number): Decimal {
  return amount.times(dec(10).pow(decimals)).round();
}

/** The changes of a wallet's two sides of a swap, in raw units, beyond all that is booked. */
export interface Unbooked {
  readonly token: Decimal;
  readonly settled: Decimal;
}

/**
 * Whether an unbooked change may be this very swap: at least half of its tokens came or went, and for a
 * purchase something else moved with them. Strangers can send a wallet anything, dust above all, and take
 * nothing; their own gift of half of a swap may hide it, or pass for it.
 */
export function mayBeSwap(
  { token, pays, quantity, slippagePct }: SwapOrder,
  unbooked: Unbooked,
): boolean {
  const all = raw(quantity, token.decimals);
  if (!pays) return unbooked.token.lessThanOrEqualTo(all.div(-2));
  const least = all.times(dec(100).minus(slippagePct)).div(dec(100).plus(slippagePct));
  return unbooked.token.greaterThanOrEqualTo(least.div(2)) && !unbooked.settled.isZero();
}
