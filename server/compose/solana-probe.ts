import type { Probe } from '../adapters/routing/stored-provider-probe.ts';
import { fromRawUnits } from '../domain/token/raw-units.ts';
import { SOL_DECIMALS } from '../domain/wallet/wallet-look.ts';
import type { ProviderStep } from '../ports/provider-probe.ts';
import type { RealAccounts } from '../ports/real-money.ts';
import type { SolanaChain } from '../ports/solana-chain.ts';

/** Checks that the RPC is of Solana’s main chain, and what it shows of the user’s wallet. */
export function solanaProbe(
  chain: Pick<SolanaChain, 'checkCluster' | 'tip' | 'balance'>,
  accounts: Pick<RealAccounts, 'named' | 'leftOut'>,
): Probe {
  return async (username) => {
    await chain.checkCluster('MARK');
    const { slot } = await chain.tip('confirmed', 'MARK');
    const reached = `reached; it is Solana’s main chain, at slot ${slot}`;
    const steps: ProviderStep[] = [{ text: reached, ok: true }];
    const [wallet] = await accounts.named(username);
    if (!wallet) {
      const leftOut = await accounts.leftOut(username);
      const text = leftOut ?? 'no wallet is yours here: only its prices and facts are read';
      const ok = leftOut === null;
      return told([...steps, { text, ok }], ok, `${sentence(reached)} ${sentence(text)}`);
    }
    const sol = fromRawUnits(await chain.balance(wallet.account, 'MARK'), SOL_DECIMALS);
    const text = `the wallet ${wallet.account} has ${sol.toFixed()} SOL for fees`;
    return told([...steps, { text, ok: true }], true, `${sentence(reached)} ${sentence(text)}`);
  };
}

function told(steps: readonly ProviderStep[], ok: boolean, message: string) {
  return { ok, message, delayed: null, steps };
}

function sentence(text: string): string {
  const first = `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  return first.endsWith('.') ? first : `${first}.`;
}
