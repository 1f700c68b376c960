import type { Client } from '@urql/svelte';
import {
  PastBacktestsDocument,
  SweepRunsDocument,
  type BacktestRowFragment,
  type PastBacktestsQuery,
  type SweepRunsQuery,
} from '../gql/graphql.ts';
import type { Link } from '../lib/link.svelte.ts';
import { LivePages } from '../lib/live-pages.svelte.ts';

/** A strategy's backtests, newest first. */
export function pastRuns(client: Client, link: Link, strategyId: string) {
  return new LivePages<PastBacktestsQuery, never, BacktestRowFragment>(client, link, {
    query: PastBacktestsDocument,
    variables: { strategyId },
    size: 12,
    page: ({ backtests }) => backtests,
  });
}

type SweepRunNode = NonNullable<SweepRunsQuery['sweep']>['runs']['nodes'][number];
export type SweepRun = SweepRunNode & { readonly id: string };

const NO_RUNS = { nodes: [], totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null } };

/** The runs of a sweep, the best first; each has its backtest's id. */
export function sweepRuns(client: Client, link: Link, id: string) {
  return new LivePages<SweepRunsQuery, never, SweepRun>(client, link, {
    query: SweepRunsDocument,
    variables: { id },
    size: 20,
    page: ({ sweep }) => {
      const runs = sweep?.runs ?? NO_RUNS;
      return { ...runs, nodes: runs.nodes.map((run) => ({ ...run, id: run.backtest.id })) };
    },
  });
}
