import { whyUntradable } from '../../../server/domain/exits/why-untradable.ts';
import { dec } from '../../../server/domain/decimal.ts';
import type { Quote } from '../../../server/domain/market/quote.ts';
import { Refusal } from '../../../server/domain/refusal.ts';
import type { TicketInput } from '../../../server/domain/ticket/ticket.ts';
import type { Trade } from '../../../server/domain/trade/trade.ts';
import type { Book } from '../../../server/ports/book.ts';
import type { Clock } from '../../../server/ports/clock.ts';
import type {
  Actor,
  HistoryQuery,
  OrderRequest,
  PositionUpdate,
  TradingSystem,
} from '../../../server/ports/trading-system.ts';
import { anOrder, aTrade, keep } from '../values/builders.ts';

/** A trading system over a real book. Its orders never fill, and it refuses what a test makes it refuse. */
export class ScriptedTrading implements TradingSystem {
  readonly mode = 'PAPER';
  readonly tickets: TicketInput[] = [];
  readonly adjustments: object[] = [];
  readonly quotes = new Map<string, Quote>();
  /** If set, every act of trading throws it. */
  refuseWith: Error | null = null;
  #placed = 0;

  constructor(
    private readonly book: Book,
    private readonly clock: Clock,
  ) {}

  async getOpenPositions() {
    return [];
  }

  executeOrder(actor: Actor, request: OrderRequest): Promise<Trade> {
    if ('open' in request) return this.#place(actor, request.open);
    return this.touch(actor, 'close' in request ? request.close : request.cancel);
  }

  updatePosition(actor: Actor, update: PositionUpdate): Promise<Trade> {
    if ('annotation' in update) return this.touch(actor, update.annotation);
    this.adjustments.push(update.bracket);
    return this.touch(actor, update.bracket);
  }

  async getCurrentPrice(_actor: Actor, symbols: readonly string[]) {
    return symbols.map((symbol) => this.quotes.get(symbol) ?? null);
  }

  validatePrice(trade: Trade, at: Date) {
    return whyUntradable(trade, at);
  }

  async calculatePnL({ username }: Actor) {
    const { cash, deposits, realizedPnl, fees } = await this.book.read(username).account();
    const figures = {
      ...{ cash, deposits, realizedPnl, fees },
      ...{ equity: cash, unmarked: 0, toStops: dec(0), withoutStop: 0 },
    };
    const unknown = { buyingPower: null, openPnl: null, dayPnl: null };
    return { mode: this.mode, ...figures, ...unknown, asOf: this.clock.now() } as const;
  }

  getTradeHistory({ username }: Actor, { phase, filter, page, order }: HistoryQuery) {
    return this.book.read(username).trades(phase, filter, page, order);
  }

  /** Raises the trade's version and changes nothing else. */
  async touch(
    { username }: Actor,
    input: { readonly id: string; readonly expectedVersion: number },
  ): Promise<Trade> {
    this.refuse();
    const found = await this.book.read(username).trade(input.id);
    if (!found) throw new Refusal('NOT_FOUND', 'There is no such object');
    if (found.trade.version !== input.expectedVersion)
      throw new Refusal('CONFLICT', 'The trade has changed');
    const kept = await this.book.change(username, (book) => keep(book, found, found.trade));
    return kept.trade;
  }

  refuse(): void {
    if (this.refuseWith) throw this.refuseWith;
  }

  async #place({ username }: Actor, input: TicketInput): Promise<Trade> {
    this.refuse();
    this.tickets.push(input);
    this.#placed += 1;
    const id = `paper_${username}-${this.#placed}`;
    const trade = aTrade({ id, username, quantity: input.quantity });
    const order = anOrder({ id: `${id}-entry`, tradeId: id, tag: `${id}-tag` });
    const kept = await this.book.change(username, (book) => keep(book, null, trade, [order]));
    return kept.trade;
  }
}
