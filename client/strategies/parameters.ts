import { exact, typed, type Exact } from '../lib/exact.ts';
import { fixed, quantity } from '../lib/format.ts';

export type ParameterValue = string | number | boolean;
type ParameterType = 'integer' | 'number' | 'string' | 'boolean';

/** One parameter of a kind, as its JSON Schema says. */
export interface Parameter {
  readonly name: string;
  readonly type: ParameterType;
  /** The value that applies while none is given. */
  readonly byDefault: string;
  readonly description: string;
  readonly least: Exact | null;
  readonly most: Exact | null;
  /** True when a value at the lower bound itself is refused. */
  readonly aboveLeast: boolean;
  readonly belowMost: boolean;
  /** True when the value is text that has to be a decimal above 0. */
  readonly decimal: boolean;
  /** The only values allowed; null when any value within the bounds is. */
  readonly choices: readonly string[] | null;
}

const TYPES: readonly ParameterType[] = ['integer', 'number', 'string', 'boolean'];

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

/** A value of a parameter as text, as a field shows it. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

const bound = (value: unknown) => (typeof value === 'number' ? exact(value) : null);

/** The parameters of a kind, in the order of its schema. */
export function parametersOf(schema: unknown): Parameter[] {
  return Object.entries(record(record(schema)['properties'])).map(([name, property]) => {
    const of = record(property);
    const type = TYPES.find((known) => known === of['type']) ?? 'string';
    const listed = of['enum'];
    const choices = Array.isArray(listed)
      ? listed.map(textOf)
      : type === 'boolean'
        ? ['true', 'false']
        : null;
    return {
      ...{ name, type, choices },
      byDefault: textOf(of['default']),
      description: textOf(of['description']),
      least: bound(of['minimum']) ?? bound(of['exclusiveMinimum']),
      most: bound(of['maximum']) ?? bound(of['exclusiveMaximum']),
      aboveLeast: bound(of['minimum']) === null,
      belowMost: bound(of['maximum']) === null,
      decimal: of['format'] === 'decimal',
    };
  });
}

/** `2 to 5,000`, `above 0`; empty without bounds. */
export function boundsText({ least, most, aboveLeast, belowMost, decimal }: Parameter): string {
  if (decimal && !least) return 'above 0';
  const low = least && quantity(least);
  const high = most && quantity(most);
  if (low && high)
    return `${aboveLeast ? 'above ' : ''}${low} to ${belowMost ? 'below ' : ''}${high}`;
  if (low) return aboveLeast ? `above ${low}` : `${low} at least`;
  return high ? (belowMost ? `below ${high}` : `${high} at most`) : '';
}

/** Why a text is no value of a parameter; null when it is one. Empty text is the default. */
export function faultOf(of: Parameter, text: string): string | null {
  const plain = text.trim();
  if (plain === '') return null;
  if (of.choices) return of.choices.includes(plain) ? null : `One of ${of.choices.join(', ')}.`;
  if (of.type === 'string' && !of.decimal) return null;
  const value = typed(plain);
  if (!value) return of.type === 'integer' ? 'A whole number.' : 'A number.';
  if (of.type === 'integer' && !value.isInteger()) return 'A whole number.';
  if (of.decimal && !value.gt(0)) return 'A number above 0.';
  return isWithin(of, value) ? null : `Allowed: ${boundsText(of)}.`;
}

function isWithin({ least, most, aboveLeast, belowMost }: Parameter, value: Exact): boolean {
  const low = least !== null && (aboveLeast ? value.lte(least) : value.lt(least));
  const high = most !== null && (belowMost ? value.gte(most) : value.gt(most));
  return !low && !high;
}

/**
 * The value that is sent: a number with decimals goes as decimal text, so that no digit is lost.
 * Takes a text without a fault that is not empty.
 */
export function valueOf(of: Parameter, text: string): ParameterValue {
  const plain = text.trim();
  if (of.type === 'boolean') return plain === 'true';
  if (of.type === 'string' && !of.decimal) return plain;
  const value = typed(plain);
  if (!value) return plain;
  return of.type === 'integer' ? value.toNumber() : value.toFixed();
}

/** Whether two texts mean one value: 0.40 and 0.4 do, and empty text means the default. */
export function sameValue(of: Parameter, one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => text.trim() || of.byDefault) as [string, string];
  if (a === b) return true;
  const [x, y] = of.type === 'string' && !of.decimal ? [null, null] : [typed(a), typed(b)];
  return x !== null && y !== null && x.eq(y);
}

/** A stored value as it is read: 5,000, 0.4, BUY. */
export function shownValue(of: Parameter | null, value: unknown): string {
  const text = textOf(value);
  const number = of && of.type !== 'string' && of.type !== 'boolean' ? typed(text) : null;
  return number ? fixed(number, number.decimalPlaces()) : text;
}

/** The stored values as texts by name. */
export function textsOf(parameters: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(record(parameters)).map(([name, value]) => [name, textOf(value)]),
  );
}
