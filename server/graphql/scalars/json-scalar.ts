import { GraphQLScalarType, Kind, valueFromASTUntyped } from 'graphql';
import { coercionError } from './coercion-error.ts';

const MAX_DEPTH = 16;
const MAX_CHARACTERS = 65_536;

/** Kept as given, so it is held to what every store and reader keeps exactly. */
export const JsonScalar = new GraphQLScalarType<unknown, unknown>({
  name: 'JSON',
  description:
    'Any JSON value. An input has integers up to 2^53-1 as its only numbers, at most 16 levels and 65,536 characters.',
  serialize: (value) => value,
  parseValue: bounded,
  parseLiteral: (node, variables) => {
    const hasFloat = node.kind === Kind.FLOAT;
    if (hasFloat) throw coercionError('Numbers in JSON are integers', node);
    return bounded(valueFromASTUntyped(node, variables));
  },
});

function bounded(value: unknown): unknown {
  check(value, 1);
  const plain: unknown = JSON.parse(JSON.stringify(value));
  if (JSON.stringify(plain).length > MAX_CHARACTERS) {
    throw coercionError(`JSON may have ${MAX_CHARACTERS} characters`);
  }
  return plain;
}

function check(value: unknown, depth: number): void {
  if (depth > MAX_DEPTH) throw coercionError(`JSON may have ${MAX_DEPTH} levels`);
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return;
  if (typeof value === 'number') {
    if (Number.isSafeInteger(value)) return;
    throw coercionError('Numbers in JSON are integers of at most 2^53-1');
  }
  if (typeof value !== 'object') throw coercionError('Not a JSON value');
  for (const [key, child] of Object.entries(value)) {
    if (key === '__proto__') throw coercionError('JSON may not have the key "__proto__"');
    check(child, depth + 1);
  }
}
