import type { Mint } from '../../domain/ids.ts';
import { SOL_MINT, USDC_MINT, USDT_MINT } from '../../domain/token/mint.ts';

/**
 * The Pyth feed that prices each mint; a mint that is not here has none. No feed is found by a ticker: each
 * pair of mint and feed is in Drift's own list of markets (github drift-labs/protocol-v2,
 * sdk/src/constants/spotMarkets.ts; continued in velocity-exchange/protocol-v2). Only BONK's pair comes from
 * elsewhere: a list that quotes Hermes has its mint with this feed. A second list has each feed by name: a
 * copy of Pyth's list (github runefi/easy-agent, packages/agents/pyth-fetcher/src/ids.ts: BONK, SOL, USDC,
 * USDT), Solauto's (github haven-fi/solauto, solauto-sdk/src/constants/pythConstants.ts: SOL, USDC, JUP), or
 * public lists of feeds that agree with it (JTO, PYTH, WIF).
 */
export const PYTH_FEEDS: ReadonlyMap<Mint, string> = new Map([
  [SOL_MINT, 'ef0d8b6fda2ceba41da15d4095d1da392a0d2f8ed0c6c7bc0f4cfac8c280b56d'],
  [USDC_MINT, 'eaa020c61cc479712813461ce153894a96a6c00b21ed0cfc2798d1f9a9e9c94a'],
  [USDT_MINT, '2b89b9dc8fdf9f34709a5b106b472f0f39bb6ca9ce04b0fd7f2e971688e2e53b'],
  [
    'JUPyiwrYJFskUPiHa7hkeR8VUtAeFoSYbKedZNsDvCN',
    '0a0408d619e9380abad35060f9192039ed5042fa6f82301d0e48bb52be830996',
  ],
  [
    'DezXAZ8z7PnrnRJjz3wXBoRgixCa6xjnB7YaB1pPB263',
    '72b021217ca3fe68922a19aaf990109cb9d84e9ad004b4d2025ad6f529314419',
  ],
  [
    'EKpQGSJtjMFqKZ9KQanSqYXRcF8fBopzLHYxdM65zcjm',
    '4ca4beeca86f0d164160323817a4e42b10010a724c2217c6ee41b54cd4cc61fc',
  ],
  [
    'HZ1JovNiVvGrGNiiYvEozEVgZ58xaU3RKwX8eACQBCt3',
    '0bbf28e9a841a1cc788f6a361b17ca072d0ea3098a1e5df1c3922d06719579ff',
  ],
  [
    'jtojtomepa8beP8AuQc6eXt5FriJwfFMwQx2v2f9mCL',
    'b43660a5f790c69354b0729a5ef9d50d68f1df92107540210b9cccba1f947cc2',
  ],
]);
