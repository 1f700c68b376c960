import 'reflect-metadata';
import { Int, ObjectType } from 'type-graphql';
import type { Deposited } from '../../domain/book/cash-move.ts';
import type { ExchangeDay } from '../../domain/calendar/exchange-days.ts';
import type { Decimal } from '../../domain/decimal.ts';
import type { DailyPnl } from '../../domain/statistics/daily-pnl.ts';
import { Given, Maybe } from '../described.ts';
import { CalendarDateScalar, DateTimeScalar } from '../scalars/date-scalars.ts';
import { DecimalScalar } from '../scalars/decimal-scalar.ts';

@ObjectType('DailyPnl', {
  simpleResolvers: true,
  description: 'The trades that closed on one day of the exchange.',
})
export class DailyPnlType implements DailyPnl {
  @Given(() => CalendarDateScalar, 'The exchange’s date of the close.') date!: string;
  @Given(() => Int, 'How many closed trades.') trades!: number;
  @Given(() => Int, 'How many with netPnl > 0.') wins!: number;
  @Given(() => Int, 'How many with netPnl < 0.') losses!: number;
  @Given(() => DecimalScalar, 'Sum of netPnl, dollars; all days add up to totalPnl of stats.')
  netPnl!: Decimal;
  @Given(() => DecimalScalar, 'Commissions and fees, dollars.') fees!: Decimal;
  @Given(
    () => DecimalScalar,
    'Deepest that the running sum of netPnl stood under its highest point after any trade of the day, dollars; the deepest of all days is maxDrawdown of stats.',
  )
  drawdown!: Decimal;
}

@ObjectType('Deposit', {
  simpleResolvers: true,
  description: 'Money paid into a book or taken out of it: no result of a trade.',
})
export class DepositType implements Omit<Deposited, 'kind'> {
  @Given(() => DateTimeScalar, 'When.') at!: Date;
  @Given(() => DecimalScalar, 'Dollars; negative: taken out.') amount!: Decimal;
}

@ObjectType('ExchangeDay', {
  simpleResolvers: true,
  description: 'One date as the New York stock exchanges keep it.',
})
export class ExchangeDayType implements ExchangeDay {
  @Given(() => CalendarDateScalar, 'The date.') date!: string;
  @Given(() => Boolean, 'Whether there is a session.') open!: boolean;
  @Given(() => Boolean, 'Whether that ends at 13:00.') halfDay!: boolean;
  @Maybe(() => DateTimeScalar, 'When the regular session ends; null without one.')
  closesAt!: Date | null;
  @Maybe(() => String, 'Why it is closed or short; null on other days and on week-ends.') name!:
    string | null;
}
