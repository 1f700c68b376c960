import type { Knex } from 'knex';
import { SqlWallets } from '../adapters/database/book/sql-wallets.ts';
import { HostUsages, type Meter } from '../adapters/routing/host-usages.ts';
import { RpcWalletChain } from '../adapters/routing/rpc-wallet-chain.ts';
import type { UserCredentials } from '../adapters/routing/user-credentials.ts';
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

interface WalletParts {
  readonly signer: WalletSigner | null;
  readonly real: Knex;
  readonly credentials: Pick<UserCredentials, 'seesServers'>;
}

/** The wallet of real money with all that reads it: only the live book makes one. */
export function composeWallet(
  { solana: { rpcUrl, keypairFile } }: RealConfig,
  { signer, real, credentials }: WalletParts,
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
  const servers: readonly Meter[] = host ? [{ provider: 'SOLANA', counted: 'CALLS', host }] : [];
  return {
    ...{ accounts, rpc, signer },
    usages: new HostUsages(credentials, { own: async () => [], servers }, clock),
    wallets: { store, chain: rpc && new RpcWalletChain(rpc, clock, booked) },
    probes: rpc ? { SOLANA: solanaProbe(rpc, accounts) } : {},
    providers: rpc ? [health] : [],
  };
}
