import { shareOf, ZERO, type Decimal } from '../decimal.ts';
import { SOL_MINT } from '../token/mint.ts';
import type { SwapFill } from './swap-bounds.ts';
import { swapFee } from './swap-costs.ts';
import type { SwapOrder } from './swap-order.ts';

/** The outcome of a swap that was sent. REVERTED: the chain took only its fee. LOST: no block took it. */
export type SwapFate =
  | { readonly kind: 'LANDED'; readonly fill: SwapFill }
  | { readonly kind: 'REVERTED' | 'LOST'; readonly reason: string };

/** What one trade holds of its token: whole tokens, and the dollars that they cost. */
export interface SwapLot {
  readonly quantity: Decimal;
  readonly cost: Decimal;
}

export const NO_LOT: SwapLot = { quantity: ZERO, cost: ZERO };

/** The part of a wallet on paper that one swap touches. */
export interface SwapHolding {
  /** The lot of the trade whose order it is. */
  readonly lot: SwapLot;
  /** Whether the token has had an account in the wallet: then its rent is paid. */
  readonly opened: boolean;
}

/** What a swap did to a wallet. */
export interface SettledSwap extends SwapHolding {
  readonly filled: SwapFill;
  /** Dollars that the network took, at SOL's price of that moment. */
  readonly fees: Decimal;
  /** Dollars that came into the wallet, after fees; negative: that left it. */
  readonly cashFlow: Decimal;
}

const NO_FILL: SwapFill = { quantity: ZERO, value: ZERO };

/**
 * Settles a swap. A sale takes its share of the lot's cost with it, as in the book.
 * @throws {RangeError} a sale of more than the lot holds.
 */
export function settleSwap(
  holding: SwapHolding,
  swap: Pick<SwapOrder, 'token' | 'pays'>,
  fate: SwapFate,
  solPrice: Decimal,
): SettledSwap {
  const fees = feesOf(holding, swap, fate, solPrice);
  if (fate.kind !== 'LANDED')
    return { ...holding, filled: NO_FILL, fees, cashFlow: fees.negated() };
  const { fill } = fate;
  const moved = swap.pays ? fill.value.negated() : fill.value;
  const lot = swap.pays ? grown(holding.lot, fill) : reduced(holding.lot, fill);
  return { lot, opened: true, filled: fill, fees, cashFlow: moved.minus(fees) };
}

/** Whether a swap pays the rent of its token's account. SOL itself needs none: a wallet holds it. */
export function opensAccount(
  { opened }: Pick<SwapHolding, 'opened'>,
  { token, pays }: Pick<SwapOrder, 'token' | 'pays'>,
): boolean {
  return pays !== null && !opened && token.symbol !== SOL_MINT;
}

function feesOf(
  holding: SwapHolding,
  swap: Pick<SwapOrder, 'token' | 'pays'>,
  { kind }: SwapFate,
  solPrice: Decimal,
): Decimal {
  if (kind === 'LOST') return ZERO;
  return swapFee(solPrice, { opensAccount: kind === 'LANDED' && opensAccount(holding, swap) });
}

function grown({ quantity, cost }: SwapLot, fill: SwapFill): SwapLot {
  return { quantity: quantity.plus(fill.quantity), cost: cost.plus(fill.value) };
}

function reduced({ quantity, cost }: SwapLot, fill: SwapFill): SwapLot {
  if (fill.quantity.greaterThan(quantity))
    throw new RangeError(`A sale of ${fill.quantity} exceeds the ${quantity} held.`);
  const left = quantity.minus(fill.quantity);
  return { quantity: left, cost: cost.minus(shareOf(cost, fill.quantity, quantity)) };
}
