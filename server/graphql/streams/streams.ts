import type { Alert } from '../../domain/account/alert.ts';
import type { TradingMode } from '../../domain/mode.ts';
import type { MarkedPosition } from '../../domain/book/portfolio.ts';
import type { Quote } from '../../domain/market/quote.ts';
import type { Clock } from '../../ports/clock.ts';
import type { EventFeed } from '../../ports/event-feed.ts';
import type { SystemStatus } from '../../ports/desk-of-book.ts';
import type { Actor } from '../../ports/trading-system.ts';
import type { Books } from '../books/books.ts';
import { quoteView } from '../prices/price-view.ts';
import type { QuoteType } from '../prices/quote.types.ts';
import { alertChanges, newAlerts } from './alert-stream.ts';
import { followBacktest, type BacktestProgress, type Followed } from './backtest-stream.ts';
import { changes } from './changes.ts';
import { positionUpdates } from './position-stream.ts';
import { SharedLooks } from './shared-looks.ts';
import type { BookView } from './log-page.ts';
import type { LogReading } from './log-reading.ts';
import { LogTails, type LogSource } from './log-tails.ts';

/** Milliseconds that a look stays valid. A venue allows few requests, and the sandbox is 15 minutes late. */
const GOOD_MS = { simulated: 500, live: 2_000, outside: 5_000 };

/** The streams that a caller may subscribe to. */
export class Streams {
  readonly #looks = new SharedLooks();
  readonly #tails: LogTails;

  constructor(
    private readonly books: Books,
    private readonly feed: EventFeed,
    private readonly clock: Clock,
    private readonly backtests: Followed,
  ) {
    this.#tails = new LogTails(
      feed,
      (mode) =>
        (...asked) =>
          books.of(mode).news(...asked),
    );
  }

  log(actor: Actor, asked: Pick<LogSource, 'mode' | 'after' | 'eventsOnly'>): Promise<LogReading> {
    const system = this.books.of(asked.mode);
    const view: BookView = (work) => system.view(actor, work);
    return this.#tails.open({ ...asked, view, username: actor.username });
  }

  alerts(actor: Actor, mode: TradingMode): Promise<AsyncIterableIterator<Alert>> {
    return newAlerts(this.#source(actor, mode));
  }

  alertChanges(actor: Actor, mode: TradingMode): Promise<AsyncIterableIterator<Alert>> {
    return alertChanges(this.#source(actor, mode));
  }

  positions(actor: Actor, mode: TradingMode): AsyncIterableIterator<MarkedPosition> {
    const system = this.books.of(mode);
    const positions = () => system.trading.getOpenPositions(actor);
    return positionUpdates({ feed: this.feed, mode, username: actor.username, positions });
  }

  /** The current quotes, then each that changes. Growing older is no change; becoming stale is. */
  quotes(
    actor: Actor,
    symbols: readonly string[],
    mode: TradingMode,
  ): AsyncIterableIterator<QuoteType> {
    const { trading } = this.books.of(mode);
    const key = JSON.stringify(['quotes', mode, actor.username, symbols]);
    const goodForOf = mode === 'REAL' ? () => GOOD_MS.live : goodForPaper;
    return changes(async () => {
      const ask = () => trading.getCurrentPrice(actor, symbols);
      const quotes = await this.#looks.of(key, ask, goodForOf);
      const now = this.clock.now();
      return symbols.map((symbol, at) => {
        const item = quoteView(symbol, quotes[at] ?? null, { mode, now });
        const { ageSeconds: _age, receivedAt: _received, sourceTime: _time, ...shown } = item;
        return { id: symbol, key: JSON.stringify(shown), item };
      });
    });
  }

  backtest(actor: Actor, id: string): Promise<AsyncIterableIterator<BacktestProgress>> {
    return followBacktest(this.backtests, actor.username, id);
  }

  /**
   * Each change from now on; a change of the book comes within a second. The clock and the seconds of an age do
   * not count as changes; the minutes do.
   */
  async statuses(actor: Actor, mode: TradingMode): Promise<AsyncIterableIterator<SystemStatus>> {
    const { username } = actor;
    const system = this.books.of(mode);
    const ask = () => system.account.status(actor);
    const name = `status ${mode} ${username}`;
    const look = async () => {
      const item = await this.#looks.of(name, ask, ({ simulated }) =>
        simulated ? GOOD_MS.simulated : GOOD_MS.outside,
      );
      return [{ id: mode, key: statusKey(item), item }];
    };
    const unsubscribe = this.feed.subscribe(mode, username, ({ marked }) => {
      if (marked.length === 0) this.#looks.forget(name);
    });
    try {
      const known = new Map((await look()).map(({ id, key }) => [id, key]));
      return changes(look, known, unsubscribe);
    } catch (error) {
      unsubscribe();
      throw error;
    }
  }

  #source(actor: Actor, mode: TradingMode) {
    const reader = this.books.of(mode).read(actor);
    return { feed: this.feed, reader, mode, username: actor.username };
  }
}

function goodForPaper(quotes: readonly (Quote | null)[]): number {
  return quotes.some((quote) => quote?.delayed) ? GOOD_MS.outside : GOOD_MS.simulated;
}

function statusKey({ clock: _clock, dataAgeSeconds, ...rest }: SystemStatus): string {
  const minutes = dataAgeSeconds === null ? null : Math.floor(dataAgeSeconds / 60);
  return JSON.stringify({ ...rest, minutes });
}
