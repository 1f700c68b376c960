import { SOL_MINT, USDC_MINT } from '../../../server/domain/token/mint.ts';
import {
  holdingsOf,
  type TokenAccount,
  type WalletLook,
} from '../../../server/domain/wallet/wallet-look.ts';
import { WalletUnread, type WalletChain } from '../../../server/ports/wallets.ts';
import type { FakeClock } from './fake-clock.ts';

/** A chain with one wallet, whose coins and tokens the test moves. Each reading is of a later slot. */
export class ScriptedWallet implements WalletChain {
  lamports = 2_000_000_000n;
  slot = 1_000;
  /** The wallet's token accounts, in raw units. */
  readonly accounts: TokenAccount[] = [];
  silent = false;
  looks = 0;
  /** Runs after the holdings were read, and before the answer. */
  beforeAnswer: () => Promise<void> = async () => undefined;

  constructor(private readonly clock: FakeClock) {
    this.put(USDC_MINT, 1_000_000_000n, 6);
  }

  /** Sets what an account of the mint holds. */
  put(mint: string, raw: bigint, decimals: number | null, parts: Partial<TokenAccount> = {}): void {
    const program = parts.program ?? 'SPL_TOKEN';
    const at = this.accounts.findIndex((each) => each.mint === mint && each.program === program);
    const account = { mint, raw, decimals, frozen: false, ...parts, program };
    if (at < 0) this.accounts.push(account);
    else this.accounts[at] = account;
  }

  usdc(raw: bigint): void {
    this.put(USDC_MINT, raw, 6);
  }

  wrap(raw: bigint): void {
    this.put(SOL_MINT, raw, 9);
  }

  async look(wallet: string): Promise<WalletLook> {
    this.looks += 1;
    if (this.silent) throw new WalletUnread('the node does not answer');
    const { lamports, slot } = this;
    this.slot += 1;
    const holdings = holdingsOf(lamports, this.accounts);
    const readAt = this.clock.now();
    await this.beforeAnswer();
    return { wallet, slot, lamports, holdings, readAt };
  }
}
