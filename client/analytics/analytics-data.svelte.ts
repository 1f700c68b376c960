import type { Client } from '@urql/svelte';
import {
  FillErrorsDocument,
  FillsDocument,
  OutcomesDocument,
  ResultsDocument,
  SegmentsDocument,
  TradesChangedDocument,
} from '../gql/graphql.ts';
import type {
  OutcomesQuery,
  ResultsQuery,
  StatsDimension,
  TradeFilter,
  TradesChangedSubscription,
  TradingMode,
} from '../gql/graphql.ts';
import { deskError, type DeskError } from '../lib/errors.ts';
import type { Link } from '../lib/link.svelte.ts';
import { Live } from '../lib/live.ts';
import { outcomeOf, type Outcome, type OutcomeRow } from './outcomes.ts';

/** Charts with a point for each trade draw at most this many trades. */
const MOST_DRAWN = 2_000;

export interface Drawn {
  outcomes: readonly Outcome[];
  rows: readonly OutcomeRow[];
  /** How many older trades are left out. */
  left: number;
}

/** All figures for one filter; loaded again whenever a trade of the book ends. */
export class AnalyticsData {
  drawn: Drawn | null = $state.raw(null);
  /** Why the trades themselves could not be read. */
  drawnError: DeskError | null = $state.raw(null);
  readonly #results;
  readonly #segments;
  readonly #fills;
  readonly #fillErrors;
  #round = 0;

  constructor(
    readonly client: Client,
    link: Link,
    readonly mode: TradingMode,
    readonly filter: TradeFilter,
    by: () => readonly StatsDimension[],
  ) {
    this.#results = new Live(client, link, {
      query: ResultsDocument,
      variables: { mode, filter },
      push: { document: TradesChangedDocument, variables: { mode } },
      onPush: ({ tradesChanged }: TradesChangedSubscription, askAgain) => {
        if (!tradesChanged.changed?.some((trade) => trade.phase === 'CLOSED')) return;
        askAgain();
        this.#segments.refresh();
        this.#fills.refresh();
        this.#fillErrors.refresh();
        void this.load();
      },
    });
    this.#fills = new Live(client, link, { query: FillsDocument, variables: { mode, filter } });
    this.#fillErrors = new Live(client, link, {
      query: FillErrorsDocument,
      variables: { mode, filter },
    });
    this.#segments = $derived(
      new Live(client, link, {
        query: SegmentsDocument,
        variables: { mode, filter, by: [...by()] },
      }),
    );
  }

  get results(): ResultsQuery | undefined {
    return this.#results.current;
  }

  get segments() {
    return this.#segments.current?.stats.segments;
  }

  get fills() {
    return this.#fills.current?.fillQuality;
  }

  /** Why there are none. */
  get fillsError(): DeskError | null {
    return this.#fills.error;
  }

  get fillErrors() {
    return this.#fillErrors.current?.fillErrors;
  }

  /** Why there are none. */
  get fillErrorsError(): DeskError | null {
    return this.#fillErrors.error;
  }

  get error(): DeskError | null {
    return this.#results.error;
  }

  /** Why a part of the figures is missing. */
  get partError(): DeskError | null {
    return this.#segments.error ?? this.drawnError;
  }

  refresh(): void {
    this.#results.refresh();
    this.#segments.refresh();
    this.#fills.refresh();
    this.#fillErrors.refresh();
    void this.load();
  }

  /** Loads the trades page by page; a later call ends an earlier one. */
  async load(): Promise<void> {
    const round = ++this.#round;
    const rows: OutcomeRow[] = [];
    let page = await this.#page(null);
    for (; page; page = await this.#page(page.pageInfo.endCursor ?? null)) {
      if (round !== this.#round) return;
      rows.push(...page.nodes);
      if (!page.pageInfo.hasNextPage || rows.length >= MOST_DRAWN) break;
    }
    if (!page || round !== this.#round) return;
    const outcomes = rows.map(outcomeOf).filter((each) => each !== null);
    this.drawn = { outcomes, rows, left: page.totalCount - rows.length };
  }

  async #page(after: string | null): Promise<OutcomesQuery['trades'] | undefined> {
    const { mode, filter } = this;
    const asked = this.client.query(
      OutcomesDocument,
      { mode, filter, after },
      { requestPolicy: 'network-only' },
    );
    const { data, error } = await asked.toPromise();
    this.drawnError = error ? deskError(error) : null;
    return data?.trades;
  }
}
