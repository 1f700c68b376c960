import { address, getAddressDecoder, getBase64Decoder } from '@solana/kit';
import { findAssociatedTokenPda } from '@solana-program/token';
import type {
  OwnAccounts,
  Simulation,
  SwapEvidence,
} from '../../domain/swap/inspection/evidence.ts';
import { inspectSwap } from '../../domain/swap/inspection/inspect-swap.ts';
import { VALID_BLOCKS } from '../../domain/swap/inspection/offer-rules.ts';
import { SPL_TOKEN, TOKEN_2022 } from '../../domain/swap/inspection/programs.ts';
import { SOL_MINT } from '../../domain/token/mint.ts';
import type { Clock } from '../../ports/clock.ts';
import { ChainUnknown } from '../../ports/solana-chain.ts';
import type { Inspection, SwapInspector, SwapTerms } from '../../ports/swap-inspection.ts';
import type { SwapOffer } from '../../ports/swap-orders.ts';
import type { TokenUrgency } from '../../ports/token-market.ts';
import { lookOf, tableOf } from './account-decoding.ts';
import { Inspected } from './inspected.ts';
import type { SolanaRpc } from './solana-rpc.ts';
import {
  readTransaction,
  resolveMessage,
  tablesIn,
  type CompiledMessage,
  type ReadTransaction,
  type Tables,
} from './transaction-reading.ts';

const ADDRESS_BYTES = 32;
/** The most accounts in one request. */
const MOST_ACCOUNTS = 100;

/** `slot`: the slot of the block that it was simulated in; 0 when it was not simulated. */
type Simulated = Pick<SwapEvidence, 'simulation' | 'unsimulated'> & { readonly slot: bigint };
type Found = Omit<SwapEvidence, 'terms' | 'offer' | 'now'>;

/** Reads by our own RPC what an order’s transaction says and does, and lets the rules judge it. */
export class ChainInspector implements SwapInspector {
  constructor(
    private readonly rpc: SolanaRpc,
    private readonly clock: Clock,
  ) {}

  async inspect(terms: SwapTerms, offer: SwapOffer): Promise<Inspection> {
    const transaction = readTransaction(offer.transaction);
    const found = await this.#find(terms, transaction);
    const evidence = { ...found, terms, offer, now: this.clock.now() };
    const { checks, facts } = inspectSwap(evidence);
    const { message, blockHeight } = evidence;
    if (!facts || !transaction || !message || blockHeight === null) return { swap: null, checks };
    const ours = blockHeight + VALID_BLOCKS;
    const theirs = offer.lastValidBlockHeight ?? ours;
    const swap = new Inspected({
      ...{ terms, facts, bytes: transaction.bytes, requestId: offer.requestId },
      ...{ blockhash: message.blockhash, inspectedAt: evidence.now },
      lastValidBlockHeight: ours > theirs ? ours : theirs,
    });
    return { swap, checks };
  }

  async #find(terms: SwapTerms, transaction: ReadTransaction | null): Promise<Found> {
    const urgency = terms.purpose;
    const [own, tables] = await Promise.all([
      this.#own(terms, urgency),
      transaction ? this.#tables(transaction.message, urgency) : new Map<string, null>(),
    ]);
    const resolved = transaction && resolveMessage(transaction.message, tables);
    const { slot, ...simulated } = await this.#simulate(transaction, resolved, urgency);
    // Read after the simulation: its blockhash is then no younger than this height.
    const height = await known(this.rpc.blockHeight('processed', urgency, slot));
    const blockHeight = 'value' in height ? height.value : null;
    return { own, message: resolved?.read ?? null, blockHeight, ...simulated };
  }

  /** The wallet's token accounts. The program that owns each mint on chain decides their addresses. */
  async #own(terms: SwapTerms, urgency: TokenUrgency): Promise<OwnAccounts> {
    const mints = [terms.inputMint, terms.outputMint];
    const read = await known(this.rpc.accounts(mints, urgency));
    const accountFor = async (at: number): Promise<string | null> => {
      const program = 'value' in read ? read.value.accounts[at]?.owner : undefined;
      if (program !== SPL_TOKEN && program !== TOKEN_2022) return null;
      return ownAccount(terms.wallet, mints[at]!, program);
    };
    const [input, output, wrapped] = await Promise.all([
      accountFor(0),
      accountFor(1),
      ownAccount(terms.wallet, SOL_MINT, SPL_TOKEN),
    ]);
    return { input, output, wrapped };
  }

  async #tables(message: CompiledMessage, urgency: TokenUrgency): Promise<Tables> {
    const named = tablesIn(message);
    if (named.length === 0) return new Map();
    const read = await known(this.rpc.accounts(named, urgency));
    return new Map(
      named.map((table, at) => {
        const account = 'value' in read ? read.value.accounts[at] : null;
        const bytes = account ? tableOf(account) : null;
        return [table, bytes && addressesIn(bytes)];
      }),
    );
  }

  async #simulate(
    transaction: ReadTransaction | null,
    resolved: ReturnType<typeof resolveMessage> | null,
    urgency: TokenUrgency,
  ): Promise<Simulated> {
    if (!transaction || !resolved) return unsimulated('nothing can be read');
    const { read, writable: addresses } = resolved;
    if (read.unresolvedTables.length > 0) return unsimulated('not all of its accounts are known');
    if (addresses.length > MOST_ACCOUNTS) return unsimulated('it writes to too many accounts');
    const before = await known(this.rpc.accounts(addresses, urgency, 'processed'));
    if ('why' in before) return unsimulated(before.why);
    const asked = { transaction: unsigned(transaction), addresses };
    const after = await known(this.rpc.simulate(asked, urgency));
    if ('why' in after) return unsimulated(after.why);
    const simulation: Simulation = {
      error: after.value.error,
      accounts: addresses.map((each, at) => ({
        address: each,
        before: lookOrNull(before.value.accounts[at]),
        after: lookOrNull(after.value.accounts[at]),
      })),
    };
    return { simulation, unsimulated: null, slot: after.value.slot };
  }
}

function unsimulated(why: string): Simulated {
  return { simulation: null, unsimulated: why, slot: 0n };
}

/** The answer of the chain, or the reason why there is none. */
async function known<T>(asked: Promise<T>): Promise<{ value: T } | { why: string }> {
  try {
    return { value: await asked };
  } catch (error) {
    if (error instanceof ChainUnknown) return { why: error.message };
    throw error;
  }
}

function lookOrNull(account: Parameters<typeof lookOf>[0] | null | undefined) {
  return account ? lookOf(account) : null;
}

/** The transaction with an empty place for each signature that it needs. */
function unsigned({ bytes, message }: ReadTransaction): string {
  const signatures = message.header.numSignerAccounts;
  const wire = [signatures, ...new Uint8Array(64 * signatures), ...bytes];
  return getBase64Decoder().decode(Uint8Array.from(wire));
}

async function ownAccount(owner: string, mint: string, tokenProgram: string): Promise<string> {
  const [account] = await findAssociatedTokenPda({
    ...{ owner: address(owner), mint: address(mint), tokenProgram: address(tokenProgram) },
  });
  return account;
}

function addressesIn(bytes: ReadTransaction['bytes']): readonly string[] {
  const decoder = getAddressDecoder();
  const count = Math.floor(bytes.length / ADDRESS_BYTES);
  return Array.from({ length: count }, (_, at) => decoder.decode(bytes, at * ADDRESS_BYTES));
}
