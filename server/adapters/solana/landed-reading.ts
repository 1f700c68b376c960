import type { LandedTransaction, TokenChange } from '../../domain/swap/landed-transaction.ts';
import { chainUnknown } from './rpc-host.ts';
import type { WireTransaction } from './rpc-schema.ts';

/** @throws {ChainUnknown} CONTRADICTS when its figures do not add up, or it is another transaction. */
export function readLanded(signature: string, wire: WireTransaction): LandedTransaction {
  const { transaction, meta } = wire;
  const { writable = [], readonly = [] } = meta.loadedAddresses ?? {};
  const addresses = [...transaction.message.accountKeys, ...writable, ...readonly];
  const contradicts = (what: string) => chainUnknown('CONTRADICTS', `a transaction ${what}`);
  const { preBalances, postBalances, fee } = meta;
  if (transaction.signatures[0] !== signature)
    throw contradicts('is another one than was asked for');
  if (preBalances.length !== addresses.length || postBalances.length !== addresses.length) {
    throw contradicts('has more or fewer balances than accounts');
  }
  if (total(preBalances) - total(postBalances) !== fee) {
    throw contradicts('loses more or less lamports than its fee');
  }
  const tokens = tokenChanges(meta, (index) => {
    const account = addresses[index];
    if (account === undefined)
      throw contradicts('has a balance of an account that it does not name');
    return account;
  });
  const error = errorOf(meta.err);
  return {
    ...{ signature, slot: wire.slot, fee, feePayer: addresses[0]!, tokens },
    blockTime: typeof wire.blockTime === 'number' ? new Date(wire.blockTime * 1_000) : null,
    ...{ error, errorCode: codeOf(meta.err) },
    lamports: addresses.map((address, at) => ({
      ...{ address, before: preBalances[at]!, after: postBalances[at]! },
    })),
  };
}

/** An error of the chain as JSON; null: none. */
export function errorOf(error: unknown): string | null {
  return error === null || error === undefined ? null : JSON.stringify(error);
}

/** The code of a program's error: 6001 in `{"InstructionError":[2,{"Custom":6001}]}`. */
function codeOf(error: unknown): number | null {
  const [, inner] =
    (error as { InstructionError?: [number, unknown] } | null)?.InstructionError ?? [];
  const code = (inner as { Custom?: unknown } | undefined)?.Custom;
  return typeof code === 'number' ? code : null;
}

function tokenChanges(
  { preTokenBalances, postTokenBalances }: WireTransaction['meta'],
  addressOf: (index: number) => string,
): readonly TokenChange[] {
  const changes = new Map<string, TokenChange>();
  const note = (side: 'before' | 'after', balances: typeof preTokenBalances) => {
    for (const { accountIndex, mint, owner, uiTokenAmount } of balances ?? []) {
      const account = addressOf(accountIndex);
      const key = `${account} ${mint} ${owner}`;
      const known = changes.get(key) ?? { account, mint, owner, before: 0n, after: 0n };
      changes.set(key, { ...known, [side]: uiTokenAmount.amount });
    }
  };
  note('before', preTokenBalances);
  note('after', postTokenBalances);
  return [...changes.values()];
}

function total(amounts: readonly bigint[]): bigint {
  return amounts.reduce((sum, amount) => sum + amount, 0n);
}
