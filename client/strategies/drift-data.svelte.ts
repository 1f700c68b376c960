import type { Client } from '@urql/svelte';
import {
  DriftDocument,
  DriftRowsDocument,
  TradesChangedDocument,
  type DriftQuery,
  type DriftRowsQuery,
  type TradesChangedSubscription,
  type TradingMode,
} from '../gql/graphql.ts';
import type { Link } from '../lib/link.svelte.ts';
import { LivePages } from '../lib/live-pages.svelte.ts';
import { Live } from '../lib/live.ts';

export type DriftSums = DriftQuery['drift'];
export type DriftRow = DriftRowsQuery['drift']['rows']['nodes'][number];

/** How far a strategy's trades in one book came out from their references; read again when one has closed. */
export class DriftData {
  readonly pages;
  readonly #sums;

  constructor(client: Client, link: Link, mode: TradingMode, strategy: string) {
    const variables = { mode, filter: { strategy } };
    this.pages = new LivePages<DriftRowsQuery, never, DriftRow>(client, link, {
      ...{ query: DriftRowsDocument, variables, size: 10 },
      page: ({ drift }) => drift.rows,
    });
    this.#sums = new Live(client, link, {
      ...{ query: DriftDocument, variables },
      push: { document: TradesChangedDocument, variables: { mode } },
      onPush: ({ tradesChanged }: TradesChangedSubscription, askAgain) => {
        if (!tradesChanged.changed?.some((trade) => trade.phase === 'CLOSED')) return;
        askAgain();
        this.pages.refresh();
      },
    });
  }

  get sums(): DriftSums | undefined {
    return this.#sums.current?.drift;
  }

  get error() {
    return this.#sums.error;
  }

  refresh(): void {
    this.#sums.refresh();
    this.pages.refresh();
  }
}
