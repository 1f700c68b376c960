import { Decimal } from '../../../domain/decimal.ts';

/** Freezes a value that several readers share. The methods of decimals and dates in use here change nothing. */
export function freezeDeep<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  if (value instanceof Decimal || value instanceof Date) return value;
  Object.freeze(value);
  for (const part of Object.values(value)) freezeDeep(part);
  return value;
}
