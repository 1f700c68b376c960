import type { Client } from '@urql/svelte';
import { ClosedTradesDocument, TradesChangedDocument } from '../gql/graphql.ts';
import type { TradeFilter, TradesChangedSubscription, TradingMode } from '../gql/graphql.ts';
import type { Link } from '../lib/link.svelte.ts';
import { Live } from '../lib/live.ts';
import type { ClosedTrade } from './days.ts';

const PAGE = 100;

/** Closed trades of one filter: the newest page stays live, older pages come when asked for. */
export class ClosedPages {
  #older: readonly ClosedTrade[] = $state.raw([]);
  #olderEnd: { hasNextPage: boolean; endCursor?: string | null } | null = $state.raw(null);
  loading = $state(false);
  readonly #first;

  constructor(
    readonly client: Client,
    link: Link,
    readonly mode: TradingMode,
    readonly filter: TradeFilter,
    onchange: () => void,
  ) {
    this.#first = new Live(client, link, {
      query: ClosedTradesDocument,
      variables: { mode, filter, first: PAGE, after: null },
      push: { document: TradesChangedDocument, variables: { mode } },
      onPush: ({ tradesChanged }: TradesChangedSubscription, askAgain) => {
        const known = new Set(this.trades.map((trade) => trade.id));
        const ended = tradesChanged.trades.some((t) => t.phase === 'CLOSED' && !known.has(t.id));
        if (!ended) return;
        askAgain();
        onchange();
      },
    });
  }

  get loaded(): boolean {
    return this.#first.current !== undefined;
  }

  get error() {
    return this.#first.error;
  }

  get trades(): readonly ClosedTrade[] {
    const first = this.#first.current?.trades.nodes ?? [];
    const shown = new Set(first.map((trade) => trade.id));
    return [...first, ...this.#older.filter((trade) => !shown.has(trade.id))];
  }

  get total(): number {
    return this.#first.current?.trades.totalCount ?? 0;
  }

  get more(): boolean {
    return (this.#olderEnd ?? this.#first.current?.trades.pageInfo)?.hasNextPage ?? false;
  }

  refresh(): void {
    this.#first.refresh();
  }

  async older(): Promise<void> {
    const end = this.#olderEnd ?? this.#first.current?.trades.pageInfo;
    if (!end?.hasNextPage) return;
    this.loading = true;
    const { mode, filter } = this;
    const { data } = await this.client
      .query(
        ClosedTradesDocument,
        { mode, filter, first: PAGE, after: end.endCursor },
        { requestPolicy: 'network-only' },
      )
      .toPromise();
    this.loading = false;
    if (!data) return;
    this.#older = [...this.#older, ...data.trades.nodes];
    this.#olderEnd = data.trades.pageInfo;
  }
}
