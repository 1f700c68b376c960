import type { AnyVariables, Client, DocumentInput } from '@urql/core';
import type { Link } from './link.svelte.ts';
import { Live } from './live.ts';

interface Page<Row> {
  readonly nodes: readonly Row[];
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
}

export interface PagedSource<Data, Event, Row> {
  /** Takes `first` and `after` in addition to `variables`. */
  readonly query: DocumentInput<Data, AnyVariables>;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly size: number;
  readonly page: (data: Data) => Page<Row>;
  /** What keeps the first page live; left out, it is read again by `refresh` and at each reconnection. */
  readonly push?: {
    readonly document: DocumentInput<Event, AnyVariables>;
    readonly variables: AnyVariables;
  };
  readonly onPush?: (event: Event, askAgain: () => void) => void;
}

/** A list, newest first: the first page stays live, older pages are loaded on demand. */
export class LivePages<Data, Event, Row extends { readonly id: string }> {
  #older: readonly Row[] = $state.raw([]);
  #olderEnd: Page<Row>['pageInfo'] | null = $state.raw(null);
  loading = $state(false);
  readonly #live: Live<Data, AnyVariables, Event>;

  constructor(
    private readonly client: Client,
    link: Link,
    private readonly source: PagedSource<Data, Event, Row>,
  ) {
    const { query, push, onPush } = source;
    this.#live = new Live(client, link, { query, variables: this.#after(null), push, onPush });
  }

  #after(cursor: string | null): AnyVariables {
    const { variables, size } = this.source;
    return { ...variables, first: size, after: cursor };
  }

  get #first(): Page<Row> | null {
    const data = this.#live.current;
    return data === undefined ? null : this.source.page(data);
  }

  get #end(): Page<Row>['pageInfo'] | undefined {
    return this.#olderEnd ?? this.#first?.pageInfo;
  }

  get loaded(): boolean {
    return this.#live.current !== undefined;
  }

  get error() {
    return this.#live.error;
  }

  get rows(): readonly Row[] {
    const first = this.#first?.nodes ?? [];
    const shown = new Set(first.map(({ id }) => id));
    return [...first, ...this.#older.filter(({ id }) => !shown.has(id))];
  }

  get total(): number {
    return this.#first?.totalCount ?? 0;
  }

  get more(): boolean {
    return this.#end?.hasNextPage ?? false;
  }

  refresh(): void {
    this.#live.refresh();
  }

  async older(): Promise<void> {
    const [first, end] = [this.#first, this.#end];
    if (!first || !end?.hasNextPage) return;
    // The live first page may change; its current rows stay in the list below it.
    const below = this.#olderEnd ? [] : first.nodes;
    this.loading = true;
    const { data } = await this.client
      .query(this.source.query, this.#after(end.endCursor ?? null), {
        requestPolicy: 'network-only',
      })
      .toPromise();
    this.loading = false;
    if (!data) return;
    const { nodes, pageInfo } = this.source.page(data);
    this.#older = [...this.#older, ...below, ...nodes];
    this.#olderEnd = pageInfo;
  }
}
