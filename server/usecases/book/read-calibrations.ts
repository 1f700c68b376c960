import type { Username } from '../../domain/ids.ts';
import type { Book } from '../../ports/book.ts';
import type { BookCalibration, FillCalibrations } from '../../ports/fill-calibrations.ts';
import { ReadStats } from './read-stats.ts';

/** Fits to what venues filled. Books are never mixed: each venue fills in its own way. */
export class ReadCalibrations implements FillCalibrations {
  readonly #books;

  /** The first has precedence. */
  constructor(books: readonly Pick<Book, 'mode' | 'figures'>[]) {
    this.#books = books.map((book) => ({ mode: book.mode, stats: new ReadStats(book) }));
  }

  /** The first book's calibration that is offered; without any, the one with the most fills behind it. */
  async of(username: Username): Promise<BookCalibration> {
    const found = await Promise.all(
      this.#books.map(async ({ mode, stats }) => ({
        ...(await stats.calibration(username)),
        mode,
      })),
    );
    const weight = ({ earlier, later }: BookCalibration) => earlier + later;
    return (
      found.find(({ doubt }) => doubt === null) ??
      found.reduce((most, each) => (weight(each) >= weight(most) ? each : most))
    );
  }
}
