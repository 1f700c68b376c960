import { DriftReport } from '../../domain/drift/drift-report.ts';
import type { DriftColumns } from '../../domain/drift/drift-columns.ts';
import type { TradeFilter } from '../../ports/book-page.ts';
import type { Book } from '../../ports/book.ts';
import type { Actor } from '../../ports/trading-system.ts';
import { rowsMatching } from '../book/filter-rows.ts';
import { KeptAnswers } from '../book/kept-answers.ts';
import type { KeptDrift } from './kept-drift.ts';

interface Answer {
  readonly drift: DriftColumns;
  readonly report: DriftReport;
}

/** How the trades of strategies compare with their references. */
export class ReadDrift {
  readonly #answers = new KeptAnswers<Answer>();

  constructor(
    private readonly book: Pick<Book, 'figures'>,
    private readonly kept: KeptDrift,
  ) {}

  /** Covers those trades of strategies that `stats` counts with the same filter. */
  async report({ username }: Actor, filter: TradeFilter): Promise<DriftReport> {
    const drift = await this.kept.of(username);
    const text = filter.text ?? null;
    const { columns, containing } = await this.book.figures(username).columns('closed', text);
    const asked = JSON.stringify(filter);
    const known = this.#answers.find(columns, asked);
    if (known?.drift === drift) return known.report;
    const { run } = columns.rows.codes;
    const rows = rowsMatching(columns, filter, containing).filter((row) => run[row]! >= 0);
    const { trade } = drift.rows.codes;
    const told = text === null ? null : telling(drift, text);
    const alone = rowsMatching(drift, filter, told).filter((row) => trade[row]! < 0);
    const report = new DriftReport(columns, drift, rows, alone);
    this.#answers.keep(columns, asked, { drift, report });
    return report;
  }
}

/** The rows whose symbol or strategy contains a text, in any case. */
function telling({ rows, names }: DriftColumns, text: string): ReadonlySet<string> {
  const wanted = text.toLowerCase();
  const found = new Set<string>();
  for (let row = 0; row < rows.size; row += 1) {
    const { symbol, strategy } = rows.codes;
    const told = [symbol[row]!, strategy[row]!].map((code) => names.textOf(code) ?? '');
    if (told.some((each) => each.toLowerCase().includes(wanted))) found.add(rows.ids[row]!);
  }
  return found;
}
