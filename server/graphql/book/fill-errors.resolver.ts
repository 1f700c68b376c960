import 'reflect-metadata';
import { Ctx, Query, Resolver } from 'type-graphql';
import type { TradingMode } from '../../domain/mode.ts';
import type { Books } from '../books/books.ts';
import { actorOf, type RequestContext } from '../request/context.ts';
import { ModeArg } from '../enums/mode-argument.ts';
import { FilterArg } from '../trade/filter-argument.ts';
import type { TradeFilterInput } from '../trade/trade-filter.input.ts';
import { FillErrorType } from './fill-errors.types.ts';

/** How true the fill models are. */
@Resolver()
export class FillErrorsResolver {
  constructor(private readonly books: Books) {}

  @Query(() => [FillErrorType], {
    description:
      'Each fill model’s shadow fills against those of venues other than the simulated market, of closed trades in options and shares: all, by hour and by days to expiry.',
  })
  async fillErrors(
    @ModeArg() mode: TradingMode,
    @FilterArg() filter: TradeFilterInput | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<readonly FillErrorType[]> {
    return this.books.of(mode).reports.fillErrors(actorOf(context), filter ?? {});
  }
}
