import 'reflect-metadata';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Clock } from '../../ports/clock.ts';
import type { SplitPreview } from '../../ports/split-preview.ts';
import type { Books } from '../books/books.ts';
import { actorOf, type RequestContext } from '../request/context.ts';
import { SplitPreviewType } from './split-preview.types.ts';
import { tradeView } from './trade-view.ts';
import { TradeType } from './trade.types.ts';
import { BookSplitInputType, SettleExitAdjustmentInput } from './venue-change.inputs.ts';

/** A person's decisions when a venue changed exits or shares by itself. */
@Resolver()
export class VenueChangeResolver {
  constructor(
    private readonly books: Books,
    private readonly clock: Clock,
  ) {}

  @Mutation(() => TradeType, {
    description:
      'Chooses between the venue’s terms and the desk’s for exits that the venue changed on its own. The account must hold what the book does. It is logged.',
  })
  async settleExitAdjustment(
    @Arg('input', () => SettleExitAdjustmentInput, { description: 'The choice.' })
    input: SettleExitAdjustmentInput,
    @Ctx() context: RequestContext,
  ): Promise<TradeType> {
    const trade = await this.books
      .owning(input.id)
      .care.settleExitAdjustment(actorOf(context), input);
    return tradeView(trade, this.clock.now());
  }

  @Query(() => SplitPreviewType, {
    description:
      'What booking a split would do to a trade; refused like booking. Nothing is stored.',
  })
  previewSplit(
    @Arg('input', () => BookSplitInputType, { description: 'The split.' })
    input: BookSplitInputType,
    @Ctx() context: RequestContext,
  ): Promise<SplitPreview> {
    return this.books.owning(input.id).care.previewSplit(actorOf(context), input);
  }

  @Mutation(() => TradeType, {
    description:
      'Books a split of shares under review: quantities change by the ratio, prices by its reciprocal, and cost, cash, P&L and fees stay the same to the last digit. It must bring the book nearer to what the venue shows; when both then agree, the trade reopens. It is logged.',
  })
  async bookSplit(
    @Arg('input', () => BookSplitInputType, { description: 'The split.' })
    input: BookSplitInputType,
    @Ctx() context: RequestContext,
  ): Promise<TradeType> {
    const trade = await this.books.owning(input.id).care.bookSplit(actorOf(context), input);
    return tradeView(trade, this.clock.now());
  }
}
