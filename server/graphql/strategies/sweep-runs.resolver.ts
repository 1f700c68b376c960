import 'reflect-metadata';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Connection } from '../paging/connection.ts';
import { connection, pageRequest } from '../paging/page-arguments.ts';
import { AfterArg, FirstArg } from '../paging/page-decorators.ts';
import { actorOf, type RequestContext } from '../request/context.ts';
import type { Followed } from '../streams/backtest-stream.ts';
import type { BacktestReads } from '../../ports/backtests.ts';
import { backtestView } from './backtest-view.ts';
import { SweepRunConnection, SweepType, type SweepRunType } from './backtest.types.ts';

export interface SweepRunsDeps extends Followed {
  readonly reads: BacktestReads;
}

@Resolver(() => SweepType)
export class SweepRunsResolver {
  constructor(private readonly deps: SweepRunsDeps) {}

  @FieldResolver(() => SweepRunConnection, {
    description: 'Its runs that are done, the one with the best lower bound of expectancy first.',
  })
  runs(
    @Root() { id }: SweepType,
    @FirstArg() first: number | null,
    @AfterArg() after: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<Connection<SweepRunType>> {
    const { reads, liveOf } = this.deps;
    return connection(
      pageRequest(first, after),
      (page) => reads.sweepRuns(actorOf(context).username, id, page),
      (run) => ({ parameters: run.parameters ?? {}, backtest: backtestView(run, liveOf) }),
    );
  }
}
