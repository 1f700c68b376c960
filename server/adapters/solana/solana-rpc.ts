import type { z } from 'zod';
import type { LandedTransaction } from '../../domain/swap/landed-transaction.ts';
import { SPL_TOKEN, TOKEN_2022 } from '../../domain/swap/inspection/programs.ts';
import type { MintAccount } from '../../domain/token/mint-account.ts';
import type {
  ChainTip,
  Commitment,
  LatestBlockhash,
  SignatureStatuses,
  SolanaChain,
  WalletHoldings,
} from '../../ports/solana-chain.ts';
import type { TokenUrgency } from '../../ports/token-market.ts';
import { HoldingsReader } from './holdings-reader.ts';
import { errorOf, readLanded } from './landed-reading.ts';
import { readMint } from './mint-decoding.ts';
import { chainUnknown, type RpcHost } from './rpc-host.ts';
import * as wire from './rpc-schema.ts';
import { SlotWatch } from './slot-watch.ts';

/** Genesis hash of mainnet-beta. */
export const MAINNET = '5eykt4UsFv8P8NJdTREpY1vzqKqZKvdpKuc147dw2N9d';
/** How long a checked cluster is trusted: the address may move to another cluster while the server runs. */
const CLUSTER_KNOWN_MS = 600_000;

export interface SimulationAsked {
  /** Base64 of a transaction; its signatures are not checked. */
  readonly transaction: string;
  /** Accounts whose state after the run is returned. */
  readonly addresses: readonly string[];
}

/** Our own RPC. `genesis`: hash of the cluster that it must belong to; only tests name another. */
export class SolanaRpc implements SolanaChain {
  readonly #slots = new SlotWatch();
  readonly #holdings: HoldingsReader;
  #knownUntil = -Infinity;

  constructor(
    private readonly host: RpcHost,
    private readonly genesis = MAINNET,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.#holdings = new HoldingsReader((...asked) => this.#inContext(...asked));
  }

