import type { Username } from '../../domain/ids.ts';
import { VENUES, type VenueName } from '../../domain/venue.ts';
import { isTradedLate } from '../../domain/instrument/contract-hours.ts';
import {
  exchangeDate,
  sessionAt,
  type MarketSession,
} from '../../domain/calendar/market-calendar.ts';
import { isStale } from '../../domain/market/mark-rules.ts';
import { isTradable } from '../../domain/exits/exit-price.ts';
import { spansGap, widenExcursions } from '../../domain/trade/excursions.ts';
import { hasExpired } from '../../domain/trade/has-expired.ts';
import type { Markable } from '../../domain/trade/trade.ts';
import type { CompletenessEntry, MarkWrite } from '../../ports/mark-writes.ts';
import { MarketDataUnavailable, type MarketData } from '../../ports/market-data.ts';
import { accountKey, type UserAccount } from '../../ports/turns.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { countMissedTicks, type HeldUp } from './count-missed-ticks.ts';
import { SharedMarks } from './shared-marks.ts';
import { PriceConflicts } from './price-conflicts.ts';
import { eachAccount, userAccountOf } from '../steps/each-account.ts';
import {
  bySource,
  byUserAndVenue,
  quotesOfTrades,
  type TradeQuotes,
} from '../steps/quotes-of-trades.ts';
import { inParts, keptInParts } from '../steps/in-parts.ts';
import type { SecondLook } from './second-look.ts';

/** Users whose trades are looked at in one turn of the event loop. */
const GROUPS_AT_ONCE = 50;

/** Marks every held or waiting trade, and counts those it could not mark, with the cause. */
export class TakeSnapshots {
  readonly #conflicts: PriceConflicts;
  #heldUp: HeldUp | null = null;

  constructor(
    private readonly deps: BookDeps,
    private readonly secondLook: SecondLook,
  ) {
    this.#conflicts = new PriceConflicts(deps);
  }

  /**
   * The scheduled tick: only while the trade's market is open. Given its interval, it first counts the ticks
   * missed since the last one.
   */
  async execute(everySeconds: number | null = null): Promise<void> {
    const trades = await this.deps.book.markableTrades();
    const putOff = await this.#putOff(trades);
    try {
      if (everySeconds !== null)
        await countMissedTicks(this.deps, everySeconds * 1000, this.#heldUp);
      await this.#tick(trades);
    } finally {
      const waited = (await this.#putOff(trades)) > putOff;
      const cause = waited ? 'budget put off' : 'the tick before took too long';
      this.#heldUp = { until: this.deps.clock.now(), cause };
    }
  }

  /**
   * Trades with the same source share its answer and wait for no other. A source that has not answered an
   * earlier tick is not asked again: its trades count as missed.
   */
  async #tick(trades: readonly Markable[]): Promise<void> {
    const { book, clock, turns } = this.deps;
    const groups = new Map<string, readonly Markable[]>();
    const accounts: UserAccount[] = [];
    for (const group of (await bySource(this.deps, trades)).values()) {
      const [account] = group.map(userAccountOf);
      if (!account) continue;
      accounts.push(account);
      groups.set(accountKey(account), group);
    }
    const groupOf = (account: UserAccount) => groups.get(accountKey(account)) ?? [];
    const servedBy = (account: UserAccount) => groupOf(account).map(({ username }) => username);
    const begun = new Set<string>();
    const message = 'Some trades could not be marked';
    const round = { lane: 'take-snapshots', accounts, message, servedBy };
    const { late } = await eachAccount(turns, round, (account) => {
      begun.add(accountKey(account));
      return this.#mark(groupOf(account));
    });
    const at = clock.now();
    const skipped = late.filter((account) => !begun.has(accountKey(account))).flatMap(groupOf);
    const missed = skipped.filter((trade) => isMarkedNow(trade, at));
    const cause = 'the source has not answered';
    const entries = missed.map((trade) => ({ trade, cause }));
    await book.recordCompleteness(ledger({ quoted: [], missed: entries }, at));
  }

  async #mark(trades: readonly Markable[]): Promise<void> {
    const { book, clock } = this.deps;
    const due = await this.#inSession(trades);
    if (due.length === 0) return;
    const { quoted, missed } = await this.#quotes(due);
    const at = clock.now();
    const fresh = quoted.filter(({ quote }) => !isStale(quote, at));
    const stale = quoted.filter(({ quote }) => isStale(quote, at));
    await this.#keep(fresh, at);
    await this.#show(stale, at);
    const causes = [...missed, ...stale.map(({ trade }) => ({ trade, cause: 'stale quote' }))];
    await book.recordCompleteness(ledger({ quoted: fresh, missed: causes }, at));
    await this.#conflicts.look(quoted);
  }

  /** Marks these trades now, in session or not; a person asked, so the completeness record ignores it. */
  async refresh(trades: readonly Markable[]): Promise<void> {
    const { quoted } = await this.#quotes(trades);
    await this.#keep(quoted, this.deps.clock.now());
    await this.#conflicts.look(quoted);
  }

