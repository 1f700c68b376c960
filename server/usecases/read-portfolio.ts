import { sessionAt } from '../domain/calendar/market-calendar.ts';
import { markPositions, valueBook, type Valuation } from '../domain/book/value-book.ts';
import type { MarkedPosition, Portfolio } from '../domain/book/portfolio.ts';
import type { Trade } from '../domain/trade/trade.ts';
import type { BookDeps } from './book-deps.ts';
import { startOfExchangeDay } from './entry-check.ts';
import type { Actor } from './trading-system.ts';

/** What the book is worth, by the marks at hand. */
export class ReadPortfolio {
  constructor(private readonly deps: BookDeps) {}

  async positions(actor: Actor): Promise<readonly MarkedPosition[]> {
    const reader = this.deps.book.read(actor.username);
    const [positions, active] = await Promise.all([reader.positions(), reader.activeTrades()]);
    return markPositions(positions, tradesOf(active), this.#valuation());
  }

  async portfolio(actor: Actor): Promise<Portfolio> {
    const { book } = this.deps;
    const reader = book.read(actor.username);
    const valuation = this.#valuation();
    const from = startOfExchangeDay(valuation.now);
    const [account, held, activeTrades, closedToday] = await Promise.all([
      reader.account(),
      reader.positions(),
      reader.activeTrades(),
      reader.closedTrades({ closedFrom: from }),
    ]);
    const active = tradesOf(activeTrades);
    const older = [...active, ...closedToday].filter(
      (trade) => trade.openedAt && trade.openedAt < from,
    );
    const dayStart = await reader.pricesBefore(
      older.map((trade) => trade.id),
      from,
    );
    const positions = markPositions(held, active, valuation);
    return valueBook({
      mode: book.mode,
      account,
      positions,
      active: activeTrades,
      closedToday,
      dayStart,
      valuation,
    });
  }

  #valuation(): Valuation {
    const now = this.deps.clock.now();
    const isRegular = sessionAt(now).session === 'REGULAR';
    return { now, isOpen: (trade: Trade) => trade.venue === 'SIMULATED' || isRegular };
  }
}

function tradesOf(aggregates: readonly { readonly trade: Trade }[]): readonly Trade[] {
  return aggregates.map(({ trade }) => trade);
}
