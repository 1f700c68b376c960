import type { Mint, Username } from '../../domain/ids.ts';
import { contradictions } from '../../domain/reconciliation/contradictions.ts';
import type { Finding, InvariantCheck, TradeSums } from '../../domain/reconciliation/invariant.ts';
import { keptChecks } from '../../domain/reconciliation/kept-checks.ts';
import type { Difference } from '../../domain/reconciliation/why-differs.ts';
import { sum, ZERO } from '../../domain/decimal.ts';
import { isIn, isSameAccount, type VenueAccount } from '../../domain/trade/venue-account.ts';
import {
  heldBy,
  missingIn,
  movingBetween,
  walletFindings,
  type WalletBooks,
} from '../../domain/wallet/compare-wallet.ts';
import { NO_COINS, sameCoins } from '../../domain/wallet/wallet-money.ts';
import type { WalletLook } from '../../domain/wallet/wallet-look.ts';
import type { BookChange } from '../../ports/book.ts';
import { type BooksOfWallet, type WalletChain, type Wallets } from '../../ports/wallets.ts';
import { flagTrades } from '../orders/flag-trades.ts';
import type { SyncOrders } from '../orders/sync-orders.ts';
import { readWallet } from '../steps/read-wallet.ts';
import { lately } from '../steps/lately-moved.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { countTrades } from './check-invariants.ts';
import { FollowWallet, type CoinsFound } from './follow-wallet.ts';
import { recordInvariants } from './record-invariants.ts';

const NO_STATEMENT = 'The chain keeps no statement; its explorer lists every transaction.';

/** A wallet as one reading shows it, and the books of all users who share it, read around that time. */
interface Seen {
  readonly look: WalletLook;
  readonly books: WalletBooks;
  readonly after: BooksOfWallet;
  /** Nothing is under way there, so its money will not change by itself. */
  readonly settled: boolean;
}

/**
 * Compares a wallet with the books of all users who share it, in raw units: less of a mint than they hold is a
 * difference, more was sent from outside. Keeps each reading, and follows its USDC and SOL.
 */
export class CompareWallet {
  readonly #funds: FollowWallet;

  constructor(
    private readonly deps: BookDeps,
    private readonly syncOrders: SyncOrders,
  ) {
    this.#funds = new FollowWallet(deps);
  }

  /** Differences count once a second reading, after a sync, shows them too. @throws {WalletUnread} */
  async user(username: Username, place: VenueAccount): Promise<void> {
    const { wallets } = this.deps;
    if (!wallets?.chain) return;
    const parts = { store: wallets.store, chain: wallets.chain };
    const first = await this.#see(parts, place.account);
    const missing = missingIn(first.look, first.books);
    if (missing.length === 0) return this.#keep(username, place, first);
    await this.syncOrders.user(username, place);
    const second = await this.#see(parts, place.account);
    await this.#keep(username, place, second);
    const again = missingIn(second.look, second.books).filter((found) =>
      missing.some((one) => one.symbol === found.symbol && one.theirs.equals(found.theirs)),
    );
    for (const difference of again) await this.#flag(username, place, difference);
  }

  async #see(
    { store, chain }: { readonly store: Wallets['store']; readonly chain: WalletChain },
    wallet: string,
  ): Promise<Seen> {
    const since = lately(this.deps.clock.now());
    const before = await store.books(wallet, since);
    const look = await readWallet({ chain, store }, wallet);
    const after = await store.books(wallet, since);
    const [then, now] = [booksOf(before), booksOf(after)];
    const moving = movingBetween(then, now);
    const settled = moving.size === 0 && sameCoins(before.moved, after.moved);
    return { look, books: { held: now.held, moving }, after, settled };
  }

  /** Stores the result, and how much of the money is booked, at one moment under the book’s lock. */
  async #keep(username: Username, place: VenueAccount, seen: Seen): Promise<void> {
    const { book, clock } = this.deps;
    const counted = await book.view(username, countTrades);
    const { moved, movedBy } = seen.after;
    const ownMoved = movedBy.get(username) ?? NO_COINS;
    const money = { wallet: place.account, ...seen, moved, ownMoved };
    const proposal = await this.#funds.propose(username, money);
    await book.change(username, async (change) => {
      const at = clock.now();
      const { sums } = await countTrades(change, counted);
      const coins = await this.#funds.follow(change, money, { proposal, at });
      const checks = await checksOf(change, place, { seen, coins, sums, at });
      await change.keepInvariants(checks);
      await recordInvariants(change, checks, at);
    });
  }

  /** Flags it in the trades of every user who shares the wallet: it is unknown whose holding it was. */
  async #flag(username: Username, place: VenueAccount, difference: Difference): Promise<void> {
    const { symbol, ours, theirs } = difference;
    const words = `The wallet holds ${theirs.toFixed()} of ${symbol}, the books that share it ${ours.toFixed()}: somebody else moved it.`;
    await flagTrades(this.deps, {
      ...{ username, place, difference },
      likely: { cause: 'SOMEBODY', words, split: null, successor: null },
      history: { isAwaited: false, words: NO_STATEMENT },
      isDue: ({ trade }) => trade.status !== 'NEEDS_REVIEW',
    });
  }
}

function booksOf({ lots, moving }: BooksOfWallet): WalletBooks {
  return { held: heldBy(lots), moving: new Set<Mint>(moving) };
}

interface Compared {
  readonly seen: Seen;
  readonly coins: CoinsFound;
  readonly sums: readonly TradeSums[];
  readonly at: Date;
}

async function checksOf(
  change: BookChange,
  place: VenueAccount,
  { seen, coins, sums, at }: Compared,
): Promise<readonly InvariantCheck[]> {
  const active = await change.activeTrades();
  const within = contradictions({
    ...{ account: await change.account(), positions: await change.positions(), active, sums },
  });
  const found = walletFindings(seen.look, seen.books, coins.why).map((each) => worst(within, each));
  const before = (await change.invariantChecks()).filter((each) => isSameAccount(each, place));
  const fees = sums.find((each) => isSameAccount(each, place))?.fees ?? ZERO;
  const heldFees = sum(active.filter(isIn(place)).map(({ trade }) => trade.fees));
  return keptChecks(found, before, { ...place, fees, heldFees, at });
}

function worst(within: readonly Finding[], found: Finding): Finding {
  return within.find(({ invariant }) => invariant === found.invariant) ?? found;
}
