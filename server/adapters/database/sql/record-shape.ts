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
  const record: Fields = {};
  for (const { field, column, kind } of columnsOf(shape, prefix)) {
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
  const record: Fields = { ...json };
  for (const { field, kind } of columnsOf(shape, '')) {
    const value = record[field];
    if (value == null) continue;
    if (kind === 'decimal') record[field] = new Decimal(value as string);
    if (kind === 'time') record[field] = new Date(value as string);
  }
  return record as T;
}

type Column = Readonly<{ field: string; column: string; kind: Kind }>;

/** By shape and prefix, both constants: a name is made once, not for each row. */
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
      return new Date(value);
    case 'flag':
      return value === 1;
    case 'json':
      return JSON.parse(value as string) as unknown;
    case 'text':
    case 'number':
      return value;
  }
}

/** Prices and quantities repeat, and a decimal takes ten times the memory of its text: one serves all rows. */
const DECIMALS = new Map<string | number, Decimal>();
const MOST_DECIMALS = 10_000;

function decimalOf(value: string | number): Decimal {
  const known = DECIMALS.get(value);
  if (known) return known;
  if (DECIMALS.size === MOST_DECIMALS) DECIMALS.clear();
  const made = new Decimal(value);
  DECIMALS.set(value, made);
  return made;
}
