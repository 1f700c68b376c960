import { Decimal, dec } from '../decimal.ts';
import type { Mint } from '../ids.ts';
import type { SettlementToken } from '../instrument/instrument.ts';
import { SOL_MINT, USDC_MINT } from '../token/mint.ts';
import { fromRawUnits } from '../token/raw-units.ts';

interface Coin {
  readonly mint: Mint;
  readonly decimals: number;
}

/** The tokens that swaps are paid with and paid out in. */
export const SETTLEMENTS: Readonly<Record<SettlementToken, Coin>> = {
  USDC: { mint: USDC_MINT, decimals: 6 },
  SOL: { mint: SOL_MINT, decimals: 9 },
};

/** Dollars for one USDC. */
export const USDC_PRICE = dec(1);
/** Decimal places of a dollar amount computed from SOL's price; a cent has two. */
const VALUE_DIGITS = 12;

/** Raw units of a settlement token as dollars, at `each` dollars for one whole one. */
export function toDollars(raw: bigint, settlement: SettlementToken, each: Decimal): Decimal {
  const amount = fromRawUnits(raw, SETTLEMENTS[settlement].decimals);
  return amount.times(each).toDecimalPlaces(VALUE_DIGITS, Decimal.ROUND_HALF_EVEN);
}

/** Dollars in raw units of a settlement token, rounded down to a whole unit. */
export function fromDollars(dollars: Decimal, settlement: SettlementToken, each: Decimal): bigint {
  const raw = dollars.div(each).times(dec(10).pow(SETTLEMENTS[settlement].decimals));
  return BigInt(raw.toDecimalPlaces(0, Decimal.ROUND_DOWN).toFixed());
}
