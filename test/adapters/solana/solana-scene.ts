import type { ChainTrouble, ChainUnknown } from '../../../server/ports/solana-chain.ts';
import type { TestContext } from 'vitest';
import { ChainInspector } from '../../../server/adapters/solana/chain-inspector.ts';
import { JupiterClients } from '../../../server/adapters/jupiter/jupiter-clients.ts';
import { JupiterSwaps } from '../../../server/adapters/jupiter/jupiter-swaps.ts';
import { RpcHost } from '../../../server/adapters/solana/rpc-host.ts';
import { SolanaRpc } from '../../../server/adapters/solana/solana-rpc.ts';
import { WalletSigner } from '../../../server/adapters/solana/wallet-signer.ts';
import type { SwapTerms } from '../../../server/ports/swap-inspection.ts';
import { HandClock } from '../../support/desks/venue-account.ts';
import { MemoryLog } from '../../support/fakes/memory-log.ts';
import { startSolanaWorld } from '../../venues/solana/solana-world.ts';
import { BONK, USDC } from '../../venues/tokens/emulated-token.ts';

/** An emulated chain with a wallet, and the parts through which the wallet trades. */
export async function solanaScene(
  test: Pick<TestContext, 'onTestFinished'>,
  { timeoutMs = 10_000 }: { readonly timeoutMs?: number } = {},
) {
  const world = await startSolanaWorld();
  test.onTestFinished(() => world.close());
  const { jupiter, rpc, wallet } = world;
  const [clock, log] = [new HandClock(), new MemoryLog()];
  const host = new RpcHost({ url: rpc.url, clock, log, timeoutMs });
  const chain = new SolanaRpc(host);
  const clients = new JupiterClients({ baseUrl: jupiter.url, clock, log, timeoutMs });
  const swaps = new JupiterSwaps({
    ...{ host: clients.of(jupiter.key), sent: clients.sentBy(jupiter.key) },
    ...{ baseUrl: jupiter.url, apiKey: jupiter.key, timeoutMs },
  });
  const signer = await WalletSigner.open(wallet.file);
  const inspector = new ChainInspector(chain, clock);
  return { ...world, clock, log, host, solana: chain, swaps, signer, inspector };
}

export type SolanaScene = Awaited<ReturnType<typeof solanaScene>>;

/** Terms of a purchase of Bonk for 100 USDC at one percent slippage; the offer gives the floor. */
export function termsOf(wallet: string, terms: Partial<SwapTerms> = {}): SwapTerms {
  return {
    ...{ purpose: 'ENTRY', wallet, inputMint: USDC, outputMint: BONK, inAmount: 100_000_000n },
    ...{ floor: 1n, slippageBps: 100, maxImpactPct: null },
    ...terms,
  };
}

/** The trouble by which an answer says nothing; null when it says something. */
export async function troubleOf(asked: Promise<unknown>): Promise<ChainTrouble | null> {
  return asked.then(
    () => null,
    (error: unknown) => (error as ChainUnknown).trouble,
  );
}
