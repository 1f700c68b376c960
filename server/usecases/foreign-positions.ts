import type { VenueName } from '../domain/book/mode.ts';
import type { VenuePosition } from '../domain/order/venue-order.ts';
import type { TradeAggregate } from '../domain/trade/trade.ts';
import type { BookDeps } from './book-deps.ts';

/**
 * Positions in the account that no trade of this book holds: somebody else opened them. Told once for
 * each symbol, when two looks in a row have found it, for a close may be on its way between two answers.
 */
export class ForeignPositions {
  readonly #seen = new Map<string, ReadonlySet<string>>();
  readonly #told = new Map<string, Set<string>>();

  constructor(private readonly deps: BookDeps) {}

  async look(
    username: string,
    venue: VenueName,
    {
      positions,
      active,
    }: {
      positions: readonly VenuePosition[];
      active: readonly TradeAggregate[];
    },
  ): Promise<void> {
    const account = `${username} ${venue}`;
    const ours = new Set(active.map(({ trade }) => trade.instrument.symbol));
    const foreign = positions
      .filter(({ symbol, quantity }) => !quantity.isZero() && !ours.has(symbol))
      .map(({ symbol }) => symbol);
    const before = this.#seen.get(account) ?? new Set();
    this.#seen.set(account, new Set(foreign));
    const told = this.#told.get(account) ?? new Set();
    this.#told.set(account, told);
    const news = foreign.filter((symbol) => before.has(symbol) && !told.has(symbol));
    if (news.length === 0) return;
    await this.#tell(username, venue, news);
    for (const symbol of news) told.add(symbol);
  }

  async #tell(username: string, venue: VenueName, symbols: readonly string[]): Promise<void> {
    const { book, clock } = this.deps;
    const message = `The account at ${venue} holds ${symbols.join(', ')}, which no trade of this book does.`;
    await book.change(username, (change) =>
      change.raise(
        { kind: 'FOREIGN_CHANGE', severity: 'WARNING', message, tradeId: null },
        clock.now(),
      ),
    );
  }
}
