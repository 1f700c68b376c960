import 'reflect-metadata';
import { Int, ObjectType } from 'type-graphql';
import type { Deposited } from '../../domain/book/cash-move.ts';
import type { ExchangeDay } from '../../domain/calendar/exchange-days.ts';
import type { Decimal } from '../../domain/decimal.ts';
import type { DailyPnl } from '../../domain/statistics/daily-pnl.ts';
import { Given, Maybe } from '../enums/described.ts';
import { CalendarDateScalar, DateTimeScalar } from '../scalars/date-scalars.ts';
import { DecimalScalar } from '../scalars/decimal-scalar.ts';

@ObjectType('DailyPnl', {
  simpleResolvers: true,
  description: 'What was realised on one exchange day.',
})
export class DailyPnlType implements DailyPnl {
  @Given(() => CalendarDateScalar, 'The exchange date.') date!: string;
  @Given(() => Int, 'How many trades ended on it.') trades!: number;
  @Given(() => Int, 'How many of these trades have netPnl > 0 over all their days.') wins!: number;
  @Given(() => Int, 'How many of these trades have netPnl < 0 over all their days.')
  losses!: number;
  @Given(
    () => DecimalScalar,
    'Dollars realised on the day, less its fees. The days of a closed trade add up to its netPnl.',
  )
  netPnl!: Decimal;
  @Given(() => DecimalScalar, 'Commissions and fees of the day, dollars.') fees!: Decimal;
  @Given(
    () => DecimalScalar,
    'The day’s deepest fall of the running sum of netPnl below its peak, dollars.',
  )
  drawdown!: Decimal;
}

@ObjectType('Deposit', {
  simpleResolvers: true,
  description: 'Money paid into a book or withdrawn, apart from trading.',
})
export class DepositType implements Omit<Deposited, 'kind'> {
  @Given(() => DateTimeScalar, 'When.') at!: Date;
  @Given(() => DecimalScalar, 'Dollars; negative: withdrawn.') amount!: Decimal;
}

@ObjectType('ExchangeDay', {
  simpleResolvers: true,
  description: 'One date on the New York stock exchanges’ calendar.',
})
export class ExchangeDayType implements ExchangeDay {
  @Given(() => CalendarDateScalar, 'The date.') date!: string;
  @Given(() => Boolean, 'Whether there is a session.') open!: boolean;
  @Given(() => Boolean, 'Whether the session ends at 13:00.') halfDay!: boolean;
  @Maybe(() => DateTimeScalar, 'When the regular session ends; null without one.')
  closesAt!: Date | null;
  @Maybe(() => String, 'Why it is closed or short; null on other days and on weekends.') name!:
    string | null;
}
