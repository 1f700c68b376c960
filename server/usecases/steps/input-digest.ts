import { Decimal } from '../../domain/decimal.ts';

/**
 * The same text for the same meaning: sorted keys, decimals without trailing zeros, null like undefined, and
 * without the confirmation token. Two inputs are the same when these texts are equal.
 */
export function inputDigest(input: object): string {
  return JSON.stringify(canonical(input));
}

const IGNORED = new Set(['confirmationToken', 'idempotencyKey']);

function canonical(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value ?? null;
  if (Decimal.isDecimal(value)) return new Decimal(value).toFixed();
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(canonical);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, each]) => !IGNORED.has(key) && each !== undefined && each !== null)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, canonical(each)]),
  );
}
