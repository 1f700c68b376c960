import { associated } from '../../../venues/solana/accounts.ts';
import { BONK, USDC, WIF } from '../../../venues/tokens/emulated-token.ts';
import * as do_ from '../tampering.ts';
import { STRANGER } from '../tampering.ts';
import { type Case } from './case.ts';

/** Cases whose instruction to Jupiter’s program is wrong. */
export const ROUTE: readonly Case[] = [
  {
    ...{ title: 'it swaps nothing', rules: ['SWAP_ROUTE'], among: true },
    tamper: (order) => do_.replaceRoute(order),
  },
  {
    ...{ title: 'it swaps twice', rules: ['SWAP_ROUTE'], among: true },
    tamper: (order) => do_.add(order, do_.routeOf(order)),
  },
  {
    ...{
      title: 'its route has the form that ends with its numbers',
      rules: ['SWAP_ROUTE'],
      among: true,
    },
    tamper: (order) =>
      do_.replaceRoute(order, {
        ...do_.routeOf(order),
        data: Buffer.from('e517cb977ae3ad2a', 'hex'),
      }),
  },
  {
    ...{ title: 'its route is cut', rules: ['SWAP_ROUTE'], among: true },
    tamper: (order) =>
      do_.replaceRoute(order, {
        ...do_.routeOf(order),
        data: do_.routeOf(order).data!.slice(0, 20),
      }),
  },
  {
    ...{ title: 'it pays to a stranger', rules: ['SWAP_WALLET', 'SIMULATED_OUTPUT'] },
    tamper: (order) => do_.reseat(order, 2, associated(STRANGER, BONK)),
  },
  {
    ...{ title: 'it pays elsewhere by the optional account', rules: ['SWAP_WALLET'] },
    tamper: (order) => do_.reseat(order, 7, associated(STRANGER, BONK)),
  },
  {
    ...{ title: 'it takes from another account', rules: ['SWAP_WALLET'], among: true },
    tamper: (order) => do_.reseat(order, 1, associated(STRANGER, USDC)),
  },
  {
    ...{ title: 'its input is another mint', rules: ['SWAP_MINTS'], among: true },
    tamper: (order) => do_.reseat(order, 3, WIF),
  },
  {
    ...{ title: 'its output is another mint', rules: ['SWAP_MINTS'], among: true },
    tamper: (order) => do_.reseat(order, 4, WIF),
  },
  {
    ...{ title: 'it takes more', rules: ['SWAP_AMOUNT', 'SIMULATED_INPUT'] },
    tamper: (order, swap) => do_.retell(order, swap, { inAmount: swap.inAmount + 1n }),
  },
  {
    ...{ title: 'it takes less', rules: ['SWAP_AMOUNT', 'SIMULATED_INPUT'] },
    tamper: (order, swap) => do_.retell(order, swap, { inAmount: swap.inAmount - 1n }),
  },
  {
    ...{ title: 'it promises less', rules: ['SWAP_FLOOR', 'SIMULATED_OUTPUT'] },
    tamper: (order, swap) =>
      do_.retell(order, swap, { quotedOutAmount: (swap.quotedOutAmount * 9n) / 10n }),
  },
  {
    ...{ title: 'it lets everything slip', rules: ['SWAP_FLOOR', 'SWAP_SLIPPAGE'] },
    tamper: (order, swap) => do_.retell(order, swap, { slippageBps: 10_000 }),
  },
  {
    ...{ title: 'it promises more, to let more slip', rules: ['SWAP_SLIPPAGE'] },
    tamper: (order, swap) =>
      do_.retell(order, swap, {
        slippageBps: 500,
        quotedOutAmount: (swap.quotedOutAmount * 11n) / 10n,
      }),
  },
];
