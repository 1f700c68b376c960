import { Kind, visit, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import type { Principal } from '../books/principal.ts';
import { userOf, type RequestContext } from '../request/context.ts';

export interface AskedStream {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

/**
 * Streams with the same key get the same messages once they have caught up. The key holds everything that a
 * resolver may read of its caller, and `sharedContext` holds no more than the key.
 */
export function groupKey(
  context: RequestContext,
  { query, operationName, variables }: AskedStream,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): string {
  const cursor = cursorVariable(document, operation);
  const given = Object.entries(variables ?? {}).filter(([name]) => name !== cursor);
  const caller = { user: userOf(context), scopes: scopesOf(context.principal) };
  return JSON.stringify([caller, query, operationName ?? null, given.sort(byName)]);
}

/** A caller's context without anything that belongs to that caller alone. */
export function sharedContext(context: RequestContext): RequestContext {
  const user = userOf(context);
  const scopes = scopesOf(context.principal);
  const principal: Principal = scopes
    ? { kind: 'token', user, tokenId: '', scopes }
    : { kind: 'session', user, sessionId: '' };
  return { ...context, principal, address: '', device: null, cookie: null };
}

function scopesOf(principal: Principal | null) {
  return principal?.kind === 'token' ? principal.scopes.toSorted() : null;
}

/** The variable that holds the start cursor, if the document uses it for nothing else. */
function cursorVariable(
  document: DocumentNode,
  { selectionSet }: OperationDefinitionNode,
): string | null {
  const [field] = selectionSet.selections;
  if (field?.kind !== Kind.FIELD) return null;
  const after = field.arguments?.find(({ name }) => name.value === 'after')?.value;
  if (after?.kind !== Kind.VARIABLE) return null;
  const name = after.name.value;
  let uses = 0;
  visit(document, { Variable: (node) => void (uses += Number(node.name.value === name)) });
  // One of the two uses is its definition.
  return uses === 2 ? name : null;
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
