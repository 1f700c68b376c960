import 'reflect-metadata';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { TradingMode } from '../../domain/mode.ts';
import type { StrategyRuns } from '../../ports/strategy-runs.ts';
import type { StartStrategy } from '../../usecases/run-control/start-strategy.ts';
import type { StopStrategy } from '../../usecases/run-control/stop-strategy.ts';
import { ModeArg } from '../enums/mode-argument.ts';
import { TradingModeEnum } from '../enums/trade-enums.ts';
import type { Connection } from '../paging/connection.ts';
import { connection, pageRequest } from '../paging/page-arguments.ts';
import { AfterArg, FirstArg } from '../paging/page-decorators.ts';
import { actorOf, type RequestContext } from '../request/context.ts';
import { noTradeView, runView } from './run-view.ts';
import { NoTradeConnection, StrategyRunType, type NoTradeType } from './run.types.ts';
import { strategyView } from './strategy-view.ts';
import { StrategyType } from './strategy.types.ts';

export interface RunsDeps {
  /** The runs of each book that the server has. */
  readonly runs: readonly StrategyRuns[];
  readonly start: StartStrategy;
  readonly stop: StopStrategy;
}

const ID_OF = { description: 'Id of the strategy.' };

/** Strategies at work. */
@Resolver(() => StrategyType)
export class RunsResolver {
  constructor(private readonly deps: RunsDeps) {}

  @FieldResolver(() => [TradingModeEnum], { description: 'Books in which it runs.' })
  async running(
    @Root() { id }: StrategyType,
    @Ctx() { loaders }: RequestContext,
  ): Promise<readonly TradingMode[]> {
    const runs = await loaders.runsOf.load(id);
    return runs.filter(({ status }) => status === 'RUNNING').map(({ mode }) => mode);
  }

  @FieldResolver(() => [StrategyRunType], {
    description: 'Where it has been started: the newest run in each book, PAPER first.',
  })
  async runs(
    @Root() { id }: StrategyType,
    @Ctx() { loaders }: RequestContext,
  ): Promise<readonly StrategyRunType[]> {
    return (await loaders.runsOf.load(id)).map(runView);
  }

  @Query(() => NoTradeConnection, {
    description:
      'What the caller’s strategies asked for in one book and did not get, newest first.',
  })
  noTrades(
    @ModeArg() mode: TradingMode,
    @Arg('strategyId', () => ID, {
      nullable: true,
      description: 'Only of this strategy; left out: of all.',
    })
    strategyId: string | null | undefined,
    @FirstArg() first: number | null,
    @AfterArg() after: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<Connection<NoTradeType>> {
    const { username } = actorOf(context);
    const store = this.deps.runs.find((each) => each.mode === mode);
    return connection(
      pageRequest(first, after),
      async (page) => (await store?.noTrades(username, strategyId ?? null, page)) ?? NOTHING,
      (decision) => noTradeView(mode, decision),
    );
  }

  @Mutation(() => StrategyType, {
    description:
      'Lets a strategy run in a book: it is handed each new bar. Starting it again changes nothing. REAL must be armed, its rung must allow real money and it needs a budget; its run in PAPER is started with it.',
  })
  async startStrategy(
    @Arg('id', () => ID, ID_OF) id: string,
    @ModeArg() mode: TradingMode,
    @Ctx() context: RequestContext,
  ): Promise<StrategyType> {
    return strategyView(await this.deps.start.execute(actorOf(context), id, mode));
  }

  @Mutation(() => StrategyType, {
    description:
      'Stops a strategy: pending entries are canceled, and open trades keep their exits. Nothing happens if it does not run.',
  })
  async stopStrategy(
    @Arg('id', () => ID, ID_OF) id: string,
    @Arg('mode', () => TradingModeEnum, {
      nullable: true,
      description:
        'The book; left out: in both. PAPER alone is a CONFLICT while it runs in REAL, because the run in PAPER is the reference of that in REAL.',
    })
    mode: TradingMode | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<StrategyType> {
    return strategyView(await this.deps.stop.execute(actorOf(context), id, mode ?? null));
  }
}

const NOTHING = { items: [], hasNextPage: false, totalCount: 0 };
