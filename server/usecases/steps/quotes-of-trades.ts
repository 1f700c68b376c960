import { grouped } from '../../domain/grouped.ts';
import { isQuoteOf } from '../../domain/market/mark-rules.ts';
import type { Quote } from '../../domain/market/quote.ts';
import type { Markable } from '../../domain/trade/trade.ts';
import { MarketDataUnavailable, type SnapshotSource } from '../../ports/market-data.ts';
import type { Timers } from '../../ports/timers.ts';
import type { BookDeps } from './book-deps.ts';
import { inParts } from './in-parts.ts';

export interface TradeQuotes {
  readonly quoted: readonly { readonly trade: Markable; readonly quote: Quote }[];
  /** Why the other trades have no quote. */
  readonly missed: readonly { readonly trade: Markable; readonly cause: string }[];
}

/**
 * Each trade's quote of exactly its instrument, in as few provider calls as possible: users with the same
 * source share its answer. `withinMs`: a slower source counts as having none, so no user waits for another's
 * source.
 */
export async function quotesOfTrades(
  deps: Pick<BookDeps, 'sources' | 'timers'>,
  trades: readonly Markable[],
  withinMs: number | null = null,
): Promise<TradeQuotes> {
  const { timers } = deps;
  const groups = [...(await bySource(deps, trades))];
  const answers = await Promise.all(
    groups.map(([source, group]) => {
      const asked = quotesFrom(timers, source, group);
      return withinMs === null ? asked : timers.within(withinMs, asked, () => unanswered(group));
    }),
  );
  return {
    quoted: answers.flatMap(({ quoted }) => quoted),
    missed: answers.flatMap(({ missed }) => missed),
  };
}

/** The trades, grouped by the source that prices them. */
export async function bySource(
  { sources }: Pick<BookDeps, 'sources' | 'timers'>,
  trades: readonly Markable[],
): Promise<ReadonlyMap<SnapshotSource, readonly Markable[]>> {
  const groups = new Map<SnapshotSource, Markable[]>();
  for (const ofUser of byUserAndVenue(trades)) {
    const [{ username, venue }] = ofUser;
    const source = await sources.snapshotsFor(username, venue);
    const group = groups.get(source);
    if (group) for (const trade of ofUser) group.push(trade);
    else groups.set(source, [...ofUser]);
  }
  return groups;
}

/** The trades of each user at each venue, which have one source, in the order in which they come. */
export function* byUserAndVenue(
  trades: readonly Markable[],
): Generator<readonly [Markable, ...Markable[]]> {
  for (const ofUser of grouped(trades, ({ username }) => username).values())
    yield* grouped(ofUser, ({ venue }) => venue).values();
}

function unanswered(trades: readonly Markable[]): TradeQuotes {
  const cause = 'the source has not answered';
  return { quoted: [], missed: trades.map((trade) => ({ trade, cause })) };
}

async function quotesFrom(
  timers: Pick<Timers, 'turn'>,
  source: SnapshotSource,
  trades: readonly Markable[],
): Promise<TradeQuotes> {
  const quoteOf = await askedOf(source, trades);
  if (typeof quoteOf === 'string') {
    return { quoted: [], missed: trades.map((trade) => ({ trade, cause: quoteOf })) };
  }
  const quoted: { trade: Markable; quote: Quote }[] = [];
  const missed: { trade: Markable; cause: string }[] = [];
  for await (const part of inParts(timers, trades))
    for (const trade of part) {
      const quote = quoteOf(trade);
      if (quote && isQuoteOf(quote, trade.instrument)) quoted.push({ trade, quote });
      else missed.push({ trade, cause: quote ? 'a quote of something else' : 'no quote' });
    }
  return { quoted, missed };
}

/** A text is the reason why there are no quotes. */
async function askedOf(
  source: SnapshotSource,
  trades: readonly Markable[],
): Promise<((trade: Markable) => Quote | undefined) | string> {
  try {
    if (source.quotesToSell) {
      const quotes = await source.quotesToSell(trades);
      return ({ id }) => quotes.get(id);
    }
    const symbols = new Set(trades.map(({ instrument }) => instrument.symbol));
    const quotes = await source.quotes([...symbols]);
    return ({ instrument }) => quotes.get(instrument.symbol);
  } catch (error) {
    if (!(error instanceof MarketDataUnavailable)) throw error;
    return error.putOff ? 'budget put off' : `provider down: ${error.message}`;
  }
}
