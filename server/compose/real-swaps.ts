import { setTimeout as sleep } from 'node:timers/promises';
import type { Knex } from 'knex';
import { heldMints } from '../adapters/database/trades/held-mints.ts';
import { SqlLandedSwaps } from '../adapters/database/trades/sql-landed-swaps.ts';
import { JupiterSwaps } from '../adapters/jupiter/jupiter-swaps.ts';
import type { JupiterClients } from '../adapters/jupiter/jupiter-clients.ts';
import { PaidSwaps } from '../adapters/routing/paid-swaps.ts';
import type { UserCredentials } from '../adapters/routing/user-credentials.ts';
import type { VenueSources } from '../adapters/routing/user-sources.ts';
import { WalletBrokers } from '../adapters/routing/wallet-brokers.ts';
import { ChainInspector } from '../adapters/solana/chain-inspector.ts';
import { ChainTokens } from '../adapters/solana/chain-tokens.ts';
import { JupiterBroker } from '../adapters/solana/jupiter-broker.ts';
import type { SolanaRpc } from '../adapters/solana/solana-rpc.ts';
import type { WalletSigner } from '../adapters/solana/wallet-signer.ts';
import type { SharedConfig } from '../config/shared-config.ts';
import { limitsOf } from '../domain/risk/limits-of.ts';
import { ALLOWED_MINTS } from '../domain/token/allowed-mints.ts';
import type { RealAccounts } from '../ports/real-money.ts';
import type { SwapOrders } from '../ports/swap-orders.ts';
import type { Shared } from './shared.ts';
import type { TradedMarkets } from './traded-markets.ts';

const MARKET = 'SOLANA';

/** The desk's wallet and its chain; null where the server has no key or no RPC. */
interface Wallet {
  readonly rpc: SolanaRpc | null;
  readonly signer: WalletSigner | null;
}

export interface SwapSide {
  readonly real: Knex;
  readonly accounts: Pick<RealAccounts, 'named'>;
  /** Prices, quotes and marks that both books share. */
  readonly markets: TradedMarkets;
  readonly jupiter: JupiterClients;
  readonly credentials: Pick<UserCredentials, 'jupiter'>;
  /** Mints allowed in addition to `ALLOWED_MINTS`. */
  readonly allowedMints: readonly string[];
}

/** REAL tokens: priced from the shared rounds, swapped from the desk's wallet, looked up on its chain. */
export function composeSwaps(
  { jupiter: { url, apiKey } }: Pick<SharedConfig, 'jupiter'>,
  { rpc, signer }: Wallet,
  side: SwapSide,
  { clock, users, settings }: Pick<Shared, 'clock' | 'users' | 'settings'>,
) {
  const { real, accounts, markets, jupiter, credentials } = side;
  let stopping = false;
  const swapsOf = (key: string | null): SwapOrders =>
    new JupiterSwaps({
      ...{ host: jupiter.of(key), sent: jupiter.sentBy(key) },
      ...{ baseUrl: url, apiKey: key },
    });
  const orders = new PaidSwaps(swapsOf(apiKey), async (payer) => {
    const key = await credentials.jupiter(payer);
    return key === apiKey ? null : swapsOf(key);
  });
  const inspector = rpc && new ChainInspector(rpc, clock);
  const open = (username: string) => {
    if (!rpc || !signer || !inspector) throw new Error('The desk has no wallet to trade from.');
    return new JupiterBroker({
      ...{ username, chain: rpc, orders, inspector, signer, tokens: markets.tokens, clock },
      limits: async () => limitsOf('REAL', await settings.of(username)),
      booked: () => heldMints(real, MARKET),
      landed: new SqlLandedSwaps(real, signer.address),
      isStopping: () => stopping,
      pause: (ms) => sleep(ms),
    });
  };
  const address = rpc && signer ? signer.address : null;
  return {
    brokers: new WalletBrokers({ address, users, accounts, open }),
    sources: async (): Promise<VenueSources> => {
      const source = markets.sourceOf(MARKET);
      return { market: source, snapshots: source, figures: null };
    },
    /** Decimals and authorities come from the mints themselves wherever a chain is read. */
    tokens: rpc ? new ChainTokens(markets.tokens, rpc) : markets.tokens,
    allowedMints: new Set([...ALLOWED_MINTS, ...side.allowedMints]),
    /** From now on nothing is signed; what is signed by then is sent. */
    stopSigning: () => {
      stopping = true;
    },
  };
}
