import { Decimal } from '../decimal.ts';
import type { Token } from '../instrument/instrument.ts';
import type { Order } from '../order/order.ts';
import { isBuy } from '../order/order.ts';
import type { VenueOrder } from '../order/venue-order.ts';
import { SOL_MINT } from '../token/mint.ts';
import { fromRawUnits } from '../token/raw-units.ts';
import type { LandedTransaction } from './landed-transaction.ts';
import { SETTLEMENTS, toDollars, USDC_PRICE } from './settlement.ts';

/** What a transaction moved in one wallet, in raw units: positive came in. */
export interface LandedAmounts {
  readonly token: bigint;
  /** The same for what the token is settled in. */
  readonly settled: bigint;
  /** Lamports paid for network and rent; negative where rent came back. */
  readonly fees: bigint;
}

interface Sides {
  readonly wallet: string;
  readonly token: Pick<Token, 'symbol' | 'settlement'>;
}

const FEE_DIGITS = 12;
const PRICE_DIGITS = 18;

/**
 * Splits a transaction's changes of a wallet, without a remainder. Wrapped SOL is SOL. Network fee and rent are
 * taken off the lamports before those count as a side of the swap; where neither side is SOL, all lamports are fees.
 */
export function landedAmounts(
  transaction: LandedTransaction,
  { wallet, token }: Sides,
): LandedAmounts {
  const { mint } = SETTLEMENTS[token.settlement];
  const { spendable, rent } = lamportsOf(transaction, wallet);
  const network = transaction.feePayer === wallet ? transaction.fee : 0n;
  const sol = spendable + network + rent;
  const moved = (of: string) => (of === SOL_MINT ? sol : unitsOf(transaction, wallet, of));
  const isOfSol = token.symbol === SOL_MINT || mint === SOL_MINT;
  const fees = isOfSol ? network + rent : -spendable;
  return { token: moved(token.symbol), settled: moved(mint), fees };
}

/** `spendable`: the gain of the wallet itself and its wrapped SOL. `rent`: what its token accounts keep for themselves. */
function lamportsOf({ lamports, tokens }: LandedTransaction, wallet: string) {
  const change = (of: string): bigint =>
    lamports.reduce((sum, { address, before, after }) => {
      return address === of ? sum + after - before : sum;
    }, 0n);
  const own = tokens.filter(({ owner }) => owner === wallet);
  const wrapped = own
    .filter(({ mint }) => mint === SOL_MINT)
    .reduce((sum, { before, after }) => sum + after - before, 0n);
  const kept = own.reduce((sum, { account }) => sum + change(account), 0n);
  return { spendable: change(wallet) + wrapped, rent: kept - wrapped };
}

function unitsOf({ tokens }: LandedTransaction, wallet: string, mint: string): bigint {
  return tokens
    .filter((each) => each.owner === wallet && each.mint === mint)
    .reduce((sum, { before, after }) => sum + after - before, 0n);
}

/** Whole units of both coins that it moved in the wallet for any reason, with network fee, rent and SOL’s wrapping. */
export function coinsMoved(
  transaction: LandedTransaction,
  wallet: string,
): { readonly usdcMoved: Decimal; readonly solMoved: Decimal } {
  const { SOL, USDC } = SETTLEMENTS;
  const { spendable } = lamportsOf(transaction, wallet);
  return {
    usdcMoved: fromRawUnits(unitsOf(transaction, wallet, USDC.mint), USDC.decimals),
    solMoved: fromRawUnits(spendable, SOL.decimals),
  };
}

export interface SwapOfOrder extends Sides {
  readonly token: Token;
  readonly order: Pick<Order, 'tag' | 'side' | 'type' | 'quantity' | 'limitPrice'>;
  /** Dollars for one SOL at that moment; null: unknown, and the fees are given later. */
  readonly solPrice: Decimal | null;
}

/**
 * The report on an order whose transaction is in a block. One that succeeded but moved something other than its
 * order is UNRECOGNISED.
 */
export function landedReport(transaction: LandedTransaction, of: SwapOfOrder): VenueOrder {
  const { order, token } = of;
  const { tag, side, type, quantity, limitPrice } = order;
  const amounts = landedAmounts(transaction, of);
  const fill = fillOf(transaction, of, amounts);
  const { signature: venueOrderId, blockTime } = transaction;
  return {
    ...{ venueOrderId, tag, shape: 'SINGLE', symbol: token.symbol, side, type, quantity },
    ...{ status: fill.status, rawStatus: fill.rawStatus, cancelPending: false },
    ...{ filledQuantity: fill.quantity, averagePrice: fill.price },
    ...(fill.value && { filledValue: fill.value }),
    ...feesOf(amounts, of.solPrice),
    ...{ limitPrice, stopPrice: null, reason: failure(transaction) },
    ...{ createdAt: blockTime, changedAt: blockTime, legs: [] },
  };
}

type Filled = Pick<VenueOrder, 'status' | 'rawStatus'> & {
  readonly quantity: Decimal;
  readonly value: Decimal | null;
  readonly price: Decimal | null;
};

function fillOf(
  { error }: LandedTransaction,
  { order, token, solPrice }: SwapOfOrder,
  { token: got, settled }: LandedAmounts,
): Filled {
  const nothing = { quantity: new Decimal(0), value: null, price: null };
  if (error !== null) return { ...nothing, status: 'REJECTED', rawStatus: 'failed on chain' };
  const [tokens, paid] = isBuy(order.side) ? [got, -settled] : [-got, settled];
  if (tokens <= 0n || paid <= 0n)
    return { ...nothing, status: 'UNRECOGNISED', rawStatus: 'landed, and moved something else' };
  const each = token.settlement === 'SOL' ? solPrice : USDC_PRICE;
  const quantity = fromRawUnits(tokens, token.decimals);
  if (!each) return { ...nothing, quantity, status: 'FILLED', rawStatus: 'landed' };
  const value = toDollars(paid, token.settlement, each);
  const price = value.div(quantity).toSignificantDigits(PRICE_DIGITS);
  return { quantity, value, price, status: 'FILLED', rawStatus: 'landed' };
}

/** The fees; left out while SOL has no price. */
function feesOf({ fees }: LandedAmounts, solPrice: Decimal | null) {
  if (!solPrice) return {};
  return { fees: lamportsInDollars(fees, solPrice) };
}

export function lamportsInDollars(lamports: bigint, solPrice: Decimal): Decimal {
  const sol = fromRawUnits(lamports, SETTLEMENTS.SOL.decimals);
  return sol.times(solPrice).toDecimalPlaces(FEE_DIGITS, Decimal.ROUND_HALF_EVEN);
}

function failure({ error, errorCode }: LandedTransaction): string | null {
  if (error === null) return null;
  const known = errorCode === SLIPPAGE ? ' SlippageToleranceExceeded' : '';
  const code = errorCode === null ? error : `${errorCode}${known}`;
  return `the swap failed on chain with ${code}`;
}

/** The code of Jupiter's program for a swap of which less would come out than the order asks for. */
const SLIPPAGE = 6001;
