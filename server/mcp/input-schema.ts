import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
} from 'graphql';
import type { InputSchema } from './tool.ts';

type Asked = GraphQLArgument | GraphQLInputField;

/** How our scalars are written; GraphQL's descriptions say what they mean. */
const SCALARS: Readonly<Record<string, object>> = {
  Boolean: { type: 'boolean' },
  Int: { type: 'integer' },
  Float: { type: 'number' },
  String: { type: 'string' },
  ID: { type: 'string' },
  DateTime: { type: 'string', format: 'date-time' },
  Date: { type: 'string', format: 'date' },
  Decimal: { anyOf: [{ type: 'string' }, { type: 'integer' }] },
  JSON: {},
};

/** The schema of a field's arguments, with GraphQL's own descriptions. */
export function schemaOfArguments(args: readonly GraphQLArgument[]): InputSchema {
  return { ...objectOf(args), additionalProperties: false };
}

/** The schema of one input type: `PlaceTradeInput`. */
export function schemaOfInput(type: GraphQLInputType): object {
  const bare = getNullableType(type);
  if (isListType(bare)) return { type: 'array', items: valueOf(bare.ofType) };
  if (isEnumType(bare)) return { type: 'string', enum: bare.getValues().map(({ name }) => name) };
  if (isInputObjectType(bare)) {
    const fields = Object.values(bare.getFields());
    return { ...objectOf(fields), additionalProperties: false };
  }
  return SCALARS[bare.name] ?? {};
}

function objectOf(asked: readonly Asked[]) {
  const required = asked.filter(isRequired).map(({ name }) => name);
  return {
    type: 'object' as const,
    properties: Object.fromEntries(asked.map((each) => [each.name, propertyOf(each)])),
    ...(required.length > 0 && { required }),
  };
}

function propertyOf(asked: Asked): object {
  const { description, defaultValue } = asked;
  return {
    ...valueOf(asked.type),
    ...(description && { description }),
    ...(defaultValue !== undefined && defaultValue !== null && { default: defaultValue }),
  };
}

/** Allows null for optional values: hosts often send it for what they omit, and some fields give it a meaning. */
function valueOf(type: GraphQLInputType): object {
  const schema = schemaOfInput(type);
  if (isNonNullType(type) || Object.keys(schema).length === 0) return schema;
  return { anyOf: [schema, { type: 'null' }] };
}

function isRequired({ type, defaultValue }: Asked): boolean {
  return isNonNullType(type) && defaultValue === undefined;
}
