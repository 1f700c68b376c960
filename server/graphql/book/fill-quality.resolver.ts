import 'reflect-metadata';
import { Ctx, Query, Resolver } from 'type-graphql';
import type { TradingMode } from '../../domain/mode.ts';
import type { Books } from '../books/books.ts';
import { actorOf, type RequestContext } from '../request/context.ts';
import { ModeArg } from '../enums/mode-argument.ts';
import { FilterArg } from '../trade/filter-argument.ts';
import type { TradeFilterInput } from '../trade/trade-filter.input.ts';
import { FillQualityType } from './fill-quality.types.ts';

/** What fills cost. */
@Resolver()
export class FillQualityResolver {
  constructor(private readonly books: Books) {}

  @Query(() => FillQualityType, {
    description: 'How close to the mid the closed trades of one book were filled.',
  })
  fillQuality(
    @ModeArg() mode: TradingMode,
    @FilterArg() filter: TradeFilterInput | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<FillQualityType> {
    return this.books.of(mode).reports.fillQuality(actorOf(context), filter ?? {});
  }
}
