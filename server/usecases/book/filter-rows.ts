import type { TradeId } from '../../domain/ids.ts';
import { everyRow } from '../../domain/columns/columns.ts';
import type { Names } from '../../domain/columns/names.ts';
import { symbolForms } from '../../domain/instrument/symbol-forms.ts';
import type { FactsShape } from '../../domain/statistics/trade-facts.ts';
import type { TradeFilter, TradeOutcome } from '../../ports/book-page.ts';

/** Columns among which are all that a filter asks for. */
export interface Filterable {
  readonly rows: {
    readonly size: number;
    readonly ids: readonly string[];
    readonly numbers: Readonly<Record<FactsShape['numbers'], Float64Array>>;
    readonly codes: Readonly<Record<FactsShape['codes'], Int32Array>>;
  };
  readonly names: Names;
}

const OUTCOME: Record<TradeOutcome, number> = { WIN: 1, LOSS: -1, SCRATCH: 0 };

type Test = (row: number) => boolean;

/**
 * The rows whose trades match, in their order; the filter means what it means to `BookReader.trades`. `containing`:
 * the trades that match its text.
 */
export function rowsMatching(
  { rows, names }: Filterable,
  filter: TradeFilter,
  containing: ReadonlySet<TradeId> | null,
): Int32Array {
  const { numbers, codes, ids } = rows;
  const tests = [
    ...texts(filter).flatMap(([name, wanted]) => oneOf(codes[name], names, wanted)),
    ...since(numbers.openedAt, filter.openedFrom),
    ...before(numbers.openedAt, filter.openedTo),
    ...since(numbers.closedAt, filter.closedFrom),
    ...before(numbers.closedAt, filter.closedTo),
    ...(filter.outcome ? same(numbers.outcome, OUTCOME[filter.outcome]) : []),
    ...(filter.tag == null ? [] : tagged(codes.tags, names, filter.tag)),
    ...(containing ? [(row: number) => containing.has(ids[row]!)] : []),
  ];
  const matching = everyRow({ rows });
  let count = matching.length;
  for (const test of tests) {
    let kept = 0;
    for (let at = 0; at < count; at += 1) if (test(matching[at]!)) matching[kept++] = matching[at]!;
    count = kept;
  }
  return matching.subarray(0, count);
}

/** Which texts a trade may have, by column. */
function texts(filter: TradeFilter): [Exclude<FactsShape['codes'], 'tags'>, readonly string[]][] {
  const { assetClass, strategy, aiModel, status, symbol, underlying } = filter;
  return [
    ...(assetClass == null ? [] : [['assetClass', [assetClass]] as const]),
    ...(strategy == null ? [] : [['strategy', [strategy]] as const]),
    ...(aiModel == null ? [] : [['aiModel', [aiModel]] as const]),
    ...(status == null ? [] : [['status', status] as const]),
    ...(symbol == null ? [] : [['symbol', symbolForms(symbol)] as const]),
    ...(underlying == null ? [] : [['underlying', symbolForms(underlying)] as const]),
  ].map(([name, wanted]) => [name, wanted]);
}

function oneOf(column: Int32Array, names: Names, wanted: readonly string[]): Test[] {
  const codes = new Set(wanted.map((text) => names.find(text)));
  return [(row) => codes.has(column[row])];
}

function tagged(column: Int32Array, names: Names, tag: string): Test[] {
  return [(row) => names.listOf(column[row]!).includes(tag)];
}

function since(column: Float64Array, from: Date | null | undefined): Test[] {
  const at = from?.getTime();
  return at === undefined ? [] : [(row) => column[row]! >= at];
}

function before(column: Float64Array, to: Date | null | undefined): Test[] {
  const at = to?.getTime();
  return at === undefined ? [] : [(row) => column[row]! < at];
}

function same(column: Float64Array, value: number): Test[] {
  return [(row) => column[row] === value];
}
