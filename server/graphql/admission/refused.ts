import { GraphQLError, type ASTNode } from 'graphql';

/** Why an operation is not run: answered instead of its result. */
export class OperationRefused extends Error {
  override readonly name = 'OperationRefused';

  constructor(readonly errors: readonly GraphQLError[]) {
    super(errors.map(({ message }) => message).join('; '));
  }
}

/** An error that names its code, as the contract has it. */
export function codedError(
  code: string,
  message: string,
  extra: { readonly field?: string; readonly node?: ASTNode | undefined } = {},
): GraphQLError {
  const { field, node } = extra;
  const extensions = field === undefined ? { code } : { code, field };
  return new GraphQLError(message, { nodes: node, extensions });
}

export function refuse(...error: Parameters<typeof codedError>): OperationRefused {
  return new OperationRefused([codedError(...error)]);
}
