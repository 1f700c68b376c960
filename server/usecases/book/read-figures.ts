import type { Columns } from '../../domain/columns/columns.ts';
import type { TradeFilter } from '../../ports/book-page.ts';
import type { FigureShapes, FiguresReader } from '../../ports/figures.ts';
import { rowsMatching } from './filter-rows.ts';
import { KeptAnswers } from './kept-answers.ts';

/** Figures of one kind. An answer is reckoned once for each state of a user's book. */
export class ReadFigures<K extends keyof FigureShapes, T> {
  readonly #answers = new KeptAnswers<T>();

  constructor(private readonly kind: K) {}

  /** `question` and the filter name the answer. */
  async answer(
    reader: FiguresReader,
    filter: TradeFilter,
    question: string,
    reckon: (columns: Columns<FigureShapes[K]>, rows: Int32Array) => T,
  ): Promise<T> {
    const asked = JSON.stringify([question, filter]);
    const now = await reader.columns(this.kind);
    const known = this.#answers.find(now.columns, asked);
    if (known !== undefined) return known;
    const text = filter.text ?? null;
    const { columns, containing } = text === null ? now : await reader.columns(this.kind, text);
    const rows = rowsMatching(columns, filter, containing);
    return this.#answers.keep(columns, asked, reckon(columns, rows));
  }
}
