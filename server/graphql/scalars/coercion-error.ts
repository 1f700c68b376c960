import { GraphQLError, type ASTNode } from 'graphql';

/** An input value that its scalar refuses: the caller's mistake, reported as BAD_USER_INPUT. */
export function coercionError(message: string, node?: ASTNode): GraphQLError {
  return new GraphQLError(message, { nodes: node, extensions: { code: 'BAD_USER_INPUT' } });
}

/** A value shortened for quoting, whatever was sent. */
export function quoted(value: unknown): string {
  const text = typeof value === 'string' ? `"${value}"` : String(JSON.stringify(value));
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
