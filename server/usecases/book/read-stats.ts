import { dailyPnl, type DailyPnl } from '../../domain/statistics/daily-pnl.ts';
import { calibrate, type Calibration } from '../../domain/statistics/calibration.ts';
import { fillErrors, type FillError } from '../../domain/statistics/fill-errors.ts';
import { fillQuality, type FillQuality } from '../../domain/statistics/fill-quality.ts';
import type { ShadowColumns } from '../../domain/statistics/shadow-columns.ts';
import type { StatsDimension } from '../../domain/statistics/segment-keys.ts';
import { summariseBy } from '../../domain/statistics/segments.ts';
import type { TradeStats } from '../../domain/statistics/trade-stats.ts';
import type { Username } from '../../domain/ids.ts';
import type { TradeFilter } from '../../ports/book-page.ts';
import type { Book } from '../../ports/book.ts';
import type { Actor } from '../../ports/trading-system.ts';
import { KeptAnswers } from './kept-answers.ts';
import { ReadFigures } from './read-figures.ts';

/** What a book's trades came to. */
export class ReadStats {
  readonly #stats = new ReadFigures<'closed', TradeStats>('closed');
  readonly #days = new ReadFigures<'realised', readonly DailyPnl[]>('realised');
  readonly #errors = new ReadFigures<'shadows', readonly FillError[]>('shadows');
  readonly #fits = new KeptAnswers<Calibration>();
  readonly #quality = new ReadFigures<'fills', FillQuality>('fills');

  constructor(private readonly book: Pick<Book, 'figures'>) {}

  stats(
    { username }: Actor,
    filter: TradeFilter,
    groupBy: readonly StatsDimension[],
  ): Promise<TradeStats> {
    const reader = this.book.figures(username);
    return this.#stats.answer(reader, filter, groupBy.join(), (columns, rows) =>
      summariseBy(columns, rows, groupBy),
    );
  }

  /** Covers the closed trades. */
  fillQuality({ username }: Actor, filter: TradeFilter): Promise<FillQuality> {
    return this.#quality.answer(this.book.figures(username), filter, '', fillQuality);
  }

  /** Covers the closed trades at venues that are not ours. */
  fillErrors({ username }: Actor, filter: TradeFilter): Promise<readonly FillError[]> {
    return this.#errors.answer(this.book.figures(username), filter, '', (columns, rows) =>
      fillErrors(columns, rows, this.#fitted(columns)),
    );
  }

  /** The calibration by all the user’s fills in this book. */
  async calibration(username: Username): Promise<Calibration> {
    const { columns } = await this.book.figures(username).columns('shadows');
    return this.#fitted(columns);
  }

  /** Fits once for each state of a book. */
  #fitted(columns: ShadowColumns): Calibration {
    return this.#fits.find(columns, '') ?? this.#fits.keep(columns, '', calibrate(columns));
  }

  /** Oldest first. */
  dailyPnl({ username }: Actor, filter: TradeFilter): Promise<readonly DailyPnl[]> {
    return this.#days.answer(this.book.figures(username), filter, '', dailyPnl);
  }
}
