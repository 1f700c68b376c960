import { z } from 'zod';
import { dec } from '../../domain/decimal.ts';

/**
 * Tradier's JSON is made from XML: nothing is the string `"null"` (or null), one element is bare,
 * only several are a list.
 */
export function asList(raw: unknown): unknown {
  if (isNothing(raw)) return [];
  return Array.isArray(raw) ? raw : [raw];
}

/** `{"orders": {"order": …}}` and its kin as a list. A reply without the outer key at all is refused. */
export function many<Row extends z.ZodType>(key: string, row: Row) {
  const unwrap = (raw: unknown): unknown => {
    if (raw === undefined) return undefined;
    if (isNothing(raw)) return [];
    return typeof raw === 'object' ? asList((raw as Record<string, unknown>)[key]) : raw;
  };
  return z.preprocess(unwrap, z.array(row));
}

/** Numbers have long tails of zeros, and now and then come as text. */
export const wireDecimal = z
  .union([z.number(), z.string().regex(/^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i)])
  .transform((value) => dec(value));

export const maybeDecimal = z.preprocess(nothingToNull, wireDecimal.nullable());
export const maybeNumber = z.preprocess(nothingToNull, z.coerce.number().nullable());
/** Text of digits, or `true`, becomes a number or a truth on its way through XML. */
export const maybeText = z.preprocess(
  nothingToNull,
  z.union([z.string(), z.number(), z.boolean()]).transform(String).nullable(),
);

function isNothing(raw: unknown): boolean {
  return raw === null || raw === undefined || raw === 'null' || raw === '';
}

function nothingToNull(raw: unknown): unknown {
  return isNothing(raw) ? null : raw;
}
