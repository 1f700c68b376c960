import { hostname } from 'node:os';
import type { Knex } from 'knex';
import { liveAccounts } from '../adapters/database/desk/live-accounts.ts';
import type { SqlBook } from '../adapters/database/book/sql-book.ts';
import { SqlLearnedVenueRules } from '../adapters/database/desk/sql-learned-venue-rules.ts';
import { SqlLeases } from '../adapters/database/desk/sql-leases.ts';
import { SqlProviderUsage } from '../adapters/database/desk/sql-provider-usage.ts';
import { AllRealAccounts } from '../adapters/routing/all-real-accounts.ts';
import { RealCredentials } from '../adapters/routing/real-credentials.ts';
import { TradierRealAccounts } from '../adapters/routing/tradier-real-accounts.ts';
import { UserBrokers } from '../adapters/routing/user-brokers.ts';
import type { UserCredentials } from '../adapters/routing/user-credentials.ts';
import { UserSources } from '../adapters/routing/user-sources.ts';
import type { WalletRealAccounts } from '../adapters/routing/wallet-real-accounts.ts';
import type { WalletSigner } from '../adapters/solana/wallet-signer.ts';
import { ownedAccounts } from '../adapters/tradier/tradier-profile.ts';
import type { RealConfig } from '../config/real-config.ts';
import type { SharedConfig } from '../config/shared-config.ts';
import type { Vault } from '../ports/vault.ts';
import type { NamedAccounts } from '../ports/named-accounts.ts';
import type { RealAccounts } from '../ports/real-money.ts';
import type { PaperTwins } from '../ports/paper-twins.ts';
import { BookDesk } from '../usecases/book-desk.ts';
import type { BookDeps } from '../usecases/steps/book-deps.ts';
import type { Prices } from './prices.ts';
import { composeRealMoney } from './real-money.ts';
import { composeSwaps } from './real-swaps.ts';
import { composeWallet } from './real-wallet.ts';
import { serving } from './serving.ts';
import type { Shared } from './shared.ts';
import { composeTradier } from './tradier.ts';

/** All that the REAL book is built from; nothing of PAPER but the token for marks, and a door for twins. */
export type RealSide = SharedConfig & { readonly real: RealConfig };

export interface RealParts {
  readonly real: Knex;
  readonly desk: Knex;
  readonly vault: Vault;
  readonly marks: Pick<UserCredentials, 'orats' | 'jupiter' | 'seesServers'>;
  readonly paperTwins: PaperTwins;
  /** The signer of `WALLET_KEYPAIR`; null where there is none. */
  readonly signer: WalletSigner | null;
  /** What both books price tokens by. */
  readonly prices: Pick<Prices, 'markets' | 'jupiter'>;
}

/** The REAL book while REAL_TRADING is on: options and shares at Tradier's production, and the desk's wallet. */
export function liveReal(
  config: RealSide,
  book: SqlBook<'REAL'>,
  shared: Shared,
  { real, desk: deskKnex, vault, marks, paperTwins, signer, prices }: RealParts,
) {
  const { settings, ids } = shared;
  const credentials = new RealCredentials(settings, vault, (username) => marks.orats(username));
  const tradier = composeTradier(
    {
      ...{ venue: 'TRADIER_LIVE', name: 'Tradier production', url: config.real.tradierUrl },
      ...{ marks: { name: 'ORATS for REAL', orats: config.orats }, credentials },
      lessons: new SqlLearnedVenueRules(real),
      usage: new SqlProviderUsage(deskKnex),
    },
    shared,
  );
  const wallet = composeWallet(config.real, { signer, real, credentials: marks }, shared);
  const accounts = new AllRealAccounts({
    TRADIER_LIVE: new TradierRealAccounts(credentials, (token) =>
      ownedAccounts(tradier.clientOf(token)),
    ),
    JUPITER: wallet.accounts,
  });
  const { allowedMints } = config.real.solana;
  const side = { real, accounts, ...prices, credentials: marks, allowedMints };
  const swaps = composeSwaps(config, wallet, side, shared);
  const sources = new UserSources('REAL', {
    ...{ TRADIER_LIVE: tradier.sources, JUPITER: swaps.sources },
  });
  const brokers = new UserBrokers('REAL', {
    ...{ TRADIER_LIVE: tradier.brokers, JUPITER: swaps.brokers },
  });
  const deps: BookDeps<'REAL'> = {
    ...shared,
    ...{ book, sources, brokers, mayTrade: true, paperTwins },
    ...{ tokens: swaps.tokens, allowedMints: swaps.allowedMints },
    ...{ venueClock: tradier.venueClock, server: hostname() },
    realMoney: composeRealMoney(config.secretKey, accounts),
    ...{ wallets: wallet.wallets, named: namedIn(deskKnex, wallet.accounts, accounts) },
  };
  const { turns, guarded } = serving(config, deps, new SqlLeases(real, ids.next()));
  const desk = new BookDesk(guarded, shared.about);
  const { hintsTo, probe } = tradier;
  const usages = [tradier.usages, wallet.usages];
  const providers = [...tradier.providers, ...wallet.providers];
  const probes = { TRADIER_LIVE: probe, ...wallet.probes };
  const { stopSigning } = swaps;
  const live = { turns, hintsTo, providers, probes, usages, stopSigning };
  return { book, desk, sources, live };
}

/** Accounts that settings name, and the wallet for every user who has named it. */
function namedIn(desk: Knex, wallet: WalletRealAccounts, accounts: RealAccounts): NamedAccounts {
  return {
    all: async () => [...(await liveAccounts(desk)), ...(await wallet.all())],
    of: (username) => accounts.named(username),
  };
}
