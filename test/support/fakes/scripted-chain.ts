import type { RiskCheck } from '../../../server/domain/refusal.ts';
import { Sealed } from '../../../server/domain/sealed.ts';
import { SPL_TOKEN } from '../../../server/domain/swap/inspection/programs.ts';
import type { LandedTransaction } from '../../../server/domain/swap/landed-transaction.ts';
import { SOL_MINT, USDC_MINT } from '../../../server/domain/token/mint.ts';
import {
  ChainUnknown,
  type ChainTrouble,
  type Commitment,
  type MintAccount,
  type SolanaChain,
  type WalletHoldings,
} from '../../../server/ports/solana-chain.ts';
import type {
  InspectedSwap,
  SwapInspector,
  SwapSigner,
  SwapTerms,
} from '../../../server/ports/swap-inspection.ts';
import type {
  ExecuteAnswer,
  SignedSwap,
  SwapOffer,
  SwapOrderAsked,
  SwapOrders,
} from '../../../server/ports/swap-orders.ts';
import type { FakeTokenTrading } from './fake-token-trading.ts';
import { accountOf, check, FEE, landing, RENT, type ChainLuck } from './scripted-landing.ts';

interface Block {
  readonly transaction: LandedTransaction;
  readonly height: number;
}

const FINAL_AFTER = 32;
const LIVES = 150;
/** How far the slot is ahead of the block height: some slots have no block, as on a real chain. */
const SKIPPED = 1_000;

/** A chain in memory with one wallet, and the router that builds and sends its swaps at the tokens' quotes. */
export class ScriptedChain implements SolanaChain, SwapOrders, SwapInspector, SwapSigner {
  height = 5_000;
  /** The luck of the next swaps, in order; all later ones land. */
  readonly luck: ChainLuck[] = [];
  /** Rules that the next inspections break. */
  readonly breaks: string[] = [];
  /** Who may mint more of a mint, or freeze it. */
  readonly authorities = new Map<string, Partial<MintAccount>>();
  trouble: ChainTrouble | null = null;
  /** The newest slot for which the node knows what is held; null when the node keeps up. */
  newest: bigint | null = null;
  lamports = 10_000_000_000n;
  readonly units = new Map<string, bigint>([[USDC_MINT, 1_000_000_000n]]);
  /** Every signature made (`signed`), and every one sent (`sent`). */
  readonly signed: string[] = [];
  readonly sent: string[] = [];
  readonly asked: SwapOrderAsked[] = [];
  /** Hooks that run before a swap is built, and before it is signed. */
  beforeOrder: () => Promise<void> = async () => undefined;
  beforeSign: () => Promise<void> = async () => undefined;
  readonly #offers = new Map<string, { offer: SwapOffer; terms: SwapTerms | null }>();
  readonly #blocks = new Map<string, Block>();
  #late: (() => void)[] = [];

  constructor(
    readonly address: string,
    private readonly tokens: FakeTokenTrading,
  ) {}

