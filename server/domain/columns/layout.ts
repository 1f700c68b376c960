import type { Decimal } from '../decimal.ts';
import { amountOf, columnOf, type Amounts } from './amounts.ts';

/** The names of a set's columns, by kind. */
export interface Shape {
  readonly numbers: string;
  readonly amounts: string;
  readonly codes: string;
}

export interface Layout<S extends Shape> {
  readonly numbers: readonly S['numbers'][];
  readonly amounts: readonly S['amounts'][];
  /** Texts, as their numbers in `Names`. */
  readonly codes: readonly S['codes'][];
  /** The rows are sorted by these numbers, then by id. These numbers are always known. */
  readonly sort: readonly S['numbers'][];
}

/** NaN is an unknown number, null an unknown amount, -1 an unknown code. */
export interface Row<S extends Shape> {
  /** The trade's id. Several rows may have the same. */
  readonly id: string;
  readonly numbers: Readonly<Record<S['numbers'], number>>;
  readonly amounts: Readonly<Record<S['amounts'], Decimal | null>>;
  readonly codes: Readonly<Record<S['codes'], number>>;
}

export function amountColumn(values: readonly (Decimal | null)[]): Amounts {
  return columnOf(values.map((value) => (value ? amountOf(value) : NaN)));
}
