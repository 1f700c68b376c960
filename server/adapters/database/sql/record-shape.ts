import { Decimal } from '../../../domain/decimal.ts';

type Kind = 'text' | 'number' | 'flag' | 'decimal' | 'time' | 'json';

type KindOf<V> = [V] extends [Decimal]
  ? 'decimal'
  : [V] extends [Date]
    ? 'time'
    : [V] extends [boolean]
      ? 'flag'
      : [V] extends [number]
        ? 'number'
        : [V] extends [string]
          ? 'text'
          : 'json';

/** How each field of a flat record is stored. A new field in the domain does not compile until it is added here. */
export type Shape<T> = { readonly [K in keyof T]-?: KindOf<NonNullable<T[K]>> };

/** Column values of one row; the same on both databases. */
export type Columns = Record<string, string | number | null>;

type Fields = Record<string, unknown>;

/** Column names are the fields' names in snake case after a prefix. */
export function toColumns<T extends object>(record: T, shape: Shape<T>, prefix = ''): Columns {
  const columns: Columns = {};
  for (const { field, column, kind } of columnsOf(shape, prefix)) {
    const value = (record as Fields)[field];
    columns[column] = value == null ? null : toColumn(value, kind);
  }
  return columns;
}

export function fromColumns<T>(row: object, shape: Shape<T>, prefix = ''): T {
  const columns = columnsOf(shape, prefix);
  const record = blankOf(columns);
  for (const { field, column, kind } of columns) {
    const value = (row as Fields)[column];
    record[field] = value == null ? null : fromColumn(value as string | number, kind);
  }
  return record as T;
}

/** The names of a shape's columns, for a read that wants no others. */
export function namesOf(shape: object, prefix = ''): readonly string[] {
  return columnsOf(shape, prefix).map(({ column }) => column);
}

/** The columns of an optional part of a record. */
export function orNone<T extends object>(part: T | null, shape: Shape<T>, prefix: string): Columns {
  return part === null ? noColumns(shape, prefix) : toColumns(part, shape, prefix);
}

/** The column values of an absent part. */
function noColumns<T>(shape: Shape<T>, prefix: string): Columns {
  return Object.fromEntries(columnsOf(shape, prefix).map(({ column }) => [column, null]));
}

/** Restores the decimals and times of a record parsed from JSON. */
export function revive<T>(json: object, shape: Shape<T>): T {
  return reviveInPlace({ ...json }, shape);
}

/** The same for a record that no other code holds: it keeps the layout that all parsed records share. */
export function reviveInPlace<T>(parsed: object, shape: Shape<T>): T {
  const record = parsed as Fields;
  for (const { field, kind } of columnsOf(shape, '')) {
    const value = record[field];
    if (value == null) continue;
    if (kind === 'decimal') record[field] = new Decimal(value as string);
    if (kind === 'time') record[field] = new Date(value as string);
  }
  return record as T;
}

const MOST_SHARED = 10_000;

type Column = Readonly<{ field: string; column: string; kind: Kind }>;

/** Columns by shape and prefix, which are constants: a name is made once and not for each row. */
const MADE = new WeakMap<object, Map<string, readonly Column[]>>();

function columnsOf(shape: object, prefix: string): readonly Column[] {
  const made = MADE.get(shape) ?? new Map<string, readonly Column[]>();
  MADE.set(shape, made);
  const known = made.get(prefix);
  if (known) return known;
  const columns = (Object.entries(shape) as [string, Kind][]).map(([field, kind]) => ({
    ...{ field, kind, column: prefix + snakeCase(field) },
  }));
  made.set(prefix, columns);
  return columns;
}

/** JSON of a record whose fields are all null, by the columns of its shape. */
const BLANKS = new WeakMap<readonly Column[], string>();

/**
 * A record of nulls. Parsed records share one layout, whatever is written into them. Records that grow field
 * by field, or are spread from one another, get a layout each, which takes more memory than their values.
 */
function blankOf(columns: readonly Column[]): Fields {
  const known = BLANKS.get(columns);
  if (known !== undefined) return JSON.parse(known) as Fields;
  const blank = JSON.stringify(Object.fromEntries(columns.map(({ field }) => [field, null])));
  BLANKS.set(columns, blank);
  return JSON.parse(blank) as Fields;
}

function snakeCase(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function toColumn(value: unknown, kind: Kind): string | number {
  switch (kind) {
    case 'decimal':
      return (value as Decimal).toFixed();
    case 'time':
      return (value as Date).getTime();
    case 'flag':
      return value ? 1 : 0;
    case 'json':
      return JSON.stringify(value);
    case 'text':
    case 'number':
      return value as string | number;
  }
}

function fromColumn(value: string | number, kind: Kind): unknown {
  switch (kind) {
    case 'decimal':
      return decimalOf(value);
    case 'time':
      return timeOf(value);
    case 'flag':
      return value === 1;
    case 'json':
      return JSON.parse(value as string) as unknown;
    case 'text':
      return (value as string).length <= SHARED_TEXT ? textOf(value) : value;
    case 'number':
      return value;
  }
}

const decimalOf = sharing((value: string | number) => new Decimal(value));
const timeOf = sharing((value: string | number) => new Date(value));
const textOf = sharing((value: string | number) => value);
/** Names of states, symbols and users are shorter and repeat. Ids are longer, and each is unique. */
const SHARED_TEXT = 20;

/**
 * Returns the same object for the same value in all rows: names, prices, quantities and times repeat, and a
 * decimal takes ten times the memory of its text.
 */
function sharing<T>(make: (value: string | number) => T): (value: string | number) => T {
  const known = new Map<string | number, T>();
  return (value) => {
    const kept = known.get(value);
    if (kept !== undefined) return kept;
    if (known.size === MOST_SHARED) known.clear();
    const made = make(value);
    known.set(value, made);
    return made;
  };
}
