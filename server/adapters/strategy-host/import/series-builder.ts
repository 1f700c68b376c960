import type { CandleInterval } from '../../../domain/market/candle.ts';
import { PRICES, type SeriesColumns, type ValueColumn } from '../columns/series-columns.ts';
import { GrowingColumn } from './growing-column.ts';
import type { ImportErrors } from './import-errors.ts';
import { instantOf } from './instant.ts';
import { OPTIONAL, REQUIRED, rowProblem, valueProblem } from './row-kinds.ts';

export interface BuiltSeries {
  readonly columns: SeriesColumns;
  /** The line or place of each row in the file. */
  readonly lines: Uint32Array;
}

/** Collects the rows of one symbol as they are read. */
export class SeriesBuilder {
  readonly #at: number[] = [];
  readonly #lines: number[] = [];
  readonly #columns: ReadonlyMap<string, GrowingColumn>;
  readonly #kind: 'bars' | 'quotes';

  constructor(
    readonly symbol: string,
    private readonly of: {
      readonly kind: 'bars' | 'quotes';
      readonly interval: CandleInterval | null;
      readonly names: readonly string[];
    },
  ) {
    this.#kind = of.kind;
    const exact: readonly string[] = PRICES[of.kind];
    const known: readonly string[] = [...REQUIRED[of.kind], ...OPTIONAL[of.kind]].slice(2);
    this.#columns = new Map(
      known
        .filter((name) => of.names.includes(name))
        .map((name) => [name, new GrowingColumn(exact.includes(name))]),
    );
  }

  /** Adds a row or reports what is wrong with it. A wrong row spoils the columns: the file is refused. */
  add(cell: (name: string) => string, line: number, errors: ImportErrors): void {
    const at = instantOf(cell('at').trim());
    if (at === null) return errors.add(line, 'at', 'No ISO 8601 instant with a zone.');
    const before = this.#at.at(-1);
    if (before !== undefined && at <= before)
      return errors.add(line, 'at', 'Not after the row of this symbol before it.');
    let fits = true;
    for (const [name, column] of this.#columns) {
      const why = this.#addValue(name, column, cell(name).trim());
      if (why === null) continue;
      errors.add(line, name, why);
      fits = false;
    }
    if (!fits) return;
    const problem = rowProblem(this.#kind, (name) => this.#columns.get(name)!.last);
    if (problem) errors.add(line, problem.field, problem.reason);
    this.#at.push(at);
    this.#lines.push(line);
  }

  #addValue(name: string, column: GrowingColumn, text: string): string | null {
    if (text === '' && OPTIONAL[this.#kind].includes(name)) {
      column.addUnknown();
      return null;
    }
    const why = column.add(text);
    if (why !== null) return `"${text.slice(0, 40)}" ${why}.`;
    return valueProblem(name, column.last);
  }

  build(errors: ImportErrors): BuiltSeries {
    const { kind, interval } = this.of;
    const at = new Float64Array(this.#at);
    const lines = new Uint32Array(this.#lines);
    const names: readonly string[] = PRICES[kind];
    const prices = names.map((name) => this.#columns.get(name)!);
    const digits = Math.max(...prices.map((column) => column.digits));
    for (const [index, column] of prices.entries())
      for (const place of column.tooLong(digits))
        errors.add(lines[place]!, names[index]!, 'Too large to be kept exactly beside the others.');
    const columns = new Map<string, ValueColumn>();
    for (const [name, column] of this.#columns)
      columns.set(name, column.done(names.includes(name) ? digits : column.digits));
    return { columns: { symbol: this.symbol, kind, interval, at, columns }, lines };
  }
}
