import type { AssetClass } from '../../domain/instrument/instrument.ts';
import { deskSymbol } from '../../domain/instrument/symbol-forms.ts';
import { whyUntradable } from '../../domain/exits/why-untradable.ts';
import type { Quote } from '../../domain/market/quote.ts';
import type { TradingMode } from '../../domain/mode.ts';
import { parseMint } from '../../domain/token/mint.ts';
import type { Trade } from '../../domain/trade/trade.ts';
import type {
  Actor,
  HistoryQuery,
  OrderRequest,
  PositionUpdate,
  TradingSystem,
} from '../../ports/trading-system.ts';
import { ReadPortfolio } from '../book/read-portfolio.ts';
import type { AdvanceTrade } from '../orders/advance-trade.ts';
import type { KeyedChange } from '../orders/keyed-change.ts';
import type { SendOrders } from '../orders/send-orders.ts';
import { askMarket } from '../steps/ask-market.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { venueOf } from '../steps/venue-of.ts';
import { AdjustBracket } from '../trading/adjust-bracket.ts';
import { annotateTrade } from '../trading/annotate-trade.ts';
import { CancelTrade } from '../trading/cancel-trade.ts';
import { CloseTrade } from '../trading/close-trade.ts';
import { PlaceTrade } from '../trading/place-trade.ts';

/** How a trade's orders reach the venue. */
export interface OrderSteps {
  readonly sendOrders: SendOrders;
  readonly advance: AdvanceTrade;
  readonly keyed: KeyedChange;
}

export class BookTrading<M extends TradingMode> implements TradingSystem<M> {
  readonly mode: M;
  readonly #place: PlaceTrade;
  readonly #close: CloseTrade;
  readonly #cancel: CancelTrade;
  readonly #adjust: AdjustBracket;
  readonly #portfolio: ReadPortfolio;

  constructor(
    private readonly deps: BookDeps<M>,
    { sendOrders, advance, keyed }: OrderSteps,
  ) {
    this.mode = deps.book.mode;
    this.#place = new PlaceTrade(deps, sendOrders, advance);
    this.#close = new CloseTrade(deps, keyed);
    this.#cancel = new CancelTrade(keyed);
    this.#adjust = new AdjustBracket(deps, keyed);
    this.#portfolio = new ReadPortfolio(deps);
  }

  getOpenPositions(actor: Actor) {
    return this.#portfolio.positions(actor);
  }

  executeOrder(actor: Actor, request: OrderRequest) {
    if ('open' in request)
      return this.#place.execute(actor, request.open, { twinOf: request.twinOf ?? null });
    if ('close' in request) return this.#close.execute(actor, request.close);
    return this.#cancel.execute(actor, request.cancel);
  }

  updatePosition(actor: Actor, update: PositionUpdate) {
    if ('bracket' in update) return this.#adjust.execute(actor, update.bracket);
    return annotateTrade(this.deps, actor, update.annotation);
  }

  async getCurrentPrice(
    actor: Actor,
    symbols: readonly string[],
  ): Promise<readonly (Quote | null)[]> {
    const names = symbols.map(deskSymbol);
    const isMint = (name: string) => parseMint(name) !== null;
    const [tokens, listed] = await Promise.all([
      this.#quotes(actor, 'TOKEN', names.filter(isMint)),
      this.#quotes(
        actor,
        'EQUITY',
        names.filter((name) => !isMint(name)),
      ),
    ]);
    return names.map((name) => (isMint(name) ? tokens : listed).get(name) ?? null);
  }

  async #quotes(
    actor: Actor,
    assetClass: AssetClass,
    names: readonly string[],
  ): Promise<ReadonlyMap<string, Quote>> {
    if (names.length === 0) return new Map();
    const { username } = actor;
    const venue = await venueOf(this.deps, actor, { assetClass });
    return askMarket(this.deps.sources, { username, venue }, (market) =>
      market.quotes([...new Set(names)]),
    );
  }

  validatePrice(trade: Trade, at: Date) {
    return whyUntradable(trade, at);
  }

  calculatePnL(actor: Actor) {
    return this.#portfolio.portfolio(actor);
  }

  getTradeHistory({ username }: Actor, { phase, filter, page, order }: HistoryQuery) {
    return this.deps.book.read(username).trades(phase, filter, page, order);
  }
}
