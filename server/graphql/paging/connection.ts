import 'reflect-metadata';
import { Int, ObjectType, type ClassType } from 'type-graphql';
import { Given, Maybe } from '../enums/described.ts';

@ObjectType('PageInfo', { simpleResolvers: true, description: 'A page’s position in its list.' })
export class PageInfo {
  @Given(() => Boolean, 'Whether more items follow: ask again with after = endCursor.')
  hasNextPage!: boolean;
  @Given(() => Boolean, 'Whether items come before this page, because it began after a cursor.')
  hasPreviousPage!: boolean;
  @Maybe(() => String, 'Cursor of the first item; null for an empty page.') startCursor!:
    string | null;
  @Maybe(() => String, 'Cursor of the last item; null for an empty page.') endCursor!:
    string | null;
}

export interface Connection<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly nodes: readonly T[];
  readonly pageInfo: PageInfo;
  readonly totalCount: number;
}

/** The Relay-style types `NAMEConnection` and `NAMEEdge` of one node type. */
export function connectionOf<T extends object>(
  name: string,
  node: ClassType<T>,
): ClassType<Connection<T>> {
  @ObjectType(`${name}Edge`, { simpleResolvers: true, description: `One item of a page: ${name}.` })
  class Edge {
    @Given(() => String, 'The item’s opaque position in its list.') cursor!: string;
    @Given(() => node, 'The item.') node!: T;
  }

  @ObjectType(`${name}Connection`, {
    simpleResolvers: true,
    description: `A page of a list of ${name}.`,
  })
  class NodeConnection implements Connection<T> {
    @Given(() => [Edge], 'The items with their cursors.') edges!: Edge[];
    @Given(() => [node], 'The items.') nodes!: T[];
    @Given(() => PageInfo, 'The page’s position in its list.') pageInfo!: PageInfo;
    @Given(() => Int, 'How many items the whole list has, over all pages.') totalCount!: number;
  }
  return NodeConnection;
}
