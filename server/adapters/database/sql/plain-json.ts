import { Decimal } from '../../../domain/decimal.ts';

const TAG = '$decimal';

/** JSON that keeps exact numbers: each becomes an object with its text. */
export function toPlainJson(value: unknown): string {
  return JSON.stringify(tagged(value));
}

export function fromPlainJson<T>(text: string): T {
  return JSON.parse(text, (_key, value: unknown) => {
    const exact = typeof value === 'object' && value !== null && TAG in value ? value[TAG] : null;
    return typeof exact === 'string' ? new Decimal(exact) : value;
  }) as T;
}

/** Tags decimals before `JSON.stringify` sees them, which would write them like any other text. */
function tagged(value: unknown): unknown {
  if (Decimal.isDecimal(value)) return { [TAG]: value.toFixed() };
  if (Array.isArray(value)) return value.map(tagged);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, tagged(each)]));
}
