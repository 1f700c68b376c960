import type { KillSwitchLevel } from '../../../server/domain/account/account.ts';
import type { Alert } from '../../../server/domain/account/alert.ts';
import { dec, type Decimal } from '../../../server/domain/decimal.ts';
import { Refusal } from '../../../server/domain/refusal.ts';
import { fillQuality } from '../../../server/domain/statistics/fill-quality.ts';
import { summarise } from '../../../server/domain/statistics/summarise.ts';
import type { TicketInput } from '../../../server/domain/ticket/ticket.ts';
import type { Trade } from '../../../server/domain/trade/trade.ts';
import type { Book, BookReader } from '../../../server/ports/book.ts';
import type { Clock } from '../../../server/ports/clock.ts';
import type { SplitPreview } from '../../../server/ports/split-preview.ts';
import { acknowledgeAlert } from '../../../server/usecases/book/acknowledge-alert.ts';
import type {
  Actor,
  SystemStatus,
  TradePreview,
  TradingSystem,
} from '../../../server/ports/trading-system.ts';
import { anOrder, aTrade, keep } from '../values/builders.ts';

/** A TradingSystem over a real book, whose trading is a script of the test's. */
export class ScriptedDesk implements TradingSystem {
  readonly mode = 'PAPER';
  readonly tickets: TicketInput[] = [];
  /** Thrown by everything that trades, once set. */
  refuseWith: Error | null = null;
  #placed = 0;

  constructor(
    private readonly book: Book,
    private readonly clock: Clock,
  ) {}

  read(actor: Actor): BookReader {
    return this.book.read(actor.username);
  }

  view<T>(actor: Actor, work: (reader: BookReader) => Promise<T>): Promise<T> {
    return this.book.view(actor.username, work);
  }

  async placeTrade(actor: Actor, input: TicketInput): Promise<Trade> {
    this.#refuse();
    this.tickets.push(input);
    this.#placed += 1;
    const id = `paper_${actor.username}-${this.#placed}`;
    const trade = aTrade({ id, username: actor.username, quantity: input.quantity });
    const order = anOrder({ id: `${id}-entry`, tradeId: id, tag: `${id}-tag` });
    const kept = await this.book.change(actor.username, (book) => keep(book, null, trade, [order]));
    return kept.trade;
  }

  async closeTrade(actor: Actor, input: { readonly id: string }): Promise<Trade> {
    return this.#touched(actor, input.id);
  }

  async cancelTrade(actor: Actor, input: { readonly id: string }): Promise<Trade> {
    return this.#touched(actor, input.id);
  }

  readonly adjustments: object[] = [];
  async adjustBracket(actor: Actor, input: { readonly id: string }): Promise<Trade> {
    this.adjustments.push(input);
    return this.#touched(actor, input.id);
  }

  async previewTrade(): Promise<TradePreview> {
    this.#refuse();
    return PREVIEW;
  }

  async previewClose(): Promise<TradePreview> {
    this.#refuse();
    return PREVIEW;
  }

  async previewAdjust(): Promise<TradePreview> {
    this.#refuse();
    return PREVIEW;
  }

  async reviewTrade(actor: Actor, input: { readonly id: string }): Promise<Trade> {
    return this.#touched(actor, input.id);
  }

  async settleFillCorrection(actor: Actor, input: { readonly id: string }): Promise<Trade> {
    return this.#touched(actor, input.id);
  }

  async settleExitAdjustment(actor: Actor, input: { readonly id: string }): Promise<Trade> {
    return this.#touched(actor, input.id);
  }

  async previewSplit(): Promise<SplitPreview> {
    this.#refuse();
    return SPLIT_PREVIEW;
  }

  async bookSplit(actor: Actor, input: { readonly id: string }): Promise<Trade> {
    return this.#touched(actor, input.id);
  }

  async annotateTrade(actor: Actor, input: { readonly id: string }): Promise<Trade> {
    return this.#touched(actor, input.id);
  }

  async deposit(actor: Actor, amount: Decimal): Promise<void> {
    const now = this.clock.now();
    await this.book.change(actor.username, (book) => book.deposit(amount, now, 'user'));
  }

