import type { Mint } from '../../domain/ids.ts';
import { SOL_MINT, USDC_MINT } from '../../domain/token/mint.ts';
import {
  holdingsOf,
  SOL_DECIMALS,
  USDC_DECIMALS,
  type TokenAccount,
  type WalletLook,
} from '../../domain/wallet/wallet-look.ts';
import type { Clock } from '../../ports/clock.ts';
import { ChainUnknown, type SolanaChain, type TokenHolding } from '../../ports/solana-chain.ts';
import { WalletUnread, type WalletChain } from '../../ports/wallets.ts';

const TOKEN_2022 = 'TokenzQdBNbLqP5VEhdkAS6EPFLC1PHnBqCXEpPxuEb';
/** Mints per reading. Each is a request: tokens from strangers must not use up the allowance. */
const MINTS_AT_ONCE = 20;
/** A mint that cannot be read is requested again after this time, then after twice as long, up to a day. */
const FIRST_WAIT_MS = 10 * 60_000;
const MOST_WAIT_MS = 24 * 3_600_000;

interface InVain {
  readonly times: number;
  /** Milliseconds of the desk's clock. */
  readonly askAgainAt: number;
}

/** Wallets as our own RPC shows them. Decimals come from the mints themselves; each mint is read once. */
export class RpcWalletChain implements WalletChain {
  readonly #decimals = new Map<Mint, number>([
    [SOL_MINT, SOL_DECIMALS],
    [USDC_MINT, USDC_DECIMALS],
  ]);

  /** Mints that could not be read: they come after mints that were not requested yet. */
  readonly #inVain = new Map<Mint, InVain>();

  constructor(
    private readonly chain: Pick<SolanaChain, 'holdings' | 'mint'>,
    private readonly clock: Clock,
    /** The mints that the books hold: their decimals come first. */
    private readonly booked: (wallet: string) => Promise<readonly Mint[]> = async () => [],
  ) {}

  async look(wallet: string): Promise<WalletLook> {
    try {
      const { slot, lamports, tokens } = await this.chain.holdings(wallet);
      await this.#learnDecimals(tokens, await this.booked(wallet));
      const accounts = tokens.map((each) => this.#account(each));
      const holdings = holdingsOf(lamports, accounts);
      return { wallet, slot: Number(slot), lamports, holdings, readAt: this.clock.now() };
    } catch (error) {
      if (error instanceof ChainUnknown) throw new WalletUnread(error.message);
      throw error;
    }
  }

  #account({ mint, tokenProgram, amount, frozen }: TokenHolding): TokenAccount {
    const program = tokenProgram === TOKEN_2022 ? 'TOKEN_2022' : 'SPL_TOKEN';
    const decimals = this.#decimals.get(mint) ?? null;
    return { mint, raw: amount, decimals, program, frozen };
  }

  /**
   * Reads booked mints first. A mint that cannot be read waits for a later reading. When the node gives no
   * answer for a mint that no book holds, the rest wait too: the wallet is read without their decimals.
   */
  async #learnDecimals(tokens: readonly TokenHolding[], booked: readonly Mint[]): Promise<void> {
    const held = tokens.filter(({ amount }) => amount > 0n).map(({ mint }) => mint);
    const first = new Set(booked);
    const now = this.clock.now().getTime();
    const isDue = (mint: Mint) =>
      first.has(mint) || (this.#inVain.get(mint)?.askAgainAt ?? 0) <= now;
    const unknown = [...new Set(held)].filter((mint) => !this.#decimals.has(mint) && isDue(mint));
    const rank = (mint: Mint) => (first.has(mint) ? -1 : (this.#inVain.get(mint)?.times ?? 0));
    unknown.sort((a, b) => rank(a) - rank(b));
    for (const mint of unknown.slice(0, MINTS_AT_ONCE)) {
      try {
        const read = await this.chain.mint(mint, 'POLL');
        if (read) this.#decimals.set(mint, read.decimals);
        else this.#wasInVain(mint, now);
      } catch (error) {
        if (!(error instanceof ChainUnknown) || first.has(mint)) throw error;
        return this.#wasInVain(mint, null);
      }
    }
  }

  /** `now`: the node answered, so the mint waits; null: no answer, so the next reading tries again. */
  #wasInVain(mint: Mint, now: number | null): void {
    const times = (this.#inVain.get(mint)?.times ?? 0) + 1;
    const wait = Math.min(FIRST_WAIT_MS * 2 ** (times - 1), MOST_WAIT_MS);
    this.#inVain.set(mint, { times, askAgainAt: now === null ? 0 : now + wait });
  }
}
