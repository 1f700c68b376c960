import { dec } from '../../domain/decimal.ts';
import type { Username } from '../../domain/ids.ts';
import { fromRawUnits } from '../../domain/token/raw-units.ts';
import { reportHoldings, type WalletReport } from '../../domain/wallet/holding-report.ts';
import { SOL_DECIMALS } from '../../domain/wallet/wallet-look.ts';
import type { BookDeps } from '../steps/book-deps.ts';

/** The most holdings that are listed. Dust comes by the thousand: the rest is only counted. */
const MOST_LISTED = 500;
/** SOL that the inspection of an entry leaves for exits. */
const KEPT_SOL = dec('0.02');

type Deps = Pick<BookDeps, 'book' | 'wallets' | 'realMoney' | 'clock'>;

/** What the user’s wallet held when it was last read, and what of it is booked. Null in PAPER. */
export async function readHoldings(deps: Deps, username: Username): Promise<WalletReport | null> {
  const { wallets, clock } = deps;
  if (!wallets) return null;
  const { wallet, named, leftOut } = await walletOf(deps, username);
  const none = { slot: null, asOf: null, feeSol: null, holdings: [], unlisted: 0 };
  const about = { wallet, named, leftOut, keptSol: KEPT_SOL };
  if (wallet === null) return { ...about, ...none };
  const kept = await wallets.store.kept(wallet);
  const { lots } = await wallets.store.books(wallet, clock.now());
  const listed = { kept: kept?.holdings ?? [], lots, most: MOST_LISTED };
  return {
    ...about,
    slot: kept?.slot ?? null,
    asOf: kept?.readAt ?? null,
    feeSol: kept && fromRawUnits(kept.lamports, SOL_DECIMALS),
    ...reportHoldings(listed, username),
  };
}

/** The wallet that is named now; else the last wallet whose money the user’s book recorded. */
async function walletOf(
  { book, realMoney }: Deps,
  username: Username,
): Promise<Pick<WalletReport, 'wallet' | 'named' | 'leftOut'>> {
  const accounts = (await realMoney?.accounts.named(username)) ?? [];
  const now = accounts.find(({ venue }) => venue === 'JUPITER');
  if (now) return { wallet: now.account, named: true, leftOut: null };
  const leftOut = (await realMoney?.accounts.leftOut(username)) ?? null;
  const funds = await book.read(username).accountFunds();
  const before = funds
    .filter(({ venue }) => venue === 'JUPITER')
    .sort((a, b) => b.asOf.getTime() - a.asOf.getTime());
  return { wallet: before[0]?.account ?? null, named: false, leftOut };
}
