import { GraphQLError, type ASTNode } from 'graphql';

/** The reason an operation is not run, sent instead of its result. */
export class OperationRefused extends Error {
  override readonly name = 'OperationRefused';

  constructor(readonly errors: readonly GraphQLError[]) {
    super(errors.map(({ message }) => message).join('; '));
  }
}

/** An error with its code, as the contract requires. */
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
