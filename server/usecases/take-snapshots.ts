import type { VenueName } from '../domain/book/mode.ts';
import { exchangeDate } from '../domain/calendar/market-calendar.ts';
import { isQuoteOf, markOf } from '../domain/market/mark-rules.ts';
import type { SnapshotKind } from '../domain/market/mark.ts';
import type { Quote } from '../domain/market/quote.ts';
import { spansGap, widenExcursions } from '../domain/trade/excursions.ts';
import type { Trade } from '../domain/trade/trade.ts';
import type { CompletenessEntry, MarkWrite } from '../ports/book.ts';
import { MarketDataUnavailable, type SnapshotSource } from '../ports/market-data.ts';
import type { BookDeps } from './book-deps.ts';
import { PriceConflicts } from './price-conflicts.ts';

interface Group {
  readonly source: SnapshotSource;
  readonly trades: Trade[];
}

interface Marked {
  readonly writes: readonly MarkWrite[];
  /** Why the rest of the group has none. */
  readonly missed: readonly { readonly trade: Trade; readonly cause: string }[];
}

/**
 * Marks every trade that is held or waits, in as few provider calls as possible: users whose trades are judged by the
 * same source share its answer. What could not be marked is counted with its cause.
 */
export class TakeSnapshots {
  readonly #conflicts: PriceConflicts;

  constructor(private readonly deps: BookDeps) {
    this.#conflicts = new PriceConflicts(deps);
  }

  /** The scheduled tick: only where the trade's market is open. */
  async execute(): Promise<void> {
    const trades = await this.deps.book.activeTrades();
    const due = await this.#inSession(trades);
    await this.#take(due, 'INTRADAY');
  }

  /** Marks these trades now, in session or not. */
  async refresh(trades: readonly Trade[]): Promise<void> {
    await this.#take(trades, 'INTRADAY');
  }

  /** Shows fresh marks of one venue's trades between the kept ones; counted in no ledger. */
  async glance(venue: VenueName): Promise<void> {
    const trades = (await this.deps.book.activeTrades()).filter((trade) => trade.venue === venue);
    const marked = await Promise.all(
      (await this.#bySource(trades)).map((group) => this.#mark(group, 'INTRADAY')),
    );
    const writes = marked.flatMap((each) => each.writes);
    if (writes.length === 0) return;
    await this.deps.book.writeMarks(writes.map((write) => ({ ...write, snapshotId: null })));
  }

  async #inSession(trades: readonly Trade[]): Promise<readonly Trade[]> {
    const open = new Map<string, Promise<boolean>>();
    const isOpen = (trade: Trade): Promise<boolean> => {
      const key = `${trade.username} ${trade.venue}`;
      const known = open.get(key) ?? this.#isOpen(trade.username, trade.venue);
      open.set(key, known);
      return known;
    };
    const flags = await Promise.all(trades.map(isOpen));
    return trades.filter((_, index) => flags[index]);
  }

  async #isOpen(username: string, venue: VenueName): Promise<boolean> {
    try {
      const { session } = await (await this.deps.sources.of(username, venue)).session();
      return session === 'REGULAR' || session === 'ALWAYS_OPEN';
    } catch (error) {
      // Nobody can say: try, and let the ledger count what comes back empty.
      if (error instanceof MarketDataUnavailable) return true;
      throw error;
    }
  }

  async #take(trades: readonly Trade[], kind: SnapshotKind): Promise<void> {
    if (trades.length === 0) return;
    const { book, clock } = this.deps;
    const groups = await this.#bySource(trades);
    const marked = await Promise.all(groups.map((group) => this.#mark(group, kind)));
    const writes = marked.flatMap((each) => each.writes);
    if (writes.length > 0) await book.writeMarks(writes);
    await book.recordCompleteness(ledger(marked, clock.now()));
    const byId = new Map(trades.map((trade) => [trade.id, trade]));
    await this.#conflicts.look(
      writes.flatMap(({ tradeId, mark }) => {
        const trade = byId.get(tradeId);
        return trade ? [{ trade, mark }] : [];
      }),
    );
  }

  async #bySource(trades: readonly Trade[]): Promise<readonly Group[]> {
    const groups = new Map<SnapshotSource, Group>();
    for (const trade of trades) {
      const source = await this.deps.sources.snapshotsFor(trade.username, trade.venue);
      const group = groups.get(source) ?? { source, trades: [] };
      group.trades.push(trade);
      groups.set(source, group);
    }
    return [...groups.values()];
  }

  async #mark({ source, trades }: Group, kind: SnapshotKind): Promise<Marked> {
    const symbols = [...new Set(trades.map((trade) => trade.instrument.symbol))];
    let quotes: ReadonlyMap<string, Quote>;
    try {
      quotes = await source.quotes(symbols);
    } catch (error) {
      if (!(error instanceof MarketDataUnavailable)) throw error;
      const cause = `provider: ${error.message}`;
      return { writes: [], missed: trades.map((trade) => ({ trade, cause })) };
    }
    const takenAt = this.deps.clock.now();
    const writes: MarkWrite[] = [];
    const missed: { trade: Trade; cause: string }[] = [];
    for (const trade of trades) {
      const quote = quotes.get(trade.instrument.symbol);
      if (quote && isQuoteOf(quote, trade.instrument))
        writes.push(this.#write(trade, quote, kind, takenAt));
      else missed.push({ trade, cause: quote ? 'a quote of something else' : 'no quote' });
    }
    return { writes, missed };
  }

  #write(trade: Trade, quote: Quote, kind: SnapshotKind, takenAt: Date): MarkWrite {
    const mark = markOf(quote, trade.instrument, trade.side);
    return {
      username: trade.username,
      tradeId: trade.id,
      snapshotId: trade.phase === 'OPEN' ? this.deps.ids.next() : null,
      kind,
      takenAt,
      mark,
      ...widenExcursions(trade, mark.price),
      excursionsComplete: trade.excursionsComplete && !spansGap(trade, takenAt),
    };
  }
}

function ledger(marked: readonly Marked[], at: Date): readonly CompletenessEntry[] {
  const entries = new Map<string, { expected: number; taken: number; cause: string | null }>();
  const of = (username: string) => {
    const entry = entries.get(username) ?? { expected: 0, taken: 0, cause: null };
    entries.set(username, entry);
    return entry;
  };
  for (const { writes, missed } of marked) {
    for (const { username, snapshotId } of writes) {
      if (snapshotId === null) continue;
      const entry = of(username);
      entry.expected += 1;
      entry.taken += 1;
    }
    for (const { trade, cause } of missed) {
      if (trade.phase !== 'OPEN') continue;
      const entry = of(trade.username);
      entry.expected += 1;
      entry.cause = cause;
    }
  }
  const date = exchangeDate(at);
  return [...entries].map(([username, entry]) => ({ username, date, at, ...entry }));
}
