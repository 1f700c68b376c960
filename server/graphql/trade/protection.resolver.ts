import 'reflect-metadata';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import {
  protectionDetail,
  type ProtectionDetail,
  type WatchState,
} from '../../domain/exits/protection-detail.ts';
import { isDesksStop, isUnprotected } from '../../domain/trade/standing-exits.ts';
import type { Books } from '../books/books.ts';
import type { RequestContext } from '../request/context.ts';
import { ProtectionDetailType } from './protection.types.ts';
import { TradeType } from './trade.types.ts';

@Resolver(() => TradeType)
export class ProtectionResolver {
  constructor(private readonly books: Books) {}

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Why nothing may fill or trigger at the mark, in words: old, crossed, locked, one-sided, or out of session; null when something may, and for a closed trade.',
  })
  untradable(@Root() { held, seenAt }: TradeType): string | null {
    return this.books.of(held.mode).trading.validatePrice(held, seenAt);
  }

  @FieldResolver(() => ProtectionDetailType, {
    nullable: true,
    description:
      'Why no stop works at the venue, and who protects the position meanwhile; null when the stop works there or none is wanted. For a trade in an event: its state then, with the desk’s watch as it is now.',
  })
  async protectionDetail(
    @Root() shown: TradeType,
    @Ctx() { loaders }: RequestContext,
  ): Promise<ProtectionDetail | null> {
    const { held: trade, seenAt } = shown;
    if (trade.phase !== 'OPEN') return null;
    const orders = await loaders.countingOrdersOf(shown);
    if (!isUnprotected({ trade, orders }) && !isDesksStop({ trade, orders })) return null;
    const watch: WatchState = await loaders.watch.load(trade.mode);
    const blind = await loaders.blind.load(trade.id);
    return protectionDetail({ trade, orders }, watch, seenAt, blind);
  }
}
