import type { Client } from '@urql/svelte';
import { ClosedTradesDocument, TradesChangedDocument } from '../gql/graphql.ts';
import type {
  ClosedTradesQuery,
  TradeFilter,
  TradesChangedSubscription,
  TradingMode,
} from '../gql/graphql.ts';
import type { Link } from '../lib/link.svelte.ts';
import { LivePages } from '../lib/live-pages.svelte.ts';
import type { ClosedTrade } from './days.ts';

export interface ClosedSource {
  readonly mode: TradingMode;
  readonly filter: TradeFilter;
  /** Called when another trade ends. */
  readonly onchange: () => void;
}

export function closedPages(client: Client, link: Link, { mode, filter, onchange }: ClosedSource) {
  const pages = new LivePages<ClosedTradesQuery, TradesChangedSubscription, ClosedTrade>(
    client,
    link,
    {
      query: ClosedTradesDocument,
      variables: { mode, filter },
      size: 100,
      page: ({ trades }) => trades,
      push: { document: TradesChangedDocument, variables: { mode } },
      onPush: ({ tradesChanged }, askAgain) => {
        const known = new Set(pages.rows.map(({ id }) => id));
        const ended = tradesChanged.changed?.some((t) => t.phase === 'CLOSED' && !known.has(t.id));
        if (!ended) return;
        askAgain();
        onchange();
      },
    },
  );
  return pages;
}
