import type { Knex } from 'knex';
import { SqlWallets } from '../adapters/database/book/sql-wallets.ts';
import { RpcWalletChain } from '../adapters/routing/rpc-wallet-chain.ts';
import { WalletRealAccounts } from '../adapters/routing/wallet-real-accounts.ts';
import { RpcHost } from '../adapters/solana/rpc-host.ts';
import { SolanaRpc } from '../adapters/solana/solana-rpc.ts';
import { WalletSigner } from '../adapters/solana/wallet-signer.ts';
import { keypairProblem } from '../config/keypair-file.ts';
import type { RealConfig } from '../config/real-config.ts';
import { ProviderHealth } from '../loops/provider-health.ts';
import { blaming } from './blaming.ts';
import type { Shared } from './shared.ts';
import { solanaProbe } from './solana-probe.ts';

/** The desk’s key, opened once. @throws {ConfigError} when the file holds no keypair. */
export async function openKeypair({ solana }: RealConfig): Promise<WalletSigner | null> {
  const { keypairFile } = solana;
  return keypairFile === null
    ? null
    : blaming('WALLET_KEYPAIR', () => WalletSigner.open(keypairFile));
}

/** The wallet of real money with all that reads it: only the live book makes one. */
export function composeWallet(
  { solana: { rpcUrl, keypairFile } }: RealConfig,
  { signer, real }: { readonly signer: WalletSigner | null; readonly real: Knex },
  { clock, log, users, settings }: Shared,
) {
  const health = new ProviderHealth('Solana', clock);
  const host = rpcUrl === null ? null : new RpcHost({ url: rpcUrl, clock, log, pulse: health });
  const rpc = host && new SolanaRpc(host);
  const store = new SqlWallets(real);
  const booked = async (wallet: string) =>
    (await store.books(wallet, clock.now())).lots.map(({ mint }) => mint);
  const accounts = new WalletRealAccounts({
    ...{ address: signer?.address ?? null, hasRpc: rpc !== null, users, settings },
    fileProblem: () => (keypairFile === null ? 'there is none' : keypairProblem(keypairFile)),
    reach: async () => rpc?.checkCluster(),
  });
  return {
    ...{ accounts, rpc, signer },
    wallets: { store, chain: rpc && new RpcWalletChain(rpc, clock, booked) },
    probes: rpc ? { SOLANA: solanaProbe(rpc, accounts) } : {},
    providers: rpc ? [health] : [],
  };
}
