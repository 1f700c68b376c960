import 'reflect-metadata';
import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import type { Clock } from '../../ports/clock.ts';
import type { Books } from '../books/books.ts';
import { actorOf, type RequestContext } from '../request/context.ts';
import { ReviewInput, SettleFillCorrectionInput } from './change-trade.inputs.ts';
import { tradeView } from './trade-view.ts';
import { TradeType } from './trade.types.ts';

const TRADE_ID = 'Id of the trade.';
const VERSION = 'The version that the caller saw; a stale one is a CONFLICT.';

/** Actions on a trade that send no order. */
@Resolver()
export class TradeCareResolver {
  constructor(
    private readonly books: Books,
    private readonly clock: Clock,
  ) {}

  @Mutation(() => TradeType, {
    description:
      'Settles a trade that NEEDS_REVIEW by a person’s judgement; the holding, or quantity of it, is closed at exitPrice, without a fee. It is logged.',
  })
  async reviewTrade(
    @Arg('id', () => ID, { description: TRADE_ID }) id: string,
    @Arg('expectedVersion', () => Int, { description: VERSION }) expectedVersion: number,
    @Arg('resolution', () => ReviewInput, { description: 'The judgement.' })
    resolution: ReviewInput,
    @Ctx() context: RequestContext,
  ): Promise<TradeType> {
    const input = { id, expectedVersion, resolution };
    const trade = await this.books.owning(id).care.review(actorOf(context), input);
    return tradeView(trade, this.clock.now());
  }

  @Mutation(() => TradeType, {
    description:
      'Settles a fill whose price the venue corrected after it was booked. Taking the venue’s price moves cost or proceeds, realised P&L and cash by the difference, on the day of this call; nothing is sent. It is logged.',
  })
  async settleFillCorrection(
    @Arg('input', () => SettleFillCorrectionInput, { description: 'What was decided.' })
    input: SettleFillCorrectionInput,
    @Ctx() context: RequestContext,
  ): Promise<TradeType> {
    const trade = await this.books
      .owning(input.id)
      .care.settleFillCorrection(actorOf(context), input);
    return tradeView(trade, this.clock.now());
  }

  @Mutation(() => TradeType, {
    description:
      'Changes a trade’s notes and labels; its context never changes. A field left out stays as it is; null removes it.',
  })
  async annotateTrade(
    @Arg('id', () => ID, { description: TRADE_ID }) id: string,
    @Arg('expectedVersion', () => Int, { description: VERSION }) expectedVersion: number,
    @Arg('notes', () => String, { nullable: true, description: 'All the notes.' })
    notes: string | null | undefined,
    @Arg('tags', () => [String], { nullable: true, description: 'All the labels.' })
    tags: string[] | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<TradeType> {
    const input = { id, expectedVersion, notes, tags };
    const trade = await this.books
      .owning(id)
      .trading.updatePosition(actorOf(context), { annotation: input });
    return tradeView(trade, this.clock.now());
  }
}
