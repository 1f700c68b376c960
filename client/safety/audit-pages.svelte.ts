import type { Client } from '@urql/svelte';
import { AuditLogDocument, TradesChangedDocument } from '../gql/graphql.ts';
import type { AuditLogQuery, TradingMode } from '../gql/graphql.ts';
import type { Link } from '../lib/link.svelte.ts';
import { Live } from '../lib/live.ts';

const PAGE = 50;

export type AuditLine = AuditLogQuery['auditLog']['nodes'][number];

/** A book's log, newest first: the first page stays live, older ones come when asked for. */
export class AuditPages {
  #older: readonly AuditLine[] = $state.raw([]);
  #olderEnd: AuditLogQuery['auditLog']['pageInfo'] | null = $state.raw(null);
  loading = $state(false);
  readonly #first;

  constructor(
    readonly client: Client,
    link: Link,
    readonly mode: TradingMode,
  ) {
    this.#first = new Live(client, link, {
      query: AuditLogDocument,
      variables: { mode, first: PAGE, after: null },
      push: { document: TradesChangedDocument, variables: { mode } },
      onPush: (_changed, askAgain) => askAgain(),
    });
  }

  get loaded(): boolean {
    return this.#first.current !== undefined;
  }

  get error() {
    return this.#first.error;
  }

  get lines(): readonly AuditLine[] {
    const first = this.#first.current?.auditLog.nodes ?? [];
    const shown = new Set(first.map(({ id }) => id));
    return [...first, ...this.#older.filter(({ id }) => !shown.has(id))];
  }

  get total(): number {
    return this.#first.current?.auditLog.totalCount ?? 0;
  }

  get more(): boolean {
    return (this.#olderEnd ?? this.#first.current?.auditLog.pageInfo)?.hasNextPage ?? false;
  }

  refresh(): void {
    this.#first.refresh();
  }

  async older(): Promise<void> {
    const first = this.#first.current?.auditLog;
    const end = this.#olderEnd ?? first?.pageInfo;
    if (!first || !end?.hasNextPage) return;
    // What the first page shows now moves on below it with the next event.
    const below = this.#olderEnd ? [] : first.nodes;
    this.loading = true;
    const { data } = await this.client
      .query(
        AuditLogDocument,
        { mode: this.mode, first: PAGE, after: end.endCursor ?? null },
        { requestPolicy: 'network-only' },
      )
      .toPromise();
    this.loading = false;
    if (!data) return;
    this.#older = [...this.#older, ...below, ...data.auditLog.nodes];
    this.#olderEnd = data.auditLog.pageInfo;
  }
}
