import 'reflect-metadata';
import { Arg, Ctx, ID, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import type { BacktestReads } from '../../ports/backtests.ts';
import type { RunBacktests } from '../../usecases/strategies/run-backtests.ts';
import type { Connection } from '../paging/connection.ts';
import { connection, pageRequest } from '../paging/page-arguments.ts';
import { AfterArg, FirstArg } from '../paging/page-decorators.ts';
import { actorOf, type Listening, type RequestContext } from '../request/context.ts';
import type { Followed } from '../streams/backtest-stream.ts';
import { backtestView } from './backtest-view.ts';
import { BacktestConnection, BacktestProgressType, BacktestType } from './backtest.types.ts';
import { BacktestInput } from './strategy.inputs.ts';

export interface BacktestsDeps extends Followed {
  readonly reads: BacktestReads;
  readonly run: RunBacktests;
}

const ID_OF = { description: 'Id of the backtest.' };

@Resolver()
export class BacktestsResolver {
  constructor(private readonly deps: BacktestsDeps) {}

  @Query(() => BacktestType, {
    nullable: true,
    description: 'One of the caller’s backtests; null when there is none with this id.',
  })
  async backtest(
    @Arg('id', () => ID, ID_OF) id: string,
    @Ctx() context: RequestContext,
  ): Promise<BacktestType | null> {
    const found = await this.deps.reads.backtest(actorOf(context).username, id);
    return found && backtestView(found, this.deps.liveOf);
  }

  @Query(() => BacktestConnection, {
    description:
      'The caller’s backtests, newest first, without those of sweeps: the last 1,000, and older ones that are needed.',
  })
  backtests(
    @Arg('strategyId', () => ID, {
      nullable: true,
      description: 'Only those of this strategy; left out: of all.',
    })
    strategyId: string | null | undefined,
    @FirstArg() first: number | null,
    @AfterArg() after: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<Connection<BacktestType>> {
    const { username } = actorOf(context);
    return connection(
      pageRequest(first, after),
      (page) => this.deps.reads.backtests(username, strategyId ?? null, page),
      (backtest) => backtestView(backtest, this.deps.liveOf),
    );
  }

  @Mutation(() => BacktestType, {
    description:
      'Tries a strategy on the past. Answers at once with a backtest that waits or runs; backtestProgress reports the rest.',
  })
  async runBacktest(
    @Arg('input', () => BacktestInput, { description: 'What to run.' }) input: BacktestInput,
    @Ctx() context: RequestContext,
  ): Promise<BacktestType> {
    return backtestView(await this.deps.run.run(actorOf(context), input), this.deps.liveOf);
  }

  @Mutation(() => BacktestType, {
    description:
      'Ends a backtest without results, within two seconds; one that has ended is left as it is.',
  })
  async cancelBacktest(
    @Arg('id', () => ID, ID_OF) id: string,
    @Ctx() context: RequestContext,
  ): Promise<BacktestType> {
    const canceled = await this.deps.run.cancelBacktest(actorOf(context), id);
    return backtestView(canceled, this.deps.liveOf);
  }

  @Subscription(() => BacktestProgressType, {
    description:
      'How far a backtest is: its present state at once, then each change, at most ten a second. Completes after the last.',
    subscribe: ({ args, context }: Listening<{ id: string }>) =>
      context.streams.backtest(actorOf(context), args.id),
  })
  backtestProgress(
    @Root() progress: BacktestProgressType,
    @Arg('id', () => ID, ID_OF) _id: string,
  ): BacktestProgressType {
    return progress;
  }
}
