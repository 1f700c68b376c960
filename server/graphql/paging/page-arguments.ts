import { badInput } from '../../domain/refusal.ts';
import { BadCursor, type Page, type PageRequest } from '../../ports/book-page.ts';
import type { Connection } from './connection.ts';

const MOST = 500;

/** @throws {Refusal} BAD_USER_INPUT when `first` is not 1..500; it is never clamped. */
export function pageRequest(first: number | null, after: string | null | undefined): PageRequest {
  const size = first ?? 50;
  if (size < 1 || size > MOST) throw badInput('first', `first is 1 to ${MOST}, not ${size}`);
  return { first: size, after: after ?? null };
}

/** Reads a page and maps each item; an invalid cursor is the caller's mistake. */
export async function connection<T, V>(
  request: PageRequest,
  read: (request: PageRequest) => Promise<Page<T>>,
  show: (item: T) => V,
): Promise<Connection<V>> {
  const page = await read(request).catch((error: unknown) => {
    if (error instanceof BadCursor) throw badInput('after', 'after is no cursor of this list');
    throw error;
  });
  const edges = page.items.map(({ cursor, item }) => ({ cursor, node: show(item) }));
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: request.after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: page.totalCount,
  };
}
