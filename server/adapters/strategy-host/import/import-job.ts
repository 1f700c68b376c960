import { TextDecoder } from 'node:util';
import { deskSymbol } from '../../../domain/instrument/symbol-forms.ts';
import { instrumentOf } from '../../../domain/bars/instrument-of.ts';
import { missingBars } from '../../../domain/bars/missing-bars.ts';
import type { FileForm, RowError, SeriesName } from '../../../ports/data-files.ts';
import type { ChangedSeries, StoredSeries } from '../../../ports/data-sets.ts';
import { decodeSeries, encodeSeries, hashOfSeries } from '../columns/series-codec.ts';
import type { SeriesColumns } from '../columns/series-columns.ts';
import { CsvRows, RowTooLong } from './csv-rows.ts';
import { ImportErrors, TooManyErrors } from './import-errors.ts';
import { BadJson, JsonRows } from './json-rows.ts';
import { mergeSeries } from './merge-series.ts';
import { headerProblem, kindOf } from './row-kinds.ts';
import { SeriesBuilder, type BuiltSeries } from './series-builder.ts';

/** More contracts than the largest chains have. */
const MOST_SYMBOLS = 50_000;
const SYMBOL = /^[\x21-\x7e]{1,64}$/;

/** Reads one file to its end, then merges it with the stored rows. One wrong row refuses the whole file. */
export class ImportJob {
  readonly #errors = new ImportErrors();
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  readonly #builders = new Map<string, SeriesBuilder>();
  /** Builders by the text of the symbol in the file: one symbol may be written in several forms. */
  readonly #named = new Map<string, SeriesBuilder>();
  readonly #rows: CsvRows | JsonRows;
  #names: readonly string[] | null = null;
  /** Cells of the CSV row that is being read. */
  #cells: readonly string[] = [];
  readonly #places = new Map<string, number>();
  readonly #cellOf = (name: string) => this.#cells[this.#places.get(name) ?? -1] ?? '';
  readonly #built: BuiltSeries[] = [];
  #over = false;

  constructor(private readonly form: FileForm) {
    this.#rows =
      form.type === 'csv'
        ? new CsvRows((cells, line) => this.#csvRow(cells, line))
        : new JsonRows((values, place) => this.#object(values, place));
  }

  add(bytes: Uint8Array): void {
    this.#guarded(() => this.#rows.add(this.#decoder.decode(bytes, { stream: true })));
  }

  /** The series in the file, or what is wrong with it. */
  end(): { readonly series: readonly SeriesName[] } | { readonly errors: readonly RowError[] } {
    this.#guarded(() => {
      this.#rows.add(this.#decoder.decode());
      this.#rows.end();
      if (this.#builders.size === 0 && this.#errors.list.length === 0)
        this.#errors.add(1, 'symbol', 'The file has no rows.');
      if (this.#errors.list.length > 0) return;
      this.#build();
    });
    const errors = this.#errors.list;
    return errors.length > 0 ? { errors } : { series: this.#built.map(({ columns }) => columns) };
  }

  /** Drops each builder once its series is built: both of all series would take twice the memory. */
  #build(): void {
    this.#named.clear();
    for (const [symbol, builder] of this.#builders) {
      this.#builders.delete(symbol);
      this.#built.push(builder.build(this.#errors));
    }
  }

  /** Merges these series with the stored rows. May be called again when the stored rows have changed. */
  merge(
    stored: readonly StoredSeries[],
  ): { readonly changed: readonly ChangedSeries[] } | { readonly errors: readonly RowError[] } {
    const errors = new ImportErrors();
    try {
      const merged = this.#built.map((built) => {
        const there = stored.find(({ series }) => isSame(series, built.columns))?.chunks ?? [];
        if (there.length === 0) return { columns: built.columns, there };
        const before = decodeSeries(built.columns, there);
        return { columns: mergeSeries(before, built, errors), there };
      });
      if (errors.list.length === 0)
        return { changed: merged.map(({ columns, there }) => changedSeries(columns, there)) };
    } catch (error) {
      if (!(error instanceof TooManyErrors)) throw error;
    }
    return { errors: errors.list };
  }

