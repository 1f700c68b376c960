import type { Mint } from '../ids.ts';
import { SOL_MINT, USDC_MINT, USDT_MINT } from './mint.ts';

/** Bitcoin and Ether wrapped by Wormhole, and Bitcoin wrapped by Coinbase: their issuers may mint, and some may freeze. */
const WRAPPED: readonly Mint[] = [
  '3NZ9JMVBmGAqocybic2c7LQCJScmgsAZ6vQqTDzcqmJh',
  '7vfCXTUXx5WJV5JADk17DUJ4ksgau7utNKj4b963voxs',
  'cbbtcf3aa214zXHbiAZQwf4122FBYbraNdFqgw4iMij',
];

/** Tokens that REAL may enter though an issuer may mint or freeze: known issuers' money. Operators may add to it. */
export const ALLOWED_MINTS: ReadonlySet<Mint> = new Set([
  ...[SOL_MINT, USDC_MINT, USDT_MINT],
  ...WRAPPED,
]);
