import type { HoldingPartsFragment } from '../gql/graphql.ts';
import { exact } from '../lib/exact.ts';

const SOL_DECIMALS = 9;

/** A holding's name by the trades that hold it; a name that only the token itself gives is not believed. */
export function holdingName({ ticker, money, decimals, program }: HoldingPartsFragment): string {
  if (ticker) return ticker;
  if (money) return decimals === SOL_DECIMALS ? 'SOL' : 'USDC';
  return program === 'TOKEN_2022' ? 'Not booked, Token-2022' : 'Not booked';
}

/** Whether a part of the holding belongs to no trade, and it is no cash. */
export function isAdoptable({ money, unbooked }: HoldingPartsFragment): boolean {
  return !money && exact(unbooked)?.gt(0) === true;
}
