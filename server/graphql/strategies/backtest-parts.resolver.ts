import 'reflect-metadata';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { dec } from '../../domain/decimal.ts';
import type { Username } from '../../domain/ids.ts';
import type { BacktestReads } from '../../ports/backtests.ts';
import type { DrawTrades } from '../../usecases/strategies/draw-trades.ts';
import { EquityPointType } from '../book/history.types.ts';
import type { Connection } from '../paging/connection.ts';
import { connection, pageRequest } from '../paging/page-arguments.ts';
import { AfterArg, FirstArg } from '../paging/page-decorators.ts';
import { actorOf, type RequestContext } from '../request/context.ts';
import { backtestTradeView } from './backtest-view.ts';
import {
  BacktestLogLineType,
  BacktestTradeConnection,
  BacktestType,
  MonteCarloType,
  type BacktestTradeType,
} from './backtest.types.ts';

export interface BacktestPartsDeps {
  readonly reads: BacktestReads;
  readonly draw: DrawTrades;
}

/** Parts of a backtest that are stored apart from it. */
@Resolver(() => BacktestType)
export class BacktestPartsResolver {
  constructor(private readonly deps: BacktestPartsDeps) {}

  @FieldResolver(() => [EquityPointType], {
    description:
      'Cash and equity at the bars’ ends, oldest first: at most 2,000 points, the first, the last and the lowest included.',
  })
  async equity(
    @Root() { id }: BacktestType,
    @Ctx() context: RequestContext,
  ): Promise<readonly EquityPointType[]> {
    const points = await this.deps.reads.equity(usernameOf(context), id);
    return points.map(({ at, cash, equity }) => ({
      at: new Date(at),
      cash: dec(cash),
      equity: equity === null ? null : dec(equity),
    }));
  }

  @FieldResolver(() => [BacktestLogLineType], {
    description: 'What the strategy logged, oldest first: the last 1,000 lines.',
  })
  async log(
    @Root() { id }: BacktestType,
    @Ctx() context: RequestContext,
  ): Promise<readonly BacktestLogLineType[]> {
    const lines = await this.deps.reads.log(usernameOf(context), id);
    return lines.map(({ at, text }) => ({ at: new Date(at), text }));
  }

  @FieldResolver(() => BacktestTradeConnection, {
    description: 'Its closed trades, the last closed first.',
  })
  async trades(
    @Root() { id }: BacktestType,
    @FirstArg() first: number | null,
    @AfterArg() after: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<Connection<BacktestTradeType>> {
    const { reads } = this.deps;
    return connection(
      pageRequest(first, after),
      (page) => reads.trades(usernameOf(context), id, page),
      backtestTradeView,
    );
  }

  @FieldResolver(() => MonteCarloType, {
    nullable: true,
    description:
      'Results of random draws of its trades, with replacement, each as long as the list of trades; null without a trade.',
  })
  async monteCarlo(
    @Root() { id }: BacktestType,
    @Arg('runs', () => Int, {
      ...{ nullable: true, defaultValue: 1000, description: 'How many draws, 1 to 10,000.' },
    })
    runs: number | null,
    @Arg('seed', () => Int, { nullable: true, defaultValue: 1, description: 'Seed of the draws.' })
    seed: number | null,
    @Ctx() context: RequestContext,
  ): Promise<MonteCarloType | null> {
    const asked = { runs: runs ?? 1000, seed: seed ?? 1 };
    return this.deps.draw.execute(usernameOf(context), id, asked);
  }
}

function usernameOf(context: RequestContext): Username {
  return actorOf(context).username;
}
