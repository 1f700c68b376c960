import 'reflect-metadata';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { TradingMode } from '../../domain/mode.ts';
import { daysBetween } from '../../domain/calendar/calendar-date.ts';
import { exchangeDays, MOST_DAYS } from '../../domain/calendar/exchange-days.ts';
import { badInput } from '../../domain/refusal.ts';
import type { Books } from '../books/books.ts';
import { actorOf, type RequestContext } from '../request/context.ts';
import { ModeArg } from '../enums/mode-argument.ts';
import { CalendarDateScalar } from '../scalars/date-scalars.ts';
import { FilterArg } from '../trade/filter-argument.ts';
import type { TradeFilterInput } from '../trade/trade-filter.input.ts';
import { DailyPnlType, DepositType, ExchangeDayType } from './daily-pnl.types.ts';

/** Results on the exchange's calendar. */
@Resolver()
export class DailyPnlResolver {
  constructor(private readonly books: Books) {}

  @Query(() => [DailyPnlType], {
    description:
      'What was realised on each exchange day, from midnight to midnight in New York, oldest first; days without any are left out. Partial closes and fees count on their day, also for trades still open, unless a filter by close excludes those. maxDailyLoss is checked against it.',
  })
  async dailyPnl(
    @ModeArg() mode: TradingMode,
    @FilterArg() filter: TradeFilterInput | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<readonly DailyPnlType[]> {
    return this.books.of(mode).reports.dailyPnl(actorOf(context), filter ?? {});
  }

  @Query(() => [DepositType], {
    description: 'Deposits to and withdrawals from one book, oldest first.',
  })
  async deposits(
    @ModeArg() mode: TradingMode,
    @Ctx() context: RequestContext,
  ): Promise<readonly DepositType[]> {
    return this.books.of(mode).account.deposits(actorOf(context));
  }

  @Query(() => [ExchangeDayType], {
    description: 'Every date of a span on the New York stock exchanges’ calendar, oldest first.',
  })
  exchangeDays(
    @Arg('from', () => CalendarDateScalar, { description: 'First date.' }) from: string,
    @Arg('to', () => CalendarDateScalar, {
      description: 'Last date, included; at most 1,100 in all.',
    })
    to: string,
  ): readonly ExchangeDayType[] {
    const days = daysBetween(from, to) + 1;
    if (days < 1) throw badInput('to', 'The end lies before the beginning.');
    if (days > MOST_DAYS) throw badInput('to', `At most ${MOST_DAYS} days at a time.`);
    return exchangeDays(from, to);
  }
}
