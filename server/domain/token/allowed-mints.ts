import type { Mint } from '../ids.ts';
import { SOL_MINT, USDC_MINT, USDT_MINT } from './mint.ts';

/** Bitcoin and Ether as Wormhole wraps them, and Bitcoin as Coinbase does: their issuers may mint, and some may freeze. */
const WRAPPED: readonly Mint[] = [
  '3NZ9JMVBmGAqocybic2c7LQCJScmgsAZ6vQqTDzcqmJh',
  '7vfCXTUXx5WJV5JADk17DUJ4ksgau7utNKj4b963voxs',
  'cbbtcf3aa214zXHbiAZQwf4122FBYbraNdFqgw4iMij',
];

/** What REAL may enter although somebody may mint or freeze it: money whose issuer is known. Operators may add to it. */
export const ALLOWED_MINTS: ReadonlySet<Mint> = new Set([
  ...[SOL_MINT, USDC_MINT, USDT_MINT],
  ...WRAPPED,
]);
