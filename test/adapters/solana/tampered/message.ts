import {
  COMPUTE_BUDGET,
  SPL_TOKEN,
  SYSTEM_PROGRAM as SYSTEM,
} from '../../../../server/domain/swap/inspection/programs.ts';
import { associated, named } from '../../../venues/solana/accounts.ts';
import {
  bytes,
  instruction,
  openAccount,
  paySol,
} from '../../../venues/solana/order-transaction.ts';
import { BONK, SOL, USDC, WIF } from '../../../venues/tokens/emulated-token.ts';
import * as do_ from '../tampering.ts';
import { STRANGER } from '../tampering.ts';
import { GIVEN_AWAY, SALE, SOL_TERMS, type Case } from './case.ts';

const MEMO = 'MemoSq4gqABAXKb96qnH8TysNcWxMyWCqXgDLGmfcHr';
const TABLE = named('table');

/** Cases whose transaction has something in addition to the swap. */
export const MESSAGE: readonly Case[] = [
  {
    title: 'a maker has to sign too',
    rules: ['SOLE_SIGNER'],
    tamper: (order) =>
      do_.add(order, instruction(COMPUTE_BUDGET, [[STRANGER, 's']], bytes([8, 1], [32, 65_536]))),
  },
  {
    ...{ title: 'somebody else pays the fee', rules: ['SOLE_SIGNER', 'FEE_PAYER'], among: true },
    tamper: (order) => void (order.payer = STRANGER),
  },
  {
    ...{ title: 'its table is unknown', rules: ['LOOKUP_TABLES', 'SIMULATION'], among: true },
    then: ({ chain }) => chain.put(TABLE, SYSTEM, 0n, new Uint8Array()),
  },
  {
    ...{ title: 'its table is on its way out', rules: ['LOOKUP_TABLES'], among: true },
    then: ({ chain }) => chain.table(TABLE, [STRANGER, STRANGER, STRANGER, USDC, BONK], 10n),
  },
  {
    ...{ title: 'its table ends too soon', rules: ['LOOKUP_TABLES', 'SIMULATION'], among: true },
    then: ({ chain }) => chain.table(TABLE, [STRANGER]),
  },
  {
    ...{ title: 'it calls a program that is not on the list', rules: ['PROGRAMS', 'INSTRUCTIONS'] },
    tamper: (order) => do_.add(order, instruction(MEMO, [], Buffer.from('hello'))),
  },
  {
    ...{ title: 'it never expires, by a nonce', rules: ['NONCE'], among: true },
    tamper: (order, { taker }) =>
      void order.instructions.unshift(
        instruction(
          SYSTEM,
          [
            [STRANGER, 'w'],
            [named('hashes'), ''],
            [taker, 's'],
          ],
          bytes([32, 4]),
        ),
      ),
  },
  {
    ...{ title: 'it tips a stranger', rules: ['SOL_TRANSFERS', 'SIMULATED_SOL'] },
    tamper: do_.call('shown', do_.paySystem(STRANGER, 1_000_000n)),
  },
  {
    ...{ title: 'it wraps more SOL than agreed', rules: ['SOL_TRANSFERS'], terms: SOL_TERMS },
    tamper: (order, { taker }) =>
      void order.instructions.splice(3, 0, paySol(taker, associated(taker, SOL), 5n)),
  },
  {
    ...{ title: 'it transfers tokens', rules: ['TOKEN_TRANSFERS', 'SIMULATED_INPUT'] },
    tamper: (order, swap) =>
      do_.call('shown', do_.transfer(do_.inputOf(swap), associated(STRANGER, USDC), 1n))(
        order,
        swap,
      ),
  },
  {
    ...{ title: 'it burns tokens', rules: ['TOKEN_TRANSFERS', 'SIMULATED_HOLDINGS'] },
    tamper: (order, swap) =>
      do_.call('shown', do_.burn(associated(swap.taker, WIF), WIF, 1n))(order, swap),
  },
  {
    ...{ title: 'it approves a stranger', rules: ['APPROVALS', 'SIMULATED_HOLDINGS'] },
    tamper: (order, swap) => do_.call('shown', do_.approve(do_.inputOf(swap)))(order, swap),
  },
  {
    ...{ title: 'it gives an account away', rules: ['AUTHORITIES', ...GIVEN_AWAY] },
    tamper: (order, swap) =>
      do_.call('shown', do_.setAuthority(associated(swap.taker, WIF), 2))(order, swap),
  },
  {
    ...{
      title: 'it lets a stranger close an account',
      rules: ['AUTHORITIES', 'SIMULATED_HOLDINGS'],
    },
    tamper: (order, swap) => do_.call('shown', do_.setAuthority(do_.inputOf(swap), 3))(order, swap),
  },
  {
    ...{ title: 'it gives the wallet itself to a program', rules: ['AUTHORITIES'], among: true },
    tamper: do_.call('shown', do_.assign),
  },
  {
    ...{ title: 'it unwraps to a stranger', rules: ['CLOSED_ACCOUNTS'], among: true, terms: SALE },
    tamper: (order, swap) => {
      do_.drop(order, SPL_TOKEN, 9);
      do_.call('shown', do_.close(do_.outputOf(swap), STRANGER))(order, swap);
    },
  },
  {
    ...{
      title: 'it closes another account of ours',
      rules: ['CLOSED_ACCOUNTS', 'SIMULATED_HOLDINGS'],
    },
    tamper: (order, swap) =>
      do_.call('shown', do_.close(associated(swap.taker, named('empty mint')), swap.taker))(
        order,
        swap,
      ),
  },
  {
    ...{ title: 'it opens an account for a stranger', rules: ['OPENED_ACCOUNTS', 'SIMULATED_SOL'] },
    tamper: do_.call('shown', do_.open(STRANGER, named('new mint'))),
  },
  {
    ...{ title: 'it opens an account of another mint', rules: ['OPENED_ACCOUNTS'] },
    tamper: (order, { taker }) =>
      do_.add(order, openAccount(taker, taker, named('new mint'), SPL_TOKEN)),
  },
  {
    ...{ title: 'it opens three accounts', rules: ['OPENED_ACCOUNTS'] },
    tamper: (order, { taker }) => {
      for (const mint of [USDC, BONK]) do_.add(order, openAccount(taker, taker, mint, SPL_TOKEN));
    },
  },
  {
    ...{ title: 'it makes an account by a seed', rules: ['CREATED_ACCOUNTS'], among: true },
    tamper: (order, { taker }) =>
      do_.add(
        order,
        instruction(
          SYSTEM,
          [
            [taker, 'ws'],
            [STRANGER, 'w'],
          ],
          bytes([32, 3]),
        ),
      ),
  },
  {
    ...{ title: 'its priority fee is too high', rules: ['NETWORK_FEE'] },
    tamper: (order) =>
      void order.instructions.splice(
        1,
        1,
        instruction(COMPUTE_BUDGET, [], bytes([8, 3], [64, 25_000_000])),
      ),
  },
  {
    ...{
      title: 'its fee is too high without a limit of units',
      rules: ['NETWORK_FEE'],
      among: true,
    },
    tamper: (order) =>
      void order.instructions.splice(
        0,
        2,
        instruction(COMPUTE_BUDGET, [], bytes([8, 3], [64, 13_000_000])),
      ),
  },
  {
    ...{ title: 'it revokes, which no swap needs', rules: ['INSTRUCTIONS'] },
    tamper: (order, swap) => do_.call('shown', do_.revoke(do_.inputOf(swap)))(order, swap),
  },
  {
    ...{ title: 'it hides instructions in a batch', rules: ['INSTRUCTIONS'], among: true },
    tamper: (order) => do_.add(order, instruction(SPL_TOKEN, [], bytes([8, 255]))),
  },
];
