import 'reflect-metadata';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { compareFills } from '../../domain/statistics/fill-comparison.ts';
import type { FillCalibrations } from '../../ports/fill-calibrations.ts';
import type { RequestContext } from '../request/context.ts';
import { TradeType } from '../trade/trade.types.ts';
import { FillComparisonType } from './fill-comparison.types.ts';

@Resolver(() => TradeType)
export class FillComparisonResolver {
  constructor(private readonly calibrations: FillCalibrations) {}

  @FieldResolver(() => FillComparisonType, {
    nullable: true,
    description:
      'Its fills compared with each fill model; null before the first fill and for shares from exercise or assignment.',
  })
  async fillComparison(
    @Root() { id }: TradeType,
    @Ctx() { loaders }: RequestContext,
  ): Promise<FillComparisonType | null> {
    const [trade, fills] = await Promise.all([loaders.trade(id), loaders.fillsSeen(id)]);
    if (!trade || fills.length === 0) return null;
    return compareFills(fills, trade.instrument, await this.calibrations.of(trade.username));
  }
}
