import 'reflect-metadata';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { reviewTold } from '../../domain/trade/review.ts';
import type { RequestContext } from '../context.ts';
import { ReviewType } from './review.types.ts';
import { TradeType } from './trade.types.ts';

@Resolver(() => TradeType)
export class ReviewResolver {
  @FieldResolver(() => ReviewType, {
    nullable: true,
    description: 'The last review that a person settled it by; null where there was none.',
  })
  async review(
    @Root() { id }: TradeType,
    @Ctx() { loaders }: RequestContext,
  ): Promise<ReviewType | null> {
    const reviewed = await loaders.lastEvent(id, 'REVIEWED');
    return reviewed && reviewTold(reviewed, await loaders.lastEvent(id, 'NEEDS_REVIEW'));
  }
}
