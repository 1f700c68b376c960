import { Decimal } from '../../../domain/decimal.ts';

/** What several readers share, none may change. Decimals and dates have no method in use here that does. */
export function freezeDeep<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  if (value instanceof Decimal || value instanceof Date) return value;
  Object.freeze(value);
  for (const part of Object.values(value)) freezeDeep(part);
  return value;
}
