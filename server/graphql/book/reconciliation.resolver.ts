import 'reflect-metadata';
import { Ctx, Query, Resolver } from 'type-graphql';
import { differenceOf } from '../../domain/book/invariant.ts';
import type { TradingMode } from '../../domain/book/mode.ts';
import type { Books } from '../books.ts';
import { actorOf, type RequestContext } from '../context.ts';
import { ModeArg } from '../mode-argument.ts';
import { ReconciliationType } from './reconciliation.types.ts';

@Resolver()
export class ReconciliationResolver {
  constructor(private readonly books: Books) {}

  @Query(() => ReconciliationType, {
    description:
      'How quantity, average price, cash and P&L of one book stood at the last reconciliation, which runs at the start and every five minutes.',
  })
  async reconciliation(
    @ModeArg() mode: TradingMode,
    @Ctx() context: RequestContext,
  ): Promise<ReconciliationType> {
    const found = await this.books.of(mode).read(actorOf(context)).invariantChecks();
    const checks = found.map((check) => ({ ...check, difference: differenceOf(check) }));
    const times = checks.map(({ checkedAt }) => checkedAt.getTime());
    return { mode, checks, lastRunAt: times.length > 0 ? new Date(Math.max(...times)) : null };
  }
}
