import type { Client } from '@urql/svelte';
import {
  BacktestProgressDocument,
  BacktestReportDocument,
  BacktestTradesDocument,
  type BacktestProgressSubscription,
  type BacktestReportQuery,
  type BacktestTradesQuery,
} from '../gql/graphql.ts';
import { deskError, type DeskError } from '../lib/errors.ts';
import type { Link } from '../lib/link.svelte.ts';
import { Live } from '../lib/live.ts';
import { hasEnded } from './backtest-looks.ts';

export type Report = NonNullable<BacktestReportQuery['backtest']>;
export type Progress = BacktestProgressSubscription['backtestProgress'];
export type ClosedTrade = NonNullable<BacktestTradesQuery['backtest']>['trades']['nodes'][number];

/** One backtest: its progress while it runs, and its report once it is done. */
export class RunReport {
  /** The last pushed progress; null before the first. */
  progress: Progress | null = $state.raw(null);
  readonly #live;

  constructor(client: Client, link: Link, id: string, onended: () => void) {
    this.#live = new Live(client, link, {
      query: BacktestReportDocument,
      variables: { id },
      push: { document: BacktestProgressDocument, variables: { id } },
      onPush: ({ backtestProgress }: BacktestProgressSubscription, askAgain) => {
        this.progress = backtestProgress;
        const shown = this.#live.current?.backtest?.status;
        if (!hasEnded(backtestProgress.status) || (shown && hasEnded(shown))) return;
        askAgain();
        onended();
      },
    });
  }

  /** The backtest; undefined before the first answer, null when no backtest has this id. */
  get run(): Report | null | undefined {
    const answer = this.#live.current;
    return answer ? (answer.backtest ?? null) : undefined;
  }

  get error(): DeskError | null {
    return this.#live.error;
  }

  refresh(): void {
    this.#live.refresh();
  }
}

const PAGE = 20;

/** The closed trades of a run that is done, page by page: they never change. */
export class RunTrades {
  rows: readonly ClosedTrade[] = $state.raw([]);
  /** The number of trades; null before the first page. */
  total: number | null = $state.raw(null);
  more = $state(false);
  loading = $state(false);
  error: DeskError | null = $state.raw(null);
  #after: string | null = null;

  constructor(
    private readonly client: Client,
    private readonly id: string,
  ) {}

  async next(): Promise<void> {
    if (this.loading) return;
    this.loading = true;
    const { data, error } = await this.client
      .query(BacktestTradesDocument, { id: this.id, first: PAGE, after: this.#after })
      .toPromise();
    this.loading = false;
    this.error = error ? deskError(error) : null;
    const page = data?.backtest?.trades;
    if (!page) return;
    this.rows = [...this.rows, ...page.nodes];
    this.total = page.totalCount;
    this.more = page.pageInfo.hasNextPage;
    this.#after = page.pageInfo.endCursor ?? null;
  }
}
