import type { GraphQLError } from 'graphql';
import {
  coerceInputValue,
  isInputType,
  isNonNullType,
  typeFromAST,
  valueFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from 'graphql';
import type { InputPaths } from './input-paths.ts';
import { codedError, OperationRefused } from './refused.ts';

export type Variables = Readonly<Record<string, unknown>>;

const MOST_ERRORS = 20;

/** The variables as resolvers receive them. @throws {OperationRefused} BAD_USER_INPUT with each field's path. */
export function coerceVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  given: Variables,
  paths: InputPaths,
): Variables {
  const errors: GraphQLError[] = [];
  const coerced: Record<string, unknown> = {};
  for (const definition of operation.variableDefinitions ?? []) {
    const name = definition.variable.name.value;
    const type = typeFromAST(schema, definition.type);
    if (!isInputType(type)) continue;
    if (Object.hasOwn(given, name)) {
      coerced[name] = coerceInputValue(given[name], type, (path, _value, { message }) => {
        const field = [paths.ofVariable(name), ...path].join('.');
        if (errors.length < MOST_ERRORS) errors.push(badInput(field, message, definition));
      });
    } else {
      coerceMissing(definition, type, coerced, () =>
        errors.push(badInput(paths.ofVariable(name), `$${name} is required`, definition)),
      );
    }
  }
  if (errors.length > 0) throw new OperationRefused(errors);
  return coerced;
}

function coerceMissing(
  { variable, defaultValue }: VariableDefinitionNode,
  type: GraphQLInputType,
  coerced: Record<string, unknown>,
  refuse: () => void,
): void {
  if (defaultValue) coerced[variable.name.value] = valueFromAST(defaultValue, type);
  else if (isNonNullType(type)) refuse();
}

function badInput(field: string, message: string, node: VariableDefinitionNode): GraphQLError {
  return codedError('BAD_USER_INPUT', message, { field, node });
}
