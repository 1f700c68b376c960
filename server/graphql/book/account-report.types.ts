import 'reflect-metadata';
import { Int, ObjectType } from 'type-graphql';
import type { AccountReport } from '../../domain/account/account-report.ts';
import type { Decimal } from '../../domain/decimal.ts';
import type { AccountKind } from '../../domain/order/account-figures.ts';
import { describedEnum, Given, Maybe } from '../enums/described.ts';
import { DateTimeScalar } from '../scalars/date-scalars.ts';
import { DecimalScalar } from '../scalars/decimal-scalar.ts';

const AccountKindEnum = describedEnum<AccountKind>(
  'AccountKind',
  'The rules of a broker under which an account trades.',
  {
    CASH: 'Only settled cash is spent.',
    MARGIN: 'The broker lends a part of what shares cost.',
    PATTERN_DAY_TRADER: 'A margin account under the rules for pattern day traders.',
  },
);

@ObjectType('AccountReport', {
  simpleResolvers: true,
  description: 'An account of real money as its venue told of it last.',
})
export class AccountReportType implements AccountReport {
  @Given(() => String, 'The venue.') venue!: AccountReport['venue'];
  @Given(() => String, 'The venue’s account number.') account!: string;
  @Given(() => Boolean, 'Whether the settings name it: new entries go there.') named!: boolean;
  @Maybe(() => AccountKindEnum, 'Under which rules it trades; null while the venue has not said.')
  type!: AccountKind | null;
  @Maybe(() => DecimalScalar, 'Its whole cash in dollars.') cash!: Decimal | null;
  @Maybe(() => DecimalScalar, 'Cash and all positions at the venue’s prices, dollars.')
  equity!: Decimal | null;
  @Maybe(() => DecimalScalar, 'Dollars for options, whose price is paid in full.')
  buyingPower!: Decimal | null;
  @Maybe(() => DecimalScalar, 'Dollars for shares, with what the broker lends.')
  shareBuyingPower!: Decimal | null;
  @Maybe(
    () => DecimalScalar,
    'Dollars for shares that are sold on the same day; null outside a PATTERN_DAY_TRADER account.',
  )
  dayTradeBuyingPower!: Decimal | null;
  @Maybe(
    () => DecimalScalar,
    'Dollars of sales that are not settled; null outside a CASH account, where nothing waits for it.',
  )
  unsettledCash!: Decimal | null;
  @Maybe(() => DecimalScalar, 'Dollars that the broker calls for; null in a CASH account.')
  marginCall!: Decimal | null;
  @Given(
    () => Int,
    'Trades of this desk that were entered and taken out on one exchange day, whole or in part, within the last five trading days. Those made elsewhere are not known.',
  )
  dayTrades!: number;
  @Maybe(
    () => DecimalScalar,
    'Dollars that Portfolio.deposits counts for it: what it held when first seen, and what came or went since other than by orders of this desk; null until that is booked.',
  )
  deposited!: Decimal | null;
  @Maybe(() => DateTimeScalar, 'When the venue told these figures; null before its first answer.')
  asOf!: Date | null;
}
