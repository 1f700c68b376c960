import { Decimal } from '../decimal.ts';
import { fromRawUnits } from '../token/raw-units.ts';

/** The schedule has a name like other schedules of fees: see `fee-schedule.ts`. */
export const SWAP_SCHEDULE_VERSION = 'NETWORK v1';

/**
 * Lamports that a swap on paper costs: 5,000 for its one signature (Solana's base fee), a priority fee like that of
 * Jupiter's orders in a quiet market, and the rent of the account for a token that is bought for the first time.
 */
export const SWAP_LAMPORTS = { signature: 5_000n, priority: 100_000n, rent: 2_039_280n } as const;

const LAMPORT_DECIMALS = 9;
const FEE_DIGITS = 12;

/** Dollars that the network takes for one swap, at SOL's price of that moment. */
export function swapFee(solPrice: Decimal, { opensAccount }: { opensAccount: boolean }): Decimal {
  const { signature, priority, rent } = SWAP_LAMPORTS;
  const lamports = signature + priority + (opensAccount ? rent : 0n);
  const fee = fromRawUnits(lamports, LAMPORT_DECIMALS).times(solPrice);
  return fee.toDecimalPlaces(FEE_DIGITS, Decimal.ROUND_HALF_EVEN);
}
