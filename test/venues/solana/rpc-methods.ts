import { getBase58Decoder, type EncodedAccount } from '@solana/kit';
import { decodeToken } from '@solana-program/token';
import { SPL_TOKEN, TOKEN_2022 } from '../../../server/domain/swap/inspection/programs.ts';
import type { EmulatedChain, LandedTx } from './emulated-chain.ts';

/** What an RPC says of a chain, and how it may be wrong. */
export interface RpcView {
  readonly chain: EmulatedChain;
  genesis: string;
  /** The number of blocks by which the RPC is behind. */
  behind: bigint;
  /** Whether the RPC has a history beyond the last 150 blocks. */
  history: boolean;
  /** Signatures whose status the RPC denies, though it has the transaction. */
  readonly denied: Set<string>;
}

/** An error of JSON-RPC. */
export class RpcRefusal extends Error {
  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message);
  }
}

type Config = {
  readonly commitment?: string;
  readonly minContextSlot?: number;
  readonly programId?: string;
  readonly searchTransactionHistory?: boolean;
  readonly accounts?: { readonly addresses: readonly string[] };
};
type Method = (view: RpcView, params: readonly unknown[]) => unknown;

const RECENT = 150n;

export const METHODS: Readonly<Record<string, Method>> = {
  getGenesisHash: ({ genesis }) => genesis,
  getHealth: () => 'ok',
  getVersion: () => ({ 'solana-core': '3.0.0', 'feature-set': 1 }),
  getSlot: (view, [config]) => Number(slotAt(view, config)),
  getBlockHeight: (view, [config]) => Number(heightAt(view, config)),
  getEpochInfo: (view, [config]) => ({
    ...{ absoluteSlot: Number(slotAt(view, config)), blockHeight: Number(heightAt(view, config)) },
    ...{ epoch: 1, slotIndex: 1, slotsInEpoch: 432_000, transactionCount: 1 },
  }),
  getLatestBlockhash: (view, [config]) => {
    const { blockhash } = view.chain;
    const lastValidBlockHeight = Number(view.chain.lastValidOf(blockhash));
    return inContext(view, config, { blockhash, lastValidBlockHeight });
  },
  isBlockhashValid: (view, [blockhash, config]) => {
    const last = view.chain.lastValidOf(String(blockhash));
    return inContext(view, config, last !== null && last >= heightAt(view, config));
  },
  getBalance: (view, [at, config]) =>
    inContext(view, config, Number(view.chain.account(String(at))?.lamports ?? 0n)),
  getAccountInfo: (view, [at, config]) =>
    inContext(view, config, accountJson(view.chain.account(String(at)))),
  getMultipleAccounts: (view, [list, config]) => {
    const addresses = list as readonly string[];
    if (addresses.length > 100) throw new RpcRefusal(-32602, 'Too many inputs provided; max 100');
    const accounts = addresses.map((at) => accountJson(view.chain.account(at)));
    return inContext(view, config, accounts);
  },
  getTokenAccountsByOwner: (view, [owner, filter, config]) => {
    const { programId, mint } = filter as { programId?: string; mint?: string };
    const programs = programId === undefined ? [SPL_TOKEN, TOKEN_2022] : [programId];
    if (mint !== undefined && !view.chain.account(mint))
      throw new RpcRefusal(-32602, 'Invalid param: could not find mint');
    const held = programs
      .flatMap((program) =>
        view.chain.svm.getProgramAccounts(program as EncodedAccount['programAddress']),
      )
      .filter(({ data }) => data.length >= 165 && (data.length === 165 || data[165] === 2))
      .filter((account) => tokenIn(account)?.owner === owner)
      .filter((account) => mint === undefined || tokenIn(account)?.mint === mint);
    return inContext(
      view,
      config,
      held.map((account) => ({ pubkey: account.address, account: accountJson(account) })),
    );
  },
  getSignatureStatuses: (view, [list, config]) => {
    const search = (config as Config | undefined)?.searchTransactionHistory === true;
    const statuses = (list as readonly string[]).map((signature) => {
      const found = seen(view, signature, 'processed');
      if (!found || view.denied.has(signature)) return null;
      const old = found.height + RECENT < tip(view);
      return old && !(search && view.history) ? null : statusJson(view, found);
    });
    return inContext(view, { commitment: 'processed' }, statuses);
  },
  getTransaction: (view, [signature, config]) => {
    const { commitment = 'finalized' } = (config ?? {}) as Config;
    const found = seen(view, String(signature), commitment);
    return found ? transactionJson(view, found) : null;
  },
  simulateTransaction: (view, [wire, config]) => {
    const { error, after } = view.chain.simulate(Buffer.from(String(wire), 'base64'));
    const addresses = (config as Config).accounts?.addresses ?? [];
    const accounts = addresses.map((at) =>
      accountJson(after.has(at) ? after.get(at)! : view.chain.account(at)),
    );
    const value = { err: error, logs: [], unitsConsumed: 1, accounts: error ? null : accounts };
    return inContext(view, config, value);
  },
  sendTransaction: (view, [wire]) => {
    const result = view.chain.land(Buffer.from(String(wire), 'base64'));
    if (typeof result === 'object' && 'signature' in result) return result.signature;
    throw new RpcRefusal(-32002, `Transaction simulation failed: ${JSON.stringify(result)}`);
  },
};

