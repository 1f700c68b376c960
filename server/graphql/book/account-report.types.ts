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
  description: 'An account of real money, as its venue last reported it.',
})
export class AccountReportType implements AccountReport {
  @Given(() => String, 'The venue.') venue!: AccountReport['venue'];
  @Given(() => String, 'The venue’s account number.') account!: string;
  @Given(() => Boolean, 'Whether the settings name the account; new entries then go there.')
  named!: boolean;
  @Maybe(
    () => AccountKindEnum,
    'The rules under which it trades; null until the venue reports them.',
  )
  type!: AccountKind | null;
  @Maybe(() => DecimalScalar, 'Its whole cash in dollars.') cash!: Decimal | null;
  @Maybe(() => DecimalScalar, 'Cash and all positions at the venue’s prices, dollars.')
  equity!: Decimal | null;
  @Maybe(() => DecimalScalar, 'Dollars available for options, which are paid in full.')
  buyingPower!: Decimal | null;
  @Maybe(() => DecimalScalar, 'Dollars available for shares, the broker’s loan included.')
  shareBuyingPower!: Decimal | null;
  @Maybe(
    () => DecimalScalar,
    'Dollars available for shares that are sold on the same day; null outside a PATTERN_DAY_TRADER account.',
  )
  dayTradeBuyingPower!: Decimal | null;
  @Maybe(
    () => DecimalScalar,
    'Dollars of sales that are not settled; null outside a CASH account, because only there spending waits for settlement.',
  )
  unsettledCash!: Decimal | null;
  @Maybe(() => DecimalScalar, 'Dollars that the broker calls for; null in a CASH account.')
  marginCall!: Decimal | null;
  @Given(
    () => Int,
    'Trades of this desk that were entered and exited on one exchange day, whole or in part, within the last five trading days. Day trades made elsewhere are unknown and not counted.',
  )
  dayTrades!: number;
  @Maybe(
    () => DecimalScalar,
    'Dollars that Portfolio.deposits counts for it: what it held when first seen, plus or minus what moved since other than by orders of this desk; null until that is booked.',
  )
  deposited!: Decimal | null;
  @Maybe(
    () => DateTimeScalar,
    'When the venue reported these figures; null before its first answer.',
  )
  asOf!: Date | null;
}
