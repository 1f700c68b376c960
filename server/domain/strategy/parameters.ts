import { dec } from '../decimal.ts';
import { badInput } from '../refusal.ts';
import type { ParameterSchema, StrategyParameters } from './definition.ts';

type Value = number | string | boolean;
type Schemas = Readonly<Record<string, ParameterSchema>>;

/** Says why a schema does not allow a value; null when it does. */
type Check = (value: Value, schema: ParameterSchema) => string | null;

const DECIMAL = /^-?\d{1,30}(\.\d{1,30})?$/;

/**
 * The given parameters, with every default filled in. A number may be given as decimal text, because the API's
 * JSON has integers as its only numbers.
 * @throws {Refusal} BAD_USER_INPUT, with `parameters.NAME`.
 */
export function fillParameters(schemas: Schemas, given: unknown): StrategyParameters {
  const values = given ?? {};
  if (typeof values !== 'object' || Array.isArray(values))
    throw badInput('parameters', 'Parameters are an object of values by name.');
  for (const name of Object.keys(values))
    if (!Object.hasOwn(schemas, name))
      throw badInput(`parameters.${name}`, `The kind has no parameter ${name}.`);
  const filled = Object.entries(schemas).map(([name, schema]) => {
    const value = (values as Record<string, unknown>)[name];
    return [name, value === undefined ? schema.default : parameterOf(name, schema, value)] as const;
  });
  return Object.fromEntries(filled);
}

function parameterOf(name: string, schema: ParameterSchema, given: unknown): Value {
  const value = typed(schema.type, given);
  const why = value === null ? WORDS[schema.type] : checked(value, schema);
  if (why !== null) throw badInput(`parameters.${name}`, `${name} ${why}.`);
  return value!;
}

const WORDS: Readonly<Record<ParameterSchema['type'], string>> = {
  integer: 'is a whole number',
  number: 'is a number, or one as decimal text',
  string: 'is a text',
  boolean: 'is true or false',
};

function typed(type: ParameterSchema['type'], given: unknown): Value | null {
  switch (type) {
    case 'string':
      return typeof given === 'string' ? given : null;
    case 'boolean':
      return typeof given === 'boolean' ? given : null;
    case 'number':
    case 'integer': {
      const text = typeof given === 'string' && DECIMAL.test(given) ? Number(given) : given;
      if (typeof text !== 'number' || !Number.isFinite(text)) return null;
      return type === 'number' || Number.isSafeInteger(text) ? text : null;
    }
  }
}

function checked(value: Value, schema: ParameterSchema): string | null {
  for (const check of CHECKS) {
    const why = check(value, schema);
    if (why !== null) return why;
  }
  return null;
}

const bound =
  (keyword: string, word: string, holds: (value: number, limit: number) => boolean): Check =>
  (value, schema) => {
    const limit = schema[keyword];
    if (typeof value !== 'number' || typeof limit !== 'number') return null;
    return holds(value, limit) ? null : `${word} ${limit}`;
  };

const sized =
  (keyword: string, word: string, holds: (length: number, limit: number) => boolean): Check =>
  (value, schema) => {
    const limit = schema[keyword];
    if (typeof value !== 'string' || typeof limit !== 'number') return null;
    return holds([...value].length, limit) ? null : `has ${word} ${limit} characters`;
  };

const CHECKS: readonly Check[] = [
  bound('minimum', 'is at least', (value, limit) => value >= limit),
  bound('maximum', 'is at most', (value, limit) => value <= limit),
  bound('exclusiveMinimum', 'is above', (value, limit) => value > limit),
  bound('exclusiveMaximum', 'is below', (value, limit) => value < limit),
  bound('multipleOf', 'is a multiple of', (value, step) => dec(value).modulo(step).isZero()),
  sized('minLength', 'at least', (length, limit) => length >= limit),
  sized('maxLength', 'at most', (length, limit) => length <= limit),
  (value, { enum: allowed }) =>
    !Array.isArray(allowed) || allowed.includes(value) ? null : `is one of ${allowed.join(', ')}`,
  (value, { pattern }) =>
    typeof value !== 'string' || typeof pattern !== 'string' || new RegExp(pattern, 'u').test(value)
      ? null
      : `matches ${pattern}`,
  (value, { format }) =>
    format !== 'decimal' || isPositiveDecimal(value) ? null : 'is a decimal above 0, as text',
];

function isPositiveDecimal(value: Value): boolean {
  return typeof value === 'string' && DECIMAL.test(value) && dec(value).greaterThan(0);
}
