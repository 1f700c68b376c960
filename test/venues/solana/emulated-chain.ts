import { createHash } from 'node:crypto';
import {
  address,
  getAddressDecoder,
  getBase58Decoder,
  getCompiledTransactionMessageDecoder,
  getCompiledTransactionMessageEncoder,
  getTransactionDecoder,
  lamports,
  type Address,
  type EncodedAccount,
  type ReadonlyUint8Array,
  type Transaction,
} from '@solana/kit';
import { decodeMint } from '@solana-program/token';
import { FailedTransactionMetadata, LiteSVM } from 'litesvm';
import { SPL_TOKEN } from '../../../server/domain/swap/inspection/programs.ts';
import {
  associated,
  mintBytes,
  TABLE_PROGRAM,
  tableBytes,
  TOKEN_RENT,
  tokenBytes,
  type MintMade,
  type TokenMade,
} from './accounts.ts';
import { chainError, type ChainError } from './chain-errors.ts';
import { isSigned } from './wallet-file.ts';
import { expand, type Payout, type V0Message } from './jupiter-program.ts';

export const GENESIS = '5eykt4UsFv8P8NJdTREpY1vzqKqZKvdpKuc147dw2N9d';
/** The number of slots without a block before the chain's first block. */
const SKIPPED = 1_000n;
const VALID_BLOCKS = 150n;

/** A transaction in a block, with every account as it was before and after. */
export interface LandedTx {
  readonly signature: string;
  readonly height: bigint;
  readonly message: V0Message;
  readonly accounts: readonly Address[];
  readonly before: readonly (EncodedAccount | null)[];
  readonly after: readonly (EncodedAccount | null)[];
  readonly error: ChainError | null;
  readonly blockTime: number;
}

export interface Simulated {
  readonly error: ChainError | null;
  readonly after: ReadonlyMap<string, EncodedAccount | null>;
}

/**
 * A cluster with real programs inside litesvm, and blocks that a test makes. A blockhash lives for 150 blocks, a
 * transaction is final after `finalDepth`.
 */
export class EmulatedChain {
  readonly svm = new LiteSVM().withNativeMints().withSigverify(false).withBlockhashCheck(false);
  height = 10_000n;
  /** Blocks until a transaction is confirmed, and until it is final. */
  confirmDepth = 0n;
  finalDepth = 32n;
  /** What a route pays in the end, in raw units. */
  payout: Payout = (quoted) => quoted;
  now = () => Date.now();
  readonly landed = new Map<string, LandedTx>();
  readonly #hashes = new Map<string, bigint>();
  #ticking: NodeJS.Timeout | null = null;

  constructor() {
    this.svm.warpToSlot(SKIPPED);
    this.#seal();
  }

  get slot(): bigint {
    return this.height + SKIPPED;
  }

  slotOf(height: bigint): bigint {
    return height + SKIPPED;
  }

  /** Makes blocks, each with a blockhash of its own. */
  advance(blocks = 1): void {
    for (let made = 0; made < blocks; made += 1) {
      this.height += 1n;
      this.#seal();
    }
  }

  /** Makes a block every so many milliseconds, for a server that waits for blocks. */
  tick(ms: number): void {
    this.#ticking = setInterval(() => this.advance(), ms).unref();
  }