function tip({ chain, behind }: RpcView): bigint {
  return chain.height - behind;
}

function heightAt(view: RpcView, config: unknown): bigint {
  const { commitment = 'finalized' } = (config ?? {}) as Config;
  const { confirmDepth, finalDepth } = view.chain;
  const depth = { processed: 0n, confirmed: confirmDepth }[commitment] ?? finalDepth;
  return tip(view) - depth;
}

function slotAt(view: RpcView, config: unknown): bigint {
  const slot = view.chain.slotOf(heightAt(view, config));
  const { minContextSlot = 0 } = (config ?? {}) as Config;
  if (slot < BigInt(minContextSlot)) {
    throw new RpcRefusal(-32016, 'Minimum context slot has not been reached');
  }
  return slot;
}

function inContext(view: RpcView, config: unknown, value: unknown) {
  return { context: { slot: Number(slotAt(view, config)), apiVersion: '3.0.0' }, value };
}

function seen(view: RpcView, signature: string, commitment: string): LandedTx | null {
  const landed = view.chain.landed.get(signature);
  return landed && landed.height <= heightAt(view, { commitment }) ? landed : null;
}

function statusJson(view: RpcView, { height, error }: LandedTx) {
  const reached = (commitment: string) => height <= heightAt(view, { commitment });
  const names = ['finalized', 'confirmed'].filter(reached);
  return {
    ...{ slot: Number(view.chain.slotOf(height)), confirmations: null, err: error },
    ...{ status: error ? { Err: error } : { Ok: null } },
    confirmationStatus: names[0] ?? 'processed',
  };
}

function accountJson(account: EncodedAccount | null) {
  if (!account) return null;
  return {
    ...{ lamports: Number(account.lamports), owner: account.programAddress, executable: false },
    ...{ rentEpoch: 0, space: account.data.length },
    data: [Buffer.from(account.data).toString('base64'), 'base64'],
  };
}

function tokenIn(account: EncodedAccount) {
  return decodeToken({ ...account, data: account.data.slice(0, 165) }).data;
}

function transactionJson(view: RpcView, landed: LandedTx) {
  const { message, accounts, before, after, signature } = landed;
  const lamportsOf = (states: LandedTx['before']) =>
    states.map((state) => Number(state?.lamports ?? 0n));
  const [pre, post] = [lamportsOf(before), lamportsOf(after)];
  const fixed = message.staticAccounts.length;
  const writable = message.version === 0 ? (message.addressTableLookups ?? []) : [];
  const written = writable.reduce((sum, { writableIndexes }) => sum + writableIndexes.length, 0);
  return {
    ...{ slot: Number(view.chain.slotOf(landed.height)), blockTime: landed.blockTime },
    version: message.version,
    transaction: {
      signatures: [signature],
      message: {
        ...{ accountKeys: message.staticAccounts, header: message.header },
        recentBlockhash: message.lifetimeToken,
        instructions: message.instructions.map((each) => ({
          ...{ programIdIndex: each.programAddressIndex, accounts: each.accountIndices ?? [] },
          data: getBase58Decoder().decode(Uint8Array.from(each.data ?? [])),
        })),
      },
    },
    meta: {
      ...{ err: landed.error, fee: sum(pre) - sum(post), preBalances: pre, postBalances: post },
      preTokenBalances: balancesOf(before),
      postTokenBalances: balancesOf(after),
      loadedAddresses: {
        writable: accounts.slice(fixed, fixed + written),
        readonly: accounts.slice(fixed + written),
      },
      ...{ logMessages: [], innerInstructions: [] },
    },
  };
}

function balancesOf(states: LandedTx['before']) {
  return states.flatMap((state, accountIndex) => {
    if (!state || state.data.length < 165 || !state.programAddress.startsWith('Token')) return [];
    const { mint, owner, amount } = tokenIn(state);
    const uiTokenAmount = { amount: String(amount), decimals: 0, uiAmountString: String(amount) };
    return [{ accountIndex, mint, owner, programId: state.programAddress, uiTokenAmount }];
  });
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
