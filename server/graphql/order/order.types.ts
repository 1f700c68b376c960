import 'reflect-metadata';
import { ID, ObjectType } from 'type-graphql';
import type { Decimal } from '../../domain/decimal.ts';
import type { ExitAdjustment } from '../../domain/order/exit-adjustment.ts';
import type { CorrectionTake, FillCorrection } from '../../domain/order/fill-correction.ts';
import type { OrderStatus } from '../../domain/order/order-status.ts';
import type { Fill, Order, OrderRole, OrderSide, OrderType } from '../../domain/order/order.ts';
import { Given, Maybe } from '../enums/described.ts';
import { DateTimeScalar } from '../scalars/date-scalars.ts';
import { DecimalScalar } from '../scalars/decimal-scalar.ts';
import { ExitAdjustmentType } from './adjustment.types.ts';
import {
  CorrectionTakeEnum,
  OrderRoleEnum,
  OrderSideEnum,
  OrderStatusEnum,
  OrderTypeEnum,
} from '../enums/order-enums.ts';

@ObjectType('Fill', { simpleResolvers: true, description: 'One execution of an order.' })
export class FillType implements Omit<Fill, 'orderId' | 'value'> {
  @Given(() => ID, 'Id of the fill.') id!: string;
  @Given(() => DecimalScalar, 'Contracts, shares or token units that changed hands.')
  quantity!: Decimal;
  @Given(() => DecimalScalar, 'Dollars per share or unit.') price!: Decimal;
  @Given(() => DecimalScalar, 'Dollars of commission and fees for this fill.') fee!: Decimal;
  @Given(() => DateTimeScalar, 'When it filled, by the venue’s report.') filledAt!: Date;
}

@ObjectType('FillCorrection', {
  simpleResolvers: true,
  description:
    'What the venue lists for an order’s fills after they were booked differently. It waits for settleFillCorrection.',
})
export class FillCorrectionType implements FillCorrection {
  @Maybe(
    () => DecimalScalar,
    'Average of the fills as the venue lists it now, dollars per share or unit; null when it lists none.',
  )
  averagePrice!: Decimal | null;
  @Given(() => DecimalScalar, 'Contracts, shares or token units that the venue lists as filled.')
  filledQuantity!: Decimal;
  @Given(() => DecimalScalar, 'The booked average, dollars per share or unit.')
  bookedPrice!: Decimal;
  @Given(() => DateTimeScalar, 'When the desk saw it.') toldAt!: Date;
  @Maybe(() => CorrectionTakeEnum, 'Whose figures a person chose; null while it waits.')
  take!: CorrectionTake | null;
  @Maybe(() => String, 'How they knew, in their words; null while it waits.') note!: string | null;
  @Maybe(() => DateTimeScalar, 'When they decided; null while it waits.') settledAt!: Date | null;
  @Maybe(() => String, 'Who decided, as the log names them: user:NAME; null while it waits.')
  settledBy!: string | null;
}

type Hidden =
  | 'tradeId'
  | 'timeInForce'
  | 'venueParentId'
  | 'cancelRequested'
  | 'askedMove'
  | 'swap'
  | 'absentSyncs'
  | 'sentAt'
  | 'updatedAt'
  | 'filledValue'
  | 'namedFees';

@ObjectType('Order', {
  simpleResolvers: true,
  description: 'One order of a trade, at its venue or, while a token’s limit waits, at the desk.',
})
export class OrderObject implements Omit<Order, Hidden> {
  @Given(() => ID, 'Id of the order.') id!: string;
  @Given(() => OrderRoleEnum, 'What it does for its trade.') role!: OrderRole;
  @Given(() => OrderStatusEnum, 'State as far as the desk knows.') status!: OrderStatus;
  @Given(() => OrderSideEnum, 'Direction.') side!: OrderSide;
  @Given(() => OrderTypeEnum, 'How it is priced.') type!: OrderType;
  @Given(() => DecimalScalar, 'Contracts, shares or token units asked for.') quantity!: Decimal;
  @Given(
    () => DecimalScalar,
    'Contracts, shares or token units filled so far; a swap may get a little more or less than was asked for.',
  )
  filledQuantity!: Decimal;
  @Maybe(() => DecimalScalar, 'Dollars per share or unit; null for MARKET and STOP.')
  limitPrice!: Decimal | null;
  @Maybe(() => DecimalScalar, 'Trigger in dollars per share or unit; null for MARKET and LIMIT.')
  stopPrice!: Decimal | null;
  @Maybe(
    () => DecimalScalar,
    'Percent points by which a swap may get less than was quoted before it fails; null for anything but a swap.',
  )
  slippagePct!: Decimal | null;
  @Maybe(
    () => DecimalScalar,
    'Dollars that a swap pays for what it buys; null for everything else, and while it waits for its price.',
  )
  pays!: Decimal | null;
  @Maybe(
    () => DecimalScalar,
    'Average of the fills in dollars per share or unit; null before the first.',
  )
  averagePrice!: Decimal | null;
  @Given(() => String, 'The desk’s mark on it, which finds the order again after a lost answer.')
  tag!: string;
  @Maybe(() => String, 'The venue’s id; null until the venue has given one.') venueOrderId!:
    string | null;
  @Maybe(() => String, 'Why the venue refused it or its swap failed, in its own words.') reason!:
    string | null;
  @Given(() => DateTimeScalar, 'When it was stored, before it was sent.') placedAt!: Date;
  @Given(() => [FillType], 'Executions, oldest first.') fills!: readonly Fill[];
  @Maybe(
    () => FillCorrectionType,
    'The venue’s last correction of its fills after they were booked; null when there is none.',
  )
  correction!: FillCorrection | null;
  @Maybe(
    () => ExitAdjustmentType,
    'The last change of its terms that the venue made on its own; null when there is none.',
  )
  adjustment!: ExitAdjustment | null;
}
