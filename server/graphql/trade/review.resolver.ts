import 'reflect-metadata';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { olderReview } from '../../domain/trade/older-sentences.ts';
import type { Review } from '../../domain/trade/trade.ts';
import type { RequestContext } from '../request/context.ts';
import { ReviewType } from './review.types.ts';
import { TradeType } from './trade.types.ts';

@Resolver(() => TradeType)
export class ReviewResolver {
  @FieldResolver(() => ReviewType, {
    nullable: true,
    description: 'The last review in which a person settled it; null when there is none.',
  })
  async review(
    @Root() { id, held }: TradeType,
    @Ctx() { loaders }: RequestContext,
  ): Promise<ReviewType | null> {
    if (held.review?.evidence) return reviewView(held.review);
    const asked = await loaders.lastEvent(id, 'NEEDS_REVIEW');
    if (held.review) return reviewView({ ...held.review, evidence: asked?.message ?? null });
    const reviewed = await loaders.lastEvent(id, 'REVIEWED');
    const older = reviewed && olderReview(reviewed, asked);
    return older && reviewView(older);
  }
}

function reviewView({ at, ...review }: Review): ReviewType {
  return { ...review, reviewedAt: at };
}