  /** Shows fresh marks of one venue's trades between the stored ones; the completeness record ignores it. */
  async glance(venue: VenueName): Promise<void> {
    const trades = await this.deps.book.markableTrades(venue);
    const { quoted } = await this.#quotes(trades);
    await this.#show(quoted, this.deps.clock.now());
  }

  async #inSession(trades: readonly Markable[]): Promise<readonly Markable[]> {
    const { clock, timers } = this.deps;
    const now = clock.now();
    const alive = await keptInParts(timers, trades, (trade) => !hasExpired(trade.instrument, now));
    const groups = [...byUserAndVenue(alive)];
    // All are asked at once: no user waits for another's venue.
    const sessions = await Promise.all(
      groups.map(([{ username, venue }]) => this.#session(username, venue)),
    );
    const asked = groups.map((group, at) => ({ group, session: sessions[at] ?? null }));
    const open: Markable[] = [];
    for await (const part of inParts(timers, asked, GROUPS_AT_ONCE))
      for (const { group, session } of part)
        open.push(...group.filter((trade) => isOpenIn(session, trade, now)));
    return open;
  }

  /** How many requests the markets of these trades have put off so far. */
  async #putOff(trades: readonly Markable[]): Promise<number> {
    const markets = new Set<MarketData>();
    for (const [{ username, venue }] of byUserAndVenue(trades))
      markets.add(await this.deps.sources.of(username, venue));
    return [...markets].reduce((total, market) => total + (market.putOff?.() ?? 0), 0);
  }

  async #session(username: Username, venue: VenueName): Promise<MarketSession | null> {
    try {
      return (await (await this.deps.sources.of(username, venue)).session()).session;
    } catch (error) {
      if (error instanceof MarketDataUnavailable) return null;
      throw error;
    }
  }

  async #quotes(trades: readonly Markable[]): Promise<TradeQuotes> {
    return this.secondLook.believed(await quotesOfTrades(this.deps, trades));
  }

  #keep(quoted: TradeQuotes['quoted'], at: Date): Promise<void> {
    const { book, ids } = this.deps;
    const isKept = ({ phase }: Markable) => phase === 'OPEN';
    return book.writeMarks(writes(quoted, at, (trade) => (isKept(trade) ? ids.next() : null)));
  }

  #show(quoted: TradeQuotes['quoted'], at: Date): Promise<void> {
    return this.deps.book.writeMarks(writes(quoted, at, () => null));
  }
}

function isOpenIn(session: MarketSession | null, { instrument }: Markable, now: Date): boolean {
  // Shares are closed; options on indexes and broad funds trade 15 minutes longer.
  if (session === 'POST_MARKET') return isTradedLate(instrument, now);
  // When the session is not known, try: the completeness record counts what has no quote.
  return session === null || session === 'REGULAR' || session === 'ALWAYS_OPEN';
}

/** Whether a trade is marked now by our own calendar, when the venue cannot be asked. */
function isMarkedNow({ venue, instrument }: Markable, now: Date): boolean {
  if (hasExpired(instrument, now)) return false;
  return VENUES[venue].alwaysOpen || sessionAt(now).session === 'REGULAR';
}

/** Makes each write when it is asked for: ten thousand at once would hold the event loop. */
function* writes(
  quoted: TradeQuotes['quoted'],
  takenAt: Date,
  snapshotIdOf: (trade: Markable) => string | null,
): Generator<MarkWrite> {
  const marks = new SharedMarks();
  for (const { trade, quote } of quoted) {
    const mark = marks.of(trade, quote);
    const { username, id: tradeId } = trade;
    yield {
      ...{ username, tradeId, snapshotId: snapshotIdOf(trade), kind: 'INTRADAY', takenAt, mark },
      ...widenExcursions(trade, isTradable(trade, quote, takenAt) ? mark.price : null),
      excursionsComplete: trade.excursionsComplete && !spansGap(trade, takenAt),
    };
  }
}

type Tally = { -readonly [K in keyof CompletenessEntry]: CompletenessEntry[K] };

/** One entry for each user and cause, and one for what was taken. */
function ledger({ quoted, missed }: TradeQuotes, at: Date): readonly CompletenessEntry[] {
  const date = exchangeDate(at);
  const entries = new Map<string, Tally>();
  const count = ({ username, phase }: Markable, cause: string | null): void => {
    if (phase !== 'OPEN') return;
    const key = `${username} ${cause}`;
    const entry = entries.get(key) ?? { username, date, at, expected: 0, taken: 0, cause };
    entries.set(key, entry);
    entry.expected += 1;
    if (cause === null) entry.taken += 1;
  };
  for (const { trade } of quoted) count(trade, null);
  for (const { trade, cause } of missed) count(trade, cause);
  return [...entries.values()];
}