  invariants(actor: Actor) {
    return this.read(actor).invariantChecks();
  }

  async acceptDifferences(actor: Actor) {
    return this.read(actor).invariantChecks();
  }

  async refreshPrices(actor: Actor): Promise<readonly Trade[]> {
    return (await this.read(actor).activeTrades()).map(({ trade }) => trade);
  }

  async setKillSwitch(actor: Actor, level: KillSwitchLevel): Promise<void> {
    const now = this.clock.now();
    await this.book.change(actor.username, (book) => book.setKillSwitch(level, now, 'user'));
  }

  acknowledgeAlert(actor: Actor, id: string): Promise<Alert> {
    return acknowledgeAlert({ book: this.book, clock: this.clock }, actor.username, id);
  }

  async tradeAsOf() {
    return null;
  }

  async equityCurve() {
    return [];
  }

  async positions() {
    return [];
  }

  async portfolio(actor: Actor) {
    const { cash, deposits, realizedPnl, fees } = await this.read(actor).account();
    const figures = {
      cash,
      deposits,
      realizedPnl,
      fees,
      equity: cash,
      unmarked: 0,
      toStops: dec(0),
      withoutStop: 0,
    };
    const unknown = { buyingPower: null, openPnl: null, dayPnl: null };
    return { mode: this.mode, ...figures, ...unknown, asOf: this.clock.now() } as const;
  }

  async stats() {
    return summarise([]);
  }

  async fillQuality() {
    return fillQuality([]);
  }

  async deposits() {
    return [];
  }

  async dailyPnl() {
    return [];
  }

  async systemStatus(actor: Actor): Promise<SystemStatus> {
    const { killSwitch } = await this.read(actor).account();
    return { ...STATUS, killSwitch, ownKillSwitch: killSwitch, clock: this.clock.now() };
  }

  async halt(actor: Actor) {
    return (await this.read(actor).account()).killSwitch;
  }

  async limitUse() {
    return [];
  }

  async proveLog(actor: Actor) {
    return { ...(await this.book.proveLog(actor.username)), checkedAt: this.clock.now() };
  }

  async #touched(actor: Actor, id: string): Promise<Trade> {
    this.#refuse();
    const found = await this.read(actor).trade(id);
    if (!found) throw new Refusal('NOT_FOUND', 'There is no such object');
    const kept = await this.book.change(actor.username, (book) => keep(book, found, found.trade));
    return kept.trade;
  }

  #refuse(): void {
    if (this.refuseWith) throw this.refuseWith;
  }
}

const SPLIT_PREVIEW: SplitPreview = {
  ...{ quantityBefore: dec(5), quantityAfter: dec(50) },
  ...{ entryPriceBefore: null, entryPriceAfter: null },
  ...{ valueBefore: dec(6000), valueAfter: dec(6000) },
  ...{ stopLossAfter: null, takeProfitAfter: null },
  ...{ bookQuantity: dec(50), venueQuantity: dec(50) },
};

const PREVIEW: TradePreview = {
  cost: dec('150.5'),
  fees: null,
  maxLoss: null,
  maxProfit: null,
  breakEven: null,
  stopLoss: null,
  lossAtStop: null,
  riskChecks: [],
  buyingPowerAfter: null,
  roundTrip: null,
  realizedPnl: null,
  exitsNote: null,
  coverNote: null,
  confirmationToken: null,
  expiresAt: null,
};

const STATUS: Omit<SystemStatus, 'killSwitch' | 'ownKillSwitch' | 'clock'> = {
  deskHalt: 'OFF',
  mode: 'PAPER',
  venue: 'SIMULATED',
  simulated: true,
  marketSession: 'ALWAYS_OPEN',
  nextSessionChange: null,
  ...{ sessionSource: 'the desk’s calendar', sessionUnconfirmed: false },
  testClock: true,
  dataAgeSeconds: null,
  armed: false,
  armedUntil: null,
  armPhrase: null,
  unknownOrders: 0,
  unprotectedTrades: 0,
  snapshotCompleteness: { date: '2026-03-10', expected: 0, taken: 0, gaps: [] },
  version: 'test',
};
