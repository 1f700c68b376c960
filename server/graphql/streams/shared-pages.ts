import DataLoader from 'dataloader';
import type { TradingMode } from '../../domain/mode.ts';
import type { BookNews, NewsAsked, ReadNews } from '../../ports/book-news.ts';
import { PAGE, pageOf, type LogPage, type ReadPage } from './log-page.ts';

/** The most users that share one read. */
const USERS = 500;

/** Reads at once the pages that live readers of many books ask for within one turn of the event loop. */
export class SharedPages {
  readonly #reads = new Map<TradingMode, DataLoader<NewsAsked, BookNews | null>>();

  constructor(private readonly newsOf: (mode: TradingMode) => ReadNews) {}

  /** `alone`: reads the page of a user who is too far behind for the shared read. */
  async page(
    mode: TradingMode,
    who: Pick<NewsAsked, 'username' | 'withTrades'>,
    ...[after, marked, alone]: [...Parameters<ReadPage>, ReadPage]
  ): Promise<LogPage> {
    const asked = { ...who, after: after.sequence, marked: who.withTrades ? marked : [] };
    const news = await this.#of(mode).load(asked);
    return news ? pageOf(after, news) : alone(after, marked);
  }

  #of(mode: TradingMode): DataLoader<NewsAsked, BookNews | null> {
    const known = this.#reads.get(mode);
    if (known) return known;
    const options = { cache: false, maxBatchSize: USERS, batchScheduleFn: setImmediate };
    const made = new DataLoader(
      (asked: readonly NewsAsked[]) => this.newsOf(mode)(asked, PAGE),
      options,
    );
    this.#reads.set(mode, made);
    return made;
  }
}
