import { z } from 'zod';
import { dec } from '../../domain/decimal.ts';

/**
 * Tradier converts its JSON from XML: an empty list is the string `"null"` (or null), a single element comes
 * without a list, and only several elements form a list.
 */
export function asList(raw: unknown): unknown {
  if (isNothing(raw)) return [];
  return Array.isArray(raw) ? raw : [raw];
}

/** Reads `{"orders": {"order": …}}` and the like as a list. Refuses a reply without the outer key. */
export function many<Row extends z.ZodType>(key: string, row: Row) {
  const unwrap = (raw: unknown): unknown => {
    if (raw === undefined) return undefined;
    if (isNothing(raw)) return [];
    return typeof raw === 'object' ? asList((raw as Record<string, unknown>)[key]) : raw;
  };
  return z.preprocess(unwrap, z.array(row));
}

/** Numbers have long tails of zeros, and sometimes come as text. */
export const wireDecimal = z
  .union([z.number(), z.string().regex(/^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i)])
  .transform((value) => dec(value));

export const maybeDecimal = z.preprocess(nothingToNull, wireDecimal.nullable());
export const maybeNumber = z.preprocess(nothingToNull, z.coerce.number().nullable());
/** On its way through XML, text such as digits or `true` becomes a number or a boolean. */
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
