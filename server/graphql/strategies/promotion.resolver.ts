import 'reflect-metadata';
import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { ChangeRung } from '../../usecases/promotion/change-rung.ts';
import type { ReadPromotion } from '../../usecases/promotion/read-promotion.ts';
import { actorOf, type RequestContext } from '../request/context.ts';
import { PromotionReportType } from './promotion.types.ts';
import { StrategyType } from './strategy.types.ts';
import { strategyView } from './strategy-view.ts';

export interface PromotionApi {
  readonly promotion: Pick<ReadPromotion, 'of'>;
  readonly rungs: Pick<ChangeRung, 'promote' | 'demote'>;
}

const SEEN_VERSION = {
  description: 'The version that the caller saw; a stale one is a CONFLICT.',
};

@Resolver()
export class PromotionResolver {
  constructor(private readonly deps: PromotionApi) {}

  @Query(() => PromotionReportType, {
    description:
      'Whether a strategy of the caller’s may go one rung up: each gate with its verdict.',
  })
  async promotion(
    @Arg('strategyId', () => ID, { description: 'Id of the strategy.' }) strategyId: string,
    @Ctx() context: RequestContext,
  ): Promise<PromotionReportType> {
    return this.deps.promotion.of(actorOf(context), strategyId);
  }

  @Mutation(() => StrategyType, {
    description:
      'Moves a strategy one rung up; needs a session. RISK_DENIED, with the gates as checks, unless verdict of its PromotionReport is PASS.',
  })
  async promoteStrategy(
    @Arg('id', () => ID, { description: 'Id of the strategy.' }) id: string,
    @Arg('expectedVersion', () => Int, SEEN_VERSION) expectedVersion: number,
    @Ctx() context: RequestContext,
  ): Promise<StrategyType> {
    return strategyView(await this.deps.rungs.promote(actorOf(context), id, expectedVersion));
  }

  @Mutation(() => StrategyType, {
    description:
      'Moves a strategy one rung down, whatever its evidence; on the lowest rung nothing changes.',
  })
  async demoteStrategy(
    @Arg('id', () => ID, { description: 'Id of the strategy.' }) id: string,
    @Arg('expectedVersion', () => Int, SEEN_VERSION) expectedVersion: number,
    @Ctx() context: RequestContext,
  ): Promise<StrategyType> {
    return strategyView(await this.deps.rungs.demote(actorOf(context), id, expectedVersion));
  }
}
