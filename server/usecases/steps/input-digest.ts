import { Decimal } from '../../domain/decimal.ts';

/**
 * The same text for the same meaning: sorted keys, decimals without trailing zeros, null like undefined, and
 * without key and confirmation token. Two inputs are the same when these texts are equal.
 */
export function inputDigest(input: object): string {
  const { idempotencyKey: _key, ...meant } = askedOf(input);
  return JSON.stringify(canonical(meant, (value) => value === undefined || value === null));
}

/**
 * All that a person confirms: the whole input with its key, without the confirmation token. A null differs from
 * what is left out, because it may remove something.
 */
export function confirmedBody(input: object): string {
  return JSON.stringify(canonical(askedOf(input), (value) => value === undefined));
}

/** A `paperTwin` of null means the same as one left out, because older inputs do not have the field. */
function askedOf(input: object): Readonly<Record<string, unknown>> {
  const { confirmationToken: _token, paperTwin, ...asked } = input as Record<string, unknown>;
  return paperTwin === true ? { ...asked, paperTwin } : asked;
}

function canonical(value: unknown, isAbsent: (value: unknown) => boolean): unknown {
  if (value === null || typeof value !== 'object') return value ?? null;
  if (Decimal.isDecimal(value)) return new Decimal(value).toFixed();
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map((each) => canonical(each, isAbsent));
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => !isAbsent(each))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, canonical(each, isAbsent)]),
  );
}
