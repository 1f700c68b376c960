/** The parts of a backup: the desk's own data, and its two books. */
export const PARTS = ['desk', 'paper', 'real'] as const;
export type PartName = (typeof PARTS)[number];

/** A table whose rows a backup keeps. */
export interface KeptTable {
  readonly name: string;
  /** The columns that order and identify its rows. */
  readonly key: readonly string[];
  /** Its exact numbers: NUMERIC on Postgres, text on SQLite. */
  readonly decimals?: readonly string[];
  /** The columns that the state hash covers; `no`: the table is kept and not hashed. */
  readonly hashed:
    'all' | 'no' | { readonly but: readonly string[] } | { readonly only: readonly string[] };
  /** Columns that are not kept: null in a restored row. */
  readonly leftOut?: readonly string[];
  /** A column of settings whose credentials are kept apart. */
  readonly sealed?: string;
  /** The column that the database itself counts up. */
  readonly counted?: string;
  /** Why it is in its list. */
  readonly why: string;
}

/** Tables without rows in a backup, and why. */
export type LeftOut = Readonly<Record<string, string>>;

/** The columns among these that the state hash covers. */
export function hashedOf({ hashed }: KeptTable, columns: readonly string[]): readonly string[] {
  if (hashed === 'all') return columns;
  if (hashed === 'no') return [];
  if ('only' in hashed) return columns.filter((column) => hashed.only.includes(column));
  return columns.filter((column) => !hashed.but.includes(column));
}
