import { higherSwitch, type KillSwitchLevel } from '../domain/account/account.ts';
import type { TradingMode } from '../domain/mode.ts';
import type { StatsDimension } from '../domain/statistics/segment-keys.ts';
import type { AdjustInput, CancelInput, CloseInput, TicketInput } from '../domain/ticket/ticket.ts';
import type { Decimal } from '../domain/decimal.ts';
import type { TradeFilter } from '../ports/book-page.ts';
import type { BookReader } from '../ports/book.ts';
import { AcceptDifferences } from './reconciliation/accept-differences.ts';
import { acknowledgeAlert } from './book/acknowledge-alert.ts';
import { AdjustBracket } from './trading/adjust-bracket.ts';
import { AdvanceTrade } from './orders/advance-trade.ts';
import type { BookDeps } from './steps/book-deps.ts';
import { annotateTrade } from './trading/annotate-trade.ts';
import { bookSplit } from './trading/book-split.ts';
import { CancelTrade } from './trading/cancel-trade.ts';
import { CloseTrade } from './trading/close-trade.ts';
import { CompareAtStart } from './reconciliation/compare-at-start.ts';
import { Deposit } from './book/deposit.ts';
import { limitUseOf } from './trading/entry-check.ts';
import { FollowDeliveries } from './expiry/follow-deliveries.ts';
import { KeyedChange } from './orders/keyed-change.ts';
import { PlaceTrade } from './trading/place-trade.ts';
import { Preview } from './trading/preview.ts';
import { PreviewAdjust } from './trading/preview-adjust.ts';
import { previewSplit } from './trading/preview-split.ts';
import { ProveLog } from './book/prove-log.ts';
import { ReadHistory } from './book/read-history.ts';
import { readInvariants } from './reconciliation/read-invariants.ts';
import { ReadPortfolio } from './book/read-portfolio.ts';
import { readDailyPnl, readFillQuality, readStats } from './book/read-stats.ts';
import { ReadStatus } from './book/read-status.ts';
import { Reconcile } from './reconciliation/reconcile.ts';
import { refreshPrices } from './marks/refresh-prices.ts';
import { ReviewTrade } from './trading/review-trade.ts';
import { SecondLook } from './marks/second-look.ts';
import { SendOrders } from './orders/send-orders.ts';
import { SetKillSwitch } from './book/set-kill-switch.ts';
import { SettleExpiry } from './expiry/settle-expiry.ts';
import { SyncOrders } from './orders/sync-orders.ts';
import { TakeBookends } from './marks/take-bookends.ts';
import { TakeSnapshots } from './marks/take-snapshots.ts';
import type {
  AcceptInput,
  Actor,
  AnnotateInput,
  BookSplitInput,
  ReviewInput,
  SettleAdjustmentInput,
  SettleCorrectionInput,
  TradingSystem,
} from '../ports/trading-system.ts';
import { settleExitAdjustment } from './trading/settle-exit-adjustment.ts';
import { settleFillCorrection } from './trading/settle-fill-correction.ts';
import { WatchExits } from './watch/watch-exits.ts';
import { WatchHaltFiles } from './book/watch-halt-files.ts';

/** One book's whole desk: what people ask of it, and what its jobs do by themselves. */
export class BookDesk implements TradingSystem {
  readonly mode: TradingMode;
  readonly syncOrders: SyncOrders;
  readonly takeSnapshots: TakeSnapshots;
  readonly takeBookends: TakeBookends;
  readonly watchExits: WatchExits;
  readonly settleExpiry: SettleExpiry;
  readonly reconcile: Reconcile;
  readonly compareAtStart: CompareAtStart;
  readonly watchHaltFiles: WatchHaltFiles;
  readonly #place: PlaceTrade;
  readonly #close: CloseTrade;
  readonly #cancel: CancelTrade;
  readonly #adjust: AdjustBracket;
  readonly #preview: Preview;
  readonly #previewAdjust: PreviewAdjust;
  readonly #review: ReviewTrade;
  readonly #keyed: KeyedChange;
  readonly #accept: AcceptDifferences;
  readonly #deposit: Deposit;
  readonly #history: ReadHistory;
  readonly #portfolio: ReadPortfolio;
  readonly #status: ReadStatus;
  readonly #killSwitch: SetKillSwitch;
  readonly #prove: ProveLog;

