import type { Arguments, Told } from './tool.ts';
import { Refused } from './refused.ts';

/** The most characters of JSON that a list may have in one result: hosts show a model about so much at once. */
export const MOST_CHARACTERS = 40_000;

/** How a tool's long list continues: by the cursor of a connection, or by how many items to skip. */
export interface Paged {
  readonly by: 'after' | 'skip';
  /** The name of the list, or of the connection, in `data`; left out when it is `data` itself. */
  readonly list?: string;
}

export const SKIP = {
  type: 'integer',
  minimum: 0,
  default: 0,
  description: 'How many items of the list to leave out, as `more.next` of the last answer has it.',
};

/** A connection as our documents ask for it: cursors are listed apart from the nodes. */
export interface Connection {
  readonly totalCount: number;
  readonly nodes: readonly unknown[];
  readonly edges: readonly { readonly cursor: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** The number of items to leave out. @throws {Refused} BAD_USER_INPUT */
export function skipOf({ skip = 0 }: Arguments): number {
  if (typeof skip === 'number' && Number.isSafeInteger(skip) && skip >= 0) return skip;
  throw new Refused('BAD_USER_INPUT', 'A whole number from 0 on', { field: 'skip' });
}

/** The same result with as much of its long list as fits: whole items only, and at least one. */
export function pageOf(told: Told, paged: Paged, args: Arguments): Told {
  const { list } = paged;
  const data = told.data as Readonly<Record<string, unknown>> | null;
  const whole = list === undefined || data === null ? data : data[list];
  if (whole === null || whole === undefined) return told;
  const { part, more } =
    paged.by === 'after' ? ofConnection(whole as unknown as Connection) : ofArray(whole, args);
  return {
    ...told,
    data: list === undefined ? part : { ...data, [list]: part },
    ...(more && { more: { list: [list, ...more.in].filter(Boolean).join('.'), ...more.of } }),
  };
}

function ofArray(whole: unknown, args: Arguments) {
  const items = whole as readonly unknown[];
  const skip = skipOf(args);
  const part = fitting(items.slice(skip));
  const end = skip + part.length;
  const of = { shown: part.length, total: items.length, next: { skip: end } };
  return { part, more: end < items.length ? { in: [], of } : null };
}

function ofConnection({ totalCount, nodes, edges, pageInfo }: Connection) {
  const shown = fitting(nodes);
  const isCut = shown.length < nodes.length;
  const endCursor = edges[shown.length - 1]?.cursor ?? pageInfo.endCursor;
  const hasNextPage = isCut || pageInfo.hasNextPage;
  const of = { shown: shown.length, total: totalCount, next: { after: endCursor } };
  return {
    part: { totalCount, nodes: shown, pageInfo: { hasNextPage, endCursor } },
    more: hasNextPage ? { in: ['nodes'], of } : null,
  };
}

function fitting(items: readonly unknown[]): readonly unknown[] {
  let room = MOST_CHARACTERS;
  const end = items.findIndex((item, at) => {
    room -= JSON.stringify(item).length + 1;
    return at > 0 && room < 0;
  });
  return end === -1 ? items : items.slice(0, end);
}
