import 'reflect-metadata';
import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { actorOf, type RequestContext } from '../request/context.ts';
import type { BacktestReads } from '../../ports/backtests.ts';
import type { JudgeSweep } from '../../usecases/strategies/judge-sweep.ts';
import { SweepType } from './backtest.types.ts';
import { SweepOverfittingType } from './sweep-overfitting.types.ts';

export interface SweepPartsDeps {
  readonly reads: Pick<BacktestReads, 'failedRuns'>;
  readonly judgeSweep: JudgeSweep;
}

/** What the runs of a sweep tell together. */
@Resolver(() => SweepType)
export class SweepPartsResolver {
  constructor(private readonly deps: SweepPartsDeps) {}

  @FieldResolver(() => SweepOverfittingType, {
    nullable: true,
    description:
      'How much of its best run is luck; null until it is DONE, for one run, and for more than 500 runs or 100,000 trades.',
  })
  overfitting(
    @Root() { id }: SweepType,
    @Ctx() context: RequestContext,
  ): Promise<SweepOverfittingType | null> {
    return this.deps.judgeSweep.execute(actorOf(context).username, id);
  }

  @FieldResolver(() => Int, {
    description: 'Runs of its grid that failed, each with its own reason in `runs`.',
  })
  runsFailed(@Root() { id }: SweepType, @Ctx() context: RequestContext): Promise<number> {
    return this.deps.reads.failedRuns(actorOf(context).username, id);
  }
}