  constructor(
    private readonly deps: BookDeps,
    about: { readonly version: string; readonly testClock: boolean },
  ) {
    this.mode = deps.book.mode;
    const sendOrders = new SendOrders(deps);
    const advance = new AdvanceTrade(deps, sendOrders);
    this.#keyed = new KeyedChange(deps, advance);
    this.#place = new PlaceTrade(deps, sendOrders, advance);
    this.#close = new CloseTrade(deps, this.#keyed);
    this.#cancel = new CancelTrade(this.#keyed);
    this.#adjust = new AdjustBracket(deps, this.#keyed);
    this.#preview = new Preview(deps);
    this.#previewAdjust = new PreviewAdjust(deps);
    this.#review = new ReviewTrade(deps, advance);
    this.#accept = new AcceptDifferences(deps);
    this.#deposit = new Deposit(deps);
    this.#history = new ReadHistory(deps);
    this.#portfolio = new ReadPortfolio(deps);
    this.#status = new ReadStatus(deps, about);
    this.#killSwitch = new SetKillSwitch(deps);
    this.#prove = new ProveLog(deps);
    this.syncOrders = new SyncOrders(deps, advance);
    const secondLook = new SecondLook(deps);
    this.takeSnapshots = new TakeSnapshots(deps, secondLook);
    this.takeBookends = new TakeBookends(deps, secondLook);
    const deliveries = new FollowDeliveries(deps, this.syncOrders);
    this.settleExpiry = new SettleExpiry(deps, this.syncOrders, deliveries);
    this.watchExits = new WatchExits(deps, advance, secondLook);
    this.reconcile = new Reconcile(deps, this.syncOrders);
    this.compareAtStart = new CompareAtStart(deps, this.syncOrders, this.reconcile);
    this.watchHaltFiles = new WatchHaltFiles(deps);
  }

  invariants({ username }: Actor) {
    return readInvariants(this.deps, username);
  }

  read(actor: Actor): BookReader {
    return this.deps.book.read(actor.username);
  }

  view<T>(actor: Actor, work: (reader: BookReader) => Promise<T>): Promise<T> {
    return this.deps.book.view(actor.username, work);
  }

  placeTrade(actor: Actor, input: TicketInput) {
    return this.#place.execute(actor, input);
  }

  closeTrade(actor: Actor, input: CloseInput) {
    return this.#close.execute(actor, input);
  }

  cancelTrade(actor: Actor, input: CancelInput) {
    return this.#cancel.execute(actor, input);
  }

  adjustBracket(actor: Actor, input: AdjustInput) {
    return this.#adjust.execute(actor, input);
  }

  previewTrade(actor: Actor, input: TicketInput) {
    return this.#preview.trade(actor, input);
  }

  previewClose(actor: Actor, input: CloseInput) {
    return this.#preview.close(actor, input);
  }

  previewAdjust(actor: Actor, input: AdjustInput) {
    return this.#previewAdjust.execute(actor, input);
  }

  reviewTrade(actor: Actor, input: ReviewInput) {
    return this.#review.execute(actor, input);
  }

  settleFillCorrection(actor: Actor, input: SettleCorrectionInput) {
    return settleFillCorrection(this.deps, actor, input);
  }

  settleExitAdjustment(actor: Actor, input: SettleAdjustmentInput) {
    return settleExitAdjustment(this.deps, this.#keyed, actor, input);
  }

  previewSplit(actor: Actor, input: BookSplitInput) {
    return previewSplit(this.deps, actor, input);
  }

  bookSplit(actor: Actor, input: BookSplitInput) {
    return bookSplit(this.deps, this.#keyed, actor, input);
  }

  annotateTrade(actor: Actor, input: AnnotateInput) {
    return annotateTrade(this.deps, actor, input);
  }

  acceptDifferences(actor: Actor, input: AcceptInput) {
    return this.#accept.execute(actor, input);
  }

  deposit(actor: Actor, amount: Decimal) {
    return this.#deposit.execute(actor, amount);
  }

  refreshPrices({ username }: Actor) {
    return refreshPrices(this.deps, this.takeSnapshots, username);
  }

  setKillSwitch(actor: Actor, level: KillSwitchLevel, raiseOnly = false) {
    return this.#killSwitch.execute(actor, level, raiseOnly);
  }

  acknowledgeAlert(actor: Actor, id: string) {
    return acknowledgeAlert(this.deps, actor.username, id);
  }

  tradeAsOf(actor: Actor, id: string, at: Date) {
    return this.#history.tradeAsOf(actor, id, at);
  }

  equityCurve(actor: Actor, from: Date | null, to: Date | null) {
    return this.#history.equityCurve(actor, from, to);
  }

  positions(actor: Actor) {
    return this.#portfolio.positions(actor);
  }

  portfolio(actor: Actor) {
    return this.#portfolio.portfolio(actor);
  }

  stats(actor: Actor, filter: TradeFilter, groupBy: readonly StatsDimension[]) {
    return readStats(this.read(actor), filter, groupBy);
  }

  fillQuality(actor: Actor, filter: TradeFilter) {
    return readFillQuality(this.read(actor), filter);
  }

  deposits(actor: Actor) {
    return this.#history.deposits(actor);
  }

  dailyPnl(actor: Actor, filter: TradeFilter) {
    return readDailyPnl(this.read(actor), filter);
  }

  systemStatus(actor: Actor) {
    return this.#status.execute(actor);
  }

  async halt({ username }: Actor): Promise<KillSwitchLevel> {
    const { killSwitch } = await this.deps.book.read(username).account();
    return higherSwitch(killSwitch, this.deps.deskHalt());
  }

  limitUse({ username }: Actor) {
    return limitUseOf(this.deps, username);
  }

  proveLog(actor: Actor) {
    return this.#prove.execute(actor);
  }
}
