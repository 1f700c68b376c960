import type { TradingMode } from '../domain/mode.ts';
import type { ReadNews } from '../ports/book-news.ts';
import type { BookReader } from '../ports/book.ts';
import type { AccountDoor, DeskOfBook, Reports } from '../ports/desk-of-book.ts';
import type { Previews, TradeCare } from '../ports/trade-doors.ts';
import type { Actor, TradingSystem } from '../ports/trading-system.ts';
import { CheckLogs } from './book/check-logs.ts';
import { WatchCauses } from './book/watch-causes.ts';
import { WatchHaltFiles } from './book/watch-halt-files.ts';
import { BookAccount, type AboutDesk } from './doors/book-account.ts';
import { BookCare, previewsOf } from './doors/book-care.ts';
import { BookTrading } from './doors/book-trading.ts';
import { reportsOf } from './doors/reports-of.ts';
import { FollowDeliveries } from './expiry/follow-deliveries.ts';
import { SettleExpiry } from './expiry/settle-expiry.ts';
import { SecondLook } from './marks/second-look.ts';
import { TakeBookends } from './marks/take-bookends.ts';
import { TakeSnapshots } from './marks/take-snapshots.ts';
import { AdvanceTrade } from './orders/advance-trade.ts';
import { KeyedChange } from './orders/keyed-change.ts';
import { SendOrders } from './orders/send-orders.ts';
import { SyncOrders } from './orders/sync-orders.ts';
import { CompareAtStart } from './reconciliation/compare-at-start.ts';
import { Reconcile } from './reconciliation/reconcile.ts';
import { SeeAccounts } from './reconciliation/see-accounts.ts';
import type { BookDeps } from './steps/book-deps.ts';
import { checkLock } from './steps/real-gate.ts';
import { entryAtLimit } from './trading/entry-at-limit.ts';
import { CancelTrade } from './trading/cancel-trade.ts';
import { CloseTrade } from './trading/close-trade.ts';
import { PlaceTrade } from './trading/place-trade.ts';
import { StrategyDoor } from './trading/strategy-door.ts';
import { WatchExits } from './watch/watch-exits.ts';

/** One book's whole desk: the doors that people and programs use, and the jobs that run by themselves. */
export class BookDesk<M extends TradingMode = TradingMode> implements DeskOfBook<M> {
  readonly mode: M;
  readonly trading: TradingSystem<M>;
  readonly previews: Previews;
  readonly care: TradeCare;
  readonly account: AccountDoor;
  readonly reports: Reports;
  readonly news: ReadNews;
  readonly syncOrders: SyncOrders;
  readonly takeSnapshots: TakeSnapshots;
  readonly takeBookends: TakeBookends;
  readonly watchExits: WatchExits;
  readonly settleExpiry: SettleExpiry;
  readonly reconcile: Reconcile;
  readonly seeAccounts: SeeAccounts;
  readonly compareAtStart: CompareAtStart;
  readonly watchHaltFiles: WatchHaltFiles;
  readonly watchCauses: WatchCauses;
  readonly checkLogs: CheckLogs;
  /** Only running strategies use it: the API does not know it. */
  readonly strategyDoor: StrategyDoor;
  readonly #deps: BookDeps<M>;

  constructor(given: BookDeps<M>, about: AboutDesk) {
    this.mode = given.book.mode;
    checkLock(given);
    this.checkLogs = new CheckLogs(given);
    // It is set here, so that composing a REAL desk cannot forget it: entries wait until the logs are checked.
    const deps = this.mode === 'REAL' ? { ...given, logs: this.checkLogs } : given;
    this.#deps = deps;
    const sendOrders = new SendOrders(deps);
    const advance = new AdvanceTrade(deps, sendOrders);
    const steps = { sendOrders, advance, keyed: new KeyedChange(deps, advance) };
    const secondLook = new SecondLook(deps);
    this.syncOrders = new SyncOrders(deps, advance);
    this.takeSnapshots = new TakeSnapshots(deps, secondLook);
    this.takeBookends = new TakeBookends(deps, secondLook);
    const deliveries = new FollowDeliveries(deps, this.syncOrders);
    this.settleExpiry = new SettleExpiry(deps, this.syncOrders, deliveries);
    this.watchExits = new WatchExits(
      deps,
      { advance, sendOrders, mayEnter: entryAtLimit(deps) },
      secondLook,
    );
    this.reconcile = new Reconcile(deps, this.syncOrders);
    this.seeAccounts = new SeeAccounts(deps, this.reconcile);
    this.compareAtStart = new CompareAtStart(deps, this.syncOrders, this.reconcile);
    this.watchHaltFiles = new WatchHaltFiles(deps);
    this.watchCauses = new WatchCauses(deps);
    this.trading = new BookTrading(deps, steps);
    this.strategyDoor = new StrategyDoor({
      place: new PlaceTrade(deps, sendOrders, advance),
      close: new CloseTrade(deps, steps.keyed),
      cancel: new CancelTrade(steps.keyed),
    });
    this.previews = previewsOf(deps);
    this.care = new BookCare(deps, steps, this.takeSnapshots);
    this.account = new BookAccount(deps, about);
    this.reports = reportsOf(deps);
    this.news = deps.book.news;
  }

  read(actor: Actor): BookReader {
    return this.#deps.book.read(actor.username);
  }

  view<T>(actor: Actor, work: (reader: BookReader) => Promise<T>): Promise<T> {
    return this.#deps.book.view(actor.username, work);
  }
}