  async checkCluster(urgency: TokenUrgency = 'ENTRY'): Promise<void> {
    const genesis = this.#read(
      wire.genesisReply,
      await this.host.call('getGenesisHash', [], urgency),
      'getGenesisHash',
    );
    if (genesis !== this.genesis) {
      this.#knownUntil = -Infinity;
      this.#slots.forget();
      throw chainUnknown('OTHER_CLUSTER', 'is of another cluster than the one expected');
    }
    this.#knownUntil = this.now() + CLUSTER_KNOWN_MS;
  }

  async latestBlockhash(
    commitment: Commitment,
    urgency: TokenUrgency = 'ENTRY',
  ): Promise<LatestBlockhash> {
    const config = { commitment, ...this.#slots.bound(commitment) };
    const asked = ['getLatestBlockhash', [config], wire.blockhashReply, commitment] as const;
    const { slot, value } = await this.#inContext(...asked, urgency);
    return { ...value, slot };
  }

  /** `atSlot`: the answer must not be older than this slot. */
  async blockHeight(
    commitment: Commitment,
    urgency: TokenUrgency = 'ENTRY',
    atSlot = 0n,
  ): Promise<bigint> {
    const bound = atSlot > 0n ? { minContextSlot: Number(atSlot) } : this.#slots.bound(commitment);
    const config = { commitment, ...bound };
    const reply = await this.#call('getBlockHeight', [config], wire.heightReply, urgency);
    return this.#slots.noteHeight(commitment, reply);
  }

  async tip(commitment: Commitment, urgency: TokenUrgency = 'ENTRY'): Promise<ChainTip> {
    const config = { commitment, ...this.#slots.bound(commitment) };
    const reply = await this.#call('getEpochInfo', [config], wire.tipReply, urgency);
    const { absoluteSlot: slot, blockHeight } = reply;
    if (blockHeight > slot) throw chainUnknown('CONTRADICTS', 'has more blocks than slots');
    this.#slots.noteHeight(commitment, blockHeight);
    return { slot: this.#slots.note(commitment, slot), blockHeight };
  }

  async isBlockhashValid(
    blockhash: string,
    commitment: Commitment,
    urgency: TokenUrgency = 'ENTRY',
  ): Promise<boolean> {
    const config = { commitment, ...this.#slots.bound(commitment) };
    const asked = ['isBlockhashValid', [blockhash, config], wire.validityReply] as const;
    return (await this.#inContext(...asked, commitment, urgency)).value;
  }

  async signatureStatuses(
    signatures: readonly string[],
    urgency: TokenUrgency = 'ENTRY',
  ): Promise<SignatureStatuses> {
    const params = [signatures, { searchTransactionHistory: true }];
    const asked = ['getSignatureStatuses', params, wire.statusesReply, 'signatures'] as const;
    const { slot, value } = await this.#inContext(...asked, urgency);
    if (value.length !== signatures.length) {
      throw chainUnknown('CONTRADICTS', 'answers about more or fewer signatures than asked');
    }
    const statuses = value.map((status) => {
      if (!status) return null;
      if (status.slot > slot) throw chainUnknown('CONTRADICTS', 'knows of a slot beyond its own');
      const { err, confirmationStatus: commitment } = status;
      return { slot: status.slot, error: errorOf(err), commitment };
    });
    return { slot, statuses };
  }

  async landed(
    signature: string,
    commitment: Exclude<Commitment, 'processed'>,
    urgency: TokenUrgency = 'ENTRY',
  ): Promise<LandedTransaction | null> {
    const config = { encoding: 'json', commitment, maxSupportedTransactionVersion: 0 };
    const params = [signature, config];
    const reply = await this.#call('getTransaction', params, wire.transactionReply, urgency);
    return reply && readLanded(signature, reply);
  }

  holdings(owner: string, atSlot = 0n, urgency: TokenUrgency = 'MARK'): Promise<WalletHoldings> {
    const programs = [SPL_TOKEN, TOKEN_2022].map((programId) => ({ programId }));
    return this.#holdings.of(owner, atSlot, urgency, programs);
  }

  held(
    owner: string,
    mints: readonly string[],
    atSlot = 0n,
    urgency: TokenUrgency = 'MARK',
  ): Promise<WalletHoldings> {
    const filters = mints.map((mint) => ({ mint }));
    return this.#holdings.of(owner, atSlot, urgency, filters);
  }

  async balance(address: string, urgency: TokenUrgency = 'ENTRY'): Promise<bigint> {
    const config = { commitment: 'confirmed', ...this.#slots.bound('confirmed') };
    const asked = ['getBalance', [address, config], wire.balanceReply, 'confirmed'] as const;
    return (await this.#inContext(...asked, urgency)).value;
  }

  async mint(mint: string, urgency: TokenUrgency = 'ENTRY'): Promise<MintAccount | null> {
    const { slot, accounts } = await this.accounts([mint], urgency);
    return accounts[0] ? readMint(mint, accounts[0], slot) : null;
  }

  /** Accounts in the order asked, 100 at most; null where none exists. @throws {ChainUnknown} */
  async accounts(
    addresses: readonly string[],
    urgency: TokenUrgency = 'ENTRY',
    commitment: Commitment = 'confirmed',
  ): Promise<{ slot: bigint; accounts: readonly (wire.WireAccount | null)[] }> {
    const config = { encoding: 'base64', commitment, ...this.#slots.bound(commitment) };
    const asked = ['getMultipleAccounts', [addresses, config], wire.accountsReply] as const;
    const { slot, value } = await this.#inContext(...asked, commitment, urgency);
    if (value.length !== addresses.length) {
      throw chainUnknown('CONTRADICTS', 'answers about more or fewer accounts than asked');
    }
    return { slot, accounts: value };
  }

  /**
   * Runs a transaction as the newest block would, without checking its signatures. It keeps its own
   * blockhash: one that our RPC does not know fails. @throws {ChainUnknown}
   */
  async simulate({ transaction, addresses }: SimulationAsked, urgency: TokenUrgency = 'ENTRY') {
    const config = {
      ...{ encoding: 'base64', commitment: 'processed', ...this.#slots.bound('processed') },
      ...{ sigVerify: false, replaceRecentBlockhash: false },
      accounts: { encoding: 'base64', addresses },
    };
    const asked = ['simulateTransaction', [transaction, config], wire.simulationReply] as const;
    const { slot, value } = await this.#inContext(...asked, 'processed', urgency);
    const error = errorOf(value.err);
    const accounts = value.accounts ?? [];
    if (error === null && accounts.length !== addresses.length) {
      throw chainUnknown('CONTRADICTS', 'simulates without the accounts that were asked for');
    }
    return { slot, error, accounts };
  }

  async #inContext<T>(
    method: string,
    params: readonly unknown[],
    shape: z.ZodType<{ context: { slot: bigint }; value: T }>,
    source: Commitment | 'signatures',
    urgency: TokenUrgency,
  ): Promise<{ slot: bigint; value: T }> {
    const { context, value } = await this.#call(method, params, shape, urgency);
    return { slot: this.#slots.note(source, context.slot), value };
  }

  async #call<T>(
    method: string,
    params: readonly unknown[],
    shape: z.ZodType<T>,
    urgency: TokenUrgency,
  ): Promise<T> {
    if (this.now() >= this.#knownUntil) await this.checkCluster(urgency);
    return this.#read(shape, await this.host.call(method, params, urgency), method);
  }

  #read<T>(shape: z.ZodType<T>, result: unknown, method: string): T {
    const read = shape.safeParse(result);
    if (read.success) return read.data;
    throw chainUnknown('UNREADABLE', `answers ${method} with something else`);
  }
}
