import 'reflect-metadata';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { adjustedCause } from '../../domain/reconciliation/adjusted-cause.ts';
import type { Doubt, DoubtCause } from '../../domain/trade/doubt.ts';
import type { RequestContext } from '../request/context.ts';
import { DoubtCauseEnum } from '../enums/doubt-enums.ts';
import { DoubtType } from './doubt.types.ts';
import { TradeType } from './trade.types.ts';

@Resolver(() => TradeType)
export class DoubtResolver {
  @FieldResolver(() => DoubtType, {
    nullable: true,
    description:
      'How the account differed when the trade was put under review; null when that is not the reason, or is over.',
  })
  doubt(@Root() { held }: TradeType): DoubtType | null {
    return held.doubt && doubtView(held.doubt);
  }

  @FieldResolver(() => DoubtCauseEnum, {
    nullable: true,
    description:
      'The likely cause of exit changes by the venue that wait for a person, judged by their terms alone; null when none waits.',
  })
  async adjustedCause(
    @Root() trade: TradeType,
    @Ctx() { loaders }: RequestContext,
  ): Promise<DoubtCause | null> {
    if (trade.phase === 'CLOSED') return null;
    return adjustedCause(await loaders.ordersOf(trade));
  }
}

function doubtView({ ours, theirs, newShares, oldShares, ...doubt }: Doubt): DoubtType {
  return {
    ...doubt,
    bookQuantity: ours,
    venueQuantity: theirs,
    newShares: newShares?.toNumber() ?? null,
    oldShares: oldShares?.toNumber() ?? null,
  };
}