  close(): void {
    if (this.#ticking) clearInterval(this.#ticking);
  }

  get blockhash(): string {
    return hashOf(this.height);
  }

  /** The last height at which this blockhash is valid; null for one that no block has. */
  lastValidOf(blockhash: string): bigint | null {
    const made = this.#hashes.get(blockhash);
    return made === undefined ? null : made + VALID_BLOCKS;
  }

  mint(mint: string, made: MintMade, program = SPL_TOKEN): void {
    this.put(mint, program, 1_461_600n, mintBytes(made));
  }

  /** Gives an owner tokens, in their associated account. Wrapped SOL has its lamports too. */
  give(made: TokenMade, program = SPL_TOKEN): Address {
    const account = associated(made.owner, made.mint, program);
    const wrapped = made.mint.startsWith('So111') ? made.amount : 0n;
    this.put(account, program, TOKEN_RENT + wrapped, tokenBytes(made));
    return account;
  }

  fund(wallet: string, amount: bigint): void {
    this.put(wallet, '11111111111111111111111111111111', amount, new Uint8Array());
  }

  table(table: string, addresses: readonly string[], deactivatedAt?: bigint): void {
    this.put(table, TABLE_PROGRAM, 10_000_000n, tableBytes(addresses, deactivatedAt));
  }

  put(at: string, program: string, amount: bigint, data: ReadonlyUint8Array): void {
    this.svm.setAccount({
      ...{ address: address(at), programAddress: address(program), executable: false },
      ...{ lamports: lamports(amount), space: BigInt(data.length), data: Uint8Array.from(data) },
    });
  }

  account(at: string): EncodedAccount | null {
    const account = this.svm.getAccount(address(at));
    return account.exists && account.lamports > 0n ? account : null;
  }

  /** Simulates a transaction as it would run now. Its blockhash must be valid; its signatures do not matter. */
  simulate(wire: Uint8Array): Simulated {
    const { message } = this.#read(wire);
    const last = this.lastValidOf(message.lifetimeToken);
    if (last === null || last < this.height)
      return { error: 'BlockhashNotFound', after: new Map() };
    const { transaction, origin, slips } = this.#runnable(message, new Uint8Array(64));
    const result = this.svm.simulateTransaction(transaction);
    if (result instanceof FailedTransactionMetadata) {
      return { error: chainError(result, origin, slips), after: new Map() };
    }
    const after = result.postAccounts().map((each) => [each.address, gone(each)] as const);
    return { error: null, after: new Map(after) };
  }

  /** Puts a signed transaction into the next block; a string says why no block takes it. */
  land(wire: Uint8Array): LandedTx | ChainError {
    const { message, signature, bytes } = this.#read(wire);
    if (!signature.some((byte) => byte !== 0)) return 'SignatureFailure';
    if (!isSigned(bytes, signature, message.staticAccounts[0]!)) return 'SignatureFailure';
    const id = getBase58Decoder().decode(signature);
    if (this.landed.has(id)) return 'AlreadyProcessed';
    const last = this.lastValidOf(message.lifetimeToken);
    if (last === null || last < this.height) return 'BlockhashNotFound';
    const accounts = this.addressesOf(message);
    const before = accounts.map((each) => this.account(each));
    const { transaction, origin, slips } = this.#runnable(message, signature);
    const result = this.svm.sendTransaction(transaction);
    const failed = result instanceof FailedTransactionMetadata;
    const error = failed ? chainError(result, origin, slips) : null;
    if (typeof error === 'string') return error;
    this.advance();
    const landed: LandedTx = {
      ...{ signature: id, height: this.height, message, accounts, before, error },
      after: accounts.map((each) => this.account(each)),
      blockTime: Math.floor(this.now() / 1_000),
    };
    this.landed.set(id, landed);
    return landed;
  }

  /** Gives up the fork with a transaction: it is no longer in any block, and all that it did is undone. */
  vanish(signature: string): void {
    const landed = this.landed.get(signature);
    if (!landed) throw new Error('no such transaction has landed');
    this.landed.delete(signature);
    landed.accounts.forEach((at, index) => {
      const before = landed.before[index];
      if (before) this.svm.setAccount(before);
      else if (this.account(at))
        this.put(at, '11111111111111111111111111111111', 0n, new Uint8Array());
    });
  }

  /** A message's addresses in the order in which its indexes count them. */
  addressesOf(message: V0Message): readonly Address[] {
    const lookups = message.version === 0 ? (message.addressTableLookups ?? []) : [];
    const looked = (of: 'writableIndexes' | 'readonlyIndexes') =>
      lookups.flatMap((lookup) => {
        const table = this.account(lookup.lookupTableAddress)?.data.subarray(56);
        return lookup[of].map((at) =>
          getAddressDecoder().decode(table?.subarray(at * 32, at * 32 + 32) ?? new Uint8Array(32)),
        );
      });
    return [...message.staticAccounts, ...looked('writableIndexes'), ...looked('readonlyIndexes')];
  }

  #runnable(message: V0Message, signature: Uint8Array) {
    const accounts = this.addressesOf(message);
    const decimalsOf = (index: number) => {
      const mint = this.account(accounts[index]!);
      return mint ? decodeMint({ ...mint, data: mint.data.slice(0, 82) }).data.decimals : 0;
    };
    const { message: expanded, origin, slips } = expand(message, decimalsOf, this.payout);
    const messageBytes = getCompiledTransactionMessageEncoder().encode(expanded);
    const signatures = Object.fromEntries(
      message.staticAccounts
        .slice(0, message.header.numSignerAccounts)
        .map((signer, at) => [signer, at === 0 ? signature : new Uint8Array(64)]),
    );
    const transaction = { messageBytes, signatures } as unknown as Transaction;
    return { transaction, origin, slips };
  }

  #read(wire: Uint8Array) {
    const { messageBytes, signatures } = getTransactionDecoder().decode(wire);
    const message = getCompiledTransactionMessageDecoder().decode(messageBytes) as V0Message;
    const first = signatures[message.staticAccounts[0]!];
    const signature = Uint8Array.from(first ?? new Uint8Array(64));
    return { message, signature, bytes: Uint8Array.from(messageBytes) };
  }

  #seal(): void {
    this.#hashes.set(hashOf(this.height), this.height);
    this.#hashes.delete(hashOf(this.height - 2n * VALID_BLOCKS));
  }
}

function hashOf(height: bigint): string {
  return getAddressDecoder().decode(createHash('sha256').update(`block ${height}`).digest());
}

function gone(account: EncodedAccount): EncodedAccount | null {
  return account.lamports > 0n ? account : null;
}
