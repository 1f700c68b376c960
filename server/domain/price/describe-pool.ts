import { describeRefusal } from './describe-price.ts';
import type { PoolRefusal } from './pool-stages.ts';

const POOLS: Readonly<Record<PoolRefusal, string>> = {
  OTHER_SIDE: 'The token is its other side.',
  SOFT_QUOTE: 'Its other side is not SOL, USDC or USDT.',
  MALFORMED: describeRefusal('MALFORMED'),
  UNCONVERTED: 'It holds SOL, and SOL itself has no accepted price.',
  ZERO: describeRefusal('ZERO'),
  THIN: 'It holds too little SOL, USDC or USDT.',
  IDLE: describeRefusal('IDLE'),
  CONTRADICTS_ITSELF: describeRefusal('CONTRADICTS_ITSELF'),
  OUTLIER: 'It lies far from all the others.',
};

export function describePool(refused: PoolRefusal): string {
  return POOLS[refused];
}
