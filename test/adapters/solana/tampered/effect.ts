import { SPL_TOKEN } from '../../../../server/domain/swap/inspection/programs.ts';
import { associated, named } from '../../../venues/solana/accounts.ts';
import { rpcError } from '../../../venues/solana-rpc-emulator.ts';
import { BONK, USDC, WIF } from '../../../venues/tokens/emulated-token.ts';
import * as do_ from '../tampering.ts';
import { STRANGER } from '../tampering.ts';
import { GIVEN_AWAY, SALE, SOL_TERMS, type Case } from './case.ts';

/** Cases whose transaction does something wrong, whatever the order says. */
export const EFFECT: readonly Case[] = [
  {
    ...{ title: 'the price has moved away', rules: ['SIMULATION'] },
    then: ({ chain }) => void (chain.payout = (quoted) => quoted / 2n),
  },
  {
    ...{ title: 'the wallet does not have the input', rules: ['SIMULATION'] },
    then: ({ chain, wallet }) => void chain.give({ mint: USDC, owner: wallet.address, amount: 1n }),
  },
  {
    ...{ title: 'the program takes more of the input', rules: ['SIMULATED_INPUT'] },
    tamper: (order, swap) =>
      do_.call('hidden', do_.transfer(do_.inputOf(swap), associated(STRANGER, USDC), 1n))(
        order,
        swap,
      ),
  },
  {
    ...{ title: 'the program takes back of the output', rules: ['SIMULATED_OUTPUT'] },
    tamper: (order, swap) => {
      const taken = do_.transfer(
        do_.outputOf(swap),
        associated(STRANGER, BONK),
        swap.quotedOutAmount / 2n,
      );
      do_.call('hidden', taken)(order, swap);
    },
  },
  {
    ...{ title: 'the program takes another token', rules: ['SIMULATED_HOLDINGS'] },
    tamper: (order, swap) =>
      do_.call('hidden', do_.transfer(associated(swap.taker, WIF), associated(STRANGER, WIF), 1n))(
        order,
        swap,
      ),
  },
  {
    ...{ title: 'the program approves a stranger', rules: ['SIMULATED_HOLDINGS'] },
    tamper: (order, swap) => do_.call('hidden', do_.approve(do_.outputOf(swap)))(order, swap),
  },
  {
    ...{ title: 'the program gives an account away', rules: GIVEN_AWAY },
    tamper: (order, swap) =>
      do_.call('hidden', do_.setAuthority(associated(swap.taker, WIF), 2))(order, swap),
  },
  {
    ...{ title: 'the program lets a stranger close an account', rules: ['SIMULATED_HOLDINGS'] },
    tamper: (order, swap) =>
      do_.call('hidden', do_.setAuthority(do_.outputOf(swap), 3))(order, swap),
  },
  {
    ...{ title: 'the program takes SOL', rules: ['SIMULATED_SOL'] },
    tamper: do_.call('hidden', do_.paySystem(STRANGER, 1_000_000n)),
  },
  {
    ...{ title: 'the program takes SOL out of a purchase with SOL', terms: SOL_TERMS },
    rules: ['SIMULATED_INPUT', 'SIMULATED_SOL'],
    tamper: do_.call('hidden', do_.paySystem(STRANGER, 1_000_000n)),
  },
  {
    ...{ title: 'the program opens an account for a stranger', rules: ['SIMULATED_SOL'] },
    tamper: do_.call('hidden', do_.open(STRANGER, named('new mint'))),
  },
  {
    ...{ title: 'the program opens more accounts than two', rules: ['SIMULATED_RENT'] },
    tamper: (order, swap) =>
      do_.hide(
        ...([order, swap] as const),
        do_.open(swap.taker, named('new mint'))(swap),
        do_.open(swap.taker, named('newer mint'))(swap),
      ),
  },
  {
    ...{ title: 'too little SOL is left for exits', rules: ['SOL_RESERVE'] },
    then: ({ chain, wallet }) => chain.fund(wallet.address, 20_000_000n),
  },
  {
    ...{ title: 'it leaves what it bought wrapped', rules: ['WRAPPED_SOL'], terms: SALE },
    tamper: (order) => do_.drop(order, SPL_TOKEN, 9),
  },
  {
    ...{ title: 'its blockhash is none of this chain', rules: ['SIMULATION'] },
    tamper: (order) => void (order.blockhash = named('elsewhere')),
  },
  {
    ...{ title: 'the simulation is not answered', rules: ['SIMULATION'] },
    then: ({ rpc }) => rpc.fail('simulateTransaction', { status: 503 }),
  },
  {
    ...{ title: 'the RPC is behind', rules: ['SIMULATION'] },
    then: ({ rpc }) => rpc.fail('simulateTransaction', rpcError(-32016)),
  },
  {
    ...{ title: 'the RPC does not know the block height', rules: ['OFFER_VALIDITY'] },
    then: ({ rpc }) => rpc.fail('getBlockHeight', rpcError(-32005)),
  },
  {
    ...{
      title: 'the RPC is of another cluster',
      rules: ['OFFER_VALIDITY', 'SIMULATION'],
      among: true,
    },
    then: ({ rpc }) => void (rpc.genesis = named('devnet')),
  },
  {
    ...{ title: 'it has no floor', terms: { floor: 0n } },
    rules: ['OFFER_FLOOR', 'SWAP_FLOOR', 'SIMULATED_OUTPUT'],
  },
];
