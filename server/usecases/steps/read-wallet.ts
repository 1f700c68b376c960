import type { WalletLook } from '../../domain/wallet/wallet-look.ts';
import { WalletUnread, type WalletChain, type WalletStore } from '../../ports/wallets.ts';

/** A node that lags, or another reading at the same moment that overtook this one, is asked again. */
const ATTEMPTS = 4;

/** A reading that is no older than any that was kept, kept itself. @throws {WalletUnread} */
export async function readWallet(
  { chain, store }: { readonly chain: WalletChain; readonly store: WalletStore },
  wallet: string,
): Promise<WalletLook> {
  for (let attempt = 1; ; attempt += 1) {
    const look = await chain.look(wallet);
    if (await store.keep(look)) return look;
    if (attempt === ATTEMPTS)
      throw new WalletUnread(`the chain’s node shows it as it was before: slot ${look.slot}`);
  }
}
