import { RpcHost } from '../adapters/solana/rpc-host.ts';
import { SolanaRpc } from '../adapters/solana/solana-rpc.ts';
import { WalletSigner } from '../adapters/solana/wallet-signer.ts';
import type { RealConfig } from '../config/real-config.ts';
import { ProviderHealth } from '../loops/provider-health.ts';
import { blaming } from './blaming.ts';
import type { Shared } from './shared.ts';

/** The desk’s key, opened once. @throws {ConfigError} when the file holds no keypair. */
export async function openKeypair({ solana }: RealConfig): Promise<WalletSigner | null> {
  const { keypairFile } = solana;
  return keypairFile === null
    ? null
    : blaming('WALLET_KEYPAIR', () => WalletSigner.open(keypairFile));
}

/** The wallet of real money and the chain that it is on: only the live book makes one. */
export function composeWallet(
  { solana: { rpcUrl } }: RealConfig,
  { signer }: { readonly signer: WalletSigner | null },
  { clock, log }: Pick<Shared, 'clock' | 'log'>,
) {
  const health = new ProviderHealth('Solana', clock);
  const host = rpcUrl === null ? null : new RpcHost({ url: rpcUrl, clock, log, pulse: health });
  const rpc = host && new SolanaRpc(host);
  return { rpc, signer, providers: rpc ? [health] : [] };
}