  #guarded(work: () => void): void {
    if (this.#over) return;
    try {
      work();
    } catch (error) {
      this.#over = true;
      if (error instanceof TooManyErrors) return;
      if (error instanceof BadJson) return this.#last(error.place, '', error.message);
      if (error instanceof RowTooLong) return this.#last(error.line, '', error.message);
      if (error instanceof TypeError) return this.#last(1, '', 'The file is no UTF-8 text.');
      throw error;
    }
  }

  #last(line: number, field: string, reason: string): void {
    this.#errors.list.push({ line, field, reason });
  }

  #csvRow(cells: readonly string[], line: number): void {
    if (!this.#names) {
      this.#header(cells.map((cell) => cell.replace(/^\uFEFF/, '').trim()));
      return;
    }
    if (cells.length !== this.#names.length) {
      const [has, wants] = [cells.length, this.#names.length];
      return this.#errors.add(line, '', `Has ${has} cells, not ${wants} as the header.`);
    }
    this.#cells = cells;
    this.#row(this.#cellOf, line);
  }

  #object(values: ReadonlyMap<string, string | null>, place: number): void {
    const names = [...values.keys()];
    if (!this.#names) this.#header(names);
    const known = this.#names!;
    const unknown = names.find((name) => !known.includes(name));
    if (unknown !== undefined) return this.#errors.add(place, unknown, 'Unknown column.');
    this.#row((name) => values.get(name) ?? '', place);
  }

  /** @throws {TooManyErrors} when the header makes the file unreadable. */
  #header(names: readonly string[]): void {
    this.#names = names;
    for (const [place, name] of names.entries())
      if (!this.#places.has(name)) this.#places.set(name, place);
    const problem = headerProblem(names);
    const needsInterval = kindOf(names) === 'bars' && this.form.interval === null;
    if (problem) this.#last(1, problem.field, problem.reason);
    else if (needsInterval) this.#last(1, 'interval', 'Bars need ?interval=… in the address.');
    else return;
    throw new TooManyErrors();
  }

  #row(cell: (name: string) => string, line: number): void {
    const typed = cell('symbol').trim();
    let builder = this.#named.get(typed);
    if (!builder) {
      if (!SYMBOL.test(typed))
        return this.#errors.add(line, 'symbol', 'No symbol of 1 to 64 characters without spaces.');
      builder = this.#builderOf(deskSymbol(typed));
      if (this.#builders.size > MOST_SYMBOLS) {
        this.#errors.add(line, 'symbol', `A file has at most ${MOST_SYMBOLS} symbols.`);
        throw new TooManyErrors();
      }
      this.#named.set(typed, builder);
    }
    builder.add(cell, line, this.#errors);
  }

  #builderOf(symbol: string): SeriesBuilder {
    const known = this.#builders.get(symbol);
    if (known) return known;
    const kind = kindOf(this.#names!);
    const interval = kind === 'bars' ? this.form.interval : null;
    const builder = new SeriesBuilder(symbol, { kind, interval, names: this.#names! });
    this.#builders.set(symbol, builder);
    return builder;
  }
}

export function isSame(one: SeriesName, other: SeriesName): boolean {
  return one.symbol === other.symbol && one.kind === other.kind && one.interval === other.interval;
}

function changedSeries(columns: SeriesColumns, there: readonly string[]): ChangedSeries {
  const { symbol, kind, interval, at } = columns;
  const chunks = encodeSeries(columns);
  const differing = there.findIndex((chunk, part) => chunk !== chunks[part]);
  return {
    series: {
      ...{ symbol, kind, interval, rows: at.length, hash: hashOfSeries(columns) },
      ...{ from: new Date(at[0]!), to: new Date(at.at(-1)!), missing: missingOf(columns) },
    },
    ...{ chunks, kept: differing < 0 ? there.length : differing },
  };
}

function missingOf({ symbol, interval, at }: SeriesColumns): number {
  if (interval === null) return 0;
  return missingBars({ at, interval }, instrumentOf(symbol).assetClass);
}
