import { astFromValue, print, type GraphQLArgument } from 'graphql';

/** A field of the API, and what a document reads of it. */
export interface AskedField {
  readonly operation: 'query' | 'mutation';
  readonly field: string;
  /** What is read of the field's value, in braces. */
  readonly select: string;
  /** What else the document asks for beside the field. */
  readonly beside?: string;
}

/** `query ($id: ID!) { told: trade(id: $id) { … } }`. */
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

/** With the argument's own default, so that null is refused where the argument is. */
function variableType({ type, defaultValue }: GraphQLArgument): string {
  const standard = defaultValue === undefined ? null : astFromValue(defaultValue, type);
  return standard ? `${String(type)} = ${print(standard)}` : String(type);
}