  pass(blocks: number): void {
    this.height += blocks;
    for (const land of this.#late.splice(0)) land();
  }

  /** Lets so much time pass that earlier signatures can no longer land, and landed ones are final. */
  expire(): void {
    this.pass(2 * LIVES + FINAL_AFTER);
  }

  /** Gives up the fork with this swap. What the swap moved stays: strangers and time move wallets too. */
  vanish(signature: string): void {
    this.#blocks.delete(signature);
  }

  landings = () => this.#blocks.size;

  async order(asked: SwapOrderAsked): Promise<SwapOffer> {
    this.asked.push(asked);
    await this.beforeOrder();
    const quote = await this.tokens.quote(asked, 'ENTRY');
    const requestId = `request-${this.asked.length}`;
    const offer: SwapOffer = {
      ...{ ...quote, requestId, transaction: 'AQ==', swapMode: 'ExactIn', taker: asked.taker },
      ...{ feePayer: asked.taker, gasless: false, router: 'metis' },
      lastValidBlockHeight: BigInt(this.height + LIVES),
    };
    this.#offers.set(requestId, { offer, terms: null });
    return offer;
  }

  async execute(signed: SignedSwap): Promise<ExecuteAnswer> {
    this.sent.push(signed.signature);
    const luck = this.luck.shift() ?? 'LANDS';
    const land = () => this.#land(signed, luck);
    if (luck === 'LATE') this.#late.push(() => land());
    else if (luck !== 'LOST' && luck !== 'LIES') land();
    if (luck === 'REVERTS') return { said: 'SAID_FAILED', code: 6001, reason: 'slippage exceeded' };
    if (luck === 'ALREADY')
      return { said: 'UNKNOWN', code: -1000, reason: 'already been processed' };
    if (luck === 'LANDS' || luck === 'LIES' || luck === 'STRAYS')
      return { said: 'SAID_LANDED', signature: signed.signature };
    return { said: 'UNKNOWN', code: null, reason: 'the connection was reset' };
  }

  async inspect(terms: SwapTerms, offer: SwapOffer) {
    const broken = this.breaks.shift();
    const low = offer.leastOutAmount < terms.floor;
    const checks: RiskCheck[] = [
      check('OUTPUT_FLOOR', !low, `out ${offer.leastOutAmount}, floor ${terms.floor}`),
      ...(broken ? [check(broken, false, `${broken} is broken`)] : []),
    ];
    if (checks.some(({ passed }) => !passed)) return { swap: null, checks };
    this.#offers.set(offer.requestId, { offer, terms });
    const swap: InspectedSwap = {
      ...{ terms, requestId: offer.requestId, blockhash: `blockhash-${offer.requestId}` },
      ...{ lastValidBlockHeight: BigInt(this.height + LIVES), inspectedAt: offer.receivedAt },
      ...{ leastOutAmount: offer.leastOutAmount, simulatedOutAmount: offer.outAmount },
      ...{ feeLamports: FEE, rentLamports: 0n },
    };
    return { swap, checks };
  }

  async sign(swap: InspectedSwap): Promise<SignedSwap> {
    await this.beforeSign();
    const signature = `signature-${this.signed.length + 1}`;
    this.signed.push(signature);
    const { requestId, lastValidBlockHeight } = swap;
    return { signature, bytes: new Sealed('bytes'), requestId, lastValidBlockHeight };
  }

  async checkCluster(): Promise<void> {
    this.#check();
  }

  async tip(commitment: Commitment) {
    this.#check();
    const blockHeight = this.#heightOf(commitment);
    return { blockHeight: BigInt(blockHeight), slot: BigInt(blockHeight + SKIPPED) };
  }

  async latestBlockhash(commitment: Commitment) {
    const { slot, blockHeight } = await this.tip(commitment);
    return { blockhash: 'latest', slot, lastValidBlockHeight: blockHeight + BigInt(LIVES) };
  }

  async blockHeight(commitment: Commitment) {
    return (await this.tip(commitment)).blockHeight;
  }

  async isBlockhashValid() {
    this.#check();
    return true;
  }

  async signatureStatuses(signatures: readonly string[]) {
    this.#check();
    const statuses = signatures.map((signature) => {
      const block = this.#blocks.get(signature);
      if (!block) return null;
      const commitment: Commitment =
        block.height <= this.#heightOf('finalized') ? 'finalized' : 'confirmed';
      return { slot: block.transaction.slot, error: block.transaction.error, commitment };
    });
    return { slot: BigInt(this.height + SKIPPED), statuses };
  }

  async landed(signature: string, commitment: Exclude<Commitment, 'processed'>) {
    this.#check();
    const block = this.#blocks.get(signature);
    return block && block.height <= this.#heightOf(commitment) ? block.transaction : null;
  }

  async holdings(_owner: string, atSlot = 0n): Promise<WalletHoldings> {
    this.#check();
    if (this.newest !== null && atSlot > this.newest) throw new ChainUnknown('LAGS', 'too old');
    const tokens = [...this.units].map(([mint, amount]) => ({
      ...{ account: accountOf(mint), mint, tokenProgram: SPL_TOKEN, amount },
      ...{ frozen: false, lamports: RENT },
    }));
    return { slot: BigInt(this.height + SKIPPED), lamports: this.lamports, tokens };
  }

  async held(owner: string, mints: readonly string[], atSlot?: bigint): Promise<WalletHoldings> {
    const all = await this.holdings(owner, atSlot);
    return { ...all, tokens: all.tokens.filter(({ mint }) => mints.includes(mint)) };
  }

  async balance() {
    this.#check();
    return this.lamports;
  }

  async mint(mint: string) {
    this.#check();
    return {
      ...{ mint, tokenProgram: SPL_TOKEN, decimals: this.tokens.decimalsOf(mint), supply: 1n },
      ...{ mintAuthority: null, freezeAuthority: null, extensions: null },
      ...this.authorities.get(mint),
      slot: BigInt(this.height + SKIPPED),
    };
  }

  #heightOf(commitment: Commitment): number {
    return commitment === 'finalized' ? this.height - FINAL_AFTER : this.height;
  }

  #check(): void {
    if (this.trouble) throw new ChainUnknown(this.trouble, `the chain ${this.trouble}`);
  }

  #land({ signature, requestId }: SignedSwap, luck: ChainLuck): void {
    const reverts = luck === 'REVERTS';
    const { offer } = this.#offers.get(requestId)!;
    this.height += 1;
    const before = new Map(this.units);
    const lamports = this.lamports;
    let rent = 0n;
    this.lamports -= FEE;
    if (!reverts && luck !== 'STRAYS') {
      if (offer.outputMint !== SOL_MINT && !this.units.has(offer.outputMint)) rent = RENT;
      this.lamports -= rent;
      this.#add(offer.inputMint, -offer.inAmount);
      this.#add(offer.outputMint, offer.outAmount);
    }
    const slot = BigInt(this.height + SKIPPED);
    const transaction = landing(
      { signature, slot, blockTime: offer.receivedAt, wallet: this.address, reverts },
      { units: before, lamports },
      { units: this.units, lamports: this.lamports },
    );
    this.#blocks.set(signature, { transaction, height: this.height });
  }

  #add(mint: string, amount: bigint): void {
    if (mint === SOL_MINT) this.lamports += amount;
    else this.units.set(mint, (this.units.get(mint) ?? 0n) + amount);
  }
}
