import 'reflect-metadata';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Connection } from '../paging/connection.ts';
import { connection, pageRequest } from '../paging/page-arguments.ts';
import { AfterArg, FirstArg } from '../paging/page-decorators.ts';
import { actorOf, type RequestContext } from '../request/context.ts';
import type { Followed } from '../streams/backtest-stream.ts';
import type { BacktestReads } from '../../ports/backtests.ts';
import type { RunBacktests } from '../../usecases/strategies/run-backtests.ts';
import { backtestView, sweepView } from './backtest-view.ts';
import { SweepInput } from './strategy.inputs.ts';
import {
  SweepConnection,
  SweepRunConnection,
  SweepType,
  type SweepRunType,
} from './backtest.types.ts';

export interface SweepsDeps extends Followed {
  readonly reads: BacktestReads;
  readonly run: RunBacktests;
}

const ID_OF_SWEEP = { description: 'Id of the sweep.' };

@Resolver(() => SweepType)
export class SweepsResolver {
  constructor(private readonly deps: SweepsDeps) {}

  @Query(() => SweepType, {
    nullable: true,
    description: 'One of the caller’s sweeps; null when there is none with this id.',
  })
  async sweep(
    @Arg('id', () => ID, ID_OF_SWEEP) id: string,
    @Ctx() context: RequestContext,
  ): Promise<SweepType | null> {
    const found = await this.deps.reads.sweep(actorOf(context).username, id);
    return found && sweepView(found);
  }

  @Query(() => SweepConnection, {
    description:
      'The caller’s sweeps, newest first: the last 100, and of each strategy the newest.',
  })
  sweeps(
    @Arg('strategyId', () => ID, {
      nullable: true,
      description: 'Only those of this strategy; left out: of all.',
    })
    strategyId: string | null | undefined,
    @FirstArg() first: number | null,
    @AfterArg() after: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<Connection<SweepType>> {
    const { username } = actorOf(context);
    return connection(
      pageRequest(first, after),
      (page) => this.deps.reads.sweeps(username, strategyId ?? null, page),
      sweepView,
    );
  }

  @Mutation(() => SweepType, {
    description: 'Runs a strategy with each combination of parameters. Answers at once.',
  })
  async runSweep(
    @Arg('input', () => SweepInput, { description: 'What to run.' }) input: SweepInput,
    @Ctx() context: RequestContext,
  ): Promise<SweepType> {
    return sweepView(await this.deps.run.sweep(actorOf(context), input));
  }

  @Mutation(() => SweepType, {
    description: 'Ends a sweep within two seconds; runs that are done stay.',
  })
  async cancelSweep(
    @Arg('id', () => ID, ID_OF_SWEEP) id: string,
    @Ctx() context: RequestContext,
  ): Promise<SweepType> {
    return sweepView(await this.deps.run.cancelSweep(actorOf(context), id));
  }

  @FieldResolver(() => SweepRunConnection, {
    description:
      'Its runs that are over, the one with the best lower bound of expectancy first, those that failed last.',
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
