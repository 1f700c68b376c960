import { VENUES } from '../../domain/venue.ts';
import { sessionAt } from '../../domain/calendar/market-calendar.ts';
import {
  markPositions,
  valueBook,
  type DayStart,
  type Valuation,
} from '../../domain/book/value-book.ts';
import type { MarkedPosition, Portfolio } from '../../domain/book/portfolio.ts';
import type { Trade } from '../../domain/trade/trade.ts';
import type { BookReader } from '../../ports/book.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { startOfExchangeDay } from '../../domain/calendar/market-calendar.ts';
import type { Actor } from '../../ports/trading-system.ts';

/** The value of the book at the current marks. */
export class ReadPortfolio {
  constructor(private readonly deps: BookDeps) {}

  async positions(actor: Actor): Promise<readonly MarkedPosition[]> {
    return this.deps.book.view(actor.username, async (reader) => {
      const positions = await reader.positions();
      const active = await reader.activeTrades();
      return markPositions(positions, tradesOf(active), this.#valuation());
    });
  }

  /** Read at one moment: cash and positions of two instants would not add up. */
  portfolio(actor: Actor): Promise<Portfolio> {
    return this.deps.book.view(actor.username, (reader) => this.#portfolio(reader));
  }

  async #portfolio(reader: BookReader): Promise<Portfolio> {
    const { book } = this.deps;
    const valuation = this.#valuation();
    const from = startOfExchangeDay(valuation.now);
    const account = await reader.account();
    const held = await reader.positions();
    const activeTrades = await reader.activeTrades();
    const closedToday = await reader.closedTrades({ closedFrom: from });
    const fills = await reader.fillsSince(from);
    const active = tradesOf(activeTrades);
    // A trade with a fill or a delivery since then has changed; any other is as it was.
    const moved = new Set([
      ...fills.map(({ tradeId }) => tradeId),
      ...active.filter(({ deliveredTo }) => deliveredTo.length > 0).map(({ id }) => id),
    ]);
    const dayStart = await dayStarts(reader, from, {
      asNow: active.filter(({ id }) => !moved.has(id)),
      asThen: [...closedToday, ...active.filter(({ id }) => moved.has(id))],
    });
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
    return { now, isOpen: (trade: Trade) => VENUES[trade.venue].alwaysOpen || isRegular };
  }
}

/** Trades that were open at the start of the day: unchanged trades as they are, changed trades from the log. */
async function dayStarts(
  reader: BookReader,
  from: Date,
  { asNow, asThen }: { asNow: readonly Trade[]; asThen: readonly Trade[] },
): Promise<ReadonlyMap<string, DayStart>> {
  const isOlder = ({ openedAt }: Trade) => openedAt !== null && openedAt < from;
  const before = new Date(from.getTime() - 1);
  const older = asNow.filter(isOlder);
  for (const { id } of asThen.filter(isOlder)) {
    const event = await reader.eventAt(id, before);
    if (event) older.push(event.trade);
  }
  const prices = await reader.pricesBefore(
    older.map(({ id }) => id),
    from,
  );
  return new Map(older.map((trade) => [trade.id, { trade, price: prices.get(trade.id) ?? null }]));
}

function tradesOf(aggregates: readonly { readonly trade: Trade }[]): readonly Trade[] {
  return aggregates.map(({ trade }) => trade);
}
