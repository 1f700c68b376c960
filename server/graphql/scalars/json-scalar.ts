import { GraphQLScalarType, valueFromASTUntyped, visit, type ValueNode } from 'graphql';
import { coercionError } from './coercion-error.ts';

const MAX_DEPTH = 16;
const MAX_CHARACTERS = 65_536;

/** Values are stored as given, so only those are allowed that every store and reader keeps exactly. */
export const JsonScalar = new GraphQLScalarType<unknown, unknown>({
  name: 'JSON',
  description:
    'Any JSON value. An input has integers up to 2^53-1 as its only numbers, at most 16 levels and 65,536 characters.',
  serialize: (value) => value,
  parseValue: (value) => bounded(value),
  parseLiteral: (node, variables) => {
    refuseFloats(node);
    return bounded(valueFromASTUntyped(node, variables), node);
  },
});

/** A literal `1.0` is a float, although it would come out as an integer. */
function refuseFloats(node: ValueNode): void {
  visit(node, {
    FloatValue: () => {
      throw coercionError('Numbers in JSON are integers', node);
    },
  });
}

function bounded(value: unknown, node?: ValueNode): unknown {
  check(value, 1, node);
  const text = JSON.stringify(value);
  if (text.length > MAX_CHARACTERS) {
    throw coercionError(`JSON may have ${MAX_CHARACTERS} characters`, node);
  }
  return JSON.parse(text);
}

function check(value: unknown, depth: number, node: ValueNode | undefined): void {
  if (depth > MAX_DEPTH) throw coercionError(`JSON may have ${MAX_DEPTH} levels`, node);
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return;
  if (typeof value === 'number') {
    if (Number.isSafeInteger(value)) return;
    throw coercionError('Numbers in JSON are integers of at most 2^53-1', node);
  }
  // A variable that was left out becomes undefined.
  if (typeof value !== 'object') throw coercionError('Not a JSON value', node);
  for (const [key, child] of Object.entries(value)) {
    if (key === '__proto__') throw coercionError('JSON may not have the key "__proto__"', node);
    check(child, depth + 1, node);
  }
}
