import 'reflect-metadata';
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { StrategyKinds, StrategyStore } from '../../ports/strategies.ts';
import type { SaveStrategy } from '../../usecases/strategies/save-strategy.ts';
import { actorOf, type RequestContext } from '../request/context.ts';
import { StrategyInput } from './strategy.inputs.ts';
import { StrategyKindType, StrategyType } from './strategy.types.ts';
import { kindView, strategyView } from './strategy-view.ts';

export interface StrategiesDeps {
  readonly kinds: StrategyKinds;
  readonly strategies: StrategyStore;
  readonly save: SaveStrategy;
}

@Resolver()
export class StrategiesResolver {
  constructor(private readonly deps: StrategiesDeps) {}

  @Query(() => [StrategyKindType], {
    description:
      'What a strategy can be: the shipped kinds, then those of the operator’s folder as it was at the start.',
  })
  async strategyKinds(): Promise<readonly StrategyKindType[]> {
    return (await this.deps.kinds.all()).map(kindView);
  }

  @Query(() => [StrategyType], { description: 'The caller’s strategies, newest first.' })
  async strategies(@Ctx() context: RequestContext): Promise<readonly StrategyType[]> {
    return (await this.deps.strategies.of(actorOf(context).username)).map(strategyView);
  }

  @Query(() => StrategyType, {
    nullable: true,
    description: 'One of the caller’s strategies; null when there is none with this id.',
  })
  async strategy(
    @Arg('id', () => ID, { description: 'Id of the strategy.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<StrategyType | null> {
    const found = await this.deps.strategies.byId(actorOf(context).username, id);
    return found && strategyView(found);
  }

  @Mutation(() => StrategyType, {
    description:
      'Adds a strategy, or changes one. A change of kind, parameters, symbols or interval begins its evidence anew; a new name or budget alone does not.',
  })
  async saveStrategy(
    @Arg('input', () => StrategyInput, { description: 'The strategy.' }) input: StrategyInput,
    @Ctx() context: RequestContext,
  ): Promise<StrategyType> {
    return strategyView(await this.deps.save.execute(actorOf(context), input));
  }
}
