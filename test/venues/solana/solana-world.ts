import { JupiterEmulator } from '../jupiter-emulator.ts';
import { SolanaRpcEmulator } from '../solana-rpc-emulator.ts';
import { EMULATED_TOKENS, SOL } from '../tokens/emulated-token.ts';
import { EmulatedChain } from './emulated-chain.ts';
import { EmulatedSwaps } from './emulated-swaps.ts';
import { makeWallet, type WalletFile } from './wallet-file.ts';

/** A chain, an RPC and a Jupiter on it, and a wallet with 10 SOL and nothing else. */
export interface SolanaWorld {
  readonly chain: EmulatedChain;
  readonly rpc: SolanaRpcEmulator;
  readonly jupiter: JupiterEmulator;
  readonly wallet: WalletFile;
  /** The environment of a server in this world. */
  readonly environment: Readonly<
    Record<'JUPITER_URL' | 'SOLANA_RPC_URL' | 'WALLET_KEYPAIR', string>
  >;
  close(): Promise<void>;
}

const TEN_SOL = 10_000_000_000n;

/** Starts a world with every token of the emulators on the chain; the pools of each fill themselves. */
export async function startSolanaWorld(): Promise<SolanaWorld> {
  const chain = new EmulatedChain();
  for (const { mint, decimals } of EMULATED_TOKENS)
    if (mint !== SOL) chain.mint(mint, { decimals });
  const [rpc, jupiter] = [await SolanaRpcEmulator.start(chain), await JupiterEmulator.start()];
  jupiter.trade(new EmulatedSwaps(chain));
  const wallet = makeWallet();
  chain.fund(wallet.address, TEN_SOL);
  return {
    ...{ chain, rpc, jupiter, wallet },
    environment: {
      ...{ JUPITER_URL: jupiter.url, SOLANA_RPC_URL: rpc.url, WALLET_KEYPAIR: wallet.file },
    },
    close: async () => {
      chain.close();
      wallet.remove();
      await Promise.all([rpc.close(), jupiter.close()]);
    },
  };
}
