import { astFromValue, print, type GraphQLArgument } from 'graphql';

/** A field of the API, and what a document reads from it. */
export interface AskedField {
  readonly operation: 'query' | 'mutation';
  readonly field: string;
  /** The selection of the field, in braces. */
  readonly select: string;
  /** Other fields that the document reads in addition. */
  readonly beside?: string;
}

/** Makes a document such as `query ($id: ID!) { told: trade(id: $id) { … } }`. */
export function documentOf(
  { operation, field, select, beside = '' }: AskedField,
  args: readonly GraphQLArgument[],
  inner: readonly GraphQLArgument[],
): string {
  const list = (of: readonly GraphQLArgument[], write: (argument: GraphQLArgument) => string) =>
    of.length === 0 ? '' : `(${of.map(write).join(', ')})`;
  const variables = list([...args, ...inner], (each) => `$${each.name}: ${variableType(each)}`);
  const passed = list(args, ({ name }) => `${name}: $${name}`);
  return `${operation} ${variables} { told: ${field}${passed} ${select} ${beside} }`;
}

/** The type with the argument's own default, so that a variable refuses null wherever the argument does. */
function variableType({ type, defaultValue }: GraphQLArgument): string {
  const standard = defaultValue === undefined ? null : astFromValue(defaultValue, type);
  return standard ? `${String(type)} = ${print(standard)}` : String(type);
}
