import type { HoldingPartsFragment } from '../gql/graphql.ts';
import { exact } from '../lib/exact.ts';

const SOL_DECIMALS = 9;

/** What it is called by trades that hold it; of what strangers send nobody’s word is taken. */
export function holdingName({ ticker, money, decimals, program }: HoldingPartsFragment): string {
  if (ticker) return ticker;
  if (money) return decimals === SOL_DECIMALS ? 'SOL' : 'USDC';
  return program === 'TOKEN_2022' ? 'Not booked, Token-2022' : 'Not booked';
}

/** Something of it is there that no trade holds, and it is no cash. */
export function isAdoptable({ money, unbooked }: HoldingPartsFragment): boolean {
  return !money && exact(unbooked)?.gt(0) === true;
}
